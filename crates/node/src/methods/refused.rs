//! Methods that other nodes have and this one refuses, each with its reason.

use crate::wire::RpcError;

/// Why a known method is refused; `None` if the name means nothing.
pub(super) fn reason(name: &str) -> Option<RpcError> {
    let reason = match name {
        "eth_createAccessList" => "the devnet does not record what a call touches",
        "eth_getProof" => "the devnet's state is not a Merkle trie",
        "eth_subscribe" | "eth_unsubscribe" => {
            "subscriptions need a WebSocket, and a message of their own"
        }
        "eth_signTransaction"
        | "eth_signTypedData"
        | "eth_signTypedData_v3"
        | "eth_signTypedData_v4" => "sign outside the node, with the keys that it prints",
        "eth_sendRawTransactionSync" => "send, then ask for the receipt: it is there at once",
        "eth_simulateV1" => "call with state overrides, or take a snapshot and send",
        "debug_traceBlock" | "debug_traceBlockByHash" | "debug_traceBlockByNumber" => {
            "trace the block's transactions one by one"
        }
        "anvil_dropTransaction" | "hardhat_dropTransaction" | "anvil_dropAllTransactions" => {
            "transactions run when they are sent, into the open block"
        }
        "anvil_reset" | "hardhat_reset" => "take a snapshot at the start and revert to it",
        _ => return None,
    };
    Some(RpcError::unsupported(name, reason))
}
