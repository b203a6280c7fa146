//! Pages: what growing costs, where it ends, and bulk operations.

use alloy_primitives::Address;
use devnet::{Config, Halt, Mining, Outcome, Request, Rules, Status};
use stylus_program::hooks::Hook;

use super::lab::Lab;
use super::text::{module, program};

/// Memory from one page to as many as WebAssembly has.
const GROWING: &str = r#"(memory (export "memory") 1 65535)"#;

/// Grows by calldata's second byte as often as its first says; returns the last result.
const GROWER: &str = "(call $read_args (i32.const 0)) (local.set $j (i32.load8_u (i32.const 1)))
    (local.set $i (i32.load8_u (i32.const 0)))
    (loop $next
        (i32.store (i32.const 8) (memory.grow (local.get $j)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br_if $next (local.get $i)))
    (call $write_result (i32.const 8) (i32.const 4)) (i32.const 0)";

/// A lab whose transactions may have more gas than 128 pages cost.
fn lab() -> Lab {
    with(Rules::default())
}

fn with(rules: Rules) -> Lab {
    let tx_gas_limit = 60_000_000;
    let config = Config { rules, mining: Mining::Manual, tx_gas_limit, ..Config::default() };
    let chain = devnet::Chain::new(config);
    let from = chain.accounts()[0].address();
    Lab { chain, from }
}

fn result(outcome: &Outcome) -> i32 {
    assert!(outcome.is_success(), "{}", outcome.reason());
    i32::from_le_bytes(outcome.output.as_ref().try_into().unwrap())
}

#[test]
fn growth_to_128_pages_in_any_steps_costs_all_the_gas_there_is() {
    let mut lab = lab();
    let grower = lab.install(&module(GROWING, "", GROWER));
    // 127 pages beyond the first: in single steps, and in one.
    for (times, pages) in [(127, 1), (1, 127)] {
        let outcome = lab.send(grower, &[times, pages]);
        assert_eq!(result(&outcome), 128 - i32::from(pages));
        let beyond = outcome.gas_used - 31_999_998;
        assert!(beyond < 35_000, "{beyond} gas beside the pages");
    }
}

#[test]
fn growth_to_a_129th_page_takes_all_gas() {
    let mut lab = lab();
    let grower = lab.install(&module(GROWING, "", GROWER));
    let outcome = lab.send(grower, &[1, 128]);
    assert_eq!(outcome.status, Status::Halt(Halt::OutOfGas));
    assert_eq!(outcome.gas_used, 60_000_000);
}

#[test]
fn growth_beyond_the_declared_maximum_fails_and_stays_paid() {
    let mut lab = lab();
    let bounded = lab.install(&module(r#"(memory (export "memory") 1 3)"#, "", GROWER));
    let within = lab.send(bounded, &[1, 2]);
    let beyond = lab.send(bounded, &[1, 10]);
    assert_eq!((result(&within), result(&beyond)), (1, -1));
    // Eleven pages cost 9 004, three 1 000.
    assert_eq!(beyond.gas_used - within.gas_used, 8_003);
}

#[test]
fn fixed_memory_grows_by_nothing_for_nothing() {
    let mut lab = lab();
    let body = "(i32.store (i32.const 0) (memory.grow (i32.const -1)))
        (i32.store (i32.const 4) (memory.grow (i32.const 0x7fffffff)))
        (call $write_result (i32.const 0) (i32.const 8)) (i32.const 0)";
    let program = lab.install(&program(body));
    let outcome = lab.send(program, &[]);
    assert_eq!(outcome.output.as_ref(), [0xff; 8]);
    assert!(outcome.gas_used < 31_000);
}

#[test]
fn pages_paid_once_in_a_transaction_are_free_of_the_exponential() {
    // Calls itself with the same calldata but the last byte, which says how often.
    let body = "(call $read_args (i32.const 0))
        (if (i32.eqz (memory.grow (i32.load8_u (i32.const 0)))) (then unreachable))
        (if (i32.load8_u (i32.const 1)) (then
            (i32.store8 (i32.const 1) (i32.sub (i32.load8_u (i32.const 1)) (i32.const 1)))
            (call $contract_address (i32.const 100))
            (if (call $call_contract (i32.const 100) (i32.const 0) (i32.const 2) (i32.const 200)
                (i64.const -1) (i32.const 300)) (then unreachable))))
        (i32.const 0)";
    let mut lab = lab();
    let grower = lab.install(&module(GROWING, "", body));
    let deep = lab.send(grower, &[40, 2]);
    assert!(deep.is_success(), "{}", deep.reason());
    // 123 pages at once is the maximum; a fourth frame would need 164.
    assert!(!lab.send(grower, &[40, 3]).is_success());
    let two = |lab: &mut Lab, to: Address| lab.send(to, &[100, 0]).gas_used;
    let first = two(&mut lab, grower);
    assert!(first > 932_066, "{first}");
}

#[test]
fn pages_of_a_frame_that_ended_can_be_opened_again() {
    // An EVM contract that calls the grower twice with 127 pages: the second time only the line costs.
    let mut lab = lab();
    let grower = lab.install(&module(GROWING, "", GROWER));
    let call = [
        &[0x60, 0, 0x60, 0, 0x60, 2, 0x60, 0, 0x60, 0, 0x73][..],
        grower.as_slice(),
        &[0x5a, 0xf1, 0x50],
    ]
    .concat();
    let calldata = [0x60, 1, 0x60, 0, 0x53, 0x60, 127, 0x60, 1, 0x53];
    let once = lab.deploy_code(&[&calldata[..], &call].concat());
    let twice = lab.deploy_code(&[&calldata[..], &call, &call].concat());
    let (once, twice) = (lab.send(once, &[]).gas_used, lab.send(twice, &[]).gas_used);
    // 126 pages beyond the free two, and the program's calls and start at the cached price.
    let second = twice - once;
    assert!((126_000..128_000).contains(&second), "{second}");
}

#[test]
fn growth_is_paid_by_the_sixteen_bit_count_until_arbos_59() {
    let pay = |lab: &mut Lab, pages: i64| {
        let probe = super::probe::Probe::default().step(Hook::PayForMemoryGrow, &[pages]);
        let program = lab.install(&probe.wasm());
        lab.transact(Request::call(lab.from, program, vec![])).status
    };
    let out_of_gas = Status::Halt(Halt::OutOfGas);
    let rows = [
        (0, true, true),
        (127, true, true),
        (128, false, false),
        (65_535, false, false),
        (65_536, true, false),
        (65_537, true, false),
        (-1, false, false),
    ];
    for (rules, is_new) in [(Rules::arbos_51(), false), (Rules::arbos_61(), true)] {
        let mut lab = with(rules);
        for (pages, old, new) in rows {
            let succeeds = if is_new { new } else { old };
            let expected = if succeeds { Status::Success } else { out_of_gas.clone() };
            assert_eq!(pay(&mut lab, pages), expected, "{pages} pages, new rules: {is_new}");
        }
    }
}

#[test]
fn program_larger_than_the_page_limit_cannot_start() {
    let mut lab = lab();
    let big = lab.install(&module(r#"(memory (export "memory") 120 120)"#, "", "(i32.const 0)"));
    assert!(lab.send(big, &[]).is_success());
    lab.chain.set_rules(&Rules { page_limit: 50, ..lab.chain.rules() });
    let outcome = lab.send(big, &[]);
    assert_eq!(outcome.status, Status::Halt(Halt::OutOfGas));
}

#[test]
fn bulk_operation_one_byte_too_long_traps_and_is_paid() {
    for operation in [
        "(memory.fill (i32.const 1) (i32.const 7) (i32.const 65536))",
        "(memory.copy (i32.const 1) (i32.const 0) (i32.const 65536))",
        "(memory.copy (i32.const 0) (i32.const 1) (i32.const 65536))",
    ] {
        let mut lab = Lab::new();
        let outcome = lab.once(&format!("{operation} (i32.const 0)"), &[]);
        assert_eq!(outcome.status, Status::Revert, "{operation}");
        // 65 536 bytes at 100 ink are 655 gas.
        assert!(outcome.gas_used > 21_000 + 9_184 + 655, "{operation}: {}", outcome.gas_used);
    }
}

#[test]
fn fill_takes_the_low_byte() {
    let body = "(memory.fill (i32.const 0) (i32.const 0x1ab) (i32.const 2))
        (call $write_result (i32.const 0) (i32.const 3)) (i32.const 0)";
    assert_eq!(Lab::new().once(body, &[]).output.as_ref(), [0xab, 0xab, 0]);
}

#[test]
fn ranges_at_the_end_of_memory_are_within() {
    let rows = [
        (1, 4, 0, true),
        (1, 65_536, 0, true),
        (1, 65_535, 1, true),
        (2, 131_072, 0, true),
        (1, 65_536, 1, false),
        (1, 65_537, 0, false),
        (1, 65_535, 2, false),
        (2, 131_073, 0, false),
    ];
    for (pages, ptr, len, is_within) in rows {
        let mut lab = Lab::new();
        let memory = format!(r#"(memory (export "memory") {pages} {pages})"#);
        let body =
            format!("(call $write_result (i32.const {ptr}) (i32.const {len})) (i32.const 0)");
        let program = lab.install(&module(&memory, "", &body));
        assert_eq!(lab.send(program, &[]).is_success(), is_within, "{pages} {ptr} {len}");
    }
}
