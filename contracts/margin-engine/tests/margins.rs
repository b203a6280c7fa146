//! What portfolios must hold: worked figures, then laws searched at random.

mod chain;

use ballast_layout::parameters::MarketRecord;
use ballast_layout::MarketWord;
use ballast_math::risk::premium::PARTS;
use chain::market_words::collateral;
use chain::{
    call, chain, major, market_word, perpetual, prices, refused, schedule, set_of, set_with, ETHER,
    NOW, WAD,
};
use contract_abi::generated::margin_engine::{
    calls, errors, Assessment, MarketView, Mode, Portfolio,
};
use contract_abi::generated::oracle_adapter::{Doubt, Grade, Spot};
use contract_abi::Word;

const PRICE: i128 = 2_000;

fn house() {
    chain();
    schedule(&set_of(&[1, 2]), 0).unwrap();
}

/// The assessment of a portfolio with this many whole units in market 1, without open interest.
fn units(sizes: &[i128]) -> Assessment {
    let legs: Vec<_> = sizes.iter().map(|size| perpetual(1, size * WAD)).collect();
    assessed(0, &legs, &[], &[market_word(1, 0)]).unwrap()
}

fn assessed(
    cash: i128,
    legs: &[Word],
    collateral: &[Word],
    markets: &[Word],
) -> Result<Assessment, Vec<u8>> {
    let (leg_count, collateral_count) = (legs.len() as u32, collateral.len() as u32);
    let portfolio =
        Portfolio { account: [1; 32], mode: Mode::Cross, cash, leg_count, collateral_count };
    let answer = call(|to| calls::assess(to, 0, &[portfolio], legs, collateral, markets))?;
    Ok(answer.0[0])
}

fn view(word: Word) -> MarketView {
    call(|to| calls::assess(to, 0, &[], &[], &[], &[word])).unwrap().1[0]
}

fn margins(assessment: Assessment) -> (i128, i128) {
    (assessment.initial_margin, assessment.maintenance_margin)
}

fn priced(price: i128, age: u64) {
    let published_at = NOW - age;
    prices(move |_| Spot { price, published_at, grade: Grade::Good, doubt: Doubt::None });
}

#[test]
fn position_below_the_size_scale_holds_its_rates() {
    house();
    for side in [-10, 10] {
        let assessment = units(&[side]);
        assert_eq!(margins(assessment), (1_000 * WAD, 600 * WAD));
        assert_eq!(assessment.equity, side * PRICE * WAD);
    }
}

#[test]
fn position_of_four_million_holds_a_fifth_more() {
    house();
    let notional = 4_000_000 * WAD;
    let rate = |percent: i128| notional / 100 * percent / 10 * 12;
    assert_eq!(margins(units(&[2_000])), (rate(5), rate(3)));
}

#[test]
fn initial_rate_rises_to_one_with_open_interest() {
    house();
    let rate = |open_interest: u128| {
        let view = view(market_word(1, open_interest * WAD as u128));
        (view.initial_rate, view.maintenance_rate)
    };
    let maintenance = WAD / 100 * 3;
    assert_eq!(rate(0), (WAD / 20, maintenance));
    assert_eq!(rate(5_000), (WAD / 20, maintenance));
    assert_eq!(rate(7_500), (WAD / 1_000 * 525, maintenance));
    assert_eq!(rate(10_000), (WAD, maintenance));
    assert_eq!(rate(1_000_000), (WAD, maintenance));
    let leg = [perpetual(1, 10 * WAD)];
    let crowded = assessed(0, &leg, &[], &[market_word(1, 10_000 * WAD as u128)]).unwrap();
    assert_eq!(margins(crowded), (20_000 * WAD, 600 * WAD));
}

#[test]
fn age_of_the_price_raises_initial_and_caps_maintenance_margin() {
    house();
    let near = |value: i128, figure: i128| (value - figure).abs() <= WAD / 10_000_000 * 1_000;
    for (age, latency) in [(0, 10_000_000_000), (360, 10_017_346_067), (3_660, 10_206_207_262)] {
        priced(PRICE * WAD, age);
        let (initial, maintenance) = margins(units(&[10]));
        assert!(near(initial, 1_000 * latency * (WAD / 10_000_000_000)), "{age} {initial}");
        assert!(near(maintenance, 600 * latency * (WAD / 10_000_000_000)), "{age} {maintenance}");
    }
    priced(PRICE * WAD, 86_460);
    let (initial, maintenance) = margins(units(&[10]));
    assert!(initial > 1_414 * WAD && initial < 1_415 * WAD);
    assert_eq!(maintenance, 630 * WAD);
}

