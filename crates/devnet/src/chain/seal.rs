//! Opening and closing blocks.

use std::sync::Arc;

use alloy_consensus::proofs::{calculate_receipt_root, calculate_transaction_root};
use alloy_consensus::{
    EMPTY_OMMER_ROOT_HASH, Eip658Value, Header, ReceiptEnvelope, TxEnvelope, TxType,
};
use alloy_primitives::{B64, B256, Bloom, U256};

use super::ledger::{Ledger, Open};
use super::{Block, Receipt};
use crate::evm::{BlockContext, COINBASE, GAS_LIMIT, Recent};

/// Seconds between blocks of the parent chain.
const L1_SECONDS: u64 = 12;

/// What headers say of the chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin {
    pub(super) timestamp: u64,
    pub(super) l1_block: u64,
    pub(super) arbos_version: u64,
}

impl Origin {
    /// The parent chain's height at a time: a block every twelve seconds.
    pub(super) fn l1_number(&self, timestamp: u64) -> u64 {
        self.l1_block + timestamp.saturating_sub(self.timestamp) / L1_SECONDS
    }
}

impl Ledger {
    /// The block that would come next.
    pub(super) fn next_context(&self, origin: &Origin) -> BlockContext {
        if let Some(open) = &self.open {
            return open.context.clone();
        }
        let (number, latest) = match self.tip() {
            Some(tip) => (tip.number() + 1, tip.timestamp()),
            None => (0, origin.timestamp),
        };
        let timestamp = self.time.next(latest);
        let l1_number = origin.l1_number(timestamp);
        BlockContext { number, l1_number, timestamp, base_fee: self.base_fee }
    }

    /// The open block, opened if there is none.
    pub(super) fn open(&mut self, origin: &Origin) -> &mut Open {
        let open = self.take_open(origin);
        self.open.insert(open)
    }

    fn take_open(&mut self, origin: &Origin) -> Open {
        if let Some(open) = self.open.take() {
            return open;
        }
        let context = self.next_context(origin);
        self.time.used(context.timestamp);
        Open {
            context,
            base: self.state.clone(),
            recent: Recent::default(),
            transactions: Vec::new(),
            receipts: Vec::new(),
        }
    }

    /// Closes the open block, or makes an empty one.
    pub(super) fn seal(&mut self, origin: &Origin, history: usize) -> Arc<Block> {
        let open = self.take_open(origin);
        let parent = self.hashes.last().copied().unwrap_or_default();
        let block = Arc::new(close(open, parent, origin));
        let number = block.number();
        self.hashes.push_back(block.hash);
        self.numbers.insert(block.hash, number);
        for (index, transaction) in block.transactions.iter().enumerate() {
            self.transactions.insert(transaction.hash, (number, index));
        }
        self.blocks.push_back(block.clone());
        self.states.insert(number, self.state.clone());
        while self.states.len() > history.max(1) {
            let Some(oldest) = self.states.get_min().map(|(number, _)| *number) else { break };
            self.states.remove(&oldest);
        }
        block
    }
}

fn close(open: Open, parent: B256, origin: &Origin) -> Block {
    let gas_used = open.gas_used();
    let Open { context, transactions, receipts, .. } = open;
    let header = header(&context, parent, origin, gas_used, &transactions, &receipts);
    let hash = header.hash_slow();
    let receipts =
        receipts.into_iter().map(|receipt| Arc::new(Receipt { block_hash: hash, ..receipt }));
    let (l1_number, receipts) = (context.l1_number, receipts.collect());
    Block { hash, header, l1_number, transactions, receipts, context }
}

fn header(
    context: &BlockContext,
    parent: B256,
    origin: &Origin,
    gas_used: u64,
    transactions: &[super::Transaction],
    receipts: &[Receipt],
) -> Header {
    let envelopes: Vec<&TxEnvelope> = transactions.iter().map(|tx| &tx.envelope).collect();
    let receipts: Vec<ReceiptEnvelope> = receipts.iter().map(envelope).collect();
    Header {
        parent_hash: parent,
        ommers_hash: EMPTY_OMMER_ROOT_HASH,
        beneficiary: COINBASE,
        transactions_root: calculate_transaction_root(&envelopes),
        receipts_root: calculate_receipt_root(&receipts),
        logs_bloom: receipts
            .iter()
            .fold(Bloom::ZERO, |bloom, receipt| bloom | *receipt.logs_bloom()),
        difficulty: U256::ONE,
        number: context.number,
        gas_limit: GAS_LIMIT,
        gas_used,
        timestamp: context.timestamp,
        mix_hash: mix_hash(context.l1_number, origin.arbos_version),
        nonce: B64::with_last_byte(1),
        base_fee_per_gas: Some(context.base_fee),
        ..Header::default()
    }
}

/// Messages sent to the parent chain (none), its height, and the version of the chain's system.
fn mix_hash(l1_number: u64, arbos_version: u64) -> B256 {
    let mut hash = B256::ZERO;
    hash[8..16].copy_from_slice(&l1_number.to_be_bytes());
    hash[16..24].copy_from_slice(&arbos_version.to_be_bytes());
    hash
}

/// The receipt as it goes into the root.
pub(super) fn envelope(receipt: &Receipt) -> ReceiptEnvelope {
    let kind = TxType::try_from(receipt.transaction_type).unwrap_or(TxType::Legacy);
    let status = Eip658Value::Eip658(receipt.outcome.is_success());
    let logs = receipt.outcome.logs.clone();
    let inner =
        alloy_consensus::Receipt { status, cumulative_gas_used: receipt.cumulative_gas_used, logs };
    ReceiptEnvelope::from_typed(kind, inner)
}
