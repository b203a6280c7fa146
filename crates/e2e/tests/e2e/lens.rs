//! The lens: what one call says agrees with what the contracts do.

use crate::support::{BTC, ETH, UNIT, assert_near, ok, open, read, sandbox, trader, view_refused};
use alloy_primitives::B256;
use ballast_abi::lens::ILens::{accountStatesCall, marketStatesCall};
use ballast_sandbox::{coins, micros, wad};

#[test]
fn account_state_shows_balances_positions_and_margin() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 1_000);
    let bob = trader(&mut sandbox, "bob", 1_000);
    open(&mut sandbox, &alice, &bob, 2 * UNIT, 1);
    let state = sandbox.account_state(alice.account()).unwrap();
    assert_eq!(state.owner, alice.address());
    assert_near(state.equity, wad(998));
    assert_eq!((state.initialMargin, state.maintenanceMargin), (wad(200), wad(120)));
    assert_eq!(state.freeCollateral, state.equity - wad(200));
    assert_eq!(state.withdrawable, state.freeCollateral);
    let position = &state.positions[0];
    assert_eq!((position.size, position.notional), (wad(2), wad(4_000)));
    ok(sandbox.withdraw(&alice, alice.account(), coins(797)));
}

#[test]
fn liquidation_price_is_where_the_account_can_be_flagged() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = sandbox.actor("keeper");
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    let price = sandbox.account_state(alice.account()).unwrap().positions[0].liquidationPrice;
    // 2,080 + 20·(P − 2,000) = 0.03·20·P
    let expected = micros(1_954_639_175);
    assert!((price - expected).abs() < micros(1_000), "{price}");
    sandbox.set_price(ETH, 1_954_700_000).unwrap();
    assert!(sandbox.flag(&keeper, alice.account()).unwrap().is_revert());
    sandbox.set_price(ETH, 1_954_500_000).unwrap();
    ok(sandbox.flag(&keeper, alice.account()));
}

#[test]
fn account_states_answers_for_many_and_refuses_too_many() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 5);
    let lens = sandbox.at.lens;
    let states = read(
        &sandbox,
        lens,
        &accountStatesCall { accounts: vec![alice.account(), B256::repeat_byte(9)] },
    );
    assert_eq!((states[0].equity, states[1].equity), (wad(5), wad(0)));
    let many = accountStatesCall { accounts: vec![alice.account(); 33] };
    view_refused(sandbox.view(lens, &many).map(|states| states.len()), "TooMany");
}

#[test]
fn market_states_show_limits_rates_and_prices() {
    let sandbox = sandbox();
    let states = read(&sandbox, sandbox.at.lens, &marketStatesCall { underlyings: vec![ETH, BTC] });
    assert_eq!((states[0].indexPrice, states[1].indexPrice), (wad(2_000), wad(60_000)));
    assert_eq!(
        (states[0].initialRate, states[0].maintenanceRate),
        (micros(50_000), micros(30_000))
    );
    assert_eq!((states[0].makerFee, states[0].takerFee), (micros(200), micros(500)));
    assert_eq!(states[0].liquidationCapacity, wad(420));
    assert_eq!(states[0].maxOpenInterest, wad(20_000));
}
