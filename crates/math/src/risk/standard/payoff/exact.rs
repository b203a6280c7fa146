//! Sums of products of 18-decimal numbers, with all their 36 decimals.

use crate::MathError;
use crate::fixed::wide::{self, Divisor, Wide};

/// A signed number of 256 bits and 36 decimals, in two's complement. The order of the fields is its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Exact {
    hi: i128,
    lo: u128,
}

impl Exact {
    pub(super) const ZERO: Self = Self { hi: 0, lo: 0 };

    /// `self + a·b`, exactly.
    pub(super) fn plus_product(self, a: i128, b: i128) -> Result<Self, MathError> {
        let Wide { hi, lo } = wide::product(a.unsigned_abs(), b.unsigned_abs());
        // |a·b| ≤ 2²⁵⁴, so the upper half is at most 2¹²⁶ and negation cannot overflow.
        let product = Self { hi: hi as i128, lo };
        self.plus(if (a ^ b) < 0 { product.negated() } else { product })
    }

    /// The greatest 18-decimal number not above this.
    pub(super) fn wad_floor(self) -> Result<i128, MathError> {
        let is_negative = self.hi < 0;
        let Self { hi, lo } = if is_negative { self.negated() } else { self };
        let quotient = Divisor::WAD.divide(Wide { hi: hi.unsigned_abs(), lo });
        let (magnitude, is_exact) = quotient.ok_or(MathError::Overflow)?;
        let away = (is_negative && !is_exact) as u128;
        let magnitude = magnitude.checked_add(away).ok_or(MathError::Overflow)?;
        let value = if is_negative {
            0i128.checked_sub_unsigned(magnitude)
        } else {
            0i128.checked_add_unsigned(magnitude)
        };
        value.ok_or(MathError::Overflow)
    }

    fn plus(self, other: Self) -> Result<Self, MathError> {
        let (lo, carry) = self.lo.overflowing_add(other.lo);
        let hi = self.hi.checked_add(other.hi).and_then(|hi| hi.checked_add(carry as i128));
        let hi = hi.ok_or(MathError::Overflow)?;
        Ok(Self { hi, lo })
    }

    /// Minus this; the least number stays itself, which [`Exact::wad_floor`] then refuses.
    fn negated(self) -> Self {
        let lo = self.lo.wrapping_neg();
        Self { hi: (!self.hi).wrapping_add((lo == 0) as i128), lo }
    }
}
