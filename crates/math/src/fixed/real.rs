//! Non-negative numbers with 64 significant bits, for what spans many magnitudes.
//!
//! Products and quotients of money, gamma and tail probabilities range over sixty powers of ten. A fixed
//! point would be too coarse for some and overflow with others; a mantissa and an exponent are never
//! either, and cost no division and no 128-bit routine.

use super::limb::{high_product, reciprocal, reciprocal_rough, rough_product};
use super::wide::{high, joined, low};
use crate::MathError;

/// `mantissa · 2^exponent`, the top bit of the mantissa set, or zero.
///
/// # Accuracy
/// 64 significant bits: a relative 2⁻⁶³ at most for each rounding, always downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Real {
    mantissa: u64,
    exponent: i32,
}

impl Real {
    /// Nothing.
    pub const ZERO: Self = Self { mantissa: 0, exponent: -(1 << 24) };
    /// One.
    pub const ONE: Self = Self { mantissa: 1 << 63, exponent: -63 };

    /// `mantissa · 2^exponent`.
    ///
    /// # Domain
    /// |exponent| < 2²⁰; so that products of a few never overflow their exponent.
    ///
    /// # Examples
    /// ```
    /// use ballast_math::fixed::real::Real;
    /// assert_eq!(Real::new(3, 1).rounded(), Ok(6));
    /// assert_eq!(Real::new(3, 1), Real::new(6, 0));
    /// ```
    #[inline(always)]
    pub const fn new(mantissa: u64, exponent: i32) -> Self {
        let shift = mantissa.leading_zeros();
        // A shift of 64 is one of none, and the mantissa zero then.
        Self {
            mantissa: mantissa.wrapping_shl(shift),
            exponent: exponent.wrapping_sub(shift as i32),
        }
    }

    /// `mantissa · 2^exponent` as it is: for [`rough_times`](Self::rough_times).
    #[inline(always)]
    pub(crate) const fn unnormalised(mantissa: u64, exponent: i32) -> Self {
        Self { mantissa, exponent }
    }

    /// An integer, rounded down to 64 significant bits.
    #[inline(always)]
    pub const fn from_integer(value: u128) -> Self {
        // All ones if the number has one limb, which then is the upper one.
        let is_one = 0u64.wrapping_sub((high(value) == 0) as u64);
        let top = high(value) | low(value) & is_one;
        let next = low(value) & !is_one;
        let shift = top.leading_zeros();
        // Shifting twice, since a distance of 64 is none.
        let mantissa = top.wrapping_shl(shift) | (next >> 1) >> (63u32.wrapping_sub(shift) & 63);
        let exponent = (64 & !(is_one as i32)).wrapping_sub(shift as i32);
        Self { mantissa, exponent }
    }

    /// The mantissa: 64 significant bits, or zero.
    #[inline]
    pub const fn mantissa(self) -> u64 {
        self.mantissa
    }

    /// The exponent of two that the mantissa is multiplied with.
    #[inline]
    pub const fn exponent(self) -> i32 {
        self.exponent
    }

    /// Whether it is nothing.
    #[inline]
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// `self · other`.
    ///
    /// # Accuracy
    /// Rounded down: a relative 2⁻⁶².
    #[inline(always)]
    pub const fn times(self, other: Self) -> Self {
        let product = high_product(self.mantissa, other.mantissa);
        let exponent = self.exponent.wrapping_add(other.exponent).wrapping_add(64);
        // A product of normalised mantissas lacks its top bit or has it.
        let shift = (product >> 63) as i32 ^ 1;
        Self { mantissa: product << shift, exponent: exponent.wrapping_sub(shift) }
    }

    /// `self + other`, rounded down: a relative 2⁻⁶².
    #[inline]
    pub const fn plus(self, other: Self) -> Self {
        let (large, small) = if self.is_below(other) { (other, self) } else { (self, other) };
        let sum = (large.mantissa >> 1).wrapping_add(small.aligned(large.exponent) >> 1);
        Self::new(sum, large.exponent.wrapping_add(1))
    }

