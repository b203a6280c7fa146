//! Each limit, at its edge and one beyond.

use stylus_program::validate::{ModuleError, Quantity};
use stylus_program::{Activated, ActivationError, Outcome, Rules, activate_wasm};

use crate::machine::assemble;

/// A program with these fields beside an entry point and a memory.
fn with(fields: &str) -> String {
    format!(
        r#"(module {fields} (memory (export "memory") 1 1)
            (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))"#
    )
}

fn activate(text: &str) -> Result<Activated, ActivationError> {
    activate_wasm(&assemble(text), &Rules::default(), 0)
}

/// Asserts that a program with `limit` of something activates and one with one more does not.
fn assert_edge(quantity: Quantity, function: Option<u32>, program: impl Fn(u64) -> String) {
    let limit = quantity.limit();
    if let Err(error) = activate(&program(limit)) {
        panic!("at the edge of {quantity}: {error}");
    }
    let error = activate(&program(limit + 1)).unwrap_err();
    let expected = ModuleError::Limit { quantity, count: limit + 1, limit, function };
    assert_eq!(error, ActivationError::Module(expected));
    assert_eq!(error.outcome(&Rules::default()), Outcome::BurnAll);
}

fn repeat(text: &str, times: u64) -> String {
    text.repeat(times as usize)
}

#[test]
fn data_segments_are_limited() {
    assert_edge(Quantity::DataSegments, None, |n| with(&repeat("(data (i32.const 0) \"\")", n)));
}

#[test]
fn element_segments_are_limited() {
    assert_edge(Quantity::ElementSegments, None, |n| {
        let segments = repeat("(elem (i32.const 0) func)", n);
        with(&format!("(table 1 1 funcref) {segments}"))
    });
}

#[test]
fn element_bytes_are_limited() {
    // Flags, a constant of three bytes, and a count of two: then a byte for each function.
    assert_edge(Quantity::ElementBytes, None, |n| {
        let items = repeat(" $f", n - 6);
        with(&format!("(table 4096 4096 funcref) (func $f) (elem (i32.const 0) func{items})"))
    });
}

#[test]
fn functions_are_limited() {
    assert_edge(Quantity::Functions, None, |n| with(&repeat("(func)", n - 1)));
}

#[test]
fn globals_are_limited_with_those_of_the_meter() {
    assert_edge(Quantity::Globals, None, |n| with(&repeat("(global i32 (i32.const 0))", n - 4)));
}

#[test]
fn imports_are_limited() {
    assert_edge(Quantity::Imports, None, |n| {
        let import = r#"(import "vm_hooks" "chainid" (func (result i64)))"#;
        with(&repeat(import, n))
    });
}

#[test]
fn table_entries_are_limited() {
    assert_edge(Quantity::TableEntries, None, |n| with(&format!("(table {n} {n} funcref)")));
}

#[test]
fn locals_are_limited_without_the_parameters() {
    assert_edge(Quantity::Locals, Some(0), |n| {
        let locals = repeat(" i64", n);
        with(&format!("(func (param i32 i32 i32) (local{locals}))"))
    });
}

#[test]
fn operators_are_limited_after_instrumentation() {
    // One run of nops and the end: 12 to pay for it, 17 for the frame.
    assert_edge(Quantity::Operators, Some(0), |n| {
        with(&format!("(func {})", repeat("nop ", n - 30)))
    });
}

#[test]
fn stack_height_is_limited() {
    assert_edge(Quantity::StackHeight, Some(0), |n| {
        let pushed = repeat("(i32.const 0)", n);
        with(&format!("(func {pushed} {})", repeat("drop ", n)))
    });
}

#[test]
fn frame_is_limited() {
    // A frame of the greatest size has more locals than allowed, which is found after it.
    let program = |locals: u64| with(&format!("(func (local{}))", repeat(" i64", locals)));
    let limit = Quantity::FrameWords.limit();
    let quantity = |error| match error {
        ActivationError::Module(ModuleError::Limit { quantity, count, .. }) => (quantity, count),
        other => panic!("{other}"),
    };
    let at = activate(&program(limit - 6)).unwrap_err();
    assert_eq!(quantity(at), (Quantity::Locals, limit - 6));
    let beyond = activate(&program(limit - 5)).unwrap_err();
    assert_eq!(quantity(beyond), (Quantity::FrameWords, limit + 1));
}

#[test]
fn names_are_limited() {
    assert_edge(Quantity::NameBytes, None, |n| {
        with(&format!(r#"(func (export "{}"))"#, repeat("x", n)))
    });
    assert_edge(Quantity::NameBytes, None, |n| {
        with("").replacen("(module", &format!("(module ${}", repeat("m", n)), 1)
    });
}

#[test]
fn exports_are_not_limited_since_they_are_dropped() {
    let exports: String = (0..1_500).map(|i| format!(r#"(export "e{i}" (func 0))"#)).collect();
    activate(&with(&exports)).unwrap();
}

#[test]
fn initial_memory_is_limited_by_the_pages_left() {
    let program = |pages: u16| assemble(&with("").replace("1 1", &format!("{pages} {pages}")));
    let rules = Rules::default();
    let run = |pages, open| activate_wasm(&program(pages), &rules, open).map(|_| ());
    let refused = |pages: u16, limit| {
        Err(ActivationError::Module(ModuleError::Memory { pages: pages.into(), limit }))
    };
    assert_eq!((run(128, 0), run(129, 0)), (Ok(()), refused(129, 128)));
    assert_eq!((run(120, 4), run(120, 8), run(120, 64)), (Ok(()), Ok(()), refused(120, 64)));
    assert_eq!((run(0, 128), run(1, 200)), (Ok(()), refused(1, 0)));
    let wide = Rules { page_limit: 500, ..rules };
    let error = activate_wasm(&program(129), &wide, 0).unwrap_err();
    assert_eq!(error, ModuleError::Memory { pages: 129, limit: 128 }.into());
}

#[test]
fn module_size_is_limited_by_version() {
    let padded = |len: usize| {
        let base = assemble(&with(""));
        // A custom section: number, three bytes of length, an empty name, and the padding.
        let content = len - base.len() - 4;
        let leb = [content as u8 | 0x80, (content >> 7) as u8 | 0x80, (content >> 14) as u8];
        [&base[..], &[0], &leb, &vec![0; content]].concat()
    };
    for (rules, limit) in [(Rules::arbos_61(), 262_144), (Rules::arbos_51(), 131_072)] {
        let module = padded(limit);
        assert_eq!(module.len(), limit);
        activate_wasm(&module, &rules, 0).unwrap();
        let error = activate_wasm(&padded(limit + 1), &rules, 0).unwrap_err();
        assert_eq!(error.outcome(&rules), Outcome::EmptyRevert);
    }
}

#[test]
fn stored_costs_must_fit_sixteen_bits() {
    let program = |bytes: usize| {
        let data = "a".repeat(bytes);
        with(&format!(r#"(data (i32.const 0) "{data}")"#)).replace("1 1", "2 2")
    };
    assert!(activate(&program(86_900)).unwrap().estimates.cached_cost > 65_400);
    let error = activate(&program(87_200)).unwrap_err();
    assert!(matches!(error, ActivationError::Estimates(_)), "{error}");
    assert_eq!(error.outcome(&Rules::default()), Outcome::BurnAll);
}
