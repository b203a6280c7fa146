//! The settlement window and volatility surfaces: worked examples, limits, arbitrage.

mod decimal;

use ballast_math::fixed::real::Real;
use ballast_math::pricing::svi::{Parameters, Refusal, Slice, Surface};
use ballast_math::pricing::{Expiry, Settlement, black_76};
use ballast_math::{Price, Ratio};
use decimal::{assert_near, wad};

const YEAR: i128 = 31_536_000;

fn price(text: &str) -> Price {
    Price(wad(text))
}

fn ratio(text: &str) -> Ratio {
    Ratio(wad(text))
}

#[test]
fn settlement_quotes_are_the_worked_ones() {
    // Seconds, fixed, live, forward, call, put, delta, gamma; σ 0.6, K 100.
    let rows = [
        (7_200, "0", "100", "100", "0.3301660382", "0.3301660382", "0.5016508302", "0.4820396644"),
        (1_800, "0", "100", "100", "0.1044079369", "0.1044079369", "0.5005220397", "1.5243550080"),
        (
            900,
            "50.2",
            "100",
            "100.2",
            "0.2005078266",
            "0.0005078266",
            "0.4923026710",
            "0.1044198988",
        ),
        (300, "83.4", "100.2", "100.1", "0.1", "0", "0.1666666650", "0.0000000356"),
    ];
    for (seconds, fixed, live, forward, call, put, delta, gamma) in rows {
        let settlement = Settlement::new(seconds, Ratio::ZERO, price(live), price(fixed)).unwrap();
        assert_near(settlement.forward.0, forward, "0.000000000000000001");
        let quote = settlement.quote(price("100"), ratio("0.6")).unwrap();
        assert_near(quote.call.price.0, call, "0.0000000001");
        assert_near(quote.put.price.0, put, "0.0000000001");
        assert_near(quote.call.delta.0, delta, "0.0000000001");
        if seconds != 300 {
            assert_near(quote.gamma_decimals(18).unwrap(), gamma, "0.0000000001");
        }
    }
}

#[test]
fn settlement_greeks_are_the_differences_of_its_prices() {
    let (strike, volatility) = (price("100"), ratio("0.6"));
    let quote = |seconds: u64, live: i128, volatility: i128| {
        let fixed = price("50.1");
        let settlement = Settlement::new(seconds, ratio("0.05"), Price(live), fixed).unwrap();
        settlement.quote(strike, Ratio(volatility)).unwrap()
    };
    let (live, volatility) = (wad("100"), volatility.0);
    let step = wad("0.0001");
    let at = quote(900, live, volatility);
    let (up, down) = (quote(900, live + step, volatility), quote(900, live - step, volatility));
    let slope = |up: i128, down: i128, step: i128| (up - down) * (wad("1") / 2) / step;
    let near = |a: i128, b: i128, what: &str| {
        assert!((a - b).abs() <= a.abs() / 100_000 + 10_000, "{what}: {a} {b}");
    };
    near(at.call.delta.0, slope(up.call.price.0, down.call.price.0, step), "delta");
    near(at.put.delta.0, slope(up.put.price.0, down.put.price.0, step), "put delta");
    let gamma = at.gamma_decimals(18).unwrap();
    near(gamma, slope(up.call.delta.0, down.call.delta.0, step), "gamma");
    near(at.vanna.0, slope(up.vega.0, down.vega.0, step), "vanna");
    let (up, down) = (quote(900, live, volatility + step), quote(900, live, volatility - step));
    near(at.vega.0, slope(up.call.price.0, down.call.price.0, step), "vega");
    near(at.volga.0, slope(up.vega.0, down.vega.0, step), "volga");
}

#[test]
fn settlement_is_continuous_where_the_window_begins() {
    let at = |seconds| {
        let settlement =
            Settlement::new(seconds, ratio("0.05"), price("100"), Price::ZERO).unwrap();
        settlement.quote(price("100"), ratio("0.6")).unwrap()
    };
    // A second moves T_v by a second; the forward by a part in 1,800, which F_fix would have made up for.
    let (before, after) = (at(1_801), at(1_800));
    assert!((before.call.price.0 - after.call.price.0).abs() < wad("0.0001"));
    let within =
        Settlement::new(1_799, ratio("0.05"), price("100"), Price(wad("100") / 1_800)).unwrap();
    let within = within.quote(price("100"), ratio("0.6")).unwrap();
    assert!((within.call.price.0 - after.call.price.0).abs() < wad("0.0001"));
    assert!((within.call.theta.0 - after.call.theta.0).abs() < after.call.theta.0.abs() / 500);
}

#[test]
fn settlement_at_expiry_is_the_payoff() {
    let settlement = Settlement::new(0, ratio("0.05"), price("97"), price("103")).unwrap();
    let quote = settlement.quote(price("100"), ratio("0.6")).unwrap();
    assert_eq!((quote.call.price, quote.put.price), (price("3"), Price::ZERO));
    assert_eq!(quote.call.delta, Ratio::ZERO);
    let nothing = Settlement::new(900, ratio("0.05"), Price::ZERO, price("50")).unwrap();
    let quote = nothing.quote(price("100"), ratio("0.6")).unwrap();
    assert!(quote.gamma.is_zero());
    assert_eq!(quote.put.delta, Ratio::ZERO);
}

