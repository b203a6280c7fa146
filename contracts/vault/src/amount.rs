//! Token units and 18-decimal amounts.

use contract_abi::generated::vault::errors;
use contract_abi::Revert;

/// The most decimals a token may have: with more, an 18-decimal amount could not say every token unit.
pub(crate) const MAX_DECIMALS: u8 = 18;

/// The 18-decimal amount of `amount` token units, exactly.
///
/// # Errors
/// `ZeroAmount`, `AmountTooLarge(amount)`.
pub(crate) fn wad(amount: u128, decimals: u8) -> Result<i128, Revert> {
    if amount == 0 {
        return Err(errors::zero_amount());
    }
    let scale = 10u128.checked_pow(MAX_DECIMALS.saturating_sub(decimals).into());
    scale
        .and_then(|scale| amount.checked_mul(scale))
        .and_then(|wad| i128::try_from(wad).ok())
        .ok_or_else(|| errors::amount_too_large(amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wad_of_token_units_scales_to_eighteen_decimals() {
        assert_eq!(wad(1_500_000, 6), Ok(1_500_000_000_000_000_000));
        assert_eq!(wad(7, 18), Ok(7));
        assert_eq!(wad(2, 0), Ok(2_000_000_000_000_000_000));
    }

    #[test]
    fn wad_of_nothing_or_of_too_much_is_refused() {
        assert_eq!(wad(0, 6), Err(errors::zero_amount()));
        assert_eq!(wad(u128::MAX, 18), Err(errors::amount_too_large(u128::MAX)));
        assert_eq!(wad(u128::MAX / 2, 6), Err(errors::amount_too_large(u128::MAX / 2)));
        assert_eq!(wad(i128::MAX as u128, 18), Ok(i128::MAX));
    }
}
