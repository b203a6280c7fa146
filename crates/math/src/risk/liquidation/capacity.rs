//! How fast liquidations may take over a market's positions: a leaky bucket.

use crate::MathError;
use crate::fixed::quantity::Size;

/// W: seconds in which a full bucket empties.
pub const CAPACITY_WINDOW: u64 = 30;

/// What is in a market's bucket after `seconds`, and what it holds: `max(0, used − c·seconds)` and `c·W`,
/// c its capacity in units per second.
///
/// In any interval of L seconds at most `cW·(1 + L/W)` passes: the bucket once, and what leaks meanwhile.
///
/// # Errors
/// [`MathError::Overflow`]; [`MathError::OutOfDomain`] for a negative capacity or use.
///
/// # Examples
/// ```
/// use ballast_math::{Size, risk::liquidation::capacity_used};
/// assert_eq!(capacity_used(Size(80), Size(3), 5), Ok((Size(65), Size(90))));
/// assert_eq!(capacity_used(Size(80), Size(3), 600), Ok((Size(0), Size(90))));
/// ```
pub fn capacity_used(
    used: Size,
    per_second: Size,
    seconds: u64,
) -> Result<(Size, Size), MathError> {
    if used < Size::ZERO || per_second < Size::ZERO {
        return Err(MathError::OutOfDomain);
    }
    let holds = per_second.0.checked_mul(CAPACITY_WINDOW as i128).ok_or(MathError::Overflow)?;
    // What leaks beyond 127 bits has emptied it.
    let leaked = per_second.0.saturating_mul(seconds as i128);
    Ok((Size(used.0.saturating_sub(leaked).max(0)), Size(holds)))
}

/// What may be taken over now: what the bucket holds less what is in it, at least 0.
///
/// # Errors
/// As [`capacity_used`].
///
/// # Examples
/// ```
/// use ballast_math::{Size, risk::liquidation::capacity_left};
/// assert_eq!(capacity_left(Size(80), Size(3), 5), Ok(Size(25)));
/// ```
pub fn capacity_left(used: Size, per_second: Size, seconds: u64) -> Result<Size, MathError> {
    let (used, holds) = capacity_used(used, per_second, seconds)?;
    Ok(holds.checked_sub(used)?.max(Size::ZERO))
}
