//! Laws of portfolio margin, by random search. The values of legs in scenarios are arbitrary: what
//! holds for them holds for those of any pricing.

mod rational;

use ballast_math::fixed::WAD;
use ballast_math::risk::linear::LinearBook;
use ballast_math::risk::portfolio::{
    Basis, DiscountFactors, ExpiryValues, LegShock, Losses, Model, OURS, REFERENCE, Scenarios,
    SkewRule, linear_addon_ceil, portfolio_balances, strike_addons_ceil,
};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::{Balances, Rates, Requirement, latency::latency_ceil};
use ballast_math::{Cash, MathError, Price, Ratio, Size};
use num_traits::Zero;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rational::{BigRational, assert_above, assert_below, exact};

/// Values that a pass over our rows gives for an expiry.
const VALUES: usize = 55;
const INDEX: Price = Price(100 * WAD);
const EXPIRIES: usize = 2;

/// An option: strike, whole units, and values of one unit, all 0 or more.
#[derive(Clone, Debug)]
struct Leg {
    expiry: usize,
    strike: i128,
    units: i128,
    value: i128,
    rows: Vec<i128>,
    moved: [i128; 2],
    dollars: i128,
}

#[derive(Clone, Debug, Default)]
struct Portfolio {
    cash: i128,
    perpetual: i128,
    /// Whole units by expiry.
    futures: [i128; EXPIRIES],
    legs: Vec<Leg>,
}

impl Portfolio {
    fn joined(&self, other: &Self) -> Self {
        let legs = self.legs.iter().chain(&other.legs).cloned().collect();
        let [a, b] = self.futures;
        let futures = [a + other.futures[0], b + other.futures[1]];
        Self {
            cash: self.cash + other.cash,
            perpetual: self.perpetual + other.perpetual,
            futures,
            legs,
        }
    }

    fn scaled(&self, by: i128) -> Self {
        let legs = self.legs.iter().map(|leg| Leg { units: leg.units * by, ..leg.clone() });
        Self {
            cash: self.cash * by,
            perpetual: self.perpetual * by,
            futures: self.futures.map(|units| units * by),
            legs: legs.collect(),
        }
    }

    fn sum(&self, expiry: usize, of: impl Fn(&Leg) -> i128) -> Cash {
        let legs = self.legs.iter().filter(|leg| leg.expiry == expiry);
        Cash(legs.map(|leg| leg.units * of(leg)).sum())
    }

    fn value(&self) -> i128 {
        (0..EXPIRIES).map(|expiry| self.sum(expiry, |leg| leg.value).0).sum()
    }

    fn equity(&self) -> Cash {
        Cash(self.cash + self.value())
    }
}

/// What surrounds a portfolio.
#[derive(Clone, Debug)]
struct Setting {
    factors: [DiscountFactors; EXPIRIES],
    years: [i128; EXPIRIES],
    regime: Regime,
    ramp: u32,
    age: u64,
    stable: u32,
}

fn book(units: i128) -> LinearBook {
    let mut book = LinearBook::default();
    book.add(Size(units * WAD), INDEX).unwrap();
    book
}

fn fill(scenarios: &mut Scenarios, portfolio: &Portfolio, setting: &Setting) {
    scenarios.add_linear(&book(portfolio.perpetual)).unwrap();
    scenarios.add_dollars(book(portfolio.perpetual).value_floor).unwrap();
    for expiry in 0..EXPIRIES {
        let rows: Vec<_> =
            (0..VALUES).map(|row| portfolio.sum(expiry, |leg| leg.rows[row])).collect();
        let value = portfolio.sum(expiry, |leg| leg.value);
        let values = ExpiryValues { value, rows: &rows };
        scenarios.add_options(&values, setting.factors[expiry]).unwrap();
        let futures = book(portfolio.futures[expiry]);
        scenarios.add_linear(&futures).unwrap();
        scenarios.add_roll(futures.gross_ceil).unwrap();
        scenarios.add_dollars(futures.value_floor).unwrap();
        let [up, down] = [0, 1].map(|way| portfolio.sum(expiry, |leg| leg.moved[way]));
        let years = Ratio(setting.years[expiry]);
        scenarios.add_basis(&Basis { value, up, down, futures, years }).unwrap();
    }
    for leg in &portfolio.legs {
        let (size, value) = (Size(leg.units * WAD), Cash(leg.units * leg.value));
        scenarios.add_option_dollars(size, Cash(leg.units * leg.dollars), value).unwrap();
    }
}

