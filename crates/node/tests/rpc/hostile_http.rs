//! Malformed, oversized, slow and many: the node answers or closes, and goes on answering others.

use std::io::{Read, Write};
use std::time::Duration;

use crate::support::{connect, exchange, node, node_with, post, post_bytes, rpc, rpc_error_code};
use alloy_primitives::{B256, U256};
use devnet_node::Limits;
use serde_json::{Value, json};

/// Every test ends by this: the node still serves.
fn assert_alive(node: &devnet_node::NodeHandle) {
    assert_eq!(rpc(node, "eth_chainId", json!([])), json!("0x64aba"));
}

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("no error in {answer}"))
}

#[test]
fn body_that_is_not_json_is_a_parse_error() {
    let node = node();
    for body in ["", "{", "nonsense", "{\"jsonrpc\":\"2.0\",", "[1,2", "\u{0}", "{}{}", "]"] {
        assert_eq!(code(&post(&node, body)), -32700, "{body:?}");
    }
    assert_eq!(code(&post(&node, b"\xff\xfe{}")), -32700);
    assert_alive(&node);
}

#[test]
fn json_that_is_no_request_is_invalid() {
    let node = node();
    for body in [
        "1",
        "null",
        "\"eth_chainId\"",
        "[]",
        "{}",
        "true",
        r#"{"jsonrpc":"1.0","id":1,"method":"eth_chainId"}"#,
        r#"{"id":1,"method":"eth_chainId"}"#,
        r#"{"jsonrpc":"2.0","id":1}"#,
        r#"{"jsonrpc":"2.0","id":1,"method":7}"#,
        r#"{"jsonrpc":"2.0","id":[1],"method":"eth_chainId"}"#,
        r#"{"jsonrpc":"2.0","id":true,"method":"eth_chainId"}"#,
        r#"{"jsonrpc":"2.0","id":1,"id":2,"method":"eth_chainId"}"#,
    ] {
        assert_eq!(code(&post(&node, body)), -32600, "{body}");
    }
    assert_alive(&node);
}

#[test]
fn id_comes_back_exactly_as_it_was_sent() {
    let node = node();
    for id in ["0", "-1", "1.50", "\"a\\u0062\"", "null", "123456789012345678901234567890"] {
        let request = format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"eth_chainId"}}"#);
        let (_, answer) = exchange(node.address(), &post_bytes(request.as_bytes()));
        assert!(answer.contains(&format!("\"id\":{id},")), "{answer}");
    }
}

#[test]
fn params_of_wrong_shape_or_type_are_refused() {
    let node = node();
    for (method, params) in [
        ("eth_getBalance", json!([])),
        ("eth_getBalance", json!({"address": "0x00"})),
        ("eth_getBalance", json!("0x00")),
        ("eth_getBalance", json!(["0x1234"])),
        ("eth_getBalance", json!([7])),
        ("eth_getBalance", json!([[[[[[]]]]]])),
        ("eth_getBalance", json!(["0x0000000000000000000000000000000000000000", "newest"])),
        ("eth_getStorageAt", json!(["0x0000000000000000000000000000000000000000"])),
        ("eth_getBlockByNumber", json!(["latest", "yes"])),
        ("eth_call", json!([])),
        ("eth_call", json!([{"data": "0xzz"}])),
        ("eth_call", json!([{"data": "0x123"}])),
        ("eth_call", json!([{"value": "-1"}])),
        ("eth_call", json!([{"data": "0x01", "input": "0x02"}])),
        ("eth_sendRawTransaction", json!(["0x"])),
        ("eth_sendRawTransaction", json!(["0xzz"])),
        ("eth_getLogs", json!([{"topics": ["0x00"]}])),
        ("eth_getLogs", json!([{"topics": [[], [], [], [], []]}])),
        ("eth_feeHistory", json!(["many", "latest", []])),
        ("evm_revert", json!(["one"])),
        ("eth_getBalance", json!([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
    ] {
        let code = rpc_error_code(&node, method, params.clone());
        assert!([-32602, -32000].contains(&code), "{method}{params}: {code}");
    }
    assert_alive(&node);
}

#[test]
fn filter_that_lists_too_much_is_not_kept() {
    let node = node();
    let list = |length: u64| (0..length).map(|n| B256::from(U256::from(n))).collect::<Vec<_>>();
    for method in ["eth_getLogs", "eth_newFilter"] {
        rpc(&node, method, json!([{"topics": [list(1_000)]}]));
        assert_eq!(
            rpc_error_code(&node, method, json!([{"topics": [list(600), list(401)]}])),
            -32602
        );
    }
}

#[test]
fn method_that_is_unknown_is_refused_by_name() {
    let node = node();
    for method in ["", "eth_nothing", "ETH_CHAINID", "eth_subscribe", &"x".repeat(100_000)] {
        assert_eq!(rpc_error_code(&node, method, json!([])), -32601, "{:.20}", method);
    }
    assert_alive(&node);
}

#[test]
fn nesting_of_a_million_levels_is_answered() {
    let node = node();
    let deep = "[".repeat(1_000_000);
    assert_eq!(code(&post(&node, &deep)), -32700);
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let depth = 200_000;
        let params = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        for method in ["eth_call", "eth_getLogs", "debug_traceCall", "eth_getBalance"] {
            let request = format!(
                r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":[{params},"latest",{params}]}}"#
            );
            let code = code(&post(&node, request));
            assert!([-32600, -32602].contains(&code), "{method}: {code}");
        }
    }
    assert_alive(&node);
}

#[test]
fn body_beyond_the_limit_is_refused_without_being_read() {
    let node = node_with(Limits { max_body_bytes: 1_000, ..Limits::default() });
    let (status, _) = exchange(node.address(), &post_bytes(&vec![b' '; 1_001]));
    assert_eq!(status, 413);
    let endless = b"POST / HTTP/1.1\r\nhost: node\r\ncontent-length: 99999999999\r\n\r\n{";
    assert_eq!(exchange(node.address(), endless).0, 413);
    let mut chunked =
        b"POST / HTTP/1.1\r\nhost: node\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..20 {
        chunked.extend_from_slice(b"64\r\n");
        chunked.extend_from_slice(&[b' '; 100]);
        chunked.extend_from_slice(b"\r\n");
    }
    assert_eq!(exchange(node.address(), &chunked).0, 413);
    assert_alive(&node);
}

#[test]
fn batch_keeps_its_order_and_refuses_its_bad_elements_alone() {
    let node = node();
    let answer = post(
        &node,
        r#"[{"jsonrpc":"2.0","id":"a","method":"eth_chainId"},7,
            {"jsonrpc":"2.0","method":"eth_chainId"},
            {"jsonrpc":"2.0","id":"b","method":"no_such"},
            {"jsonrpc":"2.0","id":"c","method":"eth_blockNumber","params":[]}]"#,
    );
    let answers = answer.as_array().expect("an array");
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["result"], json!("0x64aba"));
    assert_eq!((code(&answers[1]), &answers[1]["id"]), (-32600, &Value::Null));
    assert_eq!((code(&answers[2]), &answers[2]["id"]), (-32601, &json!("b")));
    assert_eq!(answers[3]["id"], json!("c"));
}

