//! Terms for positions that are large against their market. Full in initial, half in maintenance margin.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Quotient, Ratio};
use crate::fixed::sqrt_ceil;

/// What unwinding costs: `|Δ|S · σ_d · √(|Δ|S / V)`, with |Δ|S the dollar delta, σ_d the volatility of a day
/// and V a configured daily volume (never one measured on chain).
///
/// # Domain
/// All; 0 for a volume of zero or less, which switches the term off.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`]; [`MathError::OutOfDomain`] for a negative delta.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::liquidity::liquidity_ceil};
/// // A quarter of the daily volume at 2% a day: half of 2%.
/// let cost = liquidity_ceil(Cash(1_000_000), Ratio::millionths(20_000), Cash(4_000_000));
/// assert_eq!(cost, Ok(Cash(10_000)));
/// ```
pub fn liquidity_ceil(delta: Cash, daily: Ratio, volume: Cash) -> Result<Cash, MathError> {
    if volume <= Cash::ZERO {
        return Ok(Cash::ZERO);
    }
    let share = Ratio(sqrt_ceil(delta.div_ceil(volume)?.0)?);
    delta.mul_ceil(daily)?.mul_ceil(share)
}

/// The volatility of a day: `max(2%, σ/√365)`.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::liquidity::daily_volatility_ceil};
/// assert_eq!(daily_volatility_ceil(Ratio::millionths(300_000)), Ok(Ratio::millionths(20_000)));
/// assert_eq!(daily_volatility_ceil(Ratio::ONE)?.0 / 10i128.pow(12), 52_342);
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn daily_volatility_ceil(annual: Ratio) -> Result<Ratio, MathError> {
    /// √365 = 19.104973…, from below.
    const ROOT_OF_YEAR: Ratio = Ratio(19_104_973_174_542_800_179);
    Ok(annual.div_ceil(ROOT_OF_YEAR)?.max(Ratio::millionths(20_000)))
}

/// What holding much of a market adds: `N · max(0, N/cap − 5%)`, N the notional and the cap that of open
/// interest, both in quote units.
///
/// # Domain
/// All; 0 for a cap of zero or less, which switches the term off.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::liquidity::concentration_ceil};
/// assert_eq!(concentration_ceil(Cash(16_000_000), Cash(64_000_000)), Ok(Cash(3_200_000)));
/// assert_eq!(concentration_ceil(Cash(3), Cash(64)), Ok(Cash(0)));
/// ```
pub fn concentration_ceil(notional: Cash, cap: Cash) -> Result<Cash, MathError> {
    const FREE: Ratio = Ratio::millionths(50_000);
    if cap <= Cash::ZERO {
        return Ok(Cash::ZERO);
    }
    let excess = notional.div_ceil(cap)?.checked_sub(FREE)?.max(Ratio::ZERO);
    notional.mul_ceil(excess)
}