fn addons(portfolio: &Portfolio) -> Requirement {
    let gross = portfolio.futures.iter().map(|units| units.abs()).sum::<i128>();
    let (perpetual, gross) = (Size(portfolio.perpetual * WAD), Size(gross * WAD));
    let mut sum = linear_addon_ceil(perpetual, gross, INDEX, OURS.addons.linear).unwrap();
    for expiry in 0..EXPIRIES {
        let legs = portfolio.legs.iter().filter(|leg| leg.expiry == expiry);
        let mut legs: Vec<_> = legs.map(|leg| (Price(leg.strike), Size(leg.units * WAD))).collect();
        legs.sort();
        let strikes = strike_addons_ceil(legs, INDEX, OURS.addons.strike).unwrap();
        sum = sum.checked_add(strikes).unwrap();
    }
    sum
}

fn balances_of(model: &Model, portfolio: &Portfolio, setting: &Setting) -> Balances {
    let mut memory = [Cash::ZERO; 64];
    let mut scenarios = Scenarios::new(model, &mut memory).unwrap();
    fill(&mut scenarios, portfolio, setting);
    let losses = scenarios.losses(setting.regime).unwrap();
    let (ramp, stable) = (Ratio::millionths(setting.ramp), Ratio::millionths(setting.stable));
    let latency = latency_ceil(setting.age);
    let multipliers = model.multipliers_ceil(setting.regime, ramp, latency, stable).unwrap();
    let losses = losses.balances_floor(multipliers).unwrap();
    let equity = Balances::both(portfolio.equity());
    portfolio_balances(equity, losses, addons(portfolio), Requirement::default()).unwrap()
}

fn balances(portfolio: &Portfolio, setting: &Setting) -> Balances {
    balances_of(&OURS, portfolio, setting)
}

fn unit_value() -> impl Strategy<Value = i128> {
    (0..200 * WAD, 0u32..70).prop_map(|(value, shift)| value >> shift)
}

fn leg(units: std::ops::Range<i128>) -> impl Strategy<Value = Leg> {
    let values = (unit_value(), vec(unit_value(), VALUES), [unit_value(), unit_value()]);
    let place = (0..EXPIRIES, (80i128..120).prop_map(|strike| strike / 5 * 5 * WAD));
    (place, units, values, -100 * WAD..100 * WAD).prop_map(
        |((expiry, strike), units, (value, rows, moved), dollars)| Leg {
            expiry,
            strike,
            units,
            value,
            rows,
            moved,
            dollars,
        },
    )
}

fn portfolio() -> impl Strategy<Value = Portfolio> {
    let cash = -1_000 * WAD..1_000 * WAD;
    (cash, -10i128..10, [-10i128..10, -10i128..10], vec(leg(-10..10), 0..4))
        .prop_map(|(cash, perpetual, futures, legs)| Portfolio { cash, perpetual, futures, legs })
}

fn factors() -> impl Strategy<Value = DiscountFactors> {
    (0..=WAD, WAD..2 * WAD)
        .prop_map(|(gain, loss)| DiscountFactors { gain: Ratio(gain), loss: Ratio(loss) })
}

fn setting() -> impl Strategy<Value = Setting> {
    let years = [0..3 * WAD, 0..3 * WAD];
    let regime = prop_oneof![
        Just(Regime::Calm),
        Just(Regime::Normal),
        Just(Regime::Elevated),
        Just(Regime::Crisis),
    ];
    let around = (1_000_000u32..1_100_000, 0u64..200_000, 900_000u32..1_010_000);
    ([factors(), factors()], years, regime, around).prop_map(
        |(factors, years, regime, (ramp, age, stable))| Setting {
            factors,
            years,
            regime,
            ramp,
            age,
            stable,
        },
    )
}

fn searched(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(0x9051), ..ProptestConfig::default() }
}

/// Units of rounding that two ways to the same sum may differ by.
const DUST: i128 = 200;

