//! What an account is worth, must hold, may do and owes.
//!
//! * [`linear`]: standard margin of perpetuals and futures, [`standard`] that of options
//! * [`portfolio`]: portfolio margin, from the values of legs in scenarios
//! * [`terms`] common to both: [`latency`], [`liquidity`], [`confidence`], [`stable_price`],
//!   [`collateral`], lower [`bounds`]
//! * [`regime`]: how restless a market is, and what that multiplies; [`observation`]: which prices settle
//! * [`admission`], [`vesting`]: who may do what, and what may leave
//! * [`premium`], [`funding`], [`debt`]: what a position pays as time goes by
//! * [`liquidation`]: when it starts, at what price, how fast, for what reward; [`deleveraging`] and
//!   [`waterfall`]: who bears what is left

pub mod admission;
mod balances;
pub mod bounds;
pub mod collateral;
pub mod confidence;
pub mod debt;
pub mod deleveraging;
pub mod funding;
pub mod latency;
pub mod linear;
pub mod liquidation;
pub mod liquidity;
pub mod observation;
pub mod portfolio;
pub mod premium;
pub mod regime;
pub mod stable_price;
pub mod standard;
pub mod terms;
pub mod vesting;
pub mod waterfall;

pub use balances::Balances;

use crate::MathError;
use crate::fixed::quantity::{Cash, Ratio};

/// What an account is worth and must hold. Margins are requirements; equity less a requirement is a margin
/// balance, which passes at zero or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Cash, mark-to-market and collateral, less what is owed.
    pub equity: Cash,
    /// Equity needed for new risk and withdrawals.
    pub initial_margin: Cash,
    /// Equity below which liquidation starts.
    pub maintenance_margin: Cash,
}

impl Health {
    /// Equity over the initial margin.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn initial_balance(&self) -> Result<Cash, MathError> {
        self.equity.checked_sub(self.initial_margin)
    }

    /// Equity over the maintenance margin.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    #[inline]
    pub fn maintenance_balance(&self) -> Result<Cash, MathError> {
        self.equity.checked_sub(self.maintenance_margin)
    }
}

/// An initial and a maintenance requirement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// For new risk and withdrawals.
    pub initial: Cash,
    /// For staying out of liquidation.
    pub maintenance: Cash,
}

impl Requirement {
    /// The sum with another requirement.
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

    /// The larger of each.
    #[inline]
    pub fn at_least(self, bound: Self) -> Self {
        Self {
            initial: self.initial.max(bound.initial),
            maintenance: self.maintenance.max(bound.maintenance),
        }
    }
}

/// A rate for initial and one for maintenance margin, or a multiplier of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Of initial margin.
    pub initial: Ratio,
    /// Of maintenance margin.
    pub maintenance: Ratio,
}

impl Rates {
    /// One and one: the multipliers of the normal regime.
    pub const ONE: Self = Self { initial: Ratio::ONE, maintenance: Ratio::ONE };
}
