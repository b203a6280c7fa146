//! What gas costs. The base fee is the whole price: tips are dropped, as on Arbitrum.

use alloy_eips::BlockNumberOrTag;
use alloy_primitives::{U64, U128};
use alloy_rpc_types_eth::FeeHistory;

use super::at;
use crate::state::Context;
use crate::wire::{Params, Reply, RpcError, reply};

/// Blocks and percentiles that one history may span.
const MAX_HISTORY: u64 = 1_024;
const MAX_PERCENTILES: usize = 100;

pub(super) fn gas_price(context: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U128::from(context.chain.base_fee()))
}

/// Zero: a tip buys nothing.
pub(super) fn max_priority_fee_per_gas(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U128::ZERO)
}

/// One wei, the least that the formula gives, though there are no blobs.
pub(super) fn blob_base_fee(_: &mut Context<'_>, _: &Params) -> Reply {
    reply(&U64::from(1))
}

/// Base fees and the share of gas used of up to 1,024 blocks ending with the given one.
pub(super) fn history(context: &mut Context<'_>, params: &Params) -> Reply {
    let count: U64 = params.required(0, "blockCount")?;
    let newest: BlockNumberOrTag = params.required(1, "newestBlock")?;
    let percentiles: Option<Vec<f64>> = params.optional(2, "rewardPercentiles")?;
    check_percentiles(percentiles.as_deref().unwrap_or_default())?;
    let newest = at::block_by_tag(context.chain, newest)
        .ok_or_else(|| RpcError::server("request beyond head block"))?
        .number();
    let count = count.to::<u64>().min(MAX_HISTORY).min(newest.saturating_add(1));
    if count == 0 {
        return reply(&FeeHistory { oldest_block: newest, ..FeeHistory::default() });
    }
    reply(&collect(context, newest + 1 - count, newest, percentiles.map(|p| p.len())))
}

fn check_percentiles(percentiles: &[f64]) -> Result<(), RpcError> {
    let in_order = percentiles.windows(2).all(|pair| pair[0] <= pair[1]);
    let in_range = percentiles.iter().all(|percentile| (0.0..=100.0).contains(percentile));
    if percentiles.len() > MAX_PERCENTILES || !in_order || !in_range {
        return Err(RpcError::invalid_params("at most 100 rising percentiles between 0 and 100"));
    }
    Ok(())
}

fn collect(
    context: &Context<'_>,
    oldest: u64,
    newest: u64,
    percentiles: Option<usize>,
) -> FeeHistory {
    let headers = || (oldest..=newest).filter_map(|n| context.chain.block(n)).map(|b| &b.header);
    let mut base_fee_per_gas: Vec<u128> =
        headers().map(|header| header.base_fee_per_gas.unwrap_or_default().into()).collect();
    base_fee_per_gas.push(context.chain.base_fee().into());
    let gas_used_ratio: Vec<f64> =
        headers().map(|header| header.gas_used as f64 / header.gas_limit as f64).collect();
    let blocks = gas_used_ratio.len();
    FeeHistory {
        base_fee_per_gas,
        gas_used_ratio,
        base_fee_per_blob_gas: vec![0; blocks + 1],
        blob_gas_used_ratio: vec![0.0; blocks],
        oldest_block: oldest,
        reward: percentiles.map(|percentiles| vec![vec![0; percentiles]; blocks]),
    }
}
