//! Older prices need more margin.

use super::Rates;
use crate::fixed::quantity::Ratio;
use crate::fixed::{WAD, mul_div_ceil, sqrt_ceil};

/// Age up to which a price counts as fresh, seconds.
const FRESH: u64 = 60;
/// The horizon that margin rates are set for, seconds.
const DAY: i128 = 86_400;
/// What the maintenance multiplier never exceeds: an account must not become liquidatable only because a
/// feed is slow.
const MAINTENANCE_CAP: Ratio = Ratio::millionths(1_050_000);

/// What the age of a market's oldest price multiplies its margins with:
/// `λ(age) = √(1 + max(0, age − 60 s) / 86,400 s)`; for maintenance at most 1.05.
///
/// The rates are set for what a price does in a day. A random walk's variance grows with time, so a price
/// that is already `age` old is margined for a day and its age.
///
/// # Units
/// Seconds.
///
/// # Rounding
/// Up.
///
/// # Examples
/// ```
/// use ballast_math::risk::{Rates, latency::latency_ceil};
/// assert_eq!(latency_ceil(60), Rates::ONE);
/// assert_eq!(latency_ceil(3_660).initial.0, 1_020_620_726_159_657_542);
/// assert_eq!(latency_ceil(86_460).maintenance.0, 1_050_000_000_000_000_000);
/// ```
pub fn latency_ceil(age: u64) -> Rates {
    let late = age.saturating_sub(FRESH) as i128;
    if late == 0 {
        return Rates::ONE;
    }
    // late < 2⁶⁴, so the radicand is below 2⁶⁴ · 10¹⁸ / 86,400 < 2¹⁰⁸ and no step can fail.
    let radicand = mul_div_ceil(late, WAD, DAY).unwrap_or(i128::MAX).saturating_add(WAD);
    let initial = Ratio(sqrt_ceil(radicand).unwrap_or(i128::MAX));
    Rates { initial, maintenance: initial.min(MAINTENANCE_CAP) }
}
