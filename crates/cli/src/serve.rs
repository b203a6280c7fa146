//! `ballast devnet`: a development chain that keeps running.

use crate::arguments::Devnet;
use crate::deployments;
use anyhow::{Context, Result};
use ballast_sandbox::{Sandbox, Settings};
use devnet::{Chain, Clock};
use devnet_node::Node;

/// Serves a chain until the process is ended.
pub(crate) fn run(arguments: &Devnet) -> Result<()> {
    // People watch this one: it keeps the machine's time.
    let config =
        devnet::Config { clock: Clock::System, genesis_timestamp: now(), ..Default::default() };
    let chain = if arguments.demo { with_ballast(config)? } else { Chain::new(config) };
    let node = Node::new(chain).port(arguments.port).start().context("cannot serve")?;
    println!("{}", node.banner());
    loop {
        std::thread::park();
    }
}

fn with_ballast(chain: devnet::Config) -> Result<Chain> {
    let settings = Settings { chain, ..Settings::default() };
    let sandbox = Sandbox::with(settings)?;
    let path = deployments::write(&sandbox.at)?;
    println!("Ballast is deployed; its addresses are in {}", path.display());
    Ok(sandbox.chain)
}

fn now() -> u64 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}
