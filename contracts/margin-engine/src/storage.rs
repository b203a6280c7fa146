//! The slots of the margin engine, and the code of its data contracts.
//!
//! Slot 2 holds the oracle. Slot 3 points to the newest parameter set and says from when it is in force;
//! slot 4 points to the one before it, which is in force until then. So the slot that every assessment
//! reads is one, but for the hours in which a set waits, and no transaction is needed when its time comes.

use alloc::vec::Vec;

use ballast_layout::parameters::{Fault, Field, ParameterSet, MAX_SIZE};
use ballast_layout::{DoesNotFit, RiskParameters};
use contract_abi::{host, Address};
use contract_floor::{address_in, fixed_slot};

/// The oracle's slot.
const ORACLE: u8 = 2;
/// The newest set's slot.
const NEWEST: u8 = 3;
/// The slot of the set before it.
const PREVIOUS: u8 = 4;

/// Nobody: no data contract.
pub const NOBODY: Address = [0; 20];

/// The oracle adapter.
#[must_use]
pub fn oracle() -> Address {
    address_in(&host::load(&fixed_slot(ORACLE)))
}

/// The newest parameter set, in force or waiting; its address is zero when there is none.
#[must_use]
pub fn newest() -> RiskParameters {
    RiskParameters::unpack(&host::load(&fixed_slot(NEWEST)))
}

/// The parameter set in force; its address is zero when there is none.
#[must_use]
pub fn in_force(now: u64) -> RiskParameters {
    let newest = newest();
    if newest.effective_at <= now {
        newest
    } else {
        RiskParameters::unpack(&host::load(&fixed_slot(PREVIOUS)))
    }
}

/// Writes the newest set and the one in force before it.
///
/// # Errors
/// The time does not fit 40 bits.
pub fn set_newest(newest: &RiskParameters, previous: &RiskParameters) -> Result<(), DoesNotFit> {
    store(NEWEST, newest)?;
    store(PREVIOUS, previous)
}

fn store(slot: u8, pointer: &RiskParameters) -> Result<(), DoesNotFit> {
    let key = fixed_slot(slot);
    let _ = host::load(&key);
    host::cache(&key, &pointer.pack()?);
    Ok(())
}

/// The code of a data contract, as much of it as a set can have and one byte more.
pub struct DataContract(Vec<u8>);

impl DataContract {
    /// Loads it.
    #[must_use]
    pub fn load(address: &Address) -> Self {
        Self(host::code(address, 0, MAX_SIZE + 2))
    }

    /// The set that it holds, not checked.
    ///
    /// # Errors
    /// [`Field::Format`] for code that does not begin with STOP, or is no set.
    pub fn set(&self) -> Result<ParameterSet<'_>, Fault> {
        match self.0.split_first() {
            Some((0, set)) => ParameterSet::read(set),
            _ => Err(Fault { record: 0, field: Field::Format }),
        }
    }
}
