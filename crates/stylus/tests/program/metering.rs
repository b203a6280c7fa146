//! What a run pays: straight runs, bulk memory, and growth.

use stylus_program::{Rules, activate_wasm, prices};

use crate::machine::{Machine, activate_text, assemble};

const AMPLE: u64 = 1_000_000_000_000;
const HEADER: u64 = prices::SEGMENT_HEADER;
/// `i32.const 0, end`: how the programs here finish.
const FINISH: u64 = 2 + HEADER;

/// A program with one page of fixed memory, this entry point and these functions.
fn program(entry: &str, functions: &str) -> String {
    format!(
        r#"(module (memory (export "memory") 1 1)
            (func (export "user_entrypoint") (param i32) (result i32) (local i32) {entry})
            {functions})"#
    )
}

/// Ink that a program takes when it succeeds.
fn spent(text: &str) -> u64 {
    let mut machine = Machine::new(text, AMPLE);
    assert_eq!(machine.run(&[]), Some(0));
    AMPLE - machine.ink()
}

#[test]
fn call_of_an_empty_function_costs_its_only_run() {
    let text = program("(call $f) (i32.const 0)", "(func $f)");
    assert_eq!(spent(&text), (3_800 + HEADER) + 2_451 + FINISH);
}

#[test]
fn ink_just_enough_ends_at_zero_and_one_less_traps() {
    let text = program("(call $f) (i32.const 0)", "(func $f)");
    let mut machine = Machine::new(&text, 11_153);
    assert_eq!((machine.run(&[]), machine.ink(), machine.status()), (Some(0), 0, 0));
    let mut machine = Machine::new(&text, 11_152);
    assert_eq!((machine.run(&[]), machine.ink(), machine.status()), (None, 2_451, 1));
}

#[test]
fn ink_is_compared_as_an_unsigned_number() {
    let mut machine = Machine::new(&program("(i32.const 0)", ""), u64::MAX);
    assert_eq!((machine.run(&[]), u64::MAX - machine.ink()), (Some(0), FINISH));
}

#[test]
fn trap_in_the_middle_of_a_run_has_paid_for_all_of_it() {
    let text =
        program("(i32.div_u (i32.const 1) (i32.const 0)) (i64.popcnt (i64.const 1)) drop", "");
    let mut machine = Machine::new(&text, AMPLE);
    assert_eq!((machine.run(&[]), machine.status()), (None, 0));
    assert_eq!(AMPLE - machine.ink(), 2 + 1_120 + 1 + 6_000 + 9 + 1 + HEADER);
}

#[test]
fn block_and_unreachable_do_not_end_a_run() {
    let text = program("(block (unreachable)) (i32.const 0)", "");
    let mut machine = Machine::new(&text, AMPLE);
    assert_eq!(machine.run(&[]), None);
    assert_eq!(AMPLE - machine.ink(), 3 + HEADER);
}

#[test]
fn loop_pays_its_header_once_and_its_body_each_time() {
    let entry = "(local.set 1 (i32.const 5))
        (loop (br_if 0 (local.tee 1 (i32.sub (local.get 1) (i32.const 1)))))
        (i32.const 0)";
    let head = 1 + 210 + 1 + HEADER;
    let body = 75 + 1 + 70 + 75 + 765 + HEADER;
    assert_eq!(spent(&program(entry, "")), head + 5 * body + (1 + HEADER) + FINISH);
}

#[test]
fn branches_pay_only_for_the_arm_they_take() {
    let entry = "(if (local.get 0) (then (nop) (nop)) (else (nop))) (i32.const 0)";
    let taken = (75 + 765 + HEADER) + (1 + 1 + HEADER) + FINISH;
    assert_eq!(spent(&program(entry, "")), taken);
}

#[test]
fn table_branch_and_indirect_call_pay_for_their_width() {
    let entry = "(block (block (block (br_table 0 1 2 (i32.const 1))))) (i32.const 0)";
    let table = 3 + 1 + 2_400 + 325 * 2 + HEADER;
    assert_eq!(spent(&program(entry, "")), table + (1 + HEADER) + FINISH);
    let entry = "(call_indirect (type $t) (i64.const 1) (i64.const 2) (i32.const 0)) (i32.const 0)";
    let functions = "(type $t (func (param i64 i64))) (table 1 1 funcref) (elem (i32.const 0) $f)
        (func $f (type $t))";
    let call = 3 + 13_610 + 650 * 2 + HEADER;
    assert_eq!(spent(&program(entry, functions)), call + 2_451 + FINISH);
}

#[test]
fn float_constants_activate_but_no_frame_can_pay() {
    let text = program("(if (local.get 0) (then (drop (f64.const 1)))) (i32.const 0)", "");
    let mut machine = Machine::new(&text, u64::MAX - 1);
    assert_eq!(machine.run(&[]), Some(0), "the run with the constant is not entered");
    let mut machine = Machine::new(&text, u64::MAX - 1);
    assert_eq!((machine.run(&[1]), machine.status()), (None, 1));
}

#[test]
fn instrumented_module_has_the_operators_that_are_measured() {
    let texts = [
        program("(i32.const 0)", "(func $f (return) (unreachable))"),
        program("(memory.fill (i32.const 0) (i32.const 1) (i32.const 2)) (i32.const 0)", ""),
        growing("(drop (memory.grow (i32.const 1)))"),
        program("(loop (br 0)) (i32.const 0) (br 0) (return)", ""),
    ];
    for text in texts {
        let activated = activate_text(&text);
        assert_eq!(operators(&activated.module), activated.measures.operators, "{text}");
    }
}

