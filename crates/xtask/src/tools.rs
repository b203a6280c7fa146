//! The tools that `script/env` decides on.

use crate::{process, repo};
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What builds the contracts.
pub(crate) struct WasmTools {
    bin: PathBuf,
    node: PathBuf,
    /// Linker, where the compiler has none of its own.
    pub(crate) linker: Option<PathBuf>,
}

impl WasmTools {
    /// Asks `script/env`.
    ///
    /// # Errors
    /// No suitable compiler is installed.
    pub(crate) fn detect() -> Result<Self> {
        let decided = decided()?;
        let of = |key: &str| decided.get(key).filter(|value| !value.is_empty()).map(PathBuf::from);
        let Some(bin) = of("WASM_BIN") else {
            bail!("no compiler with the standard library's sources: run 'make setup'");
        };
        let node = of("NODE_BIN").context("no Node.js: run 'make setup'")?.join("node");
        Ok(Self { bin, node, linker: of("WASM_LINKER") })
    }

    /// Binaryen's optimiser.
    pub(crate) fn wasm_opt(&self) -> Command {
        let mut command = Command::new(&self.node);
        command.arg(repo::root().join("node_modules/binaryen/bin/wasm-opt"));
        command
    }

    /// Version of Binaryen.
    ///
    /// # Errors
    /// It is not installed.
    pub(crate) fn binaryen(&self) -> Result<String> {
        let path = repo::root().join("node_modules/binaryen/package.json");
        let text = std::fs::read_to_string(path).context("no binaryen: run 'make setup'")?;
        let package: serde_json::Value = serde_json::from_str(&text)?;
        Ok(package["version"].as_str().context("binaryen without a version")?.to_owned())
    }

    /// Cargo with its own compiler, whatever toolchain runs this program.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(self.bin.join("cargo"));
        // The host's toolchain leaks in through these.
        for name in ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "CARGO", "CARGO_ENCODED_RUSTFLAGS"] {
            command.env_remove(name);
        }
        command.env("PATH", path_after(&self.bin));
        command.env("RUSTC", self.bin.join("rustc"));
        command
    }

    /// Compiler, optimiser and linker in one line: what makes bytecode reproducible.
    ///
    /// # Errors
    /// One of them is not installed.
    pub(crate) fn versions(&self) -> Result<String> {
        let compiler = process::output(Command::new(self.bin.join("rustc")).arg("-vV"))?;
        let line = |prefix: &str| compiler.lines().find(|line| line.starts_with(prefix));
        let mut versions = format!(
            "{}, {}, Binaryen {}",
            line("rustc ").context("rustc -vV without a version")?,
            line("LLVM ").context("rustc -vV without LLVM's version")?,
            self.binaryen()?
        );
        if let Some(linker) = &self.linker {
            let linker = process::output(Command::new(linker).arg("--version"))?;
            versions.push_str(", ");
            versions.push_str(linker.trim());
        }
        Ok(versions)
    }
}

fn path_after(first: &Path) -> std::ffi::OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let mut path = first.as_os_str().to_owned();
    path.push(":");
    path.push(old);
    path
}

fn decided() -> Result<HashMap<String, String>> {
    let printed = process::output(Command::new("sh").arg("script/env").current_dir(repo::root()))?;
    Ok(printed
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect())
}
