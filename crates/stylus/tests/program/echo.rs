//! The echo program: every figure that the chain's own formulas give for it.

use crate::machine::Machine;
use sha3::{Digest, Keccak256};
use stylus_program::costs::{DataPricer, OpenPages, ProgramRecord, entry_gas};
use stylus_program::{Activated, Rules, activate, activate_wasm, format, prices};

const WASM: &str = "0061736d01000000010f0360017f0060027f7f0060017f017f022e0208766d5f686f6f6b73\
    09726561645f61726773000008766d5f686f6f6b730c77726974655f726573756c7400010302010205040101010107\
    1c02066d656d6f727902000f757365725f656e747279706f696e7400020a10010e0041001000410020001001410\
    00b";
const BLOB: &str = "eff000001b820060144a6be55cbb57c2f1285485af52494a8f60cf0d0e1cc282384e24c78d\
    861db0f31850091cff709f1b01b0f22c15565461a9541925fedfccf1f1b87c92f7e656e3de870fe032e72093b9a02\
    794c0e7468d847422a866d2bc46f501496b969850f300910919";
const CODEHASH: &str = "b36d57e05b4aa62ad93f495e4add5fde07edfb643ab5713d0e76625073bafe5f";
/// Ink of the three straight runs: `read_args`, `write_result`, and the end.
const RUNS: u64 = 6_251 + 6_326 + 2_452;

fn bytes(hex: &str) -> Vec<u8> {
    hex::decode(hex.replace(' ', "")).unwrap()
}

fn activated() -> Activated {
    activate(&bytes(BLOB), &Rules::default(), 0).unwrap()
}

#[test]
fn echo_compressed_is_the_golden_blob() {
    assert_eq!(bytes(WASM).len(), 131);
    let blob = format::classic(&bytes(WASM));
    assert_eq!(hex::encode(&blob), hex::encode(bytes(BLOB)));
    assert_eq!(blob.len(), 109);
    assert_eq!(hex::encode(Keccak256::digest(&blob)), CODEHASH);
}

#[test]
fn echo_blob_decompresses_to_the_module() {
    assert_eq!(format::module(&bytes(BLOB), &Rules::default()), Ok(bytes(WASM)));
    let direct = activate_wasm(&bytes(WASM), &Rules::default(), 0).unwrap();
    assert_eq!(activated(), direct);
}

#[test]
fn echo_measures_are_those_of_its_bytes() {
    let measures = activated().measures;
    let counts = (measures.wasm_bytes, measures.functions, measures.signature_values);
    assert_eq!(counts, (131, 1, 2));
    assert_eq!((measures.globals, measures.data_entry_bytes, measures.pages), (4, 0, 1));
    assert_eq!((measures.operators, measures.deepest_frame_words), (60, 6));
    let largest = measures.largest.unwrap();
    assert_eq!((largest.index, largest.segments, largest.name), (2, 3, None));
}

#[test]
fn echo_estimates_and_entry_are_the_recorded_ones() {
    let activated = activated();
    let estimates = activated.estimates;
    assert_eq!((estimates.init_cost, estimates.cached_cost, estimates.footprint), (26, 11, 1));
    assert_eq!((estimates.asm_bytes, estimates.asm_kib()), (513_838, 502));
    assert_eq!(activated.variable_gas, 1_148 + 62_076 + 896);
    let record = ProgramRecord::new(3, &estimates, 1_795_000_000);
    let entry = |cached| entry_gas(&record, cached, OpenPages::default(), &Rules::default());
    assert_eq!((entry(false), entry(true)), (9_221, 363));
}

#[test]
fn echo_data_fee_on_a_fresh_chain_is_the_recorded_one() {
    let fee = DataPricer::fresh().charge(activated().estimates.asm_bytes, 1_795_000_000);
    assert_eq!(fee, 43_642_862_901_794);
}

#[test]
fn echo_run_costs_its_runs_and_its_hooks() {
    for len in [0, 4, 32, 33, 1_000, 65_536] {
        let args: Vec<u8> = (0..len).map(|i| i as u8).collect();
        let mut machine = Machine::of(&activated(), 100_000_000);
        assert_eq!(machine.run(&args), Some(0));
        assert_eq!(machine.output(), args);
        let hooks = 2 * prices::HOOK + prices::write(len) + 2 * prices::read(len);
        assert_eq!(100_000_000 - machine.ink(), RUNS + hooks, "{len} bytes");
    }
}

#[test]
fn echo_of_a_word_takes_seven_gas() {
    let mut machine = Machine::of(&activated(), 70_000);
    assert_eq!(machine.run(&[7; 32]), Some(0));
    assert_eq!(RUNS, 15_029);
    assert_eq!(70_000 - machine.ink(), 69_631);
    assert_eq!(prices::ink_to_gas_floor(machine.ink(), 10_000), 0);
}

#[test]
fn echo_called_by_a_program_costs_what_the_chain_asserts() {
    let (entry, run) = (9_229, 7);
    let ink = stylus_program::hooks::Hook::CallContract.base_ink()
        + 2 * prices::read(4)
        + prices::gas_to_ink(2_600 + entry + run, 10_000);
    assert_eq!(ink, 118_475_955);
}
