//! LIQ-1, LIQ-2, LIQ-3, LIQ-4: flags, rebalances, rewards, capacity.

use crate::support::{ETH, UNIT, assert_near, ok, open, read, refused, sandbox, size, trader};
use alloy_primitives::{I256, U256};
use ballast_abi::account::INSURANCE;
use ballast_abi::liquidation::ILiquidation::{
    capacityCall, coverCall, liquidationCall, previewRebalanceCall, unflagCall,
};
use ballast_abi::vault::IVault::depositCall;
use ballast_sandbox::{Actor, Sandbox, coins, micros, wad};

/// Alice is long 20 ether with 2,050 of margin; the price has fallen to `price` (whole units).
fn fallen(price: i64) -> (Sandbox, Actor, Actor, Actor) {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 20_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, price * 1_000_000).unwrap();
    (sandbox, alice, bob, keeper)
}

fn reward(sandbox: &Sandbox, keeper: &Actor, before: I256) -> I256 {
    sandbox.cash(keeper.account()).unwrap() - before
}

#[test]
fn flag_of_a_healthy_account_is_refused() {
    let (mut sandbox, alice, _, keeper) = fallen(1_990);
    refused(sandbox.flag(&keeper, alice.account()), "AccountHealthy");
}

#[test]
fn flag_below_maintenance_margin_freezes_the_account_and_pays_the_keeper() {
    // 20 units at 1,950: equity 1,080 of 1,170 of maintenance margin.
    let (mut sandbox, alice, bob, keeper) = fallen(1_950);
    let before = sandbox.cash(keeper.account()).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    assert_eq!(reward(&sandbox, &keeper, before), wad(2));
    refused(sandbox.flag(&keeper, alice.account()), "AlreadyFlagged");
    assert!(sandbox.account_state(alice.account()).unwrap().flagged);
    // It may not open, nor take out; it may reduce, and deposit.
    let more = sandbox.quote(&bob, ETH, -UNIT, 1_950 * UNIT, 2);
    refused(sandbox.fill(&alice, &more, UNIT), "AccountFlagged");
    refused(sandbox.withdraw(&alice, alice.account(), coins(1)), "AccountFlagged");
    let less = sandbox.quote(&bob, ETH, UNIT, 1_950 * UNIT, 2);
    ok(sandbox.fill(&alice, &less, UNIT));
    sandbox.fund(&alice, coins(10)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(10)));
}

#[test]
fn unflag_needs_the_buffer_over_maintenance_margin() {
    let (mut sandbox, alice, _, keeper) = fallen(1_950);
    ok(sandbox.flag(&keeper, alice.account()));
    let liquidation = sandbox.at.liquidation;
    let unflag = unflagCall { account: alice.account() };
    sandbox.fund(&alice, coins(1_000)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(100)));
    assert!(sandbox.send(&keeper, liquidation, &unflag).unwrap().is_revert());
    ok(sandbox.deposit(&alice, alice.account(), coins(900)));
    ok(sandbox.send(&keeper, liquidation, &unflag));
    refused(sandbox.send(&keeper, liquidation, &unflag), "NotFlagged");
    assert!(!sandbox.account_state(alice.account()).unwrap().flagged);
}

#[test]
fn rebalance_takes_over_at_the_mark_less_the_fee_and_pays_the_reward() {
    let (mut sandbox, alice, _, keeper) = fallen(1_950);
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 4 * UNIT), "NotFlagged");
    ok(sandbox.flag(&keeper, alice.account()));
    let state = sandbox.account_state(alice.account()).unwrap();
    let preview = previewRebalanceCall { account: alice.account(), underlying: ETH, size: wad(4) };
    let terms = read(&sandbox, sandbox.at.liquidation, &preview);
    // 0.25% off; 0.1% of 7,800 less the 2 already paid.
    assert_eq!((terms.price, terms.reward), (micros(1_945_125_000), micros(5_800_000)));
    let before = sandbox.cash(keeper.account()).unwrap();
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 4 * UNIT));
    assert_eq!((size(&sandbox, &alice), size(&sandbox, &keeper)), (wad(16), wad(4)));
    let paid = wad(7_780) + micros(500_000);
    assert_eq!(reward(&sandbox, &keeper, before), micros(5_800_000) - paid);
    let after = sandbox.account_state(alice.account()).unwrap();
    assert!(after.equity - after.maintenanceMargin > state.equity - state.maintenanceMargin);
    let record =
        read(&sandbox, sandbox.at.liquidation, &liquidationCall { account: alice.account() });
    assert_eq!((record.closed, record.rewarded), (wad(7_800), micros(7_800_000)));
}

