//! The generator of the contracts' ABI code.
//!
//! Reads `contracts/interfaces/*.sol`, the only source of the ABI, and derives from each interface a
//! Rust module (types, trait, router, errors, events, outgoing calls), an ABI as JSON, and the tests
//! that compare the module with alloy. `docs/adr/0002-generated-codec.md` says why.
//!
//! Phases: [`parse`] one file into the [`model`] or refuse it with its line · [`check`] selectors and
//! names across files · [`emit`] and [`json`] render · [`output`] writes or compares.

pub mod check;
pub mod emit;
pub mod hash;
pub mod json;
pub mod model;
pub mod natspec;
pub mod output;
pub mod parse;
pub mod shared;

use std::path::Path;

use model::Interface;
use output::File;

/// The interface whose errors every contract has.
pub const COMMON: &str = "ICommon";

/// Everything that follows from the interfaces in a folder.
///
/// # Errors
/// One line for each thing wrong, `file:line:column: what`.
pub fn generate(folder: &Path) -> Result<Vec<File>, String> {
    let interfaces = read(folder)?;
    let (common, interfaces) = split_common(interfaces)?;
    check::all(&common, &interfaces)?;
    let shared = shared::Shared::of(&interfaces);
    let mut files = emit::files(&common, &interfaces, &shared);
    files.extend(interfaces.iter().map(|interface| json::file(interface, &common)));
    Ok(files)
}

fn read(folder: &Path) -> Result<Vec<Interface>, String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sol"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let source =
                std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
            parse::interface(&path.display().to_string(), &source)
        })
        .collect()
}

fn split_common(mut interfaces: Vec<Interface>) -> Result<(Interface, Vec<Interface>), String> {
    match interfaces.iter().position(|interface| interface.name == COMMON) {
        Some(index) => {
            let common = interfaces.remove(index);
            Ok((common, interfaces))
        }
        None => Err(format!(
            "no interface {COMMON}: the errors of the decoder itself are declared there"
        )),
    }
}
