//! What can be asked for.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Ballast, a clearing house for derivatives on Arbitrum Stylus.
#[derive(Debug, Parser)]
#[command(name = "ballast", version)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Tell the whole story on a chain inside this process: deploy, trade, liquidate, pay out.
    Demo,
    /// Keep a development chain running that serves JSON-RPC over HTTP and WebSocket.
    Devnet(Devnet),
    /// Deploy Ballast to a chain over JSON-RPC, activation and its fee included.
    Deploy(Deploy),
}

/// The development chain.
#[derive(Args, Debug)]
pub(crate) struct Devnet {
    /// Port on the loopback interface; 0 picks a free one.
    #[arg(long, default_value_t = 8547)]
    pub(crate) port: u16,
    /// Deploy Ballast, feeds and tokens first, and write the addresses to deployments/<chain id>.json.
    #[arg(long)]
    pub(crate) demo: bool,
}

/// A deployment.
#[derive(Args, Debug)]
pub(crate) struct Deploy {
    /// The chain's JSON-RPC endpoint.
    #[arg(long)]
    pub(crate) rpc_url: String,
    /// Private key of the deployer, who owns the contracts until it hands them over.
    #[arg(long, env = "BALLAST_PRIVATE_KEY", hide_env_values = true)]
    pub(crate) private_key: Option<String>,
    /// What to deploy, as JSON: see `examples/deployment.json`.
    #[arg(long)]
    pub(crate) config: PathBuf,
}