#[test]
fn rebalance_that_does_not_fit_is_refused() {
    let (mut sandbox, alice, bob, keeper) = fallen(1_950);
    ok(sandbox.flag(&keeper, alice.account()));
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 21 * UNIT), "BadSize");
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, -UNIT), "BadSize");
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 0), "BadSize");
    refused(sandbox.rebalance(&keeper, bob.account(), ETH, -UNIT), "NotFlagged");
    let poor = sandbox.actor("poor");
    refused(sandbox.rebalance(&poor, alice.account(), ETH, 10 * UNIT), "InsufficientMargin");
}

#[test]
fn rebalance_beyond_the_capacity_waits_for_it_to_refill() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 110_000);
    let bob = trader(&mut sandbox, "bob", 900_000);
    let keeper = trader(&mut sandbox, "keeper", 300_000);
    open(&mut sandbox, &alice, &bob, 900 * UNIT, 1);
    sandbox.set_price(ETH, 1_900_000_000).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    // 14 units a second, 420 in the window.
    let capacity = capacityCall { underlying: ETH };
    assert_eq!(read(&sandbox, sandbox.at.liquidation, &capacity).left, wad(420));
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 421 * UNIT), "CapacityExhausted");
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 420 * UNIT));
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, 200 * UNIT), "CapacityExhausted");
    sandbox.chain.advance(15);
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 200 * UNIT));
}

#[test]
fn liquidation_waits_while_the_sequencer_is_away() {
    let (mut sandbox, alice, _, keeper) = fallen(1_950);
    sandbox.set_sequencer(false).unwrap();
    refused(sandbox.flag(&keeper, alice.account()), "SequencerUnavailable");
    sandbox.set_sequencer(true).unwrap();
    refused(sandbox.flag(&keeper, alice.account()), "SequencerUnavailable");
    sandbox.chain.advance(3_601);
    ok(sandbox.flag(&keeper, alice.account()));
    sandbox.set_sequencer(false).unwrap();
    refused(sandbox.rebalance(&keeper, alice.account(), ETH, UNIT), "SequencerUnavailable");
}

#[test]
fn cover_pays_the_debt_of_an_account_that_has_nothing_left() {
    // 20 units at 1,880: equity −320 before any fee; taken over at the mark.
    let (mut sandbox, alice, _, keeper) = fallen(1_880);
    let insurer = trader(&mut sandbox, "insurer", 0);
    sandbox.fund(&insurer, coins(1_000)).unwrap();
    ok(sandbox.deposit(&insurer, INSURANCE, coins(1_000)));
    let cover = coverCall { account: alice.account() };
    let liquidation = sandbox.at.liquidation;
    refused(sandbox.send(&keeper, liquidation, &cover), "NotCoverable");
    let before = sandbox.cash(keeper.account()).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
    // The account has nothing to pay with: insurance pays the minimum, once a day.
    assert_eq!(reward(&sandbox, &keeper, before), wad(2));
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT));
    let debt = sandbox.cash(alice.account()).unwrap();
    assert_near(debt, wad(2_100 - 20 - 20 * (2_000 - 1_880)));
    ok(sandbox.send(&keeper, liquidation, &cover));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(0));
    assert_eq!(sandbox.cash(INSURANCE).unwrap(), wad(1_000 - 2) + debt);
    assert!(!sandbox.account_state(alice.account()).unwrap().flagged);
}

#[test]
fn cover_of_an_account_with_a_grain_of_collateral_passes_and_with_more_is_refused() {
    let (mut sandbox, alice, _, keeper) = fallen(1_880);
    sandbox.fund(&keeper, coins(1_000)).unwrap();
    ok(sandbox.deposit(&keeper, INSURANCE, coins(1_000)));
    ok(sandbox.flag(&keeper, alice.account()));
    ok(sandbox.rebalance(&keeper, alice.account(), ETH, 20 * UNIT));
    let (token, at, amount) = (sandbox.ether_token, sandbox.at.clone(), U256::from(1));
    sandbox.mint(&alice, token, U256::from(2) * coins(100_000_000_000)).unwrap();
    let give = |amount| depositCall { account: alice.account(), asset: 1, amount };
    ok(sandbox.send(&alice, at.vault, &give(amount)));
    let before = sandbox.clone();
    ok(sandbox.send(&keeper, at.liquidation, &coverCall { account: alice.account() }));
    let left = sandbox.cash(alice.account()).unwrap();
    // The grain is worth 1,880 of the last digit.
    assert_eq!(left, -I256::try_from(1_880).unwrap());
    assert!(sandbox.account_state(alice.account()).unwrap().flagged);
    // A tenth of an ether is worth more than a keeper's reward.
    let mut sandbox = before;
    ok(sandbox.send(&alice, at.vault, &give(coins(100_000_000_000))));
    let cover = coverCall { account: alice.account() };
    refused(sandbox.send(&keeper, at.liquidation, &cover), "NotCoverable");
}
