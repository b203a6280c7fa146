//! Filters that are polled.

use crate::support::program::{account, deploy_program, register_init_code, send};
use crate::support::{node, node_with, rpc, rpc_error_code};
use alloy_primitives::B256;
use devnet_node::Limits;
use serde_json::{Value, json};

fn len(value: &Value) -> usize {
    value.as_array().unwrap_or_else(|| panic!("no array: {value}")).len()
}

#[test]
fn filter_of_logs_yields_each_log_once() {
    let node = node();
    let program = deploy_program(&node, register_init_code());
    let write = || {
        send(&node, json!({"from": account(&node, 1), "to": program, "data": B256::repeat_byte(1)}))
    };
    write();
    let filter = rpc(&node, "eth_newFilter", json!([{"address": program, "fromBlock": "0x0"}]));
    let other = rpc(&node, "eth_newFilter", json!([{"address": account(&node, 0)}]));
    assert_eq!(
        len(&rpc(&node, "eth_getFilterChanges", json!([filter]))),
        0,
        "only what comes after"
    );
    write();
    write();
    assert_eq!(len(&rpc(&node, "eth_getFilterChanges", json!([filter]))), 2);
    assert_eq!(len(&rpc(&node, "eth_getFilterChanges", json!([filter]))), 0);
    assert_eq!(len(&rpc(&node, "eth_getFilterLogs", json!([filter]))), 3, "all of its range");
    assert_eq!(len(&rpc(&node, "eth_getFilterChanges", json!([other]))), 0);
}

#[test]
fn filter_of_blocks_and_transactions_yields_hashes() {
    let node = node();
    let blocks = rpc(&node, "eth_newBlockFilter", json!([]));
    let transactions = rpc(&node, "eth_newPendingTransactionFilter", json!([]));
    let from = account(&node, 0);
    let hash = rpc(&node, "eth_sendTransaction", json!([{"from": from, "to": from}]));
    rpc(&node, "evm_mine", json!([]));
    let mined = rpc(&node, "eth_getFilterChanges", json!([blocks]));
    let latest = rpc(&node, "eth_getBlockByNumber", json!(["latest", false]));
    assert_eq!((len(&mined), &mined[1]), (2, &latest["hash"]));
    assert_eq!(rpc(&node, "eth_getFilterChanges", json!([transactions])), json!([hash]));
    assert_eq!(rpc_error_code(&node, "eth_getFilterLogs", json!([blocks])), -32602);
}

#[test]
fn filter_after_a_revert_yields_the_blocks_that_came_instead() {
    let node = node();
    let snapshot = rpc(&node, "evm_snapshot", json!([]));
    let blocks = rpc(&node, "eth_newBlockFilter", json!([]));
    rpc(&node, "anvil_mine", json!(["0x3"]));
    assert_eq!(len(&rpc(&node, "eth_getFilterChanges", json!([blocks]))), 3);
    rpc(&node, "evm_revert", json!([snapshot]));
    rpc(&node, "anvil_mine", json!(["0x2"]));
    assert_eq!(len(&rpc(&node, "eth_getFilterChanges", json!([blocks]))), 2);
}

#[test]
fn filter_that_is_gone_is_not_found() {
    let node = node_with(Limits { max_filters: 2, ..Limits::default() });
    let filter = rpc(&node, "eth_newBlockFilter", json!([]));
    assert_eq!(rpc(&node, "eth_uninstallFilter", json!([filter])), json!(true));
    assert_eq!(rpc(&node, "eth_uninstallFilter", json!([filter])), json!(false));
    assert_eq!(rpc_error_code(&node, "eth_getFilterChanges", json!([filter])), -32000);
    let filters = [(); 3].map(|()| rpc(&node, "eth_newBlockFilter", json!([])));
    assert_eq!(rpc_error_code(&node, "eth_getFilterChanges", json!([filters[0]])), -32000);
    rpc(&node, "eth_getFilterChanges", json!([filters[2]]));
}

#[test]
fn query_that_matches_too_much_is_refused_and_a_poll_divided() {
    let node = node_with(Limits { max_logs: 2, ..Limits::default() });
    let program = deploy_program(&node, register_init_code());
    let query = json!([{"address": program, "fromBlock": "0x0"}]);
    let filter = rpc(&node, "eth_newFilter", query.clone());
    let word = B256::repeat_byte(1);
    for expected in [1, 2] {
        send(&node, json!({"from": account(&node, 1), "to": program, "data": word}));
        assert_eq!(len(&rpc(&node, "eth_getLogs", query.clone())), expected);
    }
    send(&node, json!({"from": account(&node, 1), "to": program, "data": word}));
    assert_eq!(rpc_error_code(&node, "eth_getLogs", query), -32005);
    let changes = || len(&rpc(&node, "eth_getFilterChanges", json!([filter])));
    assert_eq!(
        [changes(), changes(), changes()],
        [2, 1, 0],
        "a poll goes on where the last one stopped"
    );
}
