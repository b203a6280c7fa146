//! Lock files that a fresh machine can use as they are.

use crate::{process, repo};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::process::Command;

/// Lock files that do not fit their manifests, that say where packages are downloaded from, or that
/// make npm leave something out.
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
    let npm = fs::read_to_string(repo::root().join("package-lock.json"))?;
    breaches.extend(npm_breaches(&serde_json::from_str(&npm).context("package-lock.json")?));
    Ok(breaches)
}

fn npm_breaches(lock: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    for (path, package) in lock["packages"].as_object().into_iter().flatten() {
        if package.get("resolved").is_some() {
            breaches.push(format!("package-lock.json: {path}: has an address; remove 'resolved'"));
        }
        // npm leaves out an optional package without a word when Node is older than it asks for.
        // Those here are programs that need no Node at all.
        if package["optional"] == true && package.get("engines").is_some() {
            breaches.push(format!("package-lock.json: {path}: optional; remove its 'engines'"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn npm_lock_with_address_or_engines_of_optional_package_is_refused() {
        let lock = json!({ "packages": {
            "a": { "version": "1.0.0", "engines": { "node": ">=18" } },
            "b": { "resolved": "somewhere" },
            "c": { "optional": true, "engines": { "node": ">=20" } },
        }});
        assert_eq!(npm_breaches(&lock).len(), 2);
    }
}
