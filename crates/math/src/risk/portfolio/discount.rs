//! What the shocked value of an expiry counts for.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// How shocked values are discounted: assets by less than their value, debts by more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscountRules {
    /// B⁺, of assets; at most 1.
    pub gain: Ratio,
    /// B⁻, of debts; at least 1. With B⁺ ≤ 1 ≤ B⁻ a split of a book never has the larger balance.
    pub loss: Ratio,
    /// a: added to the rate, per year.
    pub spread: Ratio,
    /// m⁺: what of the rate counts for assets.
    pub gain_rate: Ratio,
    /// m⁻: what of the rate counts for debts.
    pub loss_rate: Ratio,
}

/// What to take exponentials of, for an expiry; each 0 or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscountExponents {
    /// T(r·m⁺ + a), to be negated.
    pub gain: Ratio,
    /// T(r·m⁻ + a).
    pub loss: Ratio,
    /// T·r.
    pub rate: Ratio,
}

/// What the shocked value of an expiry is multiplied with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscountFactors {
    /// Of a value of 0 or more.
    pub gain: Ratio,
    /// Of a value below 0.
    pub loss: Ratio,
}

impl DiscountRules {
    /// The exponents of an expiry in `years` at a rate, which counts from 0 up.
    ///
    /// # Rounding
    /// Up, which is against the account in each.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS};
    /// let exponents = OURS.discount.exponents_ceil(Ratio::millionths(40_000), Ratio::millionths(250_000))?;
    /// assert_eq!(exponents.gain, Ratio::millionths(30_000));
    /// assert_eq!(exponents.loss, Ratio::millionths(25_000));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn exponents_ceil(
        &self,
        rate: Ratio,
        years: Ratio,
    ) -> Result<DiscountExponents, MathError> {
        let rate = rate.max(Ratio::ZERO);
        let of = |part: Ratio| rate.mul_ceil(part)?.checked_add(self.spread)?.mul_ceil(years);
        Ok(DiscountExponents {
            gain: of(self.gain_rate)?,
            loss: of(self.loss_rate)?,
            rate: rate.mul_ceil(years)?,
        })
    }

    /// The factors `B⁺·e^(−gain)` and `min(e^(rate), B⁻·e^(loss))` from the three exponentials, of [the
    /// exponents](DiscountRules::exponents_ceil): the first from below, the others from above. A debt
    /// never counts for more than it is before discounting.
    ///
    /// # Rounding
    /// Down for assets, up for debts.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// An expiry today:
    /// ```
    /// use ballast_math::{Ratio, risk::portfolio::OURS};
    /// let factors = OURS.discount.factors(Ratio::ONE, Ratio::ONE, Ratio::ONE)?;
    /// assert_eq!((factors.gain, factors.loss), (Ratio::millionths(950_000), Ratio::ONE));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn factors(
        &self,
        of_gain: Ratio,
        of_loss: Ratio,
        of_rate: Ratio,
    ) -> Result<DiscountFactors, MathError> {
        Ok(DiscountFactors {
            gain: self.gain.mul_floor(of_gain)?,
            loss: of_rate.min(self.loss.mul_ceil(of_loss)?),
        })
    }
}

impl DiscountFactors {
    /// The factor that applies to a net value.
    #[inline]
    pub fn of(&self, value: Cash) -> Ratio {
        if value < Cash::ZERO { self.loss } else { self.gain }
    }

    /// What a net value counts for.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn counted_floor(&self, value: Cash) -> Result<Cash, MathError> {
        value.mul_floor(self.of(value))
    }
}