proptest! {
    #![proptest_config(searched(20_000))]

    #[test]
    fn initial_is_at_most_maintenance_and_that_at_most_equity(
        portfolio in portfolio(), setting in setting(),
    ) {
        let found = balances(&portfolio, &setting);
        prop_assert!(found.initial <= found.maintenance);
        prop_assert!(found.maintenance <= portfolio.equity());
    }

    #[test]
    fn balances_of_a_multiple_are_the_multiple_of_balances(
        portfolio in portfolio(), setting in setting(), by in 2i128..100,
    ) {
        let (one, many) = (balances(&portfolio, &setting), balances(&portfolio.scaled(by), &setting));
        prop_assert!((many.initial.0 - by * one.initial.0).abs() <= by * DUST);
        prop_assert!((many.maintenance.0 - by * one.maintenance.0).abs() <= by * DUST);
    }

    #[test]
    fn joined_portfolios_have_at_least_the_sum_of_balances(
        a in portfolio(), b in portfolio(), setting in setting(),
    ) {
        let whole = balances(&a.joined(&b), &setting);
        let (a, b) = (balances(&a, &setting), balances(&b, &setting));
        prop_assert!(whole.initial.0 + DUST >= a.initial.0 + b.initial.0);
        prop_assert!(whole.maintenance.0 + DUST >= a.maintenance.0 + b.maintenance.0);
    }

    #[test]
    fn adding_a_free_long_option_never_lowers_balances(
        portfolio in portfolio(), added in leg(1..10), setting in setting(),
    ) {
        let gift = Portfolio { legs: vec![added], ..Portfolio::default() };
        let (before, after) = (
            balances(&portfolio, &setting),
            balances(&portfolio.joined(&gift), &setting),
        );
        prop_assert!(after.maintenance.0 + DUST >= before.maintenance.0);
        // Initial margin where neither the quote coin nor the age of the price multiplies it.
        let plain = Setting { age: 0, stable: 1_000_000, ..setting };
        let (before, after) =
            (balances(&portfolio, &plain), balances(&portfolio.joined(&gift), &plain));
        prop_assert!(after.initial.0 + DUST >= before.initial.0);
    }

    #[test]
    fn long_options_that_are_paid_for_need_nothing(
        legs in vec(leg(0..10), 0..4), setting in setting(),
    ) {
        let portfolio = Portfolio { legs, ..Portfolio::default() };
        prop_assert!(balances(&portfolio, &setting).maintenance.0 >= -DUST);
        let plain = Setting { age: 0, stable: 1_000_000, ..setting };
        prop_assert!(balances(&portfolio, &plain).initial.0 >= -DUST);
    }

    #[test]
    fn balances_never_rise_when_regime_age_or_quote_coin_worsen(
        portfolio in portfolio(), setting in setting(), more in 0u64..100_000, less in 0u32..50_000,
    ) {
        let base = balances(&portfolio, &setting);
        let worse_regime = match setting.regime {
            Regime::Calm => Regime::Normal,
            Regime::Normal => Regime::Elevated,
            _ => Regime::Crisis,
        };
        let worse = [
            Setting { regime: worse_regime, ..setting.clone() },
            Setting { ramp: setting.ramp + less, ..setting.clone() },
            Setting { age: setting.age + more, ..setting.clone() },
            Setting { stable: setting.stable - less, ..setting.clone() },
        ];
        for setting in worse {
            let found = balances(&portfolio, &setting);
            prop_assert!(found.initial <= base.initial && found.maintenance <= base.maintenance);
        }
    }

    #[test]
    fn contributions_of_legs_sum_to_at_most_what_the_expiry_adds(
        legs in vec(leg(-10..10), 0..6), factors in factors(), weight in 0..=WAD, row in 0..VALUES,
    ) {
        let portfolio = Portfolio { legs, ..Portfolio::default() };
        let legs = portfolio.legs.iter().map(|leg| Leg { expiry: 0, ..leg.clone() });
        let portfolio = Portfolio { legs: legs.collect(), ..Portfolio::default() };
        let shocked = portfolio.sum(0, |leg| leg.rows[row]);
        let shock = LegShock { weight: Ratio(weight), factor: factors.of(shocked) };
        let part = |leg: &Leg| {
            let (shocked, value) = (Cash(leg.units * leg.rows[row]), Cash(leg.units * leg.value));
            shock.contribution_floor(shocked, value).unwrap().0
        };
        let sum = portfolio.legs.iter().map(part).sum::<i128>();
        let change = exact(shocked.0) * exact(shock.factor.0) - exact(portfolio.value());
        assert_below(sum, &(change * exact(weight)), 3 * portfolio.legs.len() as i128);
    }

    #[test]
    fn discounts_are_the_naive_ones_against_the_account(
        rate in -WAD..WAD, years in 0..3 * WAD, of_gain in 0..=WAD, of_loss in WAD..2 * WAD,
        of_rate in WAD..2 * WAD, value in -1_000 * WAD..1_000 * WAD,
    ) {
        let rules = OURS.discount;
        let exponents = rules.exponents_ceil(Ratio(rate), Ratio(years)).unwrap();
        let counted = exact(rate.max(0));
        let of = |part: Ratio| (&counted * exact(part.0) + exact(rules.spread.0)) * exact(years);
        assert_above(exponents.gain.0, &of(rules.gain_rate), 4);
        assert_above(exponents.loss.0, &of(rules.loss_rate), 4);
        assert_above(exponents.rate.0, &(counted * exact(years)), 0);
        let factors = rules.factors(Ratio(of_gain), Ratio(of_loss), Ratio(of_rate)).unwrap();
        assert_below(factors.gain.0, &(exact(rules.gain.0) * exact(of_gain)), 0);
        let loss = (exact(rules.loss.0) * exact(of_loss)).min(exact(of_rate));
        assert_above(factors.loss.0, &loss, 0);
        let factor = if value < 0 { factors.loss } else { factors.gain };
        let counted = factors.counted_floor(Cash(value)).unwrap();
        assert_below(counted.0, &(exact(value) * exact(factor.0)), 0);
    }

    #[test]
    fn shocks_are_the_naive_ones_and_never_too_small(
        volatility in 0..5 * WAD, multiplier in 0..4 * WAD, years in 0..9 * WAD,
        moneyness in -5 * WAD..5 * WAD,
    ) {
        let rules = OURS.volatility;
        let up = rules.up_ceil(Ratio(volatility), Ratio(multiplier)).unwrap();
        let part = |rule: Ratio| exact(rule.0) * exact(multiplier);
        let risen = exact(volatility) * (exact(WAD) + part(rules.up));
        assert_above(up.0, &risen.max(exact(rules.least_up.0)), 6);
        let down = rules.down_floor(Ratio(volatility), Ratio(multiplier)).unwrap();
        let fallen = exact(volatility) * (exact(WAD) - part(rules.down)).max(BigRational::zero());
        assert_below(down.0, &fallen, 6);
        let skew = OURS.skew.at(Ratio(years)).unwrap();
        let root = exact(ballast_math::fixed::sqrt_floor(years).unwrap());
        let cap = exact(OURS.skew.most.0) - exact(OURS.skew.slope.0) * &root;
        assert_above(skew.cap.0, &cap.max(BigRational::zero()), 0);
        let width = (root * exact(OURS.skew.width.0)).max(exact(OURS.skew.least_width.0));
        assert_below(skew.width.0, &width, 0);
        let share = exact(moneyness) * exact(skew.cap.0) / exact(skew.width.0);
        let share = share.min(exact(skew.cap.0)).max(-exact(skew.cap.0));
        for (is_plus, share) in [(true, share.clone()), (false, -share)] {
            let tilted = skew.tilted_floor(Ratio(volatility), Ratio(moneyness), is_plus).unwrap();
            let naive = exact(volatility) * (exact(WAD) + share);
            // The share is floored before its sign: by a unit of the width's quotient, at most 102.
            let off = tilted.0 - rational::floor(&naive);
            prop_assert!(off.abs() <= 600, "{}", off);
        }
    }

    #[test]
    fn multipliers_and_losses_are_the_naive_ones(
        setting in setting(), worst in 0..1_000 * WAD, more in 0..1_000 * WAD, inner in 0..1_000 * WAD,
    ) {
        let latency = latency_ceil(setting.age);
        let (ramp, stable) = (Ratio::millionths(setting.ramp), Ratio::millionths(setting.stable));
        let found = OURS.multipliers_ceil(setting.regime, ramp, latency, stable).unwrap();
        let depeg = exact(WAD + 4 * (WAD / 100 * 99 - stable.0).max(0));
        let regime = exact(setting.regime.portfolio_factor().0);
        assert_above(found.initial.0, &(depeg * regime * exact(latency.initial.0)), 3);
        let maintenance = exact(OURS.maintenance_share.0) * exact(ramp.0);
        let maintenance = maintenance * exact(latency.maintenance.0);
        assert_above(found.maintenance.0, &maintenance, 3);
        let losses = Losses {
            worst: Cash(-worst),
            stressed: Cash(-worst - more),
            inner: Cash(-inner),
            ..Losses::default()
        };
        let balances = losses.balances_floor(found).unwrap();
        let naive = (exact(-worst) * exact(found.maintenance.0)).min(exact(-inner));
        assert_below(balances.maintenance.0, &naive, 0);
        let stressed = exact(-worst - more) * exact(found.initial.0);
        assert_below(balances.initial.0, &stressed.min(exact(balances.maintenance.0)), 0);
    }

    #[test]
    fn linear_addons_are_of_the_larger_side_from_above(
        perpetual in -100 * WAD..100 * WAD, gross in 0..100 * WAD, index in 0..1_000 * WAD,
    ) {
        let rates = OURS.addons.linear;
        let found =
            linear_addon_ceil(Size(perpetual), Size(gross), Price(index), rates).unwrap();
        let notional = exact(perpetual.abs().max(gross)) * exact(index);
        assert_above(found.maintenance.0, &(&notional * exact(rates.maintenance.0)), 1);
        let both = notional * exact(rates.maintenance.0 + rates.initial.0);
        assert_above(found.initial.0, &both, 2);
    }

    #[test]
    fn strike_addons_are_those_of_net_shorts(legs in vec((0i128..6, -50i128..50), 0..12)) {
        let mut sorted: Vec<_> =
            legs.iter().map(|(strike, units)| (Price(*strike), Size(units * WAD))).collect();
        sorted.sort();
        let rates = Rates { initial: Ratio::ONE, maintenance: Ratio::ONE };
        let found = strike_addons_ceil(sorted, Price(WAD), rates).unwrap();
        let net = |at: i128| legs.iter().filter(|leg| leg.0 == at).map(|leg| leg.1).sum::<i128>();
        let short: i128 = (0..6).map(|strike| (-net(strike)).max(0)).sum();
        prop_assert_eq!((found.maintenance, found.initial), (Cash(short * WAD), Cash(2 * short * WAD)));
    }
}

