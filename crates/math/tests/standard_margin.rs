//! Standard margin of options: worked figures, the naive twin, and laws by random search.

mod decimal;
mod floating;
mod rational;

use ballast_math::fixed::WAD;
use ballast_math::pricing::Kind;
use ballast_math::risk::linear::{LinearBook, LinearRates, linear_requirement_ceil};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::standard::payoff::least_payoffs_floor;
use ballast_math::risk::standard::{
    OptionLeg, SPANS, ShortRates, isolated_requirement_ceil, option_balances_floor,
    short_unit_ceil, sort_by_strike, standard_balances,
};
use ballast_math::risk::{Balances, Rates, Requirement};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use decimal::assert_near;
use floating::{Black, fixed};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Zero;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{BigRational, assert_above, exact};

const TEN_DIGITS: &str = "0.00000001";

/// A leg with its undiscounted mark.
fn leg(
    is_call: bool,
    size: i128,
    strike: i128,
    volatility: f64,
    days: f64,
    forward: f64,
) -> OptionLeg {
    let (strike_value, years) = (strike as f64, days / 365.0);
    let option = Black { is_call, forward, strike: strike_value, volatility, years, discount: 1.0 };
    OptionLeg {
        kind: if is_call { Kind::Call } else { Kind::Put },
        strike: Price(strike * WAD),
        size: Size(size * WAD),
        mark: Price(fixed(option.value())),
    }
}

fn balances(mut legs: Vec<OptionLeg>, index: i128, forward: i128) -> Balances {
    sort_by_strike(&mut legs);
    let (index, forward) = (Price(index * WAD), Price(forward * WAD));
    option_balances_floor(&legs, index, forward, &ShortRates::NORMAL, SPANS).unwrap()
}

#[test]
fn balances_of_the_mixed_book_are_the_worked_figures() {
    let legs = vec![
        leg(true, -2, 2_000, 0.65, 7.0, 2_003.0),
        leg(true, -3, 2_200, 0.68, 7.0, 2_003.0),
        leg(false, -4, 1_800, 0.72, 7.0, 2_003.0),
        leg(true, 2, 2_100, 0.66, 7.0, 2_003.0),
    ];
    let options = balances(legs, 2_000, 2_003);
    assert_near(options.maintenance.0, "-1871.3511956213", TEN_DIGITS);
    assert_near(options.initial.0, "-2671.3511956213", TEN_DIGITS);

    let mut book = LinearBook::default();
    book.add(Size(-10 * WAD), Price(2_001 * WAD)).unwrap();
    book.add(Size(4 * WAD), Price(2_020 * WAD)).unwrap();
    let rates = |initial, maintenance| Rates {
        initial: Ratio::millionths(initial),
        maintenance: Ratio::millionths(maintenance),
    };
    let rates = LinearRates { outright: rates(50_000, 30_000), spread: rates(15_000, 10_000) };
    let linear = linear_requirement_ceil(&book, &rates, Rates::ONE).unwrap();
    let means = Cash(5_000 * WAD);
    let account =
        standard_balances(means, Balances::default(), options, linear, Requirement::default())
            .unwrap();
    assert_near(account.maintenance.0, "2689.9488043787", TEN_DIGITS);
    assert_near(account.initial.0, "1610.9488043787", TEN_DIGITS);
}

#[test]
fn balances_of_spreads_are_their_maximum_losses() {
    let at = |is_call, size, strike| leg(is_call, size, strike, 0.6, 30.0, 100.0);
    for (legs, maintenance, initial) in [
        (vec![at(true, -3, 40), at(true, 2, 50)], -190, -200),
        (vec![at(true, -1, 95), at(true, 1, 105)], -10, -10),
        (vec![], 0, 0),
        (vec![at(true, 1, 95), at(false, 3, 95)], 0, 0),
    ] {
        let options = balances(legs, 100, 100);
        assert_eq!(options.maintenance, Cash(maintenance * WAD));
        assert_eq!(options.initial, Cash(initial * WAD));
    }
}

#[test]
fn unit_of_a_short_put_is_the_worked_figure() {
    let put = leg(false, -1, 1_800, 0.72, 7.0, 2_003.0);
    assert_near(put.mark.0, "13.7237136498", TEN_DIGITS);
    let (initial, maintenance) =
        short_unit_ceil(&put, Price(2_000 * WAD), &ShortRates::NORMAL).unwrap();
    assert_near(maintenance.0, "193.7237136498", TEN_DIGITS);
    assert_near(initial.0, "273.7237136498", TEN_DIGITS);
}

