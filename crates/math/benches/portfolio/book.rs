//! The portfolio, in plain numbers.

use ballast_math::risk::portfolio::{REFERENCE_ROWS, Shock};

/// An option.
#[derive(Clone, Copy)]
pub(crate) struct Leg {
    pub(crate) is_call: bool,
    pub(crate) size: f64,
    pub(crate) strike: f64,
    pub(crate) volatility: f64,
}

/// What happens in a scenario.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    /// x: what forwards are multiplied with.
    pub(crate) forward: f64,
    /// Which of a leg's [volatilities](Leg::volatilities) counts.
    pub(crate) shock: usize,
    /// w.
    pub(crate) weight: f64,
}

/// Options of one expiry and a forward each, and the scenarios.
pub(crate) struct Book {
    pub(crate) expiries: Vec<Expiry>,
    pub(crate) rows: Vec<Row>,
}

/// An expiry with its legs.
pub(crate) struct Expiry {
    pub(crate) forward: f64,
    pub(crate) seconds: u64,
    pub(crate) legs: Vec<Leg>,
}

impl Leg {
    /// As it is, up, down, and tilted both ways.
    pub(crate) fn volatilities(&self) -> [f64; 5] {
        [1.0, 1.5, 0.7, 1.1, 0.9].map(|factor| self.volatility * factor)
    }
}

impl Book {
    /// Four expiries of eight legs, calls and puts, long and short, and the reference set of scenarios.
    pub(crate) fn sample() -> Self {
        let expiries = [7, 30, 90, 180].map(|days| {
            let forward = 2_000.0 + f64::from(days);
            let legs = (0..8).map(|place: i32| Leg {
                is_call: place % 2 == 0,
                size: f64::from(place % 3 - 1) * 4.0 + 1.0,
                strike: forward * (0.8 + 0.06 * f64::from(place)),
                volatility: 0.6 + 0.03 * f64::from(place),
            });
            Expiry { forward, seconds: days as u64 * 86_400, legs: legs.collect() }
        });
        let rows = REFERENCE_ROWS.map(|row| Row {
            forward: row.spot.0 as f64 / 1e18,
            shock: match row.shock {
                Shock::None => 0,
                Shock::Up => 1,
                Shock::Down => 2,
                Shock::SkewLinear => 3,
                Shock::SkewAbsolute => 4,
            },
            weight: row.weight.0 as f64 / 1e18,
        });
        Self { expiries: expiries.into(), rows: rows.into() }
    }
}
