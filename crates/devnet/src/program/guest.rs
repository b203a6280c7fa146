//! A program's frame as its host functions see it.

use alloy_primitives::{Address, B256, Bytes, U256};
use stylus_program::Rules;
use stylus_program::costs::OpenPages;

use super::profile::Recorder;
use super::storage_cache::StorageCache;

/// A program's frame.
#[derive(Debug)]
pub(crate) struct Guest {
    pub(crate) rules: Rules,
    pub(crate) environment: Environment,
    /// Calldata.
    pub(crate) input: Bytes,
    /// What the frame will return.
    pub(crate) output: Vec<u8>,
    /// What the last call or creation returned.
    pub(crate) return_data: Bytes,
    pub(crate) storage: StorageCache,
    /// The code looked at last, for which looking again is free.
    pub(crate) last_code: Option<(Address, Bytes)>,
    /// Pages of the transaction, up to date while the program runs.
    pub(crate) pages: OpenPages,
    /// What its functions cost, if that is to be known.
    pub(crate) recorder: Option<Recorder>,
}

/// What does not change while a frame runs.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    /// The acting account.
    pub(crate) account: Address,
    pub(crate) sender: Address,
    pub(crate) value: U256,
    pub(crate) is_static: bool,
    pub(crate) is_reentrant: bool,
    pub(crate) origin: Address,
    pub(crate) gas_price: U256,
    pub(crate) base_fee: U256,
    pub(crate) coinbase: Address,
    pub(crate) gas_limit: u64,
    pub(crate) number: u64,
    pub(crate) timestamp: u64,
    pub(crate) chain_id: u64,
}

impl Guest {
    pub(crate) fn new(
        rules: Rules,
        environment: Environment,
        input: Bytes,
        pages: OpenPages,
    ) -> Self {
        Self {
            rules,
            environment,
            input,
            output: Vec::new(),
            return_data: Bytes::new(),
            storage: StorageCache::default(),
            last_code: None,
            pages,
            recorder: None,
        }
    }

    /// The code of an account, if it was the last one looked at.
    pub(crate) fn remembered_code(&self, address: &Address) -> Option<Bytes> {
        self.last_code.as_ref().filter(|(last, _)| last == address).map(|(_, code)| code.clone())
    }

    /// Remembers a code. That an account has none is not remembered.
    pub(crate) fn remember_code(&mut self, address: Address, code: &Bytes) {
        if !code.is_empty() {
            self.last_code = Some((address, code.clone()));
        }
    }
}

/// A key or value of storage.
pub(crate) type Word = B256;
