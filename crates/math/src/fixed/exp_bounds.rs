//! e^x from both sides.

use super::exp::exp;
use super::quantity::Ratio;
use super::real::Real;
use super::signed::Signed;
use crate::MathError;

const UNIT: Real = Real::new(1_000_000_000_000_000_000, 0);
/// Beyond this no rate and no time of a market lies.
const LARGEST: u128 = 32_000_000_000_000_000_000;

/// A number not above e^x and one not below it.
///
/// # Units
/// 18 decimals.
///
/// # Domain
/// |x| ≤ 32.
///
/// # Accuracy
/// A relative 2⁻⁵⁴ apart, besides three units; exactly one for x = 0.
///
/// # Errors
/// [`MathError::OutOfDomain`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, fixed::exp_bounds::exp_bounds};
/// let (below, above) = exp_bounds(Ratio::ONE).unwrap();
/// assert!(below.0 <= 2_718_281_828_459_045_235 && 2_718_281_828_459_045_236 <= above.0);
/// assert_eq!(exp_bounds(Ratio::ZERO), Ok((Ratio::ONE, Ratio::ONE)));
/// ```
pub fn exp_bounds(x: Ratio) -> Result<(Ratio, Ratio), MathError> {
    if x.0.unsigned_abs() > LARGEST {
        return Err(MathError::OutOfDomain);
    }
    if x == Ratio::ZERO {
        return Ok((Ratio::ONE, Ratio::ONE));
    }
    let magnitude = Signed::of_ratio(x).magnitude().scaled(64).rounded()?;
    let binary = if x.0 < 0 { magnitude.wrapping_neg() } else { magnitude };
    let nearest = exp(binary).times(UNIT).rounded()?;
    // The argument is off by |x|·2⁻⁶¹, the kernel by 2⁻⁶⁰ + |x|·2⁻⁶²: together less than 2⁻⁵⁵ of the result.
    let slack = (nearest >> 55).wrapping_add(1);
    let below = nearest.wrapping_sub(slack);
    Ok((Ratio(below.max(0)), Ratio(nearest.wrapping_add(slack))))
}
