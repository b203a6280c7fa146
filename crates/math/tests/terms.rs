//! The terms common to both margins, vesting and debt: worked figures, naive twins, and laws by random
//! search.

mod decimal;
mod rational;

use ballast_math::fixed::WAD;
use ballast_math::risk::collateral::{
    collateral_balances_floor, collateral_prices_floor, volatile_haircut_ceil, wrong_way_ceil,
};
use ballast_math::risk::confidence::{ConfidenceRule, depeg_ceil, doubt_ceil};
use ballast_math::risk::observation::Observed;
use ballast_math::risk::stable_price::{HourlyMeans, stable_price, stable_price_term};
use ballast_math::risk::terms::Terms;
use ballast_math::risk::vesting::{Vesting, withdrawable};
use ballast_math::risk::{Balances, Rates, Requirement, debt};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use decimal::{assert_near, wad};
use num_traits::{One, Zero};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{BigRational, assert_above, assert_below, exact, ratio};

const HOUR: u64 = 3_600;

#[test]
fn stable_price_follows_the_worked_steps() {
    let mut stable = Price(100 * WAD);
    for (seconds, spot, expected) in [
        (60, 130, "101.8"),
        (60, 130, "103.6324"),
        (480, 130, "118.5554656"),
        (1_200, 130, "125"),
        (600, 60, "102.5"),
    ] {
        stable = stable_price(stable, Price(100 * WAD), Price(spot * WAD), seconds).unwrap();
        assert_eq!(stable.0, wad(expected));
    }
}

#[test]
fn price_held_tenfold_for_six_hours_mints_at_most_a_quarter() {
    let (low, high) = (Price(100 * WAD), Price(1_000 * WAD));
    let mut means = HourlyMeans::starting_at(low, 0).unwrap();
    let mut stable = low;
    for minute in 1..=6 * 60 {
        means = means.observed(high, 60 * minute).unwrap();
        stable = stable_price(stable, means.day_ago(), high, 60).unwrap();
    }
    assert_eq!(stable, Price(125 * WAD));
    // One unit: worth 1000 at the spot price, of which all but 125 is taken off.
    assert_eq!(stable_price_term(Cash(high.0), Cash(stable.0)), Ok(Cash(875 * WAD)));
    // Held for a week it is believed by 6% an hour, a day later.
    for hour in 7..7 * 24 {
        means = means.observed(high, hour * HOUR).unwrap();
    }
    assert_eq!(means.day_ago(), high);
}

#[test]
fn vested_profit_is_the_worked_one() {
    let start = Vesting {
        net_deposits: Cash(500 * WAD),
        high_water: Cash(1_000 * WAD),
        unvested: Cash(1_000 * WAD),
        at: 0,
    };
    let later = start.updated(Cash(1_800 * WAD), 6 * HOUR).unwrap();
    assert_eq!(later.unvested, Cash(1_050 * WAD));
    assert_eq!(later.high_water, Cash(1_300 * WAD));
    assert_eq!(later.unvested_at(30 * HOUR), Ok(Cash::ZERO));
    let (balance, cash) = (Cash(1_500 * WAD), Cash(1_800 * WAD));
    assert_eq!(withdrawable(balance, cash, later.unvested), Ok(Cash(750 * WAD)));
}

#[test]
fn wrong_way_of_the_worked_account() {
    let charge = wrong_way_ceil(Cash(1_934 * WAD), Cash(10_000 * WAD)).unwrap();
    assert_near(charge.0, "154.72", "0.000000000000000001");
    assert_eq!(wrong_way_ceil(Cash(-1), Cash(1)), Ok(Cash::ZERO));
}

#[test]
fn confidence_gives_the_worked_rates() {
    let rate = |rule: ConfidenceRule, confidence| rule.rate_ceil(Ratio(wad(confidence))).unwrap().0;
    for (confidence, ramp, jump) in [
        ("0.75", "0", "0"),
        ("0.7", "0.075", "0"),
        ("0.65", "0.175", "0"),
        ("0.6", "0.3", "0"),
        ("0.55", "0.45", "0"),
        ("0.5", "0.5", "0.5"),
        ("0.2", "0.8", "0.8"),
        ("1", "0", "0"),
        ("0", "1", "1"),
        ("7", "0", "0"),
    ] {
        assert_eq!(rate(ConfidenceRule::Ramp, confidence), wad(ramp), "{confidence}");
        assert_eq!(rate(ConfidenceRule::Jump, confidence), wad(jump), "{confidence}");
    }
    let doubt = doubt_ceil(ConfidenceRule::Jump, Ratio(wad("0.5")), Cash(26_000 * WAD));
    assert_eq!(doubt, Ok(Cash(13_000 * WAD)));
}

