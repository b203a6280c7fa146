//! LIQ-5: prices that nobody may be liquidated at, and what goes on while there are no others.

use crate::support::{BTC, ETH, UNIT, ok, open, refused, sandbox, trader};
use alloy_primitives::{Bytes, U256};
use ballast_abi::vault::IVault::depositCall;
use ballast_sandbox::{Actor, Sandbox, coins};

/// Lets a market's feed fail at every question from now on.
fn break_feed(sandbox: &mut Sandbox, market: usize) {
    sandbox.chain.set_code(sandbox.aggregators[market], Bytes::from_static(&[0x5f, 0x5f, 0xfd]));
}

/// Alice is long 20 ether, bought at 3,000 with 8,000 of cash; the feed said 2,000 when it was set.
fn long_at_three_thousand() -> (Sandbox, Actor, Actor) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 8_000);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 100_000);
    sandbox.set_price(ETH, 3_000_000_000).unwrap();
    let quote = sandbox.quote(&bob, ETH, -20 * UNIT, 3_000 * UNIT, 1);
    ok(sandbox.fill(&alice, &quote, 20 * UNIT));
    (sandbox, alice, keeper)
}

#[test]
fn flag_at_a_price_accepted_long_ago_is_refused() {
    let (mut sandbox, alice, keeper) = long_at_three_thousand();
    sandbox.chain.advance(3_601);
    break_feed(&mut sandbox, 0);
    refused(sandbox.flag(&keeper, alice.account()), "DoubtfulPrice");
}

#[test]
fn flag_at_a_price_accepted_within_the_hour_passes() {
    let (mut sandbox, alice, keeper) = long_at_three_thousand();
    sandbox.set_price(ETH, 2_650_000_000).unwrap();
    ok(sandbox.observe(&keeper, ETH));
    break_feed(&mut sandbox, 0);
    sandbox.chain.advance(3_500);
    ok(sandbox.flag(&keeper, alice.account()));
}

#[test]
fn flag_at_a_round_that_was_too_old_an_hour_ago_is_refused() {
    let (mut sandbox, alice, keeper) = long_at_three_thousand();
    sandbox.set_price(ETH, 2_650_000_000).unwrap();
    // The heartbeat is a day.
    sandbox.chain.advance(86_400 + 3_601);
    refused(sandbox.flag(&keeper, alice.account()), "DoubtfulPrice");
}

#[test]
fn rebalance_at_a_price_that_became_outdated_is_refused_and_the_account_reduces() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 20_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, 1_950_000_000).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    ok(sandbox.observe(&keeper, ETH));
    break_feed(&mut sandbox, 0);
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, UNIT));
    sandbox.chain.advance(3_601);
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, UNIT), "DoubtfulPrice");
    let less = sandbox.quote(&bob, ETH, UNIT, 1_950 * UNIT, 2);
    ok(sandbox.fill(&alice, &less, UNIT));
    sandbox.fund(&alice, coins(10)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(10)));
}

/// Alice is long a bitcoin that fell to 57,000: 940 of 1,710, with ether whose feed failed long ago.
fn with_collateral(amount: U256) -> (Sandbox, Actor, Actor) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 4_000);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let (token, vault) = (sandbox.ether_token, sandbox.at.vault);
    sandbox.mint(&alice, token, amount).unwrap();
    ok(sandbox.send(&alice, vault, &depositCall { account: alice.account(), asset: 1, amount }));
    let quote = sandbox.quote(&bob, BTC, -UNIT, 60_000 * UNIT, 1);
    ok(sandbox.fill(&alice, &quote, UNIT));
    sandbox.chain.advance(3_601);
    break_feed(&mut sandbox, 0);
    sandbox.set_price(BTC, 57_000_000_000).unwrap();
    (sandbox, alice, bob)
}

#[test]
fn grain_of_collateral_at_an_outdated_price_does_not_shield() {
    let (mut sandbox, alice, bob) = with_collateral(U256::from(1));
    ok(sandbox.flag(&bob, alice.account()));
}

#[test]
fn collateral_whose_outdated_price_decides_is_not_liquidated() {
    // 0.3 ether: 1,540 of 1,770, and at twice the price enough.
    let (mut sandbox, alice, bob) = with_collateral(U256::from(3) * coins(100_000_000_000));
    refused(sandbox.flag(&bob, alice.account()), "DoubtfulPrice");
}
