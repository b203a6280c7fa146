//! Ordinary transactions: payments, contracts, blocks, time, snapshots.

use alloy_primitives::{Address, Bytes, U256, hex};
use devnet::{
    At, Chain, Clock, Config, Mining, Outcome, Overrides, Rejected, Request, Status, ether,
};

/// Returns the word in slot 0 and stores calldata's first word there.
const REGISTER: [u8; 19] = hex!("60005460005260003560005560206000f30000");

fn main_accounts(chain: &Chain) -> [Address; 2] {
    [chain.accounts()[0].address(), chain.accounts()[1].address()]
}

#[test]
fn payment_moves_wei_and_pays_the_owner_for_gas() {
    let mut chain = Chain::default();
    let [alice, bob] = main_accounts(&chain);
    let owner = chain.config().owner;
    let outcome = chain.transact(Request::transfer(alice, bob, ether(1))).unwrap();
    assert_eq!((outcome.status.clone(), outcome.gas_used), (Status::Success, 21_000));
    let fee = U256::from(21_000u64 * chain.base_fee());
    assert_eq!(chain.balance(bob), ether(10_001));
    assert_eq!(chain.balance(alice), ether(9_999) - fee);
    assert_eq!(chain.balance(owner), fee);
    assert_eq!((chain.nonce(alice), chain.height()), (1, 1));
}

fn deploy_register(chain: &mut Chain) -> (Address, Address) {
    let [alice, _] = main_accounts(chain);
    let code = stylus_program::format::init_code(&REGISTER, &[]);
    let register = chain.deploy(alice, code).unwrap();
    (alice, register)
}

fn word(number: u64) -> Bytes {
    U256::from(number).to_be_bytes_vec().into()
}

fn number(outcome: &Outcome) -> u64 {
    U256::from_be_slice(&outcome.output).to()
}

#[test]
fn contract_called_keeps_its_state_and_calls_keep_none() {
    let mut chain = Chain::default();
    let (alice, register) = deploy_register(&mut chain);
    assert!(chain.send(alice, register, word(7)).unwrap().is_success());
    assert_eq!(number(&chain.call(register, word(9)).unwrap()), 7);
    assert_eq!(number(&chain.call(register, word(9)).unwrap()), 7);
    assert_eq!(chain.storage(register, U256::ZERO), word(7).as_ref());
}

#[test]
fn calls_into_the_past_see_the_past() {
    let mut chain = Chain::default();
    let (alice, register) = deploy_register(&mut chain);
    for value in 1..=3 {
        chain.send(alice, register, word(value)).unwrap();
    }
    let request = Request::call(alice, register, word(0));
    for (block, value) in [(1, 0), (2, 1), (4, 3)] {
        let outcome = chain.call_at(&request, At::Number(block), &Overrides::default()).unwrap();
        assert_eq!(number(&outcome), value);
    }
    assert!(chain.call_at(&request, At::Number(5), &Overrides::default()).is_err());
}

#[test]
fn snapshot_reverted_restores_everything_once() {
    let mut chain = Chain::default();
    let (alice, register) = deploy_register(&mut chain);
    let id = chain.snapshot();
    chain.send(alice, register, word(7)).unwrap();
    chain.advance(1_000);
    chain.mine();
    assert!(chain.revert(id));
    assert_eq!((chain.height(), number(&chain.call(register, word(0)).unwrap())), (1, 0));
    assert!(!chain.revert(id));
}

#[test]
fn transactions_mined_by_hand_share_a_block() {
    let mut chain = Chain::new(Config { mining: Mining::Manual, ..Config::default() });
    let [alice, bob] = main_accounts(&chain);
    let first = chain.transact(Request::transfer(alice, bob, ether(1))).unwrap();
    let second = chain.transact(Request::transfer(alice, bob, ether(1))).unwrap();
    assert!(chain.receipt(first.transaction_hash.unwrap()).is_none());
    let block = chain.mine();
    assert_eq!((block.transactions.len(), block.header.gas_used), (2, 42_000));
    let receipt = chain.receipt(second.transaction_hash.unwrap()).unwrap();
    assert_eq!((receipt.index, receipt.cumulative_gas_used), (1, 42_000));
    assert_eq!(receipt.block_hash, block.hash);
}

