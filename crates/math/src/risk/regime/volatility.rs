//! Realised variance over a short and a long memory.

use crate::MathError;
use crate::fixed::decay::decay;
use crate::fixed::quantity::{Product, Ratio};
use crate::fixed::{mul_div_floor, sqrt_floor};

/// Seconds of a year of 365 days.
const YEAR: i128 = 31_536_000;
/// Seconds of the interval that λ and the clamp are for.
const INTERVAL: u64 = 300;
/// The greatest return of an interval that counts: 2%.
const CLAMP: Ratio = Ratio::millionths(20_000);
/// Parts of a second in which memories are stated.
const PARTS: u64 = 1_000_000_000_000;

/// A market's variances per year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variances {
    /// Over a short memory.
    pub short: Ratio,
    /// Over a long memory.
    pub long: Ratio,
    /// What is usual: σ_ref².
    pub reference: Ratio,
}

/// How fast an average forgets: λ of 300 s, as the time in which it forgets all but 1/e, `300 s / −ln λ`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// That time in picoseconds.
    pub picoseconds: u64,
}

impl Memory {
    /// λ = 0.94: 4,848 s.
    pub const SHORT: Self = Self { picoseconds: 4_848_453_213_603_902 };
    /// λ = 0.995: 59,850 s.
    pub const LONG: Self = Self { picoseconds: 59_849_874_686_506_888 };

    /// Λ = λ^(seconds/300).
    ///
    /// # Rounding
    /// Down; exact at 0 and from 213 days on, where it is nothing.
    ///
    /// # Accuracy
    /// 4e-17, from the last digit of the memory: 1e-16 of x = seconds/memory, times x·e^(−x) ≤ 1/e;
    /// [`decay`] and the rounding add 2e-18.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Ratio, risk::regime::Memory};
    /// assert!((Memory::SHORT.kept(300).0 - Ratio::millionths(940_000).0).abs() <= 7);
    /// assert!((Memory::LONG.kept(300).0 - Ratio::millionths(995_000).0).abs() <= 7);
    /// assert_eq!(Memory::LONG.kept(0), Ratio::ONE);
    /// ```
    pub fn kept(self, seconds: u64) -> Ratio {
        // Beyond 2⁶⁴ picoseconds, 213 days, this is nothing: saturating is exact enough.
        let factor = decay(seconds.saturating_mul(PARTS), self.picoseconds);
        // At most 2⁶³ · 10¹⁸ / 2⁶³.
        Ratio(mul_div_floor(factor as i128, Ratio::ONE.0, 1 << 63).unwrap_or_default())
    }
}

/// The return that counts, of a logarithmic return over some seconds: within `±2%·√max(1, seconds/300)`.
///
/// # Rounding
/// Exact within the clamp, which is rounded down.
///
/// # Errors
/// [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::regime::clamped_return};
/// let drop = Ratio(-105_360_515_657_826_301);
/// assert_eq!(clamped_return(drop, 30), Ok(Ratio(-20_000_000_000_000_000)));
/// assert_eq!(clamped_return(drop, 1_200), Ok(Ratio(-40_000_000_000_000_000)));
/// ```
pub fn clamped_return(logarithmic: Ratio, seconds: u64) -> Result<Ratio, MathError> {
    let intervals = mul_div_floor(seconds.max(INTERVAL) as i128, Ratio::ONE.0, INTERVAL as i128)?;
    let bound = CLAMP.mul_floor(Ratio(sqrt_floor(intervals)?))?;
    Ok(Ratio(logarithmic.0.clamp(bound.checked_neg()?.0, bound.0)))
}

/// A variance after an observation: `Λ·v + (1 − Λ)·r²·31,536,000/seconds`, with Λ what the memory
/// [kept](Memory::kept) and r the [return that counts](clamped_return). Unchanged after 0 seconds.
///
/// # Units
/// Per year.
///
/// # Rounding
/// Down.
///
/// # Errors
/// [`MathError::OutOfDomain`] for a Λ outside [0, 1]; [`MathError::Overflow`].
///
/// # Examples
/// ```
/// use ballast_math::{Ratio, risk::regime::next_variance_floor};
/// let (variance, kept) = (Ratio::millionths(360_000), Ratio::millionths(900_000));
/// let after = next_variance_floor(variance, Ratio::millionths(1_000), kept, 31_536)?;
/// assert_eq!(after, Ratio::millionths(324_100));
/// assert_eq!(next_variance_floor(variance, Ratio::ONE, kept, 0), Ok(variance));
/// # Ok::<(), ballast_math::MathError>(())
/// ```
pub fn next_variance_floor(
    variance: Ratio,
    counted_return: Ratio,
    kept: Ratio,
    seconds: u64,
) -> Result<Ratio, MathError> {
    if kept != kept.clamped_to_unit() {
        return Err(MathError::OutOfDomain);
    }
    if seconds == 0 {
        return Ok(variance);
    }
    // r·(year/Δt) first: a squared return alone would lose the digits of a small one.
    let magnitude = counted_return.checked_abs()?;
    let yearly = Ratio(mul_div_floor(magnitude.0, YEAR, seconds as i128)?);
    let square = yearly.mul_floor(magnitude)?;
    let new = square.mul_floor(Ratio::ONE.checked_sub(kept)?)?;
    variance.mul_floor(kept)?.checked_add(new)
}
