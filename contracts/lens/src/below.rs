//! The contracts that the lens reads, and how a failure of theirs comes up.

use contract_abi::generated::lens::errors;
use contract_abi::{host, Address, CallFailure, Revert};
use contract_floor::{address_in, fixed_slot};

const HOUSE: u8 = 0;
const EXCHANGE: u8 = 1;
const LIQUIDATION: u8 = 2;

/// Everything that is left may be used below: a view has nothing to do afterwards.
pub(crate) const ALL_GAS: u64 = u64::MAX;

/// Addresses below.
pub(crate) struct Below {
    pub(crate) house: Address,
    pub(crate) exchange: Address,
    pub(crate) liquidation: Address,
}

impl Below {
    /// Reads the fixed slots.
    pub(crate) fn load() -> Self {
        let at = |slot| address_in(&host::load(&fixed_slot(slot)));
        Self { house: at(HOUSE), exchange: at(EXCHANGE), liquidation: at(LIQUIDATION) }
    }
}

/// A failure of the callee `target`: its own error, or that it gave none.
pub(crate) fn bubble(target: &Address) -> impl FnOnce(CallFailure) -> Revert + '_ {
    move |failure| failure.bubble(errors::call_failed(target))
}
