//! `cargo xtask codec`: the code that follows from `contracts/interfaces/*.sol`.

use crate::{process, repo};
use anyhow::{Context, Result};
use std::process::Command;

/// Generates it, or with `--check` compares it with what is committed.
///
/// # Errors
/// The generator finds a fault in an interface, or a difference.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    // `cargo run` exports its own target folder's libraries; the inner one has others.
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(repo::root().join("contracts"))
        .env_remove("LD_LIBRARY_PATH")
        .args(["run", "--quiet", "--locked", "-p", "codec", "--"])
        .args(arguments);
    process::run(&mut cargo).context("generating from contracts/interfaces")
}
