//! Dropping the sections that a deployed program must not or need not have.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

const HEADER: usize = 8;

/// The module without custom sections (names, producers, feature lists: every byte is paid for at
/// deployment and activation) and without the data count, which activation refuses. All other
/// sections are copied byte for byte.
///
/// # Errors
/// The bytes are not a WebAssembly module.
pub(crate) fn strip(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut stripped = wasm.get(..HEADER).context("too short for WebAssembly")?.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the compiler's output is not WebAssembly")?;
        let keep = !matches!(payload, Payload::CustomSection(_) | Payload::DataCountSection { .. });
        if let (true, Some((id, range))) = (keep, payload.as_section()) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let content = wasm.get(range).context("a section past the end of the module")?;
            stripped.push(id);
            push_leb128(&mut stripped, content.len());
            stripped.extend_from_slice(content);
        }
    }
    Ok(stripped)
}

fn push_leb128(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Header, no types, a custom section named "a", a data count of 0, no code.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x01\x01\0\0\x02\x01a\x0c\x01\0\x0a\x01\0";

    #[test]
    fn strip_of_module_with_custom_and_data_count_keeps_the_rest() {
        assert_eq!(strip(MODULE).expect("a module"), b"\0asm\x01\0\0\0\x01\x01\0\x0a\x01\0");
    }

    #[test]
    fn strip_of_garbage_is_an_error() {
        assert!(strip(b"\0as").is_err());
        assert!(strip(b"not webassembly").is_err());
    }

    #[test]
    fn push_leb128_of_two_byte_lengths_matches_the_format() {
        let mut bytes = Vec::new();
        push_leb128(&mut bytes, 624_485);
        assert_eq!(bytes, [0xe5, 0x8e, 0x26]);
    }
}
