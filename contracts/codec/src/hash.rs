//! Selectors and topics.

use tiny_keccak::{Hasher, Keccak};

/// Keccak-256 of a signature: the topic of an event.
#[must_use]
pub fn topic(signature: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    let mut hasher = Keccak::v256();
    hasher.update(signature.as_bytes());
    hasher.finalize(&mut hash);
    hash
}

/// The first four bytes of the hash of a signature: the selector of a function or error.
#[must_use]
pub fn selector(signature: &str) -> u32 {
    let [a, b, c, d, ..] = topic(signature);
    u32::from_be_bytes([a, b, c, d])
}
