//! Filters that are polled.

use alloy_primitives::{B256, U64};
use alloy_rpc_types_eth::{Filter, FilterBlockOption, Log};
use devnet::Block;

use super::logs as log_queries;
use crate::filters::FilterKind;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

pub(super) fn new_logs(context: &mut Context<'_>, params: &Params) -> Reply {
    let filter = log_queries::bounded(params.required(0, "filter")?)?;
    install(context, FilterKind::Logs(Box::new(filter)))
}

pub(super) fn new_block(context: &mut Context<'_>, _: &Params) -> Reply {
    install(context, FilterKind::Blocks)
}

pub(super) fn new_pending_transaction(context: &mut Context<'_>, _: &Params) -> Reply {
    install(context, FilterKind::Transactions)
}

fn install(context: &mut Context<'_>, kind: FilterKind) -> Reply {
    let next_block = context.chain.height() + 1;
    reply(&U64::from(context.node.filters.insert(kind, next_block)))
}

pub(super) fn uninstall(context: &mut Context<'_>, params: &Params) -> Reply {
    let id: U64 = params.required(0, "filter")?;
    reply(&context.node.filters.remove(id.to()))
}

/// What happened since the filter was last asked, or made.
pub(super) fn changes(context: &mut Context<'_>, params: &Params) -> Reply {
    let id: U64 = params.required(0, "filter")?;
    let chain = &*context.chain;
    let limit = context.node.limits.max_logs;
    let polled = context.node.filters.get(id.to()).ok_or_else(not_found)?;
    let blocks = (polled.next_block..=chain.height()).filter_map(|number| chain.block(number));
    let (mut hashes, mut logs) = (Vec::<B256>::new(), Vec::new());
    for block in blocks {
        match &polled.kind {
            FilterKind::Blocks => hashes.push(block.hash),
            FilterKind::Transactions => hashes.extend(block.transactions.iter().map(|tx| tx.hash)),
            FilterKind::Logs(filter) => logs.extend(matching(filter, block)),
        }
        polled.next_block = block.number() + 1;
        // What is left comes with the next question: a filter that was not asked for long answers too.
        if hashes.len().max(logs.len()) >= limit {
            break;
        }
    }
    match &polled.kind {
        FilterKind::Logs(_) => reply(&logs),
        FilterKind::Blocks | FilterKind::Transactions => reply(&hashes),
    }
}

/// The logs of a block that a filter matches; a filter of one block hash matches nothing new.
fn matching<'a>(filter: &'a Filter, block: &'a Block) -> impl Iterator<Item = Log> + 'a {
    let in_range = matches!(filter.block_option, FilterBlockOption::Range { .. })
        && filter.matches_block_range(block.number())
        && filter.matches_bloom(block.header.logs_bloom);
    let logs = in_range.then(|| block.logs()).into_iter().flatten();
    logs.filter(|log| filter.matches(&log.inner))
}

/// Everything that a log filter matches, seen or not.
pub(super) fn logs(context: &mut Context<'_>, params: &Params) -> Reply {
    let id: U64 = params.required(0, "filter")?;
    let limit = context.node.limits.max_logs;
    match &context.node.filters.get(id.to()).ok_or_else(not_found)?.kind {
        FilterKind::Logs(filter) => reply(&log_queries::matching(context.chain, filter, limit)?),
        _ => Err(RpcError::invalid_params("not a filter of logs")),
    }
}

fn not_found() -> RpcError {
    RpcError::server("filter not found")
}
