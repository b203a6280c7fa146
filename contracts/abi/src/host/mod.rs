//! The virtual machine, as safe functions: what a contract may ask of the chain.
//!
//! On WebAssembly these are the host's imports; elsewhere they act on [`testing`], a chain of one
//! contract in the thread's memory, so that contracts compile, link and run in host tests.

use alloc::vec::Vec;

use crate::word::lanes;
use crate::{Address, CallFailure, MAX_REVERT};

#[cfg(not(target_arch = "wasm32"))]
#[path = "memory.rs"]
mod machine;
#[cfg(target_arch = "wasm32")]
#[path = "wasm.rs"]
mod machine;

#[cfg(not(target_arch = "wasm32"))]
pub mod testing;

#[cfg(target_arch = "wasm32")]
pub use machine::revert;
pub use machine::{
    address, balance, block_number, cache, chain_id, code, code_hash, code_size, gas_left,
    gas_price, is_reentrant, keccak, load, load_into, origin, sender, timestamp,
};
#[cfg(target_arch = "wasm32")]
pub(crate) use machine::{arguments, keep_memory_import, write_result};

/// Whether any value was sent along.
#[inline(never)]
#[must_use]
pub fn has_value() -> bool {
    lanes(&machine::value()) != [0; 4]
}

/// The value sent along, in wei; 2^128 − 1 if it is more, which no chain has.
#[must_use]
pub fn value() -> u128 {
    let [a, b, c, d] = lanes(&machine::value());
    if a | b != 0 {
        return u128::MAX;
    }
    u128::from(u64::from_be(c)) << 64 | u128::from(u64::from_be(d))
}

/// Persists the slots written with [`cache`]. The entry point does this when a call succeeds, and
/// [`call`] before it leaves; what was written before a revert is dropped.
pub fn flush() {
    machine::flush(false);
}

/// Persists the slots written and forgets all that were read, so that they are read anew.
pub fn flush_and_forget() {
    machine::flush(true);
}

/// Emits a log. `data` begins with `topics` words of topics.
pub fn log(topics: usize, data: &[u8]) {
    machine::log(topics, data);
}

/// Calls `target` without letting it change anything, with at most `gas_cap` gas, and returns at most
/// the first `bound` bytes of what it returns.
///
/// Slots written before are not flushed: no callee can read them through this contract, which refuses
/// re-entry.
///
/// # Errors
/// [`CallFailure::Reverted`] with the callee's revert data.
pub fn static_call(
    target: &Address,
    gas_cap: u64,
    data: &[u8],
    bound: usize,
) -> Result<Vec<u8>, CallFailure> {
    let (succeeded, length) = machine::static_call(target, gas_cap, data);
    outcome(succeeded, length, bound)
}

/// Calls `target` with `value` wei and at most `gas_cap` gas, and returns at most the first `bound`
/// bytes of what it returns. Slots written before are flushed.
///
/// # Errors
/// [`CallFailure::Reverted`] with the callee's revert data.
pub fn call(
    target: &Address,
    gas_cap: u64,
    value: u128,
    data: &[u8],
    bound: usize,
) -> Result<Vec<u8>, CallFailure> {
    flush();
    let mut word = [0; 32];
    if let Some(low) = word.last_chunk_mut() {
        *low = value.to_be_bytes();
    }
    let (succeeded, length) = machine::call(target, gas_cap, &word, data);
    outcome(succeeded, length, bound)
}

/// Tells a callee that answered nothing from an address where there was nothing to answer.
///
/// # Errors
/// [`CallFailure::Malformed`] when the address has no code.
#[inline(never)]
pub fn require_code(target: &Address) -> Result<(), CallFailure> {
    if code_size(target) == 0 {
        return Err(CallFailure::Malformed);
    }
    Ok(())
}

/// The size of the last callee's answer may be chosen by an adversary: memory is taken for `bound`
/// bytes of it at most.
#[inline(never)]
fn outcome(succeeded: bool, length: usize, bound: usize) -> Result<Vec<u8>, CallFailure> {
    if succeeded {
        Ok(machine::returned(length.min(bound)))
    } else if length > MAX_REVERT {
        Err(CallFailure::Reverted(Vec::new()))
    } else {
        Err(CallFailure::Reverted(machine::returned(length)))
    }
}
