//! Every method that reads: its shape, against the types that alloy's clients parse.

use crate::support::program::{
    ARB_WASM, STORED, account, activation, deploy, deploy_program, register_init_code, send,
};
use crate::support::{node, rpc, rpc_error_code, try_rpc};
use alloy_consensus::Transaction as _;
use alloy_consensus::transaction::SignerRecoverable;
use alloy_eips::BlockNumberOrTag;
use alloy_network_primitives::TransactionResponse;
use alloy_primitives::{Address, B256, Bytes, U64, U256, address, keccak256};
use alloy_rpc_types_eth::{Block, FeeHistory, Log, Transaction, TransactionReceipt};
use devnet_node::NodeHandle;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const WORD: B256 = B256::repeat_byte(7);

fn get<T: DeserializeOwned>(node: &NodeHandle, method: &str, params: Value) -> T {
    let result = rpc(node, method, params);
    serde_json::from_value(result.clone()).unwrap_or_else(|e| panic!("{method}: {e} in {result}"))
}

/// A node with an activated program that somebody else has written to.
fn node_with_call() -> (NodeHandle, Address, TransactionReceipt) {
    let node = node();
    let program = deploy_program(&node, register_init_code());
    let call = json!({"from": account(&node, 1), "to": program, "data": WORD});
    let receipt = send(&node, call);
    assert!(receipt.status());
    (node, program, receipt)
}

#[test]
fn program_is_deployed_activated_and_called_over_rpc_alone() {
    let node = node();
    let program = deploy(&node, register_init_code());
    let from = account(&node, 0);
    let inactive = try_rpc(&node, "eth_call", json!([{"to": program}])).expect_err("inactive");
    assert_eq!(inactive["code"], -32000);
    assert!(
        inactive["message"].as_str().expect("text").contains("ProgramNotActivated"),
        "{inactive}"
    );

    let underpaid =
        json!([{"from": from, "to": ARB_WASM, "data": activation(program), "value": "0x1"}]);
    let underpaid = try_rpc(&node, "eth_call", underpaid).expect_err("too little value");
    assert_eq!(underpaid["code"], 3);
    let selector = &keccak256("ProgramInsufficientValue(uint256,uint256)").to_string()[..10];
    assert!(underpaid["data"].as_str().expect("data").starts_with(selector), "{underpaid}");

    let program = deploy_program(&node, register_init_code());
    let receipt = send(&node, json!({"from": account(&node, 1), "to": program, "input": WORD}));
    assert!(receipt.status());
    assert_eq!(receipt.inner.logs()[0].topics(), [STORED]);
    assert_eq!(get::<B256>(&node, "eth_call", json!([{"to": program}, "latest"])), WORD);
    assert_eq!(get::<B256>(&node, "eth_getStorageAt", json!([program, "0x0", "latest"])), WORD);
    let code: Bytes = get(&node, "eth_getCode", json!([program, "latest"]));
    assert_eq!(code[..4], [0xEF, 0xF0, 0, 0]);
}

#[test]
fn identity_is_that_of_an_arbitrum_development_chain() {
    let node = node();
    assert_eq!(rpc(&node, "eth_chainId", json!([])), json!("0x64aba"));
    assert_eq!(rpc(&node, "net_version", json!([])), json!("412346"));
    assert_eq!(rpc(&node, "eth_syncing", json!([])), json!(false));
    assert_eq!(rpc(&node, "net_listening", json!([])), json!(true));
    assert_eq!(rpc(&node, "net_peerCount", json!([])), json!("0x0"));
    assert!(rpc(&node, "web3_clientVersion", json!([])).as_str().expect("text").contains("devnet"));
    let hash: B256 = get(&node, "web3_sha3", json!(["0x68656c6c6f"]));
    assert_eq!(hash, keccak256("hello"));
    assert_eq!(get::<Vec<Address>>(&node, "eth_accounts", json!([])).len(), 10);
    assert!(rpc(&node, "rpc_modules", json!([])).get("eth").is_some());
    assert_eq!(
        get::<Address>(&node, "eth_coinbase", json!([])),
        address!("A4b000000000000000000073657175656e636572")
    );
}

