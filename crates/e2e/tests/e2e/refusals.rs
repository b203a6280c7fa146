//! Refusals that no other file is about: of configuration, of questions nobody should ask, and of batches
//! over a limit. Each changes nothing.

use crate::oracle::transmit;
use crate::support::{
    ETH, PRICE, UNIT, fill, ledger, ok, open, read, refused, sandbox, trader, view_refused,
};
use alloy_primitives::{Address, B256, I256};
use ballast_abi::engine::IMarginEngine::{Mode, Portfolio, assessCall};
use ballast_abi::exchange::IExchange::setFeesCall;
use ballast_abi::house::IClearingHouse::{
    Fill, Limits, Move, Status, limitsCall, setFlagCall, setLimitsCall, tradeCall,
};
use ballast_abi::instrument::perpetual;
use ballast_abi::lens::ILens::marketStatesCall;
use ballast_abi::liquidation::ILiquidation::setCapacityCall;
use ballast_abi::oracle::IOracleAdapter::{
    marketDataCall, observeCall, setFeedCall, setSequencerCall,
};
use ballast_layout::{MarketWord, PerpetualLeg};
use ballast_sandbox::{Sandbox, Solidity, micros, wad};

fn set_limits(sandbox: &mut Sandbox, underlying: u16, change: impl FnOnce(&mut Limits)) {
    let (owner, house) = (sandbox.owner.clone(), sandbox.at.clearing_house);
    let mut limits_ = read(sandbox, house, &limitsCall { underlying: ETH });
    change(&mut limits_);
    ok(sandbox.send(&owner, house, &setLimitsCall { underlying, limits_ }));
}

// ── House ──────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn open_interest_over_the_cap_is_refused_and_may_fall() {
    let mut sandbox = sandbox();
    let venue = sandbox.venue(1).unwrap();
    let (maker, taker) =
        (trader(&mut sandbox, "maker", 10_000), trader(&mut sandbox, "taker", 10_000));
    open(&mut sandbox, &taker, &maker, 4 * UNIT, 1);
    set_limits(&mut sandbox, ETH, |limits| limits.maxOpenInterest = wad(2));
    let house = sandbox.at.clearing_house;
    let before = ledger(&sandbox, &[&maker, &taker]);
    let more = tradeCall { fills: vec![fill(&maker, &taker, UNIT, PRICE)] };
    refused(sandbox.send(&venue, house, &more), "OpenInterestExceeded");
    assert_eq!(ledger(&sandbox, &[&maker, &taker]), before);
    let less = tradeCall { fills: vec![fill(&maker, &taker, -UNIT, PRICE)] };
    ok(sandbox.send(&venue, house, &less));
}

#[test]
fn account_in_more_than_eight_markets_is_refused() {
    let mut sandbox = sandbox();
    let venue = sandbox.venue(1).unwrap();
    let (maker, taker) =
        (trader(&mut sandbox, "maker", 10_000), trader(&mut sandbox, "taker", 10_000));
    for underlying in 3..=9 {
        set_limits(&mut sandbox, underlying, |limits| limits.status = Status::ReduceOnly);
    }
    let fills = (1..=9)
        .map(|underlying| Fill {
            instrument: perpetual(underlying),
            ..fill(&maker, &taker, UNIT, PRICE)
        })
        .collect();
    let before = ledger(&sandbox, &[&maker, &taker]);
    refused(sandbox.send(&venue, sandbox.at.clearing_house, &tradeCall { fills }), "TooManyLegs");
    assert_eq!(ledger(&sandbox, &[&maker, &taker]), before);
}