#[test]
fn payoffs_at_limits_are_defined() {
    let put = OptionLeg { kind: Kind::Put, strike: Price(7), size: Size(-WAD), mark: Price::ZERO };
    let zero = Price::ZERO;
    assert_eq!(least_payoffs_floor(&[], [zero, zero]), Ok([Cash::ZERO; 2]));
    // A forward of zero: only the payoff at zero is left.
    assert_eq!(least_payoffs_floor(&[put], [zero, zero]), Ok([Cash(-7); 2]));
    let worthless = OptionLeg { strike: zero, ..put };
    assert_eq!(least_payoffs_floor(&[worthless], [zero, Price(9)]), Ok([Cash::ZERO; 2]));
    // Size and strike are the same number: their product is positive all the same.
    let long = OptionLeg { size: Size(7), ..put };
    assert_eq!(least_payoffs_floor(&[long], [zero, zero]), Ok([Cash::ZERO; 2]));
    let unordered = [put, OptionLeg { strike: Price(6), ..put }];
    assert_eq!(least_payoffs_floor(&unordered, [Price(9), Price(9)]), Err(MathError::OutOfDomain));
    let negative = [OptionLeg { strike: Price(-1), ..put }];
    assert_eq!(least_payoffs_floor(&negative, [Price(9), Price(9)]), Err(MathError::OutOfDomain));
    assert_eq!(least_payoffs_floor(&[], [Price(9), Price(8)]), Err(MathError::OutOfDomain));
    // At an index of zero a short option must hold its mark, with a put's floor on top.
    let unit = short_unit_ceil(&OptionLeg { mark: Price(100), ..put }, zero, &ShortRates::NORMAL);
    assert_eq!(unit, Ok((Price(115), Price(109))));
}

fn any_leg() -> impl Strategy<Value = OptionLeg> {
    let size = (-1_000 * WAD..1_000 * WAD, 0u32..70).prop_map(|(size, shift)| Size(size >> shift));
    let strike = prop_oneof![
        (0i128..20).prop_map(|tens| 10 * tens * WAD),
        (0..300 * WAD, 0u32..20).prop_map(|(strike, shift)| strike >> shift),
    ];
    (any::<bool>(), size, strike, 0..40 * WAD).prop_map(|(is_call, size, strike, mark)| {
        let kind = if is_call { Kind::Call } else { Kind::Put };
        OptionLeg { kind, size, strike: Price(strike), mark: Price(mark) }
    })
}

fn sorted(most: usize) -> impl Strategy<Value = Vec<OptionLeg>> {
    vec(any_leg(), 0..most).prop_map(|mut legs| {
        sort_by_strike(&mut legs);
        legs
    })
}

/// The payoff of the legs at a price, in units of 10⁻³⁶.
fn payoff(legs: &[OptionLeg], price: i128) -> BigInt {
    let of = |leg: &OptionLeg| {
        let way = match leg.kind {
            Kind::Call => price - leg.strike.0,
            Kind::Put => leg.strike.0 - price,
        };
        BigInt::from(leg.size.0) * way.max(0)
    };
    legs.iter().map(of).sum()
}

/// The least payoff on [0, top], at most 0, by trying every kink.
fn least_payoff(legs: &[OptionLeg], top: i128) -> BigInt {
    let strikes = legs.iter().map(|leg| leg.strike.0).filter(|strike| *strike < top);
    let points = strikes.chain([0, top]);
    points.map(|point| payoff(legs, point)).fold(BigInt::zero(), BigInt::min)
}

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0x0510), ..ProptestConfig::default() }
}