#[test]
fn block_has_the_same_content_by_number_and_hash_and_what_arbitrum_adds() {
    let (node, _, receipt) = node_with_call();
    let by_number: Block = get(&node, "eth_getBlockByNumber", json!(["latest", true]));
    let by_hash: Block = get(&node, "eth_getBlockByHash", json!([receipt.block_hash, true]));
    assert_eq!(by_number, by_hash);
    assert_eq!(by_number.header.hash, by_number.header.inner.hash_slow());
    let transaction = by_number.transactions.as_transactions().expect("full")[0].clone();
    assert_eq!(transaction.tx_hash(), receipt.transaction_hash);
    let hashes: Block = get(&node, "eth_getBlockByNumber", json!(["latest", false]));
    assert_eq!(hashes.transactions.as_hashes().expect("hashes"), [receipt.transaction_hash]);
    let raw = rpc(&node, "eth_getBlockByNumber", json!(["latest", false]));
    assert!(raw["l1BlockNumber"].as_str().expect("a number").starts_with("0x"));
    assert_eq!(raw["uncles"], json!([]));
    assert_eq!(rpc(&node, "eth_getBlockByNumber", json!(["0xffff", false])), Value::Null);
    assert_eq!(rpc(&node, "eth_getBlockByHash", json!([B256::ZERO, false])), Value::Null);
}

#[test]
fn block_by_each_tag_is_found() {
    let (node, ..) = node_with_call();
    let height: U64 = get(&node, "eth_blockNumber", json!([]));
    for tag in [BlockNumberOrTag::Latest, BlockNumberOrTag::Safe, BlockNumberOrTag::Finalized] {
        let block: Block = get(&node, "eth_getBlockByNumber", json!([tag, false]));
        assert_eq!(U64::from(block.header.number), height);
    }
    let first: Block = get(&node, "eth_getBlockByNumber", json!(["earliest", false]));
    assert_eq!(first.header.number, 0);
    let count: U64 = get(&node, "eth_getBlockTransactionCountByNumber", json!(["latest"]));
    assert_eq!(count, U64::from(1));
    let hash = first.header.hash;
    let count: U64 = get(&node, "eth_getBlockTransactionCountByHash", json!([hash]));
    assert_eq!(count, U64::ZERO);
    assert_eq!(rpc(&node, "eth_getUncleCountByBlockNumber", json!(["latest"])), json!("0x0"));
    assert_eq!(
        rpc(&node, "eth_getUncleByBlockNumberAndIndex", json!(["latest", "0x0"])),
        Value::Null
    );
}

#[test]
fn transaction_is_the_same_by_hash_and_by_place() {
    let (node, program, receipt) = node_with_call();
    let by_hash: Transaction =
        get(&node, "eth_getTransactionByHash", json!([receipt.transaction_hash]));
    assert_eq!((by_hash.from(), by_hash.to()), (account(&node, 1), Some(program)));
    assert_eq!(by_hash.inner.input(), &Bytes::from(WORD));
    assert_eq!(by_hash.inner.recover_signer().expect("a signature"), account(&node, 1));
    let number = U64::from(receipt.block_number.expect("mined"));
    for (method, block) in [
        ("eth_getTransactionByBlockNumberAndIndex", json!(number)),
        ("eth_getTransactionByBlockHashAndIndex", json!(receipt.block_hash)),
    ] {
        assert_eq!(get::<Transaction>(&node, method, json!([block, "0x0"])), by_hash);
        assert_eq!(rpc(&node, method, json!([block, "0x1"])), Value::Null);
    }
    let raw: Bytes = get(&node, "eth_getRawTransactionByHash", json!([receipt.transaction_hash]));
    assert_eq!(keccak256(&raw), receipt.transaction_hash);
    assert_eq!(rpc(&node, "eth_getTransactionByHash", json!([B256::ZERO])), Value::Null);
    assert_eq!(rpc(&node, "eth_getTransactionReceipt", json!([B256::ZERO])), Value::Null);
}

#[test]
fn receipt_has_its_logs_and_what_arbitrum_adds() {
    let (node, program, receipt) = node_with_call();
    let log = &receipt.inner.logs()[0];
    assert_eq!((log.address(), log.log_index, log.transaction_index), (program, Some(0), Some(0)));
    assert_eq!(log.block_hash, receipt.block_hash);
    assert!(receipt.inner.logs_bloom().contains_raw_log(program, log.topics()));
    let raw = rpc(&node, "eth_getTransactionReceipt", json!([receipt.transaction_hash]));
    assert_eq!(raw["gasUsedForL1"], json!("0x0"));
    assert_eq!(raw["type"], json!("0x2"));
    assert!(raw["contractAddress"].is_null());
    let block: Vec<TransactionReceipt> = get(&node, "eth_getBlockReceipts", json!(["latest"]));
    assert_eq!(block, [receipt]);
    assert_eq!(rpc(&node, "eth_getBlockReceipts", json!(["0xffff"])), Value::Null);
}

