//! Figures computed by independent code in double precision, ten digits of which are good.

mod decimal;

use ballast_math::fixed::WAD;
use ballast_math::risk::debt::{interest_ceil, interest_rate_ceil, utilisation_ceil};
use ballast_math::risk::funding::{
    Funding, FundingRate, accrued_index, hourly_rate, rate_bound_floor,
};
use ballast_math::risk::latency::latency_ceil;
use ballast_math::risk::linear::{
    LinearBook, LinearRates, crowding_ceil, effective_rates_ceil, linear_requirement_ceil,
    size_factor_ceil,
};
use ballast_math::risk::liquidation::{
    buffered_balance_floor, capacity_left, capacity_used, keeper_reward,
};
use ballast_math::risk::liquidity::{concentration_ceil, daily_volatility_ceil, liquidity_ceil};
use ballast_math::risk::{Health, Rates};
use ballast_math::{Cash, Price, Ratio, Size};
use decimal::{assert_near, wad};

const UNIT: &str = "0.000000000000000002";
const TEN_DIGITS: &str = "0.0000000001";

fn cash(text: &str) -> Cash {
    Cash(wad(text))
}

fn rates(initial: &str, maintenance: &str) -> Rates {
    Rates { initial: Ratio(wad(initial)), maintenance: Ratio(wad(maintenance)) }
}

#[test]
fn standard_margin_of_the_mixed_book_gives_the_worked_balances() {
    let mut book = LinearBook::default();
    book.add(Size(-10 * WAD), Price(2_001 * WAD)).unwrap();
    book.add(Size(4 * WAD), Price(2_020 * WAD)).unwrap();
    let rates = LinearRates { outright: rates("0.05", "0.03"), spread: rates("0.015", "0.01") };
    let margin = linear_requirement_ceil(&book, &rates, Rates::ONE).unwrap();
    // The options of the book are valued elsewhere: −1871.3511956213 and −2671.3511956213.
    let balance = |options: &str, margin: Cash| wad("5000") + wad(options) - margin.0;
    assert_near(balance("-1871.3511956213", margin.maintenance), "2689.9488043787", UNIT);
    assert_near(balance("-2671.3511956213", margin.initial), "1610.9488043787", UNIT);
}

#[test]
fn size_factor_at_four_times_the_scale_is_one_and_a_fifth() {
    assert_eq!(size_factor_ceil(cash("4000000"), cash("1000000")), Ok(Ratio(wad("1.2"))));
}

#[test]
fn initial_rate_rises_with_open_interest_from_its_rate_to_one() {
    for (open_interest, expected) in [("100", "0.05"), ("150", "0.525"), ("200", "1")] {
        let at = |text| Size(wad(text));
        let crowding = crowding_ceil(at(open_interest), at("100"), at("200")).unwrap();
        let crowded =
            effective_rates_ceil(rates("0.05", "0.03"), Rates::ONE, Ratio::ONE, crowding).unwrap();
        assert_eq!(crowded.initial.0, wad(expected));
        assert_eq!(crowded.maintenance.0, wad("0.03"));
    }
}

#[test]
fn latency_at_ages_gives_the_worked_factors() {
    for (age, expected) in [(0, "1"), (360, "1.0017346067"), (3_660, "1.0206207262")] {
        assert_near(latency_ceil(age).initial.0, expected, TEN_DIGITS);
    }
    assert_eq!(latency_ceil(u64::MAX).maintenance.0, wad("1.05"));
}

#[test]
fn liquidity_and_concentration_of_sixteen_million_give_the_worked_terms() {
    let daily = daily_volatility_ceil(Ratio(wad("0.6"))).unwrap();
    let liquidity = liquidity_ceil(cash("16000000"), daily, cash("400000000")).unwrap();
    assert_near(liquidity.0, "100497.3931373211", "0.00000001");
    // 25% of the cap.
    let concentration = concentration_ceil(cash("16000000"), cash("64000000")).unwrap();
    assert_eq!(concentration, cash("3200000"));
}

