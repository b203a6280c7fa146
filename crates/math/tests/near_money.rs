//! Greeks that change sign near the money, where forward and strike agree in many digits.

use ballast_math::pricing::{Expiry, black_76, black_scholes};
use ballast_math::{Price, Ratio};

const FORWARD: i128 = 2_000_123_456_789_012_345_679;

/// Vanna, volga and charm without discounting, from the exact difference of forward and strike.
fn exact(difference: i128, volatility: f64, years: f64) -> ([f64; 2], [f64; 3]) {
    let (forward, root) = (FORWARD as f64 / 1e18, years.sqrt());
    let strike = (FORWARD + difference) as f64 / 1e18;
    let k = (-difference as f64 / 1e18 / strike).ln_1p();
    let s = volatility * root;
    let (d1, d2) = ((k + s * s / 2.0) / s, (k - s * s / 2.0) / s);
    let density = (-d1 * d1 / 2.0).exp() / (2.0 * core::f64::consts::PI).sqrt();
    let greeks = [
        -density * d2 / volatility,
        forward * density * root * d1 * d2 / volatility,
        density * d2 / (2.0 * years),
    ];
    ([d1, d2], greeks)
}

#[test]
fn greeks_near_the_money_keep_ten_digits_however_short_the_time() {
    let mut worst = 0.0f64;
    for (seconds, volatility) in
        [(1, 100_000), (1, 600_000), (10, 300_000), (60, 600_000), (60, 50_000)]
    {
        let expiry = Expiry::new(seconds, Ratio::ZERO).unwrap();
        let years = seconds as f64 / 31_536_000.0;
        let sigma = f64::from(volatility) / 1e6;
        for step in -400..=400i128 {
            // Up to three times as far as where d1 or d2 is zero.
            let reach = sigma * sigma * years / 2.0 * FORWARD as f64;
            let difference = (reach * step as f64 / 133.0) as i128;
            let (d, expected) = exact(difference, sigma, years);
            if d.iter().any(|d| d.abs() < 1e-6) {
                continue;
            }
            let strike = Price(FORWARD + difference);
            for pricing in [black_76, black_scholes] {
                let quote = pricing(Price(FORWARD), strike, Ratio::millionths(volatility), &expiry);
                let quote = quote.unwrap();
                let found = [quote.vanna.0, quote.volga.0, quote.call.charm.0];
                for (found, expected) in found.iter().zip(expected) {
                    let error = (*found as f64 / 1e18 - expected).abs() - 1.5e-18;
                    worst = worst.max(error / expected.abs());
                }
            }
        }
    }
    println!("{worst:.2e}");
    assert!(worst < 1e-10);
}
