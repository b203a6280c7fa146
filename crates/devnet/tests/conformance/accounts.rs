//! Logs, and what programs learn of accounts.

use alloy_primitives::{Address, B256, KECCAK256_EMPTY, U256, keccak256};
use devnet::Status;

use super::calls::{CALLER, DELEGATE, STATIC, request};
use super::lab::{Lab, number};
use super::text::program;

/// Logs calldata after its first byte, which is the number of topics.
const LOGGER: &str = "(call $read_args (i32.const 0))
    (call $emit_log (i32.const 1) (i32.sub (local.get $len) (i32.const 1)) (i32.load8_u (i32.const 0)))
    (i32.const 0)";

#[test]
fn log_has_its_topics_and_data() {
    let mut lab = Lab::new();
    let logger = lab.install(&program(LOGGER));
    for topics in 0..=4_usize {
        let bytes: Vec<u8> = (0..32 * topics + 5).map(|byte| byte as u8).collect();
        let outcome = lab.send(logger, &[&[topics as u8], &bytes[..]].concat());
        let log = &outcome.logs[0];
        let expected: Vec<_> = bytes[..32 * topics].chunks(32).map(B256::from_slice).collect();
        assert_eq!((log.address, log.topics()), (logger, &expected[..]));
        assert_eq!(log.data.data.as_ref(), &bytes[32 * topics..]);
    }
}

#[test]
fn log_with_wrong_topics_or_in_a_static_call_fails() {
    let mut lab = Lab::new();
    let (caller, logger) = (lab.install(&program(CALLER)), lab.install(&program(LOGGER)));
    for data in [[&[5][..], &[0; 160]].concat(), [&[1][..], &[0; 31]].concat(), vec![255, 1]] {
        let outcome = lab.send(logger, &data);
        assert_eq!((outcome.status, outcome.output.len()), (Status::Revert, 0));
    }
    let outcome = lab.send(caller, &request(STATIC, logger, 0, &[0, 1]));
    assert_eq!((outcome.output[0], outcome.logs.len()), (2, 0));
}

#[test]
fn log_under_delegation_is_the_callers() {
    let mut lab = Lab::new();
    let (caller, logger) = (lab.install(&program(CALLER)), lab.install(&program(LOGGER)));
    let outcome = lab.send(caller, &request(DELEGATE, logger, 0, &[0, 1]));
    assert_eq!(outcome.logs[0].address, caller);
}

#[test]
fn balance_and_codehash_are_the_accounts() {
    let mut lab = Lab::new();
    let body =
        "(call $read_args (i32.const 0)) (call $account_balance (i32.const 0) (i32.const 32))
        (call $account_codehash (i32.const 0) (i32.const 64))
        (call $write_result (i32.const 32) (i32.const 64)) (i32.const 0)";
    let program = lab.install(&program(body));
    let contract = lab.deploy_code(&[0x5b]);
    lab.chain.deal(contract, U256::from(7));
    let rich = Address::repeat_byte(8);
    lab.chain.deal(rich, U256::from(9));
    let cases = [
        (contract, 7, keccak256([0x5b])),
        (rich, 9, KECCAK256_EMPTY),
        (Address::repeat_byte(0x66), 0, B256::ZERO),
        (Address::with_last_byte(0x71), 0, keccak256([0xFE])),
    ];
    for (address, balance, codehash) in cases {
        let output = lab.send(program, address.as_slice()).output;
        assert_eq!(number(&output.slice(..32)), balance, "{address}");
        assert_eq!(B256::from_slice(&output[32..]), codehash, "{address}");
    }
}

#[test]
fn code_is_copied_as_far_as_there_is_any() {
    let body = "(call $read_args (i32.const 0))
        (local.set $i (call $account_code (i32.const 0) (i32.load8_u (i32.const 20))
            (i32.load8_u (i32.const 21)) (i32.const 100)))
        (call $write_result (i32.const 100) (local.get $i)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    let code = [0x5b, 1, 2, 3, 4];
    let contract = lab.deploy_code(&code);
    for (offset, size, expected) in [(0, 5, &code[..]), (0, 9, &code), (3, 1, &[3]), (5, 1, &[])] {
        let data = [contract.as_slice(), &[offset, size]].concat();
        assert_eq!(lab.send(program, &data).output.as_ref(), expected);
    }
    let data = [program.as_slice(), &[0, 3]].concat();
    assert_eq!(lab.send(program, &data).output.as_ref(), [0xEF, 0xF0, 0]);
}
