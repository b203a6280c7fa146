//! mantissa · 10^exponent.

use crate::bits::Bits;
use crate::field::FieldValue;

/// A number `mantissa · 10^exponent` with `M` bits of mantissa and `E` of exponent.
///
/// The constructors choose the least exponent, so that a number has one representation and keeps all the
/// digits it can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal<const M: u32, const E: u32> {
    mantissa: u64,
    exponent: u8,
}

impl<const M: u32, const E: u32> Decimal<M, E> {
    const GREATEST_MANTISSA: u64 = u64::MAX >> 64u32.saturating_sub(M);
    const GREATEST_EXPONENT: u8 = u8::MAX >> 8u32.saturating_sub(E);

    /// The greatest representable number not above `value`.
    ///
    /// # Examples
    /// ```
    /// use ballast_layout::small::Decimal16;
    /// assert_eq!(Decimal16::from_floor(20_479).to_u128(), Some(20_470));
    /// assert_eq!(Decimal16::from_ceil(20_461), Decimal16::from_exact(20_470));
    /// assert_eq!(Decimal16::from_exact(20_471), None);
    /// ```
    #[inline]
    pub fn from_floor(value: u128) -> Self {
        let (mantissa, exponent, _) = Self::reduced(value);
        Self { mantissa, exponent }
    }

    /// The least representable number not below `value`; nothing if there is none.
    #[inline]
    pub fn from_ceil(value: u128) -> Option<Self> {
        let (mantissa, exponent, exact) = Self::reduced(value);
        if exact {
            return Some(Self { mantissa, exponent });
        }
        match mantissa.checked_add(1).filter(|next| *next <= Self::GREATEST_MANTISSA) {
            Some(mantissa) => Some(Self { mantissa, exponent }),
            // The mantissa is all ones, no multiple of ten: the next number is a tenth of it, plus one.
            None => {
                let exponent = exponent.checked_add(1).filter(|e| *e <= Self::GREATEST_EXPONENT)?;
                Some(Self { mantissa: (mantissa / 10).saturating_add(1), exponent })
            }
        }
    }

    /// `value`, if it is representable.
    #[inline]
    pub fn from_exact(value: u128) -> Option<Self> {
        let (mantissa, exponent, exact) = Self::reduced(value);
        exact.then_some(Self { mantissa, exponent })
    }

    /// The number; nothing if it exceeds 128 bits, as only a word that no constructor made can.
    #[inline]
    pub fn to_u128(self) -> Option<u128> {
        expanded(self.mantissa, self.exponent)
    }

    /// Mantissa and exponent rounded down, and whether nothing was lost.
    #[inline(never)]
    fn reduced(value: u128) -> (u64, u8, bool) {
        let (mut mantissa, mut exponent, mut exact) = (value, 0u8, true);
        while mantissa > Self::GREATEST_MANTISSA as u128 {
            if exponent == Self::GREATEST_EXPONENT {
                return (Self::GREATEST_MANTISSA, exponent, false);
            }
            let (quotient, rest) = tenth(mantissa);
            exact &= rest == 0;
            mantissa = quotient;
            exponent = exponent.saturating_add(1);
        }
        (mantissa as u64, exponent, exact)
    }
}

/// Quotient and rest of a division by ten, digit by digit of 32 bits: the compiler's own division of 128
/// bits is half a kilobyte of program.
#[inline(never)]
fn tenth(value: u128) -> (u128, u64) {
    let (mut quotient, mut rest) = (0u128, 0u64);
    for digit in [(value >> 96) as u32, (value >> 64) as u32, (value >> 32) as u32, value as u32] {
        let digit = (rest << 32) | digit as u64;
        quotient = (quotient << 32) | digit.wrapping_div(10) as u128;
        rest = digit.wrapping_rem(10);
    }
    (quotient, rest)
}

