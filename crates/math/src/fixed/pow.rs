//! Powers with any exponent.

use super::exp::exp;
use super::ln::ln_ratio;
use super::quantity::Ratio;
use super::real::Real;
use super::signed::Signed;
use crate::MathError;

/// 10¹⁸.
const UNIT: Real = Real::new(1_000_000_000_000_000_000, 0);

/// base^exponent = e^(exponent · ln base).
///
/// # Units
/// 18 decimals, all three.
///
/// # Domain
/// base ≥ 0. Anything to the power of 0 is 1.
///
/// # Rounding
/// To the nearest, not directed.
///
/// # Accuracy
/// A relative 2⁻⁵⁹ + |exponent · ln base| · 2⁻⁶⁰, besides half a unit; exact for base = 1 and exponent = 0.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a negative base, [`MathError::DivideByZero`] for 0 to a negative power,
/// [`MathError::Overflow`].
///
/// # Source
/// `docs/math/kernels.md`.
///
/// # Examples
/// ```
/// use ballast_math::Ratio;
/// use ballast_math::fixed::pow::pow;
/// let four = Ratio(4_000_000_000_000_000_000);
/// assert_eq!(pow(four, Ratio::millionths(500_000)), Ok(Ratio(2_000_000_000_000_000_000)));
/// assert_eq!(pow(Ratio::ZERO, Ratio::ONE), Ok(Ratio::ZERO));
/// ```
pub fn pow(base: Ratio, exponent: Ratio) -> Result<Ratio, MathError> {
    if exponent == Ratio::ZERO {
        return Ok(Ratio::ONE);
    }
    match base.0 {
        ..0 => return Err(MathError::OutOfDomain),
        0 if exponent.0 < 0 => return Err(MathError::DivideByZero),
        0 => return Ok(Ratio::ZERO),
        _ => {}
    }
    let logarithm = ln_ratio(Real::from_integer(base.0 as u128), UNIT);
    let power = Signed::new(logarithm, -64).times(Signed::of_ratio(exponent));
    // The exponent in units of 2⁻⁶⁴. Beyond 2⁶² the result is beyond any number, or nothing.
    let Ok(magnitude) = power.magnitude().scaled(64).rounded() else {
        return if power.is_negative() { Ok(Ratio::ZERO) } else { Err(MathError::Overflow) };
    };
    let power = if power.is_negative() { magnitude.wrapping_neg() } else { magnitude };
    exp(power).times(UNIT).rounded().map(Ratio)
}
