//! The normal distribution: density, tails, and their ratio.
//!
//! A tail is the density times the Mills ratio M(y) = (1 − N(y))/n(y), which is smooth and slow: between 2 and
//! 0.06 where the tail itself spans fifty powers of ten. So tails are as accurate, relatively, at y = 12
//! as at y = 0, and differences of tails can be taken before the density is multiplied in.

use super::exp::exp2_of_minus;
use super::limb::{Fraction, full_product, high_product, horner, reciprocal, signed_product_63};
use super::real::Real;

/// Binary places of the arguments here: |y| < 16.
pub const PLACES: i32 = 59;
/// One, as an argument.
pub const ONE: i64 = 1 << PLACES;

/// √(log₂ e / 2), as a multiple of 2⁻⁶⁴.
const ROOT_HALF_LOG2_E: u64 = 15_667_221_886_135_342_625;
/// log₂ √(2π), as a multiple of 2⁻⁶⁴.
const LOG2_ROOT_TAU: u128 = 24_455_735_256_403_655_384;

/// The density n(y) = e^(−y²/2)/√(2π).
///
/// # Units
/// y in units of 2⁻⁵⁹.
///
/// # Domain
/// All.
///
/// # Accuracy
/// A relative 2⁻⁶¹ + |y| · 2⁻⁵⁸.
///
/// # Source
/// `docs/math/kernels.md`.
#[inline(always)]
pub const fn density(y: i64) -> Real {
    let root = high_product(y.unsigned_abs(), ROOT_HALF_LOG2_E);
    // root² has 118 binary places.
    exp2_of_minus((full_product(root, root) >> 54).wrapping_add(LOG2_ROOT_TAU))
}

/// The Mills ratio M(y) = (1 − N(y))/n(y), as a multiple of 2⁻⁶².
///
/// A polynomial of degree 25 in 1/(y + 5): one formula for the whole range, so there are no seams.
///
/// # Units
/// y in units of 2⁻⁵⁹.
///
/// # Domain
/// −½ ≤ y < 16; a number without meaning below.
///
/// # Accuracy
/// 2⁻⁵⁹·⁵ at −½, 2⁻⁶⁰·⁵ from 0 on.
///
/// # Source
/// `docs/math/kernels.md`, with the script that derives the coefficients.
#[inline(always)]
pub const fn mills(y: i64) -> u64 {
    let argument = mills_argument(y);
    let by = Fraction::new(argument);
    let small = horner!(times_short, by, -80_287_443;
        -626_255_647, 828_733_792, 1_838_653_959, -3_389_599_473);
    let sum = horner!(times, by, small << 16;
        -164_718_785_736_229,
        637_047_212_375_423,
        21_734_011_424_736,
        -1_589_461_169_888_642,
        660_921_523_476_129,
        3_951_170_471_375_040,
        -2_704_067_131_514_719,
        -10_930_155_745_048_187,
        7_159_158_595_711_263,
        35_669_719_496_663_627,
        -5_392_780_808_659_078,
        -127_429_132_661_837_208,
        -126_238_240_945_325_419,
        307_914_279_715_036_695,
        1_244_575_824_834_327_161,
        2_320_429_647_927_068_746,
        2_974_018_356_228_209_087,
        2_890_627_907_983_454_561,
        2_210_152_019_680_362_104
    );
    // The last two products exactly, each twice as fine as the one before.
    let sum = signed_product_63(sum, argument).wrapping_add(2_687_231_876_998_143_507);
    signed_product_63(sum, argument).wrapping_add(1_688_775_112_152_128_199) as u64
}

/// 1/(y + 5) brought to [−½, ½], as a multiple of 2⁻⁶⁴.
#[inline(always)]
const fn mills_argument(y: i64) -> i64 {
    let shifted = (y as u64).wrapping_add(5 << PLACES);
    let shift = shifted.leading_zeros();
    let inverse = reciprocal(shifted.wrapping_shl(shift));
    // 2⁶⁶/(y + 5), and 1.43 of it; what exceeds 64 bits the offset takes away.
    let inverse = inverse.wrapping_shr(2u32.wrapping_sub(shift));
    let scaled = inverse.wrapping_add(high_product(inverse, 7_887_574_290_681_840_344));
    scaled.wrapping_sub(14_237_045_214_273_413_020) as i64
}

/// N(−y), the upper tail.
///
/// # Units
/// y in units of 2⁻⁵⁹.
///
/// # Domain
/// |y| < 16.
///
/// # Accuracy
/// A relative 2⁻⁶⁰ + |y| · 2⁻⁵⁸, in the tail as well.
///
/// # Source
/// `docs/math/kernels.md`.
#[inline]
pub const fn upper_tail(y: i64) -> Real {
    let outer = density(y).times(Real::new(mills(y.saturating_abs()), -62));
    if y < 0 { outer.complement() } else { outer }
}

/// N(y), the distribution function: see [`upper_tail`].
///
/// # Examples
/// ```
/// use ballast_math::fixed::normal::{ONE, cdf};
/// let one = cdf(ONE).scaled(53).rounded().unwrap() as f64 / 2f64.powi(53);
/// assert!((one - 0.841_344_746_068_542_9).abs() < 2e-16);
/// ```
#[inline]
pub const fn cdf(y: i64) -> Real {
    upper_tail(y.saturating_neg())
}
