//! `cargo run -p codec [-- --check]`: writes, or compares, everything that follows from the interfaces.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use codec::output;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let mut check = false;
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--check" => check = true,
            "--root" => root = arguments.next().ok_or("--root needs a folder")?.into(),
            other => {
                return Err(format!(
                    "unknown argument {other}\nusage: codec [--check] [--root contracts]"
                ))
            }
        }
    }
    act(&root, check)
}

fn act(root: &Path, check: bool) -> Result<String, String> {
    let files = codec::generate(root)?;
    if check {
        output::compare(root, &files)
    } else {
        output::write(root, &files)
    }
}
