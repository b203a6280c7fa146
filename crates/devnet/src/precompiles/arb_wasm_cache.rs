//! ArbWasmCache: which programs start at the cached price.

use alloy_primitives::B256;
use alloy_sol_types::SolCall;
use revm::context_interface::{Block, ContextTr};

use super::frame::{Answer, Frame, PARAMETERS, Purity, READ, Stop, WRITE, decode, revert};
use super::interfaces::ArbWasm;
use super::interfaces::ArbWasmCache::{self, ArbWasmCacheCalls as Calls};
use crate::arbos::{self, CACHE_MANAGERS, OWNERS};
use crate::evm::{FaultKind, peek};
use crate::program::check_active;

pub(super) fn run(frame: &mut Frame<'_>, input: &[u8]) -> Answer {
    use ArbWasmCache::*;
    match decode(input)? {
        Calls::isCacheManager(call) => frame.run(Purity::View, |frame| {
            frame.burn(READ)?;
            let is_manager = CACHE_MANAGERS.contains(frame.ctx, &call.manager);
            Ok(isCacheManagerCall::abi_encode_returns(&is_manager))
        }),
        Calls::allCacheManagers(_) => frame.run(Purity::View, |frame| {
            let managers = CACHE_MANAGERS.members(frame.ctx);
            frame.burn(READ * (1 + managers.len() as u64))?;
            Ok(allCacheManagersCall::abi_encode_returns(&managers))
        }),
        Calls::codehashIsCached(call) => frame.run(Purity::View, |frame| {
            frame.burn(READ)?;
            let record = arbos::program(frame.ctx, call.codehash);
            Ok(codehashIsCachedCall::abi_encode_returns(&record.cached))
        }),
        Calls::cacheProgram(call) => frame.run(Purity::Write, |frame| {
            let codehash = peek::bytecode(frame.ctx, &call.addr).0;
            set_cached(frame, codehash, true)
        }),
        Calls::evictCodehash(call) => {
            frame.run(Purity::Write, |frame| set_cached(frame, call.codehash, false))
        }
        // Replaced by the address in ArbOS 31.
        Calls::cacheCodehash(_) => Err(Stop::Burn),
    }
}

/// Caches or evicts. Nothing happens, for little gas, if that changes nothing.
fn set_cached(frame: &mut Frame<'_>, codehash: B256, cached: bool) -> Answer {
    require_access(frame)?;
    frame.burn(PARAMETERS + READ)?;
    let rules = arbos::rules(frame.ctx);
    let mut record = arbos::program(frame.ctx, codehash);
    if cached {
        let now = frame.ctx.block().timestamp().saturating_to();
        match check_active(&record, &rules, now) {
            Ok(()) => {}
            Err(FaultKind::Expired { age }) => {
                return revert(ArbWasm::ProgramExpired { ageInSeconds: age });
            }
            Err(_) => {
                let (version, chain) = (record.version, rules.stylus_version);
                return revert(ArbWasm::ProgramNeedsUpgrade { version, stylusVersion: chain });
            }
        }
    }
    if record.cached == cached {
        return Ok(Vec::new());
    }
    let manager = frame.caller;
    frame.emit(&ArbWasmCache::UpdateProgramCache { manager, codehash, cached })?;
    frame.burn(u64::from(record.init_cost) + READ + WRITE)?;
    record.cached = cached;
    arbos::set_program(frame.ctx, codehash, record);
    Ok(Vec::new())
}

/// Cache managers and owners only; others lose all gas.
fn require_access(frame: &mut Frame<'_>) -> Result<(), Stop> {
    frame.burn(READ)?;
    if CACHE_MANAGERS.contains(frame.ctx, &frame.caller) {
        return Ok(());
    }
    frame.burn(READ)?;
    if OWNERS.contains(frame.ctx, &frame.caller) { Ok(()) } else { Err(Stop::Burn) }
}
