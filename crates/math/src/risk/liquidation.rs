//! Liquidation: when it starts, at what price positions are taken over, how fast, and for what reward; and
//! the auctions of what cannot be taken over leg by leg.

mod auction;
mod bankruptcy;
mod capacity;
mod insolvent;
mod price;
mod reward;
mod takeover;

pub use auction::{
    AuctionClock, AuctionStep, Auctioned, BACKSTOP_SHARE, WHOLE_BELOW, auction_step,
    bid_payment_ceil, largest_fraction_floor, price_share_ceil, start_fee_ceil, taken,
};
pub use bankruptcy::{bankruptcy_factor_floor, bankruptcy_price};
pub use capacity::{CAPACITY_WINDOW, capacity_left, capacity_used};
pub use insolvent::insolvent_payout_floor;
pub use price::{rebalance_fee_floor, takeover_price};
pub use reward::{flag_reward, insurance_top_up, keeper_reward};
pub use takeover::largest_takeover_ceil;

use super::Health;
use crate::MathError;
use crate::fixed::quantity::{Cash, Product, Ratio};

/// b: what must be recovered over the maintenance margin to leave liquidation, as a share of it.
pub const BUFFER: Ratio = Ratio::millionths(150_000);

/// Whether liquidation may start: equity is below the maintenance margin.
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::{Health, liquidation::is_liquidatable}};
/// let health = Health { equity: Cash(30), initial_margin: Cash(50), maintenance_margin: Cash(30) };
/// assert!(!is_liquidatable(&health));
/// assert!(is_liquidatable(&Health { equity: Cash(29), ..health }));
/// ```
#[inline]
pub fn is_liquidatable(health: &Health) -> bool {
    health.equity < health.maintenance_margin
}

/// The buffered balance: `BM = MM + b·(MM − equity)` with MM the balance over maintenance margin, so
/// `equity − (1 + b)·requirement`. Liquidation ends where it is not negative.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Cash, risk::{Health, liquidation::buffered_balance_floor}};
/// let health = Health { equity: Cash(1_000), initial_margin: Cash(0), maintenance_margin: Cash(1_200) };
/// assert_eq!(buffered_balance_floor(&health), Ok(Cash(-380)));
/// ```
pub fn buffered_balance_floor(health: &Health) -> Result<Cash, MathError> {
    let buffer = health.maintenance_margin.mul_ceil(BUFFER)?;
    health.maintenance_balance()?.checked_sub(buffer)
}
