//! Looking at what was included.

use std::sync::Arc;

use alloy_primitives::B256;

use super::{Block, Chain, Receipt, Transaction};

impl Chain {
    /// The last block.
    ///
    /// # Panics
    /// Never: a chain is made with its first block, and snapshots are of chains.
    pub fn latest(&self) -> &Arc<Block> {
        &self.ledger.blocks[self.ledger.blocks.len() - 1]
    }

    /// Height of the last block.
    pub fn height(&self) -> u64 {
        self.latest().number()
    }

    /// The block of a height.
    pub fn block(&self, number: u64) -> Option<&Arc<Block>> {
        self.ledger.blocks.get(usize::try_from(number).ok()?)
    }

    /// The block of a hash.
    pub fn block_by_hash(&self, hash: B256) -> Option<&Arc<Block>> {
        self.block(*self.ledger.numbers.get(&hash)?)
    }

    /// A transaction, with its block and position in it.
    pub fn transaction(&self, hash: B256) -> Option<(&Transaction, &Arc<Block>, usize)> {
        let (number, index) = *self.ledger.transactions.get(&hash)?;
        let block = self.block(number)?;
        Some((block.transactions.get(index)?, block, index))
    }

    /// The receipt of a transaction in a closed block.
    pub fn receipt(&self, hash: B256) -> Option<&Arc<Receipt>> {
        let (number, index) = *self.ledger.transactions.get(&hash)?;
        self.block(number)?.receipts.get(index)
    }

    /// The transactions of the open block.
    pub fn pending_transactions(&self) -> &[Transaction] {
        self.ledger.open.as_ref().map_or(&[], |open| &open.transactions)
    }
}
