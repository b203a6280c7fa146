//! Receipts, with the fields that Arbitrum adds.

use alloy_consensus::{Eip658Value, Receipt as Outcome, ReceiptEnvelope, TxType};
use alloy_primitives::U64;
use alloy_rpc_types_eth::{Log, TransactionReceipt};
use devnet::{Block, Receipt};
use serde::Serialize;

/// A receipt as clients of Arbitrum expect it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NitroReceipt {
    #[serde(flatten)]
    receipt: TransactionReceipt<ReceiptEnvelope<Log>>,
    /// Posting to a layer below costs nothing here.
    gas_used_for_l1: U64,
    l1_block_number: U64,
    timeboosted: bool,
}

/// A transaction's receipt with its logs.
pub(crate) fn receipt(block: &Block, receipt: &Receipt) -> NitroReceipt {
    NitroReceipt {
        receipt: TransactionReceipt {
            inner: envelope(receipt, logs(block, receipt)),
            transaction_hash: receipt.transaction_hash,
            transaction_index: Some(receipt.index),
            block_hash: Some(block.hash),
            block_number: Some(block.number()),
            gas_used: receipt.outcome.gas_used,
            effective_gas_price: receipt.effective_gas_price,
            blob_gas_used: None,
            blob_gas_price: None,
            from: receipt.from,
            to: receipt.to,
            contract_address: receipt.outcome.created,
        },
        gas_used_for_l1: U64::ZERO,
        l1_block_number: U64::from(receipt.l1_block_number),
        timeboosted: false,
    }
}

/// The receipt's logs, numbered through the block.
fn logs(block: &Block, receipt: &Receipt) -> Vec<Log> {
    (receipt.first_log_index..)
        .zip(&receipt.outcome.logs)
        .map(|(index, log)| Log {
            inner: log.clone(),
            block_hash: Some(block.hash),
            block_number: Some(block.number()),
            block_timestamp: Some(block.timestamp()),
            transaction_hash: Some(receipt.transaction_hash),
            transaction_index: Some(receipt.index),
            log_index: Some(index),
            removed: false,
        })
        .collect()
}

fn envelope(receipt: &Receipt, logs: Vec<Log>) -> ReceiptEnvelope<Log> {
    let status = Eip658Value::Eip658(receipt.outcome.is_success());
    let outcome = Outcome { status, cumulative_gas_used: receipt.cumulative_gas_used, logs };
    let kind = TxType::try_from(receipt.transaction_type).unwrap_or_default();
    ReceiptEnvelope::from_typed(kind, outcome.with_bloom())
}
