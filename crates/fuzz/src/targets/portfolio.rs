//! Values of expiries in every row combine into losses that are losses, initial at least maintenance.

use super::{kind, size};
use crate::bytes::Bytes;
use ballast_math::risk::Rates;
use ballast_math::risk::linear::LinearBook;
use ballast_math::risk::portfolio::{
    Basis, DiscountFactors, ExpiryValues, Losses, Model, OURS, REFERENCE, Scenarios,
};
use ballast_math::risk::regime::Regime;
use ballast_math::{Cash, MathError, Price, Ratio};

/// Most values of an expiry: the rows of skew have two.
const MOST_VALUES: usize = 55;
const REGIMES: [Regime; 4] = [Regime::Calm, Regime::Normal, Regime::Elevated, Regime::Crisis];

pub(super) fn run(input: &[u8]) -> u64 {
    let mut bytes = Bytes(input);
    let model = if bytes.byte() & 1 == 0 { &OURS } else { &REFERENCE };
    let regime = REGIMES[usize::from(bytes.byte() & 3)];
    let stable = Ratio(bytes.below(61));
    match losses(model, regime, &mut bytes) {
        Err(error) => kind([1, error as u64]),
        Ok(losses) => {
            assert!(losses.worst <= Cash::ZERO, "the worst loss is a gain");
            assert!(losses.stressed <= losses.worst, "a regime takes rows away");
            let balances = model
                .multipliers_ceil(regime, Ratio::ONE, Rates::ONE, stable)
                .and_then(|multipliers| losses.balances_floor(multipliers));
            let Ok(balances) = balances else { return kind([2, size(losses.worst.0)]) };
            assert!(balances.initial <= balances.maintenance, "initial is below maintenance");
            kind([3, regime as u64, size(losses.worst.0), size(balances.initial.0)])
        }
    }
}

fn losses(model: &Model<'_>, regime: Regime, bytes: &mut Bytes<'_>) -> Result<Losses, MathError> {
    let mut memory = [Cash::ZERO; 53];
    let mut scenarios = Scenarios::new(model, &mut memory)?;
    let mut book = LinearBook::default();
    book.add(bytes.size(), Price(bytes.magnitude()))?;
    scenarios.add_linear(&book)?;
    scenarios.add_roll(book.gross_ceil)?;
    while bytes.has_more() {
        let mut cash = || Cash(bytes.number());
        let (value, up, down) = (cash(), cash(), cash());
        let step = bytes.number();
        let rows: [Cash; MOST_VALUES] = std::array::from_fn(|row| {
            Cash(value.0.wrapping_add(step.wrapping_mul(row as i128 - 27)))
        });
        let rows = rows.get(..model.values_per_expiry()).unwrap_or(&rows);
        let factors =
            DiscountFactors { gain: Ratio(bytes.below(60)), loss: Ratio(bytes.below(61)) };
        scenarios.add_options(&ExpiryValues { value, rows }, factors)?;
        let years = Ratio(bytes.below(61));
        scenarios.add_basis(&Basis { value, up, down, futures: book, years })?;
        scenarios.add_option_dollars(bytes.size(), Cash(bytes.number()), value)?;
    }
    scenarios.losses(regime)
}
