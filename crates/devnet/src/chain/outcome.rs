//! How a transaction or call ended.

use alloy_primitives::{Address, B256, Bytes, Log};
use revm::context::result::{ExecutionResult, HaltReason, Output};

use crate::evm::{Execution, Fault, FaultKind};

/// How a transaction or call ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Success, revert or worse.
    pub status: Status,
    /// Gas paid for, refunds deducted.
    pub gas_used: u64,
    /// Gas that refunds gave back.
    pub gas_refunded: u64,
    /// Return data or revert data; the code of a created contract.
    pub output: Bytes,
    /// Logs; none unless it succeeded.
    pub logs: Vec<Log>,
    /// The contract that a creation made.
    pub created: Option<Address>,
    /// Why programs failed, those whose callers carried on included.
    pub faults: Vec<Fault>,
    /// The transaction, if it was one.
    pub transaction_hash: Option<B256>,
}

/// Success, revert or worse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It ran through.
    Success,
    /// It was undone; unused gas was returned.
    Revert,
    /// It was undone, and all gas is gone.
    Halt(Halt),
}

/// Why all gas is gone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Halt {
    /// Gas or ink ran out.
    #[error("out of gas")]
    OutOfGas,
    /// The program could not start, or ran out of stack.
    #[error(transparent)]
    Program(FaultKind),
    /// Something that the EVM does not allow.
    #[error("{0}")]
    Evm(HaltReason),
}

impl Outcome {
    /// Whether it ran through.
    pub fn is_success(&self) -> bool {
        self.status == Status::Success
    }

    /// Whether it was undone with its gas returned.
    pub fn is_revert(&self) -> bool {
        self.status == Status::Revert
    }

    /// The outcome if it is a success.
    ///
    /// # Errors
    /// [`Failure::Failed`] otherwise.
    pub fn success(self) -> Result<Self, Failure> {
        if self.is_success() { Ok(self) } else { Err(Failure::Failed(Box::new(self))) }
    }

    /// Why it failed, in words: the status, and the last failure of a program if there was one.
    pub fn reason(&self) -> String {
        let status = match &self.status {
            Status::Success => "success".to_owned(),
            Status::Revert => format!("execution reverted: {}", self.output),
            Status::Halt(halt) => halt.to_string(),
        };
        match self.faults.last() {
            Some(fault) => format!("{status} ({} failed: {})", fault.program, fault.kind),
            None => status,
        }
    }

    pub(crate) fn new(execution: &Execution) -> Self {
        let gas = execution.result.gas();
        let mut outcome = Self {
            status: Status::Success,
            gas_used: gas.tx_gas_used(),
            gas_refunded: gas.final_refunded(),
            output: Bytes::new(),
            logs: Vec::new(),
            created: None,
            faults: execution.faults.clone(),
            transaction_hash: None,
        };
        match &execution.result {
            ExecutionResult::Success { logs, output, .. } => {
                outcome.logs.clone_from(logs);
                outcome.output = output.data().clone();
                if let Output::Create(_, address) = output {
                    outcome.created = *address;
                }
            }
            ExecutionResult::Revert { output, .. } => {
                outcome.status = Status::Revert;
                outcome.output = output.clone();
            }
            ExecutionResult::Halt { reason, .. } => {
                outcome.status = Status::Halt(halt(reason, &execution.faults));
            }
        }
        outcome
    }
}

/// The halt of a transaction: what its outermost program says, if it is one.
fn halt(reason: &HaltReason, faults: &[Fault]) -> Halt {
    match faults.last() {
        Some(Fault { depth: 0, kind, .. }) => match kind {
            FaultKind::OutOfInk | FaultKind::Entry { .. } | FaultKind::Output { .. } => {
                Halt::OutOfGas
            }
            kind => Halt::Program(kind.clone()),
        },
        _ if matches!(reason, HaltReason::OutOfGas(_)) => Halt::OutOfGas,
        _ => Halt::Evm(reason.clone()),
    }
}

/// Why something that was to succeed did not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The transaction was not included.
    #[error(transparent)]
    Rejected(#[from] super::Rejected),
    /// It was included and failed.
    #[error("{}", .0.reason())]
    Failed(Box<Outcome>),
}
