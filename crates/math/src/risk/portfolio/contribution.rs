//! A leg's part in a scenario.

use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// What a row made of an expiry, which is the same for each of its options: the contributions of all
/// legs sum to the row.
///
/// Discounting has one factor for assets and another for debts, and which applies is decided by the net
/// value of the expiry. Given that, a row is linear in its legs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegShock {
    /// w of the row.
    pub weight: Ratio,
    /// What the expiry's shocked value was discounted with
    /// ([`DiscountFactors::of`](super::DiscountFactors::of)).
    pub factor: Ratio,
}

impl LegShock {
    /// What an option contributes, `w·(factor·shocked − value)`: of its values in the row and
    /// unshocked, size included.
    ///
    /// A linear leg's is `w·q·price·(x − 1)`, a future's less its part of the roll; in the delta floor
    /// a leg's is the rate of its own dollars.
    ///
    /// # Rounding
    /// Down; the sum over legs is at most the row, and less than three units a leg below it.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, Ratio, risk::portfolio::LegShock};
    /// let shock = LegShock { weight: Ratio::millionths(500_000), factor: Ratio::millionths(900_000) };
    /// assert_eq!(shock.contribution_floor(Cash(200), Cash(100)), Ok(Cash(40)));
    /// ```
    pub fn contribution_floor(&self, shocked: Cash, value: Cash) -> Result<Cash, MathError> {
        shocked.mul_floor(self.factor)?.checked_sub(value)?.mul_floor(self.weight)
    }
}
