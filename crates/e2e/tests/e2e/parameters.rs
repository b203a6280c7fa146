//! ENG-4, parameter sets of the margin engine: scheduled with six hours' notice, and checked before they wait.

use crate::support::{ETH, PRICE, UNIT, ok, open, read, refused, sandbox, trader};
use alloy_primitives::{Address, B256, keccak256};
use alloy_sol_types::SolEvent;
use ballast_abi::engine::IMarginEngine::{
    MarketParameters, ParametersScheduled, marketCall, parametersCall, parametersReturn,
    setParametersCall,
};
use ballast_deployment::data_contract_init_code;
use ballast_layout::parameters::{CollateralRecord, MarketRecord, ParameterSet, encode};
use ballast_sandbox::{Sandbox, micros};
use devnet::{Outcome, Rejected};

/// Six hours: what an account has at least to react.
const NOTICE: u64 = 6 * 3_600;
/// Long after any set is in force altogether.
const MONTH: u64 = 30 * 86_400;

/// A data contract with the set in force after a change to its markets.
fn changed(sandbox: &mut Sandbox, change: impl FnOnce(&mut Vec<MarketRecord>)) -> Address {
    let code = sandbox.chain.code(sandbox.at.parameters);
    let set = ParameterSet::read(&code[1..]).expect("a set");
    let mut markets: Vec<MarketRecord> = set.markets().collect();
    change(&mut markets);
    let collaterals: Vec<CollateralRecord> = set.collaterals().collect();
    let bytes = encode(set.keeper_minimum(), &markets, &collaterals).expect("a set");
    data_contract(sandbox, &bytes)
}

fn data_contract(sandbox: &mut Sandbox, set: &[u8]) -> Address {
    let owner = sandbox.owner.address();
    sandbox.chain.deploy(owner, data_contract_init_code(set)).expect("deployed")
}

/// A set under which ether needs twice the margin.
fn doubled(sandbox: &mut Sandbox) -> Address {
    changed(sandbox, |markets| {
        markets[0].initial_rate *= 2;
        markets[0].maintenance_rate *= 2;
    })
}

fn schedule(sandbox: &mut Sandbox, data: Address, at: u64) -> Result<Outcome, Rejected> {
    let codehash = keccak256(sandbox.chain.code(data));
    let effective_at = at.try_into().expect("a time");
    let (owner, engine) = (sandbox.owner.clone(), sandbox.at.margin_engine);
    let call = setParametersCall { data, codehash, effectiveAt: effective_at };
    sandbox.send(&owner, engine, &call)
}

/// Rates of ether in force: initial, maintenance.
fn rates(sandbox: &Sandbox) -> [alloy_primitives::I256; 2] {
    let market = marketCall { underlying: ETH };
    let market: MarketParameters = read(sandbox, sandbox.at.margin_engine, &market);
    [market.initialRate, market.maintenanceRate]
}

fn waiting(sandbox: &Sandbox) -> parametersReturn {
    read(sandbox, sandbox.at.margin_engine, &parametersCall {})
}

/// The time of the block that the next transaction makes.
fn next(sandbox: &Sandbox) -> u64 {
    sandbox.chain.latest().timestamp() + 1
}

#[test]
fn parameters_take_effect_after_their_notice_and_not_before() {
    let mut sandbox = sandbox();
    let old = [micros(50_000), micros(30_000)];
    assert_eq!(rates(&sandbox), old);
    let set = doubled(&mut sandbox);
    let at = next(&sandbox) + NOTICE;
    let scheduled = ok(schedule(&mut sandbox, set, at));
    let log = scheduled.logs.iter().find_map(|log| ParametersScheduled::decode_log(log).ok());
    let log = log.expect("an event");
    assert_eq!((log.data.data, log.version, log.effectiveAt.to::<u64>()), (set, 2, at));
    let state = waiting(&sandbox);
    assert_eq!((state.current, state.next), (sandbox.at.parameters, set));
    assert_eq!(state.effectiveAt.to::<u64>(), at);
    // A view sees the block that comes next: the last second of the old set.
    sandbox.chain.set_next_timestamp(at - 2);
    sandbox.chain.mine();
    assert_eq!(rates(&sandbox), old);
    assert_eq!(waiting(&sandbox).current, sandbox.at.parameters);
    sandbox.chain.mine();
    let state = waiting(&sandbox);
    assert_eq!((state.current, state.version, state.next), (set, 2, Address::ZERO));
    sandbox.chain.advance(MONTH);
    sandbox.chain.mine();
    assert_eq!(rates(&sandbox), [micros(100_000), micros(60_000)]);
}

