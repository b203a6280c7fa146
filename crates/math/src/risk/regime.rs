//! How restless a market is, and what that does to its margins.

mod ramp;
mod state;
mod volatility;

pub use ramp::MaintenanceRamp;
pub use state::{RegimeState, measured};
pub use volatility::{Memory, Variances, clamped_return, next_variance_floor};

use super::Rates;
use crate::fixed::quantity::Ratio;

/// How restless a market is, in ascending order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Regime {
    /// Quieter than usual, and than it is used to.
    Calm,
    /// As usual.
    #[default]
    Normal,
    /// Half as restless again as it was, or as is usual.
    Elevated,
    /// Two and a half times as restless.
    Crisis,
}

impl Regime {
    /// What multiplies the initial rates of standard margin, at once: 0.85, 1, 1.3, 1.75.
    pub const fn initial_factor(self) -> Ratio {
        match self {
            Self::Calm => Ratio::millionths(850_000),
            Self::Normal => Ratio::ONE,
            Self::Elevated => Ratio::millionths(1_300_000),
            Self::Crisis => Ratio::millionths(1_750_000),
        }
    }

    /// What multiplies the initial loss of portfolio margin: 0.85 in calm, else 1. Regimes above add rows.
    pub const fn portfolio_factor(self) -> Ratio {
        match self {
            Self::Calm => Ratio::millionths(850_000),
            _ => Ratio::ONE,
        }
    }

    /// What the maintenance multiplier tends to ([`MaintenanceRamp`]): 1, 1, 1.05, 1.1.
    pub const fn maintenance_target(self) -> Ratio {
        match self {
            Self::Calm | Self::Normal => Ratio::ONE,
            Self::Elevated => Ratio::millionths(1_050_000),
            Self::Crisis => Ratio::millionths(1_100_000),
        }
    }

    /// The multipliers of standard margin's rates, with the maintenance multiplier where its ramp is.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::regime::Regime};
    /// let rates = Regime::Crisis.rates(Ratio::millionths(1_020_000));
    /// assert_eq!(rates.initial, Ratio::millionths(1_750_000));
    /// assert_eq!(rates.maintenance, Ratio::millionths(1_020_000));
    /// ```
    #[inline]
    pub const fn rates(self, maintenance: Ratio) -> Rates {
        Rates { initial: self.initial_factor(), maintenance }
    }

    /// The next quieter regime.
    const fn below(self) -> Self {
        match self {
            Self::Crisis => Self::Elevated,
            Self::Elevated => Self::Normal,
            Self::Normal | Self::Calm => Self::Calm,
        }
    }
}
