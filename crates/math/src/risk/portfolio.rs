//! Portfolio margin of a market: what its legs would lose together in the worst of many scenarios.
//!
//! In this order:
//!
//! 1. A [`Model`] says what to price: [`Row`]s and [`shock`]s of volatility, as many as count in the regime
//!    ([`Model::in_regime`]).
//! 2. A [`Pass`] prices the legs, expiry by expiry: marks, [`Greeks`] and values in every row, which
//!    [`Scenarios`] sums.
//! 3. [`Pass::losses`] weighs the rows and finds the worst ones, [`Losses`]; [`contributions`] tells what each
//!    leg has to do with one of them.
//! 4. Add-ons ([`AddonRates`]) are what no scenario shows, and [`portfolio_balances`] puts all together.

mod addons;
mod contribution;
mod discount;
mod grid;
mod losses;
mod model;
mod pass;
mod scenarios;
pub mod shock;

pub use addons::{AddonRates, collateral_addon_ceil, linear_addon_ceil, strike_addons_ceil};
pub use contribution::LegShock;
pub use discount::{DiscountExponents, DiscountFactors, DiscountRules};
pub use grid::{OURS_ROWS, REFERENCE_ROWS, Row, Shock};
pub use losses::{Losses, Multipliers, Scenario};
pub use model::{BasisRules, MID_SPAN, Model, OURS, REFERENCE, SkewRule, TAIL_SPAN};
pub use pass::{
    Contribution, ExpiryMarket, ExpiryTotals, Greeks, MOST_VALUES, Pass, PassMemory, Position,
    SpotLegs, contributions, spot_contribution,
};
pub use scenarios::{Basis, ExpiryValues, Scenarios};

use super::{Balances, Requirement};
use crate::MathError;

/// The balances of a market in portfolio margin:
/// `MM = equity + lossMM − MMadd − terms`, `IM = equity + lossIM − MMadd − IMadd − terms`, IM at most MM.
///
/// `equity` is cash, mark-to-market and collateral, for initial margin with collateral at its
/// [initial price](super::collateral::collateral_prices_floor); `addons` of initial margin contain those of
/// maintenance margin; `terms` are the [charges](super::terms::Terms::charges_ceil) of the common terms,
/// confidence included. The lower bounds of leverage and smallest position apply to the sum over
/// markets ([`Balances::health`]).
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::{Balances, Requirement, portfolio::portfolio_balances}};
/// let losses = Balances { initial: Cash(-35), maintenance: Cash(-28) };
/// let addons = Requirement { initial: Cash(20), maintenance: Cash(14) };
/// let balances =
///     portfolio_balances(Balances::both(Cash(255)), losses, addons, Requirement::default())?;
/// assert_eq!((balances.initial, balances.maintenance), (Cash(200), Cash(213)));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn portfolio_balances(
    equity: Balances,
    losses: Balances,
    addons: Requirement,
    terms: Requirement,
) -> Result<Balances, MathError> {
    Ok(equity.checked_add(losses)?.charged(addons)?.charged(terms)?.ordered())
}
