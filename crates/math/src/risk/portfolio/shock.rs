//! What scenarios do to an implied volatility.

use crate::MathError;
use crate::fixed::quantity::{Product, Quotient, Ratio};
use crate::fixed::{mul_div_ceil, sqrt_floor};

/// Seconds of a day.
const DAY: u64 = 86_400;
/// Seconds of 30 days, where volatilities move by their plain shares.
const MONTH: u64 = 30 * DAY;

/// How far volatilities rise and fall: by a share that is larger for short times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolatilityRules {
    /// What they rise to at least.
    pub least_up: Ratio,
    /// The share that they rise by at 30 days.
    pub up: Ratio,
    /// The share that they fall by at 30 days.
    pub down: Ratio,
    /// p up to 30 days.
    pub short_power: Ratio,
    /// p beyond.
    pub long_power: Ratio,
}

impl VolatilityRules {
    /// Base and power of the multiplier of the shares, `(30 days / max(T, 1 day))^p`: to be raised by
    /// whoever has a power. Without a step at 30 days, where the base is one.
    ///
    /// # Rounding
    /// The base up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS};
    /// let (base, power) = OURS.volatility.multiplier_ceil(7 * 86_400 + 43_200)?;
    /// assert_eq!((base, power), (Ratio::millionths(4_000_000), Ratio::millionths(300_000)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn multiplier_ceil(&self, seconds: u64) -> Result<(Ratio, Ratio), MathError> {
        let counted = seconds.max(DAY) as i128;
        let base = mul_div_ceil(MONTH as i128, Ratio::ONE.0, counted)?;
        let power = if seconds <= MONTH { self.short_power } else { self.long_power };
        Ok((Ratio(base), power))
    }

    /// A volatility that rose: `max(least, σ(1 + up·multiplier))`.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS};
    /// let up = |vol| OURS.volatility.up_ceil(Ratio::millionths(vol), Ratio::ONE);
    /// assert_eq!(up(600_000), Ok(Ratio::millionths(900_000)));
    /// assert_eq!(up(100_000), Ok(Ratio::millionths(400_000)));
    /// ```
    pub fn up_ceil(&self, volatility: Ratio, multiplier: Ratio) -> Result<Ratio, MathError> {
        let factor = Ratio::ONE.checked_add(self.up.mul_ceil(multiplier)?)?;
        Ok(volatility.mul_ceil(factor)?.max(self.least_up))
    }

    /// A volatility that fell: `σ·max(0, 1 − down·multiplier)`.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS};
    /// let down = |by| OURS.volatility.down_floor(Ratio::millionths(600_000), Ratio::millionths(by));
    /// assert_eq!(down(1_000_000), Ok(Ratio::millionths(420_000)));
    /// assert_eq!(down(4_000_000), Ok(Ratio::ZERO));
    /// ```
    pub fn down_floor(&self, volatility: Ratio, multiplier: Ratio) -> Result<Ratio, MathError> {
        let factor = Ratio::ONE.checked_sub(self.down.mul_ceil(multiplier)?)?;
        volatility.mul_floor(factor.max(Ratio::ZERO))
    }
}

/// How far volatilities tilt: less for long times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SkewRules {
    /// The largest share at no time.
    pub most: Ratio,
    /// What a year takes off it, by the root of time.
    pub slope: Ratio,
    /// The moneyness of a year at which it is reached: four deviations of 60%.
    pub width: Ratio,
    /// The moneyness at which it is reached at least.
    pub least_width: Ratio,
}

/// The tilt of an expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skew {
    /// The largest share.
    pub cap: Ratio,
    /// The logarithmic moneyness at which it is reached.
    pub width: Ratio,
}

impl SkewRules {
    /// The tilt of an expiry in `years`: `max(0, 0.25 − 0.1√T)`, reached at `max(0.01, 2.4√T)`.
    ///
    /// # Rounding
    /// The share up, the width down: the tilt is never less.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a negative time; [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::{OURS, shock::Skew}};
    /// let skew = OURS.skew.at(Ratio::millionths(250_000))?;
    /// assert_eq!(skew, Skew { cap: Ratio::millionths(200_000), width: Ratio::millionths(1_200_000) });
    /// assert_eq!(OURS.skew.at(Ratio::millionths(9_000_000))?.cap, Ratio::ZERO);
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn at(&self, years: Ratio) -> Result<Skew, MathError> {
        let root = Ratio(sqrt_floor(years.0)?);
        let cap = self.most.checked_sub(self.slope.mul_floor(root)?)?.max(Ratio::ZERO);
        Ok(Skew { cap, width: root.mul_floor(self.width)?.max(self.least_width) })
    }
}

impl Skew {
    /// A volatility that tilted: `σ·max(0, 1 ± clamp(y·cap/width, −cap, cap))`. y is ln(K/F) in the
    /// linear row and its magnitude in the absolute one; 0 for a strike of 0, whose options have no
    /// volatility.
    ///
    /// # Rounding
    /// Down, of a share that is not directed.
    ///
    /// # Accuracy
    /// The share is within 101 units, where the width is least: one of the product, divided by 0.01.
    ///
    /// # Errors
    /// [`MathError::Overflow`]; [`MathError::DivideByZero`] for a width of 0, which rules do not make.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::shock::Skew};
    /// let skew = Skew { cap: Ratio::millionths(200_000), width: Ratio::millionths(1_000_000) };
    /// let tilted = |moneyness, is_plus| skew.tilted_floor(Ratio::ONE, Ratio(moneyness), is_plus);
    /// assert_eq!(tilted(500_000_000_000_000_000, true), Ok(Ratio::millionths(1_100_000)));
    /// assert_eq!(tilted(-9_000_000_000_000_000_000, true), Ok(Ratio::millionths(800_000)));
    /// assert_eq!(tilted(-9_000_000_000_000_000_000, false), Ok(Ratio::millionths(1_200_000)));
    /// ```
    pub fn tilted_floor(
        &self,
        volatility: Ratio,
        moneyness: Ratio,
        is_plus: bool,
    ) -> Result<Ratio, MathError> {
        let reached = moneyness.clamp(self.width.checked_neg()?, self.width);
        let tilt: Ratio = reached.mul_floor(self.cap)?.div_floor(self.width)?;
        let tilt = if is_plus { tilt } else { tilt.checked_neg()? };
        volatility.mul_floor(Ratio::ONE.checked_add(tilt)?.max(Ratio::ZERO))
    }
}
