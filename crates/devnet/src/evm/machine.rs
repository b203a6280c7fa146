//! The EVM with frames that may be programs.
//!
//! A program's frame is one of the EVM's own: its interpreter holds the gas and, between two runs,
//! what a child returned. Nothing recurses; a program that calls is suspended.

use alloy_primitives::Address;
use revm::context::{Evm, FrameStack};
use revm::handler::evm::{ContextDbError, FrameInitResult};
use revm::handler::{EthFrame, EvmTr, FrameData, FrameInitOrResult, FrameResult, ItemOrResult};
use revm::inspector::handler::frame_end;
use revm::inspector::{Inspector, InspectorEvmTr, inspect_instructions};
use revm::interpreter::interpreter::EthInterpreter;
use revm::interpreter::interpreter_action::FrameInit;
use revm::interpreter::{CallScheme, FrameInput, InstructionResult, InterpreterAction};

use super::instructions::{Instructions, instructions};
use super::{Ctx, peek};
use crate::precompiles::Precompiles;
use crate::program;

type Frame = EthFrame<EthInterpreter>;
type Next = Result<FrameInitOrResult<Frame>, ContextDbError<Ctx>>;

/// The EVM with its programs.
pub(super) struct Machine<I> {
    evm: Evm<Ctx, I, Instructions, Precompiles, Frame>,
    /// The programs of open frames, the topmost last.
    suspended: program::Suspended,
}

impl<I> Machine<I> {
    /// A machine in a context, watched by `inspector`.
    pub(super) fn new(ctx: Ctx, inspector: I) -> Self {
        let evm = Evm::new_with_inspector(ctx, inspector, instructions(), Precompiles::new());
        Self { evm, suspended: program::Suspended::default() }
    }

    pub(super) fn into_parts(self) -> (Ctx, I) {
        (self.evm.ctx, self.evm.inspector)
    }

    /// Runs the topmost frame as a program, if it is one.
    fn run_program(&mut self) -> Option<InterpreterAction> {
        let frame = self.evm.frame_stack.get();
        if !program::is_program(frame, &self.evm.ctx, &self.suspended) {
            return None;
        }
        Some(program::run(frame, &mut self.evm.ctx, &mut self.suspended))
    }

    /// Ends the topmost frame, or opens one above it.
    fn proceed(&mut self, mut action: InterpreterAction) -> Next {
        let (frame, ctx) = (self.evm.frame_stack.get(), &mut self.evm.ctx);
        refuse_foreign_ef(frame, ctx, &mut action);
        let next = frame.process_next_action::<_, ContextDbError<Ctx>>(ctx, action)?;
        if next.is_result() {
            frame.set_finished(true);
            if let Some(account) = counted_account(frame) {
                ctx.chain.leave(account);
            }
        }
        Ok(next)
    }
}

/// Lets only the code of programs start with `EF`.
fn refuse_foreign_ef(frame: &Frame, ctx: &Ctx, action: &mut InterpreterAction) {
    if let (FrameData::Create(_), InterpreterAction::Return(result)) = (&frame.data, action)
        && result.result.is_ok()
        && result.output.first() == Some(&0xEF)
        && !peek::is_deployable(ctx, &result.output)
    {
        result.result = InstructionResult::CreateContractStartingWithEF;
    }
}

/// The account whose open frames are counted for this frame: it acts in calls and creations; in
/// delegations somebody else does.
fn counted_account(frame: &Frame) -> Option<Address> {
    match &frame.input {
        FrameInput::Call(call) => matches!(call.scheme, CallScheme::Call | CallScheme::StaticCall)
            .then_some(call.target_address),
        FrameInput::Create(_) => Some(frame.interpreter.input.target_address),
        FrameInput::Empty => None,
    }
}

impl<I> EvmTr for Machine<I> {
    type Context = Ctx;
    type Instructions = Instructions;
    type Precompiles = Precompiles;
    type Frame = Frame;

    fn all(&self) -> (&Ctx, &Instructions, &Precompiles, &FrameStack<Frame>) {
        self.evm.all()
    }

    fn all_mut(
        &mut self,
    ) -> (&mut Ctx, &mut Instructions, &mut Precompiles, &mut FrameStack<Frame>) {
        self.evm.all_mut()
    }

    fn frame_init(
        &mut self,
        input: FrameInit,
    ) -> Result<FrameInitResult<'_, Frame>, ContextDbError<Ctx>> {
        if let ItemOrResult::Result(result) = self.evm.frame_init(input)? {
            return Ok(ItemOrResult::Result(result));
        }
        let frame = self.evm.frame_stack.get();
        if let Some(account) = counted_account(frame) {
            self.evm.ctx.chain.enter(account);
        }
        Ok(ItemOrResult::Item(frame))
    }

    fn frame_run(&mut self) -> Next {
        let action = match self.run_program() {
            Some(action) => action,
            None => {
                let (frame, table) = (self.evm.frame_stack.get(), &self.evm.instruction);
                frame.interpreter.run_plain(
                    table.instruction_table(),
                    table.gas_table(),
                    &mut self.evm.ctx,
                )
            }
        };
        self.proceed(action)
    }

    fn frame_return_result(
        &mut self,
        result: FrameResult,
    ) -> Result<Option<FrameResult>, ContextDbError<Ctx>> {
        self.evm.frame_return_result(result)
    }
}

impl<I: Inspector<Ctx>> InspectorEvmTr for Machine<I> {
    type Inspector = I;

    fn all_inspector(&self) -> (&Ctx, &Instructions, &Precompiles, &FrameStack<Frame>, &I) {
        self.evm.all_inspector()
    }

    fn all_mut_inspector(
        &mut self,
    ) -> (&mut Ctx, &mut Instructions, &mut Precompiles, &mut FrameStack<Frame>, &mut I) {
        self.evm.all_mut_inspector()
    }

    fn inspect_frame_run(&mut self) -> Next {
        let logs = self.evm.ctx.journaled_state.inner.logs.len();
        let action = match self.run_program() {
            Some(action) => {
                self.inspect_logs(logs);
                action
            }
            None => {
                let (frame, table) = (self.evm.frame_stack.get(), &self.evm.instruction);
                inspect_instructions(
                    &mut self.evm.ctx,
                    &mut frame.interpreter,
                    &mut self.evm.inspector,
                    table.instruction_table(),
                    table.gas_table(),
                )
            }
        };
        let mut next = self.proceed(action)?;
        if let ItemOrResult::Result(result) = &mut next {
            let (frame, ctx) = (self.evm.frame_stack.get(), &mut self.evm.ctx);
            frame_end(ctx, &mut self.evm.inspector, &frame.input, result);
        }
        Ok(next)
    }
}

impl<I: Inspector<Ctx>> Machine<I> {
    /// Tells the inspector of the logs that a program emitted.
    fn inspect_logs(&mut self, from: usize) {
        let logs = self.evm.ctx.journaled_state.inner.logs[from..].to_vec();
        let frame = self.evm.frame_stack.get();
        for log in logs {
            self.evm.inspector.log_full(&mut frame.interpreter, &mut self.evm.ctx, log);
        }
    }
}