fn smile() -> Parameters {
    Parameters {
        a: ratio("0.0013"),
        b: ratio("0.0504"),
        rho: ratio("-0.1"),
        m: ratio("-0.006"),
        s: ratio("0.153"),
        forward: price("95923"),
        variance_time: ratio("0.0443"),
    }
}

#[test]
fn volatility_of_a_surface_is_the_worked_one() {
    let surface = Surface::accepted(&smile()).unwrap();
    let of = |strike: &str| surface.volatility(price(strike)).unwrap();
    assert_near(of("100000").0, "0.4541284050", "0.0000000001");
    // Total variance is kept at the ends of k: w = σ²τ.
    let w = |strike: &str| {
        let sigma = of(strike).0;
        ballast_math::fixed::mul_floor(
            ballast_math::fixed::mul_floor(sigma, sigma).unwrap(),
            wad("0.0443"),
        )
        .unwrap()
    };
    assert_near(w("300000"), "0.0202693354", "0.0000000001");
    assert_near(w("20000"), "0.0235358419", "0.0000000001");
    assert_eq!(of("0"), of("20000"));
    // Run-down: at T_v = 0.03 the volatility is the same.
    let seconds = Real::from_integer(wad("0.03") as u128)
        .times(Real::new(1_000_000_000_000_000_000, 0).inverse());
    let expiry = Expiry::with_variance_time(946_080, seconds, Ratio::ZERO).unwrap();
    let quote = black_76(price("96000"), price("100000"), of("100000"), &expiry).unwrap();
    assert_near(quote.call.price.0, "1479.1353206403", "0.0000000001");
}

fn flat(days: i128, variance: &str) -> Slice {
    let time = Ratio(wad("1") * days * 86_400 / YEAR);
    let variance = ballast_math::fixed::mul_floor(wad(variance), time.0).unwrap();
    let parameters = Parameters {
        a: Ratio(variance),
        b: Ratio::ZERO,
        rho: Ratio::ZERO,
        m: Ratio::ZERO,
        s: ratio("0.1"),
        forward: price("100"),
        variance_time: time,
    };
    let remaining = Real::new(days as u64 * 86_400, 0).times(Real::new(YEAR as u64, 0).inverse());
    Slice::new(Surface::accepted(&parameters).unwrap(), remaining)
}

#[test]
fn calendar_of_a_near_expiry_too_high_is_refused_until_the_next_moves_too() {
    let (near, next) = (flat(7, "0.36"), flat(14, "0.36"));
    assert_eq!(near.is_below(&next), Ok(()));
    let near = flat(7, "0.81");
    assert!(matches!(near.is_below(&next), Err(Refusal::Calendar(_))));
    assert_eq!(near.is_below(&flat(14, "0.81")), Ok(()));
}

#[test]
fn parameters_with_arbitrage_are_refused_for_the_right_reason() {
    let refused = |change: fn(&mut Parameters)| {
        let mut parameters = smile();
        change(&mut parameters);
        Surface::accepted(&parameters).unwrap_err()
    };
    assert_eq!(refused(|p| p.s = Ratio::ZERO), Refusal::Domain);
    assert_eq!(refused(|p| p.rho = ratio("1")), Refusal::Domain);
    assert_eq!(refused(|p| p.b = ratio("-0.1")), Refusal::Domain);
    assert_eq!(refused(|p| p.variance_time = Ratio::ZERO), Refusal::Domain);
    assert_eq!(refused(|p| p.a = ratio("-0.1")), Refusal::NegativeVariance);
    assert_eq!(refused(|p| p.b = ratio("1.9")), Refusal::SteepWing);
    // Free of negative variance and of steep wings. √w(0) = 0.2848457, the first probe that fails.
    let bent = |p: &mut Parameters| {
        (p.a, p.b, p.rho) = (ratio("0.04"), ratio("0.8"), ratio("0.9"));
        (p.m, p.s, p.variance_time) = (ratio("0.1"), ratio("0.1"), ratio("1"));
    };
    let Refusal::Butterfly(probe) = refused(bent) else { panic!("no butterfly") };
    assert_near(probe.0, "0.2848457", "0.0000001");
}

#[test]
fn parameters_with_arbitrage_beyond_the_reach_are_accepted() {
    // A. Vogt's example: the density is negative around k = 0.88, and strikes beyond 0.48 have the volatility
    // of that one.
    let vogt = Parameters {
        a: ratio("-0.0410"),
        b: ratio("0.1331"),
        rho: ratio("0.3060"),
        m: ratio("0.3586"),
        s: ratio("0.4153"),
        variance_time: ratio("1"),
        ..smile()
    };
    assert!(Surface::accepted(&vogt).is_ok());
}
