//! What one client, and all clients together, may take of the host.

use std::time::Duration;

/// Bounds on clients. The defaults serve a busy test suite and hold a hostile one off: the most memory
/// that request bodies can pin is `max_connections · max_body_bytes` (1 GiB).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Connections served at once, WebSockets included; further ones wait in the listener's backlog.
    pub max_connections: usize,
    /// WebSockets open at once; a further upgrade gets HTTP status 503. Less than `max_connections`,
    /// so that idle subscribers cannot lock out plain requests.
    pub max_sockets: usize,
    /// The longest request body or WebSocket message, in bytes.
    pub max_body_bytes: usize,
    /// The longest batch, in requests.
    pub max_batch: usize,
    /// The bytes after which a batch answers its remaining requests with an error.
    pub max_batch_response_bytes: usize,
    /// The time a client has to send a request's head.
    pub header_timeout: Duration,
    /// The time a client has to send a request's body.
    pub body_timeout: Duration,
    /// The time that a client may read nothing of what is sent to it.
    pub write_timeout: Duration,
    /// How often an idle WebSocket is pinged; it is closed after three unanswered pings.
    pub ping_interval: Duration,
    /// Subscriptions of one WebSocket.
    pub max_subscriptions: usize,
    /// Blocks that a subscriber may fall behind before its WebSocket is closed.
    pub max_lag: usize,
    /// Polled filters (`eth_newFilter` and its kin) alive at once; the least recently polled goes first.
    pub max_filters: usize,
    /// Logs that one query returns; a query that matches more is refused.
    pub max_logs: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_connections: 512,
            max_sockets: 256,
            max_body_bytes: 2 << 20,
            max_batch: 1_000,
            max_batch_response_bytes: 25 << 20,
            header_timeout: Duration::from_secs(30),
            body_timeout: Duration::from_secs(30),
            write_timeout: Duration::from_secs(30),
            ping_interval: Duration::from_secs(20),
            max_subscriptions: 64,
            max_lag: 1_024,
            max_filters: 1_000,
            max_logs: 10_000,
        }
    }
}
