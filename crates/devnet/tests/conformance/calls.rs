//! Calls between programs and contracts: rights, gas, return data.

use alloy_primitives::{Address, Bytes, U256};
use devnet::{FaultKind, Request, Rules};

use super::lab::{Lab, number, word};
use super::text::program;

/// Makes a call as its calldata says, and returns the status as a byte followed by the return data.
///
/// Kind (0 call, 1 delegate, 2 static), 20 bytes of address, 32 of value, then what to send.
pub(crate) const CALLER: &str = "(call $read_args (i32.const 0))
    (local.set $len (i32.sub (local.get $len) (i32.const 53)))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 0)) (then
        (local.set $j (call $call_contract (i32.const 1) (i32.const 53) (local.get $len)
            (i32.const 21) (i64.const -1) (i32.const 30000)))))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 1)) (then
        (local.set $j (call $delegate_call_contract (i32.const 1) (i32.const 53) (local.get $len)
            (i64.const -1) (i32.const 30000)))))
    (if (i32.eq (i32.load8_u (i32.const 0)) (i32.const 2)) (then
        (local.set $j (call $static_call_contract (i32.const 1) (i32.const 53) (local.get $len)
            (i64.const -1) (i32.const 30000)))))
    (i32.store8 (i32.const 30000) (local.get $j))
    (drop (call $read_return_data (i32.const 30001) (i32.const 0) (call $return_data_size)))
    (call $write_result (i32.const 30000) (i32.add (call $return_data_size) (i32.const 1)))
    (i32.const 0)";

/// Stores calldata's first byte in slot 0.
pub(crate) const STORER: &str = "(call $read_args (i32.const 63))
    (i32.store8 (i32.const 64) (i32.const 0))
    (call $storage_cache_bytes32 (i32.const 0) (i32.const 32))
    (call $storage_flush_cache (i32.const 0)) (i32.const 0)";

pub(crate) const CALL: u8 = 0;
pub(crate) const DELEGATE: u8 = 1;
pub(crate) const STATIC: u8 = 2;

/// Calldata of [`CALLER`].
pub(crate) fn request(kind: u8, to: Address, value: u64, data: &[u8]) -> Vec<u8> {
    [&[kind], to.as_slice(), word(value).as_slice(), data].concat()
}

struct Pair {
    lab: Lab,
    caller: Address,
    callee: Address,
}

fn pair(callee: &str) -> Pair {
    let mut lab = Lab::new();
    let caller = lab.install(&program(CALLER));
    let callee = lab.install(&program(callee));
    Pair { lab, caller, callee }
}

impl Pair {
    /// Status and return data of a call of the callee by the caller.
    fn call(&mut self, kind: u8, value: u64, data: &[u8]) -> (u8, Bytes) {
        let data = request(kind, self.callee, value, data);
        let outcome = self.lab.send(self.caller, &data);
        assert!(outcome.is_success(), "{}", outcome.reason());
        (outcome.output[0], outcome.output.slice(1..))
    }
}

#[test]
fn store_lands_in_callee_or_delegator() {
    let mut pair = pair(STORER);
    assert_eq!(pair.call(CALL, 0, &[7]).0, 0);
    assert_eq!((pair.lab.slot(pair.caller, 0), pair.lab.slot(pair.callee, 0)), (0, 7));
    assert_eq!(pair.call(DELEGATE, 0, &[9]).0, 0);
    assert_eq!((pair.lab.slot(pair.caller, 0), pair.lab.slot(pair.callee, 0)), (9, 7));
}

#[test]
fn store_in_a_static_call_fails_the_callee_only() {
    let mut pair = pair(STORER);
    assert_eq!(pair.call(STATIC, 0, &[7]), (2, Bytes::new()));
    assert_eq!(pair.lab.slot(pair.callee, 0), 0);
}

#[test]
fn flush_of_nothing_in_a_static_call_succeeds() {
    let mut pair = pair("(call $storage_flush_cache (i32.const 1)) (i32.const 0)");
    assert_eq!(pair.call(STATIC, 0, &[]).0, 0);
}

