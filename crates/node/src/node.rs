//! Starting and stopping a node.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;

use devnet::Chain;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Semaphore, watch};

use crate::banner;
use crate::executor::{Executor, STACK_BYTES};
use crate::hub::Hub;
use crate::limits::Limits;
use crate::server::{Server, serve};
use crate::state::{State, lock};

/// Longer than the server's own grace for open requests, so that it ends by itself.
const SHUTDOWN: Duration = Duration::from_secs(4);

/// Why a node did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on: in use, or not this machine's.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// A thread or the runtime could not be started.
    #[error("cannot start the node's threads: {0}")]
    Threads(#[from] std::io::Error),
}

/// A node about to start.
#[derive(Debug)]
pub struct Node {
    chain: Arc<Mutex<Chain>>,
    address: SocketAddr,
    limits: Limits,
}

impl Node {
    /// A node for a chain, on a free port of the loopback interface.
    pub fn new(chain: Chain) -> Self {
        Self::shared(Arc::new(Mutex::new(chain)))
    }

    /// A node for a chain that the embedder goes on using. The embedder holds the lock briefly: while it
    /// is held, no request is answered.
    pub fn shared(chain: Arc<Mutex<Chain>>) -> Self {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self { chain, address, limits: Limits::default() }
    }

    /// Listens on this port of the same interface; 0 picks a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Listens on this address. Everybody who can reach it owns the chain and its funded keys: leave the
    /// loopback interface only on purpose.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Replaces the bounds on clients.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Starts the node; when this returns, it listens.
    ///
    /// # Errors
    /// The address cannot be listened on, or the process cannot start threads.
    pub fn start(self) -> Result<NodeHandle, StartError> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("devnet-node")
            .thread_stack_size(STACK_BYTES)
            .enable_all()
            .build()?;
        let listener = listen(&runtime, self.address)
            .map_err(|source| StartError::Listen { address: self.address, source })?;
        let address = listener.local_addr()?;
        let limits = Arc::new(self.limits);
        let hub = Hub::new(limits.max_lag);
        let state = State::new(self.chain.clone(), hub.clone(), limits.clone());
        let (executor, thread) = Executor::start(self.chain.clone(), state, limits.clone())?;
        let (close, closing) = watch::channel(false);
        let server = Server {
            executor,
            hub,
            sockets: Arc::new(Semaphore::new(limits.max_sockets)),
            limits,
            closing,
        };
        let (ended, served) = mpsc::channel();
        runtime.spawn(async move {
            serve(listener, server).await;
            let _ = ended.send(());
        });
        Ok(NodeHandle {
            chain: self.chain,
            address,
            close,
            served: Mutex::new(served),
            runtime: Some(runtime),
            thread: Some(thread),
        })
    }
}

/// Binds without blocking on the runtime, which would panic where a node starts inside another one.
fn listen(runtime: &Runtime, address: SocketAddr) -> std::io::Result<TcpListener> {
    let listener = std::net::TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let _entered = runtime.enter();
    TcpListener::from_std(listener)
}

/// A running node. Dropping it stops the node without waiting; [`NodeHandle::shutdown`] waits.
#[derive(Debug)]
pub struct NodeHandle {
    chain: Arc<Mutex<Chain>>,
    address: SocketAddr,
    close: watch::Sender<bool>,
    served: Mutex<mpsc::Receiver<()>>,
    runtime: Option<Runtime>,
    thread: Option<JoinHandle<()>>,
}

impl NodeHandle {
    /// The address listened on, with the port that was picked.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The URL for HTTP clients.
    pub fn http_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The URL for WebSocket clients: the same port.
    pub fn ws_url(&self) -> String {
        format!("ws://{}", self.address)
    }

    /// The chain, locked. While the guard lives, no request is answered.
    pub fn chain(&self) -> MutexGuard<'_, Chain> {
        lock(&self.chain)
    }

    /// The chain, to share.
    pub fn shared_chain(&self) -> Arc<Mutex<Chain>> {
        self.chain.clone()
    }

    /// What to print at the start: the chain, the funded accounts with their keys, and the URLs.
    pub fn banner(&self) -> String {
        banner::banner(&self.chain(), self.address)
    }

    /// Stops the node: no new connections, open requests answered, WebSockets closed, threads ended.
    /// Returns after at most about four seconds, whatever clients do.
    pub fn shutdown(mut self) {
        let _ = self.close.send(true);
        if let Ok(served) = self.served.get_mut() {
            let _ = served.recv_timeout(SHUTDOWN);
        }
        self.stop_runtime();
        if let Some(thread) = self.thread.take().filter(JoinHandle::is_finished) {
            let _ = thread.join();
        }
    }

    /// Ends the runtime from anywhere: dropping one inside another runtime would panic.
    fn stop_runtime(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for NodeHandle {
    fn drop(&mut self) {
        let _ = self.close.send(true);
        self.stop_runtime();
    }
}
