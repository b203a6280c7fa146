//! Calls.

use alloy_primitives::{B256, Bytes, U256};
use revm::bytecode::Bytecode;
use revm::context_interface::JournalTr;
use revm::handler::EthFrame;
use revm::interpreter::{CallInput, CallInputs, CallScheme, CallValue, FrameInput};

use super::super::request::{Call, CallKind, Pending};
use super::{Answer, Host, Stop};
use crate::evm::{Ctx, peek};

/// Gas of a call to a warm account.
const WARM: u64 = 100;
/// Gas on top for a cold one.
const COLD: u64 = 2_500;
/// Gas on top for sending value.
const VALUE: u64 = 9_000;
/// Gas on top for sending value to an account that does not exist.
const NEW_ACCOUNT: u64 = 25_000;
/// Gas that a callee gets on top of what is forwarded if value is sent. The caller pays for it.
const STIPEND: u64 = 2_300;
/// What the program is told of a call that failed.
const FAILED: u32 = 2;

/// Opens the callee's frame, or fails at once.
pub(super) fn enter(
    call: Call,
    frame: &mut EthFrame,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<Answer, Stop> {
    let sends_value = !call.value.is_zero();
    if sends_value && host.guest().environment.is_static {
        return fail(0, call.len_out, host);
    }
    let gas_left = host.gas_left();
    let Ok(account) = ctx.journaled_state.load_account_with_code(call.address);
    let mut base = WARM;
    if account.is_cold {
        base += COLD;
    }
    if sends_value {
        base += VALUE;
        if account.info.is_empty() {
            base += NEW_ACCOUNT;
        }
    }
    let code = (account.info.code_hash, account.info.code.clone().unwrap_or_default());
    let Some(rest) = gas_left.checked_sub(base) else {
        return fail(gas_left, call.len_out, host);
    };
    let mut forwarded = (rest - rest.div_ceil(64)).min(call.gas);
    if sends_value {
        forwarded = forwarded.saturating_add(STIPEND);
    }
    let pending = Pending::Call { base, forwarded, len_out: call.len_out };
    let inputs = inputs(call, resolve(code, ctx), forwarded, frame, host);
    // What the child returns is added to nothing, so that it can be read off afterwards.
    frame.interpreter.gas.set_remaining(0);
    Ok(Answer::Enter(FrameInput::Call(Box::new(inputs)), pending))
}

fn inputs(
    call: Call,
    known_bytecode: (B256, Bytecode),
    gas_limit: u64,
    frame: &EthFrame,
    host: &mut impl Host,
) -> CallInputs {
    let environment = &host.guest().environment;
    let (account, sender) = (environment.account, environment.sender);
    let (scheme, target_address, caller, value) = match call.kind {
        CallKind::Call => {
            (CallScheme::Call, call.address, account, CallValue::Transfer(call.value))
        }
        CallKind::Delegate => {
            let value = CallValue::Apparent(environment.value);
            (CallScheme::DelegateCall, account, sender, value)
        }
        CallKind::Static => {
            (CallScheme::StaticCall, call.address, account, CallValue::Transfer(U256::ZERO))
        }
    };
    CallInputs {
        input: CallInput::Bytes(call.data),
        return_memory_offset: 0..0,
        gas_limit,
        reservoir: frame.interpreter.gas.reservoir(),
        bytecode_address: call.address,
        known_bytecode,
        target_address,
        caller,
        value,
        scheme,
        is_static: environment.is_static || call.kind == CallKind::Static,
        charged_new_account_state_gas: false,
    }
}

/// Follows a delegation of EIP-7702. Programs pay nothing for that, and the delegate stays cold.
fn resolve(code: (B256, Bytecode), ctx: &Ctx) -> (B256, Bytecode) {
    match code.1.eip7702_address() {
        Some(delegate) => peek::bytecode(ctx, &delegate),
        None => code,
    }
}

fn fail(gas: u64, len_out: u32, host: &mut impl Host) -> Result<Answer, Stop> {
    host.charge_gas(gas)?;
    host.guest().return_data = Bytes::new();
    host.write_len(len_out, 0)?;
    Ok(Answer::Resume(Some(FAILED)))
}

/// Charges for a call that ended and takes its return data: the status for the program.
///
/// A callee that used its stipend can make the caller owe more gas than it has.
pub(super) fn conclude(
    base: u64,
    forwarded: u64,
    len_out: u32,
    frame: &mut EthFrame,
    host: &mut impl Host,
) -> Result<u32, Stop> {
    let succeeded = frame.interpreter.stack.pop().is_ok_and(|result| !result.is_zero());
    let returned = frame.interpreter.gas.remaining();
    let data = frame.interpreter.return_data.0.clone();
    host.charge_gas(base.saturating_add(forwarded.saturating_sub(returned)))?;
    let len = data.len();
    host.guest().return_data = data;
    host.write_len(len_out, len)?;
    Ok(if succeeded { 0 } else { FAILED })
}