#[test]
fn parameters_with_less_than_six_hours_of_notice_are_refused() {
    let mut sandbox = sandbox();
    let set = doubled(&mut sandbox);
    let earliest = next(&sandbox) + NOTICE;
    for at in [0, earliest - NOTICE, earliest - 1] {
        // Each attempt is a block of a second.
        let mut sandbox = sandbox.clone();
        let text = refused(schedule(&mut sandbox, set, at), "TooSoon");
        assert!(text.contains(&format!("earliest: {earliest}")), "{text}");
        assert_eq!(waiting(&sandbox).next, Address::ZERO);
    }
    ok(schedule(&mut sandbox, set, earliest));
}

#[test]
fn parameters_that_are_announced_leave_accounts_time_to_act() {
    let mut sandbox = sandbox();
    // 10 ether at 2,000: 600 of maintenance margin now, 1,200 under the set to come.
    let alice = trader(&mut sandbox, "alice", 1_050);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 100);
    open(&mut sandbox, &alice, &bob, 10 * UNIT, 1);
    let set = doubled(&mut sandbox);
    let at = next(&sandbox) + NOTICE;
    ok(schedule(&mut sandbox, set, at));
    sandbox.chain.set_next_timestamp(at - 10);
    sandbox.chain.mine();
    refused(sandbox.flag(&keeper, alice.account()), "AccountHealthy");
    let mut idle = sandbox.clone();
    let less = sandbox.quote(&bob, ETH, 5 * UNIT, PRICE, 2);
    ok(sandbox.fill(&alice, &less, 5 * UNIT));
    for chain in [&mut sandbox, &mut idle] {
        chain.chain.advance(MONTH);
        chain.set_price(ETH, 2_000_000_000).expect("a price");
    }
    refused(sandbox.flag(&keeper, alice.account()), "AccountHealthy");
    ok(idle.flag(&keeper, alice.account()));
}

#[test]
fn parameters_scheduled_again_replace_what_waits_and_count_from_then() {
    let mut sandbox = sandbox();
    let [first, second] = [doubled(&mut sandbox), doubled(&mut sandbox)];
    let at = next(&sandbox) + NOTICE;
    ok(schedule(&mut sandbox, first, at));
    refused(schedule(&mut sandbox, second, at), "TooSoon");
    assert_eq!(waiting(&sandbox).next, first);
    ok(schedule(&mut sandbox, second, at + 60));
    assert_eq!(waiting(&sandbox).next, second);
    sandbox.chain.set_next_timestamp(at);
    sandbox.chain.mine();
    assert_eq!(waiting(&sandbox).current, sandbox.at.parameters);
    sandbox.chain.advance(60);
    sandbox.chain.mine();
    assert_eq!(waiting(&sandbox).current, second);
}

#[test]
fn parameters_that_are_unsound_or_not_what_was_reviewed_are_refused() {
    let mut sandbox = sandbox();
    let at = next(&sandbox) + 2 * NOTICE;
    let forgetful = changed(&mut sandbox, |markets| markets.truncate(1));
    refused(schedule(&mut sandbox, forgetful, at), "BadParameters");
    let garbage = data_contract(&mut sandbox, &[7; 200]);
    refused(schedule(&mut sandbox, garbage, at), "BadParameters");
    let vault = sandbox.at.vault;
    refused(schedule(&mut sandbox, vault, at), "BadParameters");
    let set = doubled(&mut sandbox);
    let (owner, engine) = (sandbox.owner.clone(), sandbox.at.margin_engine);
    let effective_at = at.try_into().expect("a time");
    let other =
        setParametersCall { data: set, codehash: B256::repeat_byte(1), effectiveAt: effective_at };
    refused(sandbox.send(&owner, engine, &other), "WrongCode");
    assert_eq!(waiting(&sandbox).next, Address::ZERO);
}
