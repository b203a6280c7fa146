//! The exchange's slots.
//!
//! 0 owner, 1 next owner, 2 clearing house; hashed: a lane of an account, the fee rates of a market.

use ballast_layout::keys::{self, exchange as tags};
use ballast_layout::{FeeSchedule, OrderLane};
use contract_abi::generated::exchange::errors;
use contract_abi::{host, Address, Revert, Word};
use contract_floor::{address_in, fixed_slot};

use crate::book::Entry;

const CLEARING_HOUSE: u8 = 2;

/// Fee rates of a market, 18-decimal fractions of notional; negative is a rebate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FeeRates {
    pub(crate) maker: i128,
    pub(crate) taker: i128,
}

/// The ledger below.
pub(crate) fn clearing_house() -> Address {
    address_in(&host::load(&fixed_slot(CLEARING_HOUSE)))
}

/// A lane; all zero until its first order fills.
pub(crate) fn lane(account: &Word, lane: u64) -> OrderLane {
    OrderLane::unpack(&host::load(&lane_slot(account, lane)))
}

/// Writes a lane.
pub(crate) fn store_lane(account: &Word, lane: u64, word: &OrderLane) -> Result<(), Revert> {
    let packed = word.pack().map_err(|_| errors::overflow())?;
    host::cache(&lane_slot(account, lane), &packed);
    Ok(())
}

/// Writes the lane of an order that filled; an order of the sender's own has none.
pub(crate) fn store_entry(entry: &Entry) -> Result<(), Revert> {
    match entry.lane_after() {
        Some(word) => store_lane(&entry.order.account, entry.order.lane, &word),
        None => Ok(()),
    }
}

/// Fee rates of a market; zero until they are set.
pub(crate) fn fee_rates(underlying: u16) -> FeeRates {
    let word = FeeSchedule::unpack(&host::load(&fees_slot(underlying)));
    FeeRates { maker: word.maker.into(), taker: word.taker.into() }
}

/// Writes the fee rates of a market.
pub(crate) fn store_fee_rates(underlying: u16, rates: &FeeRates) -> Result<(), Revert> {
    let narrow = |rate: i128| i64::try_from(rate).map_err(|_| errors::overflow());
    let word = FeeSchedule { maker: narrow(rates.maker)?, taker: narrow(rates.taker)? };
    let slot = fees_slot(underlying);
    host::cache(&slot, &word.pack().map_err(|_| errors::overflow())?);
    Ok(())
}

fn lane_slot(account: &Word, lane: u64) -> Word {
    keys::base_of_lane(account, lane, tags::LANE, host::keccak)
}

fn fees_slot(underlying: u16) -> Word {
    keys::base(&keys::id_of_number(underlying), tags::FEES, host::keccak)
}
