//! ORA-1, ORA-2, ORA-3, ENG-3: prices live, doubtful, refused.

use crate::support::{ETH, PRICE, UNIT, ok, open, read, refused, sandbox, trader};
use alloy_primitives::{I256, U256, aliases::I192};
use alloy_sol_types::sol;
use ballast_abi::oracle::IOracleAdapter::{Doubt, Grade, lastAcceptedCall, setFeedCall, spotCall};
use ballast_sandbox::{Sandbox, Settings, Solidity, wad};

sol! {
    interface IFeed {
        function transmitAt(int192 answer, uint32 startedAt, uint32 updatedAt) external;
        function set(uint8 fault, int256 answer) external;
    }
}

fn spot(sandbox: &Sandbox) -> (I256, Grade, Doubt) {
    let answer = read(sandbox, sandbox.at.oracle_adapter, &spotCall { underlying: ETH });
    (answer.price, answer.grade, answer.doubt)
}

/// Transmits an answer to ether's feed, of a round `age` seconds old.
pub(crate) fn transmit(sandbox: &mut Sandbox, answer: i64, age: u64) {
    let owner = sandbox.owner.clone();
    let at = u32::try_from(sandbox.chain.latest().timestamp() - age).unwrap();
    let answer = I192::try_from(answer).unwrap();
    let feed = sandbox.aggregators[0];
    ok(sandbox.send(&owner, feed, &IFeed::transmitAtCall { answer, startedAt: at, updatedAt: at }));
}

#[test]
fn price_of_a_live_feed_is_good_and_observe_accepts_it() {
    let mut sandbox = sandbox();
    let keeper = sandbox.actor("keeper");
    sandbox.set_price(ETH, 2_100_000_000).unwrap();
    assert_eq!(spot(&sandbox), (wad(2_100), Grade::Good, Doubt::None));
    ok(sandbox.observe(&keeper, ETH));
    let accepted = read(&sandbox, sandbox.at.oracle_adapter, &lastAcceptedCall { underlying: ETH });
    assert_eq!(accepted.price, wad(2_100));
}

#[test]
fn price_through_a_proxy_is_the_same() {
    let sandbox = Sandbox::with(Settings { proxied_feeds: true, ..Settings::default() }).unwrap();
    assert_eq!(spot(&sandbox), (wad(2_000), Grade::Good, Doubt::None));
}

#[test]
fn price_that_is_not_live_is_doubtful_in_views_and_refused_by_observe() {
    let cases: [(&str, Doubt, i64, u64, &str); 5] = [
        ("negative", Doubt::NotPositive, -1, 0, "PriceNotPositive"),
        ("zero", Doubt::NotPositive, 0, 0, "PriceNotPositive"),
        ("stale", Doubt::Stale, 200_000_000_000, 86_402, "StalePrice"),
        ("low", Doubt::OutOfBounds, 100_000_000, 0, "PriceOutOfBounds"),
        ("high", Doubt::OutOfBounds, 99_000_000_000_000, 0, "PriceOutOfBounds"),
    ];
    for (name, doubt, answer, age, error) in cases {
        let mut sandbox = sandbox();
        let keeper = sandbox.actor("keeper");
        transmit(&mut sandbox, answer, age);
        assert_eq!(spot(&sandbox), (wad(2_000), Grade::Doubtful, doubt), "{name}");
        refused(sandbox.observe(&keeper, ETH), error);
    }
}

#[test]
fn round_that_is_incomplete_is_refused() {
    let mut sandbox = sandbox();
    let keeper = sandbox.actor("keeper");
    let owner = sandbox.owner.clone();
    let call = IFeed::transmitAtCall {
        answer: I192::try_from(200_000_000_000i64).unwrap(),
        startedAt: 0,
        updatedAt: 0,
    };
    ok(sandbox.send(&owner, sandbox.aggregators[0], &call));
    assert_eq!(spot(&sandbox).2, Doubt::Incomplete);
    refused(sandbox.observe(&keeper, ETH), "IncompleteRound");
}

