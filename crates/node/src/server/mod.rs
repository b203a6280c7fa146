//! HTTP and WebSocket on one port.

mod accept;
mod answer;
mod http;
mod socket;
mod subscriptions;

pub(crate) use accept::serve;

use std::sync::Arc;

use tokio::sync::{Semaphore, watch};

use crate::executor::Executor;
use crate::hub::Hub;
use crate::limits::Limits;

/// What every connection shares.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) executor: Executor,
    pub(crate) hub: Hub,
    pub(crate) limits: Arc<Limits>,
    /// One permit for each WebSocket that may be open.
    pub(crate) sockets: Arc<Semaphore>,
    /// Turns true once, when the node shuts down.
    pub(crate) closing: watch::Receiver<bool>,
}

/// Resolves when the node shuts down, or has been dropped.
pub(crate) async fn closed(closing: &mut watch::Receiver<bool>) {
    let _ = closing.wait_for(|closing| *closing).await;
}
