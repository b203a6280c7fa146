//! The terms that portfolio and standard margin have in common, put together.

use super::Requirement;
use crate::MathError;
use crate::fixed::quantity::Cash;

/// What a market's terms beside the losses of its legs come to; each 0 or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What unwinding costs ([`liquidity`](super::liquidity)). Half in maintenance margin.
    pub liquidity: Cash,
    /// What holding much of a market adds. Half in maintenance margin.
    pub concentration: Cash,
    /// What collateral that falls with the positions adds ([`collateral`](super::collateral)). Whole in
    /// both.
    pub wrong_way: Cash,
    /// What doubtful feeds add ([`confidence`](super::confidence)). Initial margin only.
    pub confidence: Cash,
    /// What a quote coin below its peg adds, in standard margin. Initial margin only.
    pub depeg: Cash,
    /// What the legs are worth at the spot price over the stable price
    /// ([`stable_price`](super::stable_price)). Initial margin only.
    pub stable_price: Cash,
}

impl Terms {
    /// The sum for each of the two margins.
    ///
    /// # Rounding
    /// The half is rounded up.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, risk::terms::Terms};
    /// let terms = Terms { liquidity: Cash(5), wrong_way: Cash(2), depeg: Cash(9), ..Terms::default() };
    /// let charges = terms.charges_ceil()?;
    /// assert_eq!((charges.initial, charges.maintenance), (Cash(16), Cash(5)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn charges_ceil(&self) -> Result<Requirement, MathError> {
        let impact = self.liquidity.checked_add(self.concentration)?;
        let half = impact.0.checked_add(1).ok_or(MathError::Overflow)? >> 1;
        let initial_only =
            self.confidence.checked_add(self.depeg)?.checked_add(self.stable_price)?;
        Ok(Requirement {
            initial: impact.checked_add(self.wrong_way)?.checked_add(initial_only)?,
            maintenance: Cash(half).checked_add(self.wrong_way)?,
        })
    }
}