#[test]
fn collateral_at_limits_is_defined() {
    let price = Price(2_000 * WAD);
    assert_eq!(collateral_prices_floor(price, Ratio::ZERO), Err(MathError::DivideByZero));
    assert_eq!(collateral_prices_floor(price, Ratio(-1)), Err(MathError::OutOfDomain));
    let strong = collateral_prices_floor(price, Ratio::millionths(1_250_000)).unwrap();
    assert_eq!((strong.initial.0, strong.maintenance.0), (1_600 * WAD, 1_600 * WAD));
    // Haircuts beyond the whole leave nothing, not less.
    let haircuts = Rates { initial: Ratio::ONE, maintenance: Ratio::millionths(900_000) };
    let counted = collateral_balances_floor(Size(WAD), strong, haircuts).unwrap();
    assert_eq!((counted.initial, counted.maintenance), (Cash::ZERO, Cash(160 * WAD)));
    let own = Ratio::millionths(200_000);
    assert_eq!(volatile_haircut_ceil(own, Ratio::millionths(180_000)), Ok(own));
}

#[test]
fn health_of_balances_keeps_the_lower_bounds() {
    let balances = Balances { initial: Cash(90), maintenance: Cash(80) };
    let health = balances.health(Cash(100), Requirement::default()).unwrap();
    // An initial balance above the maintenance balance counts as that.
    assert_eq!((health.initial_margin, health.maintenance_margin), (Cash(20), Cash(20)));
    let bounds = Requirement { initial: Cash(50), maintenance: Cash(60) };
    let health = balances.health(Cash(100), bounds).unwrap();
    assert_eq!((health.initial_margin, health.maintenance_margin), (Cash(60), Cash(60)));
}

#[test]
fn means_of_silent_hours_are_the_last_price() {
    let start = HourlyMeans::starting_at(Price(100 * WAD), 10 * HOUR).unwrap();
    let silent = start.observed(Price(100 * WAD), 40 * HOUR + 1).unwrap();
    assert_eq!(silent.means, start.means);
    // A price that held for a century has become the mean, step by step.
    let old = start.observed(Price(1), 11 * HOUR).unwrap();
    let later = old.observed(Price(1), 900_000 * HOUR).unwrap();
    assert_eq!(later.means, [Price(1); 24]);
    let risen = later.observed(Price(i128::MAX / 2), 900_001 * HOUR).unwrap();
    let risen = risen.observed(Price(1), 905_000 * HOUR).unwrap();
    assert_eq!(risen.means, [Price(i128::MAX / 2); 24]);
    assert_eq!(start.observed(Price(-1), 11 * HOUR), Err(MathError::OutOfDomain));
}

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0x7e45), ..ProptestConfig::default() }
}

