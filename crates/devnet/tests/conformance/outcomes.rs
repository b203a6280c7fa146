//! How runs end: statuses, traps, exhaustion, and programs that are not active.

use alloy_primitives::U256;
use devnet::{FaultKind, Halt, Outcome, Request, Rules, Status};

use super::lab::{Lab, burner, intrinsic, number};
use super::text::{module, program};

const FIXED: &str = r#"(memory (export "memory") 1 1)"#;
const LIMIT: u64 = 1_000_000;

fn with_limit(lab: &mut Lab, wasm: &[u8]) -> Outcome {
    let program = lab.install(wasm);
    lab.transact(Request::call(lab.from, program, vec![]).with_gas(LIMIT))
}

#[test]
fn program_never_activated_takes_all_gas() {
    let mut lab = Lab::new();
    let program = lab.deploy(&program("(i32.const 0)"));
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(LIMIT));
    assert_eq!(outcome.status, Status::Halt(Halt::Program(FaultKind::NotActivated)));
    assert_eq!((outcome.gas_used, outcome.output.len()), (LIMIT, 0));
}

#[test]
fn program_of_another_version_takes_all_gas_until_activated_again() {
    let mut lab = Lab::with(Rules::arbos_51());
    let program = lab.install(&program("(i32.const 0)"));
    assert!(lab.send(program, &[]).is_success());
    lab.chain.set_rules(&Rules::arbos_61());
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(LIMIT));
    let expected = FaultKind::NeedsUpgrade { program: 2, chain: 3 };
    assert_eq!(outcome.status, Status::Halt(Halt::Program(expected)));
    assert_eq!(outcome.gas_used, LIMIT);
    lab.activate(program).unwrap();
    assert!(lab.send(program, &[]).is_success());
}

#[test]
fn program_whose_gas_does_not_pay_for_its_start_takes_all() {
    let mut lab = Lab::new();
    let program = lab.install(super::echo::ECHO);
    let gas = 21_000 + 9_220;
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(gas));
    assert_eq!(outcome.status, Status::Halt(Halt::OutOfGas));
    assert_eq!(outcome.gas_used, gas);
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(gas + 8));
    assert!(outcome.is_success(), "{}", outcome.reason());
}

#[test]
fn loop_without_end_takes_all_gas() {
    let outcome = with_limit(&mut Lab::new(), &program("(loop (br 0)) (i32.const 0)"));
    assert_eq!(outcome.status, Status::Halt(Halt::OutOfGas));
    assert_eq!(outcome.gas_used, LIMIT);
}

#[test]
fn traps_revert_without_data_and_return_gas() {
    let bodies = [
        "unreachable",
        "(i32.load (i32.const 0xFFFFFF))",
        "(i32.div_s (i32.const 1) (i32.const 0))",
        "(i32.div_s (i32.const 0x80000000) (i32.const -1))",
        "(i32.rem_u (i32.const 1) (i32.const 0))",
    ];
    for body in bodies {
        let outcome = with_limit(&mut Lab::new(), &program(body));
        assert_eq!(outcome.status, Status::Revert, "{body}");
        assert_eq!(outcome.output.len(), 0, "{body}");
        assert!(outcome.gas_used < 32_000, "{body} used {}", outcome.gas_used);
        assert!(matches!(outcome.faults[0].kind, FaultKind::Trap(_)), "{body}");
    }
}

#[test]
fn indirect_call_of_another_type_reverts() {
    let functions = r#"(type $other (func (param i64))) (table 2 funcref)
        (elem (i32.const 0) $nothing) (func $nothing)"#;
    for index in [0, 1, 2] {
        let body = format!(
            "(call_indirect (type $other) (i64.const 0) (i32.const {index})) (i32.const 0)"
        );
        let outcome = with_limit(&mut Lab::new(), &module(FIXED, functions, &body));
        assert_eq!((outcome.status, outcome.output.len()), (Status::Revert, 0));
        assert!(outcome.gas_used < 32_000);
    }
}

const RECURSION: &str = "(func $down (param $n i32)
    (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1))))))";

#[test]
fn recursion_without_end_takes_all_gas() {
    let functions = "(func $down (call $down))";
    let wasm = module(FIXED, functions, "(call $down) (i32.const 0)");
    let outcome = with_limit(&mut Lab::new(), &wasm);
    assert_eq!(outcome.status, Status::Halt(Halt::Program(FaultKind::OutOfStack)));
    assert_eq!((outcome.gas_used, outcome.output.len()), (LIMIT, 0));
}

#[test]
fn recursion_a_thousand_deep_succeeds() {
    let wasm = module(FIXED, RECURSION, "(call $down (i32.const 1000)) (i32.const 0)");
    let outcome = with_limit(&mut Lab::new(), &wasm);
    assert!(outcome.is_success(), "{}", outcome.reason());
}

