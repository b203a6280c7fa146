//! Blocks, transactions and receipts as they are kept.

use std::sync::Arc;

use alloy_consensus::{Header, TxEnvelope};
use alloy_primitives::{Address, B256};

use super::Outcome;
use crate::evm::BlockContext;

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its hash.
    pub hash: B256,
    /// Its header. The state root is zero: states have no tries here.
    pub header: Header,
    /// The estimate of the parent chain's height, which contracts see as `block.number`.
    pub l1_number: u64,
    /// Its transactions, in order.
    pub transactions: Vec<Transaction>,
    /// Their receipts, in the same order.
    pub receipts: Vec<Arc<Receipt>>,
    pub(crate) context: BlockContext,
}

impl Block {
    /// Its height.
    pub fn number(&self) -> u64 {
        self.header.number
    }

    /// Unix seconds.
    pub fn timestamp(&self) -> u64 {
        self.header.timestamp
    }
}

/// A transaction that was included.
#[derive(Clone, Debug)]
pub struct Transaction {
    /// Its hash.
    pub hash: B256,
    /// Who sent it.
    pub from: Address,
    /// The transaction. If it was sent without a signature, the one here is a placeholder that names
    /// the sender and recovers to somebody else.
    pub envelope: TxEnvelope,
}

/// What became of a transaction.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// How it ended.
    pub outcome: Outcome,
    /// Its hash.
    pub transaction_hash: B256,
    /// Position in its block.
    pub index: u64,
    /// Height of its block.
    pub block_number: u64,
    /// Hash of its block.
    pub block_hash: B256,
    /// Sender.
    pub from: Address,
    /// Receiver; `None` if it created a contract.
    pub to: Option<Address>,
    /// Type byte of the transaction.
    pub transaction_type: u8,
    /// Wei paid for a unit of gas.
    pub effective_gas_price: u128,
    /// Gas of the block's transactions up to this one.
    pub cumulative_gas_used: u64,
    /// Position of its first log in the block.
    pub first_log_index: u64,
    /// The estimate of the parent chain's height.
    pub l1_block_number: u64,
}
