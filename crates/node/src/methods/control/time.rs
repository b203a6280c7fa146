//! The clock.

use alloy_primitives::U64;

use super::done;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// The last second that a block may have: the end of the year 9999. Clients cannot write later dates, and
/// a chain at the end of time has no next block.
const LAST: u64 = 253_402_300_799;

/// Moves the clock forward by seconds, and answers with them.
pub(super) fn increase(context: &mut Context<'_>, params: &Params) -> Reply {
    let seconds: u64 = params.required::<U64>(0, "seconds")?.to();
    within(context.chain.latest().timestamp().saturating_add(seconds))?;
    context.chain.advance(seconds);
    reply(&seconds)
}

/// Lets the clock go on from a time, and answers with the seconds that it moved.
pub(super) fn set(context: &mut Context<'_>, params: &Params) -> Reply {
    let before = context.chain.latest().timestamp();
    let timestamp: U64 = params.required(0, "timestamp")?;
    fix(context, timestamp)?;
    reply(&timestamp.to::<u64>().saturating_sub(before))
}

fn within(timestamp: u64) -> Result<(), RpcError> {
    if timestamp <= LAST {
        return Ok(());
    }
    Err(RpcError::invalid_params(format!(
        "{timestamp} is later than {LAST}, the end of the year 9999"
    )))
}

/// Fixes the time of the next block.
pub(super) fn set_next(context: &mut Context<'_>, params: &Params) -> Reply {
    fix(context, params.required(0, "timestamp")?)?;
    done(context, params)
}

/// Fixes the time of the next block.
///
/// # Errors
/// It lies before the last block, or beyond the end of time.
pub(super) fn fix(context: &mut Context<'_>, timestamp: U64) -> Result<(), RpcError> {
    within(timestamp.to())?;
    let latest = context.chain.latest().timestamp();
    if context.chain.set_next_timestamp(timestamp.to()) {
        return Ok(());
    }
    Err(RpcError::invalid_params(format!(
        "timestamp {timestamp} is lower than the last block's, {latest}"
    )))
}

/// Fixes the seconds between blocks.
pub(super) fn set_interval(context: &mut Context<'_>, params: &Params) -> Reply {
    let seconds: U64 = params.required(0, "seconds")?;
    within(context.chain.latest().timestamp().saturating_add(seconds.to()))?;
    context.chain.set_block_interval(Some(seconds.to()));
    done(context, params)
}

/// Lets the clock decide again.
pub(super) fn remove_interval(context: &mut Context<'_>, params: &Params) -> Reply {
    context.chain.set_block_interval(None);
    done(context, params)
}
