//! What each package of both workspaces depends on.

use crate::repo;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A package and the packages of its direct dependencies, of every kind.
pub(crate) struct Manifest {
    /// Its name.
    pub(crate) name: String,
    /// Whether it lies in `contracts/`.
    pub(crate) is_contract_side: bool,
    /// Whether it is a program: it builds a `cdylib`.
    pub(crate) is_program: bool,
    /// Names of what it depends on, tests and build scripts included.
    pub(crate) dependencies: BTreeSet<String>,
}

/// Every package of `crates/` and `contracts/`.
///
/// # Errors
/// A manifest is not TOML or names no package.
pub(crate) fn all() -> Result<Vec<Manifest>> {
    let mut manifests = Vec::new();
    for (folder, is_contract_side) in [("crates", false), ("contracts", true)] {
        for entry in fs::read_dir(repo::root().join(folder)).context(folder)? {
            let path = entry?.path().join("Cargo.toml");
            if path.is_file() {
                manifests.push(read(&path, is_contract_side)?);
            }
        }
    }
    Ok(manifests)
}

fn read(path: &Path, is_contract_side: bool) -> Result<Manifest> {
    let text = fs::read_to_string(path)?;
    let table: toml::Table = text.parse().with_context(|| path.display().to_string())?;
    let name = table["package"]["name"].as_str().context("a package without a name")?;
    let crate_types = table.get("lib").and_then(|lib| lib.get("crate-type")?.as_array());
    let is_program = crate_types.is_some_and(|t| t.iter().any(|t| t.as_str() == Some("cdylib")));
    let mut dependencies = BTreeSet::new();
    collect(&table, &mut dependencies);
    Ok(Manifest { name: name.to_owned(), is_contract_side, is_program, dependencies })
}

/// Dependency tables stand at the top and under `target.<condition>`.
fn collect(table: &toml::Table, names: &mut BTreeSet<String>) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        if key.ends_with("dependencies") {
            names.extend(inner.iter().map(|(name, of)| renamed(name, of)));
        } else if key == "target" {
            inner.values().filter_map(toml::Value::as_table).for_each(|t| collect(t, names));
        }
    }
}

fn renamed(name: &str, dependency: &toml::Value) -> String {
    let package = dependency.get("package").and_then(toml::Value::as_str);
    package.unwrap_or(name).to_owned()
}
