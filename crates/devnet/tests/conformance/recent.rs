//! Programs that start at the cached price: called before in the block, or cached by a manager.

use alloy_primitives::{Address, B256, U256, hex};
use devnet::{Outcome, Request, Rules};

use super::echo::ECHO;
use super::lab::Lab;
use super::text::program;

/// What an uncached start of [`ECHO`] costs more: 8 832 and its estimate.
const INIT: u64 = 8_832 + 26;
const CACHE: Address = Address::with_last_byte(0x72);
const OWNER: Address = Address::with_last_byte(0x70);

fn cache(lab: &mut Lab, from: Address, data: Vec<u8>) -> Outcome {
    lab.transact(Request { gas: Some(1_000_000), ..Request::call(from, CACHE, data) })
}

fn cache_program(program: Address) -> Vec<u8> {
    [&hex!("e73ac9f2")[..], program.into_word().as_slice()].concat()
}

fn codehash(lab: &Lab, program: Address) -> B256 {
    lab.chain.state().codehash(program)
}

/// A lab whose owner and manager can pay for transactions.
fn managed() -> (Lab, Address, Address) {
    let mut lab = Lab::new();
    let (owner, manager) = (lab.chain.config().owner, lab.chain.accounts()[1].address());
    lab.chain.deal(owner, devnet::ether(1));
    let data = [&hex!("ffdca515")[..], manager.into_word().as_slice()].concat();
    assert!(lab.transact(Request::call(owner, OWNER, data)).is_success());
    (lab, owner, manager)
}

#[test]
fn program_called_again_in_its_block_starts_cached() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    let first = lab.send_in_block(echo, &[]);
    let second = lab.send_in_block(echo, &[]);
    assert_eq!(first.gas_used - second.gas_used, INIT);
    lab.chain.mine();
    assert_eq!(lab.send_in_block(echo, &[]).gas_used, first.gas_used);
}

#[test]
fn program_called_again_before_arbos_60_does_not() {
    let mut lab = Lab::with(Rules::arbos_51());
    let echo = lab.install(ECHO);
    let first = lab.send_in_block(echo, &[]);
    assert_eq!(lab.send_in_block(echo, &[]).gas_used, first.gas_used);
}

#[test]
fn program_called_by_a_transaction_that_reverts_is_remembered() {
    let mut lab = Lab::new();
    let program = lab.install(&program("(local.get $len)"));
    assert!(lab.send_in_block(program, &[1]).is_revert());
    let after = lab.send_in_block(program, &[]).gas_used;
    lab.chain.mine();
    assert!(after + 8_832 <= lab.send_in_block(program, &[]).gas_used);
}

#[test]
fn programs_beyond_the_blocks_memory_are_forgotten() {
    let mut lab = Lab::with(Rules { block_cache_size: 2, ..Rules::default() });
    let programs: Vec<_> = (0..3)
        .map(|n| lab.install(&program(&format!("(drop (i32.const {n})) (i32.const 0)"))))
        .collect();
    lab.chain.mine();
    let cold = lab.send_in_block(programs[0], &[]).gas_used;
    let warm = lab.send_in_block(programs[0], &[]).gas_used;
    lab.send_in_block(programs[1], &[]);
    lab.send_in_block(programs[2], &[]);
    assert_eq!(lab.send_in_block(programs[0], &[]).gas_used, cold);
    assert_eq!(lab.send_in_block(programs[2], &[]).gas_used, warm);
}

#[test]
fn calls_and_estimates_start_without_memory() {
    let mut lab = Lab::new();
    let echo = lab.install(ECHO);
    let first = lab.send_in_block(echo, &[]);
    assert_eq!(lab.chain.call(echo, vec![]).unwrap().gas_used, first.gas_used);
}

#[test]
fn program_cached_by_a_manager_starts_cached_with_one_event() {
    let (mut lab, _, manager) = managed();
    let echo = lab.install(ECHO);
    let uncached = lab.send(echo, &[]).gas_used;
    let outcome = cache(&mut lab, manager, cache_program(echo));
    assert_eq!(outcome.logs.len(), 1);
    let topic = outcome.logs[0].topics()[0];
    assert_eq!(
        (topic[..4].to_vec(), topic[30..].to_vec()),
        (hex!("1bfaa29b").to_vec(), hex!("cfab").to_vec())
    );
    assert_eq!(uncached - lab.send(echo, &[]).gas_used, INIT);
    let again = cache(&mut lab, manager, cache_program(echo));
    assert!(again.is_success() && again.logs.is_empty());
    let evict = [&hex!("ce972013")[..], codehash(&lab, echo).as_slice()].concat();
    assert_eq!(cache(&mut lab, manager, evict).logs.len(), 1);
    assert_eq!(lab.send(echo, &[]).gas_used, uncached);
}

#[test]
fn stranger_to_the_cache_loses_all_gas() {
    let (mut lab, owner, _) = managed();
    let echo = lab.install(ECHO);
    let stranger = lab.chain.accounts()[5].address();
    let outcome = cache(&mut lab, stranger, cache_program(echo));
    assert_eq!((outcome.is_success(), outcome.gas_used), (false, 1_000_000));
    assert!(cache(&mut lab, owner, cache_program(echo)).is_success());
    let is_cached = [&hex!("a72f179b")[..], codehash(&lab, echo).as_slice()].concat();
    assert_eq!(
        U256::from_be_slice(&lab.chain.call(CACHE, is_cached).unwrap().output),
        U256::from(1)
    );
}

#[test]
fn managers_are_listed_and_removed() {
    let (mut lab, owner, manager) = managed();
    let ask = |lab: &Lab| {
        let data = [&hex!("85e2de85")[..], manager.into_word().as_slice()].concat();
        U256::from_be_slice(&lab.chain.call(CACHE, data).unwrap().output)
    };
    assert_eq!(ask(&lab), U256::from(1));
    let all = lab.chain.call(CACHE, hex!("0ec1d773").to_vec()).unwrap().output;
    assert_eq!((all.len(), &all[64..]), (96, manager.into_word().as_slice()));
    let remove = [&hex!("bf197322")[..], manager.into_word().as_slice()].concat();
    assert!(lab.transact(Request::call(owner, OWNER, remove)).is_success());
    assert_eq!(ask(&lab), U256::ZERO);
}
