//! Looking back: logs, traces, receipts, overrides.

use alloy_primitives::{Address, B256, Bytes, U256, hex};
use alloy_rpc_types_eth::Filter;
use alloy_rpc_types_trace::geth::{CallConfig, CallFrame, GethDefaultTracingOptions};
use devnet::{AccountOverride, At, Chain, Config, Mining, Overrides, Request, TraceError, ether};
use stylus_program::format;

/// Logs calldata as data with the topic 7: `CALLDATACOPY(0, 0, size)`, `LOG1(0, size, 7)`.
const LOGGER: [u8; 13] = hex!("3660006000376007366000a100");

/// Calls the address in its calldata with what follows, logs once, and returns what came back.
const FORWARDER: &str = r#"(module
    (import "vm_hooks" "read_args" (func $read_args (param i32)))
    (import "vm_hooks" "write_result" (func $write_result (param i32 i32)))
    (import "vm_hooks" "emit_log" (func $emit_log (param i32 i32 i32)))
    (import "vm_hooks" "read_return_data" (func $read (param i32 i32 i32) (result i32)))
    (import "vm_hooks" "call_contract"
        (func $call (param i32 i32 i32 i32 i64 i32) (result i32)))
    (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param $len i32) (result i32)
        (call $read_args (i32.const 0))
        (call $emit_log (i32.const 1000) (i32.const 32) (i32.const 1))
        (drop (call $call (i32.const 0) (i32.const 20) (i32.sub (local.get $len) (i32.const 20))
            (i32.const 2000) (i64.const -1) (i32.const 3000)))
        (call $write_result (i32.const 4000)
            (call $read (i32.const 4000) (i32.const 0) (i32.const 1000)))
        (i32.const 0)))"#;

struct Scene {
    chain: Chain,
    from: Address,
    logger: Address,
    program: Address,
}

fn scene(mining: Mining) -> Scene {
    let mut chain = Chain::new(Config { mining, ..Config::default() });
    let from = chain.accounts()[0].address();
    let logger = chain.deploy(from, format::init_code(&LOGGER, &[])).unwrap();
    let program = chain.deploy_program(from, &wat::parse_str(FORWARDER).unwrap()).unwrap();
    chain.mine();
    Scene { chain, from, logger, program }
}

impl Scene {
    /// A transaction in which the program calls the logger with these bytes.
    fn forward(&mut self, data: &[u8]) -> B256 {
        let data = [self.logger.as_slice(), data].concat();
        let outcome = self.chain.send(self.from, self.program, data).unwrap();
        assert!(outcome.is_success(), "{}", outcome.reason());
        outcome.transaction_hash.unwrap()
    }
}

#[test]
fn logs_are_found_by_block_address_and_topic() {
    let mut scene = scene(Mining::Auto);
    let first = scene.forward(&[1]);
    scene.forward(&[2, 3]);
    let find = |filter: Filter| scene.chain.logs(&filter, 100).unwrap().unwrap();
    assert_eq!(find(Filter::new().from_block(0)).len(), 5, "the activation's, and two twice");
    let by_logger = find(Filter::new().from_block(0).address(scene.logger));
    assert_eq!(by_logger.len(), 2);
    assert_eq!(by_logger[1].inner.data.data, Bytes::from(vec![2, 3]));
    assert_eq!(by_logger[0].transaction_hash, Some(first));
    assert_eq!(by_logger[0].log_index, Some(1));
    let topic = B256::with_last_byte(7);
    assert_eq!(find(Filter::new().from_block(0).event_signature(topic)).len(), 2);
    assert_eq!(find(Filter::new()).len(), 2, "of the last block");
    let hash = scene.chain.latest().hash;
    assert_eq!(find(Filter::new().at_block_hash(hash)).len(), 2);
    assert!(scene.chain.logs(&Filter::new().at_block_hash(B256::ZERO), 9).is_err());
    assert!(scene.chain.logs(&Filter::new().from_block(0), 4).unwrap().is_none());
}

/// The frames of a trace, outermost first, with the number of logs in each.
fn flat(frame: &CallFrame) -> Vec<(Option<Address>, usize)> {
    let own = (frame.to, frame.logs.len());
    std::iter::once(own).chain(frame.calls.iter().flat_map(flat)).collect()
}

#[test]
fn trace_shows_calls_and_logs_of_programs_and_contracts() {
    let mut scene = scene(Mining::Auto);
    let hash = scene.forward(&[1]);
    let config = CallConfig::default().with_log();
    let trace = scene.chain.trace(hash, config).unwrap();
    assert_eq!(flat(&trace), [(Some(scene.program), 1), (Some(scene.logger), 1)]);
    assert_eq!((trace.from, trace.error.clone()), (scene.from, None));
    let receipt = scene.chain.receipt(hash).unwrap();
    assert_eq!(trace.gas_used, U256::from(receipt.outcome.gas_used));
}