#[test]
fn opposite_legs_hold_the_spread() {
    house();
    assert_eq!(margins(units(&[10, -10])), (300 * WAD, 200 * WAD));
    // N = 10,000 and (G − N)/2 = 10,000.
    assert_eq!(margins(units(&[10, -5])), (500 * WAD + 150 * WAD, 300 * WAD + 100 * WAD));
}

#[test]
fn initial_margin_is_bounded_by_leverage() {
    chain();
    let free = MarketRecord { spread_initial: 0, spread_maintenance: 0, ..major(1) };
    schedule(&set_with(&[free]), 0).unwrap();
    assert_eq!(margins(units(&[100, -100])), (2_000 * WAD, 20 * WAD));
}

#[test]
fn smallest_position_holds_the_minimum() {
    house();
    let leg = [perpetual(1, 1)];
    let assessment = assessed(0, &leg, &[], &[market_word(1, 0)]).unwrap();
    assert_eq!(margins(assessment), (30 * WAD, 20 * WAD));
    let none = assessed(0, &[], &[collateral(1, 0)], &[]).unwrap();
    assert_eq!(margins(none), (0, 0));
}

#[test]
fn collateral_counts_in_full_and_requires_its_haircuts() {
    house();
    let assessment = assessed(7, &[], &[collateral(1, 10 * WAD)], &[]).unwrap();
    assert_eq!(assessment.equity, 20_000 * WAD + 7);
    assert_eq!(margins(assessment), (3_000 * WAD, 2_000 * WAD));
    let owed = assessed(0, &[], &[collateral(1, -WAD)], &[]).unwrap();
    assert_eq!((owed.equity, margins(owed)), (-2_000 * WAD, (0, 0)));
}

/// Ten units must hold 600, collateral a tenth of its value.
#[test]
fn collateral_at_an_outdated_price_counts_as_doubtful_unless_it_decides() {
    house();
    let rows = [
        // Short of 600 by 100, and a grain would not do.
        (2_000, -19_500, 1, Grade::Doubtful),
        // 520 of 602, 540 at twice the price.
        (2_000, -19_500, WAD / 100, Grade::Doubtful),
        // 580 of 608, 660 at twice the price.
        (2_000, -19_500, WAD / 25, Grade::Outdated),
        (2_000, -19_000, 1, Grade::Outdated),
        (0, -19_500, 1_000 * WAD, Grade::Doubtful),
        (2_000, -19_000, 0, Grade::Doubtful),
    ];
    for (price, cash, amount, expected) in rows {
        prices(move |underlying| match underlying {
            ETHER => Spot {
                price: price * WAD,
                grade: Grade::Outdated,
                doubt: Doubt::Reverted,
                ..Spot::default()
            },
            _ => Spot {
                price: 2_000 * WAD,
                published_at: NOW,
                grade: Grade::Good,
                ..Spot::default()
            },
        });
        let leg = [perpetual(1, 10 * WAD)];
        let assessment =
            assessed(cash * WAD, &leg, &[collateral(1, amount)], &[market_word(1, 0)]).unwrap();
        assert_eq!((assessment.grade, assessment.doubt), (expected, Doubt::Reverted), "{amount}");
    }
}

#[test]
fn mark_follows_the_premium_average_as_it_decays() {
    house();
    let word = |second: u64| {
        let premium_at = second * PARTS;
        let premium_average = 1_000_000_000_000_000;
        MarketWord { underlying: 1, premium_average, premium_at, long_size: 0 }.pack().unwrap()
    };
    let now = view(word(NOW));
    assert_eq!((now.index_price, now.mark_price), (2_000 * WAD, 2_002 * WAD));
    assert_eq!(now.premium, WAD / 1_000);
    let later = view(word(NOW - 3_600));
    assert_eq!(later.premium, 367_879_441_171_442);
    let leg = [perpetual(1, 10 * WAD)];
    let assessment = assessed(0, &leg, &[], &[word(NOW)]).unwrap();
    assert_eq!(assessment.equity, 20_020 * WAD);
    assert_eq!(margins(assessment), (1_001 * WAD, 600 * WAD + WAD / 10 * 6));
}

