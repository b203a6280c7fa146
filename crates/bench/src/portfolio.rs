//! The pass over a portfolio: 64 options and four futures over four expiries in the 33 rows of the reference set.

use crate::agreement::{self, Words};
use crate::inputs::ONE;
use crate::kernels::{Figure, ours};
use crate::record::Arguments;
use crate::subjects::Subjects;
use anyhow::Result;

/// Number of the twin's pass: `test/bench/Twins.sol`.
const TWIN: u8 = 5;

/// What each book is made of: spot, variance a year, seconds to the first expiry, size, and the choice of the
/// reference set. One falls with its futures, the other rises.
const BOOKS: [Arguments; 2] = [
    [2_000 * ONE, ONE / 100 * 36, 7 * 86_400, 3 * ONE, 0, 0],
    [60_000 * ONE, ONE / 100 * 20, 3 * 86_400, -2 * ONE, 0, 0],
];

/// Volatilities from surfaces, marks, Greeks, all rows, the worst of them.
///
/// # Errors
/// A program fails, or the answers differ by more than they may.
pub(crate) fn pass(on: &Subjects) -> Result<Figure> {
    let (ballast, answer) = ours(on, "portfolio", &BOOKS)?;
    let (solidity, found) = on.mean(on.twins, TWIN, &BOOKS)?;
    let difference = agreement::passes(&answer, &Words(&found))?;
    Ok(Figure { ballast, solidity, difference })
}
