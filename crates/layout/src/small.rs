//! Numbers in few bits: a mantissa and an exponent, and amounts in millionths. Which way a number that
//! does not fit exactly goes is in the name of the constructor.

use crate::bits::Bits;
use crate::field::FieldValue;

mod binary;
mod decimal;

pub use binary::Binary;
pub use decimal::Decimal;

/// A limit in 64 bits: 58 bits of mantissa times a power of ten; exact to 17 decimal digits.
pub type Decimal64 = Decimal<58, 6>;

/// A step in 16 bits: a mantissa up to 2,047 times a power of ten up to 10³¹.
pub type Decimal16 = Decimal<11, 5>;

/// A custody cap in 48 bits: a mantissa up to 1.09e12 times a power of ten.
pub type Decimal48 = Decimal<40, 8>;

/// A price bound in 18 bits: 12 significant bits times a power of two from 2¹⁶ to 2⁷⁹. In WAD it is good
/// to 12 bits from 1.4e-10 to 2.4e9 quote units.
pub type PriceBound = Binary<12, 6, 16>;

/// The price of which a market pays interest, in 24 bits: 18 significant bits times a power of two from 2¹⁶
/// to 2⁷⁹.
pub type InterestPrice = Binary<18, 6, 16>;

/// An amount of quote units in millionths, for facts that need no more: reaches 1.8e13.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(transparent)]
pub struct Micros(pub u64);

/// WAD units in a millionth.
const WAD_PER_MICRO: u64 = 1_000_000_000_000;

impl Micros {
    /// The largest number of millionths not above a WAD amount; nothing beyond 64 bits.
    ///
    /// # Examples
    /// ```
    /// use ballast_layout::small::Micros;
    /// assert_eq!(Micros::from_wad_floor(1_999_999_999_999), Some(Micros(1)));
    /// assert_eq!(Micros::from_wad_ceil(1_000_000_000_001), Some(Micros(2)));
    /// assert_eq!(Micros::from_wad_floor(u128::MAX), None);
    /// ```
    #[inline]
    pub fn from_wad_floor(wad: u128) -> Option<Self> {
        divided(wad).map(|(quotient, _)| Self(quotient))
    }

    /// The least number of millionths not below a WAD amount; nothing beyond 64 bits.
    #[inline]
    pub fn from_wad_ceil(wad: u128) -> Option<Self> {
        let (quotient, exact) = divided(wad)?;
        quotient.checked_add(!exact as u64).map(Self)
    }

    /// The WAD amount, exactly.
    #[inline]
    pub const fn to_wad(self) -> u128 {
        (self.0 as u128).wrapping_mul(WAD_PER_MICRO as u128)
    }
}

/// `wad / 10¹²`, and whether it is exact; nothing if the quotient exceeds 64 bits.
///
/// 10¹² = 2¹² · 5¹². Schoolbook over 5¹² < 2²⁸ with digits of 32 bits keeps every step in 64 bits, where a
/// 128-bit division would cost ten times as much in WASM.
#[inline]
fn divided(wad: u128) -> Option<(u64, bool)> {
    const FIVES: u64 = 244_140_625;
    if wad >> 64 >= WAD_PER_MICRO as u128 {
        return None;
    }
    let shifted = wad >> 12;
    let mut quotient = 0u64;
    let mut rest = 0u64;
    for digit in
        [(shifted >> 96) as u32, (shifted >> 64) as u32, (shifted >> 32) as u32, shifted as u32]
    {
        let value = (rest << 32) | digit as u64;
        quotient = (quotient << 32) | value.wrapping_div(FIVES);
        rest = value.wrapping_rem(FIVES);
    }
    Some((quotient, rest == 0 && wad & 0xfff == 0))
}

impl FieldValue for Micros {
    const SIGNED: bool = false;
    #[inline(always)]
    fn to_bits(self) -> Bits {
        Bits::unsigned(self.0 as u128)
    }
    #[inline(always)]
    fn from_bits(bits: Bits) -> Self {
        Self(bits.lo as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn micros_of_any_amount_bracket_it(wad in 0u128..=(u64::MAX as u128 * WAD_PER_MICRO as u128)) {
            let floor = Micros::from_wad_floor(wad).unwrap();
            prop_assert_eq!(floor.0 as u128, wad / WAD_PER_MICRO as u128);
            let ceil = Micros::from_wad_ceil(wad).unwrap();
            prop_assert_eq!(ceil.0 as u128, wad.div_ceil(WAD_PER_MICRO as u128));
        }
    }

    #[test]
    fn micros_beyond_64_bits_are_refused() {
        let most = u64::MAX as u128 * WAD_PER_MICRO as u128;
        assert_eq!(Micros::from_wad_ceil(most), Some(Micros(u64::MAX)));
        assert_eq!(Micros::from_wad_ceil(most + 1), None);
        assert_eq!(Micros::from_wad_floor(most + WAD_PER_MICRO as u128), None);
    }
}
