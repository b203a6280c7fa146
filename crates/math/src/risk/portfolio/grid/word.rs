//! A row in 48 bits, as parameter sets hold it: in a program a table of rows would cost gas in each call.

use super::{Row, Shock};
use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::Ratio;
use crate::risk::regime::Regime;

/// Units of one millionth.
const MILLIONTH: i128 = 1_000_000_000_000;

impl Row {
    /// The row of a word: x in millionths u23 · shock u3 · regime u2 · w in millionths u20.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a shock that there is not, or bits above the 48.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::risk::portfolio::{OURS, Row};
    /// for row in OURS.rows {
    ///     assert_eq!(Row::of_word(row.word()?), Ok(*row));
    /// }
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub const fn of_word(word: u64) -> Result<Self, MathError> {
        let shock = match word >> 22 & 7 {
            0 => Shock::None,
            1 => Shock::Up,
            2 => Shock::Down,
            3 => Shock::SkewLinear,
            4 => Shock::SkewAbsolute,
            _ => return Err(MathError::OutOfDomain),
        };
        let since = match word >> 20 & 3 {
            0 => Regime::Calm,
            1 => Regime::Normal,
            2 => Regime::Elevated,
            _ => Regime::Crisis,
        };
        if word >> 48 != 0 {
            return Err(MathError::OutOfDomain);
        }
        let spot = Ratio::millionths((word >> 25) as u32);
        Ok(Self { spot, shock, weight: Ratio::millionths(word as u32 & 0xf_ffff), since })
    }

    /// The word of the row.
    ///
    /// # Errors
    /// [`MathError::OutOfDomain`] for a move or a weight that is not a whole number of millionths or does
    /// not fit.
    pub fn word(&self) -> Result<u64, MathError> {
        let field = |value: Ratio, bits: u32| -> Result<u64, MathError> {
            let quotient = mul_div_floor(value.0, 1, MILLIONTH)?;
            let is_whole = quotient.wrapping_mul(MILLIONTH) == value.0;
            if is_whole && (0..1i128 << bits).contains(&quotient) {
                Ok(quotient as u64)
            } else {
                Err(MathError::OutOfDomain)
            }
        };
        let (spot, weight) = (field(self.spot, 23)?, field(self.weight, 20)?);
        Ok(spot << 25 | (self.shock as u64) << 22 | (self.since as u64) << 20 | weight)
    }
}
