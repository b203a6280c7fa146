//! Laws of the pass over a portfolio, by random search, from market data to balances; and each of its values
//! against the formula in double precision.

mod floating;

use ballast_math::fixed::WAD;
use ballast_math::pricing::Kind;
use ballast_math::risk::portfolio::{
    Contribution, ExpiryMarket, Model, OURS, Pass, PassMemory, Position, REFERENCE, Scenario,
    SpotLegs, contributions, portfolio_balances, spot_contribution,
};
use ballast_math::risk::regime::Regime;
use ballast_math::risk::{Balances, Rates, Requirement};
use ballast_math::{Price, Ratio, Size};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const CASES: u32 = 20_000;
const REGIMES: [Regime; 4] = [Regime::Calm, Regime::Normal, Regime::Elevated, Regime::Crisis];
/// What roundings of a leg may be: 1e-12, a million units, on sizes of some ten and prices of some thousand.
const SLACK: i128 = 1_000_000;

#[derive(Clone, Debug)]
struct Expiry {
    market: ExpiryMarket,
    options: Vec<Position>,
    future: Size,
}

#[derive(Clone, Debug)]
struct Book {
    spot: SpotLegs,
    expiries: Vec<Expiry>,
}

/// What a pass says of a book in a regime, as numbers that can be compared.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    value: i128,
    worst_at: Scenario,
    balances: [i128; 2],
    greeks: [i128; 8],
}

fn multipliers(regime: Regime) -> Ratio {
    Ratio::millionths([1_000_000, 1_000_000, 1_050_000, 1_100_000][regime as usize])
}

fn found(model: &Model, book: &Book, regime: Regime) -> Found {
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(model, &mut memory).unwrap();
    pass.add_spot(&book.spot).unwrap();
    for Expiry { market, options, future } in &book.expiries {
        pass.add_expiry(market, options, *future).unwrap();
    }
    let losses = pass.losses(regime).unwrap();
    let share = multipliers(regime);
    let by = model.multipliers_ceil(regime, share, Rates::ONE, Ratio::ONE).unwrap();
    let losses_floor = losses.balances_floor(by).unwrap();
    let none = Requirement::default();
    let balances =
        portfolio_balances(Balances::both(pass.value()), losses_floor, none, none).unwrap();
    let of = *pass.greeks();
    let greeks = [
        of.delta.0,
        of.dollars.0,
        of.vega.0,
        of.theta.0,
        of.rho.0,
        of.vanna.0,
        of.volga.0,
        of.charm.0,
    ];
    let balances = [balances.initial.0, balances.maintenance.0];
    Found { value: pass.value().0, worst_at: losses.worst_at, balances, greeks }
}

fn normal(book: &Book) -> Found {
    found(&OURS, book, Regime::Normal)
}

impl Book {
    fn joined(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        joined.spot.perpetual.0 += other.spot.perpetual.0;
        joined.spot.collateral.0 += other.spot.collateral.0;
        for (to, from) in joined.expiries.iter_mut().zip(&other.expiries) {
            to.options.extend(&from.options);
            to.future.0 += from.future.0;
        }
        joined
    }

    fn options(&self) -> usize {
        self.expiries.iter().map(|expiry| expiry.options.len()).sum()
    }
}

fn option(sizes: core::ops::RangeInclusive<i128>) -> impl Strategy<Value = Position> {
    let kind = prop_oneof![Just(Kind::Call), Just(Kind::Put)];
    // Few strikes, so that some are equal and some at the forward.
    (kind, 10i128..=32, sizes, 100_000u32..1_600_000).prop_map(
        |(kind, strike, size, volatility)| {
            let (strike, size) = (Price(strike * 100 * WAD), Size(size * WAD / 4));
            Position { kind, strike, size, volatility: Ratio::millionths(volatility) }
        },
    )
}

fn market() -> impl Strategy<Value = ExpiryMarket> {
    let seconds = prop_oneof![60u64..1_800, 1_800u64..86_400, 86_400u64..3 * 31_536_000];
    (seconds, -20_000i128..100_000, 1_980i128..2_040).prop_map(|(seconds, rate, live)| {
        let gone = 1_800u64.saturating_sub(seconds);
        let fixed = Price(live * WAD / 1_800 * i128::from(gone));
        let rate = Ratio(rate * 1_000_000_000_000);
        ExpiryMarket { seconds, rate, live: Price(live * WAD), fixed }
    })
}

fn legs(
    sizes: core::ops::RangeInclusive<i128>,
    linear: i128,
) -> impl Strategy<Value = (SpotLegs, Vec<(Vec<Position>, Size)>)> {
    let expiry = (vec(option(sizes), 0..4), -linear..=linear);
    let spot = (-linear..=linear, 0..=linear);
    (spot, vec(expiry, 3)).prop_map(|((perpetual, collateral), expiries)| {
        let spot = SpotLegs {
            perpetual: Size(perpetual * WAD / 4),
            mark: Price(2_001 * WAD),
            collateral: Size(collateral * WAD / 4),
            collateral_price: Price(2_010 * WAD),
        };
        let futures = |(options, size)| (options, Size(size * WAD / 4));
        (spot, expiries.into_iter().map(futures).collect())
    })
}

fn book(
    markets: &[ExpiryMarket],
    (spot, expiries): (SpotLegs, Vec<(Vec<Position>, Size)>),
) -> Book {
    let expiry = |(market, (options, future)): (&ExpiryMarket, (Vec<Position>, Size))| Expiry {
        market: *market,
        options,
        future,
    };
    Book { spot, expiries: markets.iter().zip(expiries).map(expiry).collect() }
}

