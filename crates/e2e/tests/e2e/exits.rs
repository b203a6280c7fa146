//! HOU-4, HOU-5, ENG-2: exits stay open; what must work when everything else is broken.

use crate::support::{ETH, UNIT, ok, open, refused, sandbox, trader};
use alloy_primitives::{Address, Bytes, U256, keccak256};
use ballast_abi::house::IClearingHouse::setEngineCall;
use ballast_abi::vault::IVault::{depositCall, withdrawCall};
use ballast_sandbox::{Sandbox, coins, wad};

/// The feeds, the sequencer feed, the oracle adapter and the engine are all gone.
fn broken() -> Sandbox {
    let mut sandbox = sandbox();
    let gone = [
        sandbox.aggregators[0],
        sandbox.aggregators[1],
        sandbox.sequencer,
        sandbox.at.oracle_adapter,
        sandbox.at.margin_engine,
    ];
    for address in gone {
        // PUSH0, PUSH0, REVERT
        sandbox.chain.set_code(address, Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
    }
    sandbox
}

#[test]
fn account_without_positions_deposits_and_withdraws_with_everything_broken() {
    let mut sandbox = broken();
    let alice = trader(&mut sandbox, "alice", 100);
    ok(sandbox.withdraw(&alice, alice.account(), coins(60)));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(40));
}

#[test]
fn collateral_without_positions_comes_and_goes_with_everything_broken() {
    let mut sandbox = broken();
    let alice = sandbox.actor("alice");
    let (token, vault, amount) = (sandbox.ether_token, sandbox.at.vault, U256::from(500));
    sandbox.mint(&alice, token, amount).unwrap();
    ok(sandbox.send(&alice, vault, &depositCall { account: alice.account(), asset: 1, amount }));
    let back = withdrawCall { account: alice.account(), asset: 1, amount, to: alice.address() };
    ok(sandbox.send(&alice, vault, &back));
    assert_eq!(sandbox.token_balance(token, alice.address()).unwrap(), amount);
}

#[test]
fn flagged_account_without_positions_takes_everything_out_with_the_feed_broken() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let (token, vault, amount) = (sandbox.ether_token, sandbox.at.vault, U256::from(500));
    sandbox.mint(&alice, token, amount).unwrap();
    ok(sandbox.send(&alice, vault, &depositCall { account: alice.account(), asset: 1, amount }));
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, 1_950_000_000).unwrap();
    ok(sandbox.flag(&bob, alice.account()));
    refused(sandbox.withdraw(&alice, alice.account(), coins(1)), "AccountFlagged");
    let close = sandbox.quote(&bob, ETH, 20 * UNIT, 1_950 * UNIT, 2);
    ok(sandbox.fill(&alice, &close, 20 * UNIT));
    sandbox.chain.set_code(sandbox.aggregators[0], Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
    let back = withdrawCall { account: alice.account(), asset: 1, amount, to: alice.address() };
    ok(sandbox.send(&alice, vault, &back));
    ok(sandbox.withdraw(&alice, alice.account(), coins(1)));
}

#[test]
fn deposit_into_an_account_with_positions_needs_no_price() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 1_000);
    let bob = trader(&mut sandbox, "bob", 1_000);
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    sandbox.chain.set_code(sandbox.at.margin_engine, Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
    sandbox.fund(&alice, coins(5)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(5)));
    refused(sandbox.withdraw(&alice, alice.account(), coins(1)), "CallFailed");
}

#[test]
fn stale_feed_of_one_market_does_not_touch_accounts_of_another() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 1_000);
    let bob = trader(&mut sandbox, "bob", 1_000);
    sandbox.chain.set_code(sandbox.aggregators[1], Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
    open(&mut sandbox, &alice, &bob, UNIT, 1);
    ok(sandbox.withdraw(&alice, alice.account(), coins(1)));
    assert_eq!(sandbox.market_state(ETH).unwrap().openInterest, wad(1));
}

#[test]
fn engine_is_replaced_only_by_code_of_the_given_hash() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let (house, engine) = (sandbox.at.clearing_house, sandbox.at.margin_engine);
    let codehash = keccak256(sandbox.chain.code(engine));
    let wrong = setEngineCall { engine_: sandbox.at.vault, codehash };
    refused(sandbox.send(&owner, house, &wrong), "WrongCode");
    let nobody = setEngineCall { engine_: Address::repeat_byte(7), codehash: keccak256([]) };
    refused(sandbox.send(&owner, house, &nobody), "WrongCode");
    ok(sandbox.send(&owner, house, &setEngineCall { engine_: engine, codehash }));
}
