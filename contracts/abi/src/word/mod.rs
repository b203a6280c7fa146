//! Reading and writing ABI words in place.
//!
//! Positions are byte offsets from the start of the arguments, known to the generator for everything
//! but the tails. Nothing here allocates but lists and byte strings, and nothing panics: a bad position
//! sets the reader's fault, and the writer is given a buffer of the exact size.

mod reader;
mod writer;

pub use reader::Reader;
pub use writer::{blank, blob_size, dynamic_list_size, list_size, message, Writer};

/// The four 64-bit lanes of a word, most significant first, their bytes as they are in memory: for a
/// lane that should be all zeros or all ones, their order does not matter, and WebAssembly has no
/// instruction to reverse it.
#[inline(always)]
pub(crate) fn lanes(word: &[u8; 32]) -> [u64; 4] {
    match word.as_chunks::<8>().0 {
        [a, b, c, d] => [
            u64::from_ne_bytes(*a),
            u64::from_ne_bytes(*b),
            u64::from_ne_bytes(*c),
            u64::from_ne_bytes(*d),
        ],
        _ => [0; 4],
    }
}
