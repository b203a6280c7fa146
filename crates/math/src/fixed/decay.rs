//! e^(−x), for averages that forget.

use super::wide::{self, Divisor};

/// One in this module's numbers: 2⁶³.
const ONE: u64 = 1 << 63;

/// e^(−elapsed/window), as a multiple of 2⁻⁶³.
///
/// Halves of x are taken off by known factors, largest first; what is left is below a half and goes
/// through seventeen terms of the series.
///
/// # Domain
/// All; 0 for a window of 0, and from x ≥ 64 on, where the exact value is below 2⁻⁶³ · 0.002.
///
/// # Rounding
/// Not directed; between 0 and 2⁶³, 2⁶³ only at `elapsed` = 0.
///
/// # Accuracy
/// Error below 7 · 2⁻⁶³ = 8e-19: 3 units in the series, whose roundings are damped by the later terms, and 4
/// in the factors; see `docs/math/premium.md`.
///
/// # Examples
/// ```
/// use ballast_math::fixed::decay::decay;
/// assert_eq!(decay(0, 3_600), 1 << 63);
/// let tenth = decay(8_289, 3_600) as f64 / (1u64 << 63) as f64;
/// assert!((tenth - (-8_289.0f64 / 3_600.0).exp()).abs() < 1e-15);
/// ```
pub fn decay(elapsed: u64, window: u64) -> u64 {
    let half_exponent = wide::product(elapsed as u128, 1 << 65);
    let quotient = Divisor::new(window as u128).and_then(|window| window.divide(half_exponent));
    // Halves of x with 64 binary places: x = halves / 2⁶⁵.
    let Some((halves, _)) = quotient else { return 0 };
    let (mut whole, fraction) = ((halves >> 64) as u64, halves as u64);
    if whole >= 128 {
        return 0;
    }
    let mut result = series(fraction);
    let mut take = |halves: u64, factor: u64| {
        if whole >= halves {
            whole = whole.wrapping_sub(halves);
            result = scaled(result, factor);
        }
    };
    // e^(−halves/2) · 2⁶³, rounded to nearest. Not an array: it would lie in the data segment, which every
    // call of a program pays for.
    take(64, 116_806);
    take(32, 1_037_953_783_668);
    take(16, 3_094_096_621_605_846);
    take(8, 168_931_951_563_480_719);
    take(4, 1_248_247_667_004_394_400);
    take(2, 3_393_088_950_634_442_637);
    take(1, 5_594_257_926_288_582_650);
    result
}

/// e^(−f/2) of a fraction f of 2⁶⁴, by Horner's rule on 1 − y(1 − y/2(1 − y/3(…))).
#[expect(clippy::arithmetic_side_effects, reason = "the divisor counts down from 17 to 1")]
fn series(fraction: u64) -> u64 {
    let y = fraction >> 2;
    let mut sum = ONE;
    let mut term = 17u64;
    while term > 0 {
        let product = ((y as u128).wrapping_mul(sum as u128) >> 63) as u64;
        sum = ONE.wrapping_sub(product.wrapping_div(term));
        term = term.wrapping_sub(1);
    }
    sum
}

/// `a · b` of multiples of 2⁻⁶³, rounded down.
#[inline(always)]
const fn scaled(a: u64, b: u64) -> u64 {
    ((a as u128).wrapping_mul(b as u128) >> 63) as u64
}
