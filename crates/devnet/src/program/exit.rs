//! How a program's frame ends for its caller.

use alloy_primitives::Bytes;
use revm::handler::EthFrame;
use revm::interpreter::{InstructionResult, InterpreterAction};
use stylus_program::costs::return_data_floor;

use super::engine::Instance;
use super::host::Host;
use crate::evm::FaultKind;

/// How a run ended.
pub(super) enum End {
    /// With a status: zero is success, anything else a revert.
    Status(u32),
    /// Ink ran out in a host function.
    OutOfInk,
    /// A host function refused.
    Refused(&'static str),
    /// WebAssembly trapped, which it also does where ink or stack run out.
    Trap(String),
}

/// The frame's result, and its fault if it failed other than by a status.
pub(super) fn finish(
    end: End,
    gas_before: u64,
    frame: &mut EthFrame,
    instance: &mut impl Instance,
) -> (InterpreterAction, Option<FaultKind>) {
    let fault = match end {
        End::Status(status) => return returned(status, gas_before, frame, instance.host()),
        End::OutOfInk => FaultKind::OutOfInk,
        End::Refused(reason) => FaultKind::Host(reason),
        // Order matters: where the stack ran out, the ink does not.
        End::Trap(_) if instance.stack_left() == 0 => FaultKind::OutOfStack,
        End::Trap(_) if instance.host().is_exhausted() => FaultKind::OutOfInk,
        End::Trap(reason) => FaultKind::Trap(reason),
    };
    let action = match fault {
        FaultKind::OutOfInk | FaultKind::OutOfStack => burn_all(frame),
        _ => {
            let gas = instance.host().gas_left();
            end_frame(InstructionResult::Revert, Bytes::new(), gas, frame)
        }
    };
    (action, Some(fault))
}

/// A frame that returned a status and, with it, its output.
///
/// Output costs at least what the EVM's memory for it would: a frame that spent less pays the rest.
fn returned(
    status: u32,
    gas_before: u64,
    frame: &mut EthFrame,
    host: &mut impl Host,
) -> (InterpreterAction, Option<FaultKind>) {
    let output = std::mem::take(&mut host.guest().output);
    let mut gas = host.gas_left();
    if !output.is_empty() {
        let Some(most) = gas_before.checked_sub(return_data_floor(output.len())) else {
            return (burn_all(frame), Some(FaultKind::Output { len: output.len() }));
        };
        gas = gas.min(most);
    }
    let result = match status {
        0 => InstructionResult::Return,
        _ => InstructionResult::Revert,
    };
    (end_frame(result, output.into(), gas, frame), None)
}

/// A frame of which nothing comes back.
pub(super) fn burn_all(frame: &mut EthFrame) -> InterpreterAction {
    end_frame(InstructionResult::OutOfGas, Bytes::new(), 0, frame)
}

fn end_frame(
    result: InstructionResult,
    output: Bytes,
    gas_left: u64,
    frame: &mut EthFrame,
) -> InterpreterAction {
    let mut gas = frame.interpreter.gas;
    gas.set_remaining(gas_left);
    InterpreterAction::new_return(result, output, gas)
}
