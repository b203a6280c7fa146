//! One call to one of the chain's own contracts: its gas, its rights, its way to fail.

use alloy_primitives::{Address, Bytes, Log, LogData, U256};
use alloy_sol_types::{SolError, SolEvent, SolInterface};
use revm::context_interface::JournalTr;
use revm::interpreter::{CallInputs, Gas, InstructionResult, InterpreterResult};

use crate::evm::{Ctx, Fault, FaultKind};

/// Gas for opening the chain's state, and for reading a word of it.
pub(super) const READ: u64 = 800;
/// Gas for the parameters of programs.
pub(super) const PARAMETERS: u64 = 100;
/// Gas for writing a word that is not zero.
pub(super) const WRITE: u64 = 20_000;
/// Gas for each word of arguments and of results.
const COPY_WORD: u64 = 3;
/// Gas for a log, for each of its topics, and for each byte.
const LOG: u64 = 375;
const LOG_TOPIC: u64 = 375;
const LOG_BYTE: u64 = 8;

/// What a method may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purity {
    /// It looks at its arguments only.
    Pure,
    /// It reads.
    View,
    /// It writes.
    Write,
    /// It writes and takes value.
    Payable,
}

/// How a call fails.
#[derive(Debug)]
pub(super) enum Stop {
    /// A revert; gas that is left is returned.
    Revert(Bytes),
    /// All gas is gone.
    Burn,
}

/// How a call ends: with encoded results, or not.
pub(super) type Answer = Result<Vec<u8>, Stop>;

/// One call.
pub(super) struct Frame<'a> {
    pub(super) ctx: &'a mut Ctx,
    pub(super) caller: Address,
    /// The contract called.
    pub(super) contract: Address,
    pub(super) value: U256,
    is_static: bool,
    /// Whether the contract's code runs as somebody else.
    is_delegated: bool,
    argument_words: u64,
    gas_left: u64,
}

impl<'a> Frame<'a> {
    pub(super) fn new(ctx: &'a mut Ctx, inputs: &CallInputs, input_len: usize) -> Self {
        Self {
            ctx,
            caller: inputs.caller,
            contract: inputs.bytecode_address,
            value: inputs.value.get(),
            is_static: inputs.is_static,
            is_delegated: inputs.bytecode_address != inputs.target_address,
            argument_words: input_len.saturating_sub(4).div_ceil(32) as u64,
            gas_left: inputs.gas_limit,
        }
    }

    /// Runs a method's body if its caller may call it: pays for arguments and state, and for results.
    pub(super) fn run(&mut self, purity: Purity, body: impl FnOnce(&mut Self) -> Answer) -> Answer {
        let is_forbidden = match purity {
            Purity::Pure => false,
            Purity::View => self.is_delegated,
            Purity::Write | Purity::Payable => self.is_delegated || self.is_static,
        };
        if is_forbidden || (purity != Purity::Payable && !self.value.is_zero()) {
            return Err(Stop::Burn);
        }
        self.burn(COPY_WORD * self.argument_words)?;
        if purity != Purity::Pure {
            self.burn(READ)?;
        }
        let answer = body(self);
        let len = match &answer {
            Ok(results) => results.len(),
            Err(Stop::Revert(data)) => data.len(),
            Err(Stop::Burn) => 0,
        };
        self.burn(COPY_WORD * len.div_ceil(32) as u64)?;
        answer
    }

    /// Runs a body that writes and that costs its caller nothing.
    pub(super) fn run_free(&mut self, body: impl FnOnce(&mut Self) -> Result<(), Stop>) -> Answer {
        if self.is_delegated || self.is_static || !self.value.is_zero() {
            return Err(Stop::Burn);
        }
        let gas_left = std::mem::replace(&mut self.gas_left, u64::MAX);
        let answer = body(self);
        self.gas_left = gas_left;
        answer.map(|()| Vec::new())
    }

    /// Takes gas.
    pub(super) fn burn(&mut self, gas: u64) -> Result<(), Stop> {
        self.gas_left = self.gas_left.checked_sub(gas).ok_or(Stop::Burn)?;
        Ok(())
    }

    /// Fails unless there is this much gas; takes none.
    pub(super) fn require(&self, gas: u64) -> Result<(), Stop> {
        if self.gas_left < gas { Err(Stop::Burn) } else { Ok(()) }
    }

    /// Emits an event.
    pub(super) fn emit(&mut self, event: &impl SolEvent) -> Result<(), Stop> {
        let data: LogData = event.encode_log_data();
        let (topics, bytes) = (data.topics().len() as u64, data.data.len() as u64);
        self.burn(LOG + LOG_TOPIC * topics + LOG_BYTE * bytes)?;
        self.ctx.journaled_state.log(Log { address: self.contract, data });
        Ok(())
    }

    /// Moves value.
    pub(super) fn transfer(&mut self, from: Address, to: Address, value: U256) {
        let Ok(_) = self.ctx.journaled_state.transfer(from, to, value);
    }

    /// Notes why a program failed.
    pub(super) fn record(&mut self, program: Address, kind: FaultKind) {
        let depth = self.ctx.journaled_state.depth().saturating_sub(1);
        self.ctx.chain.record(Fault { account: self.contract, program, depth, kind });
    }

    /// The result for the EVM.
    pub(super) fn finish(self, answer: Answer, gas_limit: u64) -> InterpreterResult {
        let (result, output, left) = match answer {
            Ok(results) => (InstructionResult::Return, results.into(), self.gas_left),
            Err(Stop::Revert(data)) => (InstructionResult::Revert, data, self.gas_left),
            Err(Stop::Burn) => (InstructionResult::PrecompileError, Bytes::new(), 0),
        };
        let mut gas = Gas::new(gas_limit);
        gas.set_remaining(left);
        InterpreterResult::new(result, output, gas)
    }
}

/// A revert with a typed error.
pub(super) fn revert<T>(error: impl SolError) -> Result<T, Stop> {
    Err(Stop::Revert(error.abi_encode().into()))
}

/// A revert without data.
pub(super) fn revert_empty<T>() -> Result<T, Stop> {
    Err(Stop::Revert(Bytes::new()))
}

/// The call in an input; unknown selectors and malformed arguments burn all gas.
pub(super) fn decode<C: SolInterface>(input: &[u8]) -> Result<C, Stop> {
    C::abi_decode_validate(input).map_err(|_| Stop::Burn)
}