#[test]
fn logs_are_found_by_address_topic_and_block() {
    let (node, program, receipt) = node_with_call();
    let found = |filter: Value| get::<Vec<Log>>(&node, "eth_getLogs", json!([filter])).len();
    assert_eq!(found(json!({"fromBlock": "0x0", "address": program})), 1);
    assert_eq!(found(json!({"fromBlock": "0x0", "address": [program, ARB_WASM]})), 2);
    assert_eq!(found(json!({"fromBlock": "0x0", "topics": [STORED]})), 1);
    assert_eq!(found(json!({"fromBlock": "0x0", "topics": [[STORED, WORD]]})), 1);
    assert_eq!(found(json!({"fromBlock": "0x0", "topics": [STORED, null]})), 1);
    assert_eq!(found(json!({"fromBlock": "0x0", "topics": [WORD]})), 0);
    assert_eq!(found(json!({"blockHash": receipt.block_hash})), 1);
    assert_eq!(found(json!({})), 1, "the latest block, if nothing is said");
    assert_eq!(found(json!({"fromBlock": "0x0", "toBlock": "0x1"})), 0);
    assert_eq!(found(json!({"fromBlock": "0xfff", "toBlock": "0xffff"})), 0);
    assert_eq!(
        rpc_error_code(&node, "eth_getLogs", json!([{"fromBlock": "0x2", "toBlock": "0x1"}])),
        -32602
    );
    assert_eq!(rpc_error_code(&node, "eth_getLogs", json!([{"blockHash": B256::ZERO}])), -32000);
    let both = json!([{"blockHash": receipt.block_hash, "fromBlock": "0x0"}]);
    assert_eq!(rpc_error_code(&node, "eth_getLogs", both), -32602);
}

#[test]
fn account_is_read_now_and_in_the_past() {
    let (node, _, receipt) = node_with_call();
    let (sender, first) = (account(&node, 1), "0x0");
    let before: U256 = get(&node, "eth_getBalance", json!([sender, first]));
    let after: U256 = get(&node, "eth_getBalance", json!([sender]));
    let paid = U256::from(receipt.gas_used) * U256::from(receipt.effective_gas_price);
    assert_eq!(before - after, paid);
    for (block, nonce) in [(json!("latest"), 1), (json!("pending"), 1), (json!(first), 0)] {
        let found: U64 = get(&node, "eth_getTransactionCount", json!([sender, block]));
        assert_eq!(found, U64::from(nonce), "{block}");
    }
    let by_hash = json!([sender, {"blockHash": receipt.block_hash}]);
    assert_eq!(get::<U256>(&node, "eth_getBalance", by_hash), after);
    assert_eq!(rpc_error_code(&node, "eth_getBalance", json!([sender, "0xffff"])), -32000);
    assert_eq!(rpc(&node, "eth_getCode", json!([sender, "latest"])), json!("0x"));
}

#[test]
fn fees_are_the_base_fee_and_nothing_more() {
    let (node, ..) = node_with_call();
    let base_fee = json!("0x5f5e100");
    assert_eq!(rpc(&node, "eth_gasPrice", json!([])), base_fee);
    assert_eq!(rpc(&node, "eth_maxPriorityFeePerGas", json!([])), json!("0x0"));
    let history: FeeHistory = get(&node, "eth_feeHistory", json!(["0x2", "latest", [10.0, 50.0]]));
    assert_eq!(history.base_fee_per_gas, vec![100_000_000; 3]);
    assert_eq!(history.gas_used_ratio.len(), 2);
    assert_eq!(history.reward, Some(vec![vec![0, 0]; 2]));
    let huge: FeeHistory =
        get(&node, "eth_feeHistory", json!(["0xffffffffffffffff", "latest", []]));
    assert_eq!(huge.oldest_block, 0);
    for percentiles in [json!([50, 10]), json!([101]), json!([-1]), json!(vec![1; 101])] {
        assert_eq!(
            rpc_error_code(&node, "eth_feeHistory", json!(["0x1", "latest", percentiles])),
            -32602
        );
    }
}

