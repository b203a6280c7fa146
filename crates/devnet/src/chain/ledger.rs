//! Everything that a snapshot keeps.

use std::sync::Arc;

use alloy_primitives::map::{AddressSet, FbBuildHasher};
use alloy_primitives::{Address, B256};
use imbl::shared_ptr::DefaultSharedPtr;
use imbl::{GenericHashMap, OrdMap, Vector};

use super::time::Time;
use super::{Block, Receipt, Transaction};
use crate::evm::{BlockContext, Recent};
use crate::state::State;

type ByHash<V> = GenericHashMap<B256, V, FbBuildHasher<32>, DefaultSharedPtr>;

/// The chain's history and present. A copy shares everything.
#[derive(Clone)]
pub(super) struct Ledger {
    /// The present, transactions of the open block included.
    pub(super) state: State,
    /// Blocks by number.
    pub(super) blocks: Vector<Arc<Block>>,
    /// Hashes by number.
    pub(super) hashes: Vector<B256>,
    /// States after blocks, by number.
    pub(super) states: OrdMap<u64, State>,
    pub(super) numbers: ByHash<u64>,
    /// Block and position of transactions.
    pub(super) transactions: ByHash<(u64, usize)>,
    pub(super) open: Option<Open>,
    pub(super) time: Time,
    pub(super) base_fee: u64,
    pub(super) impersonated: AddressSet,
    pub(super) impersonates_all: bool,
}

/// A block that is still open.
#[derive(Clone)]
pub(super) struct Open {
    pub(super) context: BlockContext,
    /// The state before its first transaction.
    pub(super) base: State,
    pub(super) recent: Recent,
    pub(super) transactions: Vec<Transaction>,
    pub(super) receipts: Vec<Receipt>,
}

impl Open {
    pub(super) fn gas_used(&self) -> u64 {
        self.receipts.last().map_or(0, |receipt| receipt.cumulative_gas_used)
    }

    pub(super) fn log_count(&self) -> u64 {
        self.receipts
            .last()
            .map_or(0, |receipt| receipt.first_log_index + receipt.outcome.logs.len() as u64)
    }
}

impl Ledger {
    /// The last block. There always is one.
    pub(super) fn tip(&self) -> Option<&Arc<Block>> {
        self.blocks.last()
    }

    /// The state without the open block.
    pub(super) fn latest(&self) -> &State {
        self.open.as_ref().map_or(&self.state, |open| &open.base)
    }

    /// Changes the present by hand: with the open block's transactions, and without them. The change
    /// counts to the last block, so that later transactions run again on the state that they found.
    pub(super) fn edit(&mut self, edit: impl Fn(&mut State)) {
        edit(&mut self.state);
        let tip = self.tip().map(|tip| tip.number());
        if let Some(state) = tip.and_then(|number| self.states.get_mut(&number)) {
            edit(state);
        }
        if let Some(open) = &mut self.open {
            edit(&mut open.base);
        }
    }

    pub(super) fn impersonates(&self, address: &Address) -> bool {
        self.impersonates_all || self.impersonated.contains(address)
    }
}