#[test]
fn recursion_to_the_last_word_of_stack_survives_the_host() {
    // A frame has 6 words at least, so that 22 000 words hold fewer than 3 667 of them.
    let functions = "(func $down (global.set $left (i32.sub (global.get $left) (i32.const 1)))
        (if (global.get $left) (then (call $down)))) (global $left (mut i32) (i32.const 2700))";
    let wasm = module(FIXED, functions, "(call $down) (i32.const 0)");
    let outcome = with_limit(&mut Lab::new(), &wasm);
    assert!(outcome.is_success(), "{}", outcome.reason());
}

const WRITE_FOUR: &str = "(i32.store (i32.const 0) (i32.const 0x04030201))
    (call $write_result (i32.const 0) (i32.const 4))";

#[test]
fn result_written_before_a_trap_is_lost() {
    let outcome = Lab::new().once(&format!("{WRITE_FOUR} unreachable"), &[]);
    assert_eq!((outcome.status, outcome.output.len()), (Status::Revert, 0));
}

#[test]
fn status_other_than_zero_reverts_with_the_result() {
    for (end, status) in [
        ("(i32.const 0)", Status::Success),
        ("(i32.const 1)", Status::Revert),
        ("(i32.const -7)", Status::Revert),
        ("(call $exit_early (i32.const 0)) unreachable", Status::Success),
        ("(call $exit_early (i32.const 1)) unreachable", Status::Revert),
    ] {
        let outcome = Lab::new().once(&format!("{WRITE_FOUR} {end}"), &[]);
        assert_eq!(outcome.status, status, "{end}");
        assert_eq!(outcome.output.as_ref(), [1, 2, 3, 4], "{end}");
    }
}

#[test]
fn result_written_twice_is_the_last_one() {
    let body =
        format!("{WRITE_FOUR} (call $write_result (i32.const 1) (i32.const 2)) (i32.const 0)");
    assert_eq!(Lab::new().once(&body, &[]).output.as_ref(), [2, 3]);
}

#[test]
fn exit_from_a_nested_function_keeps_state_and_loses_the_cache() {
    let functions = "(func $leave
        (call $storage_cache_bytes32 (i32.const 0) (i32.const 32))
        (call $storage_flush_cache (i32.const 0))
        (call $storage_cache_bytes32 (i32.const 32) (i32.const 32))
        (call $exit_early (i32.const 0)))";
    let body = "(i32.store8 (i32.const 31) (i32.const 1)) (i32.store8 (i32.const 63) (i32.const 7))
        (call $leave) unreachable";
    let mut lab = Lab::new();
    let program = lab.install(&module(FIXED, functions, body));
    assert!(lab.send(program, &[]).is_success());
    assert_eq!((lab.slot(program, 1), lab.slot(program, 7)), (7, 0));
}

#[test]
fn ink_spent_in_part_rounds_gas_up() {
    // Two segments: 75 + 1 + 2 450 ink is one gas, and so is twice as much and a little more.
    let mut lab = Lab::new();
    let outcome = lab.once("(i32.const 0)", &[]);
    let entry = 8_832 + 352;
    let (init, cached) = {
        let wasm = program("(i32.const 0)");
        let estimates =
            stylus_program::activate_wasm(&wasm, &Rules::default(), 0).unwrap().estimates;
        (u64::from(estimates.init_cost), u64::from(estimates.cached_cost))
    };
    assert_eq!(outcome.gas_used, intrinsic(&[]) + entry + init + cached + 1);
}

#[test]
fn output_costs_what_the_evm_would_charge_for_memory() {
    let mut lab = Lab::new();
    let mebibyte = 1 << 20;
    let wasm = module(
        r#"(memory (export "memory") 16 16)"#,
        "",
        &format!("(call $write_result (i32.const 0) (i32.const {mebibyte})) (i32.const 0)"),
    );
    let program = lab.install(&wasm);
    // PUSH3 1 MiB, PUSH1 0, RETURN.
    let contract = lab.deploy_code(&[0x62, 0x10, 0, 0, 0x60, 0, 0xf3]);
    let (program, contract) = (lab.send(program, &[]), lab.send(contract, &[]));
    assert_eq!(program.output.len(), mebibyte);
    assert_eq!(program.gas_used, 21_000 + 2_195_456);
    assert_eq!(contract.gas_used, 21_000 + 2_195_456 + 6);
}

