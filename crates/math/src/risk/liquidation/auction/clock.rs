//! The clock of a solvent auction, and the share of the value that it asks for.

use crate::MathError;
use crate::fixed::mul_div_ceil;
use crate::fixed::quantity::Ratio;
use crate::risk::regime::Regime;

/// φ at the start.
const FIRST: Ratio = Ratio::millionths(950_000);
/// φ at the end of the fast stretch.
const SECOND: Ratio = Ratio::millionths(700_000);
/// Half seconds of the fast stretch: 900 s.
const FAST: u64 = 1_800;
/// Half seconds of the slow stretch, from there to nothing: 43,200 s.
const SLOW: u64 = 86_400;

/// Time in an auction, which passes at half the speed in a crisis.
///
/// It is moved whenever the auction is touched; the time since then passes at the speed of the regime
/// at the touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AuctionClock {
    /// Half seconds that have passed.
    pub half_seconds: u64,
    /// The second up to which they are counted.
    pub at: u64,
}

impl AuctionClock {
    /// A clock that starts.
    #[inline]
    pub const fn started(now: u64) -> Self {
        Self { half_seconds: 0, at: now }
    }

    /// The clock at `now`; a time before the last touch counts as that.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::risk::{liquidation::AuctionClock, regime::Regime};
    /// let clock = AuctionClock::started(100).moved(550, Regime::Normal);
    /// assert_eq!(clock.half_seconds, 900);
    /// assert_eq!(clock.moved(1_000, Regime::Crisis).half_seconds, 1_350);
    /// ```
    #[inline]
    pub fn moved(self, now: u64, regime: Regime) -> Self {
        let elapsed = now.saturating_sub(self.at);
        let speed = if regime == Regime::Crisis { 1 } else { 2 };
        let half_seconds = self.half_seconds.saturating_add(elapsed.saturating_mul(speed));
        Self { half_seconds, at: now.max(self.at) }
    }
}

/// φ: the share of the value that a bidder pays. From 0.95 to 0.70 in 900 s, from there to 0 in 43,200 s.
///
/// # Rounding
/// Up.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::liquidation::{AuctionClock, price_share_ceil}};
/// let share = |seconds: u64| price_share_ceil(AuctionClock { half_seconds: 2 * seconds, at: 0 });
/// assert_eq!(share(450), Ok(Ratio::millionths(825_000)));
/// assert_eq!(share(22_500), Ok(Ratio::millionths(350_000)));
/// assert_eq!(share(44_100), Ok(Ratio::ZERO));
/// ```
///
/// # Errors
/// [`MathError::Overflow`], which no clock reaches.
pub fn price_share_ceil(clock: AuctionClock) -> Result<Ratio, MathError> {
    let elapsed = clock.half_seconds;
    let (floor, height, left, whole) = if elapsed <= FAST {
        (SECOND, FIRST.checked_sub(SECOND)?, FAST.saturating_sub(elapsed), FAST)
    } else {
        let end = FAST.saturating_add(SLOW);
        (Ratio::ZERO, SECOND, end.saturating_sub(elapsed), SLOW)
    };
    floor.checked_add(Ratio(mul_div_ceil(height.0, left as i128, whole as i128)?))
}
