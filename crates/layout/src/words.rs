//! What each contract stores. Field order is from the high bits down.

mod exchange;
mod house;
mod liquidation;
mod market;
mod oracle;
mod risk;
mod vault;

pub use exchange::{FeeSchedule, OrderLane};
pub use house::{AccountHeader, CollateralWord, HouseConfig, Operator, Venue, account_flags};
pub use liquidation::{CapacityBucket, LiquidationRecord};
pub use market::{MarketLimits, MarketStateA, MarketStateB, MarketWord};
pub use oracle::{SequencerFeed, UnderlyingConfig, UnderlyingState};
pub use risk::RiskParameters;
pub use vault::{Asset, AssetBalance};

#[cfg(test)]
mod tests;
