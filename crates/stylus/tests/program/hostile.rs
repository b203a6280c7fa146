//! Bytes that nobody meant well: they end in an error or in a module, in bounded time.

use std::sync::LazyLock;

use proptest::prelude::*;
use stylus_program::{Rules, activate, activate_wasm, format};

use crate::machine::assemble;

/// A program that has a bit of everything.
const RICH: &str = r#"(module
    (import "vm_hooks" "pay_for_memory_grow" (func $pay (param i32)))
    (import "vm_hooks" "read_args" (func $read (param i32)))
    (memory (export "memory") 1 4)
    (table 4 8 funcref)
    (global $g (mut i64) (i64.const 5))
    (elem (i32.const 1) $f $f)
    (data (i32.const 16) "some bytes")
    (type $t (func (param i32) (result i32)))
    (func $f (type $t) (local i64 i32)
        (block (loop (br_table 0 1 (local.get 0))))
        (memory.fill (i32.const 0) (i32.const 1) (local.get 0))
        (if (result i32) (local.get 0)
            (then (return (memory.grow (i32.const 1))))
            (else (select (i32.const 1) (i32.const 2) (i64.eqz (global.get $g))))))
    (func (export "user_entrypoint") (param i32) (result i32)
        (call $read (i32.const 0))
        (call_indirect (type $t) (local.get 0) (i32.const 1))))"#;

static WASM: LazyLock<Vec<u8>> = LazyLock::new(|| assemble(RICH));
static CODE: LazyLock<Vec<u8>> = LazyLock::new(|| format::classic(&WASM));

/// Instrumented modules must be valid whatever went in; an engine says so.
fn must_end_well(wasm: &[u8]) {
    for rules in [Rules::arbos_61(), Rules::arbos_51()] {
        if let Ok(activated) = activate_wasm(wasm, &rules, 0) {
            wasmparser::Validator::new().validate_all(&activated.module).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn module_with_changed_bytes_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut wasm = WASM.clone();
        for (index, byte) in changes {
            let at = index.index(wasm.len());
            wasm[at] = byte;
        }
        must_end_well(&wasm);
    }

    #[test]
    fn module_cut_and_spliced_never_panics(
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        inserted in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let mut wasm = WASM.clone();
        let (from, to) = (from.index(wasm.len()), to.index(wasm.len()));
        wasm.splice(from.min(to)..from.max(to), inserted);
        must_end_well(&wasm);
    }

    #[test]
    fn code_with_changed_bytes_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut code = CODE.clone();
        for (index, byte) in changes {
            let at = index.index(code.len());
            code[at] = byte;
        }
        let _ = activate(&code, &Rules::default(), 0);
    }

    #[test]
    fn arbitrary_code_never_panics(code in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = activate(&[&[0xEF, 0xF0, 0, 0], &code[..]].concat(), &Rules::default(), 0);
        let _ = activate(&[&[0xEF, 0xF0, 2, 0], &code[..]].concat(), &Rules::default(), 0);
        must_end_well(&[b"\0asm\x01\0\0\0", &code[..]].concat());
    }
}

#[test]
fn rich_program_activates() {
    activate_wasm(&WASM, &Rules::default(), 0).unwrap();
}

/// A module that repeats a unit, and what closes it, as often as fits the largest module.
fn filled(before: &str, unit: &str, close: &str, unit_bytes: usize, after: &str) -> Vec<u8> {
    let times = (Rules::default().max_wasm_size as usize - 2_000) / unit_bytes;
    assemble(&format!(
        r#"(module (memory (export "memory") 1 1) {before} {} {} {after}
            (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))"#,
        unit.repeat(times),
        close.repeat(times)
    ))
}

#[test]
fn largest_modules_of_the_dearest_shapes_meet_a_limit_or_stay_small() {
    let wide = format!("(type $w (func (param{})))", " i32".repeat(1_000));
    let call = "(func (unreachable)";
    let modules = [
        filled("(func", "(return)", "", 1, ")"),
        filled("(func", "(block", ")", 3, ")"),
        filled(call, "(call $f)", "", 2, ") (func $f)"),
        filled(&format!("{wide} {call}"), "(call $f)", "", 2, ") (func $f (type $w))"),
        filled("", "(func)", "", 4, ""),
        filled("", "(func (local i32 i64 i32 i64))", "", 12, ""),
        filled("", "(global i32 (i32.const 0))", "", 5, ""),
        filled("(func (block (br_table", " 0", "", 1, "(i32.const 0))))"),
        filled("(func", "(br_table 0 0 (unreachable))", "", 6, ")"),
    ];
    for wasm in modules {
        // Either a limit stops it, or what comes out is not much longer than what went in.
        match activate_wasm(&wasm, &Rules::default(), 0) {
            Ok(activated) => assert!(activated.module.len() <= 2 * wasm.len()),
            Err(reason) => assert!(reason.to_string().contains("exceeds"), "{reason}"),
        }
    }
}
