//! What is left of an account's means over its margins.

use super::{Health, Requirement};
use crate::MathError;
use crate::fixed::quantity::Cash;

/// An initial and a maintenance balance: equity less the requirement. Each passes at zero or more, and
/// those of markets add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balances {
    /// Over the initial margin.
    pub initial: Cash,
    /// Over the maintenance margin.
    pub maintenance: Cash,
}

impl Balances {
    /// The same amount in both: what has no margin.
    #[inline]
    pub const fn both(amount: Cash) -> Self {
        Self { initial: amount, maintenance: amount }
    }

    /// The sum with other balances.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn checked_add(self, other: Self) -> Result<Self, MathError> {
        Ok(Self {
            initial: self.initial.checked_add(other.initial)?,
            maintenance: self.maintenance.checked_add(other.maintenance)?,
        })
    }

    /// What is left after a requirement.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn charged(self, requirement: Requirement) -> Result<Self, MathError> {
        Ok(Self {
            initial: self.initial.checked_sub(requirement.initial)?,
            maintenance: self.maintenance.checked_sub(requirement.maintenance)?,
        })
    }

    /// The larger of each.
    #[inline]
    pub fn at_least(self, other: Self) -> Self {
        Self {
            initial: self.initial.max(other.initial),
            maintenance: self.maintenance.max(other.maintenance),
        }
    }

    /// The same with an initial balance that is at most the maintenance balance.
    #[inline]
    pub fn ordered(self) -> Self {
        Self { initial: self.initial.min(self.maintenance), ..self }
    }

    /// The health of an account of this equity, its requirements not below `bounds`: those of leverage and
    /// of the smallest position.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Cash, risk::{Balances, Requirement}};
    /// let balances = Balances { initial: Cash(70), maintenance: Cash(96) };
    /// let bounds = Requirement { initial: Cash(9), maintenance: Cash(6) };
    /// let health = balances.health(Cash(100), bounds)?;
    /// assert_eq!((health.initial_margin, health.maintenance_margin), (Cash(30), Cash(6)));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn health(self, equity: Cash, bounds: Requirement) -> Result<Health, MathError> {
        let ordered = self.ordered();
        let requirement = Requirement {
            initial: equity.checked_sub(ordered.initial)?,
            maintenance: equity.checked_sub(ordered.maintenance)?,
        };
        let Requirement { initial, maintenance } = requirement.at_least(bounds);
        let initial_margin = initial.max(maintenance);
        Ok(Health { equity, initial_margin, maintenance_margin: maintenance })
    }
}
