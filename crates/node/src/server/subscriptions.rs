//! What one WebSocket has subscribed to.

use std::collections::BTreeMap;

use alloy_rpc_types_eth::Filter;

use crate::hub::Head;
use crate::methods::bounded_filter;
use crate::wire::{Call, ErrorCode, Params, Reply, RpcError, notification, reply};

enum Topic {
    NewHeads,
    Logs(Box<Filter>),
    PendingTransactions,
}

/// The subscriptions of one WebSocket, by id.
pub(super) struct Subscriptions {
    topics: BTreeMap<String, Topic>,
    next: u64,
    limit: usize,
}

impl Subscriptions {
    /// None yet, and never more than `limit`.
    pub(super) fn new(limit: usize) -> Self {
        Self { topics: BTreeMap::new(), next: 1, limit }
    }

    /// Whether there is nothing to notify of.
    pub(super) fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// Whether a method is one of the two that belong to a connection.
    pub(super) fn handles(method: &str) -> bool {
        matches!(method, "eth_subscribe" | "eth_unsubscribe")
    }

    /// Answers `eth_subscribe` and `eth_unsubscribe`.
    pub(super) fn answer(&mut self, call: &Call) -> Reply {
        let params = Params::parse(call.params.as_deref())?;
        if call.method == "eth_unsubscribe" {
            let id: String = params.required(0, "subscription")?;
            return reply(&self.topics.remove(&id).is_some());
        }
        if self.topics.len() >= self.limit {
            let text = format!("too many subscriptions: at most {}", self.limit);
            return Err(RpcError::new(ErrorCode::Limit, text));
        }
        let topic = topic(&params)?;
        let id = format!("{:#x}", self.next);
        self.next += 1;
        self.topics.insert(id.clone(), topic);
        reply(&id)
    }

    /// The notifications that a new block causes.
    pub(super) fn notifications(&self, head: &Head) -> Vec<String> {
        self.topics.iter().flat_map(|(id, topic)| notify(id, topic, head)).collect()
    }
}

fn topic(params: &Params) -> Result<Topic, RpcError> {
    match params.required::<String>(0, "topic")?.as_str() {
        "newHeads" => Ok(Topic::NewHeads),
        "logs" => {
            let filter = params.optional(1, "filter")?.unwrap_or_default();
            Ok(Topic::Logs(Box::new(bounded_filter(filter)?)))
        }
        "newPendingTransactions" => match params.optional::<bool>(1, "full")? {
            Some(true) => Err(RpcError::invalid_params("pending transactions come as hashes only")),
            _ => Ok(Topic::PendingTransactions),
        },
        other => {
            let shown: String = other.chars().take(64).collect();
            Err(RpcError::invalid_params(format!("no \"{shown}\" subscription")))
        }
    }
}

fn notify(id: &str, topic: &Topic, head: &Head) -> Vec<String> {
    match topic {
        Topic::NewHeads => vec![notification(id, &head.header)],
        Topic::Logs(filter) => head
            .logs
            .iter()
            .filter(|log| filter.matches(&log.inner))
            .filter_map(|log| serde_json::value::to_raw_value(log).ok())
            .map(|log| notification(id, &log))
            .collect(),
        Topic::PendingTransactions => head
            .transactions
            .iter()
            .filter_map(|hash| serde_json::value::to_raw_value(hash).ok())
            .map(|hash| notification(id, &hash))
            .collect(),
    }
}
