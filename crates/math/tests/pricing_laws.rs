//! What holds for prices and Greeks of any option.

use ballast_math::fixed::mul_floor;
use ballast_math::fixed::real::Real;
use ballast_math::pricing::scenario::{Leg, Level, Shock};
use ballast_math::pricing::{Expiry, Kind, Quote, black_76, black_scholes};
use ballast_math::{MathError, Price, Ratio, Size};
use proptest::prelude::*;

const WAD: f64 = 1e18;
const ONE: i128 = 1_000_000_000_000_000_000;

fn wad(value: f64) -> i128 {
    (value * WAD) as i128
}

/// An option of the valid domain, near the money as often as far from it.
#[derive(Clone, Debug)]
struct Case {
    forward: f64,
    strike: f64,
    volatility: f64,
    seconds: u64,
    rate: f64,
}

impl Case {
    fn expiry(&self) -> Expiry {
        Expiry::new(self.seconds, Ratio(wad(self.rate))).unwrap()
    }

    fn deviation(&self) -> f64 {
        self.volatility * (self.seconds as f64 / 31_536_000.0).sqrt()
    }

    fn quote(&self) -> Quote {
        self.with(self.forward, self.strike, self.volatility)
    }

    fn with(&self, forward: f64, strike: f64, volatility: f64) -> Quote {
        let (forward, strike) = (Price(wad(forward)), Price(wad(strike)));
        black_76(forward, strike, Ratio(wad(volatility)), &self.expiry()).unwrap()
    }
}

fn case() -> impl Strategy<Value = Case> {
    (
        -8.0f64..9.0,
        prop_oneof![
            (-13.8f64..13.8).prop_map(|k| (k, false)),
            (-5.0f64..5.0).prop_map(|z| (z, true))
        ],
        prop_oneof![0.001f64..0.1, 0.1f64..10.0],
        prop_oneof![1u64..100_000, 100_000u64..315_360_000],
        -0.2f64..1.0,
    )
        .prop_map(|(scale, (ratio, is_near), volatility, seconds, rate)| {
            let forward = 10f64.powf(scale);
            let mut case = Case { forward, strike: forward, volatility, seconds, rate };
            let ratio = if is_near { ratio * case.deviation().min(2.0) } else { ratio };
            case.strike = (forward * ratio.exp()).clamp(1e-8, 1e9);
            case
        })
}

/// An option whose Greeks differences can show: not far from the money, not about to expire.
fn ordinary() -> impl Strategy<Value = Case> {
    (-2.0f64..6.0, -3.0f64..3.0, 0.005f64..2.0, 0.05f64..4.0, -0.2f64..1.0).prop_map(
        |(scale, depth, deviation, volatility, rate)| {
            let (forward, time) = (10f64.powf(scale), (deviation / volatility).powi(2));
            let seconds = ((time * 31_536_000.0) as u64).clamp(60, 315_360_000);
            let mut case = Case { forward, strike: forward, volatility, seconds, rate };
            case.strike = forward * (depth * case.deviation()).exp();
            case
        },
    )
}