#[test]
fn output_that_gas_cannot_pay_for_takes_all() {
    let mut lab = Lab::new();
    let wasm = module(
        r#"(memory (export "memory") 16 16)"#,
        "",
        "(call $write_result (i32.const 0) (i32.const 0x100000)) (i32.const 0)",
    );
    let program = lab.install(&wasm);
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(2_200_000));
    assert_eq!(outcome.status, Status::Halt(Halt::OutOfGas));
    assert_eq!(outcome.gas_used, 2_200_000);
}

#[test]
fn gas_and_ink_left_agree() {
    let body = "(i64.store (i32.const 0) (call $evm_ink_left))
        (i64.store (i32.const 8) (call $evm_gas_left))
        (call $write_result (i32.const 0) (i32.const 16)) (i32.const 0)";
    let output = Lab::new().once(body, &[]).output;
    let read = |at: usize| u64::from_le_bytes(output[at..at + 8].try_into().unwrap());
    let (ink, gas) = (read(0), read(8));
    assert!(ink / 10_000 - gas <= 2, "{ink} ink, {gas} gas");
}

#[test]
fn ink_price_set_otherwise_prices_programs_otherwise() {
    let mut lab = Lab::with(Rules { ink_price: 1, ..Rules::default() });
    let echo = lab.install(super::echo::ECHO);
    let outcome = lab.send(echo, &[1, 2, 3, 4]);
    assert_eq!(outcome.gas_used, intrinsic(&[1, 2, 3, 4]) + 9_221 + 69_631);
}

#[test]
fn keccak_of_rounds_is_the_iterated_hash() {
    // First byte: rounds; the rest: what to hash.
    let body = "(call $read_args (i32.const 0)) (local.set $j (i32.const 1))
        (local.set $len (i32.sub (local.get $len) (i32.const 1)))
        (loop $next
            (call $native_keccak256 (local.get $j) (local.get $len) (i32.const 1024))
            (local.set $j (i32.const 1024)) (local.set $len (i32.const 32))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $i) (i32.load8_u (i32.const 0)))))
        (call $write_result (i32.const 1024) (i32.const 32)) (i32.const 0)";
    let output = Lab::new().once(body, b"\x03preimage").output;
    let expected =
        (0..3).fold(b"preimage".to_vec(), |bytes, _| alloy_primitives::keccak256(bytes).to_vec());
    assert_eq!(output, expected);
}

#[test]
fn arithmetic_on_edges_is_that_of_the_evm() {
    let cases = [
        ("math_div", vec![U256::from(7), U256::ZERO], U256::ZERO),
        ("math_mod", vec![U256::from(7), U256::ZERO], U256::ZERO),
        ("math_div", vec![U256::MAX, U256::from(2)], U256::MAX >> 1),
        ("math_pow", vec![U256::from(2), U256::from(256)], U256::ZERO),
        ("math_pow", vec![U256::MAX, U256::from(3)], U256::MAX),
        ("math_add_mod", vec![U256::MAX, U256::MAX, U256::from(10)], U256::from(0)),
        ("math_mul_mod", vec![U256::MAX, U256::MAX, U256::from(10)], U256::from(5)),
        ("math_mul_mod", vec![U256::MAX, U256::MAX, U256::ZERO], U256::ZERO),
    ];
    for (hook, words, expected) in cases {
        let pointers: String =
            (0..words.len()).map(|i| format!("(i32.const {})", 32 * i)).collect();
        let body = format!(
            "(call $read_args (i32.const 0)) (call ${hook} {pointers})
             (call $write_result (i32.const 0) (i32.const 32)) (i32.const 0)"
        );
        let data: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes::<32>()).collect();
        let output = Lab::new().once(&body, &data).output;
        assert_eq!(U256::from_be_slice(&output), expected, "{hook} {words:?}");
    }
}

#[test]
fn gas_withheld_from_a_child_lets_the_parent_go_on() {
    let mut lab = Lab::new();
    let spender = lab.install(&program("(loop (br 0)) (i32.const 0)"));
    let wasm = program(
        "(call $read_args (i32.const 0))
         (i32.store8 (i32.const 64) (call $static_call_contract
            (i32.const 0) (i32.const 0) (i32.const 0) (i64.const -1) (i32.const 128)))
         (call $write_result (i32.const 64) (i32.const 1)) (i32.const 0)",
    );
    let parent = lab.install(&wasm);
    let request = Request::call(lab.from, parent, spender.to_vec()).with_gas(LIMIT);
    let outcome = lab.transact(request);
    assert_eq!(number(&outcome.output), 2);
    assert!(outcome.gas_used > LIMIT - LIMIT / 64 && outcome.gas_used < LIMIT);
}

#[test]
fn evm_code_that_fails_and_succeeds_is_unchanged_by_programs() {
    let mut lab = Lab::new();
    let contract = lab.deploy_code(&burner(1_001));
    assert_eq!(lab.send(contract, &[]).gas_used, 22_001);
}
