//! Snapshots of the whole chain.

use alloy_primitives::U64;
use devnet::SnapshotId;

use crate::state::Context;
use crate::wire::{Params, Reply, reply};

/// Takes a snapshot and answers with its id.
pub(super) fn take(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::from(context.chain.snapshot().0))
}

/// Goes back to a snapshot, which is used up with all later ones; `false` if there is no such.
pub(super) fn revert(context: &mut Context<'_>, params: &Params) -> Reply {
    let id: U64 = params.required(0, "snapshot")?;
    let reverted = context.chain.revert(SnapshotId(id.to()));
    if reverted {
        context.after_revert();
    }
    reply(&reverted)
}
