//! Decimal notation of numbers that span many magnitudes.

use ballast_math::fixed::real::Real;
use num_bigint::BigUint;

/// What 64 bits distinguish.
const DIGITS: usize = 20;

/// A number with twenty significant digits, without an exponent and without zeros at the end.
///
/// # Rounding
/// To the nearest.
pub(crate) fn significant(value: Real) -> String {
    let mantissa = BigUint::from(value.mantissa());
    if value.is_zero() {
        return "0".to_owned();
    }
    let Ok(places) = u32::try_from(-value.exponent()) else {
        return (mantissa << value.exponent()).to_string();
    };
    // m/2^p = m·5^p/10^p.
    let exact = mantissa * BigUint::from(5u8).pow(places);
    // Less than 2⁶⁴ has at most twenty digits before the point, so only decimals are dropped.
    let dropped = exact.to_string().len().saturating_sub(DIGITS);
    let unit = BigUint::from(10u8).pow(dropped as u32);
    let digits: BigUint = (exact + (&unit >> 1)) / unit;
    super::positional(&digits.to_string(), places as usize - dropped, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_of_any_magnitude_keeps_its_digits() {
        for (mantissa, exponent, text) in [
            (0, 0, "0"),
            (3, 2, "12"),
            (1, -3, "0.125"),
            (u64::MAX, 0, "18446744073709551615"),
            (1, 70, "1180591620717411303424"),
            (1, -70, "0.00000000000000000000084703294725430033907"),
            (u64::MAX, -64, "0.99999999999999999995"),
        ] {
            assert_eq!(significant(Real::new(mantissa, exponent)), text);
        }
    }
}
