//! The price of a takeover.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio, Size};

/// What a rebalance costs at most, as a fraction of the mark: `min(0.25%, half the maintenance rate)`.
///
/// Half the rate at most, so that taking over any part frees more margin than it costs and the balance
/// rises.
///
/// # Rounding
/// Down.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::liquidation::rebalance_fee_floor};
/// assert_eq!(rebalance_fee_floor(Ratio::millionths(30_000)), Ratio::millionths(2_500));
/// assert_eq!(rebalance_fee_floor(Ratio::millionths(3_000)), Ratio::millionths(1_500));
/// ```
#[inline]
pub fn rebalance_fee_floor(maintenance_rate: Ratio) -> Ratio {
    const GREATEST: Ratio = Ratio::millionths(2_500);
    Ratio(maintenance_rate.0 >> 1).clamp(Ratio::ZERO, GREATEST)
}

/// The price at which `size` of a position (signed as the position) is taken over: the mark less the fee
/// for a long, plus the fee for a short, where the fee is at most what the account's equity pays for. An
/// insolvent account is taken over at the mark.
///
/// # Rounding
/// The fee is rounded down, per unit.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a size of zero; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Price, Ratio, Size, risk::liquidation::takeover_price};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let price = |size, equity| takeover_price(
///     Price(2_000 * ONE), Ratio::millionths(30_000), Size(size * ONE), Cash(equity * ONE));
/// assert_eq!(price(10, 1_000), Ok(Price(1_995 * ONE)));
/// assert_eq!(price(-10, 1_000), Ok(Price(2_005 * ONE)));
/// assert_eq!(price(10, 20), Ok(Price(1_998 * ONE)));
/// assert_eq!(price(10, -1), Ok(Price(2_000 * ONE)));
/// ```
pub fn takeover_price(
    mark: Price,
    maintenance_rate: Ratio,
    size: Size,
    equity: Cash,
) -> Result<Price, MathError> {
    if size == Size::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let bound = mark.mul_floor(rebalance_fee_floor(maintenance_rate))?;
    let units = size.checked_abs()?;
    let fee = if equity <= Cash::ZERO {
        Price::ZERO
    } else if units.mul_ceil(bound)? <= equity {
        bound
    } else {
        equity.div_floor(units)?
    };
    if size > Size::ZERO { mark.checked_sub(fee) } else { mark.checked_add(fee) }
}
