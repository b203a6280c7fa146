//! The EVM's instructions, with what the chain changes of them.

use revm::bytecode::opcode;
use revm::handler::instructions::EthInstructions;
use revm::interpreter::instructions::host::selfdestruct;
use revm::interpreter::interpreter::EthInterpreter;
use revm::interpreter::interpreter_types::InputsTr;
use revm::interpreter::{
    Instruction, InstructionContext, InstructionExecResult, InstructionResult,
};
use revm::primitives::hardfork::SpecId;

use super::Ctx;
use crate::evm::peek;

pub(super) type Instructions = EthInstructions<EthInterpreter, Ctx>;

/// The instructions of Osaka; `SELFDESTRUCT` spares programs.
pub(super) fn instructions() -> Instructions {
    let mut table = EthInstructions::new_mainnet_with_spec(SpecId::OSAKA);
    let gas = table.gas_table()[usize::from(opcode::SELFDESTRUCT)];
    table.insert_instruction(
        opcode::SELFDESTRUCT,
        Instruction::new(selfdestruct_unless_program),
        gas,
    );
    table
}

/// Reverts where the acting account is a program: code that it delegates to must not destroy it.
fn selfdestruct_unless_program(
    context: InstructionContext<'_, Ctx, EthInterpreter>,
) -> InstructionExecResult {
    let account = context.interpreter.input.target_address();
    if peek::is_program(context.host, &account) {
        return Err(InstructionResult::Revert);
    }
    selfdestruct(context)
}
