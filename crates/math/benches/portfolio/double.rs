//! The same pass in double precision: n(h)·(M(h) − M(g)), with the library's exponential and Hart's rational
//! function for the Mills ratio.

use crate::book::{Book, Leg};

const YEAR: f64 = 31_536_000.0;

/// N(−x)·e^(x²/2) of x ≥ 0.
///
/// # Source
/// J. F. Hart, "Computer Approximations" (1968), 5666.
fn ratio(x: f64) -> f64 {
    let above = ((((((3.526_249_659_989_11e-2 * x + 0.700_383_064_443_688) * x
        + 6.373_962_203_531_65)
        * x
        + 33.912_866_078_383)
        * x
        + 112.079_291_497_871)
        * x
        + 221.213_596_169_931)
        * x)
        + 220.206_867_912_376;
    let below =
        ((((((8.838_834_764_831_84e-2 * x + 1.755_667_163_182_64) * x + 16.064_177_579_207) * x
            + 86.780_732_202_946_1)
            * x
            + 296.564_248_779_674)
            * x
            + 637.333_633_378_831)
            * x
            + 793.826_512_519_948)
            * x
            + 440.413_735_824_752;
    above / below
}

/// b(k, s).
fn time_value(moneyness: f64, deviation: f64, inverse: f64) -> f64 {
    let near = moneyness * inverse - deviation / 2.0;
    let far = near + deviation;
    let bell = (-near * near / 2.0).exp();
    if near < 0.0 {
        1.0 - bell * (ratio(-near) + ratio(far))
    } else {
        bell * (ratio(near) - ratio(far))
    }
}

/// What rows share of a leg.
struct Prepared {
    forward: f64,
    strike: f64,
    logarithm: f64,
    sign: f64,
    is_call: bool,
}

impl Prepared {
    fn new(of: &Leg, forward: f64) -> Self {
        let size = of.size.abs();
        Self {
            forward: size * forward,
            strike: size * of.strike,
            logarithm: (of.strike / forward).ln(),
            sign: of.size.signum(),
            is_call: of.is_call,
        }
    }

    fn value(&self, (multiplier, logarithm): (f64, f64), (deviation, inverse): (f64, f64)) -> f64 {
        let forward = self.forward * multiplier;
        let moneyness = (self.logarithm - logarithm).abs();
        let time = forward.min(self.strike) * time_value(moneyness, deviation, inverse);
        let gain = forward - self.strike;
        self.sign * (time + if self.is_call { gain } else { -gain }.max(0.0))
    }
}

/// The worst row.
pub(crate) fn worst(book: &Book) -> f64 {
    let levels: Vec<_> = book.rows.iter().map(|row| (row.forward, row.forward.ln())).collect();
    let mut sums = vec![0.0; book.rows.len()];
    for expiry in &book.expiries {
        let root = (expiry.seconds as f64 / YEAR).sqrt();
        for of in &expiry.legs {
            let leg = Prepared::new(of, expiry.forward);
            let mut shocks = Vec::with_capacity(5);
            shocks.extend(of.volatilities().map(|sigma| (sigma * root, 1.0 / (sigma * root))));
            let today = leg.value((1.0, 0.0), shocks[0]);
            for ((row, level), sum) in book.rows.iter().zip(&levels).zip(&mut sums) {
                *sum += leg.value(*level, shocks[row.shock]) - today;
            }
        }
    }
    book.rows.iter().zip(sums).map(|(row, sum)| row.weight * sum).fold(0.0, f64::min)
}
