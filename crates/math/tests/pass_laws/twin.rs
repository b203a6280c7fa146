//! The rows of a book in double precision, written from the formulas.

use super::floating::Black;
use super::{Book, Expiry};
use ballast_math::pricing::Kind;
use ballast_math::risk::portfolio::{
    Model, OURS, Pass, PassMemory, Position, Row, Shock, SkewRule,
};
use ballast_math::{Cash, Size};
use proptest::prelude::*;

const YEAR: f64 = 31_536_000.0;

fn real(value: i128) -> f64 {
    value as f64 / 1e18
}

/// Where an option is priced.
struct Point {
    spot: f64,
    shock: Shock,
    /// +1 or −1: the sign of a tilt.
    sign: f64,
}

struct Twin<'a> {
    model: &'a Model<'a>,
    expiry: &'a Expiry,
    years: f64,
    variance_years: f64,
    rate: f64,
    fixed: f64,
    variable: f64,
}

impl<'a> Twin<'a> {
    fn new(model: &'a Model<'a>, expiry: &'a Expiry) -> Self {
        let market = &expiry.market;
        let (seconds, live) = (market.seconds as f64, real(market.live.0));
        let share = (seconds / 1_800.0).min(1.0);
        let variance = match (model.is_averaging, seconds < 1_800.0) {
            (false, _) => seconds,
            (true, true) => seconds.powi(3) / (3.0 * 1_800.0 * 1_800.0),
            (true, false) => seconds - 1_200.0,
        };
        Self {
            model,
            expiry,
            years: seconds / YEAR,
            variance_years: variance / YEAR,
            rate: real(market.rate.0).max(0.0),
            fixed: real(market.fixed.0),
            variable: live * share,
        }
    }

    fn volatility(&self, of: f64, strike: f64, point: &Point) -> f64 {
        let days = (self.years * 365.0).max(1.0);
        let power = if self.years * 365.0 <= 30.0 { 0.3 } else { 0.13 };
        let multiplier = (30.0 / days).powf(power);
        let cap = (0.25 - 0.1 * self.years.sqrt()).max(0.0);
        let width = (self.years.sqrt() * 2.4).max(0.01);
        let y = (strike / (self.fixed + self.variable)).ln();
        let tilted = |y: f64| of * (1.0 + point.sign * (y * cap / width).clamp(-cap, cap)).max(0.0);
        match point.shock {
            Shock::None => of,
            Shock::Up => (of * (1.0 + 0.5 * multiplier)).max(0.4),
            Shock::Down => of * (1.0 - 0.3 * multiplier).max(0.0),
            Shock::SkewLinear => tilted(y),
            Shock::SkewAbsolute => tilted(y.abs()),
        }
    }

    fn value(&self, of: &Position, point: &Point) -> f64 {
        let (forward, strike) = (self.variable * point.spot + self.fixed, real(of.strike.0));
        let volatility = self.volatility(real(of.volatility.0), strike, point);
        let discount = (-self.rate * self.years).exp();
        let (years, is_call) = (self.variance_years, of.kind == Kind::Call);
        let option = Black { is_call, forward, strike, volatility, years, discount };
        let value = if volatility * years.sqrt() < 1e-8 {
            let gain = if is_call { forward - strike } else { strike - forward };
            discount * gain.max(0.0)
        } else {
            option.value()
        };
        real(of.size.0) * value
    }

    fn sum(&self, point: &Point) -> f64 {
        self.expiry.options.iter().map(|option| self.value(option, point)).sum()
    }

    /// What the net value of a shocked expiry counts for.
    fn counted(&self, value: f64) -> f64 {
        if value >= 0.0 {
            return value * 0.95 * (-self.years * (self.rate + 0.08)).exp();
        }
        let loss = 1.04 * (self.years * (self.rate * 0.5 + 0.08)).exp();
        value * loss.min((self.rate * self.years).exp())
    }

