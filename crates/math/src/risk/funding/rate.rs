//! The rate as it is stored: 56 bits.

use crate::MathError;
use crate::fixed::mul_div_floor;
use crate::fixed::quantity::{Price, Ratio};

/// Bits of a magnitude of the mantissa, which has 48 with its sign.
const MANTISSA_BITS: u32 = 47;
/// The least exponent: 2⁻⁴⁰ of the last of 18 decimals.
const LEAST_EXPONENT: i8 = -40;

/// A funding rate in quote units per unit and second: `mantissa · 2^exponent` units of 1e-18.
///
/// The exponent may be negative: an instrument of 1e-8 quote units pays 35 such units a second, which
/// whole ones would misstate by 3%.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FundingRate {
    /// At most 47 bits and a sign.
    pub mantissa: i64,
    /// From −40 up.
    pub exponent: i8,
}

impl FundingRate {
    /// The stored form of a rate per hour at an index price: `rate · index / 3600 s`.
    ///
    /// # Rounding
    /// Towards zero: nobody pays more than the rate.
    ///
    /// # Accuracy
    /// 2⁻⁴⁶ of the rate, and 2⁻⁴⁰ of a unit of 1e-18.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::risk::funding::FundingRate;
    /// use ballast_math::{Price, Ratio};
    /// const ONE: i128 = 1_000_000_000_000_000_000;
    /// // 0.36% an hour of 1,000 is 0.001 a second.
    /// let rate = FundingRate::from_hourly(Ratio(ONE / 1_000 * 36 / 10), Price(1_000 * ONE))?;
    /// assert_eq!(rate.over_floor(1)?, Price(ONE / 1_000));
    /// # Ok::<(), ballast_math::MathError>(())
    /// ```
    pub fn from_hourly(rate: Ratio, index: Price) -> Result<Self, MathError> {
        const WAD_HOURS: i128 = 3_600 * crate::fixed::WAD;
        let rate_magnitude = rate.checked_abs()?.0;
        let fine = shifted_left(rate_magnitude, 40).ok_or(MathError::Overflow)?;
        let scaled = mul_div_floor(index.checked_abs()?.0, fine, WAD_HOURS)?;
        let bits = 128u32.saturating_sub(scaled.leading_zeros());
        let shift = bits.saturating_sub(MANTISSA_BITS);
        let magnitude = (scaled >> shift) as i64;
        let is_negative = (rate.0 ^ index.0) < 0;
        Ok(Self {
            mantissa: if is_negative { magnitude.wrapping_neg() } else { magnitude },
            exponent: LEAST_EXPONENT.saturating_add(shift as i8),
        })
    }

    /// What a unit pays in `seconds`.
    ///
    /// # Rounding
    /// Down.
    ///
    /// # Errors
    /// [`MathError::Overflow`].
    ///
    /// # Examples
    /// ```
    /// use ballast_math::{Price, risk::funding::FundingRate};
    /// assert_eq!(FundingRate { mantissa: -5, exponent: -1 }.over_floor(3), Ok(Price(-8)));
    /// assert_eq!(FundingRate { mantissa: 5, exponent: 2 }.over_floor(3), Ok(Price(60)));
    /// ```
    pub fn over_floor(&self, seconds: u64) -> Result<Price, MathError> {
        // |mantissa| ≤ 2⁶³ and seconds < 2⁶⁴: the product is within 127 bits and a sign.
        let product = (self.mantissa as i128).wrapping_mul(seconds as i128);
        let distance = self.exponent.unsigned_abs() as u32;
        let value = if self.exponent < 0 {
            product >> distance.min(127)
        } else {
            shifted_left(product, distance).ok_or(MathError::Overflow)?
        };
        Ok(Price(value))
    }
}

/// `value · 2^distance`, if no bit is lost.
fn shifted_left(value: i128, distance: u32) -> Option<i128> {
    let shifted = value.checked_shl(distance)?;
    (shifted >> distance == value).then_some(shifted)
}
