//! The node inside another program.

use std::net::{Ipv4Addr, SocketAddr};

use crate::support::{node, rpc};
use devnet::Chain;
use devnet_node::{Node, StartError};
use serde_json::json;

#[test]
fn chain_is_shared_with_the_embedder() {
    let node = node();
    let somebody = node.chain().accounts()[5].address();
    node.chain().deal(somebody, devnet::ether(1));
    assert_eq!(rpc(&node, "eth_getBalance", json!([somebody])), json!("0xde0b6b3a7640000"));
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(node.shared_chain().lock().expect("a lock").height(), 1);
}

#[test]
fn banner_lists_the_accounts_with_keys_and_where_to_connect() {
    let node = node();
    let banner = node.banner();
    assert!(banner.contains("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"));
    assert!(banner.contains("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"));
    assert!(banner.contains(&node.http_url()) && banner.contains(&node.ws_url()));
    assert!(banner.contains("412346"));
}

#[test]
fn node_listens_on_the_loopback_interface_unless_told_otherwise() {
    let node = node();
    assert!(node.address().ip().is_loopback());
    assert_ne!(node.address().port(), 0);
    let other = Node::new(Chain::default()).address(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)));
    assert!(!other.start().expect("started").address().ip().is_loopback());
}

#[test]
fn port_that_is_taken_is_reported_and_one_given_back_is_not() {
    let node = node();
    let port = node.address().port();
    let second = Node::new(Chain::default()).port(port).start();
    assert!(matches!(second, Err(StartError::Listen { address, .. }) if address.port() == port));
    node.shutdown();
    Node::new(Chain::default()).port(port).start().expect("the port is free again");
}

#[tokio::test]
async fn node_starts_and_stops_inside_a_runtime() {
    let node = node();
    assert!(!node.http_url().is_empty());
    node.shutdown();
    drop(crate::support::node());
}
