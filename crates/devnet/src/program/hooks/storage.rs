//! Slots of the acting account, persistent and transient.

use stylus_program::prices::{EVM_API, ink_to_gas_floor};

use super::super::host::{Host, Stop};
use super::super::request::Request;
use super::ask;

/// Gas of a cold load, which must be there even if the load turns out to be warm.
const COLD_LOAD: u64 = 2_100;
/// Gas that the cache may charge, which must be there.
const CACHE_RESERVE: u64 = 10;
/// Gas below which nothing is stored (EIP-2200).
const SENTRY: u64 = 2_300;
/// Gas of a transient access.
const TRANSIENT: u64 = 100;

/// Gas of the round trip to the chain that a load makes.
pub(crate) fn round_trip_gas(ink_price: u32) -> u64 {
    ink_to_gas_floor(EVM_API, ink_price)
}

/// Reads a slot through the frame's cache.
pub(crate) fn load(host: &mut impl Host, key: u32, to: u32) -> Result<(), Stop> {
    let round_trip = round_trip_gas(host.guest().rules.ink_price);
    host.require_gas(COLD_LOAD + CACHE_RESERVE + round_trip)?;
    let key = host.read_word(key)?;
    let (cache_gas, value) = host.guest().storage.load(&key);
    match value {
        Some(value) => {
            host.charge_gas(cache_gas)?;
            host.write(to, value.as_slice())
        }
        None => ask(Request::StorageLoad { key, dest: to, cache_gas }),
    }
}

/// Writes a slot into the frame's cache.
pub(crate) fn cache(host: &mut impl Host, key: u32, value: u32) -> Result<(), Stop> {
    host.require_gas(SENTRY + CACHE_RESERVE)?;
    let (key, value) = (host.read_word(key)?, host.read_word(value)?);
    let gas = host.guest().storage.write(key, value);
    host.charge_gas(gas)
}

/// Persists what the frame's cache holds.
pub(crate) fn flush(host: &mut impl Host, clear: u32) -> Result<(), Stop> {
    host.require_gas(SENTRY)?;
    let clear = clear != 0;
    let guest = host.guest();
    if guest.storage.dirty().is_empty() {
        guest.storage.flushed(clear);
        return Ok(());
    }
    if guest.environment.is_static {
        return Err(Stop::Fault("storage written in a static call"));
    }
    ask(Request::StorageFlush { clear })
}

/// Reads a transient slot.
pub(crate) fn transient_load(host: &mut impl Host, key: u32, to: u32) -> Result<(), Stop> {
    host.charge_gas(TRANSIENT)?;
    let key = host.read_word(key)?;
    ask(Request::TransientLoad { key, dest: to })
}

/// Writes a transient slot.
pub(crate) fn transient_store(host: &mut impl Host, key: u32, value: u32) -> Result<(), Stop> {
    host.charge_gas(TRANSIENT)?;
    let (key, value) = (host.read_word(key)?, host.read_word(value)?);
    if host.guest().environment.is_static {
        return Err(Stop::Fault("transient storage written in a static call"));
    }
    ask(Request::TransientStore { key, value })
}
