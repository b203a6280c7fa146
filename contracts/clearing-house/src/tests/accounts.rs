//! Crediting, debiting, and who may.

use ballast_layout::{AccountId, Instrument};
use ballast_math::fixed::WAD;
use contract_abi::generated::clearing_house::{
    errors, Doubt, Fill, Grade, IClearingHouse, Outcome, Right,
};
use contract_abi::testing;
use contract_abi::Word;
use contract_floor::{address_word, fixed_slot};

use super::world::*;
use crate::account::{fees, insurance};
use crate::authority::require_control;
use crate::refused::told;
use crate::{storage, ClearingHouse};

const COIN: u16 = 3;

#[test]
fn credit_of_what_may_not_be_credited_is_refused() {
    world();
    let (alice, orphan) = (account(ALICE), AccountId::new([0; 20], [9; 12]).0);
    for (id, asset, amount, expected) in [
        (alice, 0, 0, errors::zero_amount()),
        (alice, 0, -1, errors::zero_amount()),
        (alice, 16, 1, errors::unknown_asset(16)),
        (fees(), 0, 1, errors::reserved_account(&fees())),
        (orphan, 0, 1, errors::reserved_account(&orphan)),
        (alice, 0, i128::MAX, errors::overflow()),
    ] {
        assert_eq!(deposit(&id, asset, amount), Err(expected));
    }
    assert_eq!(cash(&alice), units(1_000));
}

#[test]
fn credit_of_the_insurance_passes() {
    world();
    assert_eq!(deposit(&insurance(), 0, 5), Ok(5));
    assert_eq!(deposit(&insurance(), 0, 6), Ok(11));
}

#[test]
fn credit_of_collateral_sets_its_bit_and_debit_of_all_clears_it() {
    let world = world();
    let alice = account(ALICE);
    assert_eq!(deposit(&alice, COIN, units(3)), Ok(units(3)));
    assert_eq!(deposit(&alice, 15, units(1)), Ok(units(1)));
    assert_eq!(deposit(&alice, COIN, units(2)), Ok(units(5)));
    assert_eq!(storage::header(&alice).collateral_bitmap, 1 << COIN | 1 << 15);
    assert_eq!(world.debit(&alice, COIN, units(4)), Ok(units(1)));
    assert_eq!(world.debit(&alice, COIN, units(1)), Ok(0));
    assert_eq!(storage::header(&alice).collateral_bitmap, 1 << 15);
    assert_eq!(storage::collateral(&alice, COIN), 0);
    assert_eq!(world.questions(), 0);
}

#[test]
fn debit_of_what_may_not_be_debited_is_refused() {
    let world = world();
    let alice = account(ALICE);
    deposit(&alice, COIN, units(3)).unwrap();
    deposit(&account(BOB), 0, 1).unwrap();
    let bob = account(BOB);
    for (id, asset, amount, expected) in [
        (alice, 0, 0, errors::zero_amount()),
        (alice, 0, -1, errors::zero_amount()),
        (alice, 16, 1, errors::unknown_asset(16)),
        (
            alice,
            COIN,
            units(3) + 1,
            errors::insufficient_balance(&alice, COIN, units(3), units(3) + 1),
        ),
        (alice, 4, 1, errors::insufficient_balance(&alice, 4, 0, 1)),
        (
            bob,
            0,
            units(1_000) + 2,
            errors::insufficient_balance(&bob, 0, units(1_000) + 1, units(1_000) + 2),
        ),
    ] {
        assert_eq!(world.debit(&id, asset, amount), Err(expected));
    }
    assert_eq!(world.questions(), 0);
}

/// HOU-4: neither engine nor oracle stands between an account without positions and its money.
#[test]
fn debit_of_an_account_without_positions_asks_nobody() {
    let world = world();
    let alice = account(ALICE);
    deposit(&alice, COIN, units(3)).unwrap();
    assert_eq!(world.debit(&alice, 0, units(1_000)), Ok(0));
    assert_eq!(world.debit(&alice, COIN, units(3)), Ok(0));
    assert_eq!(world.questions(), 0);
}