#[test]
fn feed_that_breaks_in_any_way_leaves_the_last_accepted_price() {
    let mut sandbox = sandbox();
    let keeper = sandbox.actor("keeper");
    let owner = sandbox.owner.clone();
    let broken = sandbox
        .chain
        .deploy(owner.address(), Solidity::read("BrokenFeed", "BrokenFeed").unwrap().bare())
        .unwrap();
    let good = I256::try_from(200_000_000_000i64).unwrap();
    ok(sandbox.send(&owner, broken, &IFeed::setCall { fault: 0, answer: good }));
    let set = setFeedCall {
        underlying: ETH,
        feed_: broken,
        heartbeat: 3_600,
        minimum: wad(1),
        maximum: wad(9_000),
    };
    ok(sandbox.send(&owner, sandbox.at.oracle_adapter, &set));
    ok(sandbox.observe(&keeper, ETH));
    for (fault, error) in [
        (1, "FeedFailed"),
        (2, "FeedFailed"),
        (3, "FeedFailed"),
        (5, "FeedFailed"),
        (6, "FeedFailed"),
    ] {
        ok(sandbox.send(&owner, broken, &IFeed::setCall { fault, answer: good }));
        let (price, grade, doubt) = spot(&sandbox);
        assert_eq!((price, grade), (wad(2_000), Grade::Doubtful), "fault {fault}");
        assert_ne!(doubt, Doubt::None);
        let outcome = sandbox.observe(&keeper, ETH).unwrap();
        refused(Ok(outcome.clone()), error);
        assert!(outcome.gas_used < 700_000, "fault {fault} cost {} gas", outcome.gas_used);
    }
}

#[test]
fn sequencer_down_and_the_grace_after_make_prices_doubtful() {
    let mut sandbox = sandbox();
    let keeper = sandbox.actor("keeper");
    sandbox.set_sequencer(false).unwrap();
    assert_eq!(spot(&sandbox).2, Doubt::SequencerDown);
    refused(sandbox.observe(&keeper, ETH), "SequencerDown");
    sandbox.set_sequencer(true).unwrap();
    assert_eq!(spot(&sandbox).2, Doubt::SequencerGrace);
    refused(sandbox.observe(&keeper, ETH), "SequencerGrace");
    sandbox.chain.advance(3_601);
    sandbox.set_price(ETH, 2_000_000_000).unwrap();
    assert_eq!(spot(&sandbox).1, Grade::Good);
    ok(sandbox.observe(&keeper, ETH));
}

#[test]
fn doubtful_price_refuses_new_risk_and_lets_reductions_pass() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    open(&mut sandbox, &alice, &bob, 4 * UNIT, 1);
    transmit(&mut sandbox, -1, 0);
    let more = sandbox.quote(&bob, ETH, -UNIT, PRICE, 2);
    refused(sandbox.fill(&alice, &more, UNIT), "DoubtfulPrice");
    refused(sandbox.withdraw(&alice, alice.account(), U256::from(1)), "DoubtfulPrice");
    let less = sandbox.quote(&bob, ETH, UNIT, PRICE, 2);
    ok(sandbox.fill(&alice, &less, UNIT));
    let far = sandbox.quote(&bob, ETH, UNIT, PRICE + PRICE / 40, 3);
    ok(sandbox.fill(&alice, &far, UNIT));
}

#[test]
fn feed_that_cannot_be_is_refused_at_configuration() {
    let mut sandbox = sandbox();
    let owner = sandbox.owner.clone();
    let oracle = sandbox.at.oracle_adapter;
    let good = setFeedCall {
        underlying: 5,
        feed_: sandbox.aggregators[0],
        heartbeat: 3_600,
        minimum: wad(1),
        maximum: wad(9_000),
    };
    let stranger = sandbox.actor("stranger");
    refused(sandbox.send(&stranger, oracle, &good), "NotOwner");
    for (error, call) in [
        ("BadFeed", setFeedCall { feed_: stranger.address(), ..good.clone() }),
        ("BadBounds", setFeedCall { minimum: wad(9_000), ..good.clone() }),
        ("BadBounds", setFeedCall { minimum: wad(0), ..good.clone() }),
        ("PriceOutOfBounds", setFeedCall { maximum: wad(2), ..good.clone() }),
        ("BadHeartbeat", setFeedCall { heartbeat: 0, ..good.clone() }),
        ("BadHeartbeat", setFeedCall { heartbeat: 604_801, ..good.clone() }),
    ] {
        refused(sandbox.send(&owner, oracle, &call), error);
    }
    ok(sandbox.send(&owner, oracle, &good));
}

#[test]
fn feed_that_is_late_serves_its_own_round_and_not_one_accepted_long_ago() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 8_000);
    let bob = trader(&mut sandbox, "bob", 100_000);
    let keeper = trader(&mut sandbox, "keeper", 100_000);
    // 2,000 was accepted when the house opened; since then the feed says 3,000, and nobody observed it.
    sandbox.set_price(ETH, 3_000_000_000).unwrap();
    let quote = sandbox.quote(&bob, ETH, -20 * UNIT, 3_000 * UNIT, 1);
    ok(sandbox.fill(&alice, &quote, 20 * UNIT));
    sandbox.chain.advance(86_410);
    assert_eq!(spot(&sandbox), (wad(3_000), Grade::Doubtful, Doubt::Stale));
    refused(sandbox.flag(&keeper, alice.account()), "AccountHealthy");
    // A round out of bounds is not served, late or not.
    transmit(&mut sandbox, 100_000_000, 86_402);
    assert_eq!(spot(&sandbox).0, wad(2_000));
}
