//! Modules that must not activate: each feature, and each rule of structure.

use stylus_program::hooks::Hook;
use stylus_program::validate::{ModuleError, Segment};
use stylus_program::{ActivationError, Outcome, Rules, activate_wasm};

use crate::machine::assemble;

/// A program with these fields beside an entry point and a memory.
fn with(fields: &str) -> String {
    format!(
        r#"(module {fields} (memory (export "memory") 1 1)
            (func (export "user_entrypoint") (param i32) (result i32) (i32.const 0)))"#
    )
}

/// A program with this body.
fn running(body: &str) -> String {
    with(&format!("(func $f {body})"))
}

fn refusal_under(text: &str, rules: &Rules) -> ModuleError {
    match activate_wasm(&assemble(text), rules, 0) {
        Err(error @ ActivationError::Module(_)) => {
            assert_eq!(error.outcome(rules), Outcome::BurnAll);
            let ActivationError::Module(error) = error else { unreachable!() };
            error
        }
        other => panic!("{text}: {other:?}"),
    }
}

fn refusal(text: &str) -> ModuleError {
    refusal_under(text, &Rules::default())
}

fn is_accepted(text: &str, rules: &Rules) {
    if let Err(error) = activate_wasm(&assemble(text), rules, 0) {
        panic!("{text}: {error}");
    }
}

#[test]
fn features_of_programs_are_accepted() {
    let accepted = [
        "(global (mut i32) (i32.const 1))",
        "(global f64 (f64.const 1))",
        "(func (drop (i32.extend8_s (i32.const 1))) (drop (i64.extend32_s (i64.const 1))))",
        "(func (memory.copy (i32.const 0) (i32.const 0) (i32.const 0)))",
        "(func (param f32 f64) (local f64) (local.set 2 (local.get 1)))",
        "(func (drop (f32.load (i32.const 0))) (f64.store (i32.const 0) (f64.const 1)))",
        "(func (drop (i32.reinterpret_f32 (f32.const 1))))",
        "(table 4 funcref) (func $g) (elem (i32.const 1) $g $g $g)",
        "(func $g) (elem func $g)",
        "(data \"passive\")",
        "(func (export \"anything\"))",
        "(@custom \"producers\" \"not parsed\")",
    ];
    for fields in accepted {
        is_accepted(&with(fields), &Rules::default());
    }
}

#[test]
fn features_that_programs_lack_are_named() {
    let rows = [
        ("reference types", "(drop (ref.is_null (ref.null func)))"),
        (
            "reference types",
            "(drop (select (result i32) (i32.const 1) (i32.const 2) (i32.const 3)))",
        ),
        ("SIMD", "(drop (v128.const i64x2 0 0))"),
        ("relaxed SIMD", "(drop (i8x16.relaxed_swizzle (unreachable) (unreachable)))"),
        ("threads", "(drop (i32.atomic.load (i32.const 0)))"),
        ("tail calls", "(return_call $f)"),
        ("exceptions", "(throw_ref (unreachable))"),
        ("gc", "(drop (ref.i31 (i32.const 0)))"),
        ("function references", "(drop (ref.as_non_null (unreachable)))"),
        (
            "wide arithmetic",
            "(i64.add128 (unreachable) (unreachable) (unreachable) (unreachable)) (drop) (drop)",
        ),
        ("memory control", "(memory.discard (i32.const 0) (i32.const 0))"),
        ("stack switching", "(drop (cont.new 0 (unreachable)))"),
    ];
    for (feature, body) in rows {
        match refusal(&running(body)) {
            ModuleError::Feature { message, .. } => {
                assert!(message.contains(feature), "{feature}: {message}");
            }
            other => panic!("{feature}: {other}"),
        }
    }
}

