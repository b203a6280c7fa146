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
use shared::Shared;

/// The interface whose errors every contract has.
pub const COMMON: &str = "ICommon";

/// Everything that follows from the interfaces in `interfaces`, and from the samples in
/// `abi/tests/interfaces`, which exist to show every type to the tests.
///
/// # Errors
/// One line for each thing wrong, `file:line:column: what`.
pub fn generate(root: &Path) -> Result<Vec<File>, String> {
    let interfaces = read(&root.join("interfaces"))?;
    let samples = read(&root.join("abi/tests/interfaces"))?;
    let (common, interfaces) = split_common(interfaces)?;
    check::all(&common, &interfaces)?;
    check::all(&common, &samples)?;
    let shared = Shared::of(&interfaces);
    let mut files = emit::files(&common, &interfaces, &samples, &shared);
    let json = interfaces.iter().map(|interface| (interface, "abi/json"));
    let json = json.chain(samples.iter().map(|sample| (sample, "abi/tests/generated")));
    files.extend(json.map(|(interface, folder)| json::file(Path::new(folder), interface, &common)));
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
