//! Laws of the risk functions, by random search.

use ballast_math::fixed::WAD;
use ballast_math::risk::admission::{
    admit_new_risk, admit_reduction, is_at_mark_or_better, is_reduced, price_band,
};
use ballast_math::risk::funding::{
    Funding, FundingRate, accrued_index, funding_owed_ceil, hourly_rate, rate_bound_floor,
};
use ballast_math::risk::latency::latency_ceil;
use ballast_math::risk::linear::{
    LinearBook, LinearRates, crowding_ceil, effective_rates_ceil, linear_requirement_ceil,
    size_factor_ceil,
};
use ballast_math::risk::liquidation::{
    capacity_left, capacity_used, flag_reward, insurance_top_up, keeper_reward, takeover_price,
};
use ballast_math::risk::premium::{FillPremium, PARTS, PREMIUM_CLAMP, PremiumAverage, blended};
use ballast_math::risk::{Health, Rates, Requirement, bounds, debt};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const MILLION: i128 = 1_000_000 * WAD;

fn size() -> impl Strategy<Value = Size> {
    (-MILLION..MILLION, 0u32..60).prop_map(|(value, shift)| Size(value >> shift))
}

fn price() -> impl Strategy<Value = Price> {
    (1..MILLION, 0u32..50).prop_map(|(value, shift)| Price((value >> shift).max(1)))
}

fn cash() -> impl Strategy<Value = Cash> {
    (-1_000 * MILLION..1_000 * MILLION, 0u32..80).prop_map(|(value, shift)| Cash(value >> shift))
}

fn linear_rates() -> impl Strategy<Value = LinearRates> {
    (1i128..=WAD, 0i128..=WAD, 0i128..=WAD, 0i128..=WAD).prop_map(|(initial, m, s, t)| {
        let part = |whole: i128, share: i128| whole * (share >> 20) / (WAD >> 20);
        let maintenance = part(initial, m);
        // A spread costs at most what both of its legs would.
        let (initial_spread, maintenance_spread) = (part(initial, s), part(maintenance, t));
        LinearRates {
            outright: Rates { initial: Ratio(initial), maintenance: Ratio(maintenance) },
            spread: Rates {
                initial: Ratio(initial_spread),
                maintenance: Ratio(maintenance_spread),
            },
        }
    })
}

fn book(legs: &[(Size, Price)]) -> LinearBook {
    let mut book = LinearBook::default();
    for (size, price) in legs {
        book.add(*size, *price).unwrap();
    }
    book
}