#[test]
fn features_outside_of_functions_are_named() {
    let rows = [
        ("reference types", "(table 1 externref)"),
        ("reference types", "(func (param externref))"),
        ("SIMD", "(func (param v128))"),
        ("multi", "(memory 1 1)"),
        ("memory64", "(table i64 1 funcref)"),
        ("exceptions", "(tag $t)"),
        ("gc", "(type (struct))"),
        ("gc", "(rec (type (func)) (type (func)))"),
    ];
    for (feature, fields) in rows {
        match refusal(&with(fields)) {
            ModuleError::Feature { message, .. } => {
                assert!(message.contains(feature), "{feature}: {message}");
            }
            other => panic!("{feature}: {other}"),
        }
    }
    let rows =
        [("memory64", "i64 1 1"), ("threads", "1 1 shared"), ("page size", "1 1 (pagesize 1)")];
    for (feature, memory) in rows {
        let text = with("").replace("1 1", memory);
        match refusal(&text) {
            ModuleError::Feature { message, .. } => {
                assert!(message.contains(feature), "{feature}: {message}");
            }
            other => panic!("{feature}: {other}"),
        }
    }
}

#[test]
fn multi_value_is_refused_from_version_three() {
    let texts = [
        running("(result i32 i32) (i32.const 0) (i32.const 0)"),
        running("(i32.const 0) (block (param i32) (drop))"),
        running("(i32.const 0) (drop (loop (param i32) (result i32)))"),
        running("(i32.const 0) (if (param i32) (i32.const 1) (then (drop)) (else (drop)))"),
        with("(type (func (result i32 i32)))"),
        with("(type $t (func)) (func (block (type $t)))"),
    ];
    for text in texts {
        is_accepted(&text, &Rules::arbos_51());
        match refusal(&text) {
            ModuleError::Feature { message, .. } => assert!(message.contains("multi-value")),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn extended_constants_are_refused() {
    let text = with("(global i32 (i32.add (i32.const 1) (i32.const 2)))");
    assert!(matches!(refusal(&text), ModuleError::Feature { .. } | ModuleError::Malformed { .. }));
    let text = with("(global i32 (i32.const 1)) (global i32 (global.get 0))");
    let refused = refusal(&text);
    assert!(matches!(
        refused,
        ModuleError::Malformed { .. } | ModuleError::GlobalInit { index: 1 }
    ));
}

#[test]
fn overlong_table_index_of_an_indirect_call_is_refused() {
    let text =
        with("(table 1 1 funcref) (type $t (func)) (func (call_indirect (type $t) (i32.const 0)))");
    is_accepted(&text, &Rules::default());
    let mut wasm = assemble(&text);
    let at = wasm.windows(3).position(|bytes| bytes[0] == 0x11 && bytes[2] == 0).unwrap();
    wasm.splice(at + 2..at + 3, [0x80, 0]);
    // The body and the code section grow by one byte.
    let body = wasm[..at].windows(3).rposition(|bytes| bytes == [7, 0, 0x41]).unwrap();
    wasm[body] += 1;
    let section = wasm[..body].iter().rposition(|byte| *byte == 10).unwrap();
    wasm[section + 1] += 1;
    let error = activate_wasm(&wasm, &Rules::default(), 0).unwrap_err();
    assert!(
        matches!(&error, ActivationError::Module(ModuleError::Feature { message, .. })
            if message.contains("zero byte expected")),
        "{error}"
    );
}

#[test]
fn float_operators_are_refused_by_name() {
    let rows = [
        ("F32Add", "(drop (f32.add (f32.const 1) (f32.const 1)))"),
        ("F64Neg", "(drop (f64.neg (f64.const 1)))"),
        ("F64Lt", "(drop (f64.lt (f64.const 1) (f64.const 1)))"),
        ("I32TruncF32S", "(drop (i32.trunc_f32_s (f32.const 1)))"),
        ("I64TruncSatF64U", "(drop (i64.trunc_sat_f64_u (f64.const 1)))"),
        ("F32ConvertI64U", "(drop (f32.convert_i64_u (i64.const 1)))"),
        ("F64PromoteF32", "(drop (f64.promote_f32 (f32.const 1)))"),
    ];
    for (operator, body) in rows {
        let operator = operator.to_owned();
        assert_eq!(refusal(&running(body)), ModuleError::Operator { operator, function: 0 });
    }
}

#[test]
fn bulk_operators_on_segments_and_tables_are_refused() {
    let table = "(table 1 1 funcref) (elem $e func $f)";
    let rows = [
        ("TableCopy", "(table.copy (i32.const 0) (i32.const 0) (i32.const 0))"),
        ("TableInit", "(table.init $e (i32.const 0) (i32.const 0) (i32.const 0))"),
        ("ElemDrop", "(elem.drop $e)"),
    ];
    for (operator, body) in rows {
        let operator = operator.to_owned();
        let text = with(&format!("{table} (func $f {body})"));
        assert_eq!(refusal(&text), ModuleError::Operator { operator, function: 0 });
    }
    let text = with("(data $d \"x\") (func (data.drop $d))");
    assert_eq!(refusal(&text), ModuleError::Section { section: "data count" });
}

#[test]
fn start_function_is_refused() {
    assert_eq!(refusal(&with("(func $f) (start $f)")), ModuleError::Start { function: 0 });
}

#[test]
fn imports_other_than_host_functions_are_refused() {
    let unknown = |module: &str, name: &str| ModuleError::UnknownImport {
        module: module.to_owned(),
        name: name.to_owned(),
    };
    let rows = [
        ("env", "read_args", "(func (param i32))"),
        ("vm_hooks", "read_argument", "(func (param i32))"),
        ("console", "log_txt", "(func (param i32 i32))"),
        ("debug", "null_host", "(func)"),
    ];
    for (module, name, ty) in rows {
        let text = with(&format!(r#"(import "{module}" "{name}" {ty})"#));
        assert_eq!(refusal(&text), unknown(module, name));
    }
    for ty in ["(global i32)", "(table 1 funcref)"] {
        let text = with(&format!(r#"(import "vm_hooks" "read_args" {ty})"#));
        assert!(matches!(refusal(&text), ModuleError::ImportKind { .. }));
    }
}

#[test]
fn every_host_function_activates_with_its_own_type_and_no_other() {
    for hook in Hook::ALL {
        let signature = hook.signature();
        let word = |value| if value == stylus_program::hooks::Value::I32 { "i32" } else { "i64" };
        let params: Vec<_> = signature.params.iter().map(|value| word(*value)).collect();
        let result =
            signature.result.map_or(String::new(), |value| format!("(result {})", word(value)));
        let import = |params: &str, result: &str| {
            with(&format!(
                r#"(import "vm_hooks" "{}" (func (param {params}) {result}))"#,
                hook.name()
            ))
        };
        is_accepted(&import(&params.join(" "), &result), &Rules::default());
        let longer = import(&(params.join(" ") + " i32"), &result);
        assert_eq!(refusal(&longer), ModuleError::ImportType { hook: *hook });
        let other = if result.is_empty() { "(result i32)" } else { "" };
        assert_eq!(
            refusal(&import(&params.join(" "), other)),
            ModuleError::ImportType { hook: *hook }
        );
    }
}

#[test]
fn host_function_imported_twice_needs_one_type_index() {
    let twice = |first: &str, second: &str| {
        with(&format!(
            r#"(type $a (func (param i32))) (type $b (func (param i32)))
            (import "vm_hooks" "read_args" (func (type {first})))
            (import "vm_hooks" "read_args" (func (type {second})))"#
        ))
    };
    is_accepted(&twice("$a", "$a"), &Rules::default());
    assert_eq!(refusal(&twice("$a", "$b")), ModuleError::ImportedTwice { hook: Hook::ReadArgs });
}

#[test]
fn reserved_names_are_refused() {
    let reserved = |name: &str| ModuleError::Reserved { name: name.to_owned() };
    for (export, bare) in [("stylus_ink_left", "stylus_ink_left"), ("a__stylus", "stylus")] {
        let text = with(&format!(r#"(func (export "{export}"))"#));
        assert_eq!(refusal(&text), reserved(bare));
    }
    let text = with(r#"(import "vm_hooks" "stylus_pay" (func))"#);
    assert_eq!(refusal(&text), reserved("stylus_pay"));
    is_accepted(&with(r#"(func (export "a_stylus"))"#), &Rules::default());
}

#[test]
fn export_with_the_name_of_an_import_is_refused() {
    let import = r#"(import "vm_hooks" "read_args" (func (param i32)))"#;
    for name in ["read_args", "path__read_args", "a__b__read_args"] {
        let text = with(&format!(r#"{import} (func (export "{name}"))"#));
        assert_eq!(refusal(&text), ModuleError::ExportHidesImport { name: name.to_owned() });
    }
    is_accepted(&with(&format!(r#"{import} (func (export "write_result"))"#)), &Rules::default());
}

#[test]
fn module_without_a_proper_entry_point_is_refused() {
    let memory = r#"(memory (export "memory") 1 1)"#;
    let none = format!("(module {memory} (func))");
    assert_eq!(refusal(&none), ModuleError::NoEntrypoint);
    let global = format!(
        r#"(module {memory} (func) (global (export "user_entrypoint") i32 (i32.const 0)))"#
    );
    assert_eq!(refusal(&global), ModuleError::NoEntrypoint);
    for ty in ["", "(param i32)", "(param i64) (result i32)"] {
        let text =
            format!(r#"(module {memory} (func (export "user_entrypoint") {ty} (unreachable)))"#);
        assert_eq!(refusal(&text), ModuleError::EntrypointType);
    }
    let import = format!(
        r#"(module (import "vm_hooks" "account_code_size" (func (param i32) (result i32)))
            {memory} (func) (export "user_entrypoint" (func 0)))"#
    );
    assert_eq!(refusal(&import), ModuleError::EntrypointType);
}

#[test]
fn module_without_its_memory_exported_is_refused() {
    let entry = r#"(func (export "user_entrypoint") (param i32) (result i32) (i32.const 0))"#;
    for text in [
        format!("(module {entry})"),
        format!("(module (memory 1 1) {entry})"),
        format!(r#"(module (memory (export "mem") 1 1) {entry})"#),
        format!(r#"(module (memory 1 1) (func (export "memory")) {entry})"#),
    ] {
        assert_eq!(refusal(&text), ModuleError::NoMemory);
    }
}

#[test]
fn memory_that_may_grow_needs_the_hook_that_pays() {
    for bounds in ["1", "1 2", "0 1"] {
        let text = with("").replace("1 1", bounds);
        assert_eq!(refusal(&text), ModuleError::UnpaidGrowth);
        let import = r#"(module (import "vm_hooks" "pay_for_memory_grow" (func (param i32)))"#;
        is_accepted(&text.replacen("(module", import, 1), &Rules::default());
    }
}

#[test]
fn segments_outside_of_memory_or_table_are_refused() {
    let range = |kind, end, size| ModuleError::SegmentRange { kind, index: 0, end, size };
    is_accepted(&with(r#"(data (i32.const 65535) "x")"#), &Rules::default());
    is_accepted(&with(r#"(data (i32.const 65536) "")"#), &Rules::default());
    let text = with(r#"(data (i32.const 65535) "xy")"#);
    assert_eq!(refusal(&text), range(Segment::Data, 65_537, 65_536));
    let text = with(r#"(data (i32.const -1) "x")"#);
    assert_eq!(refusal(&text), range(Segment::Data, 1 << 32, 65_536));
    let text = with("(table 2 2 funcref) (func $g) (elem (i32.const 1) $g $g)");
    assert_eq!(refusal(&text), range(Segment::Element, 3, 2));
}

#[test]
fn malformed_names_are_refused() {
    let text = with(r#"(@custom "name" "\01\7f")"#);
    assert!(matches!(refusal(&text), ModuleError::Names { .. }));
}

#[test]
fn bytes_that_are_no_module_are_refused() {
    for wasm in [&b""[..], b"\0asm", b"\0asm\x02\0\0\0", b"\0asm\x0d\0\x01\0", b"module"] {
        let error = activate_wasm(wasm, &Rules::default(), 0).unwrap_err();
        assert!(matches!(error, ActivationError::Module(_)), "{error}");
    }
}
