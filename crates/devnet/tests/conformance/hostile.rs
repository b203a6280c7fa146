//! Programs that want to hang, exhaust or crash their host.

use alloy_primitives::U256;
use devnet::{Chain, Config, Mining, Request, Rules};
use stylus_program::format;

use super::calls::{CALL, CALLER, request};
use super::lab::Lab;
use super::text::{module, program};

const FIXED: &str = r#"(memory (export "memory") 1 1)"#;

/// A lab in which gas and pages do not stop what the host's limits must.
fn boundless() -> Lab {
    let rules =
        Rules { page_gas: 0, page_limit: u16::MAX, free_pages: u16::MAX, ..Rules::default() };
    let config = Config {
        rules,
        mining: Mining::Manual,
        tx_gas_limit: 1 << 40,
        balance: U256::MAX >> 8,
        ..Config::default()
    };
    let chain = Chain::new(config);
    let from = chain.accounts()[0].address();
    Lab { chain, from }
}

/// Calls itself until a call fails; returns how deep that was.
const DIVER: &str = "(call $read_args (i32.const 0)) (call $contract_address (i32.const 1000))
    (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
    (if (call $call_contract (i32.const 1000) (i32.const 0) (i32.const 4)
        (i32.const 2000) (i64.const -1) (i32.const 3000))
        (then (call $write_result (i32.const 0) (i32.const 4)))
        (else
            (drop (call $read_return_data (i32.const 0) (i32.const 0) (i32.const 4)))
            (call $write_result (i32.const 0) (i32.const 4))))
    (i32.const 0)";

#[test]
fn frames_nest_to_the_depth_of_the_evm_on_a_small_stack() {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(|| {
        let mut lab = boundless();
        let diver = lab.install(&program(DIVER));
        let outcome = lab.send(diver, &[0; 4]);
        assert!(outcome.is_success(), "{}", outcome.reason());
        u32::from_le_bytes(outcome.output.as_ref().try_into().unwrap())
    });
    assert_eq!(thread.unwrap().join().unwrap(), 1_025);
}

#[test]
fn frames_of_programs_and_contracts_alternate_to_the_depth_of_the_evm() {
    let mut lab = boundless();
    let caller = lab.install(&program(CALLER));
    // Calls its caller with its own calldata: CALLDATACOPY(0, 0, size), CALL(gas, caller, 0, 0, size, 0, 0)
    let mirror = lab.deploy_code(&[
        0x36, 0x60, 0, 0x60, 0, 0x37, 0x60, 0, 0x60, 0, 0x36, 0x60, 0, 0x60, 0, 0x33, 0x5a, 0xf1,
    ]);
    let inner = request(CALL, mirror, 0, &[]);
    let outcome = lab.send(caller, &request(CALL, mirror, 0, &inner));
    assert!(outcome.is_success(), "{}", outcome.reason());
}

#[test]
fn recursion_in_every_frame_of_a_deep_stack_survives() {
    // Each frame goes some hundred functions deep before it calls itself.
    let functions = format!(
        "(func $down (param $n i32)
            (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1)))) (else
                (drop (call $dive)))))
         (func $dive (result i32) {DIVER})"
    );
    let functions = functions.replace("(call $read_args (i32.const 0))", "");
    let mut lab = boundless();
    let body = "(call $read_args (i32.const 0)) (call $down (i32.const 300)) (i32.const 0)";
    let diver = lab.install(&module(FIXED, &functions, body));
    let outcome = lab.send(diver, &[0; 4]);
    assert!(outcome.is_success(), "{}", outcome.reason());
}

#[test]
fn loop_with_all_the_gas_of_a_transaction_ends() {
    let mut lab = Lab::new();
    let body = "(loop $next (local.set $a (i64.mul (i64.add (local.get $a) (i64.const 7))
        (i64.const 31))) (br $next)) (i32.const 0)";
    let program = lab.install(&program(body));
    assert_eq!(lab.send(program, &[]).gas_used, 32_000_000);
}

#[test]
fn lengths_and_pointers_beyond_memory_fail_without_reading() {
    let hooks = [
        "(call $write_result (i32.const 0) (i32.const -1))",
        "(call $write_result (i32.const -1) (i32.const -1))",
        "(call $read_args (i32.const -1))",
        "(call $native_keccak256 (i32.const 0) (i32.const -1) (i32.const 0))",
        "(call $native_keccak256 (i32.const 0) (i32.const 1) (i32.const 65530))",
        "(call $emit_log (i32.const 0) (i32.const -1) (i32.const 4))",
        "(call $emit_log (i32.const -16) (i32.const 32) (i32.const 1))",
        "(call $emit_log (i32.const 0) (i32.const 0) (i32.const 0x8000000))",
        "(call $storage_load_bytes32 (i32.const 65505) (i32.const 0))",
        "(call $storage_load_bytes32 (i32.const 0) (i32.const 65505))",
        "(call $math_pow (i32.const 0) (i32.const -32))",
        "(drop (call $account_code (i32.const 0) (i32.const -1) (i32.const -1) (i32.const -1)))",
        "(drop (call $call_contract (i32.const 0) (i32.const 0) (i32.const -1) (i32.const 0)
            (i64.const -1) (i32.const 0)))",
        "(drop (call $call_contract (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
            (i64.const -1) (i32.const -1)))",
        "(call $create1 (i32.const 0) (i32.const -1) (i32.const 0) (i32.const 0) (i32.const 0))",
        "(call $create2 (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const -1)
            (i32.const -1))",
        "(drop (call $read_return_data (i32.const -1) (i32.const -1) (i32.const -1)))",
    ];
    for hook in hooks {
        let mut lab = Lab::new();
        let outcome = lab.once(&format!("{hook} (i32.const 0)"), &[1]);
        // Where nothing overlaps, the destination is not looked at.
        let harmless = hook.contains("read_return_data");
        assert_eq!(outcome.is_success(), harmless, "{hook}: {}", outcome.reason());
        assert_eq!(outcome.output.len(), 0);
    }
}

#[test]
fn compressed_bombs_end_at_the_limit() {
    let mut lab = Lab::new();
    for size in [262_145, 50_000_000] {
        let bomb = lab.deploy_code(&format::classic(&vec![0; size]));
        assert!(lab.activate(bomb).is_err());
    }
}

#[test]
fn garbage_as_a_program_is_refused() {
    let mut lab = Lab::new();
    let mut seed = 7_u32;
    for len in 1..60 {
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
        .take(len)
        .collect();
        for prefix in [&[0xEF, 0xF0, 0][..], &[0xEF, 0xF0, 0, 0], &[0xEF, 0xF0, 2, 0]] {
            let address = lab.deploy_code(&[prefix, &noise].concat());
            assert!(lab.activate(address).is_err());
            let outcome = lab.transact(Request::call(lab.from, address, vec![]).with_gas(50_000));
            assert_eq!(outcome.gas_used, 50_000);
        }
    }
}

#[test]
fn module_with_one_byte_changed_activates_or_fails_but_never_panics() {
    let mut lab = Lab::new();
    let wasm = program(CALLER);
    for at in (8..wasm.len()).step_by(3) {
        let mut changed = wasm.clone();
        changed[at] ^= 0x15;
        let address = lab.deploy(&changed);
        if lab.activate(address).is_ok() {
            let data = request(CALL, address, 0, &[]);
            lab.transact(Request::call(lab.from, address, data).with_gas(500_000));
        }
    }
}
