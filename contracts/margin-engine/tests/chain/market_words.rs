//! The words that travel to the engine.

use ballast_layout::{CollateralWord, MarketWord, PerpetualLeg};
use contract_abi::Word;

/// A market with this open interest and no premium.
pub fn market_word(underlying: u16, long_size: u128) -> Word {
    MarketWord { underlying, long_size, ..MarketWord::default() }.pack().unwrap()
}

/// A perpetual position.
pub fn perpetual(underlying: u16, size: i128) -> Word {
    PerpetualLeg::new(underlying, 0, size).pack().unwrap()
}

/// A balance of collateral.
pub fn collateral(asset: u16, amount: i128) -> Word {
    CollateralWord { asset, amount }.pack().unwrap()
}
