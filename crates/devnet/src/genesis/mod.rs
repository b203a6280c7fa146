//! The first state: funded accounts, the chain's own contracts, and two that everybody counts on.

use alloy_primitives::{Address, Bytes, address, bytes};

use crate::account::Account;
use crate::arbos;
use crate::config::Config;
use crate::precompiles;
use crate::state::State;

/// Where Multicall3 is on almost every chain.
const MULTICALL3: Address = address!("cA11bde05977b3631167028862bE2a173976CA11");
/// Its code, in hexadecimal: what the address holds on Ethereum, from the MIT-licensed project of
/// that name.
const MULTICALL3_CODE: &str = include_str!("multicall3.hex");
/// Where the deterministic deployment proxy is.
const CREATE2_FACTORY: Address = address!("4e59b44847b379578588920cA78FbF26c0B4956C");
/// Its code: creates a contract from a salt and init code.
const CREATE2_FACTORY_CODE: Bytes = bytes!(
    "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0"
    "3601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3"
);

/// The state of the first block.
pub(crate) fn state(config: &Config, accounts: &[Account]) -> State {
    let mut state = State::default();
    for account in accounts {
        state.entry(account.address()).balance = config.balance;
    }
    arbos::write_genesis(&mut state, config);
    for address in precompiles::addresses() {
        state.set_code(address, precompiles::CODE);
    }
    contract(&mut state, CREATE2_FACTORY, CREATE2_FACTORY_CODE);
    let multicall3 = hex::decode(MULTICALL3_CODE.trim()).unwrap_or_default();
    contract(&mut state, MULTICALL3, multicall3.into());
    state
}

fn contract(state: &mut State, address: Address, code: Bytes) {
    state.entry(address).nonce = 1;
    state.set_code(address, code);
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloy_primitives::{b256, keccak256};

    #[test]
    fn contracts_in_place_are_the_known_ones() {
        let multicall3 = hex::decode(MULTICALL3_CODE.trim()).unwrap();
        let codehash = b256!("d5c15df687b16f2ff992fc8d767b4216323184a2bbc6ee2f9c398c318e770891");
        assert_eq!(keccak256(multicall3), codehash);
        assert_eq!(CREATE2_FACTORY_CODE.len(), 69);
    }
}
