//! What collateral counts for.

use super::{Balances, Rates};
use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio, Size};

/// The price of a collateral in the quote coin, for each of the two margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CollateralPrices {
    /// For initial margin.
    pub initial: Price,
    /// For maintenance margin, equity and scenarios.
    pub maintenance: Price,
}

/// The price of a collateral in the quote coin: `price / max(stable, 1)` for initial margin and
/// `price / stable` for the rest, with `stable` the price of the quote coin in USD.
///
/// A quote coin below its peg makes everything else dearer in it; new risk does not profit from that.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::DivideByZero`] for a worthless quote coin, [`MathError::OutOfDomain`] for a negative one;
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, Ratio, risk::collateral::collateral_prices_floor};
/// let prices = collateral_prices_floor(Price(2_000), Ratio::millionths(985_000))?;
/// assert_eq!((prices.initial, prices.maintenance), (Price(2_000), Price(2_030)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn collateral_prices_floor(price: Price, stable: Ratio) -> Result<CollateralPrices, MathError> {
    if stable < Ratio::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let maintenance = price.div_floor(stable)?;
    let initial = if stable >= Ratio::ONE { maintenance } else { price };
    Ok(CollateralPrices { initial, maintenance })
}

/// What an amount of collateral counts for: `amount · price · (1 − haircut)`. The haircut for initial
/// margin is its extra part on top of that for maintenance margin, together at most 1.
///
/// # Domain
/// An amount of 0 or more.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Price, Ratio, Size, risk::{Rates, collateral::*}};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let prices = CollateralPrices { initial: Price(100), maintenance: Price(110) };
/// let haircuts = Rates { initial: Ratio::millionths(40_000), maintenance: Ratio::millionths(80_000) };
/// let counted = collateral_balances_floor(Size(5 * ONE), prices, haircuts)?;
/// assert_eq!((counted.initial, counted.maintenance), (Cash(440), Cash(506)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn collateral_balances_floor(
    amount: Size,
    prices: CollateralPrices,
    haircuts: Rates,
) -> Result<Balances, MathError> {
    let both = haircuts.maintenance.checked_add(haircuts.initial)?;
    let counted = |price: Price, haircut: Ratio| -> Result<Cash, MathError> {
        amount.mul_floor(price)?.mul_floor(Ratio::ONE.checked_sub(haircut.clamped_to_unit())?)
    };
    Ok(Balances {
        initial: counted(prices.initial, both)?,
        maintenance: counted(prices.maintenance, haircuts.maintenance)?,
    })
}

/// The maintenance haircut of a collateral that is neither stable nor part of the scenarios: at least 0.8
/// of the largest regular move, since nothing else charges its fall.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::collateral::volatile_haircut_ceil};
/// let (own, span) = (Ratio::millionths(80_000), Ratio::millionths(180_000));
/// assert_eq!(volatile_haircut_ceil(own, span), Ok(Ratio::millionths(144_000)));
/// ```
pub fn volatile_haircut_ceil(own: Ratio, largest_span: Ratio) -> Result<Ratio, MathError> {
    const SHARE: Ratio = Ratio::millionths(800_000);
    Ok(own.max(largest_span.mul_ceil(SHARE)?))
}

/// What collateral that falls together with the positions adds to both margins:
/// `8% · min(V, max(0, D))`, V its value and D the account's net dollar delta.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::collateral::wrong_way_ceil};
/// assert_eq!(wrong_way_ceil(Cash(1_934), Cash(10_000)), Ok(Cash(155)));
/// assert_eq!(wrong_way_ceil(Cash(1_934), Cash(-10_000)), Ok(Cash(0)));
/// ```
pub fn wrong_way_ceil(value: Cash, dollar_delta: Cash) -> Result<Cash, MathError> {
    const RATE: Ratio = Ratio::millionths(80_000);
    value.max(Cash::ZERO).min(dollar_delta.max(Cash::ZERO)).mul_ceil(RATE)
}