#[test]
fn debit_of_quote_that_only_collateral_backs_is_refused() {
    let mut world = world();
    let alice = account(ALICE);
    world.set_price(COIN, units(10));
    deposit(&alice, COIN, units(3)).unwrap();
    let refused = Err(errors::insufficient_balance(&alice, 0, units(1_000), units(1_000) + 1));
    assert_eq!(world.debit(&alice, 0, units(1_000) + 1), refused);
    world.trade(&[fill(units(1), units(100))]).unwrap();
    let refused = Err(errors::quote_shortfall(&alice, -1));
    assert_eq!(world.debit(&alice, 0, units(1_000) + 1), refused);
    assert_eq!(world.debit(&alice, 0, units(1_000)), Ok(units(100)));
}

#[test]
fn debit_with_positions_leaves_the_initial_margin_at_a_live_price() {
    let mut world = world();
    let bob = account(BOB);
    world.trade(&[fill(units(100), units(100))]).unwrap();
    let refused = Err(errors::insufficient_margin(&bob, units(500) - 1, units(500)));
    assert_eq!(world.debit(&bob, 0, units(500) + 1), refused);
    assert_eq!(world.debit(&bob, 0, units(500)), Ok(-units(9_500)));
    world.set_price(MARKET, units(110));
    world.doubt(MARKET, Doubt::Stale);
    let doubtful = errors::doubtful_price(&bob, Grade::Doubtful, Doubt::Stale);
    assert_eq!(world.debit(&bob, 0, 1), Err(doubtful));
}

#[test]
fn debit_of_a_flagged_account_is_refused() {
    let mut world = world();
    let bob = account(BOB);
    world.trade(&[fill(units(200), units(100))]).unwrap();
    world.set_price(MARKET, units(97));
    world.set_flag(&bob, true, &[]).unwrap();
    world.set_price(MARKET, units(200));
    assert_eq!(world.debit(&bob, 0, 1), Err(errors::account_flagged(&bob)));
    assert!(deposit(&bob, 0, 1).is_ok());
}

#[test]
fn preview_of_a_debit_answers_what_is_left() {
    let world = world();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    let preview = |id: Word, amount| {
        crate::debit::preview(&id, 0, amount, &|ask| world.answer(ask))
            .map(|(_, _, outcome)| outcome)
    };
    let outcome = preview(account(BOB), units(100)).unwrap();
    assert_eq!((outcome.cash, outcome.equity), (-units(100), units(900)));
    assert_eq!(outcome.initial_margin, units(50));
    let grade = Grade::Good;
    let (carol, left) = (account(CAROL), units(900));
    let expected = Outcome {
        account: carol,
        cash: left,
        equity: left,
        settled_quote: left,
        grade,
        ..<_>::default()
    };
    assert_eq!(preview(carol, units(100)).unwrap(), expected);
    assert_eq!(cash(&carol), units(1_000));
}

#[test]
fn require_control_of_an_account_passes_its_owner_only() {
    world();
    const HOUSE: [u8; 20] = [0x40; 20];
    testing::with(|chain| chain.storage.insert(fixed_slot(0), address_word(&HOUSE)));
    let (alice, low) = (account(ALICE), account([0; 20]));
    for (id, caller, expected) in [
        (alice, ALICE, Ok(())),
        (alice, BOB, Err(errors::not_authorised(&alice, &BOB))),
        (alice, HOUSE, Err(errors::not_authorised(&alice, &HOUSE))),
        (fees(), HOUSE, Ok(())),
        (fees(), ALICE, Err(errors::not_authorised(&fees(), &ALICE))),
        (insurance(), HOUSE, Err(errors::reserved_account(&insurance()))),
        (low, [0; 20], Err(errors::reserved_account(&low))),
    ] {
        assert_eq!(told(require_control(&id, &caller)), expected);
    }
    testing::with(|chain| chain.storage.remove(&fixed_slot(0)));
    let nobody = Err(errors::not_authorised(&fees(), &[0; 20]));
    assert_eq!(told(require_control(&fees(), &[0; 20])), nobody);
}

