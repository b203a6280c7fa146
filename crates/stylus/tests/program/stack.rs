//! Words of stack: what a frame takes, and when they run out.

use crate::machine::{Machine, activate_text};

const AMPLE: u64 = 1_000_000_000_000;

/// One parameter, two locals, at most three operands: counts its calls at address zero, for ever.
const ENDLESS: &str = r#"(module (memory (export "memory") 1 1)
    (func $f (export "user_entrypoint") (param i32) (result i32) (local i32 i32)
        (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
        (call $f (local.get 0))))"#;

/// The smallest frames there are: the entry point's, and one more than the argument has bytes.
const COUNTED: &str = r#"(module (memory (export "memory") 1 1)
    (func $f (param i32)
        (if (local.get 0) (then (call $f (i32.sub (local.get 0) (i32.const 1))))))
    (func (export "user_entrypoint") (param i32) (result i32)
        (call $f (local.get 0)) (i32.const 0)))"#;

#[test]
fn frame_of_the_reference_function_has_nine_words() {
    assert_eq!(activate_text(ENDLESS).measures.deepest_frame_words, 9);
}

#[test]
fn recursion_ends_where_the_words_do() {
    for (words, calls) in [(9, 0), (10, 1), (18, 1), (19, 2), (36, 3), (40, 4)] {
        let mut machine = Machine::new(ENDLESS, AMPLE);
        machine.set_stack(words);
        assert_eq!((machine.run(&[]), machine.status()), (None, 0));
        assert_eq!((machine.memory()[0], machine.stack()), (calls, 0), "{words} words");
    }
}

#[test]
fn recursion_to_the_deepest_allowed_neither_overflows_nor_traps_in_the_engine() {
    assert_eq!(activate_text(COUNTED).measures.deepest_frame_words, 6);
    let mut machine = Machine::new(COUNTED, AMPLE);
    assert_eq!(machine.run(&[0; 3_664]), Some(0));
    assert_eq!(machine.stack(), 22_000);
    let mut machine = Machine::new(COUNTED, AMPLE);
    assert_eq!((machine.run(&[0; 3_665]), machine.stack()), (None, 0));
}

#[test]
fn long_run_does_not_use_up_the_host_stack() {
    let text = r#"(module (memory (export "memory") 1 1)
        (func $f (param i32) (result i32) (i32.rotl (local.get 0) (i32.const 3)))
        (func (export "user_entrypoint") (param i32) (result i32) (local i32)
            (local.set 1 (i32.const 300000))
            (loop
                (i64.store (i32.const 8) (i64.mul (i64.load (i32.const 8)) (i64.const 3)))
                (drop (call $f (local.get 1)))
                (memory.fill (i32.const 0) (i32.const 1) (i32.const 2))
                (br_if 0 (local.tee 1 (i32.sub (local.get 1) (i32.const 1)))))
            (i32.const 0)))"#;
    assert_eq!(Machine::new(text, AMPLE).run(&[]), Some(0));
}

#[test]
fn return_gives_the_words_back() {
    let text = r#"(module (memory (export "memory") 1 1)
        (func $f (param i32) (if (local.get 0) (then (return))) (nop))
        (func (export "user_entrypoint") (param i32) (result i32)
            (call $f (i32.const 0)) (call $f (i32.const 1)) (return (i32.const 0))))"#;
    let mut machine = Machine::new(text, AMPLE);
    assert_eq!((machine.run(&[]), machine.stack()), (Some(0), 22_000));
}

#[test]
fn branch_to_the_function_label_keeps_the_words() {
    let text = r#"(module (memory (export "memory") 1 1)
        (func (export "user_entrypoint") (param i32) (result i32) (br 0 (i32.const 0))))"#;
    let mut machine = Machine::new(text, AMPLE);
    assert_eq!((machine.run(&[]), machine.stack()), (Some(0), 22_000 - 7));
}

#[test]
fn results_count_on_top_of_parameters_and_from_the_start_of_a_block() {
    let rows = [
        ("(drop (call $two (i32.const 0) (i32.const 0))) (i32.const 0)", 3),
        ("(drop (block (result i32) (i32.const 0))) (i32.const 0)", 3),
        (
            "(drop (if (result i32) (i32.const 0) (then (i32.const 0)) (else (i32.const 0)))) (i32.const 0)",
            3,
        ),
        ("(memory.fill (i32.const 0) (i32.const 0) (i32.const 0)) (i32.const 0)", 6),
        ("(unreachable) (select) (drop) (i32.const 0)", 2),
    ];
    for (entry, height) in rows {
        let text = format!(
            r#"(module (memory (export "memory") 1 1)
                (func $two (param i32 i32) (result i32) (local.get 0))
                (func (export "user_entrypoint") (param i32) (result i32) {entry}))"#
        );
        let largest = activate_text(&text).measures.deepest_frame_words;
        assert_eq!(largest, height + 4, "{entry}");
    }
}
