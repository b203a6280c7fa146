//! Who the node is: constants, mostly.

use alloy_primitives::{Address, Bytes, U64, address, keccak256};
use serde_json::json;

use crate::state::Context;
use crate::wire::{Params, Reply, reply};

/// Where a sequencer's fees go, and what COINBASE answers.
const SEQUENCER: Address = address!("A4b000000000000000000073657175656e636572");

/// The client's name. Tools look for "nitro" to use Arbitrum's extensions, some of which (retryables,
/// batches) do not exist here, so it does not claim to be Nitro.
pub(super) fn client_version(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(concat!("devnet/v", env!("CARGO_PKG_VERSION")))
}

pub(super) fn chain_id(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::from(context.chain.config().chain_id))
}

/// The chain id once more, in decimal.
pub(super) fn net_version(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&context.chain.config().chain_id.to_string())
}

/// The funded accounts, for which the node signs.
pub(super) fn accounts(context: &mut Context<'_>, _: &Params) -> Reply {
    let addresses: Vec<Address> =
        context.chain.accounts().iter().map(|account| account.address()).collect();
    reply(&addresses)
}

pub(super) fn coinbase(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&SEQUENCER)
}

/// Keccak-256 of the bytes given.
pub(super) fn keccak(_: &mut Context<'_>, params: &Params) -> Reply {
    let data: Bytes = params.required(0, "data")?;
    reply(&keccak256(data))
}

pub(super) fn modules(_: &mut Context<'_>, _: &Params) -> Reply {
    let version = "1.0";
    reply(&json!({
        "anvil": version, "debug": version, "eth": version, "evm": version, "hardhat": version,
        "net": version, "rpc": version, "web3": version,
    }))
}

pub(super) fn no(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&false)
}

pub(super) fn yes(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&true)
}

pub(super) fn zero(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::ZERO)
}
