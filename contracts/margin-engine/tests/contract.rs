//! The contract behind its router, with an oracle that a test plays: bounds, order of checks, parameter
//! sets. What the real oracle answers is tested over real WASM.

mod chain;

use chain::{
    call, chain, market_word, market_words, perpetual, prices, publish, refused, schedule, sent,
    set_of, ETHER, MINIMUM, NOW, ORACLE, OWNER, WAD,
};
use contract_abi::generated::margin_engine::{
    calls, errors, Assessment, Doubt, Grade, Mode, Portfolio,
};
use contract_abi::generated::oracle_adapter::Spot;
use contract_abi::testing::{self, with};
use contract_abi::{Revert, Word};

const SIX_HOURS: u64 = 21_600;

fn cross(cash: i128, leg_count: u32, collateral_count: u32) -> Portfolio {
    Portfolio { account: [7; 32], mode: Mode::Cross, cash, leg_count, collateral_count }
}

fn assessed(
    portfolios: &[Portfolio],
    legs: &[Word],
    collateral: &[Word],
    markets: &[Word],
) -> Result<Vec<Assessment>, Vec<u8>> {
    call(|to| calls::assess(to, 0, portfolios, legs, collateral, markets)).map(|answer| answer.0)
}

fn reverts<T: std::fmt::Debug + PartialEq>(answer: Result<T, Vec<u8>>, error: Revert) {
    assert_eq!(answer, refused(error));
}

#[test]
fn assess_without_legs_and_collateral_asks_nobody() {
    chain();
    let [assessment] = assessed(&[cross(-5, 0, 0)], &[], &[], &[]).unwrap()[..] else { panic!() };
    assert_eq!((assessment.equity, assessment.initial_margin), (-5, 0));
    assert_eq!((assessment.grade, assessment.doubt), (Grade::Good, Doubt::None));
    assert!(sent().is_empty());
}

#[test]
fn assess_asks_for_all_prices_in_one_call() {
    chain();
    schedule(&set_of(&[1, 2, 3]), 0).unwrap();
    let legs = [perpetual(2, WAD), perpetual(1, -WAD)];
    let collateral = [market_words::collateral(1, WAD)];
    let markets = [market_word(1, 0), market_word(2, 0)];
    assessed(&[cross(0, 1, 0), cross(0, 1, 1)], &legs, &collateral, &markets).unwrap();
    assert_eq!(sent(), [vec![1, 2, ETHER]]);
}

#[test]
fn assess_beyond_its_bounds_is_refused() {
    chain();
    schedule(&set_of(&[1]), 0).unwrap();
    let many = |count: usize| vec![cross(0, 0, 0); count];
    assert_eq!(assessed(&many(32), &[], &[], &[]).map(|all| all.len()), Ok(32));
    reverts(assessed(&many(33), &[], &[], &[]), errors::too_many(33, 32));
    let markets = vec![market_word(1, 0); 9];
    reverts(assessed(&[], &[], &[], &markets), errors::too_many(9, 8));
    let legs = vec![perpetual(1, WAD); 129];
    let market = [market_word(1, 0)];
    assert!(assessed(&[cross(0, 128, 0)], &legs[..128], &[], &market).is_ok());
    reverts(assessed(&[cross(0, 129, 0)], &legs, &[], &market), errors::too_many(129, 128));
    let collateral = vec![market_words::collateral(1, WAD); 17];
    reverts(assessed(&[cross(0, 0, 17)], &[], &collateral, &[]), errors::too_many(17, 16));
}

#[test]
fn assess_of_words_that_are_not_counted_is_refused() {
    chain();
    schedule(&set_of(&[1]), 0).unwrap();
    let legs = [perpetual(1, WAD)];
    let market = [market_word(1, 0)];
    reverts(assessed(&[cross(0, 0, 0)], &legs, &[], &market), errors::count_mismatch(1, 0));
    reverts(assessed(&[cross(0, 2, 0)], &legs, &[], &market), errors::count_mismatch(1, 2));
    reverts(assessed(&[cross(0, 0, 1)], &[], &[], &market), errors::count_mismatch(0, 1));
}

