//! WebSockets: requests, subscriptions, and clients that misbehave.

use std::net::TcpStream;
use std::time::Duration;

use crate::support::program::{STORED, account, deploy_program, register_init_code, send};
use crate::support::{connect, exchange, node, node_with, rpc};
use alloy_primitives::B256;
use alloy_rpc_types_eth::{Header, Log};
use devnet_node::{Limits, NodeHandle};
use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Error, Message, WebSocket};

type Socket = WebSocket<MaybeTlsStream<TcpStream>>;

fn open(node: &NodeHandle) -> Socket {
    let (socket, _) = tungstenite::connect(node.ws_url()).expect("an upgrade");
    if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    }
    socket
}

/// The next message that is JSON.
fn next(socket: &mut Socket) -> Value {
    loop {
        match socket.read().expect("a message") {
            Message::Text(text) => return serde_json::from_str(&text).expect("JSON"),
            Message::Close(frame) => panic!("closed: {frame:?}"),
            _ => {}
        }
    }
}

fn ask(socket: &mut Socket, method: &str, params: Value) -> Value {
    let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
    socket.send(Message::text(request.to_string())).expect("sent");
    next(socket)
}

fn subscribe(socket: &mut Socket, params: Value) -> Value {
    ask(socket, "eth_subscribe", params)["result"].clone()
}

/// Whether the node ends the connection, within ten seconds.
fn is_closed_by_node(socket: &mut Socket) -> bool {
    loop {
        match socket.read() {
            Ok(Message::Close(_)) => return true,
            Ok(_) => {}
            Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => {
                return false;
            }
            Err(_) => return true,
        }
    }
}

#[test]
fn socket_answers_requests_and_batches_like_http() {
    let node = node();
    let mut socket = open(&node);
    assert_eq!(ask(&mut socket, "eth_chainId", json!([]))["result"], "0x64aba");
    assert_eq!(ask(&mut socket, "no_such", json!([]))["error"]["code"], -32601);
    socket
        .send(Message::text("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"net_version\"},3]"))
        .expect("sent");
    assert_eq!(next(&mut socket)[0]["result"], "412346");
    socket.send(Message::text("nonsense")).expect("sent");
    assert_eq!(next(&mut socket)["error"]["code"], -32700);
    socket
        .send(Message::binary(
            b"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"eth_chainId\"}".to_vec(),
        ))
        .expect("sent");
    assert_eq!(next(&mut socket)["id"], 7);
}

#[test]
fn subscriber_hears_of_each_block_once_and_in_order() {
    let node = node();
    let mut socket = open(&node);
    let id = subscribe(&mut socket, json!(["newHeads"]));
    rpc(&node, "anvil_mine", json!(["0x3"]));
    node.chain().mine();
    for number in 1..=4 {
        let news = next(&mut socket);
        assert_eq!(
            (&news["method"], &news["params"]["subscription"]),
            (&json!("eth_subscription"), &id)
        );
        let header: Header =
            serde_json::from_value(news["params"]["result"].clone()).expect("a header");
        assert_eq!(header.number, number);
        assert_eq!(header.hash, header.inner.hash_slow());
    }
    assert_eq!(ask(&mut socket, "eth_unsubscribe", json!([id]))["result"], true);
    assert_eq!(ask(&mut socket, "eth_unsubscribe", json!([id]))["result"], false);
    rpc(&node, "evm_mine", json!([]));
    assert_eq!(ask(&mut socket, "net_version", json!([]))["result"], "412346", "and no more news");
}

#[test]
fn subscriber_hears_of_the_logs_it_asked_for() {
    let node = node();
    let program = deploy_program(&node, register_init_code());
    let mut socket = open(&node);
    let wanted = subscribe(&mut socket, json!(["logs", {"address": program, "topics": [STORED]}]));
    subscribe(&mut socket, json!(["logs", {"address": account(&node, 0)}]));
    let hashes = subscribe(&mut socket, json!(["newPendingTransactions"]));
    let word = B256::repeat_byte(8);
    let receipt = send(&node, json!({"from": account(&node, 1), "to": program, "data": word}));
    let news = next(&mut socket);
    assert_eq!(news["params"]["subscription"], wanted);
    let log: Log = serde_json::from_value(news["params"]["result"].clone()).expect("a log");
    assert_eq!(log.inner.data.data[..], word[..]);
    assert_eq!((log.transaction_hash, log.log_index), (Some(receipt.transaction_hash), Some(0)));
    let news = next(&mut socket);
    assert_eq!(news["params"]["subscription"], hashes);
    assert_eq!(news["params"]["result"], json!(receipt.transaction_hash));
}

