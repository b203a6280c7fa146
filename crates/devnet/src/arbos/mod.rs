//! The chain's own state: storage of one account, so that reverts and snapshots include it.
//!
//! Where the words lie is this crate's choice; no contract can read them but through the chain's own
//! contracts.

mod address_set;
mod genesis;
mod parameters;

pub(crate) use address_set::AddressSet;
pub(crate) use genesis::write_genesis;

use alloy_primitives::{Address, B256, U256, address};
use revm::context_interface::JournalTr;
use stylus_program::Rules;
use stylus_program::costs::{DataPricer, ProgramRecord};

use crate::evm::{Ctx, peek};
use crate::state::State;

/// The account whose storage is the chain's state.
pub(crate) const STATE_ACCOUNT: Address = address!("A4B05FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF");

/// Chain owners.
pub(crate) const OWNERS: AddressSet = AddressSet::at(1 << 8);
/// Who may cache programs.
pub(crate) const CACHE_MANAGERS: AddressSet = AddressSet::at(2 << 8);

/// Slots of single words.
mod slot {
    pub(super) const PROGRAM_PARAMETERS: u64 = 0;
    pub(super) const CHAIN_PARAMETERS: u64 = 1;
    pub(super) const DATA_PRICER: u64 = 2;
    pub(super) const NETWORK_FEE_ACCOUNT: u64 = 3;
}

/// Slots of a program: its code's hash, moved by a number for each kind of word.
fn program_slot(codehash: B256, kind: u8) -> U256 {
    U256::from_be_bytes(codehash.0) ^ U256::from(kind)
}

fn read(ctx: &Ctx, slot: U256) -> U256 {
    peek::storage(ctx, &STATE_ACCOUNT, slot)
}

fn write(ctx: &mut Ctx, slot: U256, value: U256) {
    // Slots can be written only of accounts that are loaded.
    let Ok(_) = ctx.journaled_state.load_account(STATE_ACCOUNT);
    let Ok(_) = ctx.journaled_state.sstore(STATE_ACCOUNT, slot, value);
    ctx.journaled_state.touch_account(STATE_ACCOUNT);
}

/// The rules now.
pub(crate) fn rules(ctx: &Ctx) -> Rules {
    parameters::unpack(
        read(ctx, U256::from(slot::PROGRAM_PARAMETERS)),
        read(ctx, U256::from(slot::CHAIN_PARAMETERS)),
    )
}

/// The rules of a state that no transaction runs on.
pub(crate) fn rules_of(state: &State) -> Rules {
    let word = |slot| state.storage(&STATE_ACCOUNT, U256::from(slot));
    parameters::unpack(word(slot::PROGRAM_PARAMETERS), word(slot::CHAIN_PARAMETERS))
}

/// Replaces the rules of a state that no transaction runs on.
pub(crate) fn set_rules_of(state: &mut State, rules: &Rules) {
    let [program, chain] = parameters::pack(rules);
    state.set_storage(STATE_ACCOUNT, U256::from(slot::PROGRAM_PARAMETERS), program);
    state.set_storage(STATE_ACCOUNT, U256::from(slot::CHAIN_PARAMETERS), chain);
}

/// Replaces the rules.
pub(crate) fn set_rules(ctx: &mut Ctx, rules: &Rules) {
    let [program, chain] = parameters::pack(rules);
    write(ctx, U256::from(slot::PROGRAM_PARAMETERS), program);
    write(ctx, U256::from(slot::CHAIN_PARAMETERS), chain);
}

/// The price of activations.
pub(crate) fn data_pricer(ctx: &Ctx) -> DataPricer {
    parameters::unpack_pricer(read(ctx, U256::from(slot::DATA_PRICER)))
}

/// Replaces the price of activations.
pub(crate) fn set_data_pricer(ctx: &mut Ctx, pricer: &DataPricer) {
    write(ctx, U256::from(slot::DATA_PRICER), parameters::pack_pricer(pricer));
}

/// Who receives fees.
pub(crate) fn network_fee_account(ctx: &Ctx) -> Address {
    Address::from_word(read(ctx, U256::from(slot::NETWORK_FEE_ACCOUNT)).into())
}

/// Sets who receives fees.
pub(crate) fn set_network_fee_account(ctx: &mut Ctx, account: Address) {
    write(ctx, U256::from(slot::NETWORK_FEE_ACCOUNT), account.into_word().into());
}

/// The record of a program; version 0 if it was never activated.
pub(crate) fn program(ctx: &Ctx, codehash: B256) -> ProgramRecord {
    ProgramRecord::from_word(&read(ctx, program_slot(codehash, 0)).to_be_bytes())
}

/// Replaces the record of a program.
pub(crate) fn set_program(ctx: &mut Ctx, codehash: B256, record: ProgramRecord) {
    write(ctx, program_slot(codehash, 0), U256::from_be_bytes(record.to_word()));
}

/// Writes the hash that names a program's module.
pub(crate) fn set_module_hash(ctx: &mut Ctx, codehash: B256, hash: B256) {
    write(ctx, program_slot(codehash, 1), U256::from_be_bytes(hash.0));
}