#[test]
fn funding_of_premiums_gives_the_worked_rates_and_indices() {
    for (premium, rate, index) in [
        ("0.004", "0.0004375", "0.328125"),
        ("0.0003", "0.0000125", "0.009375"),
        ("-0.002", "-0.0001875", "-0.140625"),
        ("0.05", "0.004", "3"),
    ] {
        let bound = rate_bound_floor(rates("0.05", "0.03")).unwrap();
        assert_eq!(bound.0, wad("0.004"));
        let hourly = hourly_rate(Ratio(wad(premium)), bound).unwrap();
        assert_eq!(hourly.0, wad(rate), "premium {premium}");
        let stored = FundingRate::from_hourly(hourly, Price(wad("1500"))).unwrap();
        let paid = stored.over_floor(1_800).unwrap();
        // 47 bits of the rate: 1.4e-14 of the index.
        assert_near(paid.0, index, "0.00000000000005");
    }
}

#[test]
fn funding_of_a_silent_market_comes_down_to_the_interest_part() {
    // Half an hour: E = 1,350 s; a day: E = 1,800 s.
    for (premium, half_an_hour, day) in [
        ("0.004", "0.2484375", "0.76875"),
        ("0.0003", "0.009375", "0.45"),
        ("-0.002", "-0.103125", "0.3"),
        ("0.05", "2.25234375", "3.440625"),
    ] {
        let price = Price(wad("1500"));
        let funding = Funding::new(Ratio(wad(premium)), rates("0.05", "0.03"), price).unwrap();
        for (seconds, index) in [(1_800, half_an_hour), (86_400, day)] {
            let accrued = accrued_index(Price::ZERO, &funding, seconds).unwrap();
            assert_near(accrued.0, index, "0.00000000000005");
        }
    }
    // Margins so near that no interest may be paid.
    let none = Funding::new(Ratio::ZERO, rates("0.05", "0.05"), Price(wad("1500"))).unwrap();
    assert_eq!(accrued_index(Price::ZERO, &none, 86_400), Ok(Price::ZERO));
}

#[test]
fn interest_at_utilisations_gives_the_worked_rates() {
    for (owed, rate) in
        [("0", "0.02"), ("40", "0.06"), ("80", "0.1"), ("90", "0.4"), ("100", "0.7")]
    {
        let utilisation = utilisation_ceil(cash(owed), cash("100")).unwrap();
        assert_eq!(interest_rate_ceil(utilisation).0, wad(rate));
    }
    let year = interest_ceil(cash("100"), Ratio(wad("0.06")), 31_536_000).unwrap();
    assert_eq!(year, cash("6"));
}

#[test]
fn buffered_balance_of_the_auctioned_book_gives_the_worked_figure() {
    // MtM 1000 and a balance of −200: a requirement of 1200.
    let health = Health {
        equity: cash("1000"),
        initial_margin: cash("1500"),
        maintenance_margin: cash("1200"),
    };
    assert_eq!(buffered_balance_floor(&health), Ok(cash("-380")));
}

#[test]
fn keeper_reward_of_slices_gives_the_worked_payments() {
    let (mut closed, mut paid) = (Cash::ZERO, Cash::ZERO);
    for (slice, due) in [("500", "2"), ("1500", "0"), ("3000", "3"), ("50000", "50")] {
        closed = closed.checked_add(cash(slice)).unwrap();
        let reward = keeper_reward(closed, cash("200"), paid, cash("2")).unwrap();
        assert_eq!(reward, cash(due));
        paid = paid.checked_add(reward).unwrap();
    }
}

#[test]
fn capacity_of_asks_gives_the_worked_allowances() {
    let per_second = Size(100 * WAD / 30);
    let (mut used, mut last) = (Size::ZERO, 0);
    for (now, asked, allowed) in [
        (0, "80", "80"),
        (5, "50", "36.6666666667"),
        (10, "50", "16.6666666667"),
        (40, "200", "100"),
    ] {
        let left = capacity_left(used, per_second, now - last).unwrap();
        let taken = Size(wad(asked)).min(left);
        assert_near(taken.0, allowed, TEN_DIGITS);
        used = capacity_used(used, per_second, now - last).unwrap().0.checked_add(taken).unwrap();
        last = now;
    }
}
