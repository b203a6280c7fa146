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
    /// Tell where the ink of an operation goes, by function and host call.
    Ink(Ink),
    /// Price options: calls, puts and Greeks of each row of a CSV file.
    Price(Conversion),
    /// Find the implied volatility of each row of a CSV file.
    Iv(Conversion),
    /// Tell what a portfolio is worth, must hold, and would lose in each scenario.
    Margin(Margin),
    /// Draw profit and loss and margin of a portfolio over the price of its underlying.
    Payoff(Payoff),
    /// Draw the smiles of a volatility surface and check it for arbitrage.
    Surface(Drawing),
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

/// What a call costs.
#[derive(Args, Debug)]
pub(crate) struct Ink {
    /// Key of the operation, as in snapshots/gas.json; left out, the operations are listed.
    pub(crate) operation: Option<String>,
    /// Draw a flame graph into this file.
    #[arg(long)]
    pub(crate) svg: Option<PathBuf>,
    /// Functions to list.
    #[arg(long, default_value_t = 30)]
    pub(crate) top: usize,
}

/// A deployment.
#[derive(Args, Debug)]
pub(crate) struct Deploy {
    /// The chain's JSON-RPC endpoint.
    #[arg(long)]
    pub(crate) rpc_url: String,
    /// Private key of the deployer, who owns the contracts until it hands them over.
    #[arg(long, env = "BALLAST_PRIVATE_KEY", hide_env_values = true)]
    pub(crate) private_key: String,
    /// Feeds, tokens and markets, as JSON: see `examples/deployment.json`. Without it the contracts are
    /// deployed and wired, and their owner adds those later.
    #[arg(long)]
    pub(crate) config: Option<PathBuf>,
}

/// A file made of another.
#[derive(Args, Debug)]
pub(crate) struct Conversion {
    /// CSV file with a header, columns in any order: see `docs/cli.md`; - reads the standard input.
    #[arg(long = "in", value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// File to write; - is the standard output.
    #[arg(long = "out", value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
}

/// A drawing of a file.
#[derive(Args, Debug)]
pub(crate) struct Drawing {
    /// JSON file: see `docs/cli.md`; - reads the standard input.
    #[arg(long = "in", value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// SVG file to write; - is the standard output.
    #[arg(long = "out", value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Margins of a portfolio.
#[derive(Args, Debug)]
pub(crate) struct Margin {
    /// Parameters of portfolio margin: ours, reference, or a JSON file.
    #[arg(long, default_value = "ours")]
    pub(crate) model: PathBuf,
    /// JSON file of the portfolio: see `docs/cli.md`; - reads the standard input.
    #[arg(long)]
    pub(crate) portfolio: PathBuf,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A drawing of a portfolio.
#[derive(Args, Debug)]
pub(crate) struct Payoff {
    /// Parameters of portfolio margin: ours, reference, or a JSON file.
    #[arg(long, default_value = "ours")]
    pub(crate) model: PathBuf,
    /// JSON file of the portfolio: see `docs/cli.md`; - reads the standard input.
    #[arg(long)]
    pub(crate) portfolio: PathBuf,
    /// SVG file to write; - is the standard output.
    #[arg(long = "out", value_name = "FILE")]
    pub(crate) output: PathBuf,
}