fn requirement(legs: &[(Size, Price)], rates: &LinearRates, age: u64) -> Requirement {
    linear_requirement_ceil(&book(legs), rates, latency_ceil(age)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20_000,
        rng_seed: RngSeed::Fixed(0x715c),
        ..ProptestConfig::default()
    })]

    #[test]
    fn initial_margin_of_any_book_is_at_least_maintenance(
        legs in vec((size(), price()), 0..6), rates in linear_rates(), age in 0u64..200_000,
    ) {
        let margin = requirement(&legs, &rates, age);
        prop_assert!(margin.initial >= margin.maintenance);
        prop_assert!(margin.maintenance >= Cash::ZERO);
    }

    #[test]
    fn margin_of_joined_books_is_at_most_the_sum(
        first in vec((size(), price()), 0..4), second in vec((size(), price()), 0..4),
        rates in linear_rates(),
    ) {
        let joined: Vec<_> = first.iter().chain(&second).copied().collect();
        let (a, b) = (requirement(&first, &rates, 0), requirement(&second, &rates, 0));
        let whole = requirement(&joined, &rates, 0);
        // Six roundings by one unit each, on either side.
        let slack = 8 + 2 * joined.len() as i128;
        prop_assert!(whole.initial.0 <= a.initial.0 + b.initial.0 + slack);
        prop_assert!(whole.maintenance.0 <= a.maintenance.0 + b.maintenance.0 + slack);
    }

    #[test]
    fn margin_never_falls_with_size_age_crowding_or_regime(
        leg in (size(), price()), rates in linear_rates(), age in 0u64..200_000, more in 0u64..100_000,
        crowd in 0i128..=WAD, regime in 0i128..=2 * WAD, raise in 0i128..=WAD,
    ) {
        let base = requirement(&[leg], &rates, age);
        let grown = (Size(leg.0.0 + leg.0.0 / 3), leg.1);
        for worse in [requirement(&[grown], &rates, age), requirement(&[leg], &rates, age + more)] {
            prop_assert!(worse.initial >= base.initial && worse.maintenance >= base.maintenance);
        }
        let at = |regime: i128, factor: i128, crowd: i128| {
            let regime = Rates { initial: Ratio(regime), maintenance: Ratio(regime) };
            effective_rates_ceil(rates.outright, regime, Ratio(factor), Ratio(crowd)).unwrap()
        };
        let low = at(regime, WAD, crowd);
        let worse_cases =
            [at(regime + raise, WAD, crowd), at(regime, WAD + raise, crowd), at(regime, WAD, WAD)];
        for high in worse_cases {
            prop_assert!(high.initial >= low.initial && high.maintenance >= low.maintenance);
            prop_assert!(high.initial <= Ratio::ONE && high.maintenance <= Ratio::ONE);
        }
    }

    #[test]
    fn size_factor_rises_without_a_step(net in 0..1_000 * MILLION, more in 0..MILLION) {
        let factor = |net| size_factor_ceil(Cash(net), Cash(MILLION)).unwrap();
        let (low, high) = (factor(net), factor(net + more));
        prop_assert!(Ratio::ONE <= low && low <= high);
        // Its slope is greatest at the scale: 0.1 per scale.
        prop_assert!(high.0 - low.0 <= more / 10_000_000 + 3);
    }

    #[test]
    fn crowding_stays_between_zero_and_one(oi in size(), low in size(), high in size()) {
        let crowding = crowding_ceil(oi, low, high).unwrap();
        prop_assert!(Ratio::ZERO <= crowding && crowding <= Ratio::ONE);
        prop_assert_eq!(crowding == Ratio::ZERO, oi <= low);
    }

    #[test]
    fn funding_of_sizes_that_sum_to_zero_leaves_only_dust(
        sizes in vec(size(), 1..20), from in -MILLION..MILLION, way in -MILLION..MILLION,
    ) {
        let balance = sizes.iter().fold(Size::ZERO, |sum, size| sum.checked_sub(*size).unwrap());
        let mut left = 0;
        for size in sizes.iter().chain([&balance]) {
            left += funding_owed_ceil(*size, Price(from), Price(from + way)).unwrap().0;
        }
        prop_assert!(0 <= left && left <= sizes.len() as i128);
    }

    #[test]
    fn funding_rate_keeps_its_accuracy_and_fits_its_word(
        rate in -WAD / 250..=WAD / 250, index in price(), seconds in 0u64..100_000,
    ) {
        let stored = FundingRate::from_hourly(Ratio(rate), index).unwrap();
        prop_assert!(stored.mantissa.unsigned_abs() < 1 << 47);
        let exact = rate as f64 * index.0 as f64 / 3.6e21;
        let kept = stored.mantissa as f64 * 2f64.powi(stored.exponent.into());
        prop_assert!(kept.abs() <= exact.abs() * (1.0 + 1e-15) + 1e-30);
        prop_assert!((kept - exact).abs() <= exact.abs() * 1.5e-14 + 1e-12);
        let paid = stored.over_floor(seconds).unwrap().0 as f64;
        prop_assert!((paid - kept * seconds as f64).abs() <= 1.0 + paid.abs() * 1e-15);
    }

    #[test]
    fn funding_rate_changes_sign_with_the_premium_or_the_index(
        rate in 0..=WAD / 250, index in price(),
    ) {
        let of = |rate| FundingRate::from_hourly(Ratio(rate), index).unwrap();
        prop_assert_eq!(of(rate).mantissa, -of(-rate).mantissa);
    }

    #[test]
    fn accrued_index_of_any_stored_pair_is_bounded_or_refused(
        index in -(1i128 << 103)..1i128 << 103, mantissa: i64, exponent: i8, interest_price in price(),
        seconds: u64,
    ) {
        let rate = FundingRate { mantissa: mantissa >> 16, exponent };
        match accrued_index(Price(index), &Funding { rate, interest_price }, seconds) {
            Ok(next) => prop_assert!((-(1i128 << 103)..1i128 << 103).contains(&next.0)),
            Err(error) => prop_assert_eq!(error, MathError::Overflow),
        }
    }

    /// What a second adds to the index lies between the rates at its ends.
    #[test]
    fn index_of_every_second_advances_by_the_rate_that_a_view_gives(
        premium in -PREMIUM_CLAMP.0..PREMIUM_CLAMP.0, second in 0u64..8_000, gap in 0..WAD / 10,
    ) {
        let rates = Rates { initial: Ratio(WAD / 10 + gap), maintenance: Ratio(WAD / 10) };
        let funding = Funding::new(Ratio(premium), rates, Price(2_000 * WAD)).unwrap();
        let index = |second| accrued_index(Price::ZERO, &funding, second).unwrap().0;
        let rate = |second| funding.rate_at_floor(second).unwrap().0;
        let (added, ends) = (index(second + 1) - index(second), [rate(second), rate(second + 1)]);
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        prop_assert!(low - 4 <= added && added <= high + 4, "{added} of {ends:?}");
    }

    /// Against an accrual every minute, which knows the premium as it decays: 0.017% of the price.
    #[test]
    fn index_of_a_silent_market_is_near_that_of_one_that_is_accrued_all_the_time(
        premium in -PREMIUM_CLAMP.0..PREMIUM_CLAMP.0, minutes in 1u64..360,
    ) {
        let rates = Rates { initial: Ratio(WAD / 20), maintenance: Ratio(WAD / 40) };
        let price = Price(2_000 * WAD);
        let average = PremiumAverage { value: Ratio(premium), at: 0 };
        let at = |second| Funding::new(average.value_at(second), rates, price).unwrap();
        let mut accrued = Price::ZERO;
        for minute in 0..minutes {
            accrued = accrued_index(accrued, &at(60 * minute), 60).unwrap();
        }
        let silent = accrued_index(Price::ZERO, &at(0), 60 * minutes).unwrap();
        prop_assert!((silent.0 - accrued.0).abs() <= price.0 * 17 / 100_000, "{silent:?} {accrued:?}");
    }

    #[test]
    fn hourly_rate_is_bounded_and_rises_with_the_premium(
        premium in -WAD..WAD, more in 0..WAD / 10, gap in -WAD / 10..WAD / 10,
    ) {
        let rates = Rates { initial: Ratio(WAD / 10 + gap), maintenance: Ratio(WAD / 10) };
        let bound = rate_bound_floor(rates).unwrap();
        prop_assert!(Ratio::ZERO <= bound && bound <= Ratio::millionths(4_000));
        let low = hourly_rate(Ratio(premium), bound).unwrap();
        let high = hourly_rate(Ratio(premium + more), bound).unwrap();
        prop_assert!(-bound.0 <= low.0 && low <= high && high <= bound);
    }

    #[test]
    fn premium_average_stays_within_the_clamp(
        fills in vec((0u64..400, -WAD..WAD, 0..2 * WAD), 0..60),
    ) {
        let (mut average, mut now) = (PremiumAverage::default(), 0);
        for (wait, premium, weight) in fills {
            let premium = Ratio(premium.clamp(-PREMIUM_CLAMP.0, PREMIUM_CLAMP.0));
            let fill = FillPremium { premium, weight: Ratio(weight).clamped_to_unit() };
            now += wait;
            let after = average.after_fill(now, fill);
            prop_assert!(after.value.0.abs() <= PREMIUM_CLAMP.0);
            prop_assert!(average.at <= after.at && after.at <= now * PARTS);
            if fill.weight == Ratio::ONE {
                prop_assert_eq!(after.after_fill(now, fill), after);
            }
            prop_assert!(average.value_at(now).0.abs() <= average.value.0.abs());
            average = after;
        }
    }

    /// What fills before it take from a fill is at most the sum of their weights.
    #[test]
    fn fill_behind_small_ones_is_heard_but_for_their_share(
        weights in vec(0..WAD / 100, 0..40), start in 0i128..5_000_000_000_000_000,
    ) {
        let before = PremiumAverage { value: Ratio(start), at: 0 };
        let full = FillPremium { premium: PREMIUM_CLAMP, weight: Ratio::ONE };
        let alone = before.after_fill(60, full).value.0 - before.value_at(60).0;
        let mut average = before;
        for weight in &weights {
            average = average.after_fill(60, FillPremium { premium: Ratio::ZERO, weight: Ratio(*weight) });
        }
        prop_assert!((average.value_at(60).0 - before.value_at(60).0).abs() <= 80);
        let behind = average.after_fill(60, full).value.0 - average.value_at(60).0;
        let left = WAD - weights.iter().sum::<i128>().min(WAD);
        prop_assert!(behind >= alone / 1_000_000 * (left / 1_000_000_000_000) - alone / 10_000);
    }

    #[test]
    fn blended_premium_lies_between_its_parts(a in -WAD..WAD, b in -WAD..WAD, age in 0u64..200) {
        let blend = blended(Ratio(a), age, Ratio(b)).unwrap().0;
        prop_assert!(a.min(b) <= blend && blend <= a.max(b));
    }

    #[test]
    fn rewards_of_slices_never_sum_to_more_than_the_reward_of_one(
        slices in vec(0..MILLION, 1..12), equity in cash(), minimum in 0..100 * WAD,
    ) {
        let (mut closed, mut paid) = (Cash::ZERO, Cash::ZERO);
        for slice in slices {
            closed = closed.checked_add(Cash(slice)).unwrap();
            let due = keeper_reward(closed, equity, paid, Cash(minimum)).unwrap();
            prop_assert!(due >= Cash::ZERO);
            paid = paid.checked_add(due).unwrap();
        }
        prop_assert!(paid <= keeper_reward(closed, equity, Cash::ZERO, Cash(minimum)).unwrap());
        prop_assert!(paid.0 <= equity.0.max(0) / 2);
    }

    #[test]
    fn flag_reward_and_top_up_sum_to_the_minimum(equity in cash(), minimum in 0..100 * WAD) {
        let own = flag_reward(equity, Cash(minimum)).0;
        prop_assert!(0 <= own && own <= equity.0.max(0));
        prop_assert_eq!(own + insurance_top_up(equity, Cash(minimum)).0, minimum);
    }

    #[test]
    fn capacity_passes_at_most_a_bucket_and_its_leak(
        asks in vec((0u64..40, 0..300 * WAD), 1..40), per_second in 0..10 * WAD,
    ) {
        // What passed, and when: every interval is checked against C·(1 + L/W).
        let (mut used, mut now, mut last) = (Size::ZERO, 0u64, 0u64);
        let mut passed = Vec::new();
        for (wait, asked) in asks {
            now += wait;
            let left = capacity_left(used, Size(per_second), now - last).unwrap();
            let taken = Size(asked).min(left);
            let (rest, _) = capacity_used(used, Size(per_second), now - last).unwrap();
            (used, last) = (rest.checked_add(taken).unwrap(), now);
            passed.push((now, taken.0));
        }
        for (first, (start, _)) in passed.iter().enumerate() {
            let mut sum = 0;
            for (end, taken) in passed.iter().skip(first) {
                sum += taken;
                prop_assert!(sum <= per_second * 30 + per_second * (end - start) as i128);
            }
        }
    }

    #[test]
    fn takeover_price_costs_at_most_the_fee_and_the_equity(
        mark in price(), rate in 0..WAD / 10, size in size(), equity in cash(),
    ) {
        prop_assume!(size != Size::ZERO);
        let taken = takeover_price(mark, Ratio(rate), size, equity).unwrap();
        let fee = (mark.0 - taken.0) * size.0.signum();
        prop_assert!(0 <= fee && fee <= mark.0 / 400);
        prop_assert!(is_at_mark_or_better(Size(size.0), taken, mark));
        // The fee on the whole size, from above.
        let cost = ballast_math::fixed::mul_ceil(fee, size.0.abs()).unwrap();
        prop_assert!(fee == 0 || cost <= equity.0);
    }

    #[test]
    fn interest_of_any_shortfall_is_within_its_rates(
        owed in 0..MILLION, custody in 0..MILLION, seconds in 0u64..100_000_000,
    ) {
        let rate = debt::interest_rate_ceil(debt::utilisation_ceil(Cash(owed), Cash(custody)).unwrap());
        prop_assert!(Ratio::millionths(20_000) <= rate && rate <= Ratio::millionths(700_000));
        let interest = debt::interest_ceil(Cash(owed), rate, seconds).unwrap().0;
        prop_assert!(interest as f64 >= owed as f64 * 0.02 * seconds as f64 / 31_536_000.0 * (1.0 - 1e-12));
    }

    #[test]
    fn price_band_holds_the_mark_and_nothing_beyond(mark in price(), band in 0..WAD) {
        let (low, high) = price_band(mark, Ratio(band)).unwrap();
        prop_assert!(low <= mark && mark <= high);
        let width = |price: i128| (price - mark.0).unsigned_abs() as f64;
        let most = mark.0 as f64 * (band as f64 / 1e18) * (1.0 + 1e-12);
        prop_assert!(width(low.0) <= most && width(high.0) <= most);
    }

    #[test]
    fn reductions_never_leave_less_than_the_lesser_of_nothing_and_before(
        equities in (cash(), cash()), margins in (0..MILLION, 0..MILLION),
    ) {
        let health = |equity, margin| Health {
            equity, initial_margin: Cash(2 * margin), maintenance_margin: Cash(margin) };
        let (before, after) = (health(equities.0, margins.0), health(equities.1, margins.1));
        if admit_reduction(&before, &after).is_ok() {
            prop_assert!(after.equity.0 >= before.equity.0.min(0));
            let balance = |health: &Health| health.maintenance_balance().unwrap();
            prop_assert!(balance(&after) >= balance(&before));
        }
        prop_assert_eq!(admit_new_risk(&after).is_ok(), after.initial_balance().unwrap() >= Cash::ZERO);
    }

    #[test]
    fn reduced_legs_shrink_towards_zero(before in size(), after in size()) {
        let expected = after.0.abs() <= before.0.abs() && (after.0 == 0 || (after.0 > 0) == (before.0 > 0));
        prop_assert_eq!(is_reduced(before, after), expected);
    }
}

