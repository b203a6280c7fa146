//! The repository's own chores: WASM build, sizes, generated code, snapshots, rules.
//!
//! `cargo xtask <chore>`; the Makefile and `script/` call these.

mod codec;
mod process;
mod repo;
mod rules;
mod selectors;
mod snapshots;
mod tools;
mod wasm;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <chore>

  codec [--check]                generate from contracts/interfaces/*.sol, or compare
  rules                          check the repository's own rules
  selectors                      compare generated selectors with those of solc
  snapshots [--update]           compare what was measured with snapshots/*.json, or accept it
  wasm [--check|--update] [CONTRACT...]
                                 build contracts to build/*.wasm and build/*.blob, measure them";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((chore, rest)) = arguments.split_first() else { bail!("{USAGE}") };
    match chore.as_str() {
        "codec" => codec::run(rest),
        "rules" => rules::run(),
        "selectors" => selectors::run(),
        "snapshots" => snapshots::run(rest),
        "wasm" => wasm::run(rest),
        other => bail!("there is no chore '{other}'\n{USAGE}"),
    }
}
