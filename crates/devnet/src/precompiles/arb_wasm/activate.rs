//! Activating a program.

use alloy_primitives::{Address, B256, Bytes, U256, keccak256};
use alloy_sol_types::SolCall;
use revm::context_interface::JournalTr;
use stylus_program::costs::{ACTIVATION, ProgramRecord, age_seconds, fragment_gas};
use stylus_program::format::{self, Kind, Root};
use stylus_program::{Activated, ActivationError, Outcome, Rules};

use super::super::frame::{Answer, Frame, PARAMETERS, READ, Stop, WRITE, revert, revert_empty};
use super::super::interfaces::ArbWasm;
use super::{SECONDS_PER_DAY, now, pay};
use crate::arbos;
use crate::evm::{FaultKind, peek};
use crate::program::Source;

/// Reads and writes of the data price's words.
const PRICER_READS: u64 = 5;
const PRICER_WRITES: u64 = 2;

pub(super) fn run(frame: &mut Frame<'_>, program: Address) -> Answer {
    let rules = arbos::rules(frame.ctx);
    if rules.arbos_version >= 59 {
        frame.burn(READ + rules.activation_gas)?;
    }
    frame.burn(ACTIVATION + PARAMETERS + READ)?;
    let (codehash, code) = peek::code(frame.ctx, &program);
    if is_destroyed(frame, &program) {
        return revert_empty();
    }
    let before = arbos::program(frame.ctx, codehash);
    if is_up_to_date(&before, &rules, now(frame)) {
        return revert(ArbWasm::ProgramUpToDate {});
    }
    if before.cached {
        frame.burn(READ)?;
    }
    let activated = activate(frame, program, codehash, code, &rules)?;
    if let Err(stop) = frame.burn(activated.variable_gas) {
        frame.record(program, FaultKind::Activation("out of gas".into()));
        return Err(stop);
    }
    let (module_hash, fee) = store(frame, codehash, &activated, &before, &rules)?;
    pay(frame, fee)?;
    let version = rules.stylus_version;
    frame.emit(&ArbWasm::ProgramActivated {
        codehash,
        moduleHash: module_hash,
        program,
        dataFee: fee,
        version,
    })?;
    let results = ArbWasm::activateProgramReturn { version, dataFee: fee };
    Ok(ArbWasm::activateProgramCall::abi_encode_returns(&results))
}

fn is_destroyed(frame: &Frame<'_>, program: &Address) -> bool {
    let account = frame.ctx.journaled_state.inner.state.get(program);
    account.is_some_and(|account| account.is_selfdestructed())
}

fn is_up_to_date(record: &ProgramRecord, rules: &Rules, now: u64) -> bool {
    let age = age_seconds(record.activated_at, now);
    let is_expired = age > u64::from(rules.expiry_days) * SECONDS_PER_DAY;
    record.version == rules.stylus_version && !is_expired
}

/// Validates and instruments the program.
fn activate(
    frame: &mut Frame<'_>,
    program: Address,
    codehash: B256,
    code: Bytes,
    rules: &Rules,
) -> Result<Activated, Stop> {
    if format::kind(&code, rules) == Some(Kind::Root) {
        charge_fragments(frame, &code, rules)?;
    }
    let source = Source::of(frame.ctx, codehash, code, rules);
    let open_pages = frame.ctx.chain.pages.now;
    let activated = match source.activate(rules, open_pages) {
        Ok(activated) => activated,
        Err(error) => return refuse(frame, program, &error, rules),
    };
    match source.keep(&activated) {
        Ok(_) => Ok(activated),
        Err(error) => {
            frame.record(program, FaultKind::Engine(error.0));
            Err(Stop::Burn)
        }
    }
}

fn refuse<T>(
    frame: &mut Frame<'_>,
    program: Address,
    error: &ActivationError,
    rules: &Rules,
) -> Result<T, Stop> {
    frame.record(program, FaultKind::Activation(error.to_string()));
    match error.outcome(rules) {
        Outcome::NotWasm => revert(ArbWasm::ProgramNotWasm {}),
        Outcome::EmptyRevert => revert_empty(),
        Outcome::BurnAll => Err(Stop::Burn),
    }
}

/// Charges for reading the accounts that a root names, which then are warm.
fn charge_fragments(frame: &mut Frame<'_>, code: &Bytes, rules: &Rules) -> Result<(), Stop> {
    let addresses = Root::parse(code, rules).map(|root| root.addresses).unwrap_or_default();
    for address in addresses {
        let Ok(account) = frame.ctx.journaled_state.load_account_with_code(address.into());
        let len = account.info.code.as_ref().map_or(0, |code| code.len() as u32);
        let is_cold = account.is_cold;
        frame.require(fragment_gas(rules.max_code_size, is_cold))?;
        frame.burn(fragment_gas(len, is_cold))?;
    }
    Ok(())
}

/// Stores what later calls are priced by: the hash that names the module, and the data fee.
fn store(
    frame: &mut Frame<'_>,
    codehash: B256,
    activated: &Activated,
    before: &ProgramRecord,
    rules: &Rules,
) -> Result<(B256, U256), Stop> {
    let now = now(frame);
    // The real hash is of the module compiled for proofs, of which there are none.
    let version = rules.stylus_version.to_be_bytes();
    let module_hash = keccak256([codehash.as_slice(), version.as_slice()].concat());
    frame.burn(WRITE)?;
    arbos::set_module_hash(frame.ctx, codehash, module_hash);
    let fee = data_fee(frame, activated.estimates.asm_bytes, now)?;
    let record = ProgramRecord {
        cached: before.cached,
        ..ProgramRecord::new(rules.stylus_version, &activated.estimates, now)
    };
    frame.burn(WRITE)?;
    arbos::set_program(frame.ctx, codehash, record);
    Ok((module_hash, fee))
}

/// Adds to the demand for space and returns its price.
pub(super) fn data_fee(frame: &mut Frame<'_>, bytes: u32, now: u64) -> Result<U256, Stop> {
    frame.burn(READ * PRICER_READS + WRITE * PRICER_WRITES)?;
    let mut pricer = arbos::data_pricer(frame.ctx);
    let fee = pricer.charge(bytes, now);
    arbos::set_data_pricer(frame.ctx, &pricer);
    Ok(U256::from(fee))
}
