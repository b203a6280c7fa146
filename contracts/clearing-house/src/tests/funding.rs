//! Funding: what accrues, who pays, and what is left to the house.

use ballast_layout::Instrument;
use ballast_math::fixed::WAD;
use contract_abi::generated::clearing_house::{
    errors, events, Doubt, Fill, IClearingHouse, Status,
};

use super::world::*;
use crate::{storage, ClearingHouse};

const HOUR: u64 = 3_600;
const PERPETUAL: u128 = Instrument::perpetual(MARKET).0;

/// The base rate, 0.01% per eight hours of 100, for an hour and a unit: 0.00125.
const HOURLY: i128 = WAD / 800;

fn owed(id: &[u8; 32]) -> i128 {
    ClearingHouse::position(*id, PERPETUAL).unwrap().1
}

/// Within 2⁻¹⁷ of it, as the price that interest is paid of is kept.
fn assert_near(actual: i128, expected: i128) {
    let distance = actual.abs_diff(expected);
    assert!(distance <= expected.unsigned_abs() >> 17, "{actual} is not near {expected}");
}

#[test]
fn funding_of_an_hour_is_owed_by_longs_and_to_shorts() {
    let world = world();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    pass(HOUR);
    let (alice, bob) = (account(ALICE), account(BOB));
    assert_near(owed(&bob), 10 * HOURLY);
    assert_eq!(owed(&alice), -owed(&bob));
    assert_eq!((cash(&alice), cash(&bob)), (units(2_000), 0));
}

#[test]
fn funding_of_a_changed_leg_is_realised_and_logged_and_another_is_not() {
    let mut world = world();
    world.list(2, 100);
    let second = Fill { instrument: Instrument::perpetual(2).0, ..fill(units(10), units(100)) };
    world.trade(&[fill(units(10), units(100)), second]).unwrap();
    pass(HOUR);
    let (alice, bob) = (account(ALICE), account(BOB));
    let due = owed(&bob);
    logs();
    let outcomes = world.trade(&[fill(units(1), units(100))]).unwrap();
    assert_eq!(cash(&bob), -units(1_100) - due);
    assert_eq!(cash(&alice), units(3_100) + due);
    assert_eq!((owed(&bob), owed(&alice)), (0, 0));
    let second = ClearingHouse::position(bob, Instrument::perpetual(2).0).unwrap();
    assert_eq!(second, (units(10), due));
    assert_eq!(outcomes[1].equity, units(1_000) - 2 * due);
    let logged = logs();
    assert_eq!(logged.len(), 4);
    events::funding_realised(&alice, MARKET, due, units(2_000) + units(1_000) + due);
    events::funding_realised(&bob, MARKET, -due, -units(1_000) - due);
    assert_eq!(logs(), logged[1..3]);
}

#[test]
fn funding_of_an_account_counts_in_its_health_before_it_is_realised() {
    let world = world();
    world.trade(&[fill(units(100), units(100))]).unwrap();
    pass(24 * HOUR);
    let bob = account(BOB);
    let due = owed(&bob);
    let health = crate::view::health(&bob, &|ask| world.answer(ask)).unwrap();
    assert_eq!((health.cash, health.equity), (-units(9_000), units(1_000) - due));
    let refused = errors::insufficient_margin(&bob, units(500) - 1, units(500));
    assert_eq!(world.debit(&bob, 0, units(500) - due + 1), Err(refused));
    assert!(world.debit(&bob, 0, units(500) - due).is_ok());
}

#[test]
fn accrue_of_a_market_stores_its_index_and_rate_and_changes_no_sum() {
    let world = world();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    pass(HOUR);
    let before = owed(&account(BOB));
    logs();
    world.accrue(&[MARKET, MARKET]).unwrap();
    assert_eq!(owed(&account(BOB)), before);
    assert_eq!(logs().len(), 1);
    let market = crate::view::market(MARKET, &|ask| world.answer(ask)).unwrap();
    assert_near(market.funding_index, HOURLY);
    assert_near(market.funding_rate, HOURLY / 3_600);
    assert_eq!((market.accrued_at, market.open_interest), (START + HOUR, units(10)));
}

#[test]
fn accrue_of_what_is_not_listed_or_too_much_is_refused() {
    let world = world();
    let unlisted = Err(errors::market_closed(7, Status::Unlisted));
    assert_eq!(world.accrue(&[MARKET, 7]), unlisted);
    assert_eq!(world.accrue(&[MARKET; 9]), Err(errors::too_many(9, 8)));
    assert_eq!(world.accrue(&[]), Ok(()));
}

#[test]
fn accrue_at_a_doubtful_price_keeps_the_market_going() {
    let mut world = world();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    world.doubt(MARKET, Doubt::SequencerDown);
    pass(HOUR);
    assert_eq!(world.accrue(&[MARKET]), Ok(()));
}

/// A fill at half a percent above the index, after a minute of silence, with a fifth of the impact
/// notional, moves the average by a fifth of what the largest does.
#[test]
fn premium_hears_of_fills_at_live_prices_only() {
    let mut world = world();
    let premium = || {
        let mut book = crate::book::Book { now: START, ..Default::default() };
        let place = storage::open_market(&mut book, MARKET);
        book.market(place).unwrap().premium
    };
    pass(60);
    world.trade(&[fill(units(100), 100_500 * MILLI)]).unwrap();
    let first = premium();
    assert!(first > 0, "{first}");
    pass(60);
    world.doubt(MARKET, Doubt::Stale);
    world.trade(&[fill(-units(50), 100_500 * MILLI)]).unwrap();
    assert_eq!(premium(), first);
    world.set_price(MARKET, units(100));
    world.trade(&[fill(-units(50), 99_500 * MILLI)]).unwrap();
    assert!(premium() < first);
}

/// The order of fills in a batch does not matter to the average, nor does splitting one.
#[test]
fn premium_hears_of_a_batch_as_of_one_fill() {
    let premium_after = |fills: &[Fill]| {
        let world = world();
        pass(60);
        world.trade(fills).unwrap();
        let mut book = crate::book::Book { now: START, ..Default::default() };
        let place = storage::open_market(&mut book, MARKET);
        book.market(place).unwrap().premium
    };
    let (small, large) = (fill(MILLI, units(100)), fill(units(100), 100_400 * MILLI));
    assert_eq!(premium_after(&[small, large]), premium_after(&[large, small]));
    let half = fill(units(50), 100_400 * MILLI);
    assert_eq!(premium_after(&[half, half]), premium_after(&[large]));
}

/// An index at the edge of its word stays where it is, and positions close without funding.
#[test]
fn funding_of_an_index_that_cannot_advance_ends_and_positions_close() {
    const EDGE: i128 = (1 << 103) - 1;
    let world = world();
    let mut book = crate::book::Book { now: START, ..Default::default() };
    let place = storage::open_listed(&mut book, MARKET).unwrap();
    book.market_mut(place).unwrap().index = EDGE;
    transaction(|| storage::store(&book)).unwrap();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    pass(HOUR);
    assert_eq!(owed(&account(BOB)), 0);
    world.trade(&[fill(-units(10), units(100))]).unwrap();
    assert_eq!(size(&account(BOB), MARKET), 0);
    assert_eq!((cash(&account(ALICE)), cash(&account(BOB))), (units(1_000), units(1_000)));
    let market = crate::view::market(MARKET, &|ask| world.answer(ask)).unwrap();
    assert!(market.funding_rate > 0);
    assert_eq!(market.funding_index, EDGE);
}
