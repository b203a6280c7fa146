//! What keepers are paid.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// The share of the closed notional that keepers earn: 0.1%.
const SHARE: Ratio = Ratio::millionths(1_000);

/// What a keeper is due after a slice: `max(0, min(ρ(C), E0/2) − paid)`, `ρ(C) = max(g, 0.1%·C)`, with C the
/// notional closed so far, this slice included, E0 the equity at the flag and g the keeper minimum.
///
/// It depends on the sum closed alone, so cutting a liquidation into slices never pays more.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::liquidation::keeper_reward};
/// assert_eq!(keeper_reward(Cash(5_000), Cash(200), Cash(2), Cash(2)), Ok(Cash(3)));
/// assert_eq!(keeper_reward(Cash(5_000), Cash(6), Cash(2), Cash(2)), Ok(Cash(1)));
/// assert_eq!(keeper_reward(Cash(5_000), Cash(-6), Cash(0), Cash(2)), Ok(Cash(0)));
/// ```
pub fn keeper_reward(
    closed: Cash,
    equity_at_flag: Cash,
    paid: Cash,
    minimum: Cash,
) -> Result<Cash, MathError> {
    let earned = closed.mul_floor(SHARE)?.max(minimum);
    Ok(earned.min(half(equity_at_flag)).checked_sub(paid)?.max(Cash::ZERO))
}

/// What an account pays for being flagged: the keeper minimum, at most half its equity.
///
/// # Rounding
/// Down.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::liquidation::flag_reward};
/// assert_eq!(flag_reward(Cash(200), Cash(2)), Cash(2));
/// assert_eq!(flag_reward(Cash(3), Cash(2)), Cash(1));
/// ```
#[inline]
pub fn flag_reward(equity: Cash, minimum: Cash) -> Cash {
    minimum.min(half(equity)).max(Cash::ZERO)
}

/// What insurance adds where half the equity does not reach the keeper minimum; once per account and day.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::liquidation::insurance_top_up};
/// assert_eq!(insurance_top_up(Cash(3), Cash(2)), Cash(1));
/// assert_eq!(insurance_top_up(Cash(-50), Cash(2)), Cash(2));
/// ```
#[inline]
pub fn insurance_top_up(equity: Cash, minimum: Cash) -> Cash {
    // A reward is between 0 and the minimum, so the difference cannot overflow for a minimum of 0 or more.
    Cash(minimum.0.max(0).saturating_sub(flag_reward(equity, minimum).0))
}

/// Half of an equity, rounded down; 0 of a negative one.
#[inline]
fn half(equity: Cash) -> Cash {
    Cash(equity.0 >> 1).max(Cash::ZERO)
}
