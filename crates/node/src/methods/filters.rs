//! Filters that are polled.

use alloy_primitives::{B256, U64};
use alloy_rpc_types_eth::{Filter, FilterBlockOption};

use super::logs as log_queries;
use crate::filters::FilterKind;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

pub(super) fn new_logs(context: &mut Context<'_>, params: &Params) -> Reply {
    let filter: Filter = params.required(0, "filter")?;
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
    let blocks = || (polled.next_block..=chain.height()).filter_map(|number| chain.block(number));
    let answer = match &polled.kind {
        FilterKind::Blocks => reply(&blocks().map(|block| block.hash).collect::<Vec<B256>>()),
        FilterKind::Transactions => {
            let mined = blocks().flat_map(|block| &block.transactions);
            reply(&mined.map(|transaction| transaction.hash).collect::<Vec<B256>>())
        }
        FilterKind::Logs(filter) => match since(filter, polled.next_block, chain.height()) {
            Some(filter) => reply(&log_queries::matching(chain, &filter, limit)?),
            None => reply(&[(); 0]),
        },
    }?;
    polled.next_block = chain.height() + 1;
    Ok(answer)
}

/// The filter for the part of `from..=to` that is within its own range, if there is one.
fn since(filter: &Filter, from: u64, to: u64) -> Option<Filter> {
    match filter.block_option {
        FilterBlockOption::Range { .. } => {
            let from = from.max(filter.get_from_block().unwrap_or(0));
            let to = to.min(filter.get_to_block().unwrap_or(u64::MAX));
            (from <= to).then(|| filter.clone().select(from..=to))
        }
        FilterBlockOption::AtBlockHash(_) => None,
    }
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
