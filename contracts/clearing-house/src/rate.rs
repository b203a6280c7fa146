//! The funding rate in 56 bits: a mantissa of 48 bits and a power of two.

const MANTISSA_BITS: u32 = 48;

/// The rate of a mantissa and an exponent, `mantissa · 2^exponent`; zero for a pair that [`compressed`]
/// never gives.
pub(crate) fn expanded(mantissa: i64, exponent: i8) -> i128 {
    match u32::try_from(exponent) {
        Ok(exponent) if exponent <= 128 - MANTISSA_BITS => i128::from(mantissa) << exponent,
        _ => 0,
    }
}

/// The mantissa and exponent of a rate, rounded towards zero: funding is never more than it should be.
/// Exact below 2^47, that is up to 0.00014 quote units per unit and second, else to 14 digits.
pub(crate) fn compressed(rate: i128) -> (i64, i8) {
    let significant = 128 - rate.unsigned_abs().leading_zeros();
    let exponent = significant.saturating_sub(MANTISSA_BITS - 1);
    let magnitude = (rate.unsigned_abs() >> exponent) as i64;
    (if rate < 0 { -magnitude } else { magnitude }, exponent as i8)
}

/// The rate as it will be read back.
pub(crate) fn quantised(rate: i128) -> i128 {
    let (mantissa, exponent) = compressed(rate);
    expanded(mantissa, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quantised_below_two_to_the_47th_is_exact() {
        for rate in [0, 1, -1, 208_333_333_333_333 >> 1, (1 << 47) - 1, 1 - (1 << 47)] {
            assert_eq!(quantised(rate), rate);
        }
        assert_eq!(compressed(1 << 47), (1 << 46, 1));
    }

    proptest! {
        #[test]
        fn quantised_of_any_rate_is_nearer_to_zero_by_less_than_a_46th_bit(rate: i128) {
            let (mantissa, _) = compressed(rate);
            prop_assert!(mantissa.unsigned_abs() < 1 << 47);
            let back = quantised(rate);
            prop_assert!(back.unsigned_abs() <= rate.unsigned_abs());
            prop_assert!(rate.abs_diff(back) <= rate.unsigned_abs() >> 46);
            prop_assert_eq!(quantised(back), back);
        }

        #[test]
        fn expanded_of_any_stored_pair_does_not_fail(mantissa: i64, exponent: i8) {
            let _ = expanded(mantissa >> 16, exponent);
        }
    }
}
