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
    let (chain, deployed) = if arguments.demo {
        let settings = Settings { chain: config, proxied_feeds: true, ..Settings::default() };
        let sandbox = Sandbox::with(settings)?;
        (sandbox.chain, Some(sandbox.at))
    } else {
        (Chain::new(config), None)
    };
    let node = Node::new(chain).port(arguments.port).start().context("cannot serve")?;
    // Whoever waits for the addresses may call at once.
    if let Some(addresses) = deployed {
        let path = deployments::write(&addresses)?;
        println!("Ballast is deployed; its addresses are in {}", path.display());
    }
    println!("{}", node.banner());
    loop {
        std::thread::park();
    }
}

fn now() -> u64 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}
