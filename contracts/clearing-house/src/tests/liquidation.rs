//! Flags and take-overs.

use ballast_layout::{AccountId, Instrument};
use ballast_math::fixed::WAD;
use contract_abi::generated::clearing_house::{errors, Doubt, Fill, Grade, Limits, Move, Status};
use contract_abi::Revert;

use super::world::*;
use crate::account::{fees, insurance};
use crate::storage;

const PERPETUAL: u128 = Instrument::perpetual(MARKET).0;

/// Bob is long 200 at 100 with 1,000; at 97 his equity is 400, his maintenance margin 582.
fn failing() -> World {
    let mut world = world();
    deposit(&insurance(), 0, units(50)).unwrap();
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(97));
    world
}

/// The same, flagged.
fn flagged() -> World {
    let world = failing();
    world.set_flag(&account(BOB), true, &[]).unwrap();
    world
}

/// Carol takes over what Bob holds, at 97 less 0.25%.
fn take_over(size: i128) -> Fill {
    Fill {
        maker: account(BOB),
        taker: account(CAROL),
        instrument: PERPETUAL,
        size,
        price: 96_757_500 * MILLI / 1_000,
        ..Fill::default()
    }
}

fn is_flagged(id: &[u8; 32]) -> bool {
    storage::cash_account(id).is_flagged()
}

fn payment(from: [u8; 32], to: [u8; 32], amount: i128) -> Move {
    Move { from, to, amount }
}

#[test]
fn set_flag_of_an_unhealthy_account_sets_it_and_pays() {
    let world = failing();
    let (bob, carol) = (account(BOB), account(CAROL));
    let moves = [payment(bob, carol, units(20)), payment(insurance(), carol, units(30))];
    let outcome = world.set_flag(&bob, true, &moves).unwrap();
    assert!(is_flagged(&bob));
    assert_eq!((outcome.equity, outcome.maintenance_margin), (units(380), units(582)));
    assert_eq!(cash(&carol), units(1_050));
    assert_eq!((cash(&bob), cash(&insurance())), (-units(19_020), units(20)));
    assert_eq!(storage::header(&bob).leg_count, 1);
    assert_eq!(size(&bob, MARKET), units(200));
    assert_eq!(world.questions(), 2);
}

#[test]
fn set_flag_of_an_account_that_keeps_its_margin_is_refused() {
    let mut world = failing();
    let bob = account(BOB);
    for (price, equity, margin, expected) in [
        (97_938_150 * MILLI / 1_000, 587_630, 587_628_900, false),
        (97_938 * MILLI, 587_600, 587_628_000, true),
    ] {
        world.set_price(MARKET, price);
        let refused = errors::account_healthy(&bob, equity * MILLI, margin * MILLI / 1_000);
        let result = world.set_flag(&bob, true, &[]).map(|_| ());
        assert_eq!(result, if expected { Ok(()) } else { Err(refused) });
    }
}

#[test]
fn set_flag_while_the_sequencer_is_in_doubt_is_refused() {
    for (doubt, passes) in [
        (Doubt::SequencerDown, false),
        (Doubt::SequencerGrace, false),
        (Doubt::Stale, true),
        (Doubt::Reverted, true),
    ] {
        let mut world = failing();
        world.doubt(MARKET, doubt);
        let refused = Err(errors::doubtful_price(&account(BOB), Grade::Doubtful, doubt));
        let result = world.set_flag(&account(BOB), true, &[]).map(|_| ());
        assert_eq!(result, if passes { Ok(()) } else { refused });
    }
}

#[test]
fn set_flag_with_moves_that_may_not_be_is_refused() {
    let world = failing();
    let (alice, bob, carol) = (account(ALICE), account(BOB), account(CAROL));
    let nobody = AccountId::new([0; 20], [9; 12]).0;
    let rows: Vec<(Vec<Move>, Revert)> = vec![
        (vec![payment(bob, carol, 0)], errors::zero_amount()),
        (vec![payment(bob, carol, -1)], errors::zero_amount()),
        (vec![payment(alice, carol, 1)], errors::bad_move(&alice)),
        (vec![payment(fees(), carol, 1)], errors::bad_move(&fees())),
        (vec![payment(bob, bob, 1)], errors::bad_move(&bob)),
        (vec![payment(insurance(), insurance(), 1)], errors::bad_move(&insurance())),
        (vec![payment(bob, fees(), 1)], errors::reserved_account(&fees())),
        (vec![payment(bob, nobody, 1)], errors::reserved_account(&nobody)),
        (
            vec![payment(insurance(), carol, units(50) + 1)],
            errors::insufficient_balance(&insurance(), 0, units(50), units(50) + 1),
        ),
        (
            vec![payment(insurance(), carol, units(30)), payment(insurance(), carol, units(30))],
            errors::insufficient_balance(&insurance(), 0, units(20), units(30)),
        ),
        (
            vec![payment(bob, carol, units(400) + 1)],
            errors::insufficient_margin(&bob, -1, units(970)),
        ),
        (vec![payment(bob, carol, 1); 9], errors::too_many(9, 8)),
    ];
    for (at, (moves, expected)) in rows.into_iter().enumerate() {
        let result = world.set_flag(&bob, true, &moves).map(|_| ());
        assert_eq!(result, Err(expected), "row {at}");
        assert_eq!((cash(&carol), cash(&insurance())), (units(1_000), units(50)), "row {at}");
    }
    assert!(!is_flagged(&bob));
}

