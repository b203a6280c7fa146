//! The chain's own state in its first block.

use alloy_primitives::U256;
use stylus_program::costs::DataPricer;

use super::{OWNERS, STATE_ACCOUNT, parameters, slot};
use crate::config::Config;
use crate::state::State;

/// Writes rules, data price, owner and fee account.
pub(crate) fn write_genesis(state: &mut State, config: &Config) {
    // An account without code, nonce and balance ceases to exist when it is touched.
    state.entry(STATE_ACCOUNT).nonce = 1;
    let [program, chain] = parameters::pack(&config.rules);
    let words = [
        (slot::PROGRAM_PARAMETERS, program),
        (slot::CHAIN_PARAMETERS, chain),
        (slot::DATA_PRICER, parameters::pack_pricer(&DataPricer::fresh())),
        (slot::NETWORK_FEE_ACCOUNT, config.owner.into_word().into()),
    ];
    for (slot, word) in words {
        state.set_storage(STATE_ACCOUNT, U256::from(slot), word);
    }
    OWNERS.write_genesis(state, STATE_ACCOUNT, config.owner);
}
