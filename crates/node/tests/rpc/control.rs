//! Time, mining, snapshots, and accounts bent at will.

use crate::support::program::account;
use crate::support::{node, rpc, rpc_error_code, try_rpc};
use alloy_primitives::{Address, B256, U64, U256};
use devnet_node::NodeHandle;
use serde_json::{Value, json};

const SOMEBODY: Address = Address::repeat_byte(0x5B);

fn number(value: &Value) -> u64 {
    serde_json::from_value::<U64>(value.clone()).expect("a number").to()
}

fn height(node: &NodeHandle) -> u64 {
    number(&rpc(node, "eth_blockNumber", json!([])))
}

fn timestamp(node: &NodeHandle) -> u64 {
    number(&rpc(node, "eth_getBlockByNumber", json!(["latest", false]))["timestamp"])
}

#[test]
fn blocks_are_mined_by_each_familys_method() {
    let node = node();
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(height(&node), 1);
    rpc(&node, "anvil_mine", json!(["0x5", "0xa"]));
    assert_eq!(height(&node), 6);
    let before = timestamp(&node);
    rpc(&node, "hardhat_mine", json!([3, 100]));
    assert_eq!(height(&node), 9);
    assert!(timestamp(&node) >= before + 200);
    let at = timestamp(&node) + 1_000;
    rpc(&node, "evm_mine", json!([at]));
    assert_eq!(timestamp(&node), at);
    rpc(&node, "evm_mine", json!([{"blocks": 2, "timestamp": at + 50}]));
    assert_eq!((height(&node), timestamp(&node) >= at + 50), (12, true));
    assert_eq!(rpc_error_code(&node, "anvil_mine", json!(["0xffffffffffff"])), -32602);
    assert_eq!(rpc_error_code(&node, "evm_mine", json!([1])), -32602);
}

#[test]
fn time_moves_forward_only() {
    let node = node();
    let before = timestamp(&node);
    rpc(&node, "evm_increaseTime", json!([3_600]));
    rpc(&node, "evm_mine", json!([]));
    assert!(timestamp(&node) >= before + 3_600);
    let fixed = timestamp(&node) + 10_000;
    rpc(&node, "evm_setNextBlockTimestamp", json!([U64::from(fixed)]));
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(timestamp(&node), fixed);
    assert_eq!(rpc_error_code(&node, "evm_setNextBlockTimestamp", json!([before])), -32602);
    rpc(&node, "anvil_setBlockTimestampInterval", json!([7]));
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(timestamp(&node), fixed + 7);
    rpc(&node, "anvil_removeBlockTimestampInterval", json!([]));
    for method in
        ["evm_increaseTime", "evm_setNextBlockTimestamp", "anvil_setBlockTimestampInterval"]
    {
        for extreme in ["0xffffffffffffffff", "0x7fffffffffffffff", "0x3afff44180"] {
            assert_eq!(rpc_error_code(&node, method, json!([extreme])), -32602, "{method}");
        }
    }
    rpc(&node, "anvil_setTime", json!([fixed + 1_000_000]));
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(timestamp(&node), fixed + 1_000_000);
}

#[test]
fn snapshot_brings_everything_back_once() {
    let node = node();
    let snapshot = rpc(&node, "evm_snapshot", json!([]));
    let later = {
        rpc(&node, "anvil_setBalance", json!([SOMEBODY, "0x7b"]));
        rpc(&node, "evm_mine", json!([]));
        rpc(&node, "evm_snapshot", json!([]))
    };
    assert_eq!(rpc(&node, "evm_revert", json!([snapshot])), json!(true));
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY])), json!("0x0"));
    assert_eq!(height(&node), 0);
    assert_eq!(rpc(&node, "evm_revert", json!([snapshot])), json!(false));
    assert_eq!(rpc(&node, "evm_revert", json!([later])), json!(false));
}

#[test]
fn account_is_set_to_any_state() {
    let node = node();
    for family in ["anvil", "hardhat"] {
        let call = |method: &str, params: Value| rpc(&node, &format!("{family}_{method}"), params);
        call("setBalance", json!([SOMEBODY, "0x7b"]));
        call("setNonce", json!([SOMEBODY, "0x9"]));
        call("setCode", json!([SOMEBODY, "0x60015f5260205ff3"]));
        call("setStorageAt", json!([SOMEBODY, "0x1", B256::repeat_byte(4)]));
    }
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY])), json!("0x7b"));
    assert_eq!(rpc(&node, "eth_getTransactionCount", json!([SOMEBODY, "latest"])), json!("0x9"));
    assert_eq!(rpc(&node, "eth_call", json!([{"to": SOMEBODY}])), json!(B256::with_last_byte(1)));
    assert_eq!(
        rpc(&node, "eth_getStorageAt", json!([SOMEBODY, "0x1"])),
        json!(B256::repeat_byte(4))
    );
    let latest = U64::from(height(&node));
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY, latest])), json!("0x7b"));
    rpc(&node, "anvil_addBalance", json!([SOMEBODY, U256::MAX]));
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY])), json!(U256::MAX));
}