#[test]
fn subscriber_after_a_revert_hears_of_the_blocks_that_come_instead() {
    let node = node();
    let snapshot = rpc(&node, "evm_snapshot", json!([]));
    let mut socket = open(&node);
    subscribe(&mut socket, json!(["newHeads"]));
    rpc(&node, "anvil_mine", json!(["0x2"]));
    rpc(&node, "evm_revert", json!([snapshot]));
    rpc(&node, "evm_mine", json!([]));
    let numbers = [(); 3].map(|()| next(&mut socket)["params"]["result"]["number"].clone());
    assert_eq!(numbers, [json!("0x1"), json!("0x2"), json!("0x1")]);
}

#[test]
fn subscription_that_makes_no_sense_is_refused() {
    let node = node_with(Limits { max_subscriptions: 2, ..Limits::default() });
    let mut socket = open(&node);
    for params in [
        json!([]),
        json!(["everything"]),
        json!([7]),
        json!(["logs", {"address": 7}]),
        json!(["newPendingTransactions", true]),
    ] {
        assert_eq!(
            ask(&mut socket, "eth_subscribe", params.clone())["error"]["code"],
            -32602,
            "{params}"
        );
    }
    subscribe(&mut socket, json!(["newHeads"]));
    subscribe(&mut socket, json!(["logs"]));
    assert_eq!(ask(&mut socket, "eth_subscribe", json!(["newHeads"]))["error"]["code"], -32005);
    let over_http =
        crate::support::try_rpc(&node, "eth_subscribe", json!(["newHeads"])).expect_err("refused");
    assert_eq!(over_http["code"], -32601);
}

#[test]
fn subscriber_that_does_not_read_is_dropped_and_delays_nobody() {
    let node = node_with(Limits {
        max_lag: 8,
        write_timeout: Duration::from_millis(300),
        ..Limits::default()
    });
    let mut sockets: Vec<_> = (0..3).map(|_| open(&node)).collect();
    for socket in &mut sockets {
        subscribe(socket, json!(["newHeads"]));
    }
    for _ in 0..40 {
        rpc(&node, "anvil_mine", json!(["0x200"]));
    }
    for socket in &mut sockets {
        assert!(is_closed_by_node(socket));
    }
}

#[test]
fn socket_that_is_silent_is_pinged_and_then_closed() {
    let node = node_with(Limits { ping_interval: Duration::from_millis(100), ..Limits::default() });
    let mut alive = open(&node);
    let silent = open(&node);
    // Reading answers pings. By the tenth the silent one has missed more than it may.
    for _ in 0..10 {
        assert!(alive.read().expect("a ping").is_ping());
    }
    let mut silent = silent;
    assert!(is_closed_by_node(&mut silent));
    assert_eq!(ask(&mut alive, "net_version", json!([]))["result"], "412346");
}

#[test]
fn sockets_beyond_the_limit_are_refused_and_plain_requests_are_not() {
    let node = node_with(Limits { max_sockets: 2, ..Limits::default() });
    let sockets = [open(&node), open(&node)];
    match tungstenite::connect(node.ws_url()) {
        Err(Error::Http(response)) => assert_eq!(response.status(), 503),
        other => panic!("{other:?}"),
    }
    assert_eq!(rpc(&node, "net_version", json!([])), json!("412346"));
    drop(sockets);
    let comes_free = (0..500).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        tungstenite::connect(node.ws_url()).is_ok()
    });
    assert!(comes_free, "places come free again");
}

#[test]
fn message_beyond_the_limit_closes_the_socket() {
    let node = node_with(Limits { max_body_bytes: 1_000, ..Limits::default() });
    let mut socket = open(&node);
    let _ = socket.send(Message::text("x".repeat(2_000)));
    assert!(is_closed_by_node(&mut socket));
    assert_eq!(rpc(&node, "net_version", json!([])), json!("412346"));
}

#[test]
fn upgrade_that_is_broken_is_no_upgrade() {
    let node = node();
    let broken = b"GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n";
    connect(node.address());
    assert!(exchange(node.address(), &[&broken[..], b"\xff\xff\xff"].concat()).0 >= 200);
    assert_eq!(rpc(&node, "net_version", json!([])), json!("412346"));
}

#[test]
fn shutdown_says_goodbye_to_sockets() {
    let node = node();
    let mut socket = open(&node);
    subscribe(&mut socket, json!(["newHeads"]));
    node.shutdown();
    assert!(is_closed_by_node(&mut socket));
}
