//! From variances to a regime: up at once, down slowly.

use super::{Regime, Variances};
use crate::MathError;
use crate::fixed::quantity::Ratio;

/// Seconds that a market must have been quiet for the next lower regime.
const QUIET: u64 = 1_800;

/// A bound on a quotient of volatilities n/d, as that of the variances: n²/d².
#[derive(Clone, Copy)]
struct Bound(i128, i128);

/// 5/2.
const CRISIS: Bound = Bound(25, 4);
/// 3/2.
const ELEVATED: Bound = Bound(9, 4);
/// 0.85 · 5/2 = 17/8.
const BELOW_CRISIS: Bound = Bound(289, 64);
/// 0.85 · 3/2 = 51/40.
const BELOW_ELEVATED: Bound = Bound(2_601, 1_600);
/// 9/10, of the ratio.
const CALM_RATIO: Bound = Bound(81, 100);
/// 7/10, of the level.
const CALM_LEVEL: Bound = Bound(49, 100);

impl Bound {
    /// Whether √(variance/base) reaches the bound, in integers: no root, no rounding. No variance
    /// reaches none, any other reaches every multiple of nothing.
    fn is_reached(self, variance: Ratio, base: Ratio) -> Result<bool, MathError> {
        let Self(numerator, denominator) = self;
        let left = variance.0.checked_mul(denominator).ok_or(MathError::Overflow)?;
        let right = base.0.checked_mul(numerator).ok_or(MathError::Overflow)?;
        Ok(variance > Ratio::ZERO && left >= right)
    }

    /// Whether short over long variance or short over reference variance reaches it.
    fn is_reached_by(self, of: &Variances) -> Result<bool, MathError> {
        Ok(self.is_reached(of.short, of.long)? || self.is_reached(of.short, of.reference)?)
    }
}

fn is_calm(of: &Variances) -> Result<bool, MathError> {
    Ok(!CALM_RATIO.is_reached(of.short, of.long)?
        && !CALM_LEVEL.is_reached(of.short, of.reference)?)
}

/// The regime that variances call for, without history.
///
/// With ratio = σ_short/σ_long and level = σ_short/σ_ref: crisis where either is at least 2.5, elevated
/// where either is at least 1.5, calm where the ratio is below 0.9 and the level below 0.7, normal
/// elsewhere.
///
/// # Errors
/// [`MathError::Overflow`] for variances beyond 1e16.
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::regime::{Regime, Variances, measured}};
/// let at = |short| measured(&Variances {
///     short: Ratio::millionths(short), long: Ratio::millionths(360_000), reference: Ratio::millionths(360_000) });
/// assert_eq!(at(2_250_000), Ok(Regime::Crisis));
/// assert_eq!(at(2_249_999), Ok(Regime::Elevated));
/// assert_eq!(at(176_400), Ok(Regime::Normal));
/// assert_eq!(at(176_399), Ok(Regime::Calm));
/// ```
pub fn measured(of: &Variances) -> Result<Regime, MathError> {
    Ok(if CRISIS.is_reached_by(of)? {
        Regime::Crisis
    } else if ELEVATED.is_reached_by(of)? {
        Regime::Elevated
    } else if is_calm(of)? {
        Regime::Calm
    } else {
        Regime::Normal
    })
}

/// The regime of a market, and since when it could fall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegimeState {
    /// The regime in force.
    pub regime: Regime,
    /// The second since which every observation allowed the next lower one; none if the last did not.
    pub quiet_since: Option<u64>,
}

impl RegimeState {
    /// The regime after an observation at `now`.
    ///
    /// Up at once, as far as [`measured`] says. Down by one when for 30 minutes every observation had
    /// both measures below 0.85 of what the regime is entered at; into calm when calm's own conditions
    /// held that long. The half hour starts anew with each step down.
    ///
    /// # Errors
    /// As [`measured`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::regime::{Regime, RegimeState, Variances}};
    /// let at = |short| Variances {
    ///     short: Ratio::millionths(short), long: Ratio::ONE, reference: Ratio::ONE };
    /// let crisis = RegimeState::default().observed(&at(6_250_000), 0)?;
    /// assert_eq!(crisis.regime, Regime::Crisis);
    /// let falling = crisis.observed(&at(4_515_624), 100)?;
    /// assert_eq!(falling.observed(&at(4_515_624), 1_899)?.regime, Regime::Crisis);
    /// assert_eq!(falling.observed(&at(4_515_624), 1_900)?.regime, Regime::Elevated);
    /// assert_eq!(falling.observed(&at(4_515_625), 1_800)?.quiet_since, None);
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn observed(self, of: &Variances, now: u64) -> Result<Self, MathError> {
        let regime = measured(of)?;
        if regime > self.regime {
            return Ok(Self { regime, quiet_since: None });
        }
        if !may_fall(self.regime, of)? {
            return Ok(Self { quiet_since: None, ..self });
        }
        let since = self.quiet_since.unwrap_or(now);
        if now.saturating_sub(since) < QUIET {
            return Ok(Self { quiet_since: Some(since), ..self });
        }
        let regime = self.regime.below();
        Ok(Self { regime, quiet_since: may_fall(regime, of)?.then_some(now) })
    }
}

/// Whether the variances are quiet enough for what is below a regime.
fn may_fall(regime: Regime, of: &Variances) -> Result<bool, MathError> {
    match regime {
        Regime::Crisis => Ok(!BELOW_CRISIS.is_reached_by(of)?),
        Regime::Elevated => Ok(!BELOW_ELEVATED.is_reached_by(of)?),
        Regime::Normal => is_calm(of),
        Regime::Calm => Ok(false),
    }
}
