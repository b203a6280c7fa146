//! Division of 256 bits by one or two limbs, by their reciprocal.

use super::{Wide, high, joined, limb_product, low};

/// A divisor with its reciprocal, ready to divide.
///
/// The divisor is shifted until its top bit is set, because the reciprocal of a normalised limb fits a
/// limb: v = ⌊(2¹²⁸ − 1)/d⌋ − 2⁶⁴ for one, ⌊(2¹⁹² − 1)/d⌋ − 2⁶⁴ for two.
#[derive(Clone, Copy, Debug)]
pub struct Divisor {
    /// The normalised divisor: one limb if `high(value)` is zero.
    value: u128,
    reciprocal: u64,
    shift: u32,
}

impl Divisor {
    /// 10¹⁸, its reciprocal worked out by the compiler.
    pub const WAD: Self = match Self::new(1_000_000_000_000_000_000) {
        Some(divisor) => divisor,
        None => panic!("ten to the eighteenth is not zero"),
    };

    /// Prepares a divisor; nothing for zero.
    #[inline(never)]
    pub const fn new(divisor: u128) -> Option<Self> {
        if divisor == 0 {
            return None;
        }
        let shift = divisor.leading_zeros() % 64;
        let value = divisor << shift;
        let reciprocal = match (high(value), low(value)) {
            (0, d) => reciprocal_of_one(d),
            (d1, d0) => reciprocal_of_two(d1, d0),
        };
        Some(Self { value, reciprocal, shift })
    }

    /// The quotient rounded down, and whether it is exact; nothing if it exceeds 128 bits.
    #[inline(never)]
    pub const fn divide(&self, wide: Wide) -> Option<(u128, bool)> {
        self.divide_inline(wide)
    }

    /// [`divide`](Self::divide) in place, where the divisor is a constant.
    #[inline(always)]
    pub(super) const fn divide_inline(&self, wide: Wide) -> Option<(u128, bool)> {
        // The quotient fits 128 bits exactly if the upper half is below the divisor.
        if wide.hi >= self.value >> self.shift {
            return None;
        }
        let hi = (wide.hi << self.shift) | ((wide.lo >> 1) >> 127u32.wrapping_sub(self.shift));
        let lo = wide.lo << self.shift;
        Some(if high(self.value) == 0 {
            self.divide_by_one(low(hi), lo)
        } else {
            self.divide_by_two(hi, lo)
        })
    }

    #[inline]
    const fn divide_by_one(&self, top: u64, lo: u128) -> (u128, bool) {
        let (q1, rest) = two_by_one(top, high(lo), low(self.value), self.reciprocal);
        let (q0, rest) = two_by_one(rest, low(lo), low(self.value), self.reciprocal);
        (joined(q1, q0), rest == 0)
    }

    #[inline]
    const fn divide_by_two(&self, hi: u128, lo: u128) -> (u128, bool) {
        let (q1, rest) = three_by_two(hi, high(lo), self.value, self.reciprocal);
        let (q0, rest) = three_by_two(rest, low(lo), self.value, self.reciprocal);
        (joined(q1, q0), rest == 0)
    }
}

/// Quotient and remainder of (u1, u0) by a normalised d > u1 with reciprocal v. Algorithm 4.
#[inline]
const fn two_by_one(u1: u64, u0: u64, d: u64, v: u64) -> (u64, u64) {
    let estimate = limb_product(v, u1).wrapping_add(joined(u1, u0));
    let mut quotient = high(estimate).wrapping_add(1);
    let mut rest = u0.wrapping_sub(quotient.wrapping_mul(d));
    if rest > low(estimate) {
        quotient = quotient.wrapping_sub(1);
        rest = rest.wrapping_add(d);
    }
    if rest >= d {
        quotient = quotient.wrapping_add(1);
        rest = rest.wrapping_sub(d);
    }
    (quotient, rest)
}

/// Quotient and remainder of (u21, u0) by a normalised two-limb d > u21 with reciprocal v. Algorithm 5.
#[inline]
const fn three_by_two(u21: u128, u0: u64, d: u128, v: u64) -> (u64, u128) {
    let estimate = limb_product(v, high(u21)).wrapping_add(u21);
    let mut quotient = high(estimate);
    let top = low(u21).wrapping_sub(quotient.wrapping_mul(high(d)));
    let mut rest = joined(top, u0).wrapping_sub(limb_product(quotient, low(d))).wrapping_sub(d);
    quotient = quotient.wrapping_add(1);
    if high(rest) >= low(estimate) {
        quotient = quotient.wrapping_sub(1);
        rest = rest.wrapping_add(d);
    }
    if rest >= d {
        quotient = quotient.wrapping_add(1);
        rest = rest.wrapping_sub(d);
    }
    (quotient, rest)
}

/// ⌊(2¹²⁸ − 1)/d⌋ − 2⁶⁴ of a normalised d: the quotient of (2⁶⁴ − 1 − d, 2⁶⁴ − 1) by d, whose upper limb is
/// below d because d ≥ 2⁶³. Two digits of 32 bits, each estimated from the upper half of d and then
/// corrected at most twice.
const fn reciprocal_of_one(d: u64) -> u64 {
    let (d1, d0) = (d >> 32, d & 0xffff_ffff);
    let (q1, rest) = digit(!d, 0xffff_ffff, d1, d0, d);
    let (q0, _) = digit(rest, 0xffff_ffff, d1, d0, d);
    (q1 << 32) | q0
}

/// One 32-bit digit of a quotient: of `rest · 2³² + next` by d = d1·2³² + d0, and what remains.
#[inline]
#[expect(clippy::arithmetic_side_effects, reason = "the divisor has a bit set")]
const fn digit(rest: u64, next: u64, d1: u64, d0: u64, d: u64) -> (u64, u64) {
    // The top bit of d1 is set; saying so rids the division of its zero check.
    let d1 = d1 | 0x8000_0000;
    let mut q = rest.wrapping_div(d1);
    let mut r = rest.wrapping_rem(d1);
    while q >> 32 != 0 || q.wrapping_mul(d0) > (r << 32 | next) {
        q = q.wrapping_sub(1);
        r = r.wrapping_add(d1);
        if r >> 32 != 0 {
            break;
        }
    }
    (q, (rest << 32 | next).wrapping_sub(q.wrapping_mul(d)))
}

/// The reciprocal of two normalised limbs. Algorithm 6.
const fn reciprocal_of_two(d1: u64, d0: u64) -> u64 {
    let mut v = reciprocal_of_one(d1);
    let mut p = d1.wrapping_mul(v).wrapping_add(d0);
    if p < d0 {
        v = v.wrapping_sub(1);
        if p >= d1 {
            v = v.wrapping_sub(1);
            p = p.wrapping_sub(d1);
        }
        p = p.wrapping_sub(d1);
    }
    let t = limb_product(v, d0);
    p = p.wrapping_add(high(t));
    if p < high(t) {
        v = v.wrapping_sub(1);
        if joined(p, low(t)) >= joined(d1, d0) {
            v = v.wrapping_sub(1);
        }
    }
    v
}
