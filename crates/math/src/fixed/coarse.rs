//! Density and Mills ratio to some 40 bits, at half the price: for values of which thousands are added.
//!
//! The same formulas as [`super::normal`] and [`super::exp`] with shorter polynomials.

use super::limb::{Fraction, horner, reciprocal_rough, rough_product};
use super::normal::PLACES;

/// √(log₂ e / 2), as a multiple of 2⁻⁶⁴.
const ROOT_HALF_LOG2_E: u64 = 15_667_221_886_135_342_625;
/// log₂ √(2π), as a multiple of 2⁻⁵⁴.
const LOG2_ROOT_TAU: u64 = 23_882_553_961_331_694;

/// The density n(y), as a multiple of 2⁻⁶².
///
/// # Units
/// y in units of 2⁻⁵⁹.
///
/// # Domain
/// |y| ≤ 9; a number without meaning beyond.
///
/// # Accuracy
/// 2⁻⁴² of itself, and 2⁻⁶².
///
/// # Source
/// `docs/math/kernels.md`.
#[inline(always)]
pub const fn density(y: i64) -> u64 {
    let root = rough_product(y.unsigned_abs(), ROOT_HALF_LOG2_E);
    // root² with 54 binary places; with the constant it is below 60.
    let exponent = rough_product(root, root).wrapping_add(LOG2_ROOT_TAU);
    let shifted = exponent.wrapping_add(1 << 53);
    // What rounding left, in (−½, ½].
    let w = ((1u64 << 63) - 1).wrapping_sub(shifted << 10) as i64;
    let by = Fraction::new(w);
    let small =
        horner!(times_short, by, 224_369; 2_914_855, 33_541_013, 338_725_576, 2_932_080_451);
    let sum = horner!(times, by, small << 21;
        44_355_791_767_845_543,
        255_967_521_894_550_081,
        1_107_849_223_394_457_192,
        3_196_577_161_300_663_915,
        4_611_686_018_427_387_904
    );
    (sum as u64).wrapping_shr((shifted >> 54) as u32)
}

/// The Mills ratio M(y), as a multiple of 2⁻⁶⁰.
///
/// # Units
/// y in units of 2⁻⁵⁹.
///
/// # Domain
/// −½ ≤ y < 16; a number without meaning below.
///
/// # Accuracy
/// 2⁻⁴².
///
/// # Source
/// `docs/math/kernels.md`.
#[inline(always)]
pub const fn mills(y: i64) -> u64 {
    let shifted = (y as u64).wrapping_add(5 << PLACES);
    let shift = shifted.leading_zeros();
    let inverse =
        reciprocal_rough(shifted.wrapping_shl(shift)).wrapping_shr(2u32.wrapping_sub(shift));
    let scaled = inverse.wrapping_add(rough_product(inverse, 7_887_574_290_681_840_344));
    let by = Fraction::new(scaled.wrapping_sub(14_237_045_214_273_413_000) as i64);
    let small = horner!(times_short, by, -1_385_947;
        -14_784_012, 10_526_046, 54_791_316, -40_456_921, -161_801_643, 106_704_313, 531_350_594, -80_360_988);
    let sum = horner!(times, by, small << 26;
        -127_428_032_001_183_588,
        -126_238_232_365_410_348,
        307_914_216_865_290_172,
        1_244_575_824_571_994_413,
        2_320_429_649_878_141_861,
        2_974_018_356_231_887_346,
        2_890_627_907_955_848_509,
        2_210_152_019_680_346_863,
        1_343_615_938_499_186_594,
        422_193_778_038_032_051
    );
    sum as u64
}
