//! The smile of an expiry as a line.

use ballast_math::{Price, Ratio};

use super::file::Expiry;
use crate::drawing::{Line, Stroke, coordinate, fixed};

/// Strikes of a line.
const STEPS: i32 = 160;
/// How far it goes, in deviations.
const REACH: f64 = 3.0;
/// And at least, as a logarithm.
const LEAST_REACH: f64 = 0.02;
/// And at most.
const MOST_REACH: f64 = 1.5;

/// The volatility at the forward; none where variance is not positive.
pub(super) fn at_the_money(of: &Expiry) -> Option<Ratio> {
    of.surface.volatility(of.parameters.forward).ok()
}

/// Strikes around the forward with their volatilities.
pub(super) fn line(of: &Expiry) -> Line {
    let forward = coordinate(of.parameters.forward.0);
    let reach = reach(of);
    let point = |step: i32| {
        let strike = forward * (reach * f64::from(step) / f64::from(STEPS / 2)).exp();
        let volatility = of.surface.volatility(Price(fixed(strike))).ok();
        (strike, volatility.map(|volatility| coordinate(volatility.0)))
    };
    let points = (-STEPS / 2..=STEPS / 2).map(point).collect();
    Line { name: of.name.clone(), stroke: Stroke::Solid, points }
}

fn reach(of: &Expiry) -> f64 {
    let volatility = at_the_money(of).map_or(0.0, |volatility| coordinate(volatility.0));
    let years = coordinate(of.parameters.variance_time.0);
    (REACH * volatility * years.sqrt()).clamp(LEAST_REACH, MOST_REACH)
}
