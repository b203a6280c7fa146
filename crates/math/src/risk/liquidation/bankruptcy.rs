//! The prices at which an insolvent account is closed against others.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio, Size};

/// How far off their marks the legs of an account close: `k = min(1, D/W)`, D what its equity is below
/// 0 and W = Σ|q|·mark; 0 for W = 0.
///
/// # Rounding
/// Down: what a unit of the last place leaves open is socialised and not charged to a counterparty.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a negative sum of marks; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidation::bankruptcy_factor_floor};
/// assert_eq!(bankruptcy_factor_floor(Cash(-505), Cash(1_010)), Ok(Ratio::millionths(500_000)));
/// assert_eq!(bankruptcy_factor_floor(Cash(-5), Cash(0)), Ok(Ratio::ZERO));
/// assert_eq!(bankruptcy_factor_floor(Cash(5), Cash(10)), Ok(Ratio::ZERO));
/// ```
pub fn bankruptcy_factor_floor(equity: Cash, marks: Cash) -> Result<Ratio, MathError> {
    if marks < Cash::ZERO {
        return Err(MathError::OutOfDomain);
    }
    if marks == Cash::ZERO || equity >= Cash::ZERO {
        return Ok(Ratio::ZERO);
    }
    let deficit = equity.checked_neg()?;
    if deficit >= marks { Ok(Ratio::ONE) } else { deficit.div_floor(marks) }
}

/// The price at which a leg closes: `mark·(1 + k)` for a long, `mark·(1 − k)` for a short, at most
/// `cap`. `size` is signed as the position.
///
/// The cap is the most that an option can be worth, dK for a put and dF for a call; linear legs have
/// none. A mark above its cap stays.
///
/// # Rounding
/// Against the account: down for a long, up for a short.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a factor outside [0, 1]; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, Ratio, Size, risk::liquidation::bankruptcy_price};
/// let half = Ratio::millionths(500_000);
/// assert_eq!(bankruptcy_price(Price(100), Size(10), half, None), Ok(Price(150)));
/// assert_eq!(bankruptcy_price(Price(100), Size(10), half, Some(Price(120))), Ok(Price(120)));
/// assert_eq!(bankruptcy_price(Price(100), Size(-10), half, None), Ok(Price(50)));
/// ```
pub fn bankruptcy_price(
    mark: Price,
    size: Size,
    factor: Ratio,
    cap: Option<Price>,
) -> Result<Price, MathError> {
    if factor != factor.clamped_to_unit() {
        return Err(MathError::OutOfDomain);
    }
    if size < Size::ZERO {
        return mark.mul_ceil(Ratio::ONE.checked_sub(factor)?);
    }
    let price = mark.mul_floor(Ratio::ONE.checked_add(factor)?)?;
    Ok(cap.map_or(price, |cap| price.min(cap.max(mark))))
}
