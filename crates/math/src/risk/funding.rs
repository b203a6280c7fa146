//! Funding of perpetuals: what longs pay shorts for trading above the index.

mod course;
mod index;
mod rate;

pub use course::Funding;
pub use index::{accrued_index, funding_owed_ceil};
pub use rate::FundingRate;

use super::Rates;
use crate::MathError;
use crate::fixed::quantity::Ratio;

/// i: what a position pays without premium, per 8 hours: 0.01%.
const BASE: Ratio = Ratio::millionths(100);
/// δ: within this distance of it the premium is not felt, per 8 hours: 0.05%.
const DEAD_BAND: Ratio = Ratio::millionths(500);
/// What the rate per hour never exceeds: 0.4%.
const GREATEST: Ratio = Ratio::millionths(4_000);

/// The bound on the rate per hour: `min(6·(IM rate − MM rate)/8, 0.4%)`, at least 0.
///
/// Six eighth-parts of the gap: an account at its initial margin has eight hours at the greatest rate
/// before funding alone takes it to maintenance.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::{Rates, funding::rate_bound_floor}};
/// let rates = Rates { initial: Ratio::millionths(50_000), maintenance: Ratio::millionths(49_000) };
/// assert_eq!(rate_bound_floor(rates), Ok(Ratio::millionths(750)));
/// ```
pub fn rate_bound_floor(rates: Rates) -> Result<Ratio, MathError> {
    let gap = rates.initial.checked_sub(rates.maintenance)?.max(Ratio::ZERO);
    let three = gap.checked_add(gap)?.checked_add(gap)?;
    let three_quarters = three.0 >> 2;
    Ok(Ratio(three_quarters).min(GREATEST))
}

/// The funding rate per hour that follows from a premium: `clamp((p + clamp(i − p, ±δ))/8, ±bound)`,
/// positive when longs pay shorts.
///
/// # Units
/// A fraction of the index price per hour.
///
/// # Rounding
/// Down, by less than one unit.
///
/// # Errors
/// [`MathError::Overflow`]; [`MathError::OutOfDomain`] for a negative bound.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::funding::hourly_rate};
/// let bound = Ratio::millionths(4_000);
/// assert_eq!(hourly_rate(Ratio::millionths(4_000), bound), Ok(Ratio(437_500_000_000_000)));
/// assert_eq!(hourly_rate(Ratio::millionths(300), bound), Ok(Ratio(12_500_000_000_000)));
/// ```
pub fn hourly_rate(premium: Ratio, bound: Ratio) -> Result<Ratio, MathError> {
    if bound < Ratio::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let pull = BASE.checked_sub(premium)?.0.clamp(-DEAD_BAND.0, DEAD_BAND.0);
    let eight_hours = premium.checked_add(Ratio(pull))?;
    let negative_bound = bound.checked_neg()?;
    Ok(Ratio(eight_hours.0 >> 3).clamp(negative_bound, bound))
}
