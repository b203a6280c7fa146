//! What `trade` refuses, and what a fill moves.

use ballast_layout::{AccountId, Instrument, Kind};
use ballast_math::fixed::WAD;
use contract_abi::generated::clearing_house::{errors, Doubt, Fill, Grade, Limits, Status};
use contract_abi::Revert;

use super::world::*;
use crate::account::{fees, insurance};

const PERPETUAL: u128 = Instrument::perpetual(MARKET).0;

fn usual() -> Fill {
    fill(units(10), units(100))
}

/// Every refusal of a single fill, from the first check to the last.
#[test]
fn trade_of_a_fill_that_breaks_a_rule_names_it() {
    type Change = fn(&mut Fill);
    let dated = Instrument::dated(Kind::Future, MARKET, 1_800_000_000, 0).0;
    let (alice, bob) = (account(ALICE), account(BOB));
    let rows: Vec<(Change, Revert)> = vec![
        (|f| f.size = 0, errors::zero_size()),
        (|f| f.price = 0, errors::bad_price(0)),
        (|f| f.price = -1, errors::bad_price(-1)),
        (
            |f| f.instrument = Instrument::dated(Kind::Future, MARKET, 1_800_000_000, 0).0,
            errors::unknown_instrument(dated),
        ),
        (|f| f.instrument = 0, errors::unknown_instrument(0)),
        (|f| f.instrument |= 1, errors::unknown_instrument(PERPETUAL | 1)),
        (|f| f.instrument = Instrument::perpetual(9).0, errors::market_closed(9, Status::Unlisted)),
        (|f| f.size += 1, errors::off_grid(units(10) + 1, MILLI)),
        (|f| f.size = -MILLI / 2, errors::off_grid(-MILLI / 2, MILLI)),
        (|f| f.price += MILLI, errors::off_grid(units(100) + MILLI, 10 * MILLI)),
        (|f| f.maker = insurance(), errors::reserved_account(&insurance())),
        (|f| f.taker = fees(), errors::reserved_account(&fees())),
        (
            |f| f.taker = AccountId::new([0; 20], [9; 12]).0,
            errors::reserved_account(&AccountId::new([0; 20], [9; 12]).0),
        ),
        (|f| f.taker = f.maker, errors::self_trade(&alice)),
        (|f| f.maker_fee = units(10) + 1, errors::fee_too_high(units(10) + 1, units(10))),
        (|f| f.taker_fee = -units(10) - 1, errors::fee_too_high(-units(10) - 1, units(10))),
        (|f| (f.maker_fee, f.taker_fee) = (-2, 1), errors::fee_too_high(-1, 0)),
        (|f| f.reduce_only = 1, errors::not_reducing(&alice, PERPETUAL)),
        (|f| f.reduce_only = 2, errors::not_reducing(&bob, PERPETUAL)),
        (|f| f.size = units(501), errors::position_exceeded(&alice, -units(501), units(500))),
        (
            |f| f.size = units(1_001),
            errors::open_interest_exceeded(MARKET, units(1_001), units(1_000)),
        ),
        (
            |f| f.price = 102 * WAD + 10 * MILLI,
            errors::outside_band(PERPETUAL, 102 * WAD + 10 * MILLI, units(100), 20 * MILLI),
        ),
        (
            |f| f.price = 98 * WAD - 10 * MILLI,
            errors::outside_band(PERPETUAL, 98 * WAD - 10 * MILLI, units(100), 20 * MILLI),
        ),
        (|f| f.size = units(201), errors::insufficient_margin(&alice, units(1_000), units(1_005))),
    ];
    for (at, (change, expected)) in rows.into_iter().enumerate() {
        let world = world();
        let mut fill = usual();
        change(&mut fill);
        assert_eq!(world.preview(&[fill]), Err(expected.clone()), "row {at}");
        assert_eq!(world.trade(&[fill]), Err(expected), "row {at}");
        assert_eq!((cash(&alice), cash(&bob)), (units(1_000), units(1_000)), "row {at}");
        assert_eq!(size(&alice, MARKET), 0, "row {at}");
    }
}