#[test]
fn assess_of_another_mode_kind_or_market_is_refused() {
    chain();
    let isolated = Portfolio { mode: Mode::Isolated, ..cross(0, 0, 0) };
    reverts(assessed(&[isolated], &[], &[], &[]), errors::mode_unavailable(Mode::Isolated));
    let leg = [perpetual(1, WAD)];
    reverts(assessed(&[cross(0, 1, 0)], &leg, &[], &[]), errors::no_parameters());
    schedule(&set_of(&[1, 2]), 0).unwrap();
    reverts(assessed(&[], &[], &[], &[market_word(9, 0)]), errors::unknown_market(9));
    reverts(
        assessed(&[cross(0, 1, 0)], &leg, &[], &[market_word(2, 0)]),
        errors::unknown_market(1),
    );
    let mut call_option = leg[0];
    call_option[0] = 3;
    let markets = [market_word(1, 0)];
    reverts(assessed(&[cross(0, 1, 0)], &[call_option], &[], &markets), errors::unknown_kind(3));
}

#[test]
fn assess_with_a_failing_oracle_bubbles_its_error_or_names_it() {
    chain();
    schedule(&set_of(&[1]), 0).unwrap();
    let ask = || assessed(&[], &[], &[], &[market_word(1, 0)]);
    testing::on_call(|_| Err(vec![1, 2, 3, 4, 5]));
    assert_eq!(ask(), Err(vec![1, 2, 3, 4, 5]));
    for answer in [Err(vec![]), Ok(vec![]), Ok(vec![9; 96])] {
        testing::on_call(move |_| answer.clone());
        reverts(ask(), errors::call_failed(&ORACLE));
    }
    let short = |count: u8| {
        let mut answer = vec![0; 64 + 128 * usize::from(count)];
        (answer[31], answer[63]) = (32, count);
        answer
    };
    for count in [0, 2] {
        testing::on_call(move |_| Ok(short(count)));
        reverts(ask(), errors::call_failed(&ORACLE));
    }
}

#[test]
fn assess_grades_each_portfolio_by_the_prices_it_uses() {
    chain();
    schedule(&set_of(&[1, 2, 3]), 0).unwrap();
    prices(|underlying| match underlying {
        1 => Spot { price: WAD, published_at: NOW, grade: Grade::Good, doubt: Doubt::None },
        2 => Spot { price: WAD, published_at: 0, grade: Grade::Doubtful, doubt: Doubt::Stale },
        _ => Spot { grade: Grade::None, doubt: Doubt::NoFeed, ..Spot::default() },
    });
    let legs = [1, 2, 2, 3].map(|underlying| perpetual(underlying, WAD));
    let markets = [1, 2, 3].map(|underlying| market_word(underlying, 0));
    let portfolios = [cross(0, 1, 0), cross(0, 1, 0), cross(0, 2, 0), cross(0, 0, 0)];
    let grades = assessed(&portfolios, &legs, &[], &markets).unwrap();
    let grades: Vec<_> =
        grades.iter().map(|assessment| (assessment.grade, assessment.doubt)).collect();
    let none = (Grade::None, Doubt::Stale);
    let good = (Grade::Good, Doubt::None);
    assert_eq!(grades, [good, (Grade::Doubtful, Doubt::Stale), none, good]);
}

#[test]
fn assess_of_unknown_collateral_counts_nothing() {
    chain();
    schedule(&set_of(&[1]), 0).unwrap();
    let words = [market_words::collateral(9, WAD), market_words::collateral(0, WAD)];
    let [assessment] = assessed(&[cross(3, 0, 2)], &[], &words, &[]).unwrap()[..] else { panic!() };
    assert_eq!((assessment.equity, assessment.initial_margin), (3, 0));
    assert!(sent().is_empty());
}

