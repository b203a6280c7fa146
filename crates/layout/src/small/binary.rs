//! mantissa · 2^(exponent + offset).

use crate::bits::Bits;
use crate::field::FieldValue;

/// A number `mantissa · 2^(exponent + OFFSET)` with `M` bits of mantissa and `E` of exponent.
///
/// Cheaper to read than [`Decimal`](super::Decimal), one shift; for bounds that need few digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Binary<const M: u32, const E: u32, const OFFSET: u32> {
    mantissa: u32,
    exponent: u8,
}

impl<const M: u32, const E: u32, const OFFSET: u32> Binary<M, E, OFFSET> {
    const GREATEST_MANTISSA: u32 = u32::MAX >> 32u32.saturating_sub(M);
    const GREATEST_EXPONENT: u8 = u8::MAX >> 8u32.saturating_sub(E);

    /// The greatest representable number not above `value`; 0 below 2^OFFSET.
    ///
    /// # Examples
    /// ```
    /// use ballast_layout::small::PriceBound;
    /// let wad = 2_000_000_000_000_000_000_000;
    /// let (below, above) = (PriceBound::from_floor(wad), PriceBound::from_ceil(wad).unwrap());
    /// assert!(below.to_u128() < wad && wad < above.to_u128());
    /// assert!(above.to_u128() - below.to_u128() <= wad >> 11);
    /// ```
    #[inline]
    pub fn from_floor(value: u128) -> Self {
        let exponent = Self::exponent_of(value);
        if exponent > Self::GREATEST_EXPONENT as u32 {
            return Self { mantissa: Self::GREATEST_MANTISSA, exponent: Self::GREATEST_EXPONENT };
        }
        let mantissa = (value >> exponent.saturating_add(OFFSET)) as u32;
        Self { mantissa, exponent: exponent as u8 }
    }

    /// The least representable number not below `value`; nothing if there is none.
    #[inline]
    pub fn from_ceil(value: u128) -> Option<Self> {
        let floor = Self::from_floor(value);
        if floor.to_u128() == value {
            return Some(floor);
        }
        let next = floor.mantissa.saturating_add(1);
        if next <= Self::GREATEST_MANTISSA {
            return Some(Self { mantissa: next, ..floor });
        }
        // All ones plus one is a power of two: half of it, one exponent up.
        let exponent = floor.exponent.saturating_add(1);
        (exponent <= Self::GREATEST_EXPONENT).then_some(Self { mantissa: next >> 1, exponent })
    }

    /// The number. Needs M + 2^E − 1 + OFFSET ≤ 128.
    #[inline]
    pub const fn to_u128(self) -> u128 {
        const { assert!(M + (1 << E) - 1 + OFFSET <= 128, "the greatest number exceeds 128 bits") };
        (self.mantissa as u128) << (self.exponent as u32).saturating_add(OFFSET)
    }

    /// The least exponent at which the mantissa of `value` fits.
    #[inline]
    const fn exponent_of(value: u128) -> u32 {
        128u32.saturating_sub(value.leading_zeros()).saturating_sub(M).saturating_sub(OFFSET)
    }
}

impl<const M: u32, const E: u32, const OFFSET: u32> FieldValue for Binary<M, E, OFFSET> {
    const SIGNED: bool = false;
    #[inline(always)]
    fn to_bits(self) -> Bits {
        Bits::unsigned(((self.mantissa as u128) << E) | self.exponent as u128)
    }
    #[inline(always)]
    fn from_bits(bits: Bits) -> Self {
        let mantissa = (bits.lo >> E) as u32 & Self::GREATEST_MANTISSA;
        Self { mantissa, exponent: bits.lo as u8 & Self::GREATEST_EXPONENT }
    }
}

#[cfg(test)]
mod tests {
    use super::super::PriceBound;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn price_bound_of_any_price_brackets_it(value in any::<u128>(), shift in 38u32..128) {
            let value = value >> shift;
            let below = PriceBound::from_floor(value).to_u128();
            prop_assert!(below <= value);
            let above = PriceBound::from_ceil(value).unwrap().to_u128();
            prop_assert!(above >= value);
            prop_assert!(above - below <= (value >> 11).max(1 << 16));
            prop_assert_eq!(above == value, below == value);
        }
    }

    #[test]
    fn price_bound_beyond_the_range_saturates_below_and_is_refused_above() {
        let most = 4_095u128 << 79;
        assert_eq!(PriceBound::from_floor(u128::MAX).to_u128(), most);
        assert_eq!(PriceBound::from_ceil(most).unwrap().to_u128(), most);
        assert_eq!(PriceBound::from_ceil(most + 1), None);
    }
}