#[test]
fn trade_at_each_bound_passes() {
    type Change = fn(&mut Fill);
    let rows: [Change; 6] = [
        |f| f.size = units(200),
        |f| f.size = -units(200),
        |f| f.price = units(102),
        |f| f.price = units(98),
        |f| (f.maker_fee, f.taker_fee) = (-units(10), units(10)),
        |f| f.size = MILLI,
    ];
    for (at, change) in rows.into_iter().enumerate() {
        let mut fill = usual();
        change(&mut fill);
        assert!(world().trade(&[fill]).is_ok(), "row {at}");
    }
}

#[test]
fn trade_of_a_fill_moves_size_and_cash_between_two_accounts() {
    let world = world();
    let fill = Fill { maker_fee: -WAD, taker_fee: 3 * WAD, ..usual() };
    let outcomes = world.trade(&[fill]).unwrap();
    let (alice, bob) = (account(ALICE), account(BOB));
    assert_eq!((size(&alice, MARKET), size(&bob, MARKET)), (-units(10), units(10)));
    assert_eq!((cash(&alice), cash(&bob)), (units(2_001), -units(3)));
    assert_eq!(cash(&fees()), units(2));
    let [of_alice, of_bob] = outcomes[..] else { panic!() };
    assert_eq!((of_alice.account, of_alice.equity), (alice, units(1_001)));
    assert_eq!((of_bob.account, of_bob.equity), (bob, units(997)));
    assert_eq!((of_bob.initial_margin, of_bob.maintenance_margin), (units(50), units(30)));
    assert_eq!((of_bob.cash, of_bob.grade), (-units(3), Grade::Good));
    assert_eq!(world.questions(), 1);
}

#[test]
fn trade_of_nothing_asks_nobody() {
    let world = world();
    assert_eq!(world.trade(&[]), Ok(vec![]));
    assert_eq!(world.questions(), 0);
}

#[test]
fn preview_of_a_trade_answers_like_it_and_leaves_nothing() {
    let world = world();
    logs();
    let fills = [usual(), Fill { maker: account(CAROL), ..usual() }];
    let preview = world.preview(&fills);
    assert_eq!(logs(), []);
    assert_eq!(size(&account(BOB), MARKET), 0);
    assert_eq!(world.trade(&fills), preview);
    assert_eq!(size(&account(BOB), MARKET), units(20));
}

#[test]
fn trade_beyond_its_counts_is_refused() {
    let world = world();
    let many = vec![usual(); 33];
    assert_eq!(world.trade(&many), Err(errors::too_many(33, 32)));
    let strangers: Vec<_> =
        (1..=16).map(|tag| Fill { maker: AccountId::new(ALICE, [tag; 12]).0, ..usual() }).collect();
    assert_eq!(world.trade(&strangers), Err(errors::too_many(17, 16)));
}

#[test]
fn trade_in_a_ninth_market_is_refused_and_in_an_eighth_passes() {
    let mut world = world();
    for market in 1..=9 {
        world.list(market, 100);
    }
    let fills: Vec<_> = (1..=9)
        .map(|market| Fill { instrument: Instrument::perpetual(market).0, ..fill(WAD, units(100)) })
        .collect();
    assert_eq!(world.trade(&fills), Err(errors::too_many_legs(&account(ALICE), 9, 8)));
    assert!(world.trade(&fills[..8]).is_ok());
    assert_eq!(world.trade(&fills[8..]), Err(errors::too_many_legs(&account(ALICE), 9, 8)));
}

/// Two accounts in eight markets each, one of them common: the engine takes eight at a time.
#[test]
fn trade_of_accounts_in_fifteen_markets_asks_more_than_once() {
    let mut world = world();
    for market in 1..=15 {
        world.list(market, 100);
    }
    let in_market = |maker, taker, market| Fill {
        maker: account(maker),
        taker: account(taker),
        instrument: Instrument::perpetual(market).0,
        ..fill(WAD, units(100))
    };
    let of_alice: Vec<_> = (1..=8).map(|market| in_market(ALICE, CAROL, market)).collect();
    world.trade(&of_alice).unwrap();
    let dave = account([0xda; 20]);
    deposit(&dave, 0, units(1_000)).unwrap();
    let of_bob: Vec<_> =
        (8..=15).map(|market| Fill { maker: dave, ..in_market(ALICE, BOB, market) }).collect();
    world.trade(&of_bob).unwrap();
    world.questions();
    let outcomes = world.trade(&[in_market(ALICE, BOB, 8)]).unwrap();
    assert_eq!(world.questions(), 2);
    assert_eq!(outcomes[0].initial_margin, units(45));
    assert_eq!(outcomes[1].initial_margin, units(45));
}