proptest! {
    #![proptest_config(searched(2_000))]

    #[test]
    fn rows_are_the_naive_ones_from_below(portfolio in portfolio(), setting in setting()) {
        let mut memory = [Cash::ZERO; 64];
        let mut scenarios = Scenarios::new(&OURS, &mut memory).unwrap();
        fill(&mut scenarios, &portfolio, &setting);
        for (naive, (_, found)) in naive_rows(&portfolio, &setting).iter().zip(scenarios.rows()) {
            assert_below(found.unwrap().0, naive, 10);
        }
    }
}

/// The rows as fractions, in the order of the model.
fn naive_rows(portfolio: &Portfolio, setting: &Setting) -> Vec<BigRational> {
    let futures: i128 = portfolio.futures.iter().sum();
    let gross: i128 = portfolio.futures.iter().map(|units| units.abs()).sum();
    let roll = exact(gross * INDEX.0) * exact(OURS.roll.0);
    let mut next = [0; EXPIRIES];
    let mut change = |expiry: usize| {
        let value = exact(portfolio.sum(expiry, |leg| leg.rows[next[expiry]]).0);
        next[expiry] += 1;
        let factors = setting.factors[expiry];
        let factor = if value < BigRational::zero() { factors.loss } else { factors.gain };
        value * exact(factor.0) - exact(portfolio.sum(expiry, |leg| leg.value).0)
    };
    let mut rows = Vec::new();
    for row in OURS.rows {
        let linear = exact((portfolio.perpetual + futures) * INDEX.0);
        let mut sum = linear * exact(row.spot.0 - WAD);
        for expiry in 0..EXPIRIES {
            let first = change(expiry);
            sum += if row.shock.is_skew() { first.min(change(expiry)) } else { first };
        }
        let roll = if row.shock.is_skew() { BigRational::zero() } else { roll.clone() };
        rows.push(sum * exact(row.weight.0) - roll);
    }
    rows
}

