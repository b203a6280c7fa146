//! Powers of two and of e.

use super::limb::{Fraction, full_product, high_product, horner, signed_product_63};
use super::real::Real;
use super::wide::{high, low};

/// log₂ e, as a multiple of 2⁻⁶³.
const LOG2_E: u64 = 13_306_513_097_844_322_492;
/// Exponents beyond this are as good as this: 2^(−2¹⁸) is nothing beside any price.
const LARGEST_EXPONENT: u64 = 1 << 18;

/// e^x of a multiple x of 2⁻⁶⁴.
///
/// # Domain
/// All; beyond |x| = 181,704 the result is that at the bound, 2^(±2¹⁸).
///
/// # Accuracy
/// A relative 2⁻⁶⁰ + |x| · 2⁻⁶²; exactly one for x = 0.
///
/// # Source
/// `docs/math/kernels.md`, with the script that derives the coefficients.
///
/// # Examples
/// ```
/// use ballast_math::fixed::exp::exp;
/// let e = exp(1 << 64).scaled(32).rounded().unwrap();
/// assert_eq!(e, (std::f64::consts::E * 4_294_967_296.0).round() as i128);
/// ```
#[inline]
pub const fn exp(x: i128) -> Real {
    let binary = times_log2_e(x.unsigned_abs());
    if x < 0 { exp2_of_minus(binary) } else { exp2(binary) }
}

/// x · log₂ e, rounded down.
#[inline(always)]
const fn times_log2_e(x: u128) -> u128 {
    let whole = if high(x) > LARGEST_EXPONENT { LARGEST_EXPONENT } else { high(x) };
    let product = full_product(whole, LOG2_E).wrapping_add(high_product(low(x), LOG2_E) as u128);
    product << 1
}

/// 2^x of a multiple x ≥ 0 of 2⁻⁶⁴: see [`exp2_of_minus`].
#[inline(always)]
const fn exp2(x: u128) -> Real {
    // Rounded to the nearest integer; what is left lies in [−½, ½).
    let shifted = x.wrapping_add(1 << 63);
    let rest = low(shifted).wrapping_sub(1 << 63) as i64;
    Real::new(exp2_fraction(rest), whole_exponent(high(shifted)).wrapping_sub(63))
}

/// 2^(−x) of a multiple x ≥ 0 of 2⁻⁶⁴.
///
/// # Accuracy
/// A relative 2⁻⁶¹; exactly one for x = 0.
#[inline(always)]
pub(crate) const fn exp2_of_minus(x: u128) -> Real {
    // Rounded so that what is left lies in (−½, ½]: its negative in [−½, ½).
    let shifted = x.wrapping_add((1 << 63) - 1);
    let rest = ((1u64 << 63).wrapping_sub(1)).wrapping_sub(low(shifted)) as i64;
    Real::new(exp2_fraction(rest), (-63i32).wrapping_sub(whole_exponent(high(shifted))))
}

#[inline(always)]
const fn whole_exponent(whole: u64) -> i32 {
    if whole > LARGEST_EXPONENT { LARGEST_EXPONENT as i32 } else { whole as i32 }
}

/// 2^w · 2⁶³ of a multiple w of 2⁻⁶⁴ in [−½, ½): a polynomial of degree 12.
#[inline(always)]
const fn exp2_fraction(w: i64) -> u64 {
    let by = Fraction::new(w);
    let small = horner!(times_short, by, 926_997; 16_053_776, 254_179_463, 3_667_031_529);
    let sum = horner!(times, by, small << 7;
        6_094_567_574_242,
        70_340_819_399_902,
        710_362_457_495_291,
        6_149_018_367_967_132,
        44_355_791_529_079_748,
        255_967_521_894_832_331,
        1_107_849_223_398_934_356,
        3_196_577_161_300_663_914
    );
    // The last product exactly, and in units of 2⁻⁶³.
    (1u64 << 63).wrapping_add(signed_product_63(sum, w) as u64)
}