#[test]
fn set_flag_of_reserved_accounts_is_refused() {
    let world = failing();
    for id in [insurance(), fees()] {
        assert_eq!(world.set_flag(&id, true, &[]), Err(errors::reserved_account(&id)));
    }
}

#[test]
fn clearing_a_flag_needs_a_buffer_and_a_live_price() {
    let mut world = flagged();
    let bob = account(BOB);
    let price = 98_300 * MILLI;
    world.set_price(MARKET, price);
    // 660 against 1.15 · 589.8.
    let short = errors::insufficient_margin(&bob, units(660), 678_270 * MILLI);
    assert_eq!(world.set_flag(&bob, false, &[]), Err(short));
    world.set_price(MARKET, 98_500 * MILLI);
    world.doubt(MARKET, Doubt::Stale);
    let doubtful = errors::doubtful_price(&bob, Grade::Doubtful, Doubt::Stale);
    assert_eq!(world.set_flag(&bob, false, &[]), Err(doubtful));
    world.set_price(MARKET, 98_500 * MILLI);
    assert!(world.set_flag(&bob, false, &[]).is_ok());
    assert!(!is_flagged(&bob));
    assert_eq!(world.set_flag(&bob, false, &[]), Err(errors::not_flagged(&bob)));
}

/// The insurance pays a debt in part, then in full; without positions nobody is asked.
#[test]
fn set_flag_covers_the_debt_of_an_account_without_positions() {
    let mut world = world();
    let bob = account(BOB);
    deposit(&insurance(), 0, units(50)).unwrap();
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(94));
    world.trade(&[fill(-units(200), units(94))]).unwrap();
    assert_eq!(cash(&bob), -units(200));
    world.questions();
    let cover = |amount| [payment(insurance(), bob, amount)];
    assert_eq!(
        world.set_flag(&bob, false, &cover(1)),
        Err(errors::insufficient_margin(&bob, 1 - units(200), 0))
    );
    let outcome = world.set_flag(&bob, true, &cover(units(50))).unwrap();
    assert_eq!((outcome.cash, outcome.equity), (-units(150), -units(150)));
    deposit(&insurance(), 0, units(500)).unwrap();
    world.set_flag(&bob, false, &cover(units(150))).unwrap();
    assert_eq!((cash(&bob), cash(&insurance())), (0, units(350)));
    assert!(!is_flagged(&bob));
    assert_eq!(world.questions(), 0);
}

/// Clearing what was not set is a way to cover a debt, and nothing else.
#[test]
fn clearing_no_flag_covers_a_debt_and_pays_nobody_else() {
    let world = world();
    let bob = account(BOB);
    deposit(&insurance(), 0, units(50)).unwrap();
    let gift = [payment(insurance(), bob, 1)];
    assert_eq!(world.set_flag(&bob, false, &gift), Err(errors::not_flagged(&bob)));
    let mut world = world;
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, 94_900 * MILLI);
    world.trade(&[fill(-units(200), 94_900 * MILLI)]).unwrap();
    assert_eq!(cash(&bob), -units(20));
    world.set_flag(&bob, false, &[payment(insurance(), bob, units(20))]).unwrap();
    assert_eq!((cash(&bob), is_flagged(&bob)), (0, false));
}

#[test]
fn trade_of_a_flagged_account_passes_reductions_only() {
    let mut world = flagged();
    let bob = account(BOB);
    deposit(&account(ALICE), 0, units(10_000)).unwrap();
    world.set_price(MARKET, units(120));
    let refused = Err(errors::account_flagged(&bob));
    assert_eq!(world.trade(&[fill(units(1), units(120))]), refused);
    let other = Fill { maker: account(CAROL), ..fill(units(1), units(120)) };
    assert_eq!(world.trade(&[other]), refused);
    assert!(world.trade(&[fill(-units(50), units(120))]).is_ok());
}

