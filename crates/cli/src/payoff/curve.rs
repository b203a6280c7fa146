//! Equity and margin at many prices.

use anyhow::Result;
use ballast_math::risk::portfolio::Model;
use ballast_math::{Cash, Price};

use crate::drawing::{coordinate, fixed};
use crate::risk::{Assessment, Portfolio};

/// Prices of a curve, besides its strikes.
const STEPS: u32 = 120;

/// A portfolio at a price.
pub(super) struct Point {
    /// The price, as a coordinate.
    pub(super) price: f64,
    /// Equity less that of today, all else being as it is.
    pub(super) now: Cash,
    /// Equity less that of today, everything settled.
    pub(super) settled: Cash,
    /// Required for new risk.
    pub(super) initial_margin: Cash,
    /// Required to stay out of liquidation.
    pub(super) maintenance_margin: Cash,
}

/// The portfolio at prices around its index and its strikes.
///
/// # Errors
/// As the assessment.
pub(super) fn curve(of: &Portfolio, model: &Model<'_>, today: Cash) -> Result<Vec<Point>> {
    let at = |price: Price| -> Result<Point> {
        let now = Assessment::new(&of.moved_floor(price)?, model)?.health;
        let settled = Assessment::new(&of.settled_floor(price)?, model)?.health;
        Ok(Point {
            price: coordinate(price.0),
            now: now.equity.checked_sub(today)?,
            settled: settled.equity.checked_sub(today)?,
            initial_margin: now.initial_margin,
            maintenance_margin: now.maintenance_margin,
        })
    };
    prices(of).into_iter().map(at).collect()
}

/// Evenly from 40% below index or strikes to 40% above; strikes themselves, where a payoff bends.
fn prices(of: &Portfolio) -> Vec<Price> {
    let strikes = || of.expiries.iter().flat_map(|e| &e.options).map(|leg| leg.strike);
    let index = coordinate(of.index.0);
    let least = strikes().map(|k| coordinate(k.0) * 0.9).fold(index * 0.6, f64::min);
    let most = strikes().map(|k| coordinate(k.0) * 1.1).fold(index * 1.4, f64::max);
    let even = (0..=STEPS)
        .map(|step| Price(fixed(least + (most - least) * f64::from(step) / f64::from(STEPS))));
    let mut prices: Vec<Price> = even.chain(strikes()).filter(|price| price.0 > 0).collect();
    prices.sort();
    prices.dedup();
    prices
}