fn two_books() -> impl Strategy<Value = (Book, Book)> {
    (vec(market(), 1..=3), legs(-40..=40, 40), legs(-40..=40, 40))
        .prop_map(|(markets, one, other)| (book(&markets, one), book(&markets, other)))
}

fn one_book() -> impl Strategy<Value = Book> {
    (vec(market(), 1..=3), legs(-40..=40, 40)).prop_map(|(markets, legs)| book(&markets, legs))
}

/// A book, and options in the same expiries that are held long.
fn book_and_gift() -> impl Strategy<Value = (Book, Book)> {
    (vec(market(), 1..=3), legs(-40..=40, 40), legs(0..=40, 0))
        .prop_map(|(markets, one, gift)| (book(&markets, one), book(&markets, gift)))
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: CASES,
        rng_seed: RngSeed::Fixed(0x0b5e_55ed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[path = "pass_laws/twin.rs"]
mod twin;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn joining_books_never_hurts((one, other) in two_books(), place in 0usize..4) {
        let of = |book: &Book| found(&OURS, book, REGIMES[place]).balances;
        let (joined, one, other) = (of(&one.joined(&other)), of(&one), of(&other));
        for balance in 0..2 {
            prop_assert!(joined[balance] >= one[balance] + other[balance] - SLACK);
        }
    }

    #[test]
    fn gift_of_long_options_never_hurts((book, gift) in book_and_gift()) {
        let given = book.joined(&gift);
        for regime in REGIMES {
            let of = |book: &Book| found(&OURS, book, regime).balances;
            let (before, after) = (of(&book), of(&given));
            for balance in 0..2 {
                prop_assert!(after[balance] >= before[balance] - SLACK, "{regime:?}");
            }
        }
    }

    #[test]
    fn long_options_that_are_paid_for_have_no_negative_balance((_, gift) in book_and_gift()) {
        let [initial, maintenance] = normal(&gift).balances;
        prop_assert!(initial >= -SLACK && maintenance >= initial);
    }

    #[test]
    fn balances_are_ordered_and_never_rise_as_the_regime_worsens(book in one_book()) {
        let mut before = [i128::MAX; 2];
        for regime in REGIMES {
            let found = found(&OURS, &book, regime);
            let [initial, maintenance] = found.balances;
            prop_assert!(initial <= maintenance && maintenance <= found.value);
            prop_assert!(initial <= before[0] && maintenance <= before[1]);
            before = found.balances;
        }
    }

    #[test]
    fn order_of_legs_and_expiries_is_no_matter(book in one_book()) {
        let mut turned = book.clone();
        turned.expiries.reverse();
        turned.expiries.iter_mut().for_each(|expiry| expiry.options.reverse());
        let (found, turned) = (normal(&book), normal(&turned));
        prop_assert_eq!(found, turned);
    }

    #[test]
    fn leg_in_two_halves_is_the_leg(book in one_book()) {
        let mut halved = book.clone();
        for Expiry { options, .. } in &mut halved.expiries {
            options.iter_mut().for_each(|option| option.size.0 /= 2);
            options.extend_from_within(..);
        }
        let (whole, halves) = (normal(&book), normal(&halved));
        let pairs = whole.balances.iter().zip(halves.balances);
        for (whole, halves) in pairs.chain(whole.greeks.iter().zip(halves.greeks)) {
            prop_assert!((whole - halves).abs() <= SLACK, "{whole} {halves}");
        }
    }

    #[test]
    fn rows_of_a_regime_are_all_that_count_in_it(book in one_book(), place in 0usize..4) {
        let regime = REGIMES[place];
        let fewer = OURS.in_regime(regime);
        prop_assert_eq!(found(&fewer, &book, regime), found(&OURS, &book, regime));
    }

    #[test]
    fn contributions_sum_to_every_scenario(book in one_book(), row in 0usize..OURS.rows.len()) {
        for model in [&OURS, &REFERENCE] {
            for scenario in [Scenario::Row(row), Scenario::Basis, Scenario::DeltaFloor] {
                if let (Some(sum), Some(whole)) = (parts(model, &book, scenario), whole(model, &book, scenario)) {
                    let legs = i128::try_from(book.options()).unwrap() + 8;
                    prop_assert!((-legs..=3 * legs).contains(&(whole - sum)), "{scenario:?} {whole} {sum}");
                }
            }
        }
    }

    #[test]
    fn rows_and_greeks_are_those_of_the_formula(book in one_book()) {
        twin::assert_greeks(&book)?;
        for model in [&OURS, &REFERENCE] {
            twin::assert_rows(model, &book)?;
        }
    }
}

/// What the legs contribute to a scenario, summed; nothing if the model does not have it.
fn parts(model: &Model, book: &Book, scenario: Scenario) -> Option<i128> {
    let mut sum = spot_contribution(model, scenario, &book.spot).ok()?.0;
    for Expiry { market, options, future } in &book.expiries {
        let mut parts = vec![Contribution::default(); options.len()];
        sum += contributions(model, scenario, market, options, *future, &mut parts).ok()?.0;
        sum += parts.iter().map(|part| part.part.0).sum::<i128>();
    }
    Some(sum)
}

fn whole(model: &Model, book: &Book, scenario: Scenario) -> Option<i128> {
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(model, &mut memory).ok()?;
    pass.add_spot(&book.spot).ok()?;
    for Expiry { market, options, future } in &book.expiries {
        pass.add_expiry(market, options, *future).ok()?;
    }
    let scenarios = pass.scenarios();
    match scenario {
        Scenario::None => Some(0),
        Scenario::Row(row) => Some(scenarios.rows().nth(row)?.1.ok()?.0),
        Scenario::Basis => Some(scenarios.basis().0),
        Scenario::DeltaFloor => Some(scenarios.delta_floor().ok()?.0),
    }
}