#[test]
fn value_from_a_static_frame_costs_nothing_and_fails() {
    // The callee measures a call with value and returns its status, size of return data, and ink.
    let mut pair = pair(
        "(i32.store8 (i32.const 63) (i32.const 1))
         (local.set $a (call $evm_gas_left))
         (i32.store8 (i32.const 100) (call $call_contract (i32.const 0) (i32.const 0) (i32.const 0)
            (i32.const 32) (i64.const -1) (i32.const 200)))
         (i32.store8 (i32.const 101) (call $return_data_size))
         (i32.store8 (i32.const 102)
            (i32.wrap_i64 (i64.sub (local.get $a) (call $evm_gas_left))))
         (call $write_result (i32.const 100) (i32.const 3)) (i32.const 0)",
    );
    let (status, data) = pair.call(STATIC, 0, &[]);
    assert_eq!((status, &data[..2]), (0, &[2, 0][..]));
    assert!(data[2] <= 16, "only the host functions' own ink: {} gas", data[2]);
}

#[test]
fn value_reaches_accounts_and_programs() {
    let mut pair = pair(
        "(call $msg_value (i32.const 0)) (call $write_result (i32.const 0) (i32.const 32)) (i32.const 0)",
    );
    pair.lab.chain.deal(pair.caller, U256::from(1_000));
    let (status, data) = pair.call(CALL, 300, &[]);
    assert_eq!((status, number(&data)), (0, 300));
    assert_eq!(pair.lab.chain.balance(pair.callee), U256::from(300));
    // More than there is: the call fails, the caller goes on.
    assert_eq!(pair.call(CALL, 701, &[]), (2, Bytes::new()));
    let stranger = Address::repeat_byte(0x77);
    let outcome = pair.lab.send(pair.caller, &request(CALL, stranger, 700, &[]));
    assert_eq!(outcome.output.as_ref(), [0]);
    assert_eq!(pair.lab.chain.balance(stranger), U256::from(700));
}

#[test]
fn sender_and_account_under_delegation_are_the_callers() {
    let mut pair = pair(
        "(call $msg_sender (i32.const 0)) (call $contract_address (i32.const 20))
         (call $write_result (i32.const 0) (i32.const 40)) (i32.const 0)",
    );
    let (caller, callee, from) = (pair.caller, pair.callee, pair.lab.from);
    let both = |a: Address, b: Address| Bytes::from([a.0, b.0].concat());
    assert_eq!(pair.call(CALL, 0, &[]).1, both(caller, callee));
    assert_eq!(pair.call(STATIC, 0, &[]).1, both(caller, callee));
    assert_eq!(pair.call(DELEGATE, 0, &[]).1, both(from, caller));
}

#[test]
fn revert_data_comes_back_and_trap_data_does_not() {
    let write =
        "(i32.store8 (i32.const 0) (i32.const 9)) (call $write_result (i32.const 0) (i32.const 1))";
    for (end, expected) in [
        ("(i32.const 0)", (0, Bytes::from(vec![9]))),
        ("(i32.const 1)", (2, Bytes::from(vec![9]))),
        ("unreachable", (2, Bytes::new())),
        ("(loop (br 0)) (i32.const 0)", (2, Bytes::new())),
    ] {
        let mut pair = pair(&format!("{write} {end}"));
        assert_eq!(pair.call(CALL, 0, &[]), expected, "{end}");
    }
}

