//! Natural logarithms.

use super::limb::{Fraction, high_product, horner, reciprocal};
use super::real::Real;

/// ln 2 as three digits of 32 bits, the first after the point.
const LN_2: [i64; 3] = [2_977_044_471, 3_520_035_243, 3_387_143_064];

/// ln(a/b), as a multiple of 2⁻⁶⁴: 0 where a = b.
///
/// The ratio of the mantissas, brought to [√½, √2], is (1 + z)/(1 − z) with z = (a − b)/(a + b); then
/// ln(a/b) = n·ln 2 + 2·atanh(z), a polynomial of degree 9 in z².
///
/// # Domain
/// a, b > 0; a zero counts as 2⁶³ units of its exponent.
///
/// # Accuracy
/// 2⁻⁶² = 2.2e-19, and a relative 2⁻⁵⁹ between √½ and √2.
///
/// # Source
/// `docs/math/kernels.md`.
///
/// # Examples
/// ```
/// use ballast_math::fixed::{ln::ln_ratio, real::Real};
/// let (two, one) = (Real::new(2, 0), Real::ONE);
/// assert_eq!(ln_ratio(two, one), 12_786_308_645_202_655_660);
/// assert_eq!(ln_ratio(one, two), -ln_ratio(two, one));
/// assert_eq!(ln_ratio(two, two), 0);
/// ```
#[inline]
pub const fn ln_ratio(a: Real, b: Real) -> i128 {
    let (a1, b1) = (a.mantissa() | 1 << 63, b.mantissa() | 1 << 63);
    // A mantissa ratio above √2 or below √½ is brought back by halving the greater.
    let down = is_beyond(a1, b1);
    let up = is_beyond(b1, a1);
    let whole = a.exponent().wrapping_sub(b.exponent()).wrapping_add(down).wrapping_sub(up);
    let (a1, b1) = (a1 >> down, b1 >> up);
    let difference = a1.wrapping_sub(b1) as i64;
    let z = quotient(difference.unsigned_abs(), (a1 >> 1).wrapping_add(b1 >> 1));
    let fraction = twice_atanh(z) as i128;
    let negative = (difference >> 63) as i128;
    whole_twos(whole as i64).wrapping_add((fraction ^ negative).wrapping_sub(negative))
}

/// n · ln 2, as a multiple of 2⁻⁶⁴, to the nearest. For |n| < 2³⁰.
#[inline(always)]
const fn whole_twos(n: i64) -> i128 {
    let [first, second, third] = LN_2;
    let rest =
        n.wrapping_mul(second).wrapping_add(n.wrapping_mul(third).wrapping_add(1 << 31) >> 32);
    ((n.wrapping_mul(first) as i128) << 32).wrapping_add(rest as i128)
}

/// ln x, as a multiple of 2⁻⁶⁴: see [`ln_ratio`].
///
/// # Examples
/// ```
/// use ballast_math::fixed::{ln::ln, real::Real};
/// assert_eq!(ln(Real::new(1, 1)), 12_786_308_645_202_655_660);
/// ```
#[inline]
pub const fn ln(x: Real) -> i128 {
    ln_ratio(x, Real::ONE)
}

/// 1 if a/b > √2 to 2⁻³², else 0.
#[inline(always)]
const fn is_beyond(a: u64, b: u64) -> i32 {
    // a/√2 = a − a/4 − 0.0429·a; the bound need not be exact, only the same every time.
    let scaled = a.wrapping_sub(a >> 2).wrapping_sub((a >> 32).wrapping_mul(184_224_972));
    (scaled > b) as i32
}

/// magnitude / (2 · half), as a multiple of 2⁻⁶⁴. For a quotient below ½.
#[inline(always)]
const fn quotient(magnitude: u64, half: u64) -> u64 {
    let shift = half.leading_zeros();
    let inverse = reciprocal(half << shift);
    // magnitude · 2^shift · 2¹²⁷/(half · 2^shift) / 2⁶⁴: the quotient of 2⁶⁴ and twice the half.
    high_product(magnitude << shift, inverse)
}

/// 2·atanh(z) of a multiple z of 2⁻⁶⁴, z ≤ 0.1716, as a multiple of 2⁻⁶⁴.
#[inline(always)]
const fn twice_atanh(z: u64) -> u64 {
    let square = high_product(z, z);
    // Eight squares: at most 0.236.
    let by = Fraction::new((square << 3) as i64);
    let small =
        horner!(times_short, by, 996_746; 7_843_756, 71_595_169, 660_762_470, 6_247_225_299);
    let sum = horner!(times, by, small << 14;
        1_000_799_917_086_936,
        10_293_942_005_420_724,
        115_292_150_460_684_676,
        1_537_228_672_809_129_301
    );
    // 2·atanh(z)/z, between 2 and 2.02, in units of 2⁻⁶².
    let factor = (1u64 << 63).wrapping_add((by.times(sum) >> 2) as u64);
    high_product(z << 2, factor)
}
