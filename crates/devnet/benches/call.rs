//! A small call of a program against the same as a contract: load a slot, add one, store it, return it.

#![allow(missing_docs, reason = "criterion's macro makes a public function")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use alloy_primitives::{Address, hex};
use criterion::{Criterion, criterion_group, criterion_main};
use devnet::{Chain, Request};
use stylus_program::format;

/// Loads slot 0, adds one, stores it and returns it.
const PROGRAM: &str = r#"(module
    (import "vm_hooks" "storage_load_bytes32" (func $load (param i32 i32)))
    (import "vm_hooks" "storage_cache_bytes32" (func $cache (param i32 i32)))
    (import "vm_hooks" "storage_flush_cache" (func $flush (param i32)))
    (import "vm_hooks" "write_result" (func $write (param i32 i32)))
    (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param i32) (result i32)
        (call $load (i32.const 0) (i32.const 32))
        (i32.store8 (i32.const 63) (i32.add (i32.load8_u (i32.const 63)) (i32.const 1)))
        (call $cache (i32.const 0) (i32.const 32))
        (call $flush (i32.const 0))
        (call $write (i32.const 32) (i32.const 32))
        (i32.const 0)))"#;

/// `v = SLOAD(0) + 1; SSTORE(0, v); MSTORE(0, v); RETURN(0, 32)`
const CONTRACT: [u8; 18] = hex!("6000546001018060005560005260206000f3");

fn chain() -> (Chain, Address, Address) {
    let mut chain = Chain::default();
    let from = chain.accounts()[0].address();
    let wasm = wat::parse_str(PROGRAM).expect("the text is a module");
    let program = chain.deploy_program(from, &wasm).expect("the program activates");
    let contract =
        chain.deploy(from, format::init_code(&CONTRACT, &[])).expect("the contract deploys");
    (chain, program, contract)
}

/// Calls made and the time they took.
#[derive(Default)]
struct Spent {
    calls: u64,
    time: Duration,
}

impl Spent {
    fn mean(&self) -> f64 {
        self.time.as_secs_f64() / self.calls as f64
    }
}

fn calls(criterion: &mut Criterion) {
    let (chain, program, contract) = chain();
    let from = chain.accounts()[0].address();
    let mut group = criterion.benchmark_group("call");
    let mut measure = |name: &str, to: Address| {
        let request = Request::call(from, to, vec![]);
        let outcome = chain.call_present(&request).expect("the call runs");
        assert_eq!((outcome.is_success(), outcome.output[31]), (true, 1));
        let mut spent = Spent::default();
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|calls| {
                let start = Instant::now();
                for _ in 0..calls {
                    let _ = black_box(chain.call_present(black_box(&request)));
                }
                let time = start.elapsed();
                spent = Spent { calls: spent.calls + calls, time: spent.time + time };
                time
            });
        });
        spent
    };
    let (program, contract) = (measure("program", program), measure("contract", contract));
    group.finish();
    report(&program, &contract);
}

/// Prints the ratio and keeps it among the measured snapshots, where its bar is checked.
fn report(program: &Spent, contract: &Spent) {
    if program.calls == 0 || contract.calls == 0 {
        return;
    }
    let ratio = program.mean() / contract.mean();
    let (program, contract) = (program.mean() * 1e6, contract.mean() * 1e6);
    println!("program {program:.2} µs, contract {contract:.2} µs, ratio {ratio:.2}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../build/snapshots");
    let json = format!("{{\n  \"devnet\": {{\n    \"call_ratio\": {ratio:.2}\n  }}\n}}\n");
    let written =
        fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("bench.json"), json));
    if let Err(error) = written {
        eprintln!("the ratio could not be kept: {error}");
    }
}

criterion_group!(benches, calls);
criterion_main!(benches);