// ── Take-overs ─────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn reduce_moves_a_part_of_the_position_at_the_discount() {
    let world = flagged();
    let (bob, carol) = (account(BOB), account(CAROL));
    let reward = [payment(bob, carol, units(2))];
    world.questions();
    let (maker, taker) = world.reduce(&take_over(units(100)), &reward).unwrap();
    assert_eq!(world.questions(), 1);
    assert_eq!((size(&bob, MARKET), size(&carol, MARKET)), (units(100), units(100)));
    let discount = 24_250 * MILLI;
    assert_eq!(maker.equity, units(398) - discount);
    assert_eq!(taker.equity, units(1_002) + discount);
    assert_eq!((maker.account, taker.account), (bob, carol));
}

#[test]
fn reduce_that_breaks_a_rule_names_it() {
    type Change = fn(&mut Fill);
    let (bob, carol) = (account(BOB), account(CAROL));
    let fair = take_over(0).price;
    let rows: Vec<(Change, Revert)> = vec![
        (|f| f.size = 0, errors::zero_size()),
        (|f| f.price = 0, errors::bad_price(0)),
        (|f| f.instrument = 1, errors::unknown_instrument(1)),
        (|f| f.taker = insurance(), errors::reserved_account(&insurance())),
        (|f| f.maker = f.taker, errors::self_trade(&carol)),
        (|f| f.maker_fee = 1, errors::fee_too_high(1, 0)),
        (|f| f.taker_fee = -1, errors::fee_too_high(-1, 0)),
        (|f| f.instrument = Instrument::perpetual(9).0, errors::market_closed(9, Status::Unlisted)),
        (|f| f.maker = account(ALICE), errors::not_flagged(&account(ALICE))),
        (|f| f.size = -f.size, errors::not_reducing(&bob, PERPETUAL)),
        (|f| f.size = units(200) + 1, errors::not_reducing(&bob, PERPETUAL)),
        (|f| f.size = MILLI / 2, errors::off_grid(MILLI / 2, MILLI)),
        (
            |f| f.price -= 1,
            errors::outside_band(PERPETUAL, fair - 1, units(97), 2_500 * MILLI / 1_000),
        ),
    ];
    let world = flagged();
    for (at, (change, expected)) in rows.into_iter().enumerate() {
        let mut fill = take_over(units(100));
        change(&mut fill);
        assert_eq!(world.reduce(&fill, &[]).map(|_| ()), Err(expected), "row {at}");
    }
    assert_eq!(size(&bob, MARKET), units(200));
}

#[test]
fn reduce_above_the_mark_is_the_takers_gift_and_passes() {
    let world = flagged();
    let fill = Fill { price: units(98), ..take_over(units(50)) };
    assert!(world.reduce(&fill, &[]).is_ok());
}

