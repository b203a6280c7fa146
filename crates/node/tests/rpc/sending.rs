//! Transactions: every type that a node takes, clear refusals of the rest.

use crate::support::program::account;
use crate::support::{node, rpc, rpc_error_code, try_rpc};
use alloy_consensus::{
    SignableTransaction, TxEip1559, TxEip2930, TxEip4844, TxEip7702, TxEnvelope, TxLegacy,
};
use alloy_eips::eip7702::Authorization;
use alloy_eips::{Encodable2718, eip2930::AccessList};
use alloy_primitives::{Address, B256, Bytes, Signature, TxKind, U64, U256, eip191_hash_message};
use alloy_rpc_types_eth::TransactionReceipt;
use devnet::Account;
use devnet_node::NodeHandle;
use serde_json::{Value, json};

const CHAIN_ID: u64 = 412_346;
const PRICE: u128 = 200_000_000;
const TO: Address = Address::repeat_byte(0x77);

/// The first funded account, whose key everybody knows.
fn funded() -> Account {
    devnet::Chain::default().accounts()[0].clone()
}

fn signed<T: SignableTransaction<Signature>>(transaction: T) -> Bytes
where
    TxEnvelope: From<alloy_consensus::Signed<T>>,
{
    let signature = funded().sign_hash(transaction.signature_hash()).expect("a signature");
    TxEnvelope::from(transaction.into_signed(signature)).encoded_2718().into()
}

fn send_raw(node: &NodeHandle, raw: &Bytes) -> Result<TransactionReceipt, Value> {
    let hash = try_rpc(node, "eth_sendRawTransaction", json!([raw]))?;
    Ok(serde_json::from_value(rpc(node, "eth_getTransactionReceipt", json!([hash])))
        .expect("a receipt"))
}

fn transfer(nonce: u64) -> TxEip1559 {
    TxEip1559 {
        chain_id: CHAIN_ID,
        nonce,
        gas_limit: 30_000,
        max_fee_per_gas: PRICE,
        to: TxKind::Call(TO),
        value: U256::from(1),
        ..Default::default()
    }
}

fn message(error: &Value) -> &str {
    error["message"].as_str().expect("a text")
}

#[test]
fn transaction_of_every_type_is_taken_and_reported_as_its_type() {
    let node = node();
    let legacy = TxLegacy {
        chain_id: Some(CHAIN_ID),
        nonce: 0,
        gas_price: PRICE,
        gas_limit: 30_000,
        to: TO.into(),
        value: U256::from(1),
        input: Bytes::new(),
    };
    let ancient = TxLegacy { chain_id: None, nonce: 1, ..legacy.clone() };
    let listed = TxEip2930 {
        chain_id: CHAIN_ID,
        nonce: 2,
        gas_price: PRICE,
        gas_limit: 30_000,
        to: TO.into(),
        value: U256::from(1),
        access_list: AccessList::default(),
        input: Bytes::new(),
    };
    let delegation = Authorization { chain_id: U256::from(CHAIN_ID), address: TO, nonce: 5 };
    let signature = funded().sign_hash(delegation.signature_hash()).expect("a signature");
    let delegating = TxEip7702 {
        chain_id: CHAIN_ID,
        nonce: 4,
        gas_limit: 100_000,
        max_fee_per_gas: PRICE,
        max_priority_fee_per_gas: 0,
        to: TO,
        value: U256::from(1),
        access_list: AccessList::default(),
        authorization_list: vec![delegation.into_signed(signature)],
        input: Bytes::new(),
    };
    let sent = [
        (signed(legacy), 0),
        (signed(ancient), 0),
        (signed(listed), 1),
        (signed(transfer(3)), 2),
        (signed(delegating), 4),
    ];
    for (raw, kind) in sent {
        let receipt = send_raw(&node, &raw).expect("taken");
        assert!(receipt.status());
        assert_eq!(receipt.inner.tx_type() as u8, kind);
        let transaction = rpc(&node, "eth_getTransactionByHash", json!([receipt.transaction_hash]));
        assert_eq!(transaction["type"], json!(U64::from(kind)));
    }
    assert_eq!(rpc(&node, "eth_getBalance", json!([TO])), json!("0x5"));
    let code: Bytes =
        serde_json::from_value(rpc(&node, "eth_getCode", json!([funded().address()])))
            .expect("code");
    assert_eq!(code[..3], [0xEF, 1, 0]);
}

#[test]
fn transaction_with_blobs_is_refused() {
    let node = node();
    let blobs = TxEip4844 {
        chain_id: CHAIN_ID,
        gas_limit: 30_000,
        max_fee_per_gas: PRICE,
        to: TO,
        blob_versioned_hashes: vec![B256::with_last_byte(1)],
        max_fee_per_blob_gas: 1,
        ..Default::default()
    };
    let error = send_raw(&node, &signed(blobs)).expect_err("refused");
    assert!(message(&error).contains("transaction type not supported"), "{error}");
    let request =
        json!([{"from": account(&node, 0), "to": TO, "blobVersionedHashes": [B256::ZERO]}]);
    let error = try_rpc(&node, "eth_sendTransaction", request).expect_err("refused");
    assert!(message(&error).contains("transaction type not supported"), "{error}");
}