#[test]
fn markets_add() {
    house();
    let legs = [perpetual(1, 10 * WAD), perpetual(2, -10 * WAD)];
    let markets = [market_word(2, 0), market_word(1, 0)];
    let assessment = assessed(5 * WAD, &legs, &[], &markets).unwrap();
    assert_eq!(assessment.equity, 5 * WAD);
    assert_eq!(margins(assessment), (2_000 * WAD, 1_200 * WAD));
}

#[test]
fn position_without_a_price_holds_the_minimum_without_a_grade() {
    house();
    prices(|_| Spot { doubt: Doubt::NoFeed, ..Spot::default() });
    let assessment = units(&[10]);
    assert_eq!((assessment.grade, assessment.equity), (Grade::None, 0));
    assert_eq!(margins(assessment), (30 * WAD, 20 * WAD));
}

#[test]
fn numbers_beyond_the_range_overflow() {
    house();
    let overflow = || refused(errors::overflow());
    let market = [market_word(1, 0)];
    for size in [i128::MAX, i128::MIN, i128::MAX / 1_000] {
        assert_eq!(assessed(0, &[perpetual(1, size)], &[], &market), overflow());
        assert_eq!(assessed(0, &[], &[collateral(1, size)], &market), overflow());
    }
    let leg = [perpetual(1, WAD)];
    assert_eq!(assessed(i128::MAX, &leg, &[], &market), overflow());
    assert_eq!(assessed(0, &leg, &[], &[market_word(1, u128::MAX)]), overflow());
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// A size from a thousandth of a unit to ten thousand units, either side.
    fn size(&mut self) -> i128 {
        let magnitude = i128::from(self.below(9_999) + 1) * 10_i128.pow(15 + self.below(4) as u32);
        if self.below(2) == 0 {
            magnitude
        } else {
            -magnitude
        }
    }

    fn legs(&mut self) -> Vec<(u16, i128)> {
        let count = self.below(5);
        (0..count).map(|_| (1 + self.below(2) as u16, self.size())).collect()
    }
}

fn words(legs: &[(u16, i128)]) -> Vec<Word> {
    legs.iter().map(|(underlying, size)| perpetual(*underlying, *size)).collect()
}

/// ENG-1.
#[test]
fn initial_margin_of_any_portfolio_is_at_least_its_maintenance_margin() {
    house();
    let mut random = Random(11);
    for _ in 0..2_000 {
        priced(1 + i128::from(random.below(1 << 30)) * (WAD / 10_000), random.below(200_000));
        let legs = words(&random.legs());
        let collateral = [collateral(1, random.size())];
        let open_interest = u128::from(random.below(15_000)) * WAD as u128;
        let markets = [market_word(1, open_interest), market_word(2, 0)];
        let assessment = assessed(0, &legs, &collateral, &markets).unwrap();
        assert!(assessment.initial_margin >= assessment.maintenance_margin, "{legs:?}");
        assert!(assessment.maintenance_margin >= 0);
    }
}

#[test]
fn margins_never_fall_when_the_net_position_of_a_market_grows() {
    house();
    let mut random = Random(5);
    let markets = [market_word(1, 0), market_word(2, 0)];
    for _ in 0..1_000 {
        let mut legs = random.legs();
        let net: i128 = legs.iter().filter(|leg| leg.0 == 1).map(|leg| leg.1).sum();
        let before = assessed(0, &words(&legs), &[], &markets).unwrap();
        let more = random.size().abs();
        legs.push((1, if net < 0 { -more } else { more }));
        let after = assessed(0, &words(&legs), &[], &markets).unwrap();
        assert!(after.initial_margin >= before.initial_margin, "{legs:?}");
        assert!(after.maintenance_margin >= before.maintenance_margin, "{legs:?}");
    }
}

#[test]
fn margins_never_fall_as_the_price_ages_or_open_interest_grows() {
    house();
    let mut random = Random(3);
    for _ in 0..300 {
        let legs = words(&random.legs());
        let mut last = (0, 0);
        for step in 0..6 {
            priced(PRICE * WAD, step * 7_000);
            let markets =
                [market_word(1, u128::from(step) * 2_000 * WAD as u128), market_word(2, 0)];
            let next = margins(assessed(0, &legs, &[], &markets).unwrap());
            assert!(next.0 >= last.0 && next.1 >= last.1);
            last = next;
        }
    }
}
