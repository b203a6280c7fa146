//! Entering a program: is it active, what does that cost, and what does it see.

use alloy_primitives::B256;
use revm::context_interface::{Block, Cfg, ContextTr, Host as _, Transaction};
use revm::handler::EthFrame;
use revm::interpreter::FrameInput;
use stylus_program::Rules;
use stylus_program::costs::{ProgramRecord, age_seconds, entry_gas};

use super::engine::{Engine, Wasmi};
use super::guest::{Environment, Guest};
use super::modules::{self, Source};
use super::profile::Recorder;
use crate::arbos;
use crate::evm::{Ctx, FaultKind};

const SECONDS_PER_DAY: u64 = 86_400;

/// A program about to run.
pub(super) struct Entered {
    pub(super) instance: <Wasmi as Engine>::Instance,
    pub(super) input_len: u32,
    /// Gas of the frame before it paid for entering.
    pub(super) gas: u64,
    /// What entering took of it.
    pub(super) entry_gas: u64,
    /// Pages that were open before.
    pub(super) pages: u16,
}

/// The fault of a program that must not be called: never activated, of another version, or too old.
pub(crate) fn check_active(
    record: &ProgramRecord,
    rules: &Rules,
    now: u64,
) -> Result<(), FaultKind> {
    if record.version == 0 {
        return Err(FaultKind::NotActivated);
    }
    if record.version != rules.stylus_version {
        let (program, chain) = (record.version, rules.stylus_version);
        return Err(FaultKind::NeedsUpgrade { program, chain });
    }
    let age = age_seconds(record.activated_at, now);
    if age > u64::from(rules.expiry_days) * SECONDS_PER_DAY {
        return Err(FaultKind::Expired { age });
    }
    Ok(())
}

/// Pays for entering and prepares the program.
pub(super) fn enter(frame: &mut EthFrame, ctx: &mut Ctx) -> Result<Entered, FaultKind> {
    let FrameInput::Call(call) = &frame.input else {
        // Init code is never active: only what it returns can be.
        return Err(FaultKind::NotActivated);
    };
    let (codehash, code) = (call.known_bytecode.0, call.known_bytecode.1.original_bytes());
    let input = call.input.bytes(ctx);
    let rules = arbos::rules(ctx);
    let record = arbos::program(ctx, codehash);
    check_active(&record, &rules, ctx.block().timestamp().saturating_to())?;

    let is_cached = is_cached(&record, codehash, &rules, ctx);
    let open = ctx.chain.pages;
    let price = entry_gas(&record, is_cached, open, &rules);
    let gas = frame.interpreter.gas.remaining();
    let left = gas.checked_sub(price).ok_or(FaultKind::Entry { gas: price })?;
    let pages = open.opened(record.footprint);

    let engine_fault = |error: super::engine::EngineError| FaultKind::Engine(error.0);
    let source = Source::of(ctx, codehash, code, &rules);
    let is_profiled = ctx.chain.profiles.is_some();
    let module = if is_profiled { source.profiled(&rules) } else { source.compiled(&rules) };
    let module = module.map_err(engine_fault)?;
    let ink = stylus_program::prices::gas_to_ink(left, rules.ink_price);
    let (stack, input_len) = (rules.max_stack_depth, input.len() as u32);
    let mut guest = Guest::new(rules, environment(frame, ctx), input, pages);
    guest.recorder = is_profiled.then(Recorder::default);
    let engine = modules::engine().map_err(engine_fault)?;
    let instance = engine.instantiate(&module, guest, ink, stack).map_err(engine_fault)?;
    ctx.chain.pages = pages;
    Ok(Entered { instance, input_len, gas, entry_gas: price, pages: open.now })
}

/// Whether the program starts at the cached price. Each call makes it one of the block's recent
/// programs, whether it can pay or not.
fn is_cached(record: &ProgramRecord, codehash: B256, rules: &Rules, ctx: &mut Ctx) -> bool {
    let is_recent = ctx.chain.recent.touch(codehash, rules.block_cache_size);
    record.cached || (is_recent && rules.remembers_recent_programs())
}

fn environment(frame: &EthFrame, ctx: &Ctx) -> Environment {
    let input = &frame.interpreter.input;
    Environment {
        account: input.target_address,
        sender: input.caller_address,
        value: input.call_value,
        is_static: frame.interpreter.runtime_flag.is_static,
        is_reentrant: ctx.chain.is_reentrant(&input.target_address),
        origin: ctx.tx().caller(),
        gas_price: ctx.effective_gas_price(),
        base_fee: ctx.basefee(),
        coinbase: ctx.beneficiary(),
        gas_limit: ctx.block().gas_limit(),
        number: ctx.block().number().saturating_to(),
        timestamp: ctx.block().timestamp().saturating_to(),
        chain_id: ctx.cfg().chain_id(),
    }
}
