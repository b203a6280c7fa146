//! The maintenance multiplier, which never jumps.

use super::Regime;
use crate::MathError;
use crate::fixed::mul_div_ceil;
use crate::fixed::quantity::Ratio;

/// Seconds of the way up to the target of a crisis.
const INTO_CRISIS: u64 = 3_600;
/// Seconds of any other way.
const OTHERWISE: u64 = 21_600;

/// The maintenance multiplier of a market on its way to a regime's target.
///
/// Nothing changes in the second of a change of regime. The way is at most 0.1 in an hour, 2.78e-5 a
/// second, so an account at 1.02 of its maintenance margin has 720 s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaintenanceRamp {
    /// The multiplier at `since`.
    pub from: Ratio,
    /// The regime whose target it tends to.
    pub towards: Regime,
    /// The second of the last change of target.
    pub since: u64,
}

impl MaintenanceRamp {
    /// A multiplier that has arrived at a regime's target.
    pub const fn settled(regime: Regime) -> Self {
        Self { from: regime.maintenance_target(), towards: regime, since: 0 }
    }

    /// The multiplier at `now`: linear from `from` to the target, in an hour into crisis, else in six.
    /// A time before `since` counts as that.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`], which no ramp that started [settled](MaintenanceRamp::settled) reaches.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::regime::{MaintenanceRamp, Regime}};
    /// let ramp = MaintenanceRamp::settled(Regime::Normal).retargeted(Regime::Crisis, 1_000)?;
    /// assert_eq!(ramp.value_ceil(1_000), Ok(Ratio::ONE));
    /// assert_eq!(ramp.value_ceil(1_720), Ok(Ratio::millionths(1_020_000)));
    /// assert_eq!(ramp.value_ceil(9_999), Ok(Ratio::millionths(1_100_000)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn value_ceil(&self, now: u64) -> Result<Ratio, MathError> {
        let whole = if self.towards == Regime::Crisis { INTO_CRISIS } else { OTHERWISE };
        let passed = now.saturating_sub(self.since).min(whole);
        let way = self.towards.maintenance_target().checked_sub(self.from)?;
        self.from.checked_add(Ratio(mul_div_ceil(way.0, passed as i128, whole as i128)?))
    }

    /// The ramp after the regime is `regime` at `now`; the same if its target is.
    ///
    /// # Errors
    /// As [`MaintenanceRamp::value_ceil`].
    pub fn retargeted(self, regime: Regime, now: u64) -> Result<Self, MathError> {
        if regime.maintenance_target() == self.towards.maintenance_target() {
            return Ok(self);
        }
        Ok(Self { from: self.value_ceil(now)?, towards: regime, since: now.max(self.since) })
    }
}
