//! What happened inside a transaction.

use alloy_primitives::B256;
use alloy_rpc_types_trace::geth::{CallConfig, CallFrame, DefaultFrame, GethDefaultTracingOptions};
use revm::inspector::Inspector;
use revm_inspectors::tracing::{TracingInspector, TracingInspectorConfig};

use super::environment::mode;
use super::{At, Chain, Outcome, Overrides, Rejected, Request, UnknownBlock, ViewError};
use crate::evm::{Ctx, Execution, Mode, Recent, Run};

/// Why there is no trace.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// There is no such transaction in a closed block.
    #[error("transaction not found")]
    UnknownTransaction,
    /// The state before it is gone.
    #[error(transparent)]
    Block(#[from] UnknownBlock),
    /// It does not run again: the chain was changed by hand.
    #[error(transparent)]
    Rejected(#[from] Rejected),
}

impl Chain {
    /// The tree of calls in a transaction that was included.
    ///
    /// The transaction runs again on the state before it. Changes made by hand count to the last block
    /// before them; those made while a block is open are seen by all of its transactions.
    ///
    /// # Errors
    /// [`TraceError`] if it is unknown or cannot run again.
    pub fn trace(&self, hash: B256, config: CallConfig) -> Result<CallFrame, TraceError> {
        let inspector =
            TracingInspector::new(TracingInspectorConfig::from_geth_call_config(&config));
        let replay = self.replay(hash)?;
        let gas_limit = replay.0.tx.gas_limit;
        let (execution, inspector) = replay.with(inspector)?;
        Ok(call_frame(&execution, inspector.with_transaction_gas_limit(gas_limit), config))
    }

    /// The steps of a transaction that was included. A program's frame has none, nor have the frames
    /// below it; [`Chain::trace`] shows them.
    ///
    /// # Errors
    /// As [`Chain::trace`].
    pub fn trace_steps(
        &self,
        hash: B256,
        options: GethDefaultTracingOptions,
    ) -> Result<DefaultFrame, TraceError> {
        let inspector = TracingInspector::new(TracingInspectorConfig::from_geth_config(&options));
        let (execution, inspector) = self.replay(hash)?.with(inspector)?;
        let outcome = Outcome::new(&execution);
        Ok(inspector.into_geth_builder().geth_traces(outcome.gas_used, outcome.output, options))
    }

    /// The tree of calls that a request would make.
    ///
    /// # Errors
    /// [`ViewError`] if there is no such state or the request cannot be run.
    pub fn trace_call(
        &self,
        request: &Request,
        at: At,
        overrides: &Overrides,
        config: CallConfig,
    ) -> Result<CallFrame, ViewError> {
        let (mut state, mut block) = self.resolve(at)?;
        overrides.apply(&mut state, &mut block);
        let inspector =
            TracingInspector::new(TracingInspectorConfig::from_geth_call_config(&config));
        let run = self.run(state, block, Mode::Call, Recent::default(), self.call_env(request));
        let gas_limit = run.tx.gas_limit;
        let (execution, inspector) = Replay(run).with(inspector).map_err(|error| match error {
            TraceError::Rejected(error) => ViewError::Rejected(error),
            TraceError::Block(error) => ViewError::Block(error),
            TraceError::UnknownTransaction => ViewError::Block(UnknownBlock::Missing),
        })?;
        Ok(call_frame(&execution, inspector.with_transaction_gas_limit(gas_limit), config))
    }

    /// A transaction on the state before it: that of the block before, after the transactions before.
    fn replay(&self, hash: B256) -> Result<Replay, TraceError> {
        let (_, block, index) = self.transaction(hash).ok_or(TraceError::UnknownTransaction)?;
        let parent = block.number().checked_sub(1).ok_or(TraceError::UnknownTransaction)?;
        let before = self.ledger.states.get(&parent).ok_or(UnknownBlock::Pruned(parent))?;
        let (mut state, mut recent) = (before.clone(), Recent::default());
        for transaction in &block.transactions[..index] {
            let tx = self.transaction_env(&transaction.envelope, transaction.from)?;
            let mode = mode(&transaction.envelope, transaction.from);
            let run = self.run(state.clone(), block.context.clone(), mode, recent, tx);
            let done = run.execute().map_err(|error| Rejected::Invalid(error.to_string()))?;
            state.commit(done.changes);
            recent = done.recent;
        }
        let transaction = &block.transactions[index];
        let tx = self.transaction_env(&transaction.envelope, transaction.from)?;
        let mode = mode(&transaction.envelope, transaction.from);
        Ok(Replay(self.run(state, block.context.clone(), mode, recent, tx)))
    }
}

struct Replay(Run);

impl Replay {
    fn with<I: Inspector<Ctx>>(self, inspector: I) -> Result<(Execution, I), TraceError> {
        let done = self.0.inspect(inspector);
        done.map_err(|error| Rejected::Invalid(error.to_string()).into())
    }
}

fn call_frame(execution: &Execution, inspector: TracingInspector, config: CallConfig) -> CallFrame {
    let gas_used = execution.result.tx_gas_used();
    inspector.into_geth_builder().geth_call_traces(config, gas_used)
}
