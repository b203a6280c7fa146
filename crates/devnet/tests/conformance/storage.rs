//! The frame's cache of slots, and what others see of it.

use alloy_eips::eip2930::{AccessList, AccessListItem};
use alloy_primitives::B256;
use devnet::Request;
use stylus_program::hooks::Hook::{StorageCacheBytes32, StorageFlushCache, StorageLoadBytes32};

use super::lab::{Lab, number, word};
use super::probe::Probe;
use super::text::program;

const SCRATCH: i64 = 8_192;

#[test]
fn write_without_flush_is_lost() {
    let mut lab = Lab::new();
    let body = "(i32.store8 (i32.const 63) (i32.const 7))
        (call $storage_cache_bytes32 (i32.const 0) (i32.const 32)) (i32.const 0)";
    let program = lab.install(&program(body));
    assert!(lab.send(program, &[]).is_success());
    assert_eq!(lab.slot(program, 0), 0);
}

#[test]
fn write_of_the_same_value_unread_pays_for_a_store_that_changes_nothing() {
    let mut lab = Lab::new();
    let data = [word(1), word(5)].concat();
    let cold = Probe::default().step(StorageCacheBytes32, &[0, 32]).step(StorageFlushCache, &[0]);
    let program = lab.install(&cold.wasm());
    lab.set_slot(program, 1, 5);
    assert_eq!(cold.run_at(&mut lab, program, &data)[1].ink, 68_073 + 22_000_000);

    let warm = Probe::default()
        .step(StorageLoadBytes32, &[0, SCRATCH])
        .step(StorageFlushCache, &[1])
        .step(StorageCacheBytes32, &[0, 32])
        .step(StorageFlushCache, &[0]);
    let program = lab.install(&warm.wasm());
    lab.set_slot(program, 1, 5);
    assert_eq!(warm.run_at(&mut lab, program, &data)[3].ink, 68_073 + 1_000_000);
}

#[test]
fn write_of_the_same_value_after_reading_it_is_not_stored() {
    let mut lab = Lab::new();
    let data = [word(1), word(5)].concat();
    let probe = Probe::default()
        .step(StorageLoadBytes32, &[0, SCRATCH])
        .step(StorageCacheBytes32, &[0, 32])
        .step(StorageFlushCache, &[0]);
    let program = lab.install(&probe.wasm());
    lab.set_slot(program, 1, 5);
    assert_eq!(probe.run_at(&mut lab, program, &data)[2].ink, 68_073);
}

#[test]
fn loads_of_warm_slots_get_dearer_after_thirty_two() {
    // Keys are found one byte apart, so that each is another word; the access list makes them warm.
    let data: Vec<u8> = (1..=100).collect();
    let keys = (0..40).map(|key| B256::from_slice(&data[key..key + 32])).collect();
    let probe =
        (0..40).fold(Probe::default(), |p, key| p.step(StorageLoadBytes32, &[key, SCRATCH]));
    let mut lab = Lab::new();
    let program = lab.install(&probe.wasm());
    let warm = AccessListItem { address: program, storage_keys: keys };
    let request =
        Request { access_list: AccessList(vec![warm]), ..Request::call(lab.from, program, data) };
    for (index, measured) in probe.measure(&mut lab, request).iter().enumerate() {
        let gas = if index < 32 { 105 } else { 107 };
        assert_eq!(measured.ink, 18_480 + 10_000 * gas, "load {index}");
    }
}

#[test]
fn writes_get_dearer_after_eight_and_sixty_four() {
    let probe = (0..70).fold(Probe::default(), |p, key| p.step(StorageCacheBytes32, &[key, 0]));
    let measured = probe.run(&mut Lab::new(), &(1..=110).collect::<Vec<u8>>());
    for (index, measured) in measured.iter().enumerate() {
        let gas = match index {
            0..8 => 0,
            8..64 => 7,
            _ => 10,
        };
        assert_eq!(measured.ink, 18_480 + 10_000 * gas, "write {index}");
    }
}

/// Called with 20 bytes, an address: writes 7 to slot 0, does what the text says, calls the address,
/// and returns its answer. Called with 1 byte: returns slot 0.
fn asker(before_call: &str) -> Vec<u8> {
    program(&format!(
        "(if (i32.eq (local.get $len) (i32.const 1)) (then
            (call $storage_load_bytes32 (i32.const 64) (i32.const 512))
            (call $write_result (i32.const 512) (i32.const 32))
            (call $exit_early (i32.const 0))))
         (call $read_args (i32.const 0)) (i32.store8 (i32.const 127) (i32.const 7))
         (call $storage_cache_bytes32 (i32.const 64) (i32.const 96)) {before_call}
         (drop (call $call_contract (i32.const 0) (i32.const 64) (i32.const 0) (i32.const 1024)
            (i64.const -1) (i32.const 256)))
         (drop (call $read_return_data (i32.const 512) (i32.const 0) (i32.const 32)))
         (call $write_result (i32.const 512) (i32.const 32)) (i32.const 0)"
    ))
}

