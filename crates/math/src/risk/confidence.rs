//! Initial margin for feeds that are unsure, and for a quote coin below its peg.

use crate::MathError;
use crate::fixed::quantity::{Cash, Price, Product, Ratio, Size};

/// How a confidence below what is usual turns into a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfidenceRule {
    /// From nothing at 0.75 without a step: `(1 − c)·clamp((0.75 − c)/0.20, 0, 1)`.
    Ramp,
    /// At once below 0.55: `1 − c`.
    Jump,
}

impl ConfidenceRule {
    /// The rate on the notional that rests on a feed of this confidence.
    ///
    /// # Domain
    /// A confidence outside [0, 1] counts as the nearer end.
    ///
    /// # Rounding
    /// Up.
    ///
    /// # Errors
    /// [`MathError::Overflow`], which no confidence reaches.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::confidence::ConfidenceRule};
    /// let (low, lower) = (Ratio::millionths(600_000), Ratio::millionths(500_000));
    /// assert_eq!(ConfidenceRule::Ramp.rate_ceil(low), Ok(Ratio::millionths(300_000)));
    /// assert_eq!(ConfidenceRule::Jump.rate_ceil(low), Ok(Ratio::ZERO));
    /// assert_eq!(ConfidenceRule::Jump.rate_ceil(lower), ConfidenceRule::Ramp.rate_ceil(lower));
    /// ```
    pub fn rate_ceil(self, confidence: Ratio) -> Result<Ratio, MathError> {
        const UNSURE: Ratio = Ratio::millionths(750_000);
        const POOR: Ratio = Ratio::millionths(550_000);
        let confidence = confidence.clamped_to_unit();
        let doubt = Ratio::ONE.checked_sub(confidence)?;
        match self {
            Self::Jump => Ok(if confidence < POOR { doubt } else { Ratio::ZERO }),
            Self::Ramp => {
                // A division by 0.20 is five times; at most 3.75.
                let below = UNSURE.checked_sub(confidence)?.0.saturating_mul(5);
                doubt.mul_ceil(Ratio(below).clamped_to_unit())
            }
        }
    }
}

/// What doubt adds to the initial margin of a notional: its rate times the notional.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Ratio, risk::confidence::{ConfidenceRule, doubt_ceil}};
/// let doubt = doubt_ceil(ConfidenceRule::Ramp, Ratio::millionths(500_000), Cash(26_000));
/// assert_eq!(doubt, Ok(Cash(13_000)));
/// ```
pub fn doubt_ceil(
    rule: ConfidenceRule,
    confidence: Ratio,
    notional: Cash,
) -> Result<Cash, MathError> {
    let rate = rule.rate_ceil(confidence)?;
    if rate == Ratio::ZERO { Ok(Cash::ZERO) } else { notional.mul_ceil(rate) }
}

/// What a quote coin below 0.98 adds to the initial margin in standard margin:
/// `max(0, 0.98 − stable) · 1.2 · S · size`, the size that of the perpetual and of the short options.
///
/// # Rounding
/// Up.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, Price, Ratio, Size, risk::confidence::depeg_ceil};
/// const ONE: i128 = 1_000_000_000_000_000_000;
/// let depeg = |stable| depeg_ceil(Ratio::millionths(stable), Price(2_000), Size(10 * ONE));
/// assert_eq!(depeg(930_000), Ok(Cash(1_200)));
/// assert_eq!(depeg(980_000), Ok(Cash(0)));
/// ```
pub fn depeg_ceil(stable: Ratio, index: Price, size: Size) -> Result<Cash, MathError> {
    const PEG: Ratio = Ratio::millionths(980_000);
    const WEIGHT: Ratio = Ratio::millionths(1_200_000);
    let gap = PEG.checked_sub(stable)?.max(Ratio::ZERO);
    if gap == Ratio::ZERO {
        return Ok(Cash::ZERO);
    }
    size.mul_ceil(index)?.mul_ceil(gap.mul_ceil(WEIGHT)?)
}
