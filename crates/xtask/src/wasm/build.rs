//! From Rust to the compiler's WASM.

use crate::repo::{self, Contract};
use crate::{process, tools::WasmTools};
use anyhow::{Context, Result};
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Flags of every crate of a program, standard library included; `docs/adr/0003-wasm-build.md` has
/// what each is worth. A panic becomes a trap on the spot, without text or unwinding; of the
/// WebAssembly features only those that activation accepts are on.
const FLAGS: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "-Ctarget-cpu=mvp",
    "-Ctarget-feature=+bulk-memory,+sign-ext",
];

/// Compiles one contract, alone: in a build of the whole workspace the features that one contract
/// needs of a dependency would end up in all.
///
/// # Errors
/// The compiler fails; its words are on the terminal.
pub(crate) fn compile(contract: &Contract, tools: &WasmTools) -> Result<Vec<u8>> {
    let target_dir = target_dir();
    let mut flags = FLAGS.join(" ");
    if let Some(linker) = &tools.linker {
        flags.push_str(&format!(" -Clinker={}", linker.display()));
    }
    let mut cargo = tools.cargo();
    cargo
        .current_dir(repo::root().join("contracts"))
        .args(["rustc", "--release", "--locked", "--lib", "--crate-type", "cdylib"])
        .args(["--target", TARGET, "-Zbuild-std=std,panic_abort", "-p", &contract.name, "--"])
        .arg(format!("-Clink-arg=-zstack-size={}", contract.settings.stack_size))
        // Unstable flags of a stable compiler: the release profile needs the library rebuilt.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        // The same bytecode in whatever folder the repository lies.
        .env("RUSTC_WRAPPER", repo::root().join("script/rustc-reproducible"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", contract.settings.opt_level.to_string())
        .env("CARGO_TARGET_DIR", &target_dir);
    process::run(&mut cargo).with_context(|| format!("compiling {}", contract.name))?;
    let file = format!("{}.wasm", contract.name.replace('-', "_"));
    let path = target_dir.join(TARGET).join("release").join(file);
    std::fs::read(&path).with_context(|| path.display().to_string())
}

/// A folder of its own: the flags differ from those of every other build of these crates.
fn target_dir() -> PathBuf {
    let base = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    base.unwrap_or_else(|| repo::root().join("target")).join("wasm")
}