#[test]
fn first_set_is_in_force_at_once_and_later_ones_after_six_hours() {
    chain();
    reverts(call(|to| calls::keeper_minimum(to, 0)), errors::no_parameters());
    let first = schedule(&set_of(&[1]), 0).unwrap();
    assert_eq!(call(|to| calls::parameters(to, 0)), Ok((first, 1, [0; 20], 0)));
    let refused_set = schedule(&set_of(&[1, 2]), NOW + SIX_HOURS - 1);
    reverts(refused_set, errors::too_soon(NOW + SIX_HOURS - 1, NOW + SIX_HOURS));
    let second = schedule(&set_of(&[1, 2]), NOW + SIX_HOURS).unwrap();
    let waiting = (first, 1, second, NOW + SIX_HOURS);
    assert_eq!(call(|to| calls::parameters(to, 0)), Ok(waiting));
    assert_eq!(call(|to| calls::market(to, 0, 2)).map(|market| market.initial_rate), Ok(0));
    with(|chain| chain.timestamp = NOW + SIX_HOURS);
    assert_eq!(call(|to| calls::parameters(to, 0)), Ok((second, 2, [0; 20], 0)));
    assert_eq!(call(|to| calls::market(to, 0, 2)).map(|market| market.initial_rate), Ok(WAD / 20));
    assert_eq!(call(|to| calls::keeper_minimum(to, 0)), Ok(MINIMUM));
}

#[test]
fn waiting_set_is_replaced_while_the_one_in_force_stays() {
    chain();
    let first = schedule(&set_of(&[1]), 0).unwrap();
    schedule(&set_of(&[1, 2]), NOW + SIX_HOURS).unwrap();
    let third = schedule(&set_of(&[1, 3]), NOW + 2 * SIX_HOURS).unwrap();
    assert_eq!(call(|to| calls::parameters(to, 0)), Ok((first, 1, third, NOW + 2 * SIX_HOURS)));
    with(|chain| chain.timestamp = NOW + 2 * SIX_HOURS);
    assert_eq!(call(|to| calls::parameters(to, 0)), Ok((third, 3, [0; 20], 0)));
}

#[test]
fn set_that_is_not_what_was_reviewed_or_unsound_is_refused() {
    chain();
    let code = set_of(&[1]);
    let data = publish(&code);
    let wrong = call(|to| calls::set_parameters(to, 0, &data, &[1; 32], 0));
    reverts(wrong, errors::wrong_code(&contract_abi::host::keccak(&code), &[1; 32]));
    for bad in [vec![], vec![0], code[1..].to_vec(), [&code[..], &[0]].concat(), vec![0; 30_000]] {
        reverts(schedule(&bad, 0), errors::bad_parameters(1));
    }
    let mut unsound = code.clone();
    unsound[1 + 11 + 2..1 + 11 + 6].fill(0xff);
    reverts(schedule(&unsound, 0), errors::bad_parameters(0x0104));
    schedule(&set_of(&[1, 2]), 0).unwrap();
    reverts(schedule(&set_of(&[1]), NOW + SIX_HOURS), errors::bad_parameters(0x0203));
}

#[test]
fn views_without_a_record_are_empty() {
    chain();
    assert_eq!(call(|to| calls::market(to, 0, 5)).map(|market| market.underlying), Ok(5));
    let collateral = call(|to| calls::collateral(to, 0, 5)).unwrap();
    assert_eq!((collateral.asset, collateral.maintenance_haircut), (5, WAD));
    assert_eq!(call(|to| calls::oracle(to, 0)), Ok(ORACLE));
}

#[test]
fn scheduling_by_a_stranger_is_refused() {
    chain();
    with(|chain| chain.sender = [0xbb; 20]);
    reverts(schedule(&set_of(&[1]), 0), errors::not_owner(&[0xbb; 20]));
    with(|chain| chain.sender = OWNER);
    schedule(&set_of(&[1]), 0).unwrap();
}
