//! A market's whole state.

use ballast_math::fixed::div_floor;
use contract_abi::generated::lens::{errors, MarketState};
use contract_abi::generated::{clearing_house, exchange, liquidation};
use contract_abi::Revert;

use crate::below::{bubble, Below, ALL_GAS};

const SECONDS_PER_HOUR: i128 = 3_600;

/// Everything about a market.
pub(crate) fn state(below: &Below, underlying: u16) -> Result<MarketState, Revert> {
    let market = clearing_house::calls::market(&below.house, ALL_GAS, underlying)
        .map_err(bubble(&below.house))?;
    let limits = clearing_house::calls::limits(&below.house, ALL_GAS, underlying)
        .map_err(bubble(&below.house))?;
    let (maker_fee, taker_fee) = exchange::calls::fees(&below.exchange, ALL_GAS, underlying)
        .map_err(bubble(&below.exchange))?;
    let (capacity, _) = liquidation::calls::capacity(&below.liquidation, ALL_GAS, underlying)
        .map_err(bubble(&below.liquidation))?;
    Ok(MarketState {
        underlying,
        index_price: market.index_price,
        mark_price: market.mark_price,
        premium: market.premium,
        funding_index: market.funding_index,
        funding_rate_hourly: hourly(market.funding_rate, market.index_price)?,
        open_interest: market.open_interest,
        max_open_interest: limits.max_open_interest,
        max_position: limits.max_position,
        band: limits.band,
        initial_rate: market.initial_rate,
        maintenance_rate: market.maintenance_rate,
        liquidation_capacity: capacity,
        maker_fee,
        taker_fee,
        status: limits.status as u8,
        published_at: market.published_at,
        grade: market.grade,
        doubt: market.doubt,
    })
}

/// The funding rate per hour as a fraction of the index; zero without a price.
fn hourly(per_second: i128, index: i128) -> Result<i128, Revert> {
    if index == 0 {
        return Ok(0);
    }
    let per_hour = per_second.checked_mul(SECONDS_PER_HOUR).ok_or_else(errors::overflow)?;
    div_floor(per_hour, index).map_err(|_| errors::overflow())
}
