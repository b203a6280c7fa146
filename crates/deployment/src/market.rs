//! What a market, its feed and an asset are set to.

use alloy_primitives::{Address, I256, U256};
use ballast_abi::engine::IMarginEngine::MarketParameters;
use ballast_abi::house::IClearingHouse::{Limits, Status};

/// A price feed and what is accepted from it.
#[derive(Clone, Debug)]
pub struct FeedConfig {
    /// Address with `AggregatorV3Interface`.
    pub feed: Address,
    /// Greatest age of a round, in seconds.
    pub heartbeat: u32,
    /// Least price accepted, 18-decimal.
    pub minimum: I256,
    /// Greatest price accepted, 18-decimal.
    pub maximum: I256,
}

/// A perpetual market: risk, limits, fees, liquidation capacity.
#[derive(Clone, Debug)]
pub struct MarketConfig {
    /// Its price feed.
    pub feed: FeedConfig,
    /// Its risk parameters.
    pub risk: MarketParameters,
    /// Its limits.
    pub limits: Limits,
    /// Fee rate of makers and takers, 18-decimal fractions of notional.
    pub fees: (I256, I256),
    /// Units that liquidations may take over per second, 18-decimal.
    pub capacity: I256,
}

/// A token that the vault takes; asset 0 is the quote coin.
#[derive(Clone, Debug)]
pub struct AssetConfig {
    /// Asset id, 0–15.
    pub asset: u16,
    /// The token.
    pub token: Address,
    /// Its decimals.
    pub decimals: u8,
    /// Greatest custody, in token units.
    pub cap: U256,
    /// For collateral: the underlying it follows and its haircuts (maintenance; more for initial margin).
    pub collateral: Option<(u16, I256, I256)>,
}

/// An 18-decimal amount from a decimal fraction in millionths, exactly.
pub(crate) fn millionths(value: i64) -> I256 {
    I256::try_from(value).unwrap_or_default()
        * I256::try_from(1_000_000_000_000_i64).unwrap_or_default()
}

/// An 18-decimal amount of whole units.
pub(crate) fn units(value: i64) -> I256 {
    millionths(value) * I256::try_from(1_000_000).unwrap_or_default()
}

impl MarketConfig {
    /// A major market (bitcoin, ether) with the house's starting values: margins of 5% and 3%, a band
    /// of 2%, fees of 0.02% and 0.05%.
    ///
    /// `max_open_interest` is in units; the largest position is a quarter of it, the liquidation
    /// capacity 0.07% of it per second, and the initial rate rises from half of it on.
    pub fn major(underlying: u16, feed: FeedConfig, max_open_interest: i64) -> Self {
        let risk = MarketParameters {
            underlying,
            initialRate: millionths(50_000),
            maintenanceRate: millionths(30_000),
            sizeScale: units(1_000_000),
            spreadInitial: millionths(15_000),
            spreadMaintenance: millionths(10_000),
            openInterestLow: units(max_open_interest / 2),
            openInterestHigh: units(max_open_interest * 4),
            impactNotional: units(50_000),
        };
        let limits = Limits {
            status: Status::Open,
            maxOpenInterest: units(max_open_interest),
            maxPosition: units(max_open_interest / 4),
            band: millionths(20_000),
            feeCap: millionths(10_000),
            lot: millionths(1_000),
            tick: millionths(10_000),
        };
        let fees = (millionths(200), millionths(500));
        Self { feed, risk, limits, fees, capacity: millionths(max_open_interest * 700) }
    }
}
