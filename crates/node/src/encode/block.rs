//! Blocks and headers, with the fields that Arbitrum adds.

use alloy_eips::Encodable2718;
use alloy_primitives::{B256, U64, U256};
use alloy_rlp::Encodable;
use alloy_rpc_types_eth::{Header, Transaction};
use devnet::Block;
use serde::Serialize;

use super::transaction;

/// A header as `newHeads` sends it and as blocks begin.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NitroHeader {
    #[serde(flatten)]
    header: Header,
    /// What NUMBER answers in this block.
    l1_block_number: U64,
    /// Messages to the layer below: there is none, so none.
    send_count: U64,
    send_root: B256,
}

/// A block with its transactions' hashes, or with the transactions.
#[derive(Serialize)]
pub(crate) struct NitroBlock {
    #[serde(flatten)]
    header: NitroHeader,
    uncles: [B256; 0],
    transactions: Transactions,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Transactions {
    Hashes(Vec<B256>),
    Full(Vec<Transaction>),
}

/// The header of a block.
pub(crate) fn header(block: &Block) -> NitroHeader {
    NitroHeader {
        header: Header {
            hash: block.hash,
            inner: block.header.clone(),
            total_difficulty: Some(U256::ZERO),
            size: Some(U256::from(size(block))),
        },
        l1_block_number: U64::from(block.l1_number),
        send_count: U64::ZERO,
        send_root: B256::ZERO,
    }
}

/// Bytes of the header and of the transactions, without the few that frame them.
fn size(block: &Block) -> usize {
    let transactions = block.transactions.iter().map(|tx| tx.envelope.encode_2718_len());
    block.header.length() + transactions.sum::<usize>()
}

/// A block, with `full` transactions or their hashes.
pub(crate) fn block(block: &Block, full: bool) -> NitroBlock {
    let transactions = if full {
        let mined = (0..block.transactions.len()).filter_map(|index| transaction(block, index));
        Transactions::Full(mined.collect())
    } else {
        Transactions::Hashes(block.transactions.iter().map(|tx| tx.hash).collect())
    };
    NitroBlock { header: header(block), uncles: [], transactions }
}
