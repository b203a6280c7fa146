//! Runs the program as people do.

#![allow(dead_code)] // Each test file is a program of its own and uses a part of it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs a command to its end.
pub(crate) fn ballast(arguments: &[&str]) -> Output {
    with_input(arguments, "")
}

/// Runs a command that reads this from its standard input.
pub(crate) fn with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ballast"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that reads nothing may have ended already.
    let _ = child.stdin.take().expect("it has an input").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

/// What a command that succeeds prints.
pub(crate) fn printed(arguments: &[&str], input: &str) -> String {
    let output = with_input(arguments, input);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// What a command that fails prints as its error; nothing else, and no panic.
pub(crate) fn refusal(arguments: &[&str], input: &str) -> String {
    let output = with_input(arguments, input);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stderr));
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
    text(&output.stderr)
}

/// A file of `examples/`.
pub(crate) fn example(name: &str) -> String {
    format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A file that a test writes.
pub(crate) fn scratch(name: &str) -> String {
    format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"))
}

/// Bytes as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
