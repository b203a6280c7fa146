//! The names of a program's functions, kept beside it: the program itself has none.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload};

/// A JSON object from a function's index, imports included, to its name as in the source.
///
/// # Errors
/// The bytes are not a WebAssembly module.
pub(crate) fn list(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload.context("not WebAssembly")?
            && let KnownCustom::Name(section) = section.as_known()
        {
            read(section, &mut names)?;
        }
    }
    Ok((serde_json::to_string_pretty(&names)? + "\n").into_bytes())
}

fn read(section: NameSectionReader<'_>, names: &mut BTreeMap<u32, String>) -> Result<()> {
    for name in section {
        if let Name::Function(functions) = name? {
            for function in functions {
                let function = function?;
                names.insert(
                    function.index,
                    format!("{:#}", rustc_demangle::demangle(function.name)),
                );
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_of_a_module_with_a_mangled_name_tells_the_path() {
        // Header, then the section "name" with one function name.
        let name = b"_RNvCs1234_7mycrate3foo";
        let mut content =
            vec![4, b'n', b'a', b'm', b'e', 1, name.len() as u8 + 3, 1, 5, name.len() as u8];
        content.extend_from_slice(name);
        let mut wasm = b"\0asm\x01\0\0\0\0".to_vec();
        wasm.push(content.len() as u8);
        wasm.extend(content);
        let text = String::from_utf8(list(&wasm).expect("a module")).expect("text");
        assert!(text.contains("\"5\": \"mycrate") && text.contains("foo"), "{text}");
    }
}
