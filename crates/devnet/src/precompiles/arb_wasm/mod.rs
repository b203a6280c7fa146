//! ArbWasm: activating programs and asking about them.

mod activate;
mod keepalive;

use alloy_primitives::{Address, B256, U256};
use alloy_sol_types::SolCall;
use revm::context_interface::{Block, ContextTr};
use stylus_program::Rules;
use stylus_program::costs::{ProgramRecord, age_seconds, cached_gas, init_gas};

use super::frame::{Answer, Frame, PARAMETERS, Purity, READ, Stop, decode, revert};
use super::interfaces::ArbWasm::{self, ArbWasmCalls as Calls};
use crate::arbos;
use crate::evm::{FaultKind, peek};
use crate::program::check_active;

/// What a getter of the page price returns. The price itself comes from a table.
const PAGE_RAMP: u64 = 620_674_314;
const SECONDS_PER_DAY: u64 = 86_400;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    match decode(input)? {
        Calls::activateProgram(call) => {
            frame.run(Purity::Payable, |frame| activate::run(frame, call.program))
        }
        Calls::codehashKeepalive(call) => {
            frame.run(Purity::Payable, |frame| keepalive::run(frame, call.codehash))
        }
        view => frame.run(Purity::View, |frame| answer(frame, view)),
    }
}

fn answer(frame: &mut Frame<'_>, call: Calls) -> Answer {
    use ArbWasm::*;
    frame.burn(PARAMETERS)?;
    let rules = arbos::rules(frame.ctx);
    let encoded = match call {
        Calls::stylusVersion(_) => stylusVersionCall::abi_encode_returns(&rules.stylus_version),
        Calls::inkPrice(_) => inkPriceCall::abi_encode_returns(&rules.ink_price),
        Calls::maxStackDepth(_) => maxStackDepthCall::abi_encode_returns(&rules.max_stack_depth),
        Calls::freePages(_) => freePagesCall::abi_encode_returns(&rules.free_pages),
        Calls::pageGas(_) => pageGasCall::abi_encode_returns(&rules.page_gas),
        Calls::pageRamp(_) => pageRampCall::abi_encode_returns(&PAGE_RAMP),
        Calls::pageLimit(_) => pageLimitCall::abi_encode_returns(&rules.page_limit),
        Calls::minInitGas(_) => minInitGasCall::abi_encode_returns(&minInitGasReturn {
            gas: u64::from(rules.min_init_gas) * 128,
            cached: u64::from(rules.min_cached_init_gas) * 32,
        }),
        Calls::initCostScalar(_) => {
            initCostScalarCall::abi_encode_returns(&(u64::from(rules.init_cost_scalar) * 2))
        }
        Calls::expiryDays(_) => expiryDaysCall::abi_encode_returns(&rules.expiry_days),
        Calls::keepaliveDays(_) => keepaliveDaysCall::abi_encode_returns(&rules.keepalive_days),
        Calls::blockCacheSize(_) => blockCacheSizeCall::abi_encode_returns(&rules.block_cache_size),
        Calls::activationGas(_) if rules.enforces_page_limit() => {
            activationGasCall::abi_encode_returns(&rules.activation_gas)
        }
        other => return about_program(frame, other, &rules),
    };
    Ok(encoded)
}

fn about_program(frame: &mut Frame<'_>, call: Calls, rules: &Rules) -> Answer {
    use ArbWasm::*;
    let encoded = match call {
        Calls::codehashVersion(call) => {
            codehashVersionCall::abi_encode_returns(&version(frame, call.codehash)?)
        }
        Calls::programVersion(call) => {
            let codehash = codehash(frame, call.program);
            programVersionCall::abi_encode_returns(&version(frame, codehash)?)
        }
        Calls::codehashAsmSize(call) => {
            let record = active(frame, call.codehash, rules)?;
            codehashAsmSizeCall::abi_encode_returns(&record.asm_kib.saturating_mul(1_024))
        }
        Calls::programInitGas(call) => {
            let record = active_at(frame, call.program, rules)?;
            let cached = cached_gas(&record, rules);
            let gas = init_gas(&record, rules) + cached;
            programInitGasCall::abi_encode_returns(&programInitGasReturn {
                gas,
                gasWhenCached: cached,
            })
        }
        Calls::programMemoryFootprint(call) => {
            let record = active_at(frame, call.program, rules)?;
            programMemoryFootprintCall::abi_encode_returns(&record.footprint)
        }
        Calls::programTimeLeft(call) => {
            let record = active_at(frame, call.program, rules)?;
            let age = age_seconds(record.activated_at, now(frame));
            let left = (u64::from(rules.expiry_days) * SECONDS_PER_DAY).saturating_sub(age);
            programTimeLeftCall::abi_encode_returns(&left)
        }
        _ => return Err(Stop::Burn),
    };
    Ok(encoded)
}

/// Unix seconds.
fn now(frame: &Frame<'_>) -> u64 {
    frame.ctx.block().timestamp().saturating_to()
}

fn codehash(frame: &Frame<'_>, program: Address) -> B256 {
    peek::bytecode(frame.ctx, &program).0
}

/// The version a program was activated under, even if that is not the chain's.
fn version(frame: &mut Frame<'_>, codehash: B256) -> Result<u16, Stop> {
    frame.burn(READ)?;
    match arbos::program(frame.ctx, codehash).version {
        0 => revert(ArbWasm::ProgramNotActivated {}),
        version => Ok(version),
    }
}

fn active_at(
    frame: &mut Frame<'_>,
    program: Address,
    rules: &Rules,
) -> Result<ProgramRecord, Stop> {
    active(frame, codehash(frame, program), rules)
}

/// The record of a program that can be called.
fn active(frame: &mut Frame<'_>, codehash: B256, rules: &Rules) -> Result<ProgramRecord, Stop> {
    frame.burn(READ)?;
    let record = arbos::program(frame.ctx, codehash);
    match check_active(&record, rules, now(frame)) {
        Ok(()) => Ok(record),
        Err(FaultKind::NeedsUpgrade { program, chain }) => {
            revert(ArbWasm::ProgramNeedsUpgrade { version: program, stylusVersion: chain })
        }
        Err(FaultKind::Expired { age }) => revert(ArbWasm::ProgramExpired { ageInSeconds: age }),
        Err(_) => revert(ArbWasm::ProgramNotActivated {}),
    }
}

/// Takes the data fee from the value sent, and returns the rest.
fn pay(frame: &mut Frame<'_>, fee: U256) -> Result<(), Stop> {
    let have = frame.value;
    let Some(rest) = have.checked_sub(fee) else {
        return revert(ArbWasm::ProgramInsufficientValue { have, want: fee });
    };
    frame.burn(READ)?;
    let account = arbos::network_fee_account(frame.ctx);
    let (contract, caller) = (frame.contract, frame.caller);
    frame.transfer(contract, account, fee);
    frame.transfer(contract, caller, rest);
    Ok(())
}
