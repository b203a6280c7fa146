//! Logs by query.

use alloy_rpc_types_eth::{Filter, FilterBlockOption, Log};
use devnet::Chain;

use super::at;
use super::failure::refused;
use crate::state::Copy;
use crate::wire::{ErrorCode, Params, Reply, RpcError, reply};

/// Addresses and topics that one filter may list.
const MAX_LISTED: usize = 1_000;

/// The filter, if it is of a size that may be kept.
///
/// # Errors
/// It lists more than 1,000 addresses and topics.
pub(crate) fn bounded(filter: Filter) -> Result<Filter, RpcError> {
    let topics: usize = filter.topics.iter().map(|topics| topics.len()).sum();
    if filter.address.len() + topics > MAX_LISTED {
        let text = format!("a filter lists at most {MAX_LISTED} addresses and topics");
        return Err(RpcError::invalid_params(text));
    }
    Ok(filter)
}

/// The logs that a filter matches.
pub(super) fn query(copy: &Copy, params: &Params) -> Reply {
    let filter = bounded(params.required(0, "filter")?)?;
    reply(&matching(&copy.chain, &filter, copy.limits.max_logs)?)
}

/// The logs that a filter matches.
///
/// # Errors
/// An unknown block hash, a range that runs backwards, more than `limit` logs.
pub(super) fn matching(chain: &Chain, filter: &Filter, limit: usize) -> Result<Vec<Log>, RpcError> {
    if let FilterBlockOption::Range { from_block, to_block } = filter.block_option {
        let number = |tag: Option<_>| match at::block_by_tag(chain, tag.unwrap_or_default()) {
            Some(block) => block.number(),
            // A number beyond the last block stands for what is not there yet.
            None => u64::MAX,
        };
        let beyond_head = from_block.and_then(|tag| tag.as_number()) > Some(chain.height());
        if number(from_block) > number(to_block) && !beyond_head {
            return Err(RpcError::invalid_params("invalid block range params"));
        }
    }
    chain.logs(filter, limit).map_err(refused)?.ok_or_else(|| {
        RpcError::new(ErrorCode::Limit, format!("query returned more than {limit} results"))
    })
}