#[test]
fn reduction_that_lowers_the_margin_balance_is_refused() {
    let mut sandbox = sandbox();
    let venue = sandbox.venue(1).unwrap();
    let (maker, taker) =
        (trader(&mut sandbox, "maker", 10_000), trader(&mut sandbox, "taker", 10_000));
    open(&mut sandbox, &taker, &maker, 4 * UNIT, 1);
    // In doubt the band is 4%, and a unit that closes frees 3% of maintenance margin.
    transmit(&mut sandbox, -1, 0);
    let before = ledger(&sandbox, &[&maker, &taker]);
    let price = micros(PRICE - PRICE * 35 / 1_000);
    let fills = vec![Fill { price, ..fill(&maker, &taker, -UNIT, PRICE) }];
    refused(
        sandbox.send(&venue, sandbox.at.clearing_house, &tradeCall { fills }),
        "MarginNotImproved",
    );
    assert_eq!(ledger(&sandbox, &[&maker, &taker]), before);
}

#[test]
fn move_out_of_an_account_that_is_not_liquidated_is_refused() {
    let mut sandbox = sandbox();
    let liquidator = sandbox.venue(1 << 3).unwrap();
    let alice = trader(&mut sandbox, "alice", 2_100);
    let bob = trader(&mut sandbox, "bob", 100_000);
    open(&mut sandbox, &alice, &bob, 20 * UNIT, 1);
    sandbox.set_price(ETH, 1_950_000_000).unwrap();
    let moves = vec![Move { from: bob.account(), to: alice.account(), amount: wad(1) }];
    let call = setFlagCall { account: alice.account(), flagged: true, moves };
    let before = ledger(&sandbox, &[&alice, &bob]);
    refused(sandbox.send(&liquidator, sandbox.at.clearing_house, &call), "BadMove");
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
}

// ── Configuration ──────────────────────────────────────────────────────────────────────────────────

#[test]
fn configuration_out_of_its_bounds_is_refused() {
    let mut sandbox = sandbox();
    let (owner, at) = (sandbox.owner.clone(), sandbox.at.clone());
    let fees = |maker, taker| setFeesCall { underlying: ETH, maker, taker };
    for (maker, taker) in [(0, 10_001), (-10_001, 20_000), (-2, 1)] {
        let call = fees(micros(maker), micros(taker));
        refused(sandbox.send(&owner, at.exchange, &call), "BadFees");
    }
    let capacity = setCapacityCall { underlying: ETH, perSecond: wad(-1) };
    refused(sandbox.send(&owner, at.liquidation, &capacity), "BadCapacity");
    let sequencer = setSequencerCall { uptimeFeed: Address::ZERO, grace: 86_401 };
    refused(sandbox.send(&owner, at.oracle_adapter, &sequencer), "BadGrace");
    let code = Solidity::read("BrokenFeed", "TooFineFeed").unwrap().bare();
    let feed_ = sandbox.chain.deploy(owner.address(), code).unwrap();
    let set = setFeedCall { underlying: 5, feed_, heartbeat: 60, minimum: wad(1), maximum: wad(2) };
    refused(sandbox.send(&owner, at.oracle_adapter, &set), "BadDecimals");
}

// ── Questions ──────────────────────────────────────────────────────────────────────────────────────

fn portfolio(mode: Mode, leg_count: u32) -> Portfolio {
    let account = B256::repeat_byte(7);
    Portfolio { account, mode, cash: wad(1), legCount: leg_count, collateralCount: 0 }
}

fn leg(underlying: u16) -> B256 {
    PerpetualLeg::new(underlying, 0, 1_000_000).pack().expect("a leg").into()
}

fn market(underlying: u16) -> B256 {
    let word = MarketWord { underlying, premium_average: 0, premium_at: 0, long_size: 0 };
    word.pack().expect("a word").into()
}

fn assess(portfolio: Portfolio, legs: Vec<B256>, markets: Vec<B256>) -> assessCall {
    assessCall { portfolios: vec![portfolio], legs, collateral: vec![], openInterest: markets }
}

