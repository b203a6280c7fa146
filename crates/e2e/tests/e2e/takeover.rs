//! Take-overs that nothing may stand in the way of, and those that something must.

use crate::support::{BTC, ETH, UNIT, ok, open, refused, sandbox, size, trader};
use alloy_primitives::{Bytes, I256, U256};
use ballast_abi::liquidation::ILiquidation::unflagCall;
use ballast_abi::oracle::IOracleAdapter::setFeedCall;
use ballast_abi::vault::IVault::depositCall;
use ballast_sandbox::{Actor, Sandbox, Settings, coins, wad};

/// Alice is long 20 ether, flagged at a price of 1,950 with an equity of 1,080.
fn flagged() -> (Sandbox, Actor, Actor) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 20_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, 1_950_000_000).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    (sandbox, alice, keeper)
}

#[test]
fn rebalance_of_an_account_that_became_insolvent_pays_no_reward() {
    let (mut sandbox, alice, keeper) = flagged();
    sandbox.set_price(ETH, 1_890_000_000).unwrap();
    // The reward due would be 35.8, of an equity of −122.
    let equity = sandbox.account_state(alice.account()).unwrap().equity;
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT));
    assert_eq!(size(&sandbox, &alice), I256::ZERO);
    assert!(sandbox.cash(alice.account()).unwrap() >= equity);
}

#[test]
fn rebalance_of_an_account_that_can_pay_little_takes_what_there_is() {
    let (mut sandbox, alice, keeper) = flagged();
    sandbox.set_price(ETH, 1_896_500_000).unwrap();
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT));
    let left = sandbox.cash(alice.account()).unwrap();
    assert!(left >= I256::ZERO && left < wad(1), "{left}");
}

#[test]
fn rebalance_of_an_account_that_recovered_is_refused() {
    let (mut sandbox, alice, keeper) = flagged();
    sandbox.fund(&alice, coins(50_000)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(50_000)));
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT), "AccountHealthy");
}

#[test]
fn rebalance_of_more_than_restores_the_buffer_is_refused() {
    let (mut sandbox, alice, keeper) = flagged();
    // 1,158 of 1,172.4: short of the buffer by 190, of which a unit frees 60.
    sandbox.set_price(ETH, 1_954_000_000).unwrap();
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT), "TakeoverTooLarge");
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 3 * UNIT + UNIT / 2));
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, UNIT), "AccountHealthy");
    let unflag = unflagCall { account: alice.account() };
    ok(sandbox.send(&keeper, sandbox.at.liquidation, &unflag));
}

#[test]
fn rebalance_of_legs_that_need_no_more_than_the_minimum_is_at_the_mark() {
    for drop in [97, 80] {
        let mut sandbox = sandbox();
        let alice = trader(&mut sandbox, "alice", 7);
        let bob = trader(&mut sandbox, "bob", 100_000);
        let keeper = trader(&mut sandbox, "keeper", 20_000);
        // 50 of ether and 60 of bitcoin: 3.30 by the rates, 4 by the minimum.
        let ether = sandbox.quote(&bob, ETH, -UNIT, 2_000 * UNIT, 1);
        ok(sandbox.fill(&alice, &ether, UNIT / 40));
        let bitcoin = sandbox.quote(&bob, BTC, -UNIT, 60_000 * UNIT, 2);
        ok(sandbox.fill(&alice, &bitcoin, UNIT / 1_000));
        sandbox.set_price(ETH, 20_000_000 * drop).unwrap();
        sandbox.set_price(BTC, 600_000_000 * drop).unwrap();
        ok(sandbox.flag(&keeper, alice.account()));
        ok(sandbox.rebalance(&keeper, alice.account(), BTC, UNIT / 1_000));
        ok(sandbox.rebalance(&keeper, alice.account(), ETH, UNIT / 40));
        assert!(sandbox.account_state(alice.account()).unwrap().positions.is_empty());
    }
}

#[test]
fn rebalance_of_an_insolvent_long_in_parts_passes_at_a_mark_of_eighteen_digits() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 1_000_000);
    let keeper = trader(&mut sandbox, "keeper", 20_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.chain.advance(60);
    let above = sandbox.quote(&bob, ETH, -30 * UNIT, 2_007 * UNIT, 2);
    ok(sandbox.fill(&keeper, &above, UNIT));
    sandbox.set_price(ETH, 1_880_000_000).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    for part in [1_000, 2_000, 3_000, 7_000, 11_000, 13_000, 17_000, 19_000] {
        ok(sandbox.rebalance(&keeper, alice.account(), ETH, part));
    }
}

#[test]
fn flag_of_an_account_with_a_grain_of_collateral_whose_new_feed_broke_passes() {
    let mut sandbox =
        Sandbox::with(Settings { proxied_feeds: true, ..Settings::default() }).unwrap();
    let alice = trader(&mut sandbox, "alice", 4_000);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let (token, vault, amount) = (sandbox.ether_token, sandbox.at.vault, U256::from(1));
    sandbox.mint(&alice, token, amount).unwrap();
    ok(sandbox.send(&alice, vault, &depositCall { account: alice.account(), asset: 1, amount }));
    let quote = sandbox.quote(&bob, BTC, -UNIT, 60_000 * UNIT, 1);
    ok(sandbox.fill(&alice, &quote, UNIT));
    // The feed is replaced, nobody observes the new one, and it breaks.
    let (owner, feed) = (sandbox.owner.clone(), sandbox.aggregators[0]);
    let set = setFeedCall {
        underlying: ETH,
        feed_: feed,
        heartbeat: 3_600,
        minimum: wad(1),
        maximum: wad(9_000),
    };
    ok(sandbox.send(&owner, sandbox.at.oracle_adapter, &set));
    sandbox.chain.set_code(feed, Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
    sandbox.set_price(BTC, 57_000_000_000).unwrap();
    ok(sandbox.flag(&bob, alice.account()));
}