#[test]
fn account_without_key_sends_while_impersonated() {
    let node = node();
    let transfer = json!([{"from": SOMEBODY, "to": account(&node, 0), "value": "0x1"}]);
    rpc(&node, "anvil_setBalance", json!([SOMEBODY, "0xde0b6b3a7640000"]));
    assert_eq!(rpc_error_code(&node, "eth_sendTransaction", transfer.clone()), -32000);
    rpc(&node, "hardhat_impersonateAccount", json!([SOMEBODY]));
    let hash = rpc(&node, "eth_sendTransaction", transfer.clone());
    let sent = rpc(&node, "eth_getTransactionByHash", json!([hash]));
    assert_eq!(sent["from"], json!(SOMEBODY.to_string().to_lowercase()));
    assert_eq!(rpc(&node, "eth_getTransactionReceipt", json!([hash]))["status"], "0x1");
    rpc(&node, "hardhat_stopImpersonatingAccount", json!([SOMEBODY]));
    assert_eq!(rpc_error_code(&node, "eth_sendTransaction", transfer.clone()), -32000);
    rpc(&node, "anvil_autoImpersonateAccount", json!([true]));
    rpc(&node, "eth_sendTransaction", transfer);
}

#[test]
fn contract_sends_while_impersonated() {
    let node = node();
    rpc(&node, "anvil_setCode", json!([SOMEBODY, "0x00"]));
    rpc(&node, "anvil_setBalance", json!([SOMEBODY, "0xde0b6b3a7640000"]));
    rpc(&node, "anvil_impersonateAccount", json!([SOMEBODY]));
    let request = json!([{"from": SOMEBODY, "to": account(&node, 0), "value": "0x1"}]);
    let hash = rpc(&node, "eth_sendTransaction", request);
    let trace = json!([hash, {"tracer": "callTracer"}]);
    assert_eq!(rpc(&node, "debug_traceTransaction", trace)["value"], "0x1");
}

#[test]
fn transactions_wait_in_the_open_block_while_automine_is_off() {
    let node = node();
    let from = account(&node, 0);
    let transfer = json!([{"from": from, "to": SOMEBODY, "value": "0x1"}]);
    assert_eq!(rpc(&node, "anvil_getAutomine", json!([])), json!(true));
    rpc(&node, "evm_setAutomine", json!([false]));
    let hashes = [(); 3].map(|()| rpc(&node, "eth_sendTransaction", transfer.clone()));
    assert_eq!(height(&node), 0);
    assert_eq!(rpc(&node, "eth_getTransactionReceipt", json!([hashes[0]])), Value::Null);
    let waiting = rpc(&node, "eth_getTransactionByHash", json!([hashes[2]]));
    assert_eq!((&waiting["blockHash"], &waiting["nonce"]), (&Value::Null, &json!("0x2")));
    assert_eq!(rpc(&node, "eth_getTransactionCount", json!([from, "latest"])), json!("0x0"));
    assert_eq!(rpc(&node, "eth_getTransactionCount", json!([from, "pending"])), json!("0x3"));
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY, "pending"])), json!("0x3"));
    assert_eq!(rpc(&node, "eth_getBalance", json!([SOMEBODY, "latest"])), json!("0x0"));
    rpc(&node, "evm_mine", json!([]));
    let receipts = rpc(&node, "eth_getBlockReceipts", json!(["latest"]));
    assert_eq!(receipts.as_array().expect("receipts").len(), 3);
    assert_eq!(receipts[2]["transactionIndex"], "0x2");
}

#[test]
fn blocks_come_by_themselves_while_interval_mining_is_on() {
    let node = node();
    rpc(&node, "evm_setIntervalMining", json!([1]));
    let comes = (0..1_000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        height(&node) >= 2
    });
    assert!(comes, "blocks come");
    rpc(&node, "evm_setIntervalMining", json!([0]));
    let mined = height(&node);
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(height(&node), mined);
}

#[test]
fn node_tells_about_itself_and_changes_its_price() {
    let node = node();
    rpc(&node, "anvil_setNextBlockBaseFeePerGas", json!(["0x1"]));
    assert_eq!(rpc(&node, "eth_gasPrice", json!([])), json!("0x1"));
    let info = rpc(&node, "anvil_nodeInfo", json!([]));
    assert_eq!(info["environment"]["chainId"], 412_346);
    assert_eq!(rpc(&node, "hardhat_setLoggingEnabled", json!([true])), json!(true));
    assert!(try_rpc(&node, "anvil_reset", json!([])).is_err());
}