fn operators(wasm: &[u8]) -> u64 {
    let mut count = 0;
    for payload in wasmparser::Parser::new(0).parse_all(wasm) {
        if let wasmparser::Payload::CodeSectionEntry(body) = payload.unwrap() {
            count += body.get_operators_reader().unwrap().into_iter().count() as u64;
        }
    }
    count
}

#[test]
fn bulk_memory_pays_for_each_byte() {
    let fill = "(memory.fill (i32.const 8) (i32.const 0x1ab) (i32.const 1000)) (i32.const 0)";
    let text = program(fill, "");
    assert_eq!(spent(&text), 3 + 950 + 1_000 * 100 + FINISH);
    let mut machine = Machine::new(&text, AMPLE);
    machine.run(&[]);
    assert_eq!(machine.memory()[7..9], [0, 0xAB]);
    let copy = "(memory.copy (i32.const 8) (i32.const 0) (i32.const 77)) (i32.const 0)";
    assert_eq!(spent(&program(copy, "")), 3 + 950 + 77 * 100 + FINISH);
}

#[test]
fn bulk_memory_without_the_ink_is_exhausted() {
    let fill = "(memory.fill (i32.const 0) (i32.const 1) (i32.const 10)) (i32.const 0)";
    let enough = 3 + 950 + 10 * 100 + FINISH;
    let mut machine = Machine::new(&program(fill, ""), enough);
    assert_eq!((machine.run(&[]), machine.ink()), (Some(0), 0));
    let mut machine = Machine::new(&program(fill, ""), enough - 1);
    assert_eq!((machine.run(&[]), machine.status()), (None, 1));
    assert_eq!(machine.memory()[0], 0);
}

#[test]
fn bulk_memory_of_the_largest_count_is_exhausted_without_wrapping() {
    let fill = "(memory.fill (i32.const 0) (i32.const 1) (i32.const -1)) (i32.const 0)";
    let mut machine = Machine::new(&program(fill, ""), 429_496_729_499);
    assert_eq!((machine.run(&[]), machine.status()), (None, 1));
}

#[test]
fn bulk_memory_out_of_bounds_writes_nothing_and_has_paid() {
    for op in [
        "memory.fill (i32.const 65534) (i32.const 7) (i32.const 3)",
        "memory.copy (i32.const 65534) (i32.const 0) (i32.const 3)",
        "memory.copy (i32.const 0) (i32.const 65534) (i32.const 3)",
    ] {
        let mut machine = Machine::new(&program(&format!("({op}) (i32.const 0)"), ""), AMPLE);
        assert_eq!((machine.run(&[]), machine.status()), (None, 0));
        assert_eq!(AMPLE - machine.ink(), 3 + 950 + 300 + FINISH);
        assert_eq!(machine.memory()[65_534..], [0, 0]);
    }
}

/// A program whose one page of memory may grow to 200.
fn growing(entry: &str) -> String {
    format!(
        r#"(module (import "vm_hooks" "pay_for_memory_grow" (func $pay (param i32)))
            (memory (export "memory") 1 200)
            (func (export "user_entrypoint") (param i32) (result i32) {entry} (i32.const 0)))"#
    )
}

#[test]
fn growth_is_paid_before_it_happens() {
    let text = growing("(drop (memory.grow (i32.const 100)))");
    let mut machine = Machine::new(&text, AMPLE);
    assert_eq!(machine.run(&[]), Some(0));
    assert_eq!((machine.growths(), machine.memory().len()), (&[100][..], 101 << 16));
    assert_eq!(AMPLE - machine.ink(), 932_066 * 10_000 + 1 + 8_050 + 9 + FINISH);
}

#[test]
fn growth_to_the_limit_costs_the_same_in_any_steps() {
    for (step, times) in [(1, 127), (127, 1)] {
        let grow = format!("(drop (memory.grow (i32.const {step})))").repeat(times);
        let mut machine = Machine::new(&growing(&grow), AMPLE);
        assert_eq!((machine.run(&[]), machine.memory().len()), (Some(0), 128 << 16));
        let gas = prices::ink_to_gas_floor(AMPLE - machine.ink(), 10_000);
        assert!((31_999_000..32_001_000).contains(&gas), "{gas}");
    }
}

#[test]
fn growth_beyond_the_maximum_fails_and_the_payment_is_kept() {
    let text = growing(
        "(if (i32.ne (memory.grow (i32.const 127)) (i32.const 1)) (then (unreachable)))
         (if (i32.ne (memory.grow (i32.const 0)) (i32.const 128)) (then (unreachable)))",
    );
    let fixed = text.replace("1 200", "1 2").replace("(i32.const 1))", "(i32.const -1))");
    let mut machine = Machine::new(&fixed, AMPLE);
    assert_eq!(machine.run(&[]), None, "the second check expects the pages");
    assert_eq!(machine.growths(), [127, 0]);
    assert!(AMPLE - machine.ink() > 319_000_000_000);
}

#[test]
fn growth_of_fixed_memory_fails_without_a_hook_or_a_price() {
    for delta in [1, 65_535, -1] {
        let entry = format!("(drop (memory.grow (i32.const {delta}))) (i32.const 0)");
        assert_eq!(spent(&program(&entry, "")), 1 + 8_050 + 9 + FINISH);
    }
}

#[test]
fn memory_without_a_maximum_gets_the_highest_that_programs_may_have() {
    let text = growing("").replace("1 200", "1");
    let activated = activate_wasm(&assemble(&text), &Rules::default(), 0).unwrap();
    let maximum = wasmparser::Parser::new(0).parse_all(&activated.module).find_map(|payload| {
        match payload.unwrap() {
            wasmparser::Payload::MemorySection(section) => {
                section.into_iter().next().unwrap().unwrap().maximum
            }
            _ => None,
        }
    });
    assert_eq!(maximum, Some(65_534));
}
