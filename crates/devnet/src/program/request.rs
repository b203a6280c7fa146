//! What a program asks of the chain, and what it is told.

use alloy_primitives::{Address, B256, Bytes, U256};

use super::guest::Word;

/// A host function that needs the chain.
///
/// Its own charges are paid and its arguments read; what the chain's part costs is not.
#[derive(Debug)]
pub(crate) enum Request {
    /// Reads a slot that the frame has not seen; `cache_gas` is still to be paid.
    StorageLoad { key: Word, dest: u32, cache_gas: u64 },
    /// Persists what the frame wrote.
    StorageFlush { clear: bool },
    /// Reads a transient slot.
    TransientLoad { key: Word, dest: u32 },
    /// Writes a transient slot.
    TransientStore { key: Word, value: Word },
    /// Emits a log.
    Log { topics: Vec<B256>, data: Bytes },
    /// Looks at an account.
    Account { address: Address, question: AccountQuestion },
    /// Calls an account.
    Call(Call),
    /// Creates one.
    Create(Create),
}

/// What to know of an account.
#[derive(Clone, Copy, Debug)]
pub(crate) enum AccountQuestion {
    Balance { dest: u32 },
    Codehash { dest: u32 },
    CodeSize,
    Code { offset: u32, size: u32, dest: u32 },
}

/// How an account is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallKind {
    Call,
    Delegate,
    Static,
}

/// A call.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) kind: CallKind,
    pub(crate) address: Address,
    pub(crate) data: Bytes,
    pub(crate) value: U256,
    /// Most gas to forward.
    pub(crate) gas: u64,
    /// Where the length of the return data goes.
    pub(crate) len_out: u32,
}

/// A creation.
#[derive(Debug)]
pub(crate) struct Create {
    pub(crate) init_code: Bytes,
    pub(crate) endowment: U256,
    pub(crate) salt: Option<U256>,
    /// Where the address goes.
    pub(crate) address_out: u32,
    /// Where the length of revert data goes.
    pub(crate) len_out: u32,
}

/// A child that a frame waits for.
#[derive(Debug)]
pub(crate) enum Pending {
    /// `forwarded` gas was given to the child, and `base` is owed beside what it used.
    Call { base: u64, forwarded: u64, len_out: u32 },
    /// All of `gas_left` but `kept` went to the child, or to the base price.
    Create { gas_left: u64, kept: u64, address_out: u32, len_out: u32 },
}
