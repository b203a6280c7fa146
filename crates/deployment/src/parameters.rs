//! The data contract that holds a parameter set as its code.

use crate::{AssetConfig, Config, MarketConfig};
use alloy_primitives::{Bytes, I256};
use ballast_layout::parameters::{self, CollateralRecord, MarketRecord};

/// Least initial margin per gross notional: 0.5%, whatever the netting.
const LEVERAGE_FLOOR: i128 = 5_000_000_000_000_000;

/// Init code that deploys `0x00 ‖ set`: the leading STOP keeps anybody from running the data.
pub fn data_contract_init_code(set: &[u8]) -> Bytes {
    let length = u16::try_from(set.len() + 1).unwrap_or(u16::MAX).to_be_bytes();
    // PUSH2 length, DUP1, PUSH1 10, RETURNDATASIZE (0), CODECOPY, RETURNDATASIZE (0), RETURN
    let mut code = vec![0x61, length[0], length[1], 0x80, 0x60, 0x0a, 0x3d, 0x39, 0x3d, 0xf3, 0x00];
    code.extend_from_slice(set);
    code.into()
}

/// The parameter set of a deployment: its markets and those of its assets that are collateral.
///
/// # Errors
/// The value that the set's format cannot hold or that the engine would refuse, in words.
pub(crate) fn encode(config: &Config) -> Result<Vec<u8>, String> {
    let keeper_minimum = narrow("keeper minimum", config.keeper_minimum)?;
    let markets = config.markets.iter().map(market).collect::<Result<Vec<_>, _>>()?;
    let collaterals = config.assets.iter().filter_map(collateral).collect::<Result<Vec<_>, _>>()?;
    parameters::encode(keeper_minimum, &markets, &collaterals).map_err(|fault| fault.to_string())
}

fn market(config: &MarketConfig) -> Result<MarketRecord, String> {
    let risk = &config.risk;
    Ok(MarketRecord {
        underlying: risk.underlying,
        initial_rate: narrow("initial rate", risk.initialRate)?,
        maintenance_rate: narrow("maintenance rate", risk.maintenanceRate)?,
        spread_initial: narrow("initial spread", risk.spreadInitial)?,
        spread_maintenance: narrow("maintenance spread", risk.spreadMaintenance)?,
        leverage_floor: LEVERAGE_FLOOR,
        size_scale: narrow("size scale", risk.sizeScale)?,
        open_interest_low: narrow("low open interest", risk.openInterestLow)?,
        open_interest_high: narrow("high open interest", risk.openInterestHigh)?,
        impact_notional: narrow("impact notional", risk.impactNotional)?,
    })
}

fn collateral(config: &AssetConfig) -> Option<Result<CollateralRecord, String>> {
    let (underlying, maintenance, initial) = config.collateral?;
    let record = || {
        Ok(CollateralRecord {
            asset: config.asset,
            underlying,
            maintenance_haircut: narrow("maintenance haircut", maintenance)?,
            initial_haircut: narrow("initial haircut", initial)?,
        })
    };
    Some(record())
}

fn narrow(name: &str, value: I256) -> Result<i128, String> {
    i128::try_from(value).map_err(|_| format!("{name} {value} is over 128 bits"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FeedConfig;
    use alloy_primitives::{Address, U256};
    use ballast_layout::parameters::ParameterSet;

    fn config() -> Config {
        let feed = FeedConfig {
            feed: Address::repeat_byte(1),
            heartbeat: 86_400,
            minimum: I256::ONE,
            maximum: I256::MAX,
        };
        let asset = |asset, collateral| AssetConfig {
            asset,
            token: Address::repeat_byte(2),
            decimals: 6,
            cap: U256::MAX,
            collateral,
        };
        let haircut = I256::try_from(100_000_000_000_000_000_i64).unwrap();
        Config {
            chain_id: 412_346,
            deployer: Address::repeat_byte(3),
            first_nonce: 0,
            sequencer: None,
            assets: vec![asset(0, None), asset(1, Some((2, haircut, haircut)))],
            markets: vec![MarketConfig::major(1, feed, 10_000)],
            keeper_minimum: I256::try_from(10_000_000_000_000_000_000_i128).unwrap(),
        }
    }

    #[test]
    fn data_contract_init_code_of_a_set_carries_its_length_and_a_stop() {
        let code = data_contract_init_code(&[7, 8]);
        assert_eq!(&code[..3], &[0x61, 0, 3]);
        assert_eq!(&code[10..], &[0, 7, 8]);
    }

    #[test]
    fn encode_of_a_major_market_holds_its_values() {
        let bytes = encode(&config()).unwrap();
        let set = ParameterSet::read(&bytes).unwrap();
        let market = set.market(1).unwrap();
        assert_eq!(market.initial_rate, 50_000_000_000_000_000);
        assert_eq!(market.open_interest_high, 40_000_000_000_000_000_000_000);
        assert_eq!(set.collateral(1).unwrap().underlying, 2);
        assert_eq!(set.keeper_minimum(), 10_000_000_000_000_000_000);
    }

    #[test]
    fn encode_of_a_value_over_128_bits_is_refused_by_name() {
        let config = Config { keeper_minimum: I256::MAX, ..config() };
        assert!(encode(&config).unwrap_err().starts_with("keeper minimum"));
    }
}
