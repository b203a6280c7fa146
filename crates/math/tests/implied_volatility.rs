//! Price → volatility → price, everywhere.

use ballast_math::pricing::{
    Expiry, Kind, black_76, black_scholes, implied_volatility, implied_volatility_of_spot,
};
use ballast_math::{MathError, Price, Ratio};
use proptest::prelude::*;

const WAD: f64 = 1e18;

fn wad(value: f64) -> i128 {
    (value * WAD) as i128
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8_192))]

    #[test]
    fn volatility_of_any_price_gives_the_price_back(
        scale in -8.0f64..9.0, ratio in -13.8f64..13.8, near in any::<bool>(), depth in -6.0f64..6.0,
        seconds in prop_oneof![1u64..100_000, 100_000u64..315_360_000],
        volatility in prop_oneof![0.001f64..0.1, 0.1f64..10.0],
        rate in -0.2f64..1.0, is_call in any::<bool>(), is_spot in any::<bool>(),
    ) {
        let s = volatility * (seconds as f64 / 31_536_000.0).sqrt();
        let ratio = if near { depth * s } else { ratio };
        let (forward, strike) = (10f64.powf(scale), 10f64.powf(scale) * ratio.exp());
        let strike = strike.clamp(1e-8, 1e9);
        let (forward, strike) = (Price(wad(forward)), Price(wad(strike)));
        let expiry = Expiry::new(seconds, Ratio(wad(rate))).unwrap();
        let price = |volatility: Ratio| {
            let quote = if is_spot { black_scholes } else { black_76 };
            let quote = quote(forward, strike, volatility, &expiry).unwrap();
            if is_call { quote.call.price } else { quote.put.price }
        };
        let given = price(Ratio(wad(volatility)));
        let kind = if is_call { Kind::Call } else { Kind::Put };
        let invert = if is_spot { implied_volatility_of_spot } else { implied_volatility };
        match invert(kind, given, forward, strike, &expiry) {
            Ok(found) => {
                let again = price(found);
                let largest = forward.0.max(strike.0).max(given.0);
                let tolerance = 2 + (largest >> 56);
                prop_assert!((again.0 - given.0).abs() <= tolerance, "{given:?} {found:?} {again:?}");
            }
            // Only where the price cannot be told from its bound, which it has from s = 24 on.
            Err(error) => {
                prop_assert_eq!(error, MathError::OutOfDomain);
                let bound = price(Ratio(wad(25.0 * volatility / s)));
                prop_assert!(bound.0 - given.0 <= 1 + (bound.0 >> 56), "{given:?} {bound:?} s={s}");
            }
        }
    }
}

#[test]
fn volatility_of_intrinsic_value_is_zero_and_outside_the_bounds_refused() {
    let expiry = Expiry::new(86_400, Ratio::ZERO).unwrap();
    let (forward, strike) = (Price(wad(110.0)), Price(wad(100.0)));
    let of =
        |price: f64| implied_volatility(Kind::Call, Price(wad(price)), forward, strike, &expiry);
    assert_eq!(of(10.0), Ok(Ratio::ZERO));
    assert_eq!(of(9.9), Err(MathError::OutOfDomain));
    assert_eq!(of(110.0), Err(MathError::OutOfDomain));
    let none = Expiry::new(0, Ratio::ZERO).unwrap();
    let at_expiry = implied_volatility(Kind::Call, Price(wad(10.1)), forward, strike, &none);
    assert_eq!(at_expiry, Err(MathError::OutOfDomain));
}