#[test]
fn batch_beyond_its_limits_is_refused_or_cut_short() {
    let node =
        node_with(Limits { max_batch: 10, max_batch_response_bytes: 300, ..Limits::default() });
    let batch = |n| {
        let call = json!({"jsonrpc": "2.0", "id": 1, "method": "web3_clientVersion"});
        Value::Array(vec![call; n]).to_string()
    };
    assert_eq!(code(&post(&node, batch(11))), -32600);
    let answers = post(&node, batch(10));
    let answers = answers.as_array().expect("an array");
    assert_eq!(answers.len(), 10);
    assert!(answers[0].get("result").is_some());
    assert_eq!(code(&answers[9]), -32005);
    assert_alive(&node);
}

#[test]
fn notification_is_carried_out_and_not_answered() {
    let node = node();
    let before = rpc(&node, "eth_blockNumber", json!([]));
    let (status, body) =
        exchange(node.address(), &post_bytes(br#"{"jsonrpc":"2.0","method":"evm_mine"}"#));
    assert_eq!((status, body.as_str()), (204, ""));
    assert_ne!(rpc(&node, "eth_blockNumber", json!([])), before);
}

#[test]
fn client_that_is_slow_is_cut_off_and_delays_nobody() {
    let patience = Duration::from_millis(300);
    let node = node_with(Limits {
        max_connections: 4,
        header_timeout: patience,
        body_timeout: patience,
        ..Limits::default()
    });
    let mut slow = [connect(node.address()), connect(node.address()), connect(node.address())];
    slow[1].write_all(b"POST / HTTP/1.1\r\nhost: ").expect("sent");
    slow[2].write_all(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{").expect("sent");
    assert_alive(&node);
    for stream in &mut slow {
        let _ = stream.read_to_end(&mut Vec::new()).expect("closed by the node");
    }
    assert_alive(&node);
}

#[test]
fn clients_beyond_the_limit_wait_for_their_turn() {
    let node = node_with(Limits {
        max_connections: 2,
        header_timeout: Duration::from_millis(200),
        ..Limits::default()
    });
    let _idle: Vec<_> = (0..20).map(|_| connect(node.address())).collect();
    assert_alive(&node);
}

#[test]
fn clients_in_hundreds_are_all_answered() {
    let node = node();
    std::thread::scope(|scope| {
        for _ in 0..200 {
            scope.spawn(|| {
                for _ in 0..3 {
                    assert_alive(&node);
                }
            });
        }
    });
}

#[test]
fn clients_that_hang_up_at_any_point_harm_nobody() {
    let node = node();
    let bytes = post_bytes(br#"{"jsonrpc":"2.0","id":1,"method":"evm_mine","params":[]}"#);
    for end in (0..bytes.len()).step_by(7).chain([bytes.len()]) {
        connect(node.address()).write_all(&bytes[..end]).expect("sent");
    }
    assert_alive(&node);
}

#[test]
fn http_of_other_methods_and_nonsense_is_answered() {
    let node = node();
    let get = |text: &str| exchange(node.address(), text.as_bytes()).0;
    assert_eq!(get("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"), 200);
    assert_eq!(get("DELETE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"), 405);
    assert_eq!(get("nonsense\r\n\r\n"), 400);
    let long = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "y".repeat(1_000_000));
    assert!([0, 400, 431].contains(&get(&long)));
    assert_alive(&node);
}

#[test]
fn browser_is_allowed_from_any_origin() {
    let node = node();
    let mut stream = connect(node.address());
    stream
        .write_all(
            b"OPTIONS / HTTP/1.1\r\nhost: x\r\nconnection: close\r\norigin: https://app\r\n\
              access-control-request-method: POST\r\naccess-control-request-headers: content-type\r\n\r\n",
        )
        .expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("access-control-allow-origin: *"), "{answer}");
}

#[test]
fn shutdown_ends_whatever_clients_do() {
    let node = node();
    let _idle: Vec<_> = (0..5).map(|_| connect(node.address())).collect();
    let address = node.address();
    node.shutdown();
    assert!(std::net::TcpStream::connect(address).is_err());
}