/// Every mutation but `accrue` needs a right, and it is the first thing that is asked.
#[test]
fn mutations_without_their_right_are_refused_first() {
    world();
    testing::with(|chain| chain.sender = CAROL);
    let missing = |right| errors::missing_right(&CAROL, right);
    let id = insurance();
    let (trade, debit) = (ClearingHouse::trade(vec![]), ClearingHouse::debit(id, 99, 0, CAROL));
    assert_eq!(trade, Err(missing(Right::Trade)));
    assert_eq!(ClearingHouse::credit(id, 99, 0), Err(missing(Right::Credit)));
    assert_eq!(debit, Err(missing(Right::Debit)));
    assert_eq!(ClearingHouse::set_flag(id, true, vec![]), Err(missing(Right::Flag)));
    let reduce = ClearingHouse::reduce(Fill::default(), vec![], CAROL);
    assert_eq!(reduce, Err(missing(Right::Reduce)));
}

#[test]
fn rights_of_a_venue_are_its_own_bits() {
    world();
    transaction(|| crate::configure::set_venue(&CAROL, 1 << 1 | 1 << 3)).unwrap();
    let held = [Right::Trade, Right::Credit, Right::Debit, Right::Flag, Right::Reduce]
        .map(|right| ClearingHouse::has_right(CAROL, right).unwrap());
    assert_eq!(held, [false, true, false, true, false]);
    transaction(|| crate::configure::set_venue(&CAROL, 0)).unwrap();
    assert_eq!(ClearingHouse::has_right(CAROL, Right::Credit), Ok(false));
}

#[test]
fn set_engine_with_another_hash_or_without_code_is_refused() {
    world();
    const ENGINE: [u8; 20] = [0xe0; 20];
    let code = vec![1, 2, 3];
    let hash = contract_abi::host::keccak(&code);
    testing::with(|chain| chain.codes.insert(ENGINE, code));
    let set = |engine, hash: Word| transaction(|| crate::configure::set_engine(&engine, &hash));
    assert_eq!(set(ENGINE, [7; 32]), Err(errors::wrong_code(&hash, &[7; 32])));
    assert_eq!(set(BOB, [0; 32]), Err(errors::wrong_code(&[0; 32], &[0; 32])));
    let empty = contract_abi::host::keccak(&[]);
    testing::with(|chain| chain.codes.insert(BOB, vec![]));
    assert_eq!(set(BOB, empty), Err(errors::wrong_code(&empty, &empty)));
    assert_eq!(set(ENGINE, hash), Ok(()));
    assert_eq!(ClearingHouse::engine(), Ok((ENGINE, hash)));
}

#[test]
fn views_of_an_account_show_what_is_stored() {
    let mut world = world();
    let bob = account(BOB);
    world.set_price(COIN, units(10));
    deposit(&bob, COIN, 7).unwrap();
    world.trade(&[fill(units(10), units(100))]).unwrap();
    let expected = (0, 0, false, 1, 1 << COIN, START);
    assert_eq!(ClearingHouse::account(bob), Ok(expected));
    let perpetual = Instrument::perpetual(MARKET).0;
    assert_eq!(ClearingHouse::position(bob, perpetual), Ok((units(10), 0)));
    assert_eq!(ClearingHouse::position(bob, Instrument::perpetual(2).0), Ok((0, 0)));
    assert_eq!(ClearingHouse::position(bob, 1), Err(errors::unknown_instrument(1)));
    assert_eq!(ClearingHouse::collateral(bob, COIN), Ok(7));
    assert_eq!(ClearingHouse::collateral(bob, 0), Err(errors::unknown_asset(0)));
    let legs = ClearingHouse::legs(bob).unwrap();
    assert_eq!(legs.len(), 1);
    assert_eq!((legs[0][0], legs[0][1], legs[0][2]), (1, 0, 1));
    assert_eq!(legs[0][16..], (10 * WAD).to_be_bytes());
}
