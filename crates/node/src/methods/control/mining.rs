//! When blocks are made.

use std::time::{Duration, Instant};

use alloy_primitives::U64;
use devnet::Mining;
use serde::Deserialize;

use super::{done, time};
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// Blocks that one request may mine.
const MAX_BLOCKS: u64 = 100_000;

/// What `evm_mine` takes: nothing, a timestamp, or both of these by name.
#[derive(Deserialize)]
#[serde(untagged)]
enum Mine {
    At(U64),
    Options { blocks: Option<U64>, timestamp: Option<U64> },
}

/// `evm_mine`: one block, at a time if one is given.
pub(super) fn evm_mine(context: &mut Context<'_>, params: &Params) -> Reply {
    let (blocks, timestamp) = match params.optional(0, "options")? {
        None => (None, None),
        Some(Mine::At(timestamp)) => (None, Some(timestamp)),
        Some(Mine::Options { blocks, timestamp }) => (blocks, timestamp),
    };
    let blocks = count(blocks)?;
    if let Some(timestamp) = timestamp {
        time::fix(context, timestamp)?;
    }
    context.chain.mine_many(blocks, None);
    reply("0x0")
}

/// `anvil_mine`, `hardhat_mine`: a number of blocks, and the seconds between them.
pub(super) fn mine(context: &mut Context<'_>, params: &Params) -> Reply {
    let blocks = count(params.optional(0, "blocks")?)?;
    let seconds: Option<U64> = params.optional(1, "interval")?;
    context.chain.mine_many(blocks, seconds.map(|seconds| seconds.to()));
    done(context, params)
}

fn count(blocks: Option<U64>) -> Result<u64, RpcError> {
    let blocks = blocks.map_or(1, |blocks| blocks.to());
    if blocks > MAX_BLOCKS {
        return Err(RpcError::invalid_params(format!("at most {MAX_BLOCKS} blocks at once")));
    }
    Ok(blocks)
}

pub(super) fn automine(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&(context.chain.mining() == Mining::Auto))
}

/// With automine off, transactions run into an open block that the next mining closes.
pub(super) fn set_automine(context: &mut Context<'_>, params: &Params) -> Reply {
    let mining = if params.required(0, "enabled")? { Mining::Auto } else { Mining::Manual };
    context.chain.set_mining(mining);
    done(context, params)
}

/// Closes a block every so many seconds; zero ends that and leaves mining manual, as elsewhere.
pub(super) fn set_interval(context: &mut Context<'_>, params: &Params) -> Reply {
    let seconds: U64 = params.required(0, "seconds")?;
    let period = Duration::from_secs(seconds.to());
    let first = Instant::now().checked_add(period);
    context.node.interval = first.filter(|_| !period.is_zero()).map(|first| (period, first));
    context.chain.set_mining(Mining::Manual);
    done(context, params)
}

/// The price of gas of the next blocks.
pub(super) fn set_base_fee(context: &mut Context<'_>, params: &Params) -> Reply {
    let base_fee: U64 = params.required(0, "baseFee")?;
    context.chain.set_base_fee(base_fee.to());
    done(context, params)
}
