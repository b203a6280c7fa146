//! What happened inside a transaction, or would inside a call.

use alloy_primitives::B256;
use alloy_rpc_types_trace::geth::{
    CallConfig, GethDebugBuiltInTracerType, GethDebugTracerConfig, GethDebugTracerType,
    GethDebugTracingCallOptions, GethDebugTracingOptions,
};

use super::failure::refused;
use super::{call as calls, request};
use crate::state::Copy;
use crate::wire::{Params, Reply, RpcError, reply};

/// The tree of calls of a mined transaction, or, without a tracer named, its steps.
pub(super) fn transaction(copy: &Copy, params: &Params) -> Reply {
    let hash: B256 = params.required(0, "hash")?;
    let options: Option<GethDebugTracingOptions> = params.optional(1, "options")?;
    let options = options.unwrap_or_default();
    if options.tracer.is_none() {
        return reply(&copy.chain.trace_steps(hash, options.config).map_err(refused)?);
    }
    let config = call_config(options.tracer, options.tracer_config)?;
    reply(&copy.chain.trace(hash, config).map_err(refused)?)
}

/// The tree of calls of a call.
pub(super) fn call(copy: &Copy, params: &Params) -> Reply {
    let (request, at) = calls::transaction_and_block(copy, params)?;
    let options: Option<GethDebugTracingCallOptions> = params.optional(2, "options")?;
    let options = options.unwrap_or_default();
    let tracing = options.tracing_options;
    let config = call_config(tracing.tracer, tracing.tracer_config)?;
    let overrides = request::overrides(options.state_overrides, options.block_overrides)?;
    reply(&copy.chain.trace_call(&request, at, &overrides, config).map_err(refused)?)
}

/// The options of the call tracer.
///
/// # Errors
/// Another tracer, or options that are not its own.
fn call_config(
    tracer: Option<GethDebugTracerType>,
    config: GethDebugTracerConfig,
) -> Result<CallConfig, RpcError> {
    let call_tracer = GethDebugTracerType::BuiltInTracer(GethDebugBuiltInTracerType::CallTracer);
    if tracer != Some(call_tracer) {
        return Err(RpcError::invalid_params("the only tracer to name here is \"callTracer\""));
    }
    if config.is_null() {
        return Ok(CallConfig::default());
    }
    config
        .into_call_config()
        .map_err(|error| RpcError::invalid_params(format!("invalid tracerConfig: {error}")))
}
