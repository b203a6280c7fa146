//! `cargo xtask wasm`: contracts from Rust to the code that an account holds.

mod build;
mod measure;
mod names;
mod optimize;
mod sections;
mod table;

use crate::repo::{self, Contract};
use crate::snapshots;
use crate::tools::WasmTools;
use anyhow::{Context, Result, bail};
use measure::Size;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Name of the snapshot of sizes.
const SNAPSHOT: &str = "sizes";

/// Builds the named contracts, or all, to `build/<contract>.wasm` and `build/<contract>.blob`,
/// with the names of its functions beside them.
/// `--check` compares their sizes with the committed ones, `--update` commits them.
///
/// # Errors
/// An unknown contract, a failing build, a program that activation would refuse, a size over its bar,
/// and with `--check` one that differs from the committed one.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (flags, names): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|argument| argument.starts_with("--"));
    let has = |flag: &str| flags.iter().any(|given| *given == flag);
    let tools = WasmTools::detect()?;
    let contracts = selected(&names)?;
    let mut sizes = BTreeMap::new();
    for (index, contract) in contracts.iter().enumerate() {
        println!("wasm [{}/{}] {}", index + 1, contracts.len(), contract.name);
        let size = build(contract, &tools).with_context(|| contract.name.clone())?;
        sizes.extend(size.map(|size| (contract.name.clone(), size)));
    }
    report(&sizes, &tools, names.is_empty(), has("--check"), has("--update"))
}

fn selected(names: &[&String]) -> Result<Vec<Contract>> {
    let mut contracts = repo::contracts()?;
    for name in names {
        if !contracts.iter().any(|contract| contract.name == **name) {
            bail!("there is no contract '{name}' in contracts/");
        }
    }
    contracts.retain(|contract| names.is_empty() || names.iter().any(|n| **n == contract.name));
    Ok(contracts)
}

/// Builds one contract. Its size, unless it is never deployed: then there is no blob either.
fn build(contract: &Contract, tools: &WasmTools) -> Result<Option<Size>> {
    let compiled = build::compile(contract, tools)?;
    let named = optimize::optimize(compiled, contract, tools)?;
    let wasm = sections::strip(&named)?;
    let folder = repo::root().join("build");
    let names = folder.join(format!("{}.names.json", contract.name));
    write_if_changed(&folder.join(format!("{}.wasm", contract.name)), &wasm)?;
    write_if_changed(&names, &names::list(&named)?)?;
    if !contract.settings.deployed {
        return Ok(None);
    }
    let code = stylus_program::format::classic(&wasm);
    let size = measure::measure(&code)?;
    write_if_changed(&folder.join(format!("{}.blob", contract.name)), &code)?;
    Ok(Some(size))
}

/// An untouched file tells everything that depends on it that nothing changed.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().context("a file in a folder")?)?;
    std::fs::write(path, bytes).with_context(|| path.display().to_string())
}

fn report(
    sizes: &BTreeMap<String, Size>,
    tools: &WasmTools,
    is_complete: bool,
    check: bool,
    update: bool,
) -> Result<()> {
    let committed = snapshots::read(&snapshots::committed_path(SNAPSHOT))?;
    println!("\n{}", table::render(sizes, &compressed_sizes(&committed)));
    let mut measured = json!(sizes);
    measured[snapshots::COMPILER] = json!(tools.versions()?);
    let mut failures = snapshots::over_bars(&measured, &snapshots::bars()?);
    if is_complete {
        snapshots::write(&snapshots::measured_path(SNAPSHOT), &measured)?;
    }
    if update {
        snapshots::accept(SNAPSHOT, measured)?;
    } else if check {
        failures.extend(snapshots::check(SNAPSHOT, &measured)?);
    }
    if !failures.is_empty() {
        bail!(
            "sizes:\n  {}\naccept changes with 'cargo xtask wasm --update'",
            failures.join("\n  ")
        );
    }
    Ok(())
}

fn compressed_sizes(committed: &Value) -> BTreeMap<String, u64> {
    let members = committed.as_object().into_iter().flatten();
    members.filter_map(|(name, size)| Some((name.clone(), size["compressed"].as_u64()?))).collect()
}
