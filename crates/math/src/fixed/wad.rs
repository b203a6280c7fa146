//! Products and quotients of 18-decimal numbers.

use super::{signed, wide};
use crate::MathError;

/// One, with 18 decimals.
pub const WAD: i128 = 1_000_000_000_000_000_000;

/// The greatest 18-decimal number not above `a · b`.
///
/// # Rounding
/// Towards −∞.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::fixed::{WAD, mul_ceil, mul_floor};
/// assert_eq!(mul_floor(3 * WAD / 2, 2 * WAD), Ok(3 * WAD));
/// assert_eq!((mul_floor(1, 1), mul_ceil(1, 1)), (Ok(0), Ok(1)));
/// assert_eq!((mul_floor(-1, 1), mul_ceil(-1, 1)), (Ok(-1), Ok(0)));
/// ```
#[inline]
pub fn mul_floor(a: i128, b: i128) -> Result<i128, MathError> {
    rounded_product(a, b, false)
}

/// The least 18-decimal number not below `a · b`.
///
/// # Rounding
/// Towards +∞.
///
/// # Errors
/// [`MathError::Overflow`].
#[inline]
pub fn mul_ceil(a: i128, b: i128) -> Result<i128, MathError> {
    rounded_product(a, b, true)
}

/// Both bounds of `a · b`, from one product: at most one unit apart.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::fixed::{WAD, mul_bounds};
/// assert_eq!(mul_bounds(WAD / 3, 2), Ok((0, 1)));
/// assert_eq!(mul_bounds(WAD / 2, -2), Ok((-1, -1)));
/// ```
#[inline(never)]
pub fn mul_bounds(a: i128, b: i128) -> Result<(i128, i128), MathError> {
    let (magnitude, is_exact) = magnitude(a, b)?;
    let is_negative = (a ^ b) < 0;
    Ok((
        signed(magnitude, is_exact, is_negative, false)?,
        signed(magnitude, is_exact, is_negative, true)?,
    ))
}

/// The greatest 18-decimal number not above `a / b`.
///
/// # Errors
/// [`MathError::DivideByZero`], [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::fixed::{WAD, div_ceil, div_floor};
/// assert_eq!(div_floor(WAD, 3 * WAD), Ok(WAD / 3));
/// assert_eq!(div_ceil(WAD, 3 * WAD), Ok(WAD / 3 + 1));
/// ```
#[inline]
pub fn div_floor(a: i128, b: i128) -> Result<i128, MathError> {
    super::mul_div_floor(a, WAD, b)
}

/// The least 18-decimal number not below `a / b`.
///
/// # Errors
/// [`MathError::DivideByZero`], [`MathError::Overflow`].
#[inline]
pub fn div_ceil(a: i128, b: i128) -> Result<i128, MathError> {
    super::mul_div_ceil(a, WAD, b)
}

#[inline(never)]
fn rounded_product(a: i128, b: i128, up: bool) -> Result<i128, MathError> {
    let (magnitude, is_exact) = magnitude(a, b)?;
    signed(magnitude, is_exact, (a ^ b) < 0, up)
}

/// |a · b| rounded down, and whether that is exact.
#[inline]
fn magnitude(a: i128, b: i128) -> Result<(u128, bool), MathError> {
    wide::mul_wad(a.unsigned_abs(), b.unsigned_abs()).ok_or(MathError::Overflow)
}
