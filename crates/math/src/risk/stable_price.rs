//! A slow price, so that a price held up for hours is worth little as margin.

mod means;

pub use means::HourlyMeans;

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio};

/// How far the stable price may be from the mean of a day ago: 25%.
const REACH: Ratio = Ratio::millionths(250_000);
/// How fast it moves at most: 0.03% of itself per second.
const SPEED: Ratio = Ratio::millionths(300);
/// Seconds of one step that count.
const LONGEST_STEP: u64 = 600;

/// The stable price after `seconds`: `L + clamp(target − L, ±L·0.03%·min(seconds, 600))`,
/// `target = clamp(spot, D·0.75, D·1.25)`, with D the mean of an hour that ended a day ago
/// ([`HourlyMeans::day_ago`]).
///
/// # Domain
/// Prices of 0 or more.
///
/// # Rounding
/// The bounds of target and step inwards: it never moves further than the formula says.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a negative price; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Price, risk::stable_price::stable_price};
/// let at = |price, seconds| stable_price(Price(price), Price(1_000), Price(1_300), seconds);
/// assert_eq!(at(1_000, 60), Ok(Price(1_018)));
/// assert_eq!(at(1_000, 1_200), Ok(Price(1_180)));
/// assert_eq!(at(1_250, 1_200), Ok(Price(1_250)));
/// ```
pub fn stable_price(
    stable: Price,
    day_ago: Price,
    spot: Price,
    seconds: u64,
) -> Result<Price, MathError> {
    if stable.min(day_ago).min(spot) < Price::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let lowest = day_ago.mul_ceil(Ratio::ONE.checked_sub(REACH)?)?;
    let highest = day_ago.mul_floor(Ratio::ONE.checked_add(REACH)?)?;
    // For a price of one or two units the bounds inwards cross; the lower one then counts.
    let target = spot.min(highest).max(lowest);
    // At most 600 · 0.0003 = 0.18.
    let speed = SPEED.0.saturating_mul(seconds.min(LONGEST_STEP) as i128);
    let step = stable.mul_floor(Ratio(speed))?;
    let way = target.checked_sub(stable)?;
    stable.checked_add(way.clamp(step.checked_neg()?, step))
}

/// What the stable price takes off the initial balance of a market: `max(0, V(spot) − V(stable))`, V the
/// undiscounted value of its legs and collateral with forwards moved along.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::stable_price::stable_price_term};
/// assert_eq!(stable_price_term(Cash(130), Cash(102)), Ok(Cash(28)));
/// assert_eq!(stable_price_term(Cash(-130), Cash(-102)), Ok(Cash(0)));
/// ```
pub fn stable_price_term(at_spot: Cash, at_stable: Cash) -> Result<Cash, MathError> {
    Ok(at_spot.checked_sub(at_stable)?.max(Cash::ZERO))
}
