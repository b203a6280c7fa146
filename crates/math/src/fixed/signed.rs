//! Signed numbers with 64 significant bits: a [`Real`] with a sign.

use super::real::Real;
use crate::fixed::quantity::Ratio;

/// 10⁻¹⁸.
const PER_WAD: Real = Real::new(1_000_000_000_000_000_000, 0).inverse();

/// A number of either sign with 64 significant bits.
///
/// # Accuracy
/// As [`Real`]: a relative 2⁻⁶² for each operation; of a difference, 2⁻⁶² of the greater.
#[derive(Clone, Copy, Debug)]
pub struct Signed {
    magnitude: Real,
    is_negative: bool,
}

impl Signed {
    /// Nothing.
    pub const ZERO: Self = Self::of(Real::ZERO);
    /// One.
    pub const ONE: Self = Self::of(Real::ONE);

    /// A number that is not negative.
    #[inline]
    pub const fn of(magnitude: Real) -> Self {
        Self { magnitude, is_negative: false }
    }

    /// A multiple of 2^exponent.
    #[inline]
    pub const fn new(value: i128, exponent: i32) -> Self {
        let magnitude = Real::from_integer(value.unsigned_abs()).scaled(exponent);
        Self { magnitude, is_negative: value < 0 }
    }

    /// An 18-decimal number.
    #[inline]
    pub const fn of_ratio(value: Ratio) -> Self {
        let whole = Self::new(value.0, 0);
        Self { magnitude: whole.magnitude.times(PER_WAD), is_negative: whole.is_negative }
    }

    /// |self|.
    #[inline]
    pub const fn magnitude(self) -> Real {
        self.magnitude
    }

    /// Whether it is below zero; a zero is not.
    #[inline]
    pub const fn is_negative(self) -> bool {
        self.is_negative && !self.magnitude.is_zero()
    }

    /// Whether it is above zero.
    #[inline]
    pub const fn is_positive(self) -> bool {
        !self.is_negative && !self.magnitude.is_zero()
    }

    /// `−self`.
    #[inline]
    pub const fn negated(self) -> Self {
        Self { magnitude: self.magnitude, is_negative: !self.is_negative }
    }

    /// `self · other`.
    #[inline]
    pub const fn times(self, other: Self) -> Self {
        Self {
            magnitude: self.magnitude.times(other.magnitude),
            is_negative: self.is_negative != other.is_negative,
        }
    }

    /// `self + other`.
    #[inline]
    pub const fn plus(self, other: Self) -> Self {
        if self.is_negative == other.is_negative {
            return Self { magnitude: self.magnitude.plus(other.magnitude), ..self };
        }
        if self.magnitude.is_below(other.magnitude) {
            Self { magnitude: other.magnitude.minus(self.magnitude), ..other }
        } else {
            Self { magnitude: self.magnitude.minus(other.magnitude), ..self }
        }
    }

    /// `self − other`.
    #[inline]
    pub const fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// `self · 2^by`.
    #[inline]
    pub const fn scaled(self, by: i32) -> Self {
        Self { magnitude: self.magnitude.scaled(by), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_of_any_exponent_adds_nothing() {
        for exponent in [-200, -64, 0, 64, 200] {
            let zero = Signed::new(0, exponent);
            for value in [Signed::new(3, -5), Signed::new(-3, -5)] {
                for sum in [zero.plus(value), value.plus(zero), value.minus(zero)] {
                    assert_eq!(sum.magnitude(), value.magnitude());
                    assert_eq!(sum.is_negative(), value.is_negative());
                }
                let difference = zero.minus(value);
                assert_eq!(difference.magnitude(), value.magnitude());
                assert_eq!(difference.is_positive(), value.is_negative());
            }
        }
    }
}
