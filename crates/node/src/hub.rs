//! News of the chain, from its thread to every WebSocket.

use alloy_primitives::B256;
use alloy_rpc_types_eth::Log;
use serde_json::value::RawValue;
use std::sync::Arc;
use tokio::sync::broadcast;

/// One new block, as subscribers see it.
#[derive(Debug)]
pub(crate) struct Head {
    /// The header as `newHeads` sends it.
    pub(crate) header: Box<RawValue>,
    /// The block's logs, in order.
    pub(crate) logs: Vec<Log>,
    /// The hashes of the block's transactions.
    pub(crate) transactions: Vec<B256>,
}

/// A bounded channel of new blocks: who falls behind by more than its length is told so.
#[derive(Debug, Clone)]
pub(crate) struct Hub(broadcast::Sender<Arc<Head>>);

impl Hub {
    /// A hub that remembers `max_lag` blocks for its slowest subscriber.
    pub(crate) fn new(max_lag: usize) -> Self {
        Self(broadcast::channel(max_lag.max(1)).0)
    }

    /// Blocks from now on.
    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Arc<Head>> {
        self.0.subscribe()
    }

    /// Whether anybody listens; if not, a block need not be encoded.
    pub(crate) fn has_listeners(&self) -> bool {
        self.0.receiver_count() > 0
    }

    /// Tells everybody of a block.
    pub(crate) fn publish(&self, head: Head) {
        let _ = self.0.send(Arc::new(head));
    }
}
