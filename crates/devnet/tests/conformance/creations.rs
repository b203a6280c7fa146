//! Contracts made by programs.

use alloy_primitives::{Address, B256, U256, keccak256};
use devnet::{FaultKind, Request, Status};
use stylus_program::format;

use super::calls::{CALLER, STATIC, request};
use super::lab::{Lab, number, word};
use super::text::program;

/// Creates from calldata: a byte (0: by nonce, 1: by salt 5), 32 bytes of endowment, init code.
/// Returns the address followed by the return data.
const CREATOR: &str = "(call $read_args (i32.const 0))
    (local.set $len (i32.sub (local.get $len) (i32.const 33)))
    (i32.store8 (i32.const 40031) (i32.const 5))
    (if (i32.load8_u (i32.const 0))
        (then (call $create2 (i32.const 33) (local.get $len) (i32.const 1) (i32.const 40000)
            (i32.const 41000) (i32.const 42000)))
        (else (call $create1 (i32.const 33) (local.get $len) (i32.const 1)
            (i32.const 41000) (i32.const 42000))))
    (drop (call $read_return_data (i32.const 41020) (i32.const 0) (i32.load (i32.const 42000))))
    (call $write_result (i32.const 41000) (i32.add (i32.const 20) (i32.load (i32.const 42000))))
    (i32.const 0)";

fn create(kind: u8, endowment: u64, init_code: &[u8]) -> Vec<u8> {
    [&[kind], word(endowment).as_slice(), init_code].concat()
}

fn creator() -> (Lab, Address) {
    let mut lab = Lab::new();
    let creator = lab.install(&program(CREATOR));
    (lab, creator)
}

#[test]
fn contracts_appear_where_the_evm_would_put_them() {
    let (mut lab, creator) = creator();
    let code = [0x5b, 0x5b];
    let init = format::init_code(&code, &[]);
    let first = Address::from_slice(&lab.send(creator, &create(0, 0, &init)).output);
    assert_eq!(first, creator.create(1));
    assert_eq!(lab.chain.code(first).as_ref(), code);
    let second = Address::from_slice(&lab.send(creator, &create(1, 0, &init)).output);
    assert_eq!(second, creator.create2(B256::from(U256::from(5)), keccak256(&init)));
    // The same again collides: no address, no data, and the creator goes on.
    let outcome = lab.send(creator, &create(1, 0, &init));
    assert_eq!(outcome.output.as_ref(), [0; 20]);
    assert_eq!(lab.chain.nonce(creator), 4);
}

#[test]
fn program_created_runs_once_it_is_activated() {
    let (mut lab, creator) = creator();
    let init = format::init_code(&format::classic(super::echo::ECHO), &[]);
    let echo = Address::from_slice(&lab.send(creator, &create(0, 0, &init)).output);
    let outcome = lab.transact(Request::call(lab.from, echo, vec![1]).with_gas(100_000));
    assert_eq!(outcome.faults[0].kind, FaultKind::NotActivated);
    lab.activate(echo).unwrap();
    assert_eq!(lab.send(echo, &[1]).output.as_ref(), [1]);
}

#[test]
fn endowment_arrives_and_one_too_large_fails() {
    let (mut lab, creator) = creator();
    lab.chain.deal(creator, U256::from(100));
    let init = format::init_code(&[0x5b], &[]);
    let made = Address::from_slice(&lab.send(creator, &create(0, 60, &init)).output);
    assert_eq!(lab.chain.balance(made), U256::from(60));
    assert_eq!(lab.send(creator, &create(0, 60, &init)).output.as_ref(), [0; 20]);
}

#[test]
fn constructor_that_reverts_leaves_its_data() {
    let (mut lab, creator) = creator();
    // MSTORE8(0, 7), REVERT(0, 1)
    let outcome =
        lab.send(creator, &create(0, 0, &[0x60, 7, 0x60, 0, 0x53, 0x60, 1, 0x60, 0, 0xfd]));
    assert_eq!(outcome.output.as_ref(), [&[0; 20][..], &[7]].concat());
}

#[test]
fn code_that_starts_with_ef_must_be_a_program() {
    let (mut lab, creator) = creator();
    for code in [&[0xEF][..], &[0xEF, 0xF0, 0], &[0xEF, 0xF0, 3, 0], &[0xEF, 1, 2, 3]] {
        let init = format::init_code(code, &[]);
        assert_eq!(lab.send(creator, &create(0, 0, &init)).output.as_ref(), [0; 20], "{code:?}");
        let outcome = lab.transact(Request::create(lab.from, init).with_gas(200_000));
        assert_eq!((outcome.is_success(), outcome.gas_used), (false, 200_000), "{code:?}");
    }
    for kind in 0..=2 {
        let init = format::init_code(&[0xEF, 0xF0, kind, 0], &[]);
        assert!(lab.transact(Request::create(lab.from, init)).is_success());
    }
}

#[test]
fn init_code_that_is_a_program_takes_all_gas() {
    let mut lab = Lab::new();
    let init = format::classic(super::echo::ECHO);
    let outcome = lab.transact(Request::create(lab.from, init).with_gas(200_000));
    assert_eq!((outcome.is_success(), outcome.gas_used), (false, 200_000));
}

#[test]
fn creation_in_a_static_call_or_without_its_gas_fails_the_frame() {
    let (mut lab, creator) = creator();
    let caller = lab.install(&program(CALLER));
    let init = create(0, 0, &format::init_code(&[0x5b], &[]));
    let outcome = lab.send(caller, &request(STATIC, creator, 0, &init));
    assert_eq!(outcome.output.as_ref(), [2]);
    let request = Request::call(lab.from, creator, init).with_gas(62_000);
    let outcome = lab.transact(request);
    assert_eq!((outcome.status.clone(), outcome.output.len()), (Status::Revert, 0));
    assert!(outcome.gas_used < 50_000, "{}", outcome.gas_used);
    assert_eq!(outcome.faults[0].kind, FaultKind::Host("too little gas for a creation"));
}

#[test]
fn creations_by_nonce_and_salt_differ_by_the_hashing() {
    // The constructor uses the same gas in both: the difference is the hash of the words.
    let (mut lab, creator) = creator();
    let init = format::init_code(&[0x5b; 100], &[]);
    let used = |lab: &mut Lab, kind| {
        let outcome = lab.send(creator, &create(kind, 0, &init));
        assert!(outcome.is_success());
        // One calldata byte differs: zero costs 4 and the other 16.
        outcome.gas_used - if kind == 1 { 12 } else { 0 }
    };
    let (by_nonce, by_salt) = (used(&mut lab, 0), used(&mut lab, 1));
    let words = init.len().div_ceil(32) as u64;
    assert_eq!(by_salt - by_nonce, 6 * words + 1, "5 040 ink more round up to one gas");
}

#[test]
fn selfdestruct_of_a_program_reverts() {
    // EVM code that destroys the account it runs in: SELFDESTRUCT(0).
    let mut lab = Lab::new();
    let bomb = lab.deploy_code(&[0x60, 0, 0xff]);
    let caller = lab.install(&program(CALLER));
    lab.chain.deal(caller, U256::from(5));
    let outcome = lab.send(caller, &request(super::calls::DELEGATE, bomb, 0, &[]));
    assert_eq!(outcome.output.as_ref(), [2]);
    assert_eq!(lab.chain.balance(caller), U256::from(5));
    assert_eq!(number(&outcome.output), 2);
}