#[test]
fn reduce_of_a_short_is_bounded_from_above() {
    let mut world = world();
    world.trade(&[fill(-units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(103));
    let bob = account(BOB);
    world.set_flag(&bob, true, &[]).unwrap();
    let fair = 103_257_500 * MILLI / 1_000;
    let at = |price| Fill { price, ..take_over(-units(100)) };
    let refused = errors::outside_band(PERPETUAL, fair + 1, units(103), 2_500 * MILLI / 1_000);
    assert_eq!(world.reduce(&at(fair + 1), &[]).map(|_| ()), Err(refused));
    assert!(world.reduce(&at(fair), &[]).is_ok());
    assert_eq!(size(&bob, MARKET), -units(100));
}

#[test]
fn reduce_whose_payments_eat_what_it_frees_is_refused() {
    let world = flagged();
    let bob = account(BOB);
    // Taking over 100 frees 291 and costs 24.25.
    let reward = |amount| [payment(bob, account(CAROL), amount)];
    let (before, freed) = (units(400) - units(582), units(291) - 24_250 * MILLI);
    let more = WAD / 1_000_000;
    let refused = errors::margin_not_improved(&bob, before - more, before);
    let result = world.reduce(&take_over(units(100)), &reward(freed + more)).map(|_| ());
    assert_eq!(result, Err(refused));
    assert!(world.reduce(&take_over(units(100)), &reward(freed)).is_ok());
}

/// Taking over everything frees 582 and costs 48.5: the account may pay what is left of its equity and no
/// more, though its balance would still rise.
#[test]
fn reduce_that_leaves_a_debt_is_refused() {
    let world = flagged();
    deposit(&account(CAROL), 0, units(10_000)).unwrap();
    let bob = account(BOB);
    let left = units(400) - 48_500 * MILLI;
    let reward = |amount| [payment(bob, account(CAROL), amount)];
    let refused = errors::insufficient_margin(&bob, -1, 0);
    let result = world.reduce(&take_over(units(200)), &reward(left + 1)).map(|_| ());
    assert_eq!(result, Err(refused));
    assert!(world.reduce(&take_over(units(200)), &reward(left)).is_ok());
    assert_eq!(cash(&bob), 0);
}

#[test]
fn reduce_into_a_taker_without_margin_is_refused() {
    let world = flagged();
    let (carol, size) = (account(CAROL), units(200));
    world.debit(&carol, 0, units(900)).unwrap();
    let refused = errors::insufficient_margin(&carol, 148_500 * MILLI, units(970));
    assert_eq!(world.reduce(&take_over(size), &[]).map(|_| ()), Err(refused));
}

#[test]
fn reduce_into_a_flagged_taker_is_refused() {
    let mut world = flagged();
    let carol = account(CAROL);
    world.list(2, 100);
    let instrument = Instrument::perpetual(2).0;
    let long = Fill { instrument, taker: carol, ..fill(units(200), units(100)) };
    deposit(&account(ALICE), 0, units(10_000)).unwrap();
    world.trade(&[long]).unwrap();
    world.set_price(2, units(96));
    world.set_flag(&carol, true, &[]).unwrap();
    let refused = Err(errors::account_flagged(&carol));
    assert_eq!(world.reduce(&take_over(units(100)), &[]).map(|_| ()), refused);
}

#[test]
fn reduce_by_status_passes_unless_the_market_is_closed() {
    for (status, passes) in [(Status::ReduceOnly, true), (Status::Closed, false)] {
        let world = flagged();
        set_limits(MARKET, &Limits { status, ..usual_limits() });
        let refused = Err(errors::market_closed(MARKET, status));
        let result = world.reduce(&take_over(units(100)), &[]).map(|_| ());
        assert_eq!(result, if passes { Ok(()) } else { refused });
        assert_eq!(storage::limits(MARKET).unwrap().status, status);
    }
}

#[test]
fn reduce_beyond_the_takers_cap_is_refused() {
    let world = flagged();
    set_limits(MARKET, &Limits { max_position: units(99), ..usual_limits() });
    let refused = errors::position_exceeded(&account(CAROL), units(100), units(99));
    assert_eq!(world.reduce(&take_over(units(100)), &[]).map(|_| ()), Err(refused));
}

#[test]
fn reduce_at_doubtful_prices_passes_unless_the_sequencer_is_in_doubt() {
    for (doubt, passes) in [(Doubt::Stale, true), (Doubt::SequencerGrace, false)] {
        let mut world = flagged();
        world.doubt(MARKET, doubt);
        let refused = Err(errors::doubtful_price(&account(BOB), Grade::Doubtful, doubt));
        let result = world.reduce(&take_over(units(100)), &[]).map(|_| ());
        assert_eq!(result, if passes { Ok(()) } else { refused });
    }
}

#[test]
fn liquidation_at_an_outdated_price_is_refused_and_reductions_pass() {
    let refused = Err(errors::doubtful_price(&account(BOB), Grade::Outdated, Doubt::Reverted));
    let mut world = failing();
    world.outdate(MARKET, Doubt::Reverted);
    assert_eq!(world.set_flag(&account(BOB), true, &[]).map(|_| ()), refused);
    let mut world = flagged();
    world.outdate(MARKET, Doubt::Reverted);
    assert_eq!(world.reduce(&take_over(units(50)), &[]).map(|_| ()), refused);
    assert!(world.trade(&[fill(-units(50), units(97))]).is_ok());
}

/// 500 of 582 of margin is short of the buffer by 169.3; taking over 100 brings that to 141.1, and 54.543 to 0.
#[test]
fn reduce_of_more_than_restores_the_buffer_is_refused_with_what_does() {
    let mut world = world();
    let bob = account(BOB);
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(97));
    world.set_flag(&bob, true, &[]).unwrap();
    deposit(&bob, 0, units(100)).unwrap();
    deposit(&account(CAROL), 0, units(10_000)).unwrap();
    let refused = errors::takeover_too_large(&bob, units(100), 54_543 * MILLI);
    assert_eq!(world.reduce(&take_over(units(100)), &[]).map(|_| ()), Err(refused));
    assert!(world.reduce(&take_over(54_543 * MILLI), &[]).is_ok());
    assert!(world.set_flag(&bob, false, &[]).is_ok());
}

/// A position off the grid, left by a lot that was raised, can be taken over whole: 40 of equity are left.
#[test]
fn reduce_of_all_of_a_position_off_the_grid_passes() {
    let mut world = flagged();
    let price = 95_200 * MILLI;
    world.set_price(MARKET, price);
    let take_over = |size| Fill { price, ..take_over(size) };
    set_limits(MARKET, &Limits { lot: 150 * WAD, ..usual_limits() });
    let refused = errors::off_grid(units(199), units(150));
    assert_eq!(world.reduce(&take_over(units(199)), &[]).map(|_| ()), Err(refused));
    assert!(world.reduce(&take_over(units(200)), &[]).is_ok());
}
