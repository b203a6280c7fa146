//! `ballast deploy` against a node on the loopback interface.
#![allow(missing_docs)]

use alloy_primitives::{Address, B256, U256};
use ballast_deployment::Addresses;
use ballast_sandbox::{Sandbox, coins, wad};
use devnet_node::{Node, NodeHandle};
use serde_json::{Value, json};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const BUILD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../build");
const PRICE: i128 = 2_000_000_000;

/// A folder of the test's own, with the compiled contracts in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    symlink(BUILD, folder.join("build")).expect("a link");
    folder
}

/// What is to be deployed: ether's market, over the sandbox's tokens and feeds.
fn config(sandbox: &Sandbox) -> Value {
    json!({
        "sequencer": { "feed": sandbox.sequencer, "grace": 3_600 },
        "keeperMinimum": "2",
        "assets": [
            { "asset": 0, "token": sandbox.at.quote, "decimals": 6, "cap": "1000000000000" },
            {
                "asset": 1, "token": sandbox.ether_token, "decimals": 18, "cap": "1000000000000000000000",
                "collateral": { "underlying": 1, "maintenanceHaircut": "0.1", "initialHaircut": "0.05" }
            }
        ],
        "markets": [{
            "underlying": 1, "feed": sandbox.aggregators[0], "heartbeat": 86_400,
            "minimum": "20", "maximum": "200000", "maxOpenInterest": 20_000
        }]
    })
}

/// A node on a chain with feeds and tokens, and the configuration that goes with them in a folder. The
/// sandbox's own programs have expired, so that the same code must be activated again.
fn world(name: &str) -> (Sandbox, NodeHandle, PathBuf) {
    let mut sandbox = Sandbox::new().expect("the sandbox is set up");
    sandbox.chain.advance(366 * 86_400);
    sandbox.set_price(1, 2_000_000_000).expect("a price");
    let node = Node::new(sandbox.chain.clone()).start().expect("a free port");
    let folder = folder(name);
    std::fs::write(folder.join("config.json"), config(&sandbox).to_string()).expect("written");
    (sandbox, node, folder)
}

/// Runs the program in a folder, with this key or none.
fn deploy(folder: &Path, url: &str, key: Option<B256>) -> Output {
    let mut ballast = Command::new(env!("CARGO_BIN_EXE_ballast"));
    ballast.current_dir(folder).env_remove("BALLAST_PRIVATE_KEY");
    if let Some(key) = key {
        ballast.env("BALLAST_PRIVATE_KEY", key.to_string());
    }
    let arguments = ["deploy", "--rpc-url", url, "--config", "config.json"];
    ballast.args(arguments).output().expect("the program runs")
}

/// The deployment fails, its words contain these, and no addresses are written.
#[track_caller]
fn assert_fails(folder: &Path, output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{said}");
    for word in words {
        assert!(said.contains(word), "{word:?} is not in: {said}");
    }
    assert!(!folder.join("deployments").exists());
}

/// A key that nobody has given ether.
fn poor() -> (Address, B256) {
    let key = B256::repeat_byte(0x5a);
    (devnet::Account::from_key(key).expect("a key").address(), key)
}

