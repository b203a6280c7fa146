//! A node, and the plainest of clients: bytes over TCP, so that a test can send what no client would.

pub(crate) mod program;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use devnet::Chain;
use devnet_node::{Limits, Node, NodeHandle};
use serde_json::{Value, json};

/// A node on a fresh chain, on a free port.
pub(crate) fn node() -> NodeHandle {
    Node::new(Chain::default()).start().expect("a free port")
}

/// A node on a fresh chain with other limits.
pub(crate) fn node_with(limits: Limits) -> NodeHandle {
    Node::new(Chain::default()).limits(limits).start().expect("a free port")
}

/// The status and the body of the answer to these bytes.
pub(crate) fn exchange(address: SocketAddr, bytes: &[u8]) -> (u16, String) {
    let mut stream = connect(address);
    // The node may answer and close before it has read everything: what counts is the answer.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
    (status, body)
}

/// A connection that gives up after ten seconds.
pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("the node listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    stream
}

/// The bytes of a POST.
pub(crate) fn post_bytes(body: &[u8]) -> Vec<u8> {
    let mut bytes = format!(
        "POST / HTTP/1.1\r\nhost: node\r\ncontent-type: application/json\r\nconnection: close\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// The answer to a POST of these bytes, which must be JSON.
pub(crate) fn post(node: &NodeHandle, body: impl AsRef<[u8]>) -> Value {
    let (_, answer) = exchange(node.address(), &post_bytes(body.as_ref()));
    serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error} in {answer:?}"))
}

/// The result of a method, or its error object.
pub(crate) fn try_rpc(node: &NodeHandle, method: &str, params: Value) -> Result<Value, Value> {
    let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
    let mut answer = post(node, request.to_string());
    match answer.get_mut("error") {
        Some(error) => Err(error.take()),
        None => Ok(answer["result"].take()),
    }
}

/// The result of a method that must succeed.
pub(crate) fn rpc(node: &NodeHandle, method: &str, params: Value) -> Value {
    try_rpc(node, method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
}

/// The error code of a method that must fail.
pub(crate) fn rpc_error_code(node: &NodeHandle, method: &str, params: Value) -> i64 {
    match try_rpc(node, method, params.clone()) {
        Err(error) => error["code"].as_i64().expect("a code"),
        Ok(result) => panic!("{method}{params} succeeded with {result}"),
    }
}
