//! The bounds on the work of a call, and on what the owner may set.

use ballast_math::fixed::WAD;

/// Fills of a trade.
pub(crate) const FILLS: usize = 32;
/// Accounts of a trade: 16 of the largest take about 5.6M gas, and a call must fit 8M.
pub(crate) const ACCOUNTS: usize = 16;
/// Underlyings of an account. While perpetuals are the only kind, an account has one leg in each, so
/// this is also the bound on its legs; the header counts up to 255 and the design allows 128.
pub(crate) const UNDERLYINGS: usize = 8;
/// Markets of one question to the engine.
pub(crate) const ENGINE_MARKETS: usize = 8;
/// Accounts of one question to the engine, and of `healths`.
pub(crate) const ENGINE_PORTFOLIOS: usize = 32;
/// Underlyings of one `accrue`.
pub(crate) const ACCRUALS: usize = 8;
/// Payments that may accompany a liquidation.
pub(crate) const MOVES: usize = 8;
/// The highest asset id: the collateral bitmap has 16 bits, of which asset 0, the quote coin, uses none.
pub(crate) const LAST_ASSET: u16 = 15;
/// The gas that the engine is given at most.
pub(crate) const ENGINE_GAS: u64 = 8_000_000;

/// The greatest fee cap that a market may have: 10% of notional, WAD. Margin, not this, protects the house;
/// the cap protects an account from a venue.
pub(crate) const GREATEST_FEE_CAP: i128 = WAD / 10;
