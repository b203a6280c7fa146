//! What a comparable venue needs for the same step.
//!
//! Derive v2, its contracts on one EVM with mainnet parameters, cross ("standard") margin, storage cold;
//! matched orders with mock feeds. Measured with forge, solc 0.8.36, via-IR, optimiser runs 2³² − 1.

/// First deposit of an account.
pub(super) const FIRST_DEPOSIT: u64 = 234_000;
/// Two signed orders matched between fresh accounts.
pub(super) const SIGNED_FILL: u64 = 1_218_000;
/// Adding to a perpetual position.
pub(super) const PERPETUAL_ADD: u64 = 789_000;
/// Withdrawal from an account with a position.
pub(super) const WITHDRAW: u64 = 453_000;
/// Update of a spot feed.
pub(super) const SPOT_FEED: u64 = 48_000;
/// Funding and profit of one account.
pub(super) const FUNDING: u64 = 121_000;
/// Start of a liquidation auction; eight legs, portfolio margin.
pub(super) const AUCTION_START: u64 = 1_720_000;
/// One bid on it.
pub(super) const AUCTION_BID: u64 = 2_608_000;