    /// `self − other`, or zero if that is negative.
    ///
    /// # Accuracy
    /// 2⁻⁶³ of self, too great at most.
    #[inline]
    pub const fn minus(self, other: Self) -> Self {
        if self.is_below(other) {
            return Self::ZERO;
        }
        let difference = self.mantissa.wrapping_sub(other.aligned(self.exponent));
        if difference == 0 { Self::ZERO } else { Self::new(difference, self.exponent) }
    }

    /// |self − other|.
    #[inline]
    pub const fn distance(self, other: Self) -> Self {
        if self.is_below(other) { other.minus(self) } else { self.minus(other) }
    }

    /// `self < other`. A zero may have any exponent.
    #[inline]
    pub const fn is_below(self, other: Self) -> bool {
        if self.is_zero() || other.is_zero() {
            !other.is_zero() && self.is_zero()
        } else if self.exponent == other.exponent {
            self.mantissa < other.mantissa
        } else {
            self.exponent < other.exponent
        }
    }

    /// The mantissa at a greater exponent.
    #[inline(always)]
    const fn aligned(self, exponent: i32) -> u64 {
        let shift = exponent.wrapping_sub(self.exponent);
        if shift > 63 { 0 } else { self.mantissa >> (shift & 63) }
    }

    /// `self · other` without the shift that would make room for the last bit: for chains of a few products
    /// whose result is rounded, not divided by.
    ///
    /// # Accuracy
    /// Low by a relative 2⁻⁶⁰, and a bit more is lost with each product before.
    #[inline(always)]
    pub(crate) const fn rough_times(self, other: Self) -> Self {
        let mantissa = rough_product(self.mantissa, other.mantissa);
        Self { mantissa, exponent: self.exponent.wrapping_add(other.exponent).wrapping_add(64) }
    }

    /// The first, or the second if the mask is all ones.
    #[inline(always)]
    pub(crate) const fn picked(first: Self, second: Self, mask: i64) -> Self {
        let difference = (first.mantissa ^ second.mantissa) & mask as u64;
        let exponents = (first.exponent ^ second.exponent) & mask as i32;
        Self { mantissa: first.mantissa ^ difference, exponent: first.exponent ^ exponents }
    }

    /// `self · 2^by`.
    #[inline(always)]
    pub const fn scaled(self, by: i32) -> Self {
        Self { mantissa: self.mantissa, exponent: self.exponent.wrapping_add(by) }
    }

    /// 1 − self, of a number of at most one.
    ///
    /// # Accuracy
    /// 2⁻⁶⁴.
    #[inline]
    pub const fn complement(self) -> Self {
        let (value, is_one) = (self.fixed(64), self.exponent == -63 && self.mantissa == 1 << 63);
        if value == 0 {
            Self::ONE
        } else if is_one {
            Self::ZERO
        } else {
            Self::new(0u64.wrapping_sub(value), -64)
        }
    }

    /// 1 / self; of zero, the greatest of its exponent.
    ///
    /// # Accuracy
    /// Below the exact value by less than a relative 2⁻⁶².
    #[inline(always)]
    pub const fn inverse(self) -> Self {
        // 1/(m·2^e) = (2¹²⁷/m) · 2^(−127 − e).
        let mantissa = reciprocal(self.mantissa | 1 << 63);
        Self { mantissa, exponent: (-127i32).wrapping_sub(self.exponent) }
    }

    /// 1 / self, to be multiplied with.
    ///
    /// # Accuracy
    /// Low by less than a relative 2⁻⁵⁸.
    #[inline(always)]
    pub(crate) const fn rough_inverse(self) -> Self {
        let mantissa = reciprocal_rough(self.mantissa | 1 << 63);
        Self { mantissa, exponent: (-127i32).wrapping_sub(self.exponent) }
    }