#[test]
fn trace_of_steps_shows_those_of_contracts() {
    let mut scene = scene(Mining::Auto);
    let outcome = scene.chain.send(scene.from, scene.logger, vec![1]).unwrap();
    let hash = outcome.transaction_hash.unwrap();
    let steps = scene.chain.trace_steps(hash, GethDefaultTracingOptions::default()).unwrap();
    assert_eq!((steps.failed, steps.struct_logs.len(), steps.gas), (false, 9, outcome.gas_used));
}

#[test]
fn trace_of_the_second_transaction_in_a_block_runs_after_the_first() {
    let mut scene = scene(Mining::Manual);
    scene.forward(&[1]);
    let second = scene.forward(&[2]);
    assert!(scene.chain.trace(second, CallConfig::default()).is_err(), "the block is open");
    scene.chain.mine();
    let trace = scene.chain.trace(second, CallConfig::default()).unwrap();
    let receipt = scene.chain.receipt(second).unwrap();
    assert_eq!(trace.gas_used, U256::from(receipt.outcome.gas_used), "recent programs included");
}

#[test]
fn trace_after_changes_by_hand_runs_on_them() {
    let mut scene = scene(Mining::Auto);
    let contract = scene.logger;
    scene.chain.deal(contract, ether(2));
    let request = Request::transfer(contract, scene.from, ether(1));
    let outcome = scene.chain.transact(request).unwrap();
    let hash = outcome.transaction_hash.unwrap();
    let trace = scene.chain.trace(hash, CallConfig::default()).unwrap();
    assert_eq!((trace.from, trace.value), (contract, Some(ether(1))));
}

#[test]
fn trace_of_nothing_is_an_error() {
    let scene = scene(Mining::Auto);
    let error = scene.chain.trace(B256::ZERO, CallConfig::default()).unwrap_err();
    assert_eq!(error, TraceError::UnknownTransaction);
}

#[test]
fn trace_of_a_call_shows_what_it_would_do() {
    let scene = scene(Mining::Auto);
    let data = [scene.logger.as_slice(), &[1]].concat();
    let request = Request::call(scene.from, scene.program, data);
    let config = CallConfig::default();
    let trace =
        scene.chain.trace_call(&request, At::Latest, &Overrides::default(), config).unwrap();
    assert_eq!(trace.calls.len(), 1);
    assert_eq!(scene.chain.logs(&Filter::new(), 9).unwrap().unwrap().len(), 0);
}

#[test]
fn call_with_overrides_sees_them_and_changes_nothing() {
    let scene = scene(Mining::Auto);
    // TIMESTAMP, SELFBALANCE, SLOAD(0), SLOAD(1), each stored; RETURN(0, 128)
    let code = hex!("426000524760205260005460405260015460605260806000f3");
    let account = Address::repeat_byte(0x44);
    let change = AccountOverride {
        balance: Some(ether(5)),
        code: Some(code.to_vec().into()),
        slots: vec![(U256::from(1), U256::from(9))],
        ..AccountOverride::default()
    };
    let mut overrides = Overrides::default();
    overrides.accounts.insert(account, change);
    overrides.block.timestamp = Some(77);
    let request = Request::call(scene.from, account, vec![]);
    let output = scene.chain.call_at(&request, At::Latest, &overrides).unwrap().output;
    let words: Vec<U256> = output.chunks(32).map(U256::from_be_slice).collect();
    assert_eq!(words, [U256::from(77), ether(5), U256::ZERO, U256::from(9)]);
    assert!(scene.chain.code(account).is_empty());
}

#[test]
fn multicall_and_factory_are_in_place() {
    let (mut chain, from) = {
        let chain = Chain::default();
        let from = chain.accounts()[0].address();
        (chain, from)
    };
    let factory = alloy_primitives::address!("4e59b44847b379578588920cA78FbF26c0B4956C");
    let init = format::init_code(&LOGGER, &[]);
    let salt = B256::with_last_byte(3);
    let outcome = chain.send(from, factory, [salt.as_slice(), &init].concat()).unwrap();
    let address = factory.create2(salt, alloy_primitives::keccak256(&init));
    assert_eq!(outcome.output.as_ref(), address.as_slice());
    assert_eq!(chain.code(address).as_ref(), LOGGER);
    let multicall = alloy_primitives::address!("cA11bde05977b3631167028862bE2a173976CA11");
    // getChainId(), getBlockNumber()
    let ask = |data: [u8; 4]| chain.call(multicall, data.to_vec()).unwrap().output;
    assert_eq!(U256::from_be_slice(&ask(hex!("3408e470"))), U256::from(412_346));
    assert!(U256::from_be_slice(&ask(hex!("42cbb15c"))) >= U256::from(24_000_000));
}

#[test]
fn chain_can_be_handed_to_another_thread() {
    fn is_send<T: Send + 'static>() {}
    is_send::<Chain>();
}
