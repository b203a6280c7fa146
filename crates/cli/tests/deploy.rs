//! `ballast deploy` against a node.

use alloy_primitives::{Address, U256};
use alloy_sol_types::SolCall;
use ballast_abi::{oracle::IOracleAdapter::spotCall, vault::IVault::assetCall};
use ballast_sandbox::Sandbox;
use devnet::Chain;
use devnet_node::{Node, NodeHandle};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder to run in: it has the programs, and the addresses go into it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    let build = folder.join("build");
    if !build.exists() {
        std::os::unix::fs::symlink(ballast_sandbox::programs(), build).expect("a link");
    }
    folder
}

fn deploy(folder: &Path, node: &NodeHandle, more: &[&str]) -> Output {
    let key = node.chain().accounts()[0].private_key();
    Command::new(env!("CARGO_BIN_EXE_ballast"))
        .args(["deploy", "--rpc-url", &node.http_url()])
        .args(more)
        .env("BALLAST_PRIVATE_KEY", key.to_string())
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

fn assert_succeeds(output: &Output) {
    let of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", of(&output.stdout), of(&output.stderr));
}

/// The addresses that a deployment left behind.
fn addresses(folder: &Path) -> ballast_deployment::Addresses {
    let path = folder.join("deployments/412346.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("addresses")
}

#[test]
fn deploy_without_a_file_wires_the_contracts_on_an_empty_chain() {
    let node = Node::new(Chain::default()).start().expect("a free port");
    let folder = folder("deploy-bare");
    assert_succeeds(&deploy(&folder, &node, &[]));
    let at = addresses(&folder);
    let chain = node.chain();
    let has_code = |at| !chain.code(at).is_empty();
    for contract in [at.oracle_adapter, at.margin_engine, at.clearing_house, at.vault, at.lens] {
        assert!(has_code(contract));
    }
    assert_eq!((at.quote, at.owner), (Address::ZERO, chain.accounts()[0].address()));
}

#[test]
fn deploy_with_a_file_opens_its_markets_beside_another_deployment() {
    let sandbox = Sandbox::new().expect("a sandbox");
    let (feeds, assets) = (sandbox.at.feeds.clone(), sandbox.at.assets.clone());
    let node = Node::new(sandbox.chain).start().expect("a free port");
    let folder = folder("deploy-markets");
    let file = folder.join("config.json");
    let text = format!(
        r#"{{"keeperMinimum": "2",
            "assets": [{{"asset": 0, "token": "{}", "decimals": 6, "cap": "1000000000000"}}],
            "markets": [{{"underlying": 1, "feed": "{}", "heartbeat": 86400, "minimum": "20",
                "maximum": "200000", "maxOpenInterest": 20000}}]}}"#,
        assets[&0], feeds[&1]
    );
    std::fs::write(&file, text).expect("a file");
    assert_succeeds(&deploy(&folder, &node, &["--config", &file.display().to_string()]));
    let at = addresses(&folder);
    assert_eq!((at.feeds[&1], at.quote), (feeds[&1], assets[&0]));
    let spot = read(&node, at.oracle_adapter, &spotCall { underlying: 1 });
    assert_eq!(spot.price, ballast_sandbox::wad(2_000));
    let asset = read(&node, at.vault, &assetCall { id: 0 });
    assert_eq!((asset.token, asset.custody), (at.quote, U256::ZERO));
}

fn read<C: SolCall>(node: &NodeHandle, to: Address, call: &C) -> C::Return {
    let outcome = node.chain().call(to, call.abi_encode()).expect("the call runs");
    C::abi_decode_returns(&outcome.output).expect("an answer")
}
