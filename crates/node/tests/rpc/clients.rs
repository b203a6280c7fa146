//! The clients that people use: cast, viem and web3.py, each driving a node from deployment to trace.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::node;
use crate::support::program::register_init_code;
use devnet_node::NodeHandle;

/// What a script answers if its library is not installed.
const SKIPPED: i32 = 77;

/// A node, the file with a program's init code, and the keys of two funded accounts.
struct Stage {
    node: NodeHandle,
    init_code: PathBuf,
    keys: [String; 2],
}

fn stage(name: &str) -> Stage {
    let node = node();
    let init_code = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.init.hex"));
    std::fs::write(&init_code, register_init_code().to_string()).expect("written");
    let keys = [0, 1].map(|index: usize| node.chain().accounts()[index].private_key().to_string());
    Stage { node, init_code, keys }
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients").join(name)
}

/// A file of the repository's node_modules, if its packages are installed.
fn node_module(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules").join(path);
    found.exists().then_some(found)
}

/// Runs a client to its end; what it printed is the failure's explanation.
fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    println!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

#[test]
fn cast_drives_the_node_as_it_would_any() {
    let Some(cast) = node_module("@foundry-rs/cast-linux-amd64/bin/cast") else {
        println!("SKIPPED: node_modules has no cast");
        return;
    };
    let Stage { node, init_code, keys } = stage("cast");
    let output = run(Command::new("sh")
        .arg(script("cast.sh"))
        .args([cast, node.http_url().into(), init_code])
        .args(keys));
    assert!(output.status.success());
}

#[test]
fn viem_drives_the_node_over_http_and_websocket() {
    if node_module("viem").is_none() {
        println!("SKIPPED: node_modules has no viem");
        return;
    }
    let Stage { node, init_code, keys } = stage("viem");
    let output = run(Command::new("node")
        .arg(script("smoke.mjs"))
        .args([node.http_url(), node.ws_url()])
        .arg(init_code)
        .args(keys));
    assert!(output.status.success());
}

#[test]
fn web3_py_drives_the_node() {
    let Stage { node, init_code, keys } = stage("web3");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(python);
    command.arg(script("smoke.py")).arg(node.http_url()).arg(init_code).args(keys);
    if command.get_program() == "python3" && Command::new("python3").arg("-V").output().is_err() {
        println!("SKIPPED: there is no python3");
        return;
    }
    let output = run(&mut command);
    assert!(output.status.success() || output.status.code() == Some(SKIPPED));
}