fn at(legs: &[OptionLeg], index: i128, forward: i128, rates: &ShortRates) -> Balances {
    option_balances_floor(legs, Price(index), Price(forward), rates, SPANS).unwrap()
}

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn least_payoffs_are_the_naive_ones_rounded_down(
        legs in sorted(12), low in 0..400 * WAD, more in 0..400 * WAD, price in 0..800 * WAD,
    ) {
        let tops = [low, low + more];
        let found = least_payoffs_floor(&legs, tops.map(Price)).unwrap();
        for (top, least) in tops.into_iter().zip(found) {
            let naive = least_payoff(&legs, top).div_floor(&WAD.into());
            prop_assert_eq!(BigInt::from(least.0), naive);
            // Nothing between the kinks is lower.
            prop_assert!(price > top || BigInt::from(least.0) * WAD <= payoff(&legs, price));
        }
    }

    #[test]
    fn initial_balance_is_at_most_maintenance_and_both_at_most_nothing(
        legs in sorted(10), index in 0..200 * WAD, forward in 0..200 * WAD,
        regime in 0usize..4, ramp in 1_000_000u32..1_100_000,
    ) {
        let regime = [Regime::Calm, Regime::Normal, Regime::Elevated, Regime::Crisis][regime];
        // A ramp that a calm market can have is that of normal.
        let ramp = if regime < Regime::Elevated { Ratio::ONE } else { Ratio::millionths(ramp) };
        let rates = ShortRates::NORMAL.in_regime_ceil(regime.rates(ramp)).unwrap();
        let options = at(&legs, index, forward, &rates);
        prop_assert!(options.initial <= options.maintenance);
        prop_assert!(options.maintenance <= Cash::ZERO);
    }

    #[test]
    fn adding_a_long_option_never_lowers_a_balance(
        legs in sorted(10), added in any_leg(), index in 0..200 * WAD, forward in 0..200 * WAD,
    ) {
        let before = at(&legs, index, forward, &ShortRates::NORMAL);
        let mut more = legs;
        more.push(OptionLeg { size: added.size.checked_abs().unwrap(), ..added });
        sort_by_strike(&mut more);
        let after = at(&more, index, forward, &ShortRates::NORMAL);
        prop_assert!(after.initial >= before.initial && after.maintenance >= before.maintenance);
    }

    #[test]
    fn balances_never_rise_when_the_regime_worsens(
        legs in sorted(8), index in 0..200 * WAD, forward in 0..200 * WAD,
        ramp in 1_000_000u32..1_100_000, more in 0u32..100_000,
    ) {
        let regimes = [Regime::Calm, Regime::Normal, Regime::Elevated, Regime::Crisis];
        let under = |regime: Regime, ramp| {
            let rates = regime.rates(Ratio::millionths(ramp));
            at(&legs, index, forward, &ShortRates::NORMAL.in_regime_ceil(rates).unwrap())
        };
        for pair in regimes.windows(2) {
            let (calmer, worse) = (under(pair[0], ramp), under(pair[1], ramp + more));
            prop_assert!(worse.initial <= calmer.initial);
            prop_assert!(worse.maintenance <= calmer.maintenance);
        }
    }

    #[test]
    fn isolated_requirement_is_the_naive_sum_rounded_up(
        legs in sorted(6), index in 0..200 * WAD, scale in 500_000u32..2_000_000,
    ) {
        let regime = Rates { initial: Ratio::millionths(scale), maintenance: Ratio::millionths(1_100_000) };
        let rates = ShortRates::NORMAL.in_regime_ceil(regime).unwrap();
        let found = isolated_requirement_ceil(&legs, Price(index), &rates).unwrap();
        let (mut initial, mut maintenance, mut units) = (BigRational::zero(), BigRational::zero(), 0);
        for leg in legs.iter().filter(|leg| leg.size.0 < 0) {
            let unit = naive_unit(leg, index, &rates);
            initial += exact(-leg.size.0) * unit.0;
            maintenance += exact(-leg.size.0) * unit.1;
            units += 4 * (2 - leg.size.0 / WAD);
        }
        assert_above(found.initial.0, &initial, units);
        assert_above(found.maintenance.0, &maintenance, units);
    }

    #[test]
    fn balances_scale_with_the_book(legs in sorted(8), forward in 0..200 * WAD, factor in 1i128..1_000) {
        let scaled: Vec<_> = legs.iter()
            .map(|leg| OptionLeg { size: Size(leg.size.0 * factor), ..*leg })
            .collect();
        let (one, many) = (
            at(&legs, forward, forward, &ShortRates::NORMAL),
            at(&scaled, forward, forward, &ShortRates::NORMAL),
        );
        let slack = (2 * legs.len() as i128 + 2) * factor;
        prop_assert!((many.initial.0 - factor * one.initial.0).abs() <= slack);
        prop_assert!((many.maintenance.0 - factor * one.maintenance.0).abs() <= slack);
    }

    #[test]
    fn sorting_keeps_the_legs_and_orders_the_strikes(legs in vec(any_leg(), 0..128)) {
        let mut ordered = legs.clone();
        sort_by_strike(&mut ordered);
        prop_assert!(ordered.is_sorted_by_key(|leg| leg.strike));
        let mut expected = legs;
        expected.sort_by_key(|leg| leg.strike);
        prop_assert_eq!(ordered, expected);
    }
}

/// What a short unit must hold, as a fraction.
fn naive_unit(leg: &OptionLeg, index: i128, rates: &ShortRates) -> (BigRational, BigRational) {
    let (spot, strike, mark) = (exact(index), exact(leg.strike.0), exact(leg.mark.0));
    let rate = |rate: Ratio| exact(rate.0);
    let beyond = match leg.kind {
        Kind::Call => &strike - &spot,
        Kind::Put => &spot - &strike,
    };
    let near = rate(rates.near) * &spot - beyond.max(BigRational::zero());
    let outright = near.max(rate(rates.far) * &spot) + &mark;
    match leg.kind {
        Kind::Call => (outright, rate(rates.maintenance) * &spot + &mark),
        Kind::Put => {
            let base = spot.max(mark.clone());
            let floor = (rate(rates.put_floor) * &base + &mark) * exact(WAD / 20 * 21);
            (outright.max(floor), rate(rates.maintenance) * base + mark)
        }
    }
}
