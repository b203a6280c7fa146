//! Every operation of the probe: a result or a typed error, and nothing beside an error.

use super::{kind, size};
use ballast_math::probe::{OPERATIONS, OUTPUT, run as answer};

/// The status of an operation that there is not.
const UNKNOWN: u8 = 255;

pub(super) fn run(input: &[u8]) -> u64 {
    let mut input = input.to_vec();
    if let Some(number) = input.first_mut() {
        *number %= OPERATIONS.len() as u8;
    }
    let output: [u8; OUTPUT] = answer(&input);
    let [status, values @ ..] = output;
    assert!(status <= 3 || status == UNKNOWN, "no such status: {status}");
    assert!(status == 0 || values == [0; OUTPUT - 1], "an error has values");
    let first = values.as_chunks::<16>().0.first().map_or(0, |value| i128::from_be_bytes(*value));
    kind([u64::from(input.first().copied().unwrap_or(UNKNOWN)), u64::from(status), size(first)])
}