/// EVM code that asks its caller for slot 0 and returns the answer:
/// `STATICCALL(gas, caller, 0, 1, 0, 32)`, `RETURN(0, 32)`.
const ASKS_BACK: [u8; 17] = alloy_primitives::hex!("6020600060016000335afa5060206000f3");

#[test]
fn callee_sees_what_was_flushed_only() {
    let mut lab = Lab::new();
    let contract = lab.deploy_code(&ASKS_BACK);
    for (before_call, seen) in [("", 0), ("(call $storage_flush_cache (i32.const 0))", 7)] {
        let program = lab.install(&asker(before_call));
        let outcome = lab.send(program, contract.as_slice());
        assert_eq!(number(&outcome.output), seen, "{before_call}");
    }
}

#[test]
fn caller_does_not_see_what_callees_write_until_it_clears() {
    // The program's code runs in its own name a second time, with one byte: it stores 9 in slot 0.
    let body = |clear: u8| {
        format!(
            "(if (local.get $len) (then
                (i32.store8 (i32.const 63) (i32.const 9))
                (call $storage_cache_bytes32 (i32.const 0) (i32.const 32))
                (call $storage_flush_cache (i32.const 0))
                (call $exit_early (i32.const 0))))
             (call $storage_load_bytes32 (i32.const 0) (i32.const 512))
             (call $contract_address (i32.const 128))
             (drop (call $call_contract (i32.const 128) (i32.const 0) (i32.const 1) (i32.const 1024)
                (i64.const -1) (i32.const 256)))
             (call $storage_flush_cache (i32.const {clear}))
             (call $storage_load_bytes32 (i32.const 0) (i32.const 512))
             (call $write_result (i32.const 512) (i32.const 32)) (i32.const 0)"
        )
    };
    for (clear, seen) in [(0, 0), (1, 9)] {
        let mut lab = Lab::new();
        let outcome = lab.once(&body(clear), &[]);
        assert_eq!(number(&outcome.output), seen);
    }
}

#[test]
fn storing_beyond_the_gas_takes_all_of_it() {
    let body = "(loop $next
            (i32.store (i32.const 28) (local.get $i))
            (call $storage_cache_bytes32 (i32.const 0) (i32.const 64))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $i) (local.get $len))))
        (call $storage_flush_cache (i32.const 0)) (i32.const 0)";
    let mut lab = Lab::new();
    let body = format!("(i32.store8 (i32.const 95) (i32.const 1)) {body}");
    let program = lab.install(&program(&body));
    let send = |lab: &mut Lab, len: usize| {
        let request = Request::call(lab.from, program, vec![0; len]).with_gas(2_210_000);
        lab.transact(request)
    };
    assert!(send(&mut lab, 50).is_success());
    let outcome = send(&mut lab, 200);
    assert_eq!(outcome.status, devnet::Status::Halt(devnet::Halt::OutOfGas));
    assert_eq!(outcome.gas_used, 2_210_000);
}

#[test]
fn slot_cleared_gives_its_refund() {
    let mut lab = Lab::new();
    let body = "(call $storage_cache_bytes32 (i32.const 0) (i32.const 32))
        (call $storage_flush_cache (i32.const 0)) (i32.const 0)";
    let program = lab.install(&program(body));
    lab.set_slot(program, 0, 5);
    let outcome = lab.send(program, &[]);
    assert_eq!(outcome.gas_refunded, 4_800);
    assert_eq!(lab.slot(program, 0), 0);
}

#[test]
fn transient_slot_lives_for_the_transaction() {
    // With calldata: stores 7 and calls itself without any. Without: returns the slot.
    let body = "(if (i32.eqz (local.get $len)) (then
            (call $transient_load_bytes32 (i32.const 0) (i32.const 512))
            (call $write_result (i32.const 512) (i32.const 32))
            (call $exit_early (i32.const 0))))
        (i32.store8 (i32.const 63) (i32.const 7))
        (call $transient_store_bytes32 (i32.const 0) (i32.const 32))
        (call $contract_address (i32.const 128))
        (drop (call $static_call_contract (i32.const 128) (i32.const 0) (i32.const 0)
            (i64.const -1) (i32.const 256)))
        (drop (call $read_return_data (i32.const 512) (i32.const 0) (i32.const 32)))
        (call $write_result (i32.const 512) (i32.const 32)) (i32.const 0)";
    let mut lab = Lab::new();
    let program = lab.install(&program(body));
    assert_eq!(number(&lab.send(program, &[1]).output), 7);
    assert_eq!(number(&lab.send(program, &[]).output), 0);
    assert_eq!(lab.slot(program, 0), 0);
}
