//! The life of one call: refuse re-entry, read, route, flush, answer.

use alloc::vec::Vec;

use crate::generated::common::errors;
use crate::{host, Revert};

/// Answers a call on a contract's router and persists what it wrote if it succeeds. Returns the output
/// or the revert data.
///
/// # Errors
/// `Reentered` when a frame of this contract is open already, else what the router refuses.
pub fn answer(
    input: &[u8],
    route: impl FnOnce(&[u8]) -> Result<Vec<u8>, Revert>,
) -> Result<Vec<u8>, Revert> {
    if host::is_reentrant() {
        return Err(errors::reentered());
    }
    let output = route(input)?;
    host::flush();
    Ok(output)
}

/// Refuses a call that carries value.
///
/// # Errors
/// `UnexpectedValue(value)`; a value over 128 bits, which no chain has, is reported as the largest.
#[inline(always)]
pub fn refuse_value() -> Result<(), Revert> {
    if host::has_value() {
        return Err(unexpected_value());
    }
    Ok(())
}

#[cold]
#[inline(never)]
fn unexpected_value() -> Revert {
    errors::unexpected_value(host::value())
}

/// The error for calldata whose first four bytes name no function; what is missing reads as zero.
#[cold]
#[inline(never)]
#[must_use]
pub fn unknown_selector(input: &[u8]) -> Revert {
    let mut selector = [0; 4];
    for (to, from) in selector.iter_mut().zip(input) {
        *to = *from;
    }
    errors::unknown_selector(&selector)
}

/// Runs the program: what the virtual machine calls. Returns 0, or 1 for a revert.
#[cfg(target_arch = "wasm32")]
pub fn run(length: usize, route: impl FnOnce(&[u8]) -> Result<Vec<u8>, Revert>) -> usize {
    host::keep_memory_import();
    let input = host::arguments(length);
    match answer(&input, route) {
        Ok(output) => {
            host::write_result(&output);
            0
        }
        Err(revert) => {
            host::write_result(revert.data());
            1
        }
    }
}

/// Makes a contract the program of its crate: `entrypoint!(Exchange, contract_abi::generated::exchange)`.
///
/// The contract is a type that implements the interface's trait. On the host nothing is defined, and
/// tests call the router.
#[macro_export]
macro_rules! entrypoint {
    ($contract:ty, $($interface:ident)::+) => {
        /// Called by the virtual machine with the length of the calldata.
        #[cfg(target_arch = "wasm32")]
        #[no_mangle]
        pub extern "C" fn user_entrypoint(length: usize) -> usize {
            $crate::entry::run(length, $($interface)::+::route::<$contract>)
        }
    };
}
