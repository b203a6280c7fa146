//! 256-bit intermediates on 64-bit limbs.
//!
//! WASM has neither 128-bit multiplication nor division: the compiler's routines cost 28 gas a division
//! and a kilobyte of code. Everything here multiplies 64 by 64 bits, and divides by multiplying with a
//! reciprocal.
//!
//! # Source
//! N. Möller, T. Granlund, "Improved division by invariant integers", IEEE Trans. Computers 60 (2011),
//! algorithms 4 (two limbs by one), 5 (three by two) and 6 (reciprocal of two limbs). The reciprocal of one
//! limb is H. Warren, "Hacker's Delight", 2nd ed., divlu, on native 64-bit division.

mod divide;

pub use divide::Divisor;

/// A 256-bit unsigned number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wide {
    /// Bits 255 to 128.
    pub hi: u128,
    /// Bits 127 to 0.
    pub lo: u128,
}

/// The low limb.
#[inline(always)]
pub(super) const fn low(value: u128) -> u64 {
    value as u64
}

/// The high limb.
#[inline(always)]
pub(super) const fn high(value: u128) -> u64 {
    (value >> 64) as u64
}

/// Two limbs as a number.
#[inline(always)]
pub(super) const fn joined(high: u64, low: u64) -> u128 {
    ((high as u128) << 64) | low as u128
}

/// The product of two limbs. It cannot overflow: (2⁶⁴ − 1)² < 2¹²⁸.
#[inline(always)]
const fn limb_product(a: u64, b: u64) -> u128 {
    (a as u128).wrapping_mul(b as u128)
}

/// `a · b`, exactly.
///
/// # Examples
/// ```
/// use ballast_math::fixed::wide::{Wide, product};
/// assert_eq!(product(1 << 100, 1 << 100), Wide { hi: 1 << 72, lo: 0 });
/// ```
#[inline(never)]
pub const fn product(a: u128, b: u128) -> Wide {
    product_inline(a, b)
}

/// [`product`] in place: for the most frequent caller.
#[inline(always)]
const fn product_inline(a: u128, b: u128) -> Wide {
    let (a1, a0, b1, b0) = (high(a), low(a), high(b), low(b));
    let lowest = limb_product(a0, b0);
    if a1 | b1 == 0 {
        return Wide { hi: 0, lo: lowest };
    }
    // Each sum holds a product of limbs, at most (2⁶⁴ − 1)², and two limbs: exactly 2¹²⁸ − 1 at most.
    let middle = limb_product(a1, b0).wrapping_add(high(lowest) as u128);
    let other = limb_product(a0, b1).wrapping_add(low(middle) as u128);
    let top =
        limb_product(a1, b1).wrapping_add(high(middle) as u128).wrapping_add(high(other) as u128);
    Wide { hi: top, lo: joined(low(other), low(lowest)) }
}

/// `a · b / 10¹⁸` rounded down and whether it is exact; nothing if the quotient exceeds 128 bits.
#[inline(never)]
pub const fn mul_wad(a: u128, b: u128) -> Option<(u128, bool)> {
    let wide = product_inline(a, b);
    Divisor::WAD.divide_inline(wide)
}
