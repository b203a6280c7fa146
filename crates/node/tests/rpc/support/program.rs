//! A program of its own, deployed and activated through nothing but the node.

use alloy_primitives::{Address, B256, Bytes, U256, address, b256, keccak256};
use alloy_rpc_types_eth::TransactionReceipt;
use devnet_node::NodeHandle;
use serde_json::{Value, json};

use super::rpc;

/// Where programs are activated.
pub(crate) const ARB_WASM: Address = address!("0000000000000000000000000000000000000071");

/// The first topic of the program's log, `Stored(bytes32)`.
pub(crate) const STORED: B256 =
    b256!("7e4295c947f81979a9d2366bc4f2edcfd2f59b4d21e7cff89868d3cd87393730");

/// Init code that returns the program of `programs/register.wat`.
pub(crate) fn register_init_code() -> Bytes {
    init_code(include_str!("../../programs/register.wat"))
}

/// Init code that returns the program of a module's text.
pub(crate) fn init_code(text: &str) -> Bytes {
    let wasm = wat::parse_str(text).expect("a module");
    stylus_program::format::init_code(&stylus_program::format::classic(&wasm), &[]).into()
}

/// The address of a funded account.
pub(crate) fn account(node: &NodeHandle, index: usize) -> Address {
    let accounts = rpc(node, "eth_accounts", json!([]));
    serde_json::from_value(accounts[index].clone()).expect("an address")
}

/// Sends from a funded account and returns the receipt.
pub(crate) fn send(node: &NodeHandle, transaction: Value) -> TransactionReceipt {
    let hash = rpc(node, "eth_sendTransaction", json!([transaction]));
    let receipt = rpc(node, "eth_getTransactionReceipt", json!([hash]));
    serde_json::from_value(receipt).expect("a receipt")
}

/// Deploys init code from the first account.
pub(crate) fn deploy(node: &NodeHandle, init_code: Bytes) -> Address {
    let receipt = send(node, json!({"from": account(node, 0), "data": init_code}));
    assert!(receipt.status());
    receipt.contract_address.expect("a contract")
}

/// The calldata of `activateProgram(program)`.
pub(crate) fn activation(program: Address) -> Bytes {
    let mut data = keccak256("activateProgram(address)")[..4].to_vec();
    data.extend_from_slice(program.into_word().as_slice());
    data.into()
}

/// Deploys and activates a program from the first account.
pub(crate) fn deploy_program(node: &NodeHandle, init_code: Bytes) -> Address {
    let program = deploy(node, init_code);
    let value = U256::from(1_000_000_000_000_000_u64);
    let activate = json!({
        "from": account(node, 0), "to": ARB_WASM, "data": activation(program), "value": value,
    });
    assert!(send(node, activate).status());
    program
}