    /// Change of the options in a row, and what moves with the price.
    fn row(&self, row: &Row) -> (f64, f64) {
        let spot = real(row.spot.0);
        let at = |sign| Point { spot, shock: row.shock, sign };
        let now = self.sum(&Point { spot: 1.0, shock: Shock::None, sign: 1.0 });
        let change = self.counted(self.sum(&at(1.0))) - now;
        let change = match (row.shock.is_skew(), self.model.skew_rule) {
            (false, _) => change,
            (true, SkewRule::WorseOfBoth) => change.min(self.counted(self.sum(&at(-1.0))) - now),
            (true, SkewRule::MinusMagnitude) => -change.abs(),
        };
        (change, real(self.expiry.future.0) * self.variable * (spot - 1.0))
    }

    fn roll(&self) -> f64 {
        real(self.expiry.future.0).abs() * (self.variable + self.fixed) * real(self.model.roll.0)
    }
}

/// A row of a book.
fn row_of(model: &Model, book: &Book, row: &Row) -> f64 {
    let spot = &book.spot;
    let linear = real(spot.perpetual.0) * real(spot.mark.0)
        + real(spot.collateral.0) * real(spot.collateral_price.0);
    let mut sum = linear * (real(row.spot.0) - 1.0);
    let mut roll = 0.0;
    for expiry in &book.expiries {
        let twin = Twin::new(model, expiry);
        let (options, future) = twin.row(row);
        sum += options + future;
        roll += twin.roll();
    }
    sum * real(row.weight.0) - if row.shock.is_skew() { 0.0 } else { roll }
}

pub(super) fn assert_rows(model: &Model, book: &Book) -> Result<(), TestCaseError> {
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(model, &mut memory).unwrap();
    pass.add_spot(&book.spot).unwrap();
    let mut notional = 0.0;
    for Expiry { market, options, future } in &book.expiries {
        pass.add_expiry(market, options, *future).unwrap();
        notional += options.iter().map(|of| real(of.size.0).abs() * real(of.strike.0)).sum::<f64>();
    }
    for (row, pnl) in pass.scenarios().rows() {
        let (pnl, twin) = (real(pnl.unwrap().0), row_of(model, book, row));
        // The double's own digits, then those of a revaluation.
        let allowed = 1e-9 + notional * 9e-13;
        prop_assert!((pnl - twin).abs() <= allowed, "{row:?}: {pnl} against {twin}");
    }
    Ok(())
}

/// The Greeks of a pass are those of each option's quote times its size, summed.
pub(super) fn assert_greeks(book: &Book) -> Result<(), TestCaseError> {
    let mut memory = PassMemory::new();
    let mut pass = Pass::new(&OURS, &mut memory).unwrap();
    for Expiry { market, options, .. } in &book.expiries {
        let totals = pass.add_expiry(market, options, Size::ZERO).unwrap();
        let settlement = market.settlement(true).unwrap();
        let (mut sums, mut magnitudes, mut gamma) = ([0.0; 8], [0.0f64; 8], 0.0);
        for option in options {
            let quote = settlement.quote(option.strike, option.volatility).unwrap();
            let side = if option.kind == Kind::Call { quote.call } else { quote.put };
            let of = [
                side.price.0,
                side.delta.0,
                quote.vega.0,
                side.theta.0,
                side.rho.0,
                quote.vanna.0,
                quote.volga.0,
                side.charm.0,
            ];
            for ((sum, magnitude), value) in sums.iter_mut().zip(&mut magnitudes).zip(of) {
                *sum += real(option.size.0) * real(value);
                *magnitude += (real(option.size.0) * real(value)).abs();
            }
            gamma += real(option.size.0) * real(quote.gamma_decimals(18).unwrap());
        }
        let of = totals.greeks;
        let Cash(options) = totals.options;
        let found = [
            options, of.delta.0, of.vega.0, of.theta.0, of.rho.0, of.vanna.0, of.volga.0,
            of.charm.0,
        ];
        for ((found, sum), magnitude) in found.iter().zip(sums).zip(magnitudes) {
            let allowed = magnitude * 1e-14 + 1e-16;
            prop_assert!((real(*found) - sum).abs() <= allowed, "{found} against {sum}");
        }
        let found = real(of.gamma_decimals(18).unwrap());
        prop_assert!((found - gamma).abs() <= 1e-12 * gamma.abs() + 1e-14);
    }
    Ok(())
}
