//! The clients that people use: alloy, cast, viem and web3.py, each driving a node from deployment on.
//!
//! A client that is not installed is skipped, unless the environment says `CLIENTS=required`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use alloy_network::TransactionBuilder;
use alloy_primitives::{Address, B256, Bytes, U256, address};
use alloy_provider::{Provider, ProviderBuilder};
use alloy_rpc_types_eth::{Filter, TransactionReceipt, TransactionRequest};
use alloy_signer_local::PrivateKeySigner;
use alloy_sol_types::{SolCall, SolError, sol};

use crate::support::node;
use crate::support::program::register_init_code;
use devnet_node::NodeHandle;

sol! {
    interface IArbWasm {
        function activateProgram(address program) external payable returns (uint16 version, uint256 dataFee);
        error Error(string message);
    }
}

const ARB_WASM: Address = address!("0000000000000000000000000000000000000071");

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

fn skipped(why: &str) {
    println!("SKIPPED: {why}");
    assert!(std::env::var_os("CLIENTS").is_none(), "a client is missing: {why}");
}

#[test]
fn alloy_drives_the_node() {
    let Stage { node, init_code, keys } = stage("alloy");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let code = std::fs::read_to_string(init_code).expect("init code").parse().expect("hex");
    runtime.expect("a runtime").block_on(alloy(&node.http_url(), code, &keys));
}

/// Deploys, activates, calls by another account, reads logs and storage, and sees a revert.
async fn alloy(url: &str, init_code: Bytes, keys: &[String; 2]) {
    let [owner, user] = keys.each_ref().map(|key| {
        let signer: PrivateKeySigner = key.parse().expect("a key");
        ProviderBuilder::new().wallet(signer).connect_http(url.parse().expect("a URL"))
    });
    assert_eq!(owner.get_chain_id().await.expect("a chain id"), 412_346);
    let deployment = TransactionRequest::default().with_deploy_code(init_code);
    let program = sent(&owner, deployment).await.contract_address.expect("an address");
    let activation = IArbWasm::activateProgramCall { program }.abi_encode();
    let fee = U256::from(1_000_000_000_000_000u64);
    let call = TransactionRequest::default().to(ARB_WASM).input(activation.into()).value(fee);
    sent(&owner, call).await;
    let word = B256::with_last_byte(7);
    let call = TransactionRequest::default().to(program);
    let receipt = sent(&user, call.clone().input(Bytes::from(word).into())).await;
    assert_eq!(receipt.inner.logs()[0].data().data[..], word[..]);
    assert_eq!(owner.call(call.clone()).await.expect("an answer")[..], word[..]);
    assert_eq!(owner.get_storage_at(program, U256::ZERO).await.expect("a slot"), U256::from(7));
    let filter = Filter::new().address(program).from_block(0);
    assert_eq!(owner.get_logs(&filter).await.expect("logs").len(), 1);
    let reason = IArbWasm::Error { message: "not today".into() }.abi_encode();
    let refusal = owner.call(call.input(reason.into())).await.expect_err("it reverts");
    assert!(refusal.to_string().contains("not today"), "{refusal}");
}

/// The receipt of a transaction that succeeds.
async fn sent(provider: &impl Provider, request: TransactionRequest) -> TransactionReceipt {
    let pending = provider.send_transaction(request).await.expect("it is accepted");
    let receipt = pending.get_receipt().await.expect("a receipt");
    assert!(receipt.status(), "{receipt:?}");
    receipt
}

#[test]
fn cast_drives_the_node_as_it_would_any() {
    let Some(cast) = node_module("@foundry-rs/cast-linux-amd64/bin/cast") else {
        return skipped("node_modules has no cast");
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
        return skipped("node_modules has no viem");
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
        return skipped("there is no python3");
    }
    let output = run(&mut command);
    if output.status.code() == Some(SKIPPED) {
        return skipped("Python has no module web3");
    }
    assert!(output.status.success());
}
