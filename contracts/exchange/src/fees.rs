//! The fee schedule: a rate for makers and one for takers, per market.

use contract_abi::generated::exchange::{errors, events};
use contract_abi::Revert;
use contract_floor::ownership;

use crate::storage::{self, FeeRates};

/// The highest rate either way: 1%.
const MAX_RATE: i128 = 10_000_000_000_000_000;

/// Sets a market's rates. A rebate is paid out of the other side's fee, never out of the house.
pub(crate) fn set(underlying: u16, rates: FeeRates) -> Result<(), Revert> {
    ownership::require_owner()?;
    let within = |rate: i128| (-MAX_RATE..=MAX_RATE).contains(&rate);
    let sum = rates.maker.saturating_add(rates.taker);
    if !within(rates.maker) || !within(rates.taker) || sum < 0 {
        return Err(errors::bad_fees(rates.maker, rates.taker));
    }
    storage::store_fee_rates(underlying, &rates)?;
    events::fees_set(underlying, rates.maker, rates.taker);
    Ok(())
}
