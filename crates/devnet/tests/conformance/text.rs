//! Programs from a few lines of WebAssembly text.

use stylus_program::hooks::{Hook, MODULE, Value};

/// A program with one page of fixed memory whose entry point has this body.
///
/// Parameter: `$len`. Locals: `$i` and `$j` (i32), `$a`, `$b` and `$c` (i64). Host functions are imported if
/// the text calls them by `$name`.
pub(crate) fn program(body: &str) -> Vec<u8> {
    module(r#"(memory (export "memory") 1 1)"#, "", body)
}

/// A program with its own memory and further functions.
pub(crate) fn module(memory: &str, functions: &str, body: &str) -> Vec<u8> {
    let imports: String = Hook::ALL
        .iter()
        .filter(|hook| calls(functions, hook) || calls(body, hook) || grows(memory, hook))
        .map(|hook| import(*hook))
        .collect();
    let text = format!(
        r#"(module {imports} {memory} {functions}
            (func (export "user_entrypoint") (param $len i32) (result i32)
                (local $i i32) (local $j i32) (local $a i64) (local $b i64) (local $c i64)
                {body}))"#
    );
    wat::parse_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn calls(text: &str, hook: &Hook) -> bool {
    let name = format!("${}", hook.name());
    let end = |rest: &str| !rest.starts_with(|c: char| c == '_' || c.is_ascii_alphanumeric());
    text.match_indices(&name).any(|(at, _)| end(&text[at + name.len()..]))
}

/// A memory that can grow needs the function that growth is paid through.
fn grows(memory: &str, hook: &Hook) -> bool {
    let sizes: Vec<&str> = memory.trim_end_matches(')').split(' ').rev().take(2).collect();
    *hook == Hook::PayForMemoryGrow && sizes[0] != sizes[1]
}

fn import(hook: Hook) -> String {
    let ty = |value: &Value| match value {
        Value::I32 => "i32 ",
        Value::I64 => "i64 ",
    };
    let signature = hook.signature();
    let params: String = signature.params.iter().map(ty).collect();
    let result = signature.result.as_ref().map_or(String::new(), |r| format!("(result {})", ty(r)));
    let name = hook.name();
    format!(r#"(import "{MODULE}" "{name}" (func ${name} (param {params}) {result}))"#)
}

/// Bytes as the text of a data segment.
pub(crate) fn data(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("\\{byte:02x}")).collect()
}
