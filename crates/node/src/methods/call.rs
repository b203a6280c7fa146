//! Calls and estimates: what would happen, without its happening.

use alloy_primitives::U64;
use devnet::{At, EstimateError, Overrides, Request};

use super::failure::{failed, refused};
use super::{at, request};
use crate::state::Copy;
use crate::wire::{Params, Reply, RpcError, reply};

/// The parameters `[transaction, block, state overrides, block overrides]`.
fn subject(copy: &Copy, params: &Params) -> Result<(Request, At, Overrides), RpcError> {
    let (request, at) = transaction_and_block(copy, params)?;
    let state = params.optional(2, "stateOverrides")?;
    let block = params.optional(3, "blockOverrides")?;
    Ok((request, at, request::overrides(state, block)?))
}

/// The first two parameters, which traces have in common.
pub(super) fn transaction_and_block(
    copy: &Copy,
    params: &Params,
) -> Result<(Request, At), RpcError> {
    let request = request::request(params.required(0, "transaction")?)?;
    Ok((request, at::state(&copy.chain, params.optional(1, "block")?)))
}

/// The return data of a call.
pub(super) fn call(copy: &Copy, params: &Params) -> Reply {
    let (request, at, overrides) = subject(copy, params)?;
    let outcome = copy.chain.call_at(&request, at, &overrides).map_err(refused)?;
    if outcome.is_success() { reply(&outcome.output) } else { Err(failed(&outcome)) }
}

/// The least gas limit with which the transaction succeeds.
pub(super) fn estimate_gas(copy: &Copy, params: &Params) -> Reply {
    let (request, at, overrides) = subject(copy, params)?;
    let gas = copy.chain.estimate_gas(&request, at, &overrides).map_err(no_estimate)?;
    reply(&U64::from(gas))
}

/// A failed estimate is a failed call.
pub(super) fn no_estimate(error: EstimateError) -> RpcError {
    match error {
        EstimateError::Fails(outcome) => failed(&outcome),
        other => refused(other),
    }
}
