//! MAT-1, the arithmetic, computed by the virtual machine and by the host: equal to the bit.
//!
//! The program `math-probe` is `ballast-math` compiled as the contracts are. Inputs are random and lean
//! towards edges; whatever operations the crate's probe knows take turns.

use alloy_primitives::Address;
use ballast_math::probe::{MAX_ARGUMENTS, OPERATIONS, OUTPUT, run};
use devnet::{Chain, Config, Outcome, Rules};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// Inputs of a run.
const INPUTS: usize = 120_000;
/// Inputs of a call: each may be a whole portfolio, and a call has 32 million gas.
const BATCH: usize = 60;
/// The program, as `cargo xtask wasm` leaves it.
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../build/math-probe.wasm");
/// Bytes of an input: an operation's number and room for the most arguments.
const RECORD: usize = 1 + 16 * MAX_ARGUMENTS;
const WAD: i128 = 1_000_000_000_000_000_000;

/// The probe on a chain of its own. Only tests deploy the probe, so its size is no matter.
pub(crate) struct Probe {
    chain: Chain,
    address: Address,
}

impl Probe {
    pub(crate) fn new() -> Self {
        let rules = Rules { max_code_size: 1 << 20, max_wasm_size: 1 << 22, ..Rules::default() };
        let mut chain = Chain::new(Config { rules, ..Config::default() });
        let deployer = chain.accounts()[0].address();
        let wasm = std::fs::read(PROGRAM).expect("compile it: cargo xtask wasm math-probe");
        let address = chain.deploy_program(deployer, &wasm).expect("the probe activates");
        Self { chain, address }
    }

    pub(crate) fn call(&self, records: &[u8]) -> Outcome {
        self.chain.call(self.address, records.to_vec()).expect("the call is run")
    }

    /// What the program answers to these records; nothing if it traps.
    fn output(&self, records: &[u8]) -> Option<Vec<u8>> {
        let outcome = self.call(records);
        outcome.is_success().then(|| outcome.output.to_vec())
    }
}

/// An input of an operation by name.
pub(crate) fn record_of(name: &str, arguments: [i128; MAX_ARGUMENTS]) -> Vec<u8> {
    let place = OPERATIONS.iter().position(|operation| operation.name == name);
    let number = place.expect("the probe has the operation");
    let mut record = vec![u8::try_from(number).expect("a number is a byte")];
    record.extend(arguments.iter().flat_map(|argument| argument.to_be_bytes()));
    record
}

/// Fails with the first input that the program answers otherwise than the host.
fn assert_each_equal(probe: &Probe, records: &[u8]) {
    for record in records.chunks(RECORD) {
        let (number, arguments) = (record[0], arguments(record));
        let name = OPERATIONS.get(usize::from(number)).map_or("none", |operation| operation.name);
        assert_eq!(
            probe.output(record).as_deref(),
            Some(&run(record)[..]),
            "operation {number} {name} of {arguments:?}; is build/math-probe.wasm current?"
        );
    }
}

fn arguments(record: &[u8]) -> Vec<i128> {
    let words = record[1..].as_chunks::<16>().0;
    words.iter().map(|word| i128::from_be_bytes(*word)).collect()
}

/// An input of an operation: either ordinary throughout, as a market would have it, or anything.
fn record(random: &mut StdRng, number: u8) -> Vec<u8> {
    let ordinary = random.random_bool(0.5);
    let mut argument = || if ordinary { likely(random) } else { anything(random) };
    let mut record = vec![number];
    record.extend((0..MAX_ARGUMENTS).flat_map(|_| argument().to_be_bytes()));
    record
}

/// A count of seconds, a ratio, a price, an amount: mostly not negative.
fn likely(random: &mut StdRng) -> i128 {
    let value = match random.random_range(0..6) {
        0 => random.random_range(0..100),
        1 => random.random_range(0..200_000),
        2 => random.random_range(0..=WAD),
        3 => WAD / 1_000 * random.random_range(0..5_000),
        4 => random.random_range(0..100_000 * WAD),
        _ => random.random_range(1..=WAD) * 10i128.pow(random.random_range(0..10)),
    };
    if random.random_bool(0.1) { -value } else { value }
}

/// Any number of bits, powers of two and ten with their neighbours, the ends of the range.
fn anything(random: &mut StdRng) -> i128 {
    let near = random.random_range(-1..=1i128);
    match random.random_range(0..6) {
        0 => random.random::<i128>() >> random.random_range(0..128),
        1 => (1i128 << random.random_range(0..128)).wrapping_add(near),
        2 => 10i128.pow(random.random_range(0..39)) + near,
        3 => [i128::MIN, i128::MAX, i128::MIN + 1, 0][random.random_range(0..4)],
        4 => -(random.random::<i128>() >> random.random_range(1..128)),
        _ => likely(random),
    }
}

#[test]
fn arithmetic_of_random_inputs_is_equal_on_chain_and_host_to_the_bit() {
    let probe = Probe::new();
    let mut random = StdRng::seed_from_u64(0x0b5e_55ed);
    let mut done = vec![0; OPERATIONS.len()];
    let mut next = (0..OPERATIONS.len()).cycle();
    for _ in 0..INPUTS / BATCH {
        let mut records = Vec::with_capacity(BATCH * RECORD);
        let mut expected = Vec::with_capacity(BATCH * OUTPUT);
        for number in next.by_ref().take(BATCH) {
            let record = record(&mut random, u8::try_from(number).expect("a number is a byte"));
            let output = run(&record);
            done[number] += usize::from(output[0] == 0);
            expected.extend(output);
            records.extend(record);
        }
        if probe.output(&records) != Some(expected) {
            assert_each_equal(&probe, &records);
            panic!("records that agree one by one disagree together");
        }
    }
    assert_reached(&done);
}

/// Errors agree easily: of every operation some inputs must give a result.
fn assert_reached(done: &[usize]) {
    let names = OPERATIONS.iter().zip(done).filter(|(_, done)| **done == 0);
    let never: Vec<&str> = names.map(|(operation, _)| operation.name).collect();
    assert!(never.is_empty(), "no input gives a result, extend `likely`: {never:?}");
    let total: usize = done.iter().sum();
    println!("{INPUTS} inputs of {} operations, {total} with a result", OPERATIONS.len());
}

#[test]
fn arithmetic_of_an_unknown_operation_is_refused_alike() {
    let probe = Probe::new();
    let records = vec![u8::MAX; RECORD];
    assert_each_equal(&probe, &records);
}
