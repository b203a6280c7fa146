//! Option values in double precision, for examples that start from prices.
#![allow(dead_code, reason = "each test uses its part")]

/// The standard normal distribution function, to about 1e-15.
pub(crate) fn normal(x: f64) -> f64 {
    let z = x.abs();
    let upper = if z < 3.0 { 0.5 - central(z) } else { tail(z) };
    if x > 0.0 { 1.0 - upper } else { upper }
}

/// N(z) − ½ by its series.
fn central(z: f64) -> f64 {
    let (mut term, mut sum, mut n) = (z, z, 1.0);
    while term > 1e-18 {
        term *= z * z / (n + 2.0);
        sum += term;
        n += 2.0;
    }
    sum * density(z)
}

/// 1 − N(z) by its continued fraction.
fn tail(z: f64) -> f64 {
    let fraction = (1..200).rev().fold(z, |below, n| z + n as f64 / below);
    density(z) / fraction
}

fn density(z: f64) -> f64 {
    (-z * z / 2.0).exp() / (2.0 * core::f64::consts::PI).sqrt()
}

/// An option: forward, strike, volatility, years, discount.
#[derive(Clone, Copy)]
pub(crate) struct Black {
    pub(crate) is_call: bool,
    pub(crate) forward: f64,
    pub(crate) strike: f64,
    pub(crate) volatility: f64,
    pub(crate) years: f64,
    pub(crate) discount: f64,
}

impl Black {
    /// Its value.
    pub(crate) fn value(&self) -> f64 {
        let (up, deviation) = self.up();
        let call =
            self.discount * (self.forward * normal(up) - self.strike * normal(up - deviation));
        let parity = self.discount * (self.forward - self.strike);
        if self.is_call { call } else { (call - parity).max(0.0) }
    }

    /// Its delta to the forward.
    pub(crate) fn delta(&self) -> f64 {
        self.discount * (normal(self.up().0) - if self.is_call { 0.0 } else { 1.0 })
    }

    fn up(&self) -> (f64, f64) {
        let deviation = self.volatility * self.years.sqrt();
        ((self.forward / self.strike).ln() / deviation + deviation / 2.0, deviation)
    }
}

/// A double as the nearest 18-decimal number.
pub(crate) fn fixed(value: f64) -> i128 {
    (value * 1e18).round() as i128
}
