//! What can be known to fail before anything is spent.

use super::rpc::Rpc;
use alloy_primitives::Address;
use anyhow::{Result, ensure};
use ballast_deployment::Config;

/// Every token and feed of the configuration must be a contract of the chain.
///
/// # Errors
/// Names the first that is not, or says that the node cannot be asked.
pub(super) fn require_contracts(rpc: &Rpc, config: &Config) -> Result<()> {
    let sequencer = config.sequencer.map(|(feed, _)| ("sequencer feed".to_owned(), feed));
    let assets = config.assets.iter().map(|a| (format!("token of asset {}", a.asset), a.token));
    let feeds = config.markets.iter();
    let feeds = feeds.map(|m| (format!("feed of market {}", m.risk.underlying), m.feed.feed));
    for (name, address) in sequencer.into_iter().chain(assets).chain(feeds) {
        require_contract(rpc, config.chain_id, &name, address)?;
    }
    Ok(())
}

fn require_contract(rpc: &Rpc, chain_id: u64, name: &str, address: Address) -> Result<()> {
    let code = rpc.code(address)?;
    ensure!(!code.is_empty(), "{name}: there is no contract at {address} on chain {chain_id}");
    Ok(())
}
