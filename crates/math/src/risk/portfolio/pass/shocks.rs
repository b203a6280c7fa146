//! The shocks of a leg: what the expiry shares is prepared once, so that a leg divides once for its tilts.

use crate::MathError;
use crate::fixed::pow::pow;
use crate::fixed::quantity::{Product, Ratio};
use crate::fixed::real::Real;
use crate::pricing::Expiry;
use crate::pricing::scenario::Shock;
use crate::pricing::time_value::Deviation;
use crate::risk::portfolio::Model;
use crate::risk::portfolio::shock::Skew;

/// 10⁻¹⁸.
const PER_WAD: Real = Real::new(1_000_000_000_000_000_000, 0).inverse();
/// Binary places of a tilt.
const TILT_PLACES: i32 = 62;
const ONE: u64 = 1 << TILT_PLACES;

/// A factor of volatilities, and its reciprocal.
#[derive(Clone, Copy, Debug)]
struct Factor {
    value: Real,
    inverse: Real,
}

impl Factor {
    fn new(factor: Ratio) -> Self {
        let value = Real::from_integer(factor.0.unsigned_abs()).times(PER_WAD);
        Self { value, inverse: value.inverse() }
    }

    #[inline(always)]
    fn of(&self, deviation: &Deviation) -> Shock {
        Shock::of(
            deviation.value().rough_times(self.value),
            deviation.inverse().rough_times(self.inverse),
        )
    }
}

/// The volatility shocks of an expiry.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExpiryShocks {
    up: Factor,
    down: Factor,
    /// What volatilities rise to at least, and the shock that this is.
    least_up: Real,
    least: Shock,
    /// The largest tilt, in units of 2⁻⁶².
    cap: u64,
    /// Tilt by moneyness.
    slope: Real,
}

impl ExpiryShocks {
    /// Prepares the shocks of an expiry so many seconds away.
    ///
    /// # Errors
    /// [`MathError::Overflow`], [`MathError::OutOfDomain`].
    pub(super) fn new(model: &Model<'_>, seconds: u64, of: &Expiry) -> Result<Self, MathError> {
        let rules = &model.volatility;
        let (base, power) = rules.multiplier_ceil(seconds)?;
        let multiplier = pow(base, power)?;
        let up = Ratio::ONE.checked_add(rules.up.mul_ceil(multiplier)?)?;
        let down = Ratio::ONE.checked_sub(rules.down.mul_ceil(multiplier)?)?.max(Ratio::ZERO);
        let least = of.deviation(rules.least_up)?;
        let Skew { cap, width } = model.skew.at(of.years())?;
        let (cap, width) = (Factor::new(cap), Factor::new(width));
        Ok(Self {
            up: Factor::new(up),
            down: Factor::new(down),
            least_up: least.volatility(),
            least: Shock::new(&least),
            cap: cap.value.fixed(TILT_PLACES).min(ONE),
            slope: cap.value.times(width.inverse),
        })
    }

    /// All shocks of a leg in the order of [places](super::points::place): its deviation, and its ln(K/F) in units of 2⁻⁵⁸.
    #[inline(always)]
    pub(super) fn of_leg(&self, deviation: &Deviation, moneyness: i64) -> [Shock; 8] {
        let plain = Shock::new(deviation);
        let risen = deviation.volatility().times(self.up.value);
        let up = if risen.is_below(self.least_up) { self.least } else { self.up.of(deviation) };
        let tilt = Real::new(moneyness.unsigned_abs(), -58).rough_times(self.slope);
        let tilt = tilt.fixed(TILT_PLACES).min(self.cap);
        let more = Self::tilted(deviation, ONE.wrapping_add(tilt));
        let less = Self::tilted(deviation, ONE.wrapping_sub(tilt));
        let (plus, minus) = if moneyness < 0 { (less, more) } else { (more, less) };
        [plain, up, self.down.of(deviation), plus, minus, more, less, plain]
    }

    #[inline(always)]
    fn tilted(deviation: &Deviation, factor: u64) -> Shock {
        let value = Real::new(factor, TILT_PLACES.wrapping_neg());
        Factor { value, inverse: value.rough_inverse() }.of(deviation)
    }
}
