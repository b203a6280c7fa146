//! Measures the ink of host functions: a program that reads its meter before and after each.

use alloy_primitives::Address;
use devnet::Request;
use stylus_program::hooks::Hook;

use super::lab::Lab;
use super::text;

/// Where measurements are written.
const OUT: usize = 60_000;

/// Calls of host functions to measure, in order, in one frame.
///
/// The calldata lies at address 0 of the program's memory.
#[derive(Default)]
pub(crate) struct Probe {
    steps: Vec<(Hook, Vec<i64>)>,
    more_pages: u32,
}

/// What a step took, and what its function returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) ink: u64,
    pub(crate) result: u64,
}

impl Probe {
    pub(crate) fn step(mut self, hook: Hook, args: &[i64]) -> Self {
        self.steps.push((hook, args.to_vec()));
        self
    }

    /// The same with more than the one page of memory.
    pub(crate) fn more_pages(mut self, pages: u32) -> Self {
        self.more_pages = pages;
        self
    }

    /// The program.
    pub(crate) fn wasm(&self) -> Vec<u8> {
        let steps: String = self.steps.iter().enumerate().map(|(i, step)| body(i, step)).collect();
        let len = 16 * self.steps.len();
        let pages = 1 + self.more_pages;
        text::module(
            &format!(r#"(memory (export "memory") {pages} {pages})"#),
            "",
            &format!(
                "(call $read_args (i32.const 0)) {steps}
                 (call $write_result (i32.const {OUT}) (i32.const {len})) (i32.const 0)"
            ),
        )
    }

    /// Installs and runs the program.
    pub(crate) fn run(&self, lab: &mut Lab, data: &[u8]) -> Vec<Measured> {
        let program = lab.install(&self.wasm());
        self.run_at(lab, program, data)
    }

    /// Runs the installed program.
    pub(crate) fn run_at(&self, lab: &mut Lab, program: Address, data: &[u8]) -> Vec<Measured> {
        let request = Request::call(lab.from, program, data.to_vec());
        self.measure(lab, request)
    }

    /// Runs the installed program in a transaction of any kind.
    pub(crate) fn measure(&self, lab: &mut Lab, request: Request) -> Vec<Measured> {
        let outcome = lab.transact(request);
        assert!(outcome.is_success(), "{}", outcome.reason());
        let numbers = outcome.output.chunks_exact(8);
        let numbers: Vec<u64> =
            numbers.map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap())).collect();
        let steps = numbers.chunks_exact(2).zip(&self.steps);
        steps
            .map(|(pair, step)| Measured { ink: pair[0] - overhead(step), result: pair[1] })
            .collect()
    }
}

/// Ink between the two readings that is not the host function's own.
fn overhead((hook, args): &(Hook, Vec<i64>)) -> u64 {
    let (call, header, read, local_set) = (3_800, 2_450, 8_400, 210);
    let take_result = if hook.signature().result.is_some() { local_set } else { 0 };
    local_set + args.len() as u64 + call + header + take_result + call + header + read
}

fn body(index: usize, (hook, args): &(Hook, Vec<i64>)) -> String {
    use stylus_program::hooks::Value::{I32, I64};
    let signature = hook.signature();
    let argument = |(ty, arg)| match ty {
        &I32 => format!("(i32.const {arg})"),
        I64 => format!("(i64.const {arg})"),
    };
    let args: String = signature.params.iter().zip(args).map(argument).collect();
    let (result, take) = match signature.result {
        None => ("(i64.const 0)", ""),
        Some(I32) => ("(i64.extend_i32_u (local.get $i))", "local.set $i"),
        Some(I64) => ("(local.get $b)", "local.set $b"),
    };
    let (name, ink_at, result_at) = (hook.name(), OUT + 16 * index, OUT + 16 * index + 8);
    format!(
        "call $evm_ink_left local.set $a {args} call ${name} {take} call $evm_ink_left local.set $c
         (i64.store (i32.const {ink_at}) (i64.sub (local.get $a) (local.get $c)))
         (i64.store (i32.const {result_at}) {result})
        "
    )
}
