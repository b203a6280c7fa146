//! Binaryen's pass over the compiler's output.

use super::write_if_changed;
use crate::repo::{self, Contract};
use crate::{process, tools::WasmTools};
use anyhow::{Context, Result};
use std::fs;

/// Only the features that activation accepts: the optimiser may not introduce others.
const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-sign-ext",
];

/// The optimised module, its functions' names kept; the module as it is where the contract's settings name
/// no level. The answer is kept: the same module is optimised once.
///
/// # Errors
/// The optimiser is not installed, or refuses the module.
pub(crate) fn optimize(wasm: Vec<u8>, contract: &Contract, tools: &WasmTools) -> Result<Vec<u8>> {
    let level = &contract.settings.wasm_opt;
    if level == "none" {
        return Ok(wasm);
    }
    let folder = repo::root().join(format!("build/wasm-opt-{}/{level}", tools.binaryen()?));
    let (input, output) = (
        folder.join(format!("{}.in.wasm", contract.name)),
        folder.join(format!("{}.out.wasm", contract.name)),
    );
    let is_known = fs::read(&input).is_ok_and(|known| known == wasm);
    if !is_known || !output.is_file() {
        // The input names what the output is of, so the old output goes first.
        fs::remove_file(&output).or_else(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Ok(()),
            _ => Err(error),
        })?;
        write_if_changed(&input, &wasm)?;
        let mut wasm_opt = tools.wasm_opt();
        wasm_opt
            .arg(&input)
            .arg(format!("-{level}"))
            .arg("--debuginfo")
            .args(FEATURES)
            .arg("-o")
            .arg(&output);
        process::run(&mut wasm_opt).context("optimising")?;
    }
    fs::read(&output).with_context(|| output.display().to_string())
}
