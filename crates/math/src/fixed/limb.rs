//! Products and reciprocals of 64-bit fractions, without branches.
//!
//! WASM has no high product, and the compiler's 128-bit multiplication is a call. Four native products make
//! a high half. The compiler knows the usual ways to write that and turns them back into its call, so
//! the lowest partial product is taken of its upper halves only, which it does not know.

use super::wide::{high, joined, low};

const LOW: u64 = 0xffff_ffff;

/// The partial products of two numbers: the upper half, and what is below it in units of 2³², low by less
/// than 2¹⁸.
#[inline(always)]
const fn partial_products(a: u64, b: u64) -> (u64, u64) {
    let (a1, a0, b1, b0) = (a >> 32, a & LOW, b >> 32, b & LOW);
    let (left, right) = (a1.wrapping_mul(b0), a0.wrapping_mul(b1));
    // a0·b0/2³² from the upper halves of both: less than 2·2¹⁶ too small.
    let lowest = (a0 >> 16).wrapping_mul(b0 >> 16);
    let below = (left & LOW).wrapping_add(right & LOW).wrapping_add(lowest);
    (a1.wrapping_mul(b1).wrapping_add(left >> 32).wrapping_add(right >> 32), below)
}

/// `a · b / 2⁶⁴`: rounded down, or one less where the exact product is within 2⁻¹⁴ of an integer.
#[inline(always)]
pub(crate) const fn high_product(a: u64, b: u64) -> u64 {
    let (upper, below) = partial_products(a, b);
    upper.wrapping_add(below >> 32)
}

/// `a · b / 2⁶⁴`, never too great, at most three units too small.
#[inline(always)]
pub(crate) const fn rough_product(a: u64, b: u64) -> u64 {
    let (a1, a0, b1, b0) = (a >> 32, a & LOW, b >> 32, b & LOW);
    let (left, right) = (a1.wrapping_mul(b0), a0.wrapping_mul(b1));
    a1.wrapping_mul(b1).wrapping_add(left >> 32).wrapping_add(right >> 32)
}

/// `a · b`, exactly.
#[inline(always)]
pub(crate) const fn full_product(a: u64, b: u64) -> u128 {
    let (upper, below) = partial_products(a, b);
    let lowest = a.wrapping_mul(b);
    // What `below` lacks is less than 2³²; its last 32 bits are known from the low half.
    let missing = (lowest >> 32).wrapping_sub(below) & LOW;
    joined(upper.wrapping_add(below.wrapping_add(missing) >> 32), lowest)
}

/// `a · b / 2⁶³` of signed numbers, rounded down, or up to two less: see [`high_product`]. For |a · b| < 2¹²⁶.
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
        Self { hi: w >> 32, lo: w & LOW as i64 }
    }

    /// `b · w` in the units of b: never too great, at most three units too small. For |b| < 2⁶³.
    #[inline(always)]
    pub(crate) const fn times(self, b: i64) -> i64 {
        let (b1, b0) = (b >> 32, b & LOW as i64);
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

/// 2¹²⁷ / d of a d with its top bit set, low by less than 20.
#[inline(always)]
pub(crate) const fn reciprocal_rough(d: u64) -> u64 {
    let (d1, d0) = (d >> 32 | 0x8000_0000, d & LOW);
    let start = (1u64 << 63).wrapping_div(d1.wrapping_add(1));
    // 2⁹⁵ − d·start in units of 2³²: between 0 and 2³³.
    let gap = (1u64 << 63)
        .wrapping_sub(d1.wrapping_mul(start))
        .wrapping_sub(d0.wrapping_mul(start) >> 32);
    (start << 32).wrapping_add((gap >> 2).wrapping_mul(start) >> 29)
}

/// 2¹²⁷ / d of a d with its top bit set: below the exact quotient by more than nothing and less than two.
///
/// # Accuracy
/// A quotient of 32 bits is off by a relative e < 2⁻³⁰; one Newton step leaves e² and its own roundings,
/// less than 20 units; the remainder, taken exactly to 2⁵², removes them to 2⁻¹¹ of a unit; the final
/// rounding is downwards. Remainder and correction are lowered by one unit of 2⁵² · d⁻¹ so that the result
/// stays below 2⁶⁴ for d = 2⁶³.
#[inline(always)]
pub(crate) const fn reciprocal(d: u64) -> u64 {
    let x = reciprocal_rough(d);
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
            let is_divisor = (1u128 << 127).is_multiple_of(d as u128);
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
            assert!((0..=2).contains(&(exact - signed_product_63(half, signed) as i128)));
            let exact = (a as u128 * b as u128) >> 64;
            assert!((0..=1).contains(&(exact - high_product(a, b) as u128)));
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
