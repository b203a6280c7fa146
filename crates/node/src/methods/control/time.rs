//! The clock.

use alloy_primitives::U64;

use super::done;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// Moves the clock forward by seconds, and answers with them.
pub(super) fn increase(context: &mut Context<'_>, params: &Params) -> Reply {
    let seconds: u64 = params.required::<U64>(0, "seconds")?.to();
    context.chain.advance(seconds);
    reply(&seconds)
}

/// Fixes the time of the next block.
pub(super) fn set_next(context: &mut Context<'_>, params: &Params) -> Reply {
    fix(context, params.required(0, "timestamp")?)?;
    done(context, params)
}

/// Fixes the time of the next block.
///
/// # Errors
/// It lies before the last block.
pub(super) fn fix(context: &mut Context<'_>, timestamp: U64) -> Result<(), RpcError> {
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
    context.chain.set_block_interval(Some(seconds.to()));
    done(context, params)
}

/// Lets the clock decide again.
pub(super) fn remove_interval(context: &mut Context<'_>, params: &Params) -> Reply {
    context.chain.set_block_interval(None);
    done(context, params)
}
