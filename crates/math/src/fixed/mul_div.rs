//! `a · b / c` with a 256-bit intermediate.

use super::signed;
use super::wide::{self, Divisor};
use crate::MathError;

/// The greatest integer not above `a · b / c`.
///
/// # Rounding
/// Towards −∞, of the exact quotient.
///
/// # Errors
/// [`MathError::DivideByZero`] for c = 0; [`MathError::Overflow`] if the result exceeds 128 bits.
///
/// # Examples
/// ```
/// use ballast_math::fixed::{mul_div_ceil, mul_div_floor};
/// assert_eq!(mul_div_floor(i128::MAX, i128::MAX, i128::MAX), Ok(i128::MAX));
/// assert_eq!(mul_div_floor(7, -1, 2), Ok(-4));
/// assert_eq!(mul_div_ceil(7, -1, 2), Ok(-3));
/// ```
#[inline]
pub fn mul_div_floor(a: i128, b: i128, c: i128) -> Result<i128, MathError> {
    rounded_quotient(a, b, c, false)
}

/// The least integer not below `a · b / c`.
///
/// # Rounding
/// Towards +∞, of the exact quotient.
///
/// # Errors
/// As [`mul_div_floor`].
#[inline]
pub fn mul_div_ceil(a: i128, b: i128, c: i128) -> Result<i128, MathError> {
    rounded_quotient(a, b, c, true)
}

#[inline(never)]
fn rounded_quotient(a: i128, b: i128, c: i128, up: bool) -> Result<i128, MathError> {
    let divisor = Divisor::new(c.unsigned_abs()).ok_or(MathError::DivideByZero)?;
    let product = wide::product(a.unsigned_abs(), b.unsigned_abs());
    let (magnitude, is_exact) = divisor.divide(product).ok_or(MathError::Overflow)?;
    signed(magnitude, is_exact, (a ^ b ^ c) < 0, up)
}