#[test]
fn transactions_that_cannot_be_included_are_refused() {
    let mut chain = Chain::default();
    let [alice, bob] = main_accounts(&chain);
    let pay = Request::transfer(alice, bob, ether(1));
    let rejected = |chain: &mut Chain, request| chain.transact(request).unwrap_err();
    let high = Request { nonce: Some(5), ..pay.clone() };
    assert!(matches!(rejected(&mut chain, high), Rejected::NonceTooHigh { have: 5, want: 0, .. }));
    let poor = Request::transfer(alice, bob, ether(10_001));
    assert!(matches!(rejected(&mut chain, poor), Rejected::InsufficientFunds { .. }));
    let cheap = Request { gas_price: Some(1), ..pay.clone() };
    assert!(matches!(rejected(&mut chain, cheap), Rejected::FeeTooLow { have: 1, .. }));
    let short = pay.clone().with_gas(20_999);
    assert!(matches!(rejected(&mut chain, short), Rejected::IntrinsicGas { want: 21_000, .. }));
    for bytes in [&[][..], &[2], &[0xc0], &[0xff; 40]] {
        assert!(matches!(chain.send_raw(bytes), Err(Rejected::Malformed(_))), "{bytes:?}");
    }
    assert_eq!(chain.height(), 0);
}

#[test]
fn raw_transaction_signed_by_a_funded_key_is_included() {
    use alloy_consensus::{TxLegacy, TypedTransaction};
    use alloy_eips::eip2718::Encodable2718;
    let mut chain = Chain::default();
    let [alice, bob] = main_accounts(&chain);
    let transaction = TxLegacy {
        chain_id: Some(chain.config().chain_id),
        gas_price: 1_000_000_000,
        gas_limit: 50_000_000,
        to: bob.into(),
        value: ether(2),
        ..TxLegacy::default()
    };
    let signed =
        chain.accounts()[0].sign_transaction(TypedTransaction::Legacy(transaction)).unwrap();
    let outcome = chain.send_raw(&signed.encoded_2718()).unwrap();
    assert_eq!((outcome.gas_used, chain.balance(bob)), (21_000, ether(10_002)));
    let (transaction, block, _) = chain.transaction(*signed.hash()).unwrap();
    assert_eq!((transaction.from, block.number()), (alice, 1));
    // The price offered was ten times the base fee; only the base fee is paid.
    assert_eq!(chain.balance(alice), ether(9_998) - U256::from(21_000u64 * 100_000_000));
}

#[test]
fn estimate_is_the_least_gas_that_suffices() {
    let mut chain = Chain::default();
    let (alice, register) = deploy_register(&mut chain);
    let request = Request::call(alice, register, word(7));
    let gas = chain.estimate_gas(&request, At::Latest, &Overrides::default()).unwrap();
    assert!(!chain.call_present(&request.clone().with_gas(gas - 1)).unwrap().is_success());
    assert!(chain.transact(request.with_gas(gas)).unwrap().is_success());
}

#[test]
fn time_moved_shows_in_the_next_block() {
    let mut chain = Chain::new(Config { clock: Clock::Stepping(10), ..Config::default() });
    let start = chain.latest().timestamp();
    assert_eq!(chain.mine().timestamp(), start + 10);
    chain.advance(100);
    assert_eq!(chain.timestamp(), start + 120);
    assert_eq!(chain.mine().timestamp(), start + 120);
    assert!(chain.set_next_timestamp(start + 500));
    assert!(!chain.set_next_timestamp(start));
    assert_eq!(chain.mine().timestamp(), start + 500);
    chain.mine_many(3, Some(60));
    assert_eq!((chain.height(), chain.latest().timestamp()), (6, start + 630));
}

#[test]
fn state_edited_by_hand_is_seen_at_once() {
    let mut chain = Chain::default();
    let account = Address::repeat_byte(9);
    chain.deal(account, ether(3));
    chain.set_nonce(account, 5);
    chain.set_code(account, REGISTER.to_vec());
    chain.set_storage(account, U256::ZERO, U256::from(8).into());
    assert_eq!((chain.balance(account), chain.nonce(account)), (ether(3), 5));
    assert_eq!(number(&chain.call(account, word(0)).unwrap()), 8);
}
