//! The arithmetic as a program of its own: runs any operation of `ballast-math` on bytes, so that tests
//! can compare what the virtual machine computes with what the host computes, to the bit.
//!
//! It is compiled as the contracts are and never deployed with them. Calldata is a row of records of
//! [`RECORD`] bytes, each an input of [`ballast_math::probe::run`] with room for the most arguments; the
//! output is the row of what they give. Bytes after the last whole record are left out.
#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

use alloc::vec::Vec;

use ballast_math::probe::{run, MAX_ARGUMENTS, OUTPUT};

/// Bytes of one input: the operation's number and its arguments.
pub const RECORD: usize = 1 + 16 * MAX_ARGUMENTS;

/// Called by the virtual machine with the length of the calldata.
#[cfg(target_arch = "wasm32")]
#[no_mangle]
pub extern "C" fn user_entrypoint(length: usize) -> usize {
    contract_abi::entry::run(length, |input| Ok(outputs(input)))
}

/// The output of each record, one after the other.
#[must_use]
pub fn outputs(records: &[u8]) -> Vec<u8> {
    let (records, _) = records.as_chunks::<RECORD>();
    let mut all = Vec::with_capacity(records.len().saturating_mul(OUTPUT));
    for record in records {
        all.extend_from_slice(&run(record));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_of_whole_records_are_those_of_each() {
        let [first, second] = [[0; RECORD], [1; RECORD]];
        let row = [&first[..], &second, &[0; 5]].concat();
        assert_eq!(outputs(&row), [run(&first), run(&second)].concat());
    }
}