#[test]
fn scenarios_without_memory_or_values_are_refused() {
    let mut short = [Cash::ZERO; 52];
    assert_eq!(Scenarios::new(&OURS, &mut short).err(), Some(MathError::OutOfDomain));
    let mut memory = [Cash::ZERO; 64];
    let mut scenarios = Scenarios::new(&OURS, &mut memory).unwrap();
    let few = ExpiryValues { value: Cash::ZERO, rows: &[Cash::ZERO; 54] };
    let plain = DiscountFactors { gain: Ratio::ONE, loss: Ratio::ONE };
    assert_eq!(scenarios.add_options(&few, plain), Err(MathError::OutOfDomain));
}

#[test]
fn empty_account_has_nothing_and_needs_nothing() {
    let setting = Setting {
        factors: [DiscountFactors { gain: Ratio::ONE, loss: Ratio::ONE }; EXPIRIES],
        years: [0; EXPIRIES],
        regime: Regime::Crisis,
        ramp: 1_100_000,
        age: u64::MAX,
        stable: 0,
    };
    let empty = Portfolio::default();
    assert_eq!(balances(&empty, &setting), Balances::default());
    // The reference set has fewer rows; it takes the first values of each expiry.
    assert_eq!(balances_of(&REFERENCE, &empty, &setting), Balances::default());
    assert_eq!(REFERENCE.skew_rule, SkewRule::MinusMagnitude);
}