#[test]
fn call_that_reverts_carries_its_data_and_reason() {
    let (node, program, _) = node_with_call();
    let revert = |data: &str| {
        try_rpc(&node, "eth_call", json!([{"to": program, "data": data}, "latest"]))
            .expect_err("reverts")
    };
    let reason = "0x08c379a00000000000000000000000000000000000000000000000000000000000000020\
                  00000000000000000000000000000000000000000000000000000000000000096e6f7420746f646179\
                  0000000000000000000000000000000000000000000000";
    assert_eq!(
        revert(reason),
        json!({"code": 3, "message": "execution reverted: not today", "data": reason})
    );
    let panic = "0x4e487b710000000000000000000000000000000000000000000000000000000000000011";
    assert_eq!(revert(panic)["message"], "execution reverted: arithmetic underflow or overflow");
    let custom = "0x27f38212";
    assert_eq!(revert(custom), json!({"code": 3, "message": "execution reverted", "data": custom}));
    let estimate = try_rpc(&node, "eth_estimateGas", json!([{"to": program, "data": custom}]));
    assert_eq!(estimate.expect_err("reverts"), revert(custom));
}

#[test]
fn call_sees_its_sender_value_block_and_overrides() {
    let (node, program, _) = node_with_call();
    // CALLER, CALLVALUE and TIMESTAMP, returned as three words.
    let code = "0x33600052346020524260405260606000f3";
    let echo = Address::repeat_byte(0xEC);
    let sender = Address::repeat_byte(0x5E);
    let call = json!([
        {"from": sender, "to": echo, "value": "0x5"}, "latest",
        {echo.to_string(): {"code": code}, sender.to_string(): {"balance": "0x5"}},
        {"time": "0x77777777"},
    ]);
    let words: Bytes = get(&node, "eth_call", call);
    assert_eq!(words[..32], *sender.into_word());
    assert_eq!(words[63], 5);
    assert_eq!(words[92..96], [0x77; 4]);

    let slot = B256::ZERO;
    let other = B256::repeat_byte(9);
    for kind in ["state", "stateDiff"] {
        let call = json!([{"to": program}, "latest", {program.to_string(): {kind: {slot.to_string(): other}}}]);
        assert_eq!(get::<B256>(&node, "eth_call", call), other);
    }
    let poor = json!([{"from": sender, "to": echo, "value": "0x5"}]);
    let error = try_rpc(&node, "eth_call", poor).expect_err("no money");
    assert!(error["message"].as_str().expect("text").contains("insufficient funds"), "{error}");
    let both =
        json!([{"to": program}, "latest", {program.to_string(): {"state": {}, "stateDiff": {}}}]);
    assert_eq!(rpc_error_code(&node, "eth_call", both), -32602);
}

#[test]
fn call_in_the_past_sees_the_past() {
    let (node, program, receipt) = node_with_call();
    let before = U64::from(receipt.block_number.expect("mined") - 1);
    assert_eq!(get::<B256>(&node, "eth_call", json!([{"to": program}, before])), B256::ZERO);
    let by_hash = json!([{"to": program}, {"blockHash": receipt.block_hash}]);
    assert_eq!(get::<B256>(&node, "eth_call", by_hash), WORD);
    assert_eq!(rpc_error_code(&node, "eth_call", json!([{"to": program}, "0xffff"])), -32000);
}

#[test]
fn estimate_is_enough_and_one_less_is_not() {
    let (node, program, _) = node_with_call();
    let from = account(&node, 2);
    let call = |gas: Option<U64>| json!({"from": from, "to": program, "data": B256::repeat_byte(3), "gas": gas});
    let gas: U64 = get(&node, "eth_estimateGas", json!([call(None)]));
    assert!(rpc(&node, "eth_call", json!([call(Some(gas))])).is_string());
    let less = try_rpc(&node, "eth_call", json!([call(Some(gas - U64::from(1)))]))
        .expect_err("too little");
    assert!(less["message"].as_str().expect("text").contains("gas"), "{less}");
}

#[test]
fn method_known_elsewhere_is_refused_with_its_reason() {
    let node = node();
    for method in ["eth_getProof", "eth_createAccessList", "eth_signTypedData_v4", "anvil_reset"] {
        let error = try_rpc(&node, method, json!([])).expect_err("refused");
        assert_eq!(error["code"], -32601);
        assert!(error["message"].as_str().expect("text").contains("not supported"), "{error}");
    }
}
