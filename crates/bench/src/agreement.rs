//! How far the twin's answers are from ours, each in units of the derivative's natural size, and how far they may be.
//!
//! Both sides have errors of their own; what is asserted is that they compute the same thing.

use crate::inputs::{Case, WAD};
use anyhow::{Result, ensure};
use ballast_math::probe::OUTPUT;

/// Prices, of the greater of forward and strike.
const PRICE: f64 = 1e-16;
/// Derivatives, of their scale.
const GREEK: f64 = 1e-14;
/// Values of a leg, of its notional: ours are good to 2⁻⁴⁰.
const VALUE: f64 = 1e-12;
/// The worst scenario and the value of a portfolio, of the worst scenario.
const PASS: f64 = 1e-11;
/// Implied volatilities, of themselves.
const VOLATILITY: f64 = 1e-11;

/// Words of 32 bytes that hold numbers of 128 bits.
pub(crate) struct Words<'a>(pub(crate) &'a [u8]);

impl Words<'_> {
    fn at(&self, place: usize) -> i128 {
        let word = self.0.get(place * 32 + 16..place * 32 + 32);
        word.and_then(|bytes| bytes.try_into().ok()).map_or(i128::MIN, i128::from_be_bytes)
    }
}

/// The largest of some differences, which must not be above a bound.
#[derive(Default)]
struct Worst(f64);

impl Worst {
    fn see(&mut self, ours: i128, theirs: i128, scale: f64) {
        let difference = ours.wrapping_sub(theirs).unsigned_abs() as f64 / (scale * WAD);
        self.0 = self.0.max(difference);
    }

    fn within(self, bound: f64, what: &str) -> Result<f64> {
        ensure!(self.0 <= bound, "{what} differ by {:e}, at most {bound:e}", self.0);
        Ok(self.0)
    }
}

/// Prices of calls, in units of the greater of forward and strike.
///
/// # Errors
/// They differ by more than they may.
pub(crate) fn prices(cases: &[Case], found: &Words<'_>) -> Result<f64> {
    let mut worst = Worst::default();
    for (place, case) in cases.iter().enumerate() {
        worst.see(case.quote()?.call.price.0, found.at(place), scale(case.money()));
    }
    worst.within(PRICE, "prices")
}

/// Prices and derivatives, in units of what each is made of.
///
/// # Errors
/// As [`prices`].
pub(crate) fn quotes(cases: &[Case], found: &Words<'_>) -> Result<f64> {
    let mut worst = Worst::default();
    for (place, case) in cases.iter().enumerate() {
        let of = case.quote()?;
        let gamma = of.gamma_decimals(36).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let (money, volatility) = (scale(case.money()), scale(case.volatility));
        let forward = scale(case.forward);
        let years = case.seconds as f64 / 31_536_000.0;
        let (root, deviation) = (years.sqrt(), volatility * years.sqrt());
        let decay = money * volatility / root;
        let ours = [
            (of.call.price.0, money),
            (of.put.price.0, money),
            (of.call.delta.0, 1.0),
            (of.put.delta.0, 1.0),
            (gamma, WAD / (forward * deviation)),
            (of.vega.0, forward * root),
            (of.call.theta.0, decay),
            (of.put.theta.0, decay),
            (of.call.rho.0, money),
            (of.put.rho.0, money),
            (of.vanna.0, 1.0 / volatility),
            (of.volga.0, forward * root / volatility),
            (of.call.charm.0, 1.0 / years),
            (of.put.charm.0, 1.0 / years),
        ];
        for (number, (ours, scale)) in ours.into_iter().enumerate() {
            worst.see(ours, found.at(place * 14 + number), scale);
        }
    }
    worst.within(GREEK, "prices and derivatives")
}

/// Values of legs, in units of their notional.
///
/// # Errors
/// As [`prices`].
pub(crate) fn values(cases: &[Case], ours: &[u8], found: &Words<'_>) -> Result<f64> {
    let mut worst = Worst::default();
    for (place, (case, ours)) in cases.iter().zip(ours.chunks(OUTPUT)).enumerate() {
        let (_, ours) = ours.split_at(1);
        for (number, value) in ours.as_chunks::<16>().0.iter().take(2).enumerate() {
            let value = i128::from_be_bytes(*value);
            worst.see(value, found.at(place * 2 + number), 2.0 * scale(case.money()));
        }
    }
    worst.within(VALUE, "values")
}

/// The worst scenario and the value of all legs, in units of the former.
///
/// # Errors
/// As [`prices`].
pub(crate) fn passes(ours: &[u8], found: &Words<'_>) -> Result<f64> {
    let mut seen = Worst::default();
    for (place, ours) in ours.chunks(OUTPUT).enumerate() {
        let (_, ours) = ours.split_at(1);
        let values = ours.as_chunks::<16>().0.iter().map(|value| i128::from_be_bytes(*value));
        let [worst, value] = [0, 1].map(|number| values.clone().nth(number).unwrap_or_default());
        seen.see(worst, found.at(place * 3), scale(worst).abs());
        seen.see(value, found.at(place * 3 + 1), scale(worst).abs());
    }
    seen.within(PASS, "portfolios")
}

/// Implied volatilities, in units of what they should be.
///
/// # Errors
/// As [`prices`].
pub(crate) fn volatilities(cases: &[Case], found: &Words<'_>) -> Result<f64> {
    let mut worst = Worst::default();
    for (place, case) in cases.iter().enumerate() {
        worst.see(case.volatility, found.at(place), scale(case.volatility));
    }
    worst.within(VOLATILITY, "implied volatilities")
}

fn scale(number: i128) -> f64 {
    number as f64 / WAD
}
