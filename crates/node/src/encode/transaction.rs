//! Mined transactions.

use alloy_consensus::transaction::Recovered;
use alloy_rpc_types_eth::Transaction;
use devnet::Block;

/// The transaction at a position of a block; `None` beyond its last.
pub(crate) fn transaction(block: &Block, index: usize) -> Option<Transaction> {
    let mined = block.transactions.get(index)?;
    let receipt = block.receipts.get(index)?;
    Some(Transaction {
        inner: Recovered::new_unchecked(mined.envelope.clone(), mined.from),
        block_hash: Some(block.hash),
        block_number: Some(block.number()),
        transaction_index: Some(receipt.index),
        effective_gas_price: Some(receipt.effective_gas_price),
        block_timestamp: None,
    })
}