#[test]
fn trade_in_a_market_that_only_reduces_passes_what_reduces_both() {
    let world = world();
    world.trade(&[usual()]).unwrap();
    set_limits(MARKET, &Limits { status: Status::ReduceOnly, ..usual_limits() });
    let refused = Err(errors::market_closed(MARKET, Status::ReduceOnly));
    assert_eq!(world.trade(&[fill(WAD, units(100))]), refused);
    assert_eq!(world.trade(&[fill(-units(11), units(100))]), refused);
    assert!(world.trade(&[fill(-units(4), units(100))]).is_ok());
    let from_carol = Fill { maker: account(CAROL), ..fill(-units(4), units(100)) };
    assert_eq!(world.trade(&[from_carol]), refused);
    set_limits(MARKET, &Limits { status: Status::Closed, ..usual_limits() });
    let closed = Err(errors::market_closed(MARKET, Status::Closed));
    assert_eq!(world.trade(&[fill(-units(4), units(100))]), closed);
}

#[test]
fn trade_with_reduce_only_passes_what_brings_that_side_nearer_to_zero() {
    let world = world();
    world.trade(&[usual()]).unwrap();
    let back = |size, reduce_only| Fill { reduce_only, ..fill(-units(size), units(100)) };
    let refused = Err(errors::not_reducing(&account(BOB), PERPETUAL));
    assert_eq!(world.trade(&[back(11, 2)]), refused);
    assert!(world.trade(&[back(10, 3)]).is_ok());
    assert_eq!(size(&account(BOB), MARKET), 0);
}

#[test]
fn trade_after_caps_were_lowered_lets_positions_fall() {
    let world = world();
    world.trade(&[fill(units(100), units(100))]).unwrap();
    let lowered =
        Limits { max_open_interest: units(50), max_position: units(10), ..usual_limits() };
    set_limits(MARKET, &lowered);
    let exceeded = Err(errors::open_interest_exceeded(MARKET, units(101), units(50)));
    assert_eq!(world.trade(&[fill(WAD, units(100))]), exceeded);
    assert!(world.trade(&[fill(-units(30), units(100))]).is_ok());
}

// ── Reductions ─────────────────────────────────────────────────────────────────────────────────────────

/// Bob holds 200 units bought at 100; at 96 his equity of 200 is below his initial margin of 960.
fn strained() -> World {
    let mut world = world();
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(96));
    world.questions();
    world
}

#[test]
fn trade_below_initial_margin_that_reduces_passes_and_is_assessed_twice() {
    let world = strained();
    assert!(world.trade(&[fill(-units(50), units(96))]).is_ok());
    assert_eq!(world.questions(), 2);
}

#[test]
fn trade_below_initial_margin_that_adds_is_refused() {
    let world = strained();
    let refused = Err(errors::insufficient_margin(&account(BOB), units(200), 964_800 * MILLI));
    assert_eq!(world.trade(&[fill(WAD, units(96))]), refused);
}

/// Closing at 2% off the mark frees 3% of the notional: fine while equity stays positive. A fee of 1%
/// more eats what is freed.
#[test]
fn trade_below_initial_margin_whose_balance_falls_is_refused() {
    let world = strained();
    let price = 94_080 * MILLI;
    let bad = Fill { taker_fee: 97 * WAD, ..fill(-units(100), price) };
    let before = units(200) - units(576);
    let after = units(200) - units(192) - 97 * WAD - units(288);
    set_limits(MARKET, &Limits { fee_cap: 20 * MILLI, ..usual_limits() });
    let refused = Err(errors::margin_not_improved(&account(BOB), after, before));
    assert_eq!(world.trade(&[bad]), refused);
}

