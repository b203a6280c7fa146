//! Transactions and receipts.

use std::sync::Arc;

use alloy_consensus::transaction::Recovered;
use alloy_eips::{BlockId, BlockNumberOrTag, Encodable2718};
use alloy_primitives::{B256, Bytes, U64};
use alloy_rpc_types_eth::Transaction;
use devnet::Block;

use super::at;
use crate::encode;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// A transaction that was mined, is in the open block, or waits for others.
fn find(context: &Context<'_>, hash: B256) -> Option<Transaction> {
    if let Some((_, block, index)) = context.chain.transaction(hash) {
        return encode::transaction(block, index);
    }
    let mut open = context.chain.pending_transactions().iter();
    let (from, envelope) = match open.find(|transaction| transaction.hash == hash) {
        Some(open) => (open.from, &open.envelope),
        None => context.node.queue.find(hash)?,
    };
    Some(Transaction {
        inner: Recovered::new_unchecked(envelope.clone(), from),
        block_hash: None,
        block_number: None,
        transaction_index: None,
        effective_gas_price: None,
        block_timestamp: None,
    })
}

/// A transaction, mined or not, or `null`.
pub(super) fn by_hash(context: &mut Context<'_>, params: &Params) -> Reply {
    reply(&find(context, params.required(0, "hash")?))
}

/// A transaction as it was signed, or `null`.
pub(super) fn raw_by_hash(context: &mut Context<'_>, params: &Params) -> Reply {
    let found = find(context, params.required(0, "hash")?);
    reply(&found.map(|transaction| Bytes::from(transaction.inner.encoded_2718())))
}

pub(super) fn by_block_hash_and_index(context: &mut Context<'_>, params: &Params) -> Reply {
    by_index(params, context.chain.block_by_hash(params.required(0, "hash")?))
}

pub(super) fn by_block_number_and_index(context: &mut Context<'_>, params: &Params) -> Reply {
    let tag: BlockNumberOrTag = params.required(0, "block")?;
    by_index(params, at::block_by_tag(context.chain, tag))
}

fn by_index(params: &Params, block: Option<&Arc<Block>>) -> Reply {
    let index: U64 = params.required(1, "index")?;
    let index = usize::try_from(index.to::<u64>())
        .map_err(|_| RpcError::invalid_params("the index is too large"))?;
    reply(&block.and_then(|block| encode::transaction(block, index)))
}

/// A receipt, or `null` while the transaction is not in a closed block.
pub(super) fn receipt(context: &mut Context<'_>, params: &Params) -> Reply {
    let found = context.chain.transaction(params.required(0, "hash")?);
    let receipt = found.and_then(|(_, block, index)| Some((block, block.receipts.get(index)?)));
    reply(&receipt.map(|(block, receipt)| encode::receipt(block, receipt)))
}

/// The receipts of a block, or `null`.
pub(super) fn block_receipts(context: &mut Context<'_>, params: &Params) -> Reply {
    let id: BlockId = params.required(0, "block")?;
    let receipts = |block: &Arc<Block>| -> Vec<_> {
        block.receipts.iter().map(|receipt| encode::receipt(block, receipt)).collect()
    };
    reply(&at::block(context.chain, id).map(receipts))
}