#[test]
fn transaction_that_cannot_be_included_is_refused_in_the_words_of_other_nodes() {
    let node = node();
    let raw = signed(transfer(0));
    send_raw(&node, &raw).expect("taken");
    let cases = [
        (raw, "nonce too low"),
        (signed(transfer(99)), "nonce too high"),
        (signed(TxEip1559 { chain_id: 1, ..transfer(1) }), "chain id"),
        (
            signed(TxEip1559 { max_fee_per_gas: 1, ..transfer(1) }),
            "max fee per gas less than block base fee",
        ),
        (signed(TxEip1559 { gas_limit: 20_999, ..transfer(1) }), "intrinsic gas too low"),
        (signed(TxEip1559 { value: U256::MAX, ..transfer(1) }), ""),
        (
            signed(TxEip1559 { value: U256::from(10).pow(U256::from(30)), ..transfer(1) }),
            "insufficient funds",
        ),
    ];
    for (raw, words) in cases {
        let error = send_raw(&node, &raw).expect_err("refused");
        assert_eq!(error["code"], -32000, "{error}");
        assert!(message(&error).contains(words), "{error}");
    }
    let nonce = rpc(&node, "eth_getTransactionCount", json!([funded().address(), "latest"]));
    assert_eq!(nonce, json!("0x1"));
}

#[test]
fn transactions_out_of_order_wait_for_those_before_them() {
    let node = node();
    let raw = [2, 1, 3, 0].map(|nonce| signed(transfer(nonce)));
    let hashes = raw.map(|raw| rpc(&node, "eth_sendRawTransaction", json!([raw])));
    let late = rpc(&node, "eth_sendRawTransaction", json!([signed(transfer(7))]));
    let receipts = hashes.map(|hash| rpc(&node, "eth_getTransactionReceipt", json!([hash])));
    assert_eq!(
        receipts.map(|receipt| receipt["blockNumber"].clone()),
        ["0x3", "0x2", "0x4", "0x1"]
    );
    assert_eq!(rpc(&node, "eth_getTransactionReceipt", json!([late])), Value::Null);
    assert_eq!(rpc(&node, "eth_getTransactionByHash", json!([late]))["nonce"], "0x7");
    let replacing = TxEip1559 { gas_limit: 40_000, ..transfer(7) };
    assert!(
        message(&send_raw(&node, &signed(replacing)).expect_err("refused"))
            .contains("nonce too high")
    );
}

#[test]
fn bytes_that_are_no_transaction_are_refused() {
    let node = node();
    let mut forged = signed(transfer(0)).to_vec();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    let trailing = [signed(transfer(0)).to_vec(), vec![0]].concat();
    let long = vec![2; 200_000];
    for bytes in [vec![], vec![0], vec![2], vec![0xC0], vec![0xFF; 64], trailing, long] {
        let params = json!([Bytes::from(bytes)]);
        assert!([-32000, -32003].contains(&rpc_error_code(
            &node,
            "eth_sendRawTransaction",
            params
        )));
    }
    // A forged signature is somebody else's, who has no money, or nobody's.
    assert!(send_raw(&node, &forged.into()).is_err());
    assert_eq!(rpc(&node, "eth_blockNumber", json!([])), json!("0x0"));
}

#[test]
fn transaction_that_reverts_is_included_with_status_zero() {
    let node = node();
    let init_code = "0x60006000fd";
    let from = account(&node, 0);
    let request = json!([{"from": from, "data": init_code, "gas": "0x186a0"}]);
    let hash = rpc(&node, "eth_sendTransaction", request);
    let receipt = rpc(&node, "eth_getTransactionReceipt", json!([hash]));
    assert_eq!(receipt["status"], "0x0");
    let unestimated = json!([{"from": from, "data": init_code}]);
    assert_eq!(rpc_error_code(&node, "eth_sendTransaction", unestimated), 3);
}

#[test]
fn request_of_an_unknown_account_or_contradicting_fields_is_refused() {
    let node = node();
    let from = account(&node, 0);
    let cases = [
        json!({"to": TO}),
        json!({"from": Address::repeat_byte(1), "to": TO}),
        json!({"from": from, "to": TO, "chainId": "0x1"}),
        json!({"from": from, "to": TO, "gasPrice": "0x1", "maxFeePerGas": "0x1"}),
        json!({"from": from, "to": TO, "data": "0x01", "input": "0x02"}),
        json!({"from": from, "to": TO, "nonce": "0x5"}),
    ];
    for request in cases {
        let error = try_rpc(&node, "eth_sendTransaction", json!([request])).expect_err("refused");
        assert!([-32000, -32602].contains(&error["code"].as_i64().expect("a code")), "{error}");
    }
}

#[test]
fn request_with_a_gas_price_is_a_legacy_transaction() {
    let node = node();
    let request =
        json!([{"from": account(&node, 3), "to": TO, "gasPrice": "0xbebc200", "value": "0x1"}]);
    let hash = rpc(&node, "eth_sendTransaction", request);
    let transaction = rpc(&node, "eth_getTransactionByHash", json!([hash]));
    assert_eq!(transaction["type"], "0x0");
    let receipt = rpc(&node, "eth_getTransactionReceipt", json!([hash]));
    assert_eq!(receipt["effectiveGasPrice"], "0x5f5e100", "the base fee, whatever is offered");
}

#[test]
fn message_is_signed_by_a_funded_account_only() {
    let node = node();
    let signer = account(&node, 0);
    let message = Bytes::from_static(b"hello");
    let by_eth = rpc(&node, "eth_sign", json!([signer, message]));
    assert_eq!(by_eth, rpc(&node, "personal_sign", json!([message, signer])));
    let signature: Bytes = serde_json::from_value(by_eth).expect("bytes");
    let signature = Signature::from_raw(&signature).expect("a signature");
    let recovered = signature.recover_address_from_prehash(&eip191_hash_message(&message));
    assert_eq!(recovered.expect("recovers"), signer);
    assert_eq!(rpc_error_code(&node, "eth_sign", json!([TO, message])), -32000);
}
