//! Where things lie in the checkout.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// The checkout's root. `cargo run` says at run time where this package lies, which holds even where
/// two checkouts share a target folder.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    package.ancestors().nth(2).map(Path::to_path_buf).unwrap_or(package)
}

/// A Stylus program of the `contracts/` workspace.
pub(crate) struct Contract {
    /// Package and folder name.
    pub(crate) name: String,
    /// How it is built.
    pub(crate) settings: Settings,
}

/// `[package.metadata.stylus]` of a contract: what may differ from contract to contract.
#[derive(Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// `opt-level` of the whole program, standard library included.
    pub(crate) opt_level: OptLevel,
    /// Bytes of shadow stack, at the bottom of the first page of memory: overflow traps.
    pub(crate) stack_size: u32,
    /// Level of Binaryen's pass over the compiler's output: "O3", "Oz" and so on, or "none".
    pub(crate) wasm_opt: String,
    /// Whether it goes on a chain: what only tests run has no size to keep to.
    pub(crate) deployed: bool,
}

/// Cargo writes levels as numbers or letters.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum OptLevel {
    /// 0 to 3.
    Number(u8),
    /// "s" or "z".
    Letter(String),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            opt_level: OptLevel::Number(3),
            stack_size: 16_384,
            wasm_opt: "O3".to_owned(),
            deployed: true,
        }
    }
}

impl std::fmt::Display for OptLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(level) => write!(f, "{level}"),
            Self::Letter(level) => f.write_str(level),
        }
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Option<Package>,
    lib: Option<Library>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    stylus: Option<Settings>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Library {
    #[serde(default)]
    crate_type: Vec<String>,
}

/// All Stylus programs: the packages of `contracts/` that build a `cdylib`, by name.
///
/// # Errors
/// A manifest cannot be read.
pub(crate) fn contracts() -> Result<Vec<Contract>> {
    let mut contracts = Vec::new();
    for entry in fs::read_dir(root().join("contracts")).context("contracts/")? {
        let manifest = entry?.path().join("Cargo.toml");
        if manifest.is_file() {
            contracts.extend(contract(&manifest)?);
        }
    }
    contracts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(contracts)
}

fn contract(path: &Path) -> Result<Option<Contract>> {
    let text = fs::read_to_string(path)?;
    let manifest: Manifest = toml::from_str(&text).with_context(|| path.display().to_string())?;
    let is_program = manifest.lib.is_some_and(|lib| lib.crate_type.iter().any(|t| t == "cdylib"));
    Ok(manifest.package.filter(|_| is_program).map(|package| Contract {
        name: package.name,
        settings: package.metadata.and_then(|m| m.stylus).unwrap_or_default(),
    }))
}
