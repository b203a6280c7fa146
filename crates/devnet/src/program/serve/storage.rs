//! Slots.

use revm::context_interface::{Cfg, ContextTr, JournalTr};
use revm::handler::EthFrame;

use super::super::guest::Word;
use super::super::hooks::storage::round_trip_gas;
use super::{Host, Stop};
use crate::evm::Ctx;

const COLD_LOAD: u64 = 2_100;
const WARM_LOAD: u64 = 100;

/// Reads a slot, which then is warm, into the frame's cache.
pub(super) fn load(
    key: Word,
    dest: u32,
    cache_gas: u64,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<(), Stop> {
    let account = host.guest().environment.account;
    let Ok(slot) = ctx.journaled_state.sload(account, key.into());
    let access = if slot.is_cold { COLD_LOAD } else { WARM_LOAD };
    let round_trip = round_trip_gas(host.guest().rules.ink_price);
    let value = Word::from(slot.data);
    host.charge_gas(cache_gas + access + round_trip)?;
    host.guest().storage.insert_known(key, value);
    host.write(dest, value.as_slice())
}

/// Stores what the frame wrote.
///
/// The budget is one more than the gas left, and must not be used up.
pub(super) fn flush(
    clear: bool,
    frame: &mut EthFrame,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<(), Stop> {
    let account = host.guest().environment.account;
    let budget = host.gas_left().saturating_add(1);
    let mut left = budget;
    for (key, value) in host.guest().storage.dirty() {
        let Ok(stored) = ctx.journaled_state.sstore(account, key.into(), value.into());
        let params = ctx.cfg().gas_params();
        let gas = params.sstore_static_gas()
            + params.sstore_dynamic_gas(true, &stored.data, stored.is_cold);
        match left.checked_sub(gas) {
            Some(rest) if rest > 0 => left = rest,
            _ => {
                host.exhaust();
                return Err(Stop::OutOfInk);
            }
        }
        frame.interpreter.gas.record_refund(params.sstore_refund(true, &stored.data));
    }
    host.charge_gas(budget - left)?;
    host.guest().storage.flushed(clear);
    Ok(())
}

/// Reads a transient slot.
pub(super) fn transient_load(
    key: Word,
    dest: u32,
    ctx: &mut Ctx,
    host: &mut impl Host,
) -> Result<(), Stop> {
    let account = host.guest().environment.account;
    let value = ctx.journaled_state.tload(account, key.into());
    host.write(dest, &value.to_be_bytes::<32>())
}

/// Writes a transient slot.
pub(super) fn transient_store(key: Word, value: Word, ctx: &mut Ctx, host: &mut impl Host) {
    let account = host.guest().environment.account;
    ctx.journaled_state.tstore(account, key.into(), value.into());
}
