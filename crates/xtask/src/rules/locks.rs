//! Lock files that a fresh machine can use as they are.

use crate::{process, repo};
use anyhow::{Context, Result};
use std::fs;
use std::process::Command;

/// Lock files that do not fit their manifests, or that say where packages are downloaded from.
///
/// # Errors
/// A lock file cannot be read.
pub(crate) fn breaches() -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for folder in [".", "contracts"] {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(repo::root().join(folder)).args([
            "metadata",
            "--locked",
            "--format-version",
            "1",
        ]);
        if let Err(error) = process::output(&mut cargo) {
            breaches.push(format!("{folder}/Cargo.lock: {error:#}"));
        }
    }
    let npm =
        fs::read_to_string(repo::root().join("package-lock.json")).context("package-lock.json")?;
    if npm.contains("\"resolved\"") {
        breaches.push("package-lock.json: has addresses; remove every \"resolved\"".to_owned());
    }
    Ok(breaches)
}
