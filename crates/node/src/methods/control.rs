//! What only a test chain can do: time, snapshots, mining, and accounts bent at will.

mod accounts;
mod mining;
mod snapshots;
mod time;

use alloy_primitives::U64;
use serde_json::json;

use crate::state::Context;
use crate::wire::{Params, Reply, reply};

/// A method of the `evm_`, `anvil_` and `hardhat_` families. They share the tails of their names, but for
/// `mine`, which takes other parameters in the first.
pub(super) fn find(family: &str, tail: &str) -> Option<fn(&mut Context<'_>, &Params) -> Reply> {
    Some(match tail {
        "addBalance" => accounts::add_balance,
        "autoImpersonateAccount" => accounts::auto_impersonate,
        "getAutomine" => mining::automine,
        "impersonateAccount" => accounts::impersonate,
        "increaseTime" => time::increase,
        "mine" if family == "evm" => mining::evm_mine,
        "mine" => mining::mine,
        "nodeInfo" => node_info,
        "removeBlockTimestampInterval" => time::remove_interval,
        "revert" => snapshots::revert,
        "setAutomine" => mining::set_automine,
        "setBalance" => accounts::set_balance,
        "setBlockTimestampInterval" => time::set_interval,
        "setCode" => accounts::set_code,
        "setIntervalMining" => mining::set_interval,
        "setLoggingEnabled" => done,
        "setNextBlockBaseFeePerGas" => mining::set_base_fee,
        "setNextBlockTimestamp" => time::set_next,
        "setTime" => time::set,
        "setNonce" => accounts::set_nonce,
        "setStorageAt" => accounts::set_storage,
        "snapshot" => snapshots::take,
        "stopImpersonatingAccount" => accounts::stop_impersonating,
        _ => return None,
    })
}

/// The answer of methods that only do: `null` is an error to some clients, `true` to none.
fn done(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&true)
}

fn node_info(context: &mut Context<'_>, _: &Params) -> Reply {
    let head = context.chain.latest();
    reply(&json!({
        "currentBlockNumber": U64::from(head.number()),
        "currentBlockTimestamp": head.timestamp(),
        "currentBlockHash": head.hash,
        "hardFork": "osaka",
        "transactionOrder": "fifo",
        "environment": {
            "baseFee": U64::from(context.chain.base_fee()),
            "chainId": context.chain.config().chain_id,
            "gasLimit": U64::from(head.header.gas_limit),
            "gasPrice": U64::from(context.chain.base_fee()),
        },
        "forkConfig": { "forkUrl": null, "forkBlockNumber": null, "forkRetryBackoff": null },
    }))
}
