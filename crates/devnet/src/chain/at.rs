//! Which state to look at.

use alloy_primitives::{Address, B256, Bytes, KECCAK256_EMPTY, U256};

use crate::state::State;

/// Which state to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// The last block, with changes made to it since; calls see the block that would come next.
    #[default]
    Latest,
    /// The same with the transactions of the open block.
    Pending,
    /// The end of a block.
    Number(u64),
    /// The end of a block.
    Hash(B256),
}

/// There is no such block, or its state is no longer kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownBlock {
    /// There is no such block.
    #[error("header not found")]
    Missing,
    /// The block is there; its state is older than the chain keeps.
    #[error("missing trie node: the state of block {0} is no longer kept")]
    Pruned(u64),
}

/// The accounts of a state.
#[derive(Clone)]
pub struct StateView {
    pub(super) state: State,
}

impl StateView {
    /// Wei of an account.
    pub fn balance(&self, address: Address) -> U256 {
        self.state.get(&address).map(|entry| entry.balance).unwrap_or_default()
    }

    /// Next nonce of an account.
    pub fn nonce(&self, address: Address) -> u64 {
        self.state.get(&address).map(|entry| entry.nonce).unwrap_or_default()
    }

    /// Code of an account.
    pub fn code(&self, address: Address) -> Bytes {
        let code = self.state.get(&address).and_then(|entry| entry.code.as_ref());
        code.map(|(_, code)| code.original_bytes()).unwrap_or_default()
    }

    /// Hash of an account's code.
    pub fn codehash(&self, address: Address) -> B256 {
        let code = self.state.get(&address).and_then(|entry| entry.code.as_ref());
        code.map_or(KECCAK256_EMPTY, |(hash, _)| *hash)
    }

    /// A slot of an account.
    pub fn storage(&self, address: Address, slot: U256) -> B256 {
        self.state.storage(&address, slot).into()
    }
}

impl std::fmt::Debug for StateView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StateView").finish_non_exhaustive()
    }
}