#[test]
fn return_data_is_copied_as_far_as_it_overlaps() {
    // The precompile at 4 returns the four bytes that it is given.
    let body = "(call $read_args (i32.const 0))
        (i32.store8 (i32.const 119) (i32.const 4))
        (drop (call $static_call_contract (i32.const 100) (i32.const 200) (i32.const 4)
            (i64.const -1) (i32.const 300)))
        (i32.store8 (i32.const 400) (call $read_return_data (i32.const 500)
            (i32.load8_u (i32.const 0)) (i32.load8_u (i32.const 1))))
        (i32.store8 (i32.const 401) (call $return_data_size))
        (call $write_result (i32.const 400) (i32.const 2)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    for (offset, size, copied) in [(0, 5, 4), (0, 1, 1), (5, 1, 0), (0, 0, 0), (0, 4, 4), (3, 9, 1)]
    {
        assert_eq!(lab.send(program, &[offset, size]).output.as_ref(), [copied, 4]);
    }
}

#[test]
fn gas_argument_bounds_what_the_callee_gets() {
    let callee = "(i64.store (i32.const 0) (call $evm_gas_left))
        (call $write_result (i32.const 0) (i32.const 8)) (i32.const 0)";
    let mut lab = Lab::new();
    let callee = lab.install(&program(callee));
    let caller = lab.install(&program(
        "(call $read_args (i32.const 0))
         (i32.store8 (i32.const 200) (call $call_contract (i32.const 0) (i32.const 0) (i32.const 0)
            (i32.const 64) (i64.const 20000) (i32.const 300)))
         (drop (call $read_return_data (i32.const 208) (i32.const 0) (i32.const 8)))
         (call $write_result (i32.const 208) (i32.const 8)) (i32.const 0)",
    ));
    let outcome = lab.send(caller, callee.as_slice());
    let left = u64::from_le_bytes(outcome.output.as_ref().try_into().unwrap());
    assert!((10_000..11_000).contains(&left), "20 000 less about 9 250 to start: {left}");
}

#[test]
fn call_without_the_gas_to_make_it_takes_what_there_is() {
    let body = "(i32.store8 (i32.const 31) (i32.const 1))
        (drop (call $call_contract (i32.const 100) (i32.const 0) (i32.const 0) (i32.const 0)
            (i64.const -1) (i32.const 200)))
        (i64.store (i32.const 0) (call $evm_gas_left))
        (call $write_result (i32.const 0) (i32.const 8)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    lab.chain.deal(program, U256::from(1));
    // A payment to an address without account takes 36 600 gas; there are about 20 000.
    let outcome = lab.transact(Request::call(lab.from, program, vec![]).with_gas(50_000));
    assert_eq!(outcome.gas_used, 50_000);
    assert_eq!(outcome.faults[0].kind, FaultKind::OutOfInk);
}

#[test]
fn thirty_two_calls_that_alternately_fail_unwind() {
    // Calls itself with one byte less of calldata, then fails if the number of bytes is odd.
    let body = "(call $read_args (i32.const 0)) (call $contract_address (i32.const 1000))
        (if (i32.eqz (local.get $len)) (then (call $exit_early (i32.const 0))))
        (local.set $j (call $call_contract (i32.const 1000) (i32.const 0)
            (i32.sub (local.get $len) (i32.const 1)) (i32.const 2000) (i64.const -1) (i32.const 3000)))
        (if (i32.and (local.get $len) (i32.const 1)) (then unreachable))
        (i32.store8 (i32.const 1100) (local.get $j))
        (call $write_result (i32.const 1100) (i32.const 1)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    assert_eq!(lab.send(program, &[0; 32]).output.as_ref(), [2]);
    let outcome = lab.send(program, &[0; 31]);
    assert!(outcome.is_revert());
    assert_eq!(outcome.faults.len(), 16);
}

#[test]
fn calls_with_all_gas_nest_hundreds_deep() {
    // Calls itself until a call fails; returns how deep that was. Pages are free, so that they do not
    // end the descent: the sixty-fourths that each frame keeps do.
    let body = "(call $contract_address (i32.const 1000))
        (local.set $i (call $call_contract (i32.const 1000) (i32.const 0) (i32.const 0)
            (i32.const 2000) (i64.const -1) (i32.const 3000)))
        (drop (call $read_return_data (i32.const 0) (i32.const 0) (i32.const 4)))
        (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
        (call $write_result (i32.const 0) (i32.const 4)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    lab.chain.set_rules(&Rules {
        page_limit: u16::MAX,
        page_gas: 0,
        free_pages: 2_000,
        ..lab.chain.rules()
    });
    let outcome = lab.send(program, &[]);
    assert!(outcome.is_success(), "{}", outcome.reason());
    let depth = u32::from_le_bytes(outcome.output.as_ref().try_into().unwrap());
    assert!((400..700).contains(&depth), "{depth}");
}
