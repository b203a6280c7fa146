//! What the chain's thread owns, and what a method sees of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use alloy_primitives::B256;
use devnet::{Block, Chain};
use serde_json::value::to_raw_value;

use crate::encode;
use crate::filters::Filters;
use crate::hub::{Head, Hub};
use crate::limits::Limits;
use crate::queue::Queue;

/// The state behind all methods.
pub(crate) struct State {
    chain: Arc<Mutex<Chain>>,
    node: NodeState,
}

/// What the node adds to the chain.
pub(crate) struct NodeState {
    pub(crate) filters: Filters,
    pub(crate) queue: Queue,
    pub(crate) limits: Arc<Limits>,
    /// How often a block is closed, and when the next time is due.
    pub(crate) interval: Option<(Duration, Instant)>,
    hub: Hub,
    /// Number and hash of the last block that subscribers were told of.
    published: (u64, B256),
}

/// What a method works on that may change the chain: the chain itself, locked.
pub(crate) struct Context<'a> {
    pub(crate) chain: &'a mut Chain,
    pub(crate) node: &'a mut NodeState,
}

/// What a method works on that only computes: the chain as it was when the request came.
pub(crate) struct Copy {
    pub(crate) chain: Chain,
    pub(crate) limits: Arc<Limits>,
}

/// The chain, locked. A lock that a panic poisoned is taken all the same: refusing every later request
/// would help nobody.
pub(crate) fn lock(chain: &Mutex<Chain>) -> std::sync::MutexGuard<'_, Chain> {
    chain.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// The state of a node that has just started.
    pub(crate) fn new(chain: Arc<Mutex<Chain>>, hub: Hub, limits: Arc<Limits>) -> Self {
        let published = {
            let chain = lock(&chain);
            (chain.height(), chain.latest().hash)
        };
        let filters = Filters::new(limits.max_filters);
        let queue = Queue::default();
        Self { chain, node: NodeState { filters, queue, limits, interval: None, hub, published } }
    }

    /// Runs `work` with the chain locked.
    pub(crate) fn with<T>(&mut self, work: impl FnOnce(&mut Context<'_>) -> T) -> T {
        let mut chain = lock(&self.chain);
        work(&mut Context { chain: &mut chain, node: &mut self.node })
    }
}

impl Context<'_> {
    /// What is due without a request: transactions whose turn has come, a block by the interval, and
    /// news of blocks.
    pub(crate) fn tick(&mut self) {
        self.node.queue.drain_into(self.chain);
        if let Some((period, due)) = self.node.interval
            && Instant::now() >= due
        {
            self.node.interval = Instant::now().checked_add(period).map(|next| (period, next));
            self.chain.mine();
        }
        self.publish();
    }

    /// Tells subscribers of the blocks since the last that they were told of, whoever mined them. If an
    /// embedder went back to a snapshot meanwhile, at least the new last block is told.
    fn publish(&mut self) {
        let latest = (self.chain.height(), self.chain.latest().hash);
        if self.node.published == latest {
            return;
        }
        let from = self.node.published.0.saturating_add(1).min(latest.0);
        self.node.published = latest;
        if !self.node.hub.has_listeners() {
            return;
        }
        let blocks = (from..=latest.0).filter_map(|number| self.chain.block(number));
        for news in blocks.filter_map(|block| news(block)) {
            self.node.hub.publish(news);
        }
    }

    /// The chain went back to a snapshot: what was told of later blocks no longer holds.
    pub(crate) fn after_revert(&mut self) {
        self.node.queue.clear();
        self.node.filters.rewind(self.chain.height());
        self.node.published = (self.chain.height(), self.chain.latest().hash);
    }
}

fn news(block: &Block) -> Option<Head> {
    Some(Head {
        header: to_raw_value(&encode::header(block)).ok()?,
        logs: block.logs().collect(),
        transactions: block.transactions.iter().map(|transaction| transaction.hash).collect(),
    })
}