/// `mantissa · 10^exponent`: one copy for all widths.
#[inline(never)]
fn expanded(mantissa: u64, exponent: u8) -> Option<u128> {
    let power = power_of_ten(exponent)?;
    // By halves: neither product exceeds 128 bits, and a checked product of 128 would be a call.
    let high = (power >> 64).wrapping_mul(mantissa as u128);
    let low = (power & u64::MAX as u128).wrapping_mul(mantissa as u128);
    if high >> 64 != 0 {
        return None;
    }
    (high << 64).checked_add(low)
}

/// 10^exponent; nothing above 38. Six conditional products: a table of 39 wide numbers would be paid for
/// by every call of a program, in its data segment.
#[inline]
fn power_of_ten(exponent: u8) -> Option<u128> {
    if exponent > 38 {
        return None;
    }
    let bit = |n: u32| exponent >> n & 1 == 1;
    let low = if bit(0) { 10u64 } else { 1 };
    let low = if bit(1) { low.wrapping_mul(100) } else { low };
    let low = if bit(2) { low.wrapping_mul(10_000) } else { low };
    let low = if bit(3) { low.wrapping_mul(100_000_000) } else { low };
    let power = low as u128;
    let power = if bit(4) { power.wrapping_mul(10_000_000_000_000_000) } else { power };
    Some(if bit(5) {
        power.wrapping_mul(100_000_000_000_000_000_000_000_000_000_000)
    } else {
        power
    })
}

impl<const M: u32, const E: u32> FieldValue for Decimal<M, E> {
    const SIGNED: bool = false;
    #[inline(always)]
    fn to_bits(self) -> Bits {
        Bits::unsigned(((self.mantissa as u128) << E) | self.exponent as u128)
    }
    #[inline(always)]
    fn from_bits(bits: Bits) -> Self {
        let mantissa = (bits.lo >> E) as u64;
        Self { mantissa, exponent: bits.lo as u8 & Self::GREATEST_EXPONENT }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Decimal16, Decimal48, Decimal64};
    use super::*;
    use proptest::prelude::*;

    fn assert_brackets<const M: u32, const E: u32>(value: u128) {
        let floor = Decimal::<M, E>::from_floor(value);
        let below = floor.to_u128().unwrap();
        assert!(below <= value);
        let Some(ceil) = Decimal::<M, E>::from_ceil(value) else {
            assert_eq!(floor.mantissa, Decimal::<M, E>::GREATEST_MANTISSA);
            return;
        };
        let Some(above) = ceil.to_u128() else { return };
        assert!(above >= value);
        assert_eq!(below == value, above == value);
        let spacing = power_of_ten(ceil.exponent).unwrap();
        assert!(above - below <= spacing, "{below} {above}");
    }

    #[test]
    fn power_of_ten_agrees_with_pow() {
        for exponent in 0..=38 {
            assert_eq!(power_of_ten(exponent), Some(10u128.pow(exponent as u32)));
        }
        assert_eq!(power_of_ten(39), None);
    }

    proptest! {
        #[test]
        fn decimal_of_any_value_brackets_it(value in any::<u128>(), shift in 0u32..128) {
            assert_brackets::<58, 6>(value >> shift);
            assert_brackets::<11, 5>((value >> shift) % 10u128.pow(34));
            assert_brackets::<40, 8>(value >> shift);
        }

        #[test]
        fn decimal_of_short_numbers_is_exact(mantissa in 0u64..1 << 58, exponent in 0u32..=20) {
            let value = mantissa as u128 * 10u128.pow(exponent);
            prop_assert_eq!(Decimal64::from_exact(value).unwrap().to_u128(), Some(value));
        }
    }

    #[test]
    fn decimal_beyond_the_range_saturates_below_and_is_refused_above() {
        let most = 2_047 * 10u128.pow(31);
        assert_eq!(Decimal16::from_floor(u128::MAX).to_u128(), Some(most));
        assert_eq!(Decimal16::from_ceil(most + 1), None);
        assert_eq!(Decimal48::from_exact(u128::MAX), None);
    }
}
