//! The pass with the crate's kernel.

use crate::book::{Book, Row};
use ballast_math::fixed::real::Real;
use ballast_math::pricing::scenario::{Leg, Level, Shock};
use ballast_math::pricing::{Expiry, Kind};
use ballast_math::{MathError, Price, Ratio, Size};

/// The worst row.
pub(crate) fn worst(book: &Book) -> f64 {
    pass(book).expect("the sample is within the domain") as f64 / 1e18
}

fn pass(book: &Book) -> Result<i128, MathError> {
    let levels = book.rows.iter().map(|row| level(row.forward)).collect::<Result<Vec<_>, _>>()?;
    let mut sums = vec![0i128; book.rows.len()];
    for expiry in &book.expiries {
        let time = Expiry::new(expiry.seconds, Ratio::ZERO)?;
        for of in &expiry.legs {
            let kind = if of.is_call { Kind::Call } else { Kind::Put };
            let (strike, forward) = (Price(wad(of.strike)), Price(wad(expiry.forward)));
            let leg = Leg::new(kind, Size(wad(of.size)), strike, forward)?;
            let mut shocks = Vec::with_capacity(5);
            for volatility in of.volatilities() {
                shocks.push(Shock::new(&time.deviation(Ratio(wad(volatility)))?));
            }
            let today = leg.value(&Level::UNCHANGED, &shocks[0]).0;
            for ((row, level), sum) in book.rows.iter().zip(&levels).zip(&mut sums) {
                *sum += leg.value(level, &shocks[row.shock]).0 - today;
            }
        }
    }
    Ok(book.rows.iter().zip(sums).map(|(row, sum)| weighed(row, sum)).min().unwrap_or(0))
}

fn weighed(row: &Row, sum: i128) -> i128 {
    Ratio(wad(row.weight)).0 / 1_000_000_000 * sum / 1_000_000_000
}

fn level(multiplier: f64) -> Result<Level, MathError> {
    Level::new(Real::from_integer((multiplier * 2f64.powi(60)) as u128).scaled(-60))
}

fn wad(value: f64) -> i128 {
    (value * 1e18) as i128
}
