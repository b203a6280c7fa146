//! Frames of programs.

use revm::handler::EthFrame;
use revm::interpreter::InterpreterAction;

use crate::evm::Ctx;

#[derive(Default)]
pub(crate) struct Suspended;

pub(crate) fn is_program(_frame: &EthFrame, _ctx: &Ctx) -> bool {
    false
}

pub(crate) fn run(
    frame: &mut EthFrame,
    _ctx: &mut Ctx,
    _suspended: &mut Suspended,
) -> InterpreterAction {
    frame.interpreter.take_next_action()
}
