//! Interest on what an account owes the house.
//!
//! Under cash and size a long perpetual has negative cash and no debt: debt is a negative *settled* quote,
//! cash with the linear positions at their marks.

use crate::MathError;
use crate::fixed::mul_div_ceil;
use crate::fixed::quantity::{Cash, Price, Product, Quotient, Ratio};

/// Seconds of a year of 365 days.
const YEAR: i128 = 31_536_000;

/// What an account owes: `max(0, −(cash + linear))`, with the mark-to-market of its linear legs.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::debt::shortfall};
/// assert_eq!(shortfall(Cash(-2_000), Cash(2_100)), Ok(Cash(0)));
/// assert_eq!(shortfall(Cash(-2_000), Cash(1_900)), Ok(Cash(100)));
/// ```
pub fn shortfall(cash: Cash, linear: Cash) -> Result<Cash, MathError> {
    Ok(cash.checked_add(linear)?.checked_neg()?.max(Cash::ZERO))
}

/// How much of the custody of quote is owed: `min(1, shortfall/custody)`, 1 if there is none.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::debt::utilisation_ceil};
/// assert_eq!(utilisation_ceil(Cash(40), Cash(100)), Ok(Ratio::millionths(400_000)));
/// assert_eq!(utilisation_ceil(Cash(0), Cash(0)), Ok(Ratio::ONE));
/// ```
pub fn utilisation_ceil(total_shortfall: Cash, custody: Cash) -> Result<Ratio, MathError> {
    if custody <= Cash::ZERO || total_shortfall >= custody {
        return Ok(Ratio::ONE);
    }
    Ok(total_shortfall.max(Cash::ZERO).div_ceil(custody)?.min(Ratio::ONE))
}

/// The rate of interest per year: `2% + 8%·min(u, .8)/.8 + 60%·max(0, u − .8)/.2`.
///
/// # Domain
/// A utilisation outside [0, 1] counts as the nearer end.
///
/// # Rounding
/// Up.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::debt::interest_rate_ceil};
/// assert_eq!(interest_rate_ceil(Ratio::millionths(400_000)), Ratio::millionths(60_000));
/// assert_eq!(interest_rate_ceil(Ratio::millionths(900_000)), Ratio::millionths(400_000));
/// ```
pub fn interest_rate_ceil(utilisation: Ratio) -> Ratio {
    const BASE: Ratio = Ratio::millionths(20_000);
    const KINK: Ratio = Ratio::millionths(800_000);
    let utilisation = utilisation.clamped_to_unit();
    // 8%/0.8 = 0.1 below the kink, 60%/0.2 = 3 above it. All terms are below 2⁶², so nothing overflows.
    let below = utilisation.0.min(KINK.0).saturating_add(9).wrapping_div(10);
    let above = utilisation.0.saturating_sub(KINK.0).max(0).saturating_mul(3);
    Ratio(BASE.0.saturating_add(below).saturating_add(above))
}

/// Interest on a shortfall: `shortfall · rate · seconds / year`.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::debt::interest_ceil};
/// assert_eq!(interest_ceil(Cash(1_000_000), Ratio::millionths(60_000), 31_536_000), Ok(Cash(60_000)));
/// ```
pub fn interest_ceil(shortfall: Cash, rate: Ratio, seconds: u64) -> Result<Cash, MathError> {
    let yearly = shortfall.mul_ceil(rate)?;
    mul_div_ceil(yearly.0, seconds as i128, YEAR).map(Cash)
}

/// What of an account's collateral may stand behind a shortfall: 20% of its initial value.
const LENDABLE: Ratio = Ratio::millionths(200_000);
/// The utilisation above which nobody may owe more of their own will.
const FULL: Ratio = Ratio::millionths(800_000);
/// What a forced sale of collateral costs, of the index price: 2%.
const SALE_DISCOUNT: Ratio = Ratio::millionths(20_000);

/// What an account may owe: 20% of what its collateral counts for in initial margin. Beyond it anyone
/// may sell collateral for it ([`forced_sale_price_ceil`]).
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::debt::shortfall_limit_floor};
/// assert_eq!(shortfall_limit_floor(Cash(1_000)), Ok(Cash(200)));
/// ```
pub fn shortfall_limit_floor(collateral: Cash) -> Result<Cash, MathError> {
    collateral.max(Cash::ZERO).mul_floor(LENDABLE)
}

/// Whether an action of the account's own will may leave it with a shortfall: it did not grow, or it is
/// within its limit and the house's utilisation is at most 80%.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::debt::is_shortfall_allowed};
/// let may = |before, after, utilisation| is_shortfall_allowed(
///     Cash(before), Cash(after), Cash(200), Ratio::millionths(utilisation));
/// assert!(may(0, 200, 800_000) && may(300, 300, 1_000_000));
/// assert!(!may(0, 201, 0) && !may(0, 1, 800_001));
/// ```
pub fn is_shortfall_allowed(before: Cash, after: Cash, limit: Cash, utilisation: Ratio) -> bool {
    after <= before.max(Cash::ZERO) || (after <= limit && utilisation <= FULL)
}

/// What whoever buys collateral of an account beyond its limit pays for it: the index price less 2%.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, risk::debt::forced_sale_price_ceil};
/// assert_eq!(forced_sale_price_ceil(Price(2_000)), Ok(Price(1_960)));
/// ```
pub fn forced_sale_price_ceil(index: Price) -> Result<Price, MathError> {
    index.mul_ceil(Ratio::ONE.checked_sub(SALE_DISCOUNT)?)
}