#[test]
fn premium_of_a_wash_trade_every_ten_minutes_stays_near_a_twentieth_of_the_clamp() {
    let fill = FillPremium { premium: PREMIUM_CLAMP, weight: Ratio::ONE };
    let mut average = PremiumAverage::default();
    for round in 1..=100 {
        average = average.after_fill(600 * round, fill);
    }
    let peak = average.value.0 as f64 / PREMIUM_CLAMP.0 as f64;
    let trough = average.value_at(average.at / PARTS + 600).0 as f64 / PREMIUM_CLAMP.0 as f64;
    assert!((0.0535..0.0540).contains(&peak), "{peak}");
    assert!((0.0453..0.0458).contains(&trough), "{trough}");
}

#[test]
fn premium_of_steady_fills_tends_to_their_premium() {
    let fill = FillPremium { premium: Ratio(WAD / 1_000), weight: Ratio::ONE };
    let mut average = PremiumAverage::default();
    for second in 1..=30_000 {
        average = average.after_fill(second, fill);
    }
    let share = average.value.0 as f64 / fill.premium.0 as f64;
    assert!((0.99..=1.0).contains(&share), "{share}");
}

#[test]
fn minimum_of_a_position_orders_its_margins() {
    assert_eq!(bounds::minimum_requirement(Cash(5), false), Ok(Requirement::default()));
    assert_eq!(bounds::minimum_requirement(Cash(i128::MAX), true), Err(MathError::Overflow),);
}

#[test]
fn limits_that_parameters_can_reach_are_defined() {
    assert_eq!(size_factor_ceil(Cash(1), Cash(0)), Err(MathError::DivideByZero));
    assert_eq!(size_factor_ceil(Cash(0), Cash(MILLION)), Ok(Ratio::ONE));
    assert_eq!(book(&[]).net_ceil(), Ok(Cash::ZERO));
    assert_eq!(book(&[]).offset_ceil(), Ok(Cash::ZERO));
    assert_eq!(capacity_used(Size(5), Size(0), 9), Ok((Size(5), Size(0))));
    assert_eq!(capacity_used(Size(-1), Size(1), 9), Err(MathError::OutOfDomain));
    assert_eq!(debt::utilisation_ceil(Cash(0), Cash(0)), Ok(Ratio::ONE));
    let zero = FundingRate::from_hourly(Ratio(1), Price::ZERO).unwrap();
    assert_eq!(zero.mantissa, 0);
    assert!(FillPremium::new(Price(1), Price(0), Cash(1), Cash(1)).is_err());
    let free = FillPremium::new(Price(1), Price(1), Cash(1), Cash(0)).unwrap();
    assert_eq!(free.weight, Ratio::ONE);
}
