//! Requests that compute for long: bounded, beside each other, and in nobody's way.

use std::time::Duration;

use crate::support::program::{account, deploy_program, init_code, register_init_code, send};
use crate::support::{node, rpc, try_rpc};
use alloy_primitives::{Address, Bytes};
use alloy_rpc_types_trace::geth::CallFrame;
use devnet_node::NodeHandle;
use serde_json::json;

const HOLDER: Address = Address::repeat_byte(0x10);

/// Puts EVM code where it can be called.
fn put(node: &NodeHandle, code: &str) -> Address {
    rpc(node, "anvil_setCode", json!([HOLDER, code]));
    HOLDER
}

#[test]
fn call_without_end_runs_out_of_gas() {
    let node = node();
    let endless = put(&node, "0x5b5f56");
    let error = try_rpc(&node, "eth_call", json!([{"to": endless, "gas": "0xffffffffffffffff"}]));
    assert!(error.expect_err("no end")["message"].as_str().expect("text").contains("gas"));
    assert!(try_rpc(&node, "eth_estimateGas", json!([{"to": endless}])).is_err());
}

#[test]
fn program_without_end_runs_out_of_ink() {
    let node = node();
    let text = "(module (import \"vm_hooks\" \"pay_for_memory_grow\" (func (param i32)))
        (memory (export \"memory\") 1 1)
        (func (export \"user_entrypoint\") (param i32) (result i32) (loop (br 0)) (i32.const 0)))";
    let endless = deploy_program(&node, init_code(text));
    // A million gas is ten thousand million ink: seconds of an interpreter's time, not minutes.
    let error =
        try_rpc(&node, "eth_call", json!([{"to": endless, "gas": "0xf4240"}])).expect_err("no end");
    assert_eq!(error["code"], -32000);
}

#[test]
fn calls_that_compute_leave_transactions_and_reads_their_turn() {
    let node = node();
    let endless = put(&node, "0x5b5f56");
    let from = account(&node, 0);
    std::thread::scope(|scope| {
        let calls: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| try_rpc(&node, "eth_call", json!([{"to": endless}])).is_err()))
            .collect();
        std::thread::sleep(Duration::from_millis(20));
        rpc(&node, "eth_blockNumber", json!([]));
        send(&node, json!({"from": from, "to": from, "gas": "0x5208"}));
        assert!(calls.into_iter().all(|call| call.join().expect("answered")));
    });
}

#[test]
fn trace_of_a_transaction_shows_calls_of_programs_and_contracts() {
    let node = node();
    let program = deploy_program(&node, register_init_code());
    // Forwards its calldata to the program.
    let code = format!("0x365f5f375f5f365f5f73{:x}5af1005b", program);
    let forwarder = put(&node, &code);
    let from = account(&node, 1);
    let word = "0x00000000000000000000000000000000000000000000000000000000000000ff";
    // The forwarder succeeds whatever its call does, so that an estimate would starve the program.
    let call = json!({"from": from, "to": forwarder, "data": word, "gas": "0x7a120"});
    let receipt = send(&node, call.clone());
    let options = json!({"tracer": "callTracer", "tracerConfig": {"withLog": true}});
    let traced = rpc(&node, "debug_traceTransaction", json!([receipt.transaction_hash, options]));
    let trace: CallFrame = serde_json::from_value(traced).expect("a call frame");
    assert_eq!((trace.from, trace.to, trace.typ.as_str()), (from, Some(forwarder), "CALL"));
    assert_eq!(trace.gas_used.to::<u64>(), receipt.gas_used);
    assert!(trace.gas >= trace.gas_used, "the outermost frame has the transaction's limit");
    let inner = &trace.calls[0];
    assert_eq!((inner.from, inner.to), (forwarder, Some(program)));
    assert_eq!(inner.logs[0].address, Some(program));
    assert_eq!(inner.output, Some(word.parse::<Bytes>().expect("bytes")));

    let traced = rpc(&node, "debug_traceCall", json!([call, "latest", {"tracer": "callTracer"}]));
    let trace: CallFrame = serde_json::from_value(traced).expect("a call frame");
    assert_eq!(trace.calls[0].to, Some(program));
    let steps = rpc(&node, "debug_traceTransaction", json!([receipt.transaction_hash]));
    assert!(steps["structLogs"].as_array().expect("steps").len() > 5);
}

#[test]
fn trace_of_what_is_not_there_or_by_another_tracer_is_refused() {
    let node = node();
    let hash = "0x0000000000000000000000000000000000000000000000000000000000000001";
    let call_tracer = json!({"tracer": "callTracer"});
    let code = |method: &str, params| crate::support::rpc_error_code(&node, method, params);
    assert_eq!(code("debug_traceTransaction", json!([hash, call_tracer])), -32000);
    for tracer in ["prestateTracer", "{result: function() {}}"] {
        assert_eq!(code("debug_traceTransaction", json!([hash, {"tracer": tracer}])), -32602);
    }
    let bad = json!({"tracer": "callTracer", "tracerConfig": {"withLog": 7}});
    assert_eq!(code("debug_traceTransaction", json!([hash, bad])), -32602);
}

#[test]
fn trace_of_a_thousand_levels_is_written() {
    let node = node();
    // Calls itself with all its gas until the depth or the gas runs out.
    let recursive = put(&node, "0x5f5f5f5f5f305af100");
    let trace = json!([{"to": recursive}, "latest", {"tracer": "callTracer"}]);
    let request = json!({"jsonrpc": "2.0", "id": 1, "method": "debug_traceCall", "params": trace});
    let bytes = crate::support::post_bytes(request.to_string().as_bytes());
    let (status, answer) = crate::support::exchange(node.address(), &bytes);
    assert_eq!(status, 200);
    assert!(answer.matches("\"type\":\"CALL\"").count() > 200, "{} bytes", answer.len());
    rpc(&node, "eth_blockNumber", json!([]));
}