fn amount() -> impl Strategy<Value = i128> {
    (0..1_000_000 * WAD, 0u32..70).prop_map(|(amount, shift)| amount >> shift)
}

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn stable_price_moves_towards_its_target_and_no_faster(
        stable in amount(), day_ago in amount(), spot in amount(), seconds in 0u64..2_000,
    ) {
        let found = stable_price(Price(stable), Price(day_ago), Price(spot), seconds).unwrap().0;
        let quarter = exact(day_ago) * ratio(1, 4);
        let target = exact(spot).min(exact(day_ago) + &quarter).max(exact(day_ago) - quarter);
        let step = exact(stable) * ratio(3 * seconds.min(600) as i128, 10_000);
        let way = (&target - exact(stable)).max(-step.clone()).min(step);
        let naive = exact(stable) + way;
        let off = (exact(found) - naive) * ratio(WAD, 1);
        let two = ratio(2, 1);
        prop_assert!(-two.clone() <= off && off <= two);
    }

    #[test]
    fn hourly_means_are_within_a_step_of_each_other(
        observations in vec((0u64..12_000, amount()), 1..40), start in 1..1_000 * WAD,
    ) {
        let mut means = HourlyMeans::starting_at(Price(start), 0).unwrap();
        let (mut lowest, mut highest) = (start, start);
        for (wait, price) in observations {
            (lowest, highest) = (lowest.min(price), highest.max(price));
            means = means.observed(Price(price), means.at + wait).unwrap();
        }
        // Oldest first; the running hour takes the place of the oldest.
        let now = (means.at / HOUR % 24) as usize;
        let ordered: Vec<_> = (0..24).map(|hour| means.means[(now + hour) % 24].0).collect();
        prop_assert_eq!(means.day_ago().0, ordered[0]);
        for pair in ordered.windows(2) {
            prop_assert!((pair[1] - pair[0]).abs() <= (pair[0] / 50 * 3).max(1) + 4);
        }
        // Sums of floors: a unit for each observation.
        prop_assert!(ordered.iter().all(|mean| lowest - 41 <= *mean && *mean <= highest));
    }

    #[test]
    fn settlement_price_moves_by_near_or_confirmed_observations_alone(
        prices in vec(prop_oneof![90i128..110, 100i128..200, Just(140i128)], 1..20),
    ) {
        let mut series = Observed::starting_at(Price(100 * WAD));
        let mut last = None;
        for price in prices {
            let after = series.after(Price(price * WAD)).unwrap();
            let near = (100 * price - series.accepted.0 / WAD * 100).abs() <= 5 * series.accepted.0 / WAD;
            let confirmed = last.is_some_and(|last: i128| (100 * price - 100 * last).abs() <= 2 * last);
            let accepted = near || (series.waiting.is_some() && confirmed);
            prop_assert_eq!(after.accepted.0, if accepted { price * WAD } else { series.accepted.0 });
            prop_assert_eq!(after.waiting.is_none(), accepted);
            (series, last) = (after, Some(price));
        }
        prop_assert!(series.after(Price::ZERO).is_err());
    }

    #[test]
    fn hourly_mean_of_one_hour_is_the_naive_one(
        observations in vec((0u64..400, 95 * WAD..105 * WAD), 1..9),
    ) {
        let mut means = HourlyMeans::starting_at(Price(100 * WAD), 0).unwrap();
        let (mut sum, mut price, mut at) = (BigRational::zero(), 100 * WAD, 0);
        for (wait, next) in &observations {
            sum += exact(price) * ratio(*wait as i128, 3_600);
            (price, at) = (*next, at + wait);
            means = means.observed(Price(price), at).unwrap();
        }
        sum += exact(price) * ratio(HOUR as i128 - at as i128, 3_600);
        means = means.observed(Price(1), HOUR + 9).unwrap();
        assert_below(means.means[0].0, &sum, 10);
    }

    #[test]
    fn locked_profit_is_the_naive_one_and_never_more_than_was_ever_won(
        equities in vec((0u64..40_000, amount(), -WAD..WAD), 1..12),
    ) {
        let mut state = Vesting::default();
        let mut won = 0;
        for (wait, equity, deposit) in equities {
            let now = state.at + wait;
            let after = state.updated(Cash(equity), now).unwrap();
            let new = (equity - state.net_deposits.0 - state.high_water.0).max(0);
            let left = ratio(86_400 - wait.min(86_400) as i128, 86_400);
            assert_above(after.unvested.0, &(exact(state.unvested.0) * left + exact(new)), 0);
            won += new;
            prop_assert!(after.unvested.0 <= won && after.high_water >= state.high_water);
            // A second look at the same moment locks nothing more.
            prop_assert_eq!(after.updated(Cash(equity), now).unwrap(), after);
            state = after.deposited(Cash(deposit)).unwrap();
            let look = state.updated(Cash(equity + deposit), now).unwrap();
            prop_assert_eq!(look, state);
        }
    }

    #[test]
    fn handing_over_profit_frees_none_of_it(
        deposits in amount(), profit in amount(), part in 0..=WAD,
        old in -1_000 * WAD..1_000 * WAD, at in 0u64..90_000,
    ) {
        let equity = deposits + profit;
        prop_assume!(equity > 0);
        let new = Vesting { net_deposits: Cash(deposits), ..Vesting::default() };
        let from = new.updated(Cash(equity), 0).unwrap().updated(Cash(equity), at).unwrap();
        let value = rational::floor(&(exact(equity) * exact(part)));
        let to = Vesting { net_deposits: Cash(old), high_water: Cash::ZERO, unvested: Cash::ZERO, at };
        let to = to.updated(Cash(old), at).unwrap();
        let (sender, receiver) = from.handed_to(to, Cash(value), Cash(equity)).unwrap();
        let kept = exact(equity - value) / exact(equity);
        assert_above(sender.unvested.0, &(exact(from.unvested.0) * &kept), 0);
        assert_below(sender.high_water.0, &(exact(from.high_water.0) * kept), 0);
        let sender = sender.updated(Cash(equity - value), at).unwrap();
        let receiver = receiver.updated(Cash(old + value), at).unwrap();
        let moved = sender.net_deposits.0 + receiver.net_deposits.0;
        prop_assert_eq!(moved, deposits + old);
        prop_assert!(sender.unvested.0 + receiver.unvested.0 >= from.unvested.0);
        prop_assert!(receiver.unvested.0 <= profit + 1);
    }

    #[test]
    fn withdrawable_is_never_negative_nor_more_than_cash(
        balance in -WAD..WAD, cash in -WAD..WAD, unvested in 0..WAD,
    ) {
        let found = withdrawable(Cash(balance), Cash(cash), Cash(unvested)).unwrap().0;
        prop_assert!(0 <= found && found <= balance.max(0) && found <= (cash - unvested).max(0));
    }

    #[test]
    fn terms_charge_initial_at_least_as_much_as_maintenance(
        parts in [amount(), amount(), amount(), amount(), amount(), amount()],
    ) {
        let [liquidity, concentration, wrong_way, confidence, depeg, stable_price] = parts.map(Cash);
        let terms = Terms { liquidity, concentration, wrong_way, confidence, depeg, stable_price };
        let charges = terms.charges_ceil().unwrap();
        prop_assert!(charges.initial >= charges.maintenance);
        prop_assert_eq!(charges.initial.0, parts.iter().sum::<i128>());
        prop_assert_eq!(charges.maintenance.0, (parts[0] + parts[1] + 1) / 2 + parts[2]);
    }

    #[test]
    fn collateral_counts_for_the_naive_value_and_less_for_initial(
        amount in amount(), price in amount(), stable in WAD / 2..2 * WAD, own in 0..WAD, extra in 0..WAD,
    ) {
        let prices = collateral_prices_floor(Price(price), Ratio(stable)).unwrap();
        let haircuts = Rates { initial: Ratio(extra), maintenance: Ratio(own) };
        let found = collateral_balances_floor(Size(amount), prices, haircuts).unwrap();
        prop_assert!(found.initial <= found.maintenance);
        let whole = exact(amount) * exact(price);
        let naive = |stable: i128, haircut: i128| {
            &whole / exact(stable) * (BigRational::one() - exact(haircut)).max(BigRational::zero())
        };
        let slack = 3 + amount / WAD;
        assert_below(found.maintenance.0, &naive(stable, own), slack);
        assert_below(found.initial.0, &naive(stable.max(WAD), own + extra), slack);
    }

    #[test]
    fn confidence_and_depeg_charge_without_a_step(
        confidence in 0..=WAD, less in 0..WAD / 1_000, index in amount(), size in amount(),
    ) {
        let rate = |confidence: i128| ConfidenceRule::Ramp.rate_ceil(Ratio(confidence)).unwrap().0;
        let (high, low) = (rate(confidence), rate((confidence - less).max(0)));
        // Steepest at 0.55: the slope is 0.45/0.2 + 1.
        prop_assert!(high <= low && low - high <= 4 * less + 2);
        prop_assert!(rate(confidence) >= 0 && rate(confidence) <= WAD);
        let charge = depeg_ceil(Ratio(confidence), Price(index), Size(size)).unwrap();
        let gap = (exact(WAD / 100 * 98) - exact(confidence)).max(BigRational::zero());
        let naive = exact(size) * exact(index) * gap * exact(WAD / 5 * 6);
        assert_above(charge.0, &naive, 3 + rational::ceil(&(exact(size) * exact(index))) / WAD);
    }

    #[test]
    fn wrong_way_and_its_haircut_are_the_naive_ones_from_above(
        value in amount(), delta in -1_000_000 * WAD..1_000_000 * WAD, own in 0..WAD, span in 0..WAD,
    ) {
        let charge = wrong_way_ceil(Cash(value), Cash(delta)).unwrap();
        assert_above(charge.0, &(exact(value.min(delta.max(0))) * ratio(2, 25)), 0);
        let haircut = volatile_haircut_ceil(Ratio(own), Ratio(span)).unwrap();
        assert_above(haircut.0, &exact(own).max(exact(span) * ratio(4, 5)), 0);
        let sale = debt::forced_sale_price_ceil(Price(value)).unwrap();
        assert_above(sale.0, &(exact(value) * ratio(49, 50)), 0);
    }

    #[test]
    fn shortfall_grows_only_within_its_limit(
        before in amount(), after in amount(), collateral in amount(), utilisation in 0..=WAD,
    ) {
        let limit = debt::shortfall_limit_floor(Cash(collateral)).unwrap();
        assert_below(limit.0, &(exact(collateral) * ratio(1, 5)), 0);
        let may = debt::is_shortfall_allowed(Cash(before), Cash(after), limit, Ratio(utilisation));
        let is_within = exact(after) <= exact(collateral) * ratio(1, 5) && utilisation <= WAD / 5 * 4;
        prop_assert_eq!(may, after <= before || is_within);
    }
}