    /// The same number with the top bit of its mantissa set, after rough operations.
    #[inline(always)]
    pub(crate) const fn normalised(self) -> Self {
        Self::new(self.mantissa, self.exponent)
    }

    /// √self.
    ///
    /// # Accuracy
    /// A relative 2⁻⁶² at most, either way.
    ///
    /// # Source
    /// Newton's iteration: 32 bits by five divisions from a linear start, the rest by dividing the
    /// remainder, whose square falls below the last bit.
    #[inline]
    #[expect(clippy::arithmetic_side_effects, reason = "the divisors have a bit set")]
    pub const fn sqrt(self) -> Self {
        // An even exponent, and a mantissa in [2⁶², 2⁶⁴).
        let odd = (self.exponent & 1) as u32;
        let n = self.mantissa >> odd;
        let half = self.exponent.wrapping_add(odd as i32) >> 1;
        // The first step, from 2³²·¾, needs no division; the start is above the root.
        let mut x = (n >> 33).wrapping_add(1 << 31) | 1 << 31;
        x = x.wrapping_add(n.wrapping_div(x)) >> 1 | 1 << 31;
        x = x.wrapping_add(n.wrapping_div(x)) >> 1 | 1 << 31;
        x = x.wrapping_add(n.wrapping_div(x)) >> 1 | 1 << 31;
        x = x.wrapping_add(n.wrapping_div(x)) >> 1 | 1 << 31;
        // x − √n is between −1 and 1, x at most 2³²: the remainder fits 34 bits with its sign.
        let rest = n.wrapping_sub(x.wrapping_mul(x)) as i64;
        let (digits, left) =
            ((rest << 29).wrapping_div(x as i64), (rest << 29).wrapping_rem(x as i64));
        let correction = (digits << 2).wrapping_add((left << 2).wrapping_div(x as i64));
        // Where x is 2³² the root has wrapped to what the correction takes from 2⁶⁴.
        let root = (x << 32).wrapping_add(correction as u64);
        if self.is_zero() { self } else { Self::new(root, half.wrapping_sub(32)) }
    }

    /// The nearest integer, halves upwards.
    ///
    /// # Errors
    /// [`MathError::Overflow`] from 2¹²⁶ on.
    #[inline(always)]
    pub const fn rounded(self) -> Result<i128, MathError> {
        if self.is_large() { Err(MathError::Overflow) } else { Ok(self.nearest()) }
    }

    /// Whether it may be 2¹²⁶ or more, too much for [`nearest`](Self::nearest).
    #[inline(always)]
    pub(crate) const fn is_large(self) -> bool {
        self.exponent > 62
    }

    /// The nearest integer, halves upwards, of a number below 2¹²⁶. Without branches, which cost more than the
    /// shifts of both cases.
    #[inline(always)]
    pub(crate) const fn nearest(self) -> i128 {
        let (mantissa, up) = (self.mantissa, self.exponent as u32 & 63);
        let is_fraction = (self.exponent >> 31) as i64 as u64;
        let places = !self.exponent as u32;
        // From 65 places on the value is below a half.
        let is_seen = ((places as i32).wrapping_sub(64) >> 31) as i64 as u64;
        let kept = mantissa >> (places & 63) & is_seen & is_fraction;
        let (hi, lo) = ((mantissa >> 1) >> (63 ^ up), mantissa << up);
        let near = (kept >> 1).wrapping_add(kept & 1);
        joined(hi & !is_fraction, lo & !is_fraction | near) as i128
    }

    /// The integer below, as a multiple of 2^−places: 2⁶⁴ − 1 for all above.
    #[inline(always)]
    pub const fn fixed(self, places: i32) -> u64 {
        let shift = 0i32.wrapping_sub(self.exponent.wrapping_add(places));
        // A negative shift is a large one.
        if (shift as u32) < 64 {
            return self.mantissa >> shift;
        }
        if shift < 0 && self.mantissa != 0 { u64::MAX } else { 0 }
    }
}
