//! Funding: premium, rate, accrual, what longs pay shorts.

use crate::support::{ETH, PRICE, UNIT, ok, open, read, sandbox, trader};
use alloy_primitives::I256;
use ballast_abi::house::IClearingHouse::{MarketState, marketCall};
use ballast_sandbox::{Sandbox, coins, micros, wad};

/// Ether's market as the house knows it.
fn market(sandbox: &Sandbox) -> MarketState {
    read(sandbox, sandbox.at.clearing_house, &marketCall { underlying: ETH })
}

#[test]
fn funding_of_a_market_without_premium_is_the_interest_part() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    open(&mut sandbox, &alice, &bob, 10 * UNIT, 1);
    // 0.01% per eight hours of 2,000: 0.025 an hour on a unit.
    let market = sandbox.market_state(ETH).unwrap();
    assert_eq!(
        market.fundingRateHourly / I256::try_from(1_000_000_000_000i64).unwrap(),
        I256::try_from(12).unwrap()
    );
    sandbox.chain.advance(3_600);
    sandbox.set_price(ETH, 2_000_000_000).unwrap();
    let (size, owed) = sandbox.position(alice.account(), ETH).unwrap();
    assert_eq!(size, wad(10));
    let expected = micros(250_000);
    assert!((owed - expected).abs() < micros(1_000), "{owed}");
    let (_, received) = sandbox.position(bob.account(), ETH).unwrap();
    assert!(owed + received >= I256::ZERO && owed + received <= I256::ONE, "{owed} {received}");
}

#[test]
fn funding_is_realised_at_the_next_fill_and_by_nothing_else() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let keeper = sandbox.actor("keeper");
    open(&mut sandbox, &alice, &bob, 10 * UNIT, 1);
    let cash = sandbox.cash(alice.account()).unwrap();
    sandbox.chain.advance(7_200);
    sandbox.set_price(ETH, 2_000_000_000).unwrap();
    ok(sandbox.accrue(&keeper, ETH));
    assert_eq!(sandbox.cash(alice.account()).unwrap(), cash);
    let (_, owed) = sandbox.position(alice.account(), ETH).unwrap();
    assert!(owed > I256::ZERO);
    sandbox.fund(&alice, coins(1)).unwrap();
    ok(sandbox.deposit(&alice, alice.account(), coins(1)));
    let close = sandbox.quote(&bob, ETH, 10 * UNIT, PRICE, 2);
    ok(sandbox.fill(&alice, &close, 10 * UNIT));
    let (_, left) = sandbox.position(alice.account(), ETH).unwrap();
    assert_eq!(left, I256::ZERO);
    let paid = cash + wad(1) + wad(20_000) - wad(10) - sandbox.cash(alice.account()).unwrap();
    assert!(paid >= owed && paid < owed + micros(1_000), "{paid} {owed}");
}

#[test]
fn equity_counts_the_funding_that_is_owed() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    open(&mut sandbox, &alice, &bob, 10 * UNIT, 1);
    let before = sandbox.account_state(alice.account()).unwrap();
    sandbox.chain.advance(36_000);
    sandbox.set_price(ETH, 2_000_000_000).unwrap();
    let after = sandbox.account_state(alice.account()).unwrap();
    let owed = after.positions[0].fundingOwed;
    assert!(owed > before.positions[0].fundingOwed);
    assert_eq!(after.cash, before.cash);
    assert!((before.equity - owed - after.equity).abs() < micros(1_000));
}

/// The premium after ten minutes of fills at half a percent above the index, each behind one of dust or not.
fn premium_of_a_market(with_dust: bool) -> I256 {
    let mut sandbox = sandbox();
    let bob = trader(&mut sandbox, "bob", 1_000_000);
    let carol = trader(&mut sandbox, "carol", 1_000_000);
    let (dan, eve) = (trader(&mut sandbox, "dan", 1_000), trader(&mut sandbox, "eve", 1_000));
    for round in 1..=10 {
        sandbox.chain.advance(58);
        if with_dust {
            let side = if round % 2 == 0 { UNIT } else { -UNIT };
            let dust = sandbox.quote(&dan, ETH, side, PRICE, round);
            ok(sandbox.fill(&eve, &dust, UNIT / 500));
        }
        let quote = sandbox.quote(&bob, ETH, -25 * UNIT, 2_010 * UNIT, round);
        ok(sandbox.fill(&carol, &quote, 25 * UNIT));
    }
    market(&sandbox).premium
}

#[test]
fn premium_of_fills_behind_dust_is_that_of_the_fills() {
    let (with, without) = (premium_of_a_market(true), premium_of_a_market(false));
    assert!(without > micros(100), "{without}");
    assert!(
        (with - without).abs() * I256::try_from(20).unwrap() < without,
        "{with}, without dust {without}"
    );
}

#[test]
fn funding_rate_of_a_silent_market_comes_down_to_the_interest_part() {
    let mut sandbox = sandbox();
    let bob = trader(&mut sandbox, "bob", 900_000);
    let carol = trader(&mut sandbox, "carol", 900_000);
    for round in 1..=60 {
        sandbox.chain.advance(28);
        let side = if round % 2 == 1 { -25 * UNIT } else { 25 * UNIT };
        let quote = sandbox.quote(&bob, ETH, side, 2_010 * UNIT, round);
        ok(sandbox.fill(&carol, &quote, 25 * UNIT));
    }
    ok(sandbox.accrue(&bob, ETH));
    let before = market(&sandbox);
    // 0.01% of 2,000 in eight hours.
    let interest = micros(200_000);
    let eight_hours = I256::try_from(28_800).unwrap();
    assert!(before.fundingRate * eight_hours > interest + interest, "{}", before.fundingRate);
    sandbox.chain.advance(8 * 3_600);
    let silent = market(&sandbox);
    let paid = silent.fundingIndex - before.fundingIndex;
    let half_an_hour = I256::try_from(1_800).unwrap();
    let bound = interest + before.fundingRate * half_an_hour;
    assert!(paid > interest - micros(100) && paid < bound, "{paid}, at most {bound}");
    assert!((silent.fundingRate * eight_hours - interest).abs() < micros(10));
    // What a view says is what an accrual a few seconds later stores.
    ok(sandbox.accrue(&bob, ETH));
    let stored = market(&sandbox);
    assert!((stored.fundingIndex - silent.fundingIndex).abs() < micros(100));
}
