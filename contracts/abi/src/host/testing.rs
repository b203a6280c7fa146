//! A chain of one contract in the thread's memory, for host tests.
//!
//! Tests one contract's own logic: calls go to a closure that the test gives, and a closure that
//! answers whatever it is asked proves nothing about the wiring. That is tested over real WASM.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::{Address, Revert, Word};

/// An outgoing call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The callee.
    pub target: Address,
    /// The gas it was given at most.
    pub gas_cap: u64,
    /// The wei sent along.
    pub value: Word,
    /// The calldata.
    pub data: Vec<u8>,
    /// Whether it may change nothing.
    pub is_static: bool,
}

/// A log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// The topics, the event's hash first.
    pub topics: Vec<Word>,
    /// What is not indexed.
    pub data: Vec<u8>,
}

/// Answers outgoing calls: the returned data, or the revert data.
pub type Callee = dyn Fn(&Call) -> Result<Vec<u8>, Vec<u8>>;

/// What the contract under test sees and leaves behind.
#[derive(Clone, Default)]
pub struct Chain {
    /// Who calls.
    pub sender: Address,
    /// Who signed the transaction.
    pub origin: Address,
    /// The contract under test.
    pub address: Address,
    /// The wei sent along, as a big-endian word.
    pub value: Word,
    /// The price of gas.
    pub gas_price: Word,
    /// The time of the block.
    pub timestamp: u64,
    /// The block number.
    pub block_number: u64,
    /// The chain's id.
    pub chain_id: u64,
    /// The gas that `gas_left` reports.
    pub gas_left: u64,
    /// Whether a frame of the contract is open already.
    pub is_reentrant: bool,
    /// Persisted slots.
    pub storage: HashMap<Word, Word>,
    /// Balances in wei.
    pub balances: HashMap<Address, Word>,
    /// Code of accounts.
    pub codes: HashMap<Address, Vec<u8>>,
    /// Logs, oldest first.
    pub logs: Vec<Log>,
    /// Outgoing calls, oldest first.
    pub calls: Vec<Call>,
    /// Answers outgoing calls; without it every call reverts with no data.
    pub callee: Option<Rc<Callee>>,
    pub(super) cached: HashMap<Word, Word>,
    pub(super) returned: Vec<u8>,
}

thread_local! {
    static CHAIN: RefCell<Chain> = RefCell::default();
}

/// Reads or changes the chain.
pub fn with<T>(act: impl FnOnce(&mut Chain) -> T) -> T {
    CHAIN.with_borrow_mut(act)
}

/// Starts from an empty chain.
pub fn reset() {
    with(|chain| *chain = Chain::default());
}

/// Answers outgoing calls from now on.
pub fn on_call(callee: impl Fn(&Call) -> Result<Vec<u8>, Vec<u8>> + 'static) {
    with(|chain| chain.callee = Some(Rc::new(callee)));
}

/// Calls the contract as a transaction would: what it wrote and logged stays only if it succeeds.
///
/// # Errors
/// The revert data.
pub fn transact(
    input: &[u8],
    route: impl FnOnce(&[u8]) -> Result<Vec<u8>, Revert>,
) -> Result<Vec<u8>, Vec<u8>> {
    let (storage, logs) = with(|chain| (chain.storage.clone(), chain.logs.len()));
    let answer = crate::entry::answer(input, route);
    with(|chain| {
        chain.cached.clear();
        if answer.is_err() {
            chain.storage = storage;
            chain.logs.truncate(logs);
        }
    });
    answer.map_err(Revert::into_data)
}
