//! Products and reciprocals of 64-bit fractions, without branches.
//!
//! WASM has no high product, and the compiler's 128-bit multiplication is a call. Four native products
//! make an exact high half; three make one that is at most three units low.

use super::wide::{high, joined, low};

const LOW: i64 = 0xffff_ffff;

/// ⌊a · b / 2⁶⁴⌋, exactly.
#[inline(always)]
pub(crate) const fn high_product(a: u64, b: u64) -> u64 {
    let (a1, a0, b1, b0) = (a >> 32, a & LOW as u64, b >> 32, b & LOW as u64);
    // Each sum holds a product of halves, at most (2³² − 1)², and two halves: 2⁶⁴ − 1 at most.
    let middle = a1.wrapping_mul(b0).wrapping_add(a0.wrapping_mul(b0) >> 32);
    let other = a0.wrapping_mul(b1).wrapping_add(middle & LOW as u64);
    a1.wrapping_mul(b1).wrapping_add(middle >> 32).wrapping_add(other >> 32)
}

/// `a · b`, exactly.
#[inline(always)]
pub(crate) const fn full_product(a: u64, b: u64) -> u128 {
    joined(high_product(a, b), a.wrapping_mul(b))
}

/// `⌊a · b / 2⁶³⌋` of signed numbers, exactly. For |a · b| < 2¹²⁶.
#[inline(always)]
pub(crate) const fn signed_product_63(a: i64, b: i64) -> i64 {
    // As unsigned numbers each negative one is too great by 2⁶⁴.
    let excess = (b & a >> 63).wrapping_add(a & b >> 63);
    let hi = (high_product(a as u64, b as u64) as i64).wrapping_sub(excess);
    hi << 1 | (a.wrapping_mul(b) as u64 >> 63) as i64
}

/// A signed fraction w with |w| ≤ ½, as a multiple of 2⁻⁶⁴, split for [`Fraction::times`].
#[derive(Clone, Copy)]
pub(crate) struct Fraction {
    hi: i64,
    lo: i64,
}

impl Fraction {
    #[inline(always)]
    pub(crate) const fn new(w: i64) -> Self {
        Self { hi: w >> 32, lo: w & LOW }
    }

    /// `b · w` in the units of b: never too great, at most three units too small. For |b| < 2⁶³.
    #[inline(always)]
    pub(crate) const fn times(self, b: i64) -> i64 {
        let (b1, b0) = (b >> 32, b & LOW);
        b1.wrapping_mul(self.hi)
            .wrapping_add(b1.wrapping_mul(self.lo) >> 32)
            .wrapping_add(b0.wrapping_mul(self.hi) >> 32)
    }

    /// `b · w` in the units of b, off by at most two units. For |b| < 2³².
    #[inline(always)]
    pub(crate) const fn times_short(self, b: i64) -> i64 {
        b.wrapping_mul(self.hi) >> 32
    }
}

/// Horner's rule in a [`Fraction`]: the last coefficient first.
///
/// `long` steps take coefficients of one scale below 2⁶³, `short` steps smaller ones. Since |w| ≤ ½, each
/// step halves the errors of those before it.
macro_rules! horner {
    ($step:ident, $w:expr, $sum:expr; $($coefficient:expr),+) => {{
        let mut sum: i64 = $sum;
        $(sum = $w.$step(sum).wrapping_add($coefficient);)+
        sum
    }};
}
pub(crate) use horner;

/// 2¹²⁷ / d of a d with its top bit set: below the exact quotient by more than nothing and less than two.
///
/// # Accuracy
/// A quotient of 32 bits is off by a relative e < 2⁻³⁰; one Newton step leaves e² and its own roundings,
/// less than 20 units; the remainder, taken exactly to 2⁵², removes them to 2⁻¹¹ of a unit; the final
/// rounding is downwards. Remainder and correction are lowered by one unit of 2⁵² · d⁻¹ so that the result
/// stays below 2⁶⁴ for d = 2⁶³.
#[inline(always)]
#[expect(clippy::arithmetic_side_effects, reason = "the divisor has a bit set")]
pub(crate) const fn reciprocal(d: u64) -> u64 {
    let (d1, d0) = (d >> 32 | 0x8000_0000, d & LOW as u64);
    let start = (1u64 << 63).wrapping_div(d1.wrapping_add(1));
    // 2⁹⁵ − d·start in units of 2³²: between 0 and 2³³.
    let gap = (1u64 << 63)
        .wrapping_sub(d1.wrapping_mul(start))
        .wrapping_sub(d0.wrapping_mul(start) >> 32);
    let x = (start << 32).wrapping_add((gap >> 2).wrapping_mul(start) >> 29);
    // 2¹²⁷ − d·x in units of 2⁵², below 2¹⁸ in magnitude.
    let product = full_product(d, x);
    let rest = (1u64 << 63).wrapping_sub(high(product)) << 12;
    let rest = rest.wrapping_sub(low(product) >> 52).wrapping_sub(2) as i64;
    x.wrapping_add((rest.wrapping_mul((x >> 32) as i64) >> 43) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reciprocal_of_any_divisor_is_just_below_the_quotient() {
        let mut d = 1u64 << 63;
        let mut state = 0x9e37_79b9_7f4a_7c15u64;
        for step in 0..2_000_000u32 {
            let exact = (1u128 << 127) / d as u128;
            let x = reciprocal(d) as u128;
            let is_divisor = (1u128 << 127) % d as u128 == 0;
            let greatest = exact - is_divisor as u128;
            assert!(x <= greatest && x + 1 >= greatest, "{d}: {x} of {exact}");
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            d = match step % 4 {
                0 => (1 << 63) + (step as u64 >> 2),
                1 => u64::MAX - (step as u64 >> 2),
                _ => state | 1 << 63,
            };
        }
    }

    #[test]
    fn products_of_halves_are_those_of_whole_numbers() {
        let mut state = 0x9e37_79b9_7f4a_7c15u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        for _ in 0..100_000 {
            let (a, b) = (next(), next());
            assert_eq!(full_product(a, b), a as u128 * b as u128);
            let (half, signed) = ((a as i64) >> 1, b as i64);
            let exact = (half as i128 * signed as i128) >> 63;
            assert_eq!(signed_product_63(half, signed) as i128, exact);
            let w = (a as i64) >> 1;
            let exact = (w as i128 * (b as i64) as i128) >> 64;
            let short = exact - Fraction::new(w).times(b as i64) as i128;
            assert!((0..=3).contains(&short), "{w} {b}: {short}");
            let small = (b as i64) >> 31;
            let exact = (w as i128 * small as i128) >> 64;
            assert!((exact - Fraction::new(w).times_short(small) as i128).abs() <= 2);
        }
    }
}