/// What rounding may add to prices of this size.
fn noise(largest: f64) -> i128 {
    2 + wad(largest) / (1 << 56)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn prices_lie_within_their_bounds_and_keep_parity(case in case()) {
        let quote = case.quote();
        let discount = case.expiry().discount().0 as f64 / WAD;
        let (forward, strike) = (case.forward * discount, case.strike * discount);
        let (call, put) = (quote.call.price.0, quote.put.price.0);
        prop_assert!(call >= 0 && put >= 0);
        prop_assert!(call as f64 / WAD <= forward * (1.0 + 1e-13) + 2e-17);
        prop_assert!(put as f64 / WAD <= strike * (1.0 + 1e-13) + 2e-17);
        // The discount is known to half a unit.
        let whole = case.expiry().discount().0;
        let difference = wad(case.forward) - wad(case.strike);
        let off = call - put - mul_floor(difference, whole).unwrap();
        let tolerance = 3 + difference.abs() / WAD as i128 + noise(8.0 * case.forward.max(case.strike));
        prop_assert!(off.abs() <= tolerance, "{off} {tolerance}");
        prop_assert!((quote.call.delta.0 - quote.put.delta.0 - whole).abs() <= 1);
        prop_assert!((0..=whole).contains(&quote.call.delta.0), "{:?}", quote.call.delta);
    }

    #[test]
    fn prices_rise_with_volatility_and_follow_the_strike(case in case(), by in 1e-9f64..0.5) {
        let quote = case.quote();
        let largest = 8.0 * case.forward.max(case.strike);
        let more = case.with(case.forward, case.strike, case.volatility * (1.0 + by));
        prop_assert!(more.call.price.0 >= quote.call.price.0 - noise(largest));
        let higher = case.with(case.forward, case.strike * (1.0 + by), case.volatility);
        prop_assert!(higher.call.price.0 <= quote.call.price.0 + noise(largest));
        prop_assert!(higher.put.price.0 >= quote.put.price.0 - noise(largest));
        let up = case.with(case.forward * (1.0 + by), case.strike, case.volatility);
        prop_assert!(up.call.price.0 >= quote.call.price.0 - noise(largest));
        prop_assert!(up.put.price.0 <= quote.put.price.0 + noise(largest));
    }

    #[test]
    fn prices_are_convex_in_the_strike(case in case(), by in 1e-6f64..0.5) {
        let (forward, volatility) = (Price(wad(case.forward)), Ratio(wad(case.volatility)));
        let expiry = case.expiry();
        let at = |strike: i128| {
            black_76(forward, Price(strike), volatility, &expiry).unwrap().call.price.0
        };
        // Integers, so that the middle is the middle.
        let (strike, step) = (wad(case.strike), wad(case.strike * by));
        let largest = 8.0 * case.forward.max(2.0 * case.strike);
        let bend = at(strike - step) + at(strike + step) - 2 * at(strike);
        prop_assert!(bend >= -4 * noise(largest));
    }

    #[test]
    fn greeks_are_the_differences_of_prices(case in ordinary()) {
        let s = case.deviation();
        let quote = case.quote();
        // Four points, so that what is left is of the fourth order of a step of a thousandth.
        let slope = |f: &dyn Fn(f64) -> i128, step: f64| {
            let at = |by: f64| f(by * step) as f64;
            (8.0 * (at(1.0) - at(-1.0)) - (at(2.0) - at(-2.0))) / (12.0 * step)
        };
        let step = case.forward * s * 1e-3;
        let forward = |by: f64| case.with(case.forward + by, case.strike, case.volatility);
        let volatility = |by: f64| case.with(case.forward, case.strike, case.volatility + by);
        let near = |what: &str, a: i128, b: f64, scale: f64| -> Result<(), TestCaseError> {
            let off = (a as f64 - b).abs();
            prop_assert!(off <= 1e-6 * scale * WAD + 1e4, "{what}: {a} {b} {case:?}");
            Ok(())
        };
        let discount = case.expiry().discount().0 as f64 / WAD;
        near("delta", quote.call.delta.0, slope(&|by| forward(by).call.price.0, step), discount)?;
        near("put", quote.put.delta.0, slope(&|by| forward(by).put.price.0, step), discount)?;
        let gamma = quote.gamma.times(Real::from_integer(ONE as u128));
        let gamma = gamma.mantissa() as f64 * 2f64.powi(gamma.exponent());
        let numeric = slope(&|by| forward(by).call.delta.0, step);
        let scale = discount / (case.forward * s);
        prop_assert!((gamma - numeric).abs() <= 1e-6 * scale * WAD + 10.0 / step);
        let root = s / case.volatility;
        let small = case.volatility * 1e-3;
        let money = discount * case.forward.max(case.strike);
        near("vega", quote.vega.0, slope(&|by| volatility(by).call.price.0, small), money * root)?;
        near("volga", quote.volga.0, slope(&|by| volatility(by).vega.0, small), 30.0 * money * root / case.volatility)?;
        near("vanna", quote.vanna.0, slope(&|by| volatility(by).call.delta.0, small), 30.0 * discount / case.volatility)?;
    }

    #[test]
    fn scenario_values_are_those_of_quotes(
        case in case(), multiplier in 0.3f64..6.0, money in -1e9f64..1e9,
    ) {
        let size = money / case.forward.max(case.strike);
        let free = Expiry::new(case.seconds, Ratio::ZERO).unwrap();
        let volatility = Ratio(wad(case.volatility));
        let shock = Shock::new(&free.deviation(volatility).unwrap());
        let x = Real::from_integer((multiplier * 2f64.powi(52)) as u128).scaled(-52);
        let level = Level::new(x).unwrap();
        let moved = Real::from_integer(wad(case.forward) as u128).times(x).rounded().unwrap();
        let quote = black_76(Price(moved), Price(wad(case.strike)), volatility, &free).unwrap();
        for (kind, price) in [(Kind::Call, quote.call.price), (Kind::Put, quote.put.price)] {
            let (strike, forward) = (Price(wad(case.strike)), Price(wad(case.forward)));
            let leg = Leg::new(kind, Size(wad(size)), strike, forward).unwrap();
            let value = leg.value(&level, &shock).0 as f64 / WAD;
            let exact = price.0 as f64 / WAD * size;
            let smaller = case.strike.min(case.forward * multiplier) * size.abs();
            let larger = case.strike.max(case.forward * multiplier) * size.abs();
            // The size is known to a unit.
            let bound = 1e-12 * smaller + 4e-15 * larger + (2.0 + size.abs() + larger / size.abs()) / WAD;
            prop_assert!((value - exact).abs() <= bound, "{value} {exact} {case:?}");
        }
    }
}

#[test]
fn limits_are_values() {
    let year = Expiry::new(31_536_000, Ratio::ZERO).unwrap();
    let now = Expiry::new(0, Ratio::ZERO).unwrap();
    let (hundred, none) = (Price(100 * ONE), Price::ZERO);
    let half = Ratio(ONE / 2);
    for quote in [black_76, black_scholes] {
        let of = |forward, strike, volatility, expiry: &Expiry| {
            let quote = quote(forward, strike, volatility, expiry).unwrap();
            (quote.call.price, quote.put.price, quote.call.delta.0)
        };
        assert_eq!(of(hundred, hundred, half, &now), (none, none, ONE / 2));
        assert_eq!(of(hundred, hundred, Ratio::ZERO, &year), (none, none, ONE / 2));
        assert_eq!(of(Price(103 * ONE), hundred, half, &now), (Price(3 * ONE), none, ONE));
        assert_eq!(of(Price(97 * ONE), hundred, Ratio::ZERO, &year), (none, Price(3 * ONE), 0));
        assert_eq!(of(hundred, hundred, Ratio(24 * ONE), &year), (hundred, hundred, ONE));
        assert_eq!(of(hundred, none, half, &year), (hundred, none, ONE));
        assert_eq!(of(none, hundred, half, &year), (none, hundred, 0));
        assert_eq!(of(none, none, half, &year).0, none);
        let negative = quote(Price(-1), hundred, half, &year);
        assert_eq!(negative.unwrap_err(), MathError::OutOfDomain);
        assert!(quote(hundred, hundred, Ratio(-1), &year).is_err());
    }
}
