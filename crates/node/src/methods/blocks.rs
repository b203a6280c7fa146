//! Blocks, by number or hash.

use std::sync::Arc;

use alloy_eips::BlockNumberOrTag;
use alloy_primitives::{B256, U64};
use devnet::Block;

use super::at;
use crate::encode;
use crate::state::Context;
use crate::wire::{Params, Reply, reply};

pub(super) fn number(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::from(context.chain.height()))
}

pub(super) fn by_number(context: &mut Context<'_>, params: &Params) -> Reply {
    encoded(params, at::block_by_tag(context.chain, params.required(0, "block")?))
}

pub(super) fn by_hash(context: &mut Context<'_>, params: &Params) -> Reply {
    encoded(params, context.chain.block_by_hash(params.required(0, "hash")?))
}

/// The block, or `null` where there is none.
fn encoded(params: &Params, block: Option<&Arc<Block>>) -> Reply {
    let full = params.optional(1, "full")?.unwrap_or(false);
    reply(&block.map(|block| encode::block(block, full)))
}

pub(super) fn transaction_count_by_number(context: &mut Context<'_>, params: &Params) -> Reply {
    let tag: BlockNumberOrTag = params.required(0, "block")?;
    transaction_count(at::block_by_tag(context.chain, tag))
}

pub(super) fn transaction_count_by_hash(context: &mut Context<'_>, params: &Params) -> Reply {
    let hash: B256 = params.required(0, "hash")?;
    transaction_count(context.chain.block_by_hash(hash))
}

fn transaction_count(block: Option<&Arc<Block>>) -> Reply {
    reply(&block.map(|block| U64::from(block.transactions.len())))
}

/// There are no uncles.
pub(super) fn uncle_count(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::ZERO)
}

/// There are no uncles.
pub(super) fn uncle(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&())
}
