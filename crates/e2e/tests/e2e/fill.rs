//! EXC-1, EXC-2, by `fill`: lanes, limits, partial fills, expiry, cancelling, fees.

use crate::support::{ETH, PRICE, UNIT, ledger, ok, open, refused, sandbox, size, trader};
use alloy_primitives::{Bytes, I256};
use ballast_abi::account::FEES;
use ballast_abi::exchange::IExchange::{
    Match, cancelCall, fillCall, laneStatusCall, orderHashCall, previewFillCall,
};
use ballast_abi::order::{join_signatures, signing_hash};
use ballast_sandbox::{Quote, Sandbox, micros, wad};

fn refill(
    sandbox: &Sandbox,
    quote: &Quote,
    change: impl FnOnce(&mut Quote),
    maker: &ballast_sandbox::Actor,
) -> Quote {
    let mut changed = quote.clone();
    change(&mut changed);
    sandbox.signed(maker, changed.order)
}

#[test]
fn fill_of_a_signed_order_trades_at_its_limit_and_charges_both_fees() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    open(&mut sandbox, &alice, &bob, 2 * UNIT, 1);
    assert_eq!((size(&sandbox, &alice), size(&sandbox, &bob)), (wad(2), wad(-2)));
    // 4,000 of notional: the taker pays 0.05%, the maker 0.02%.
    assert_eq!(sandbox.cash(alice.account()).unwrap(), wad(10_000 - 4_000 - 2));
    assert_eq!(sandbox.cash(bob.account()).unwrap(), wad(10_000 + 4_000) - micros(800_000));
    assert_eq!(sandbox.cash(FEES).unwrap(), micros(2_800_000));
}

#[test]
fn fill_in_parts_stops_at_the_orders_size() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let quote = sandbox.quote(&bob, ETH, -3 * UNIT, PRICE, 1);
    ok(sandbox.fill(&alice, &quote, UNIT));
    ok(sandbox.fill(&alice, &quote, UNIT));
    refused(sandbox.fill(&alice, &quote, 2 * UNIT), "Overfilled");
    ok(sandbox.fill(&alice, &quote, UNIT));
    refused(sandbox.fill(&alice, &quote, 1_000), "Overfilled");
    let lane = laneStatusCall { account: bob.account(), lane: 1 };
    let status = sandbox.view(sandbox.at.exchange, &lane).unwrap();
    assert_eq!((status.seq, status.filled, status.cancelledBelow), (1, wad(3), 0));
}

#[test]
fn fill_of_a_passed_or_cancelled_number_is_refused() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let first = sandbox.quote(&bob, ETH, -3 * UNIT, PRICE, 1);
    let second = sandbox.quote(&bob, ETH, -3 * UNIT, PRICE, 2);
    ok(sandbox.fill(&alice, &first, UNIT));
    ok(sandbox.fill(&alice, &second, UNIT));
    refused(sandbox.fill(&alice, &first, UNIT), "SequencePassed");
    let exchange = sandbox.at.exchange;
    let cancel = cancelCall { account: bob.account(), lane: 1, belowSeq: 3 };
    refused(sandbox.send(&alice, exchange, &cancel), "NotAuthorised");
    ok(sandbox.send(&bob, exchange, &cancel));
    refused(sandbox.fill(&alice, &second, UNIT), "SequencePassed");
    // A lower number takes nothing back.
    ok(sandbox.send(&bob, exchange, &cancelCall { belowSeq: 1, ..cancel }));
    refused(sandbox.fill(&alice, &second, UNIT), "SequencePassed");
    let third = sandbox.quote(&bob, ETH, -3 * UNIT, PRICE, 3);
    ok(sandbox.fill(&alice, &third, UNIT));
}

#[test]
fn fill_against_an_orders_terms_is_refused_and_changes_nothing() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let before = ledger(&sandbox, &[&alice, &bob]);
    let quote = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1);
    let expired = refill(&sandbox, &quote, |q| q.order.deadline = 1u64.try_into().unwrap(), &bob);
    let flagged = refill(&sandbox, &quote, |q| q.order.flags = 2, &bob);
    let private = refill(&sandbox, &quote, |q| q.order.taker = bob.address(), &bob);
    let cheap = refill(&sandbox, &quote, |q| q.order.maxFee = micros(199), &bob);
    let unnumbered = refill(&sandbox, &quote, |q| q.order.seq = 0, &bob);
    let empty = refill(&sandbox, &quote, |q| q.order.size = I256::ZERO, &bob);
    let free = refill(&sandbox, &quote, |q| q.order.limit = I256::ZERO, &bob);
    let reducing = refill(&sandbox, &quote, |q| q.order.flags = 1, &bob);
    for (error, quote) in [
        ("OrderExpired", expired),
        ("UnknownFlags", flagged),
        ("TakerNotAllowed", private),
        ("FeeTooHigh", cheap),
        ("BadOrder", unnumbered),
        ("BadOrder", empty),
        ("BadOrder", free),
        ("NotReducing", reducing),
    ] {
        refused(sandbox.fill(&alice, &quote, UNIT), error);
    }
    assert_eq!(ledger(&sandbox, &[&alice, &bob]), before);
}

