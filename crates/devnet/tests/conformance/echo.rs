//! The program that returns its calldata, byte for byte as recorded.

use alloy_primitives::{Bytes, b256, keccak256};
use devnet::{Rules, Status};
use stylus_program::{activate_wasm, format};

use super::lab::{Lab, UP_TO_DATE, intrinsic};
use super::text::module;

/// Reads its arguments to address 0 and returns them from there.
pub(crate) const ECHO: &[u8] = &alloy_primitives::hex!(
    "0061736d01000000010f0360017f0060027f7f0060017f017f022e0208766d5f686f6f6b730972656164"
    "5f61726773000008766d5f686f6f6b730c77726974655f726573756c7400010302010205040101010107"
    "1c02066d656d6f727902000f757365725f656e747279706f696e7400020a10010e004100100041002000"
    "100141000b"
);

/// The same with a section of names, as long as the one that the chain's own test has.
pub(crate) fn named_echo() -> Vec<u8> {
    let mut wasm = ECHO.to_vec();
    wasm.extend([0, 54, 1, b'x']);
    wasm.resize(187, 0);
    wasm
}

/// Ink of returning `len` bytes of calldata.
fn echo_ink(len: u64) -> u64 {
    let beyond = len.saturating_sub(32);
    15_029 + (8_400 + 5_040 + 30 * beyond) + (8_400 + 2 * (16_381 + 55 * beyond))
}

#[test]
fn echo_compressed_is_the_recorded_code() {
    let code = format::classic(ECHO);
    assert_eq!(code.len(), 109);
    let codehash = b256!("b36d57e05b4aa62ad93f495e4add5fde07edfb643ab5713d0e76625073bafe5f");
    assert_eq!(keccak256(code), codehash);
}

#[test]
fn echo_called_twice_in_a_block_costs_the_recorded_gas() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    let first = lab.send_in_block(echo, &[1, 2, 3, 4]);
    let second = lab.send_in_block(echo, &[1, 2, 3, 4]);
    assert_eq!((first.gas_used, second.gas_used), (30_292, 21_434));
    assert_eq!(second.output.as_ref(), [1, 2, 3, 4]);
}

#[test]
fn echo_of_any_length_costs_its_formula() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    for len in [0, 4, 33, 1_000, 60_000] {
        let data = vec![7; len];
        let outcome = lab.send(echo, &data);
        assert_eq!(outcome.output, Bytes::from(data.clone()));
        let words = len.div_ceil(32) as u64;
        let floor = 3 * words + words * words / 512;
        let gas = (9_221 + echo_ink(len as u64).div_ceil(10_000)).max(floor);
        assert_eq!(outcome.gas_used, intrinsic(&data) + gas, "{len} bytes");
    }
}

#[test]
fn echo_with_two_pages_returns_a_hundred_thousand_bytes() {
    let mut lab = Lab::new();
    let body = "(call $read_args (i32.const 0))
        (call $write_result (i32.const 0) (local.get $len)) (i32.const 0)";
    let echo = lab.install(&module(r#"(memory (export "memory") 2 2)"#, "", body));
    let data: Vec<u8> = (0..100_000_u32).map(|byte| byte as u8).collect();
    assert_eq!(lab.send(echo, &data).output, Bytes::from(data));
}

#[test]
fn echo_of_more_than_its_memory_reverts_without_data() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    let outcome = lab.send(echo, &vec![0; 100_000]);
    assert_eq!((outcome.status.clone(), outcome.output.len()), (Status::Revert, 0));
    assert!(outcome.reason().contains("memory out of bounds"), "{}", outcome.reason());
}

#[test]
fn echo_with_names_has_the_estimates_the_chain_asserts() {
    let wasm = named_echo();
    let activated = activate_wasm(&wasm, &Rules::default(), 0).unwrap();
    assert_eq!(wasm.len(), 187);
    assert_eq!((activated.estimates.init_cost, activated.estimates.cached_cost), (34, 11));
    let mut lab = Lab::new();
    let echo = lab.install(&wasm);
    let outcome = lab.send(echo, &[1, 2, 3, 4]);
    assert_eq!(outcome.gas_used, intrinsic(&[1, 2, 3, 4]) + 9_236);
}

#[test]
fn echo_at_a_second_address_is_active_too() {
    let mut lab = Lab::new();
    lab.install(ECHO);
    let second = lab.deploy(ECHO);
    assert_eq!(lab.send(second, &[5]).output.as_ref(), [5]);
    let failure = lab.activate(second).unwrap_err();
    assert!(failure.to_string().contains(UP_TO_DATE), "{failure}");
}