#[test]
fn deploy_to_a_node_writes_the_addresses_of_a_system_that_works() {
    let (mut sandbox, node, folder) = world("deploy-works");
    let deployer = sandbox.chain.accounts()[3].clone();
    let output = deploy(&folder, &node.http_url(), Some(deployer.private_key()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(folder.join("deployments/412346.json")).expect("a file");
    let at: Addresses = serde_json::from_str(&text).expect("addresses");
    assert_eq!((at.chain_id, at.owner, at.quote), (412_346, deployer.address(), sandbox.at.quote));
    sandbox.chain = node.chain().clone();
    assert_each_is_deployed(&sandbox, &at);
    sandbox.at = at;
    assert_trades(&mut sandbox);
}

#[test]
fn deploy_a_second_time_makes_a_system_of_its_own() {
    let (sandbox, node, folder) = world("deploy-twice");
    let deployer = sandbox.chain.accounts()[3].clone();
    let mut systems = [(); 2].map(|()| {
        let output = deploy(&folder, &node.http_url(), Some(deployer.private_key()));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = std::fs::read(folder.join("deployments/412346.json")).expect("a file");
        let said = String::from_utf8_lossy(&output.stdout).contains("vault is active");
        (said, serde_json::from_slice::<Addresses>(&text).expect("addresses"))
    });
    // The same code needs no second activation.
    assert_eq!((systems[0].0, systems[1].0), (false, true));
    assert_ne!(systems[0].1.vault, systems[1].1.vault);
    for (_, at) in &mut systems {
        let mut sandbox =
            Sandbox { at: at.clone(), chain: node.chain().clone(), ..sandbox.clone() };
        assert_trades(&mut sandbox);
    }
}

/// Every contract is a copy of the sandbox's own, at another address.
fn assert_each_is_deployed(sandbox: &Sandbox, at: &Addresses) {
    let listed = |at: &Addresses| {
        [
            at.oracle_adapter,
            at.margin_engine,
            at.clearing_house,
            at.vault,
            at.exchange,
            at.liquidation,
            at.lens,
        ]
    };
    for (ours, known) in listed(at).into_iter().zip(listed(&sandbox.at)) {
        assert_ne!(ours, known);
        assert_eq!(sandbox.chain.code(ours), sandbox.chain.code(known));
    }
    assert!(!sandbox.chain.code(at.parameters).is_empty());
}

/// Deposits of two people, a trade between them, and a withdrawal.
fn assert_trades(sandbox: &mut Sandbox) {
    let [alice, bob] = ["alice", "bob"].map(|name| sandbox.actor(name));
    for actor in [&alice, &bob] {
        sandbox.fund(actor, coins(1_000)).expect("funded");
        let deposit = sandbox.deposit(actor, actor.account(), coins(1_000)).expect("included");
        assert!(deposit.is_success(), "{}", deposit.reason());
    }
    let quote = sandbox.quote(&bob, 1, -1_000_000, PRICE, 1);
    let fill = sandbox.fill(&alice, &quote, 1_000_000).expect("included");
    assert!(fill.is_success(), "{}", fill.reason());
    assert_eq!(sandbox.position(alice.account(), 1).expect("a position").0, wad(1));
    let out = sandbox.withdraw(&bob, bob.account(), coins(500)).expect("included");
    assert!(out.is_success(), "{}", out.reason());
}

#[test]
fn deploy_without_a_key_names_the_variable() {
    let folder = folder("deploy-without-key");
    let output = deploy(&folder, "http://127.0.0.1:9", None);
    assert_fails(&folder, &output, &["no private key", "BALLAST_PRIVATE_KEY"]);
    let output = deploy(&folder, "http://127.0.0.1:9", Some(B256::ZERO));
    assert_fails(&folder, &output, &["the private key is out of range"]);
}

#[test]
fn deploy_to_where_no_node_listens_names_the_option() {
    let folder = folder("deploy-nowhere");
    let key = Some(poor().1);
    // Bound and dropped: nothing listens there.
    let free =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it");
    let output = deploy(&folder, &format!("http://{free}"), key);
    assert_fails(&folder, &output, &["--rpc-url", "cannot reach the chain", &free.to_string()]);
    let output = deploy(&folder, "nonsense", key);
    assert_fails(&folder, &output, &["--rpc-url", "cannot reach the chain"]);
}

#[test]
fn deploy_with_too_little_ether_names_the_deployer_and_the_amount() {
    let (_, node, folder) = world("deploy-poor");
    let (address, key) = poor();
    let output = deploy(&folder, &node.http_url(), Some(key));
    let named = address.to_string();
    assert_fails(&folder, &output, &["create oracle-adapter", &named, "has 0.0", "send it more"]);
    // Enough for the first contract, not for its activation.
    node.chain().deal(address, U256::from(600_000_000_000_000u64));
    let output = deploy(&folder, &node.http_url(), Some(key));
    assert_fails(&folder, &output, &["activate oracle-adapter", "send it more"]);
}

#[test]
fn deploy_over_what_is_no_contract_is_refused_before_anything_is_spent() {
    let (sandbox, node, folder) = world("deploy-no-token");
    let deployer = sandbox.chain.accounts()[3].clone();
    let mut wrong = config(&sandbox);
    wrong["assets"][1]["token"] = json!(Address::repeat_byte(7));
    std::fs::write(folder.join("config.json"), wrong.to_string()).expect("written");
    let output = deploy(&folder, &node.http_url(), Some(deployer.private_key()));
    let words = ["config.json", "token of asset 1", "no contract", "0x0707", "412346"];
    assert_fails(&folder, &output, &words);
    assert_eq!(node.chain().nonce(deployer.address()), 0);
}

#[test]
fn deploy_without_compiled_contracts_says_how_to_compile_them() {
    let (sandbox, node, folder) = world("deploy-no-build");
    std::fs::remove_file(folder.join("build")).expect("a link");
    let key = sandbox.chain.accounts()[3].private_key();
    let output = deploy(&folder, &node.http_url(), Some(key));
    assert_fails(&folder, &output, &["oracle-adapter.blob", "make wasm"]);
}

#[test]
fn deploy_of_a_broken_configuration_says_where_it_is_broken() {
    let (sandbox, node, folder) = world("deploy-broken");
    let key = sandbox.chain.accounts()[3].private_key();
    let mut wrong = config(&sandbox);
    wrong["markets"][0]["minimum"] = json!("twenty");
    std::fs::write(folder.join("config.json"), wrong.to_string()).expect("written");
    let output = deploy(&folder, &node.http_url(), Some(key));
    assert_fails(&folder, &output, &["minimum", "twenty"]);
    std::fs::remove_file(folder.join("config.json")).expect("removed");
    let output = deploy(&folder, &node.http_url(), Some(key));
    assert_fails(&folder, &output, &["cannot read config.json"]);
}
