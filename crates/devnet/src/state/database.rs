//! The state as the EVM reads it.

use std::convert::Infallible;

use alloy_primitives::{Address, B256, U256, keccak256};
use imbl::Vector;
use revm::bytecode::Bytecode;
use revm::database_interface::Database;
use revm::state::AccountInfo;

use super::State;

/// A state with the hashes of the blocks before it.
pub(crate) struct Db {
    pub(crate) state: State,
    /// Hashes of the chain's own blocks, by number.
    pub(crate) hashes: Vector<B256>,
}

impl Database for Db {
    type Error = Infallible;

    fn basic(&mut self, address: Address) -> Result<Option<AccountInfo>, Infallible> {
        Ok(self.state.get(&address).map(super::Entry::info))
    }

    /// Never asked for: accounts are loaded with their code.
    fn code_by_hash(&mut self, _: B256) -> Result<Bytecode, Infallible> {
        Ok(Bytecode::default())
    }

    fn storage(&mut self, address: Address, slot: U256) -> Result<U256, Infallible> {
        Ok(self.state.storage(&address, slot))
    }

    /// `BLOCKHASH` is about the parent chain, of which there is none: any distinct hash serves.
    fn block_hash(&mut self, number: u64) -> Result<B256, Infallible> {
        let mut seed = *b"parent chain, block ........";
        seed[20..].copy_from_slice(&number.to_be_bytes());
        Ok(keccak256(seed))
    }
}