/// 1 + 10⁻¹⁸ units at 101 come to 101 and 101 of the last digit, of which 1% is 1.01 and 2 of it, rounded up.
#[test]
fn trade_at_a_fee_of_the_cap_rounded_up_passes_and_one_more_does_not() {
    let world = world();
    set_limits(MARKET, &Limits { lot: 1, tick: WAD, ..usual_limits() });
    let at = |taker_fee| Fill { taker_fee, ..fill(WAD + 1, units(101)) };
    let bound = 1_010 * MILLI + 2;
    let refused = Err(errors::fee_too_high(bound + 1, bound));
    assert_eq!(world.trade(&[at(bound + 1)]), refused);
    assert!(world.trade(&[at(bound)]).is_ok());
}

/// Closing everything 2% off the mark: the balance over maintenance margin rises, because no margin is
/// needed any more, and the account is left with a debt. Only the equity clause sees that.
#[test]
fn trade_below_initial_margin_that_leaves_a_debt_is_refused() {
    let world = strained();
    let refused = Err(errors::insufficient_margin(&account(BOB), -units(184), 0));
    assert_eq!(world.trade(&[fill(-units(200), 94_080 * MILLI)]), refused);
}

#[test]
fn trade_of_an_insolvent_account_closes_at_the_mark_and_not_below() {
    let mut world = strained();
    world.set_price(MARKET, units(94));
    let bob = account(BOB);
    let refused = Err(errors::insufficient_margin(&bob, -units(300), 0));
    assert_eq!(world.trade(&[fill(-units(200), 93_500 * MILLI)]), refused);
    assert!(world.trade(&[fill(-units(200), units(94))]).is_ok());
    assert_eq!((cash(&bob), size(&bob, MARKET)), (-units(200), 0));
}

#[test]
fn trade_at_a_doubtful_price_passes_reductions_only() {
    let mut world = world();
    world.trade(&[usual()]).unwrap();
    world.doubt(MARKET, Doubt::Stale);
    let doubtful = errors::doubtful_price(&account(ALICE), Grade::Doubtful, Doubt::Stale);
    assert_eq!(world.trade(&[fill(WAD, units(100))]), Err(doubtful));
    assert!(world.trade(&[fill(-units(4), units(100))]).is_ok());
    assert!(world.trade(&[fill(-units(6), units(100))]).is_ok());
}

#[test]
fn trade_at_a_doubtful_price_may_be_twice_the_band_from_the_mark() {
    let mut world = world();
    world.trade(&[usual()]).unwrap();
    let within = fill(-units(4), units(103));
    assert!(world.trade(&[within]).is_err());
    world.doubt(MARKET, Doubt::Stale);
    let beyond = Fill { price: units(104) + 10 * MILLI, ..within };
    let refused = errors::outside_band(PERPETUAL, beyond.price, units(100), 40 * MILLI);
    assert_eq!(world.trade(&[beyond]), Err(refused));
    assert!(world.trade(&[within]).is_ok());
}

#[test]
fn trade_in_a_market_without_any_price_is_refused() {
    let mut world = world();
    world.list(2, 100);
    world.prices.remove(&2);
    let fill = Fill { instrument: Instrument::perpetual(2).0, ..usual() };
    let expected = errors::doubtful_price(&account(ALICE), Grade::None, Doubt::None);
    assert_eq!(world.trade(&[fill]), Err(expected));
}

#[test]
fn trade_that_closes_with_cash_left_needs_no_margin_and_no_second_question() {
    let mut world = world();
    world.trade(&[usual()]).unwrap();
    world.doubt(MARKET, Doubt::Stale);
    world.questions();
    world.trade(&[fill(-units(10), units(100))]).unwrap();
    let asked = world.asked.borrow();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].portfolios.is_empty() && asked[0].markets.len() == 1);
}

#[test]
fn trade_of_opposite_fills_in_one_batch_is_judged_by_its_end() {
    let world = world();
    let fills = [fill(units(400), units(100)), fill(-units(390), units(100))];
    let outcomes = world.trade(&fills).unwrap();
    assert_eq!(outcomes[1].initial_margin, units(50));
}