#[test]
fn assessment_that_makes_no_sense_is_refused() {
    let sandbox = sandbox();
    let mut option = leg(ETH);
    option[0] = 3;
    let rows = [
        ("CountMismatch", assess(portfolio(Mode::Cross, 2), vec![leg(ETH)], vec![market(ETH)])),
        ("CountMismatch", assess(portfolio(Mode::Cross, 0), vec![leg(ETH)], vec![market(ETH)])),
        (
            "ModeUnavailable",
            assess(portfolio(Mode::Portfolio, 1), vec![leg(ETH)], vec![market(ETH)]),
        ),
        ("UnknownMarket", assess(portfolio(Mode::Cross, 1), vec![leg(ETH)], vec![market(9)])),
        ("UnknownMarket", assess(portfolio(Mode::Cross, 1), vec![leg(ETH)], vec![])),
        ("UnknownKind", assess(portfolio(Mode::Cross, 1), vec![option], vec![market(ETH)])),
        ("TooMany", assess(portfolio(Mode::Cross, 129), vec![leg(ETH); 129], vec![market(ETH)])),
    ];
    for (error, call) in rows {
        view_refused(sandbox.view(sandbox.at.margin_engine, &call), error);
    }
    // Anybody may ask about any portfolio, stored or imagined.
    let imagined = assess(portfolio(Mode::Cross, 1), vec![leg(ETH)], vec![market(ETH)]);
    let answer = read(&sandbox, sandbox.at.margin_engine, &imagined);
    assert_eq!(answer._0.len(), 1);
    assert_eq!(answer._1[0].indexPrice, wad(2_000));
}

#[test]
fn engine_without_parameters_assesses_cash_and_nothing_else() {
    let mut sandbox = sandbox();
    let code = sandbox.chain.code(sandbox.at.margin_engine);
    let owner = sandbox.owner.address();
    let empty = sandbox.chain.deploy(owner, stylus_program::init_code(&code, &[])).unwrap();
    let call = assess(portfolio(Mode::Cross, 1), vec![leg(ETH)], vec![market(ETH)]);
    view_refused(sandbox.view(empty, &call), "NoParameters");
    let cash = read(&sandbox, empty, &assess(portfolio(Mode::Cross, 0), vec![], vec![]));
    assert_eq!(cash._0[0].equity, wad(1));
}

#[test]
fn price_of_an_underlying_without_a_feed_is_refused_by_observe_and_none_in_views() {
    let mut sandbox = sandbox();
    let keeper = sandbox.actor("keeper");
    let oracle = sandbox.at.oracle_adapter;
    let observe = observeCall { underlyings: vec![ETH, 7] };
    refused(sandbox.send(&keeper, oracle, &observe), "NoFeed");
    let answers = read(&sandbox, oracle, &marketDataCall { underlyings: vec![ETH, 7] });
    assert_eq!((answers[0].price, answers[1].price), (wad(2_000), I256::ZERO));
    let many = marketDataCall { underlyings: vec![ETH; 25] };
    view_refused(sandbox.view(oracle, &many), "TooMany");
    let many = marketStatesCall { underlyings: vec![ETH; 17] };
    view_refused(sandbox.view(sandbox.at.lens, &many), "TooMany");
}

#[test]
fn preview_of_a_debit_and_rights_are_what_the_house_acts_on() {
    use ballast_abi::house::IClearingHouse::{Right, hasRightCall, healthsCall, previewDebitCall};
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 100);
    let (house, at) = (sandbox.at.clearing_house, sandbox.at.clone());
    let preview = |amount| previewDebitCall { account: alice.account(), asset: 0, amount };
    assert_eq!(read(&sandbox, house, &preview(wad(40))).cash, wad(60));
    view_refused(sandbox.view(house, &preview(wad(101))), "InsufficientBalance");
    let healths = read(&sandbox, house, &healthsCall { ids: vec![alice.account(); 3] });
    assert!(healths.iter().all(|health| health.equity == wad(100)));
    let many = healthsCall { ids: vec![alice.account(); 33] };
    view_refused(sandbox.view(house, &many), "TooMany");
    for (who, right, holds) in [
        (at.exchange, Right::Trade, true),
        (at.exchange, Right::Credit, false),
        (at.vault, Right::Debit, true),
        (at.liquidation, Right::Reduce, true),
        (alice.address(), Right::Trade, false),
    ] {
        assert_eq!(read(&sandbox, house, &hasRightCall { venue: who, right }), holds);
    }
}