#[test]
fn fill_with_matches_that_do_not_fit_is_refused() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let quote = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1);
    let good = sandbox.fill_call(&alice, &quote, UNIT);
    let exchange = sandbox.at.exchange;
    let with = |change: &dyn Fn(&mut fillCall)| {
        let mut call = good.clone();
        change(&mut call);
        call
    };
    let pair = |maker, taker, size| vec![Match { maker, taker, size }];
    for (error, call) in [
        ("Empty", with(&|c| c.matches.clear())),
        ("Empty", with(&|c| c.orders.clear())),
        ("TooMany", with(&|c| c.matches = vec![c.matches[0].clone(); 33])),
        ("TooMany", with(&|c| c.orders = vec![c.orders[0].clone(); 17])),
        ("BadSignatures", with(&|c| c.signatures = Bytes::new())),
        ("BadSignatures", with(&|c| c.signatures = [&c.signatures[..], &[0]].concat().into())),
        ("UnknownOrder", with(&|c| c.matches = pair(2, 1, wad(1)))),
        ("UnknownOrder", with(&|c| c.matches = pair(0, 255, wad(1)))),
        ("SameSide", with(&|c| c.matches = pair(0, 0, wad(1)))),
        ("SameSide", with(&|c| c.matches = pair(0, 1, wad(0)))),
        ("SameSide", with(&|c| c.matches = pair(0, 1, wad(-1)))),
        ("LimitCrossed", with(&|c| c.orders[1].limit = wad(1_999))),
        ("InstrumentMismatch", with(&|c| c.orders[1].instrument += 1)),
        ("Overfilled", with(&|c| c.matches = [c.matches.clone(), c.matches.clone()].concat())),
        ("NotAuthorised", with(&|c| c.orders[1].account = bob.account())),
    ] {
        refused(sandbox.send(&alice, exchange, &call), error);
    }
    ok(sandbox.send(&alice, exchange, &good));
}

#[test]
fn fill_by_a_matcher_of_two_signed_orders_uses_both_lanes() {
    let mut sandbox = sandbox();
    let alice = trader(&mut sandbox, "alice", 10_000);
    let bob = trader(&mut sandbox, "bob", 10_000);
    let matcher = sandbox.actor("matcher");
    let sell = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1);
    let buy = sandbox.quote(&alice, ETH, UNIT, PRICE + UNIT, 7);
    let call = fillCall {
        orders: vec![sell.order.clone(), buy.order.clone()],
        signatures: join_signatures(&[sell.signature.clone(), buy.signature]),
        matches: vec![Match { maker: 0, taker: 1, size: wad(1) }],
    };
    let preview = previewFillCall { orders: call.orders.clone(), matches: call.matches.clone() };
    let foreseen = sandbox.view(sandbox.at.exchange, &preview).unwrap();
    let outcome = ok(sandbox.send(&matcher, sandbox.at.exchange, &call));
    let done = <fillCall as alloy_sol_types::SolCall>::abi_decode_returns(&outcome.output).unwrap();
    assert_eq!(foreseen, done);
    for (actor, seq) in [(&bob, 1), (&alice, 7)] {
        let lane = laneStatusCall { account: actor.account(), lane: 1 };
        assert_eq!(sandbox.view(sandbox.at.exchange, &lane).unwrap().seq, seq);
    }
    // Two orders of one lane in a call: which of them should the lane follow?
    let twice = fillCall {
        orders: vec![sell.order.clone(), sell.order],
        signatures: join_signatures(&[sell.signature.clone(), sell.signature]),
        ..call
    };
    refused(sandbox.send(&matcher, sandbox.at.exchange, &twice), "BadOrder");
}

#[test]
fn order_hash_is_the_eip_712_hash() {
    let sandbox = sandbox();
    let bob = ballast_sandbox::Actor::named("bob");
    let order = sandbox.quote(&bob, ETH, -UNIT, PRICE, 1).order;
    let at = &sandbox.at;
    let expected = signing_hash(&order, at.chain_id, at.exchange);
    assert_eq!(sandbox.view(at.exchange, &orderHashCall { order }).unwrap(), expected);
}
