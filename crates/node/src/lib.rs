//! A JSON-RPC node in front of the devnet's [`Chain`](devnet::Chain): HTTP and WebSocket on one port.
//!
//! What `cast`, alloy, viem and web3.py ask of a node, this one answers: transactions, calls with state
//! overrides, estimates, blocks, logs, filters, subscriptions, call traces, and the `evm_*`, `anvil_*` and
//! `hardhat_*` methods by which tests bend a chain. `docs/node.md` lists the methods and where a real
//! Nitro node differs.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let node = devnet_node::Node::new(devnet::Chain::default()).start()?;
//! println!("{}", node.banner());
//! println!("listening on {}", node.http_url());
//! node.shutdown();
//! # Ok(())
//! # }
//! ```
//!
//! # How it is built
//! - One thread owns the chain's turn (`executor`): a request is a job in a bounded queue. Each method is
//!   a plain function from state and parameters to JSON (`methods`), found in one table.
//! - Connections live on an asynchronous runtime of the node's own (`server`). Their number, patience,
//!   bodies, batches and subscriptions are bounded by [`Limits`].
//! - New blocks reach WebSockets through one bounded channel (`hub`); a client that falls behind is
//!   disconnected rather than told half of the story.

mod banner;
mod encode;
mod executor;
mod filters;
mod hub;
mod limits;
mod methods;
mod node;
mod queue;
mod server;
mod state;
mod wire;

pub use limits::Limits;
pub use node::{Node, NodeHandle, StartError};
