//! Decimal notation of numbers, exactly.

mod significant;

pub(crate) use significant::significant;

use ballast_math::fixed::WAD;
use thiserror::Error;

/// Decimals of a fixed-point number.
pub(crate) const PLACES: usize = 18;
/// Exponents beyond this have no meaning for 128 bits.
const LARGEST_EXPONENT: i32 = 1_000;

/// Why a text is no number that fits.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(crate) enum DecimalError {
    /// It is not written as a number.
    #[error("expected a decimal number")]
    Syntax,
    /// It would have to be rounded.
    #[error("expected at most {PLACES} decimals")]
    TooFine,
    /// It exceeds 128 bits.
    #[error("expected a magnitude below 1.7e20")]
    TooLarge,
    /// It is below zero where that has no meaning.
    #[error("expected 0 or more")]
    Negative,
    /// It is no part of one.
    #[error("expected 0 to 1")]
    NotAPart,
}

/// An 18-decimal number, exactly: `-12.5`, `1e-3`.
///
/// # Errors
/// See [`DecimalError`]; nothing is rounded.
pub(crate) fn parse(text: &str) -> Result<i128, DecimalError> {
    let (is_negative, magnitude) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (mantissa, exponent) = match magnitude.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (magnitude, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_point = mantissa.len() > whole.len();
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || has_point == fraction.is_empty()
        || !is_digits(whole)
        || !is_digits(fraction)
    {
        return Err(DecimalError::Syntax);
    }
    let digits = [whole, fraction].concat();
    let digits = digits.trim_start_matches('0');
    let significant = digits.trim_end_matches('0');
    let zeros = digits.len() - significant.len();
    let shift = PLACES as i64 + i64::from(exponent) + zeros as i64 - fraction.len() as i64;
    let units = scaled(significant, shift)?;
    if is_negative { 0i128.checked_sub_unsigned(units) } else { 0i128.checked_add_unsigned(units) }
        .ok_or(DecimalError::TooLarge)
}

/// The same, of what cannot be negative.
///
/// # Errors
/// See [`DecimalError`].
pub(crate) fn parse_unsigned(text: &str) -> Result<i128, DecimalError> {
    let value = parse(text)?;
    if value < 0 { Err(DecimalError::Negative) } else { Ok(value) }
}

/// The same, of what is a part of one.
///
/// # Errors
/// See [`DecimalError`].
pub(crate) fn parse_part(text: &str) -> Result<i128, DecimalError> {
    let value = parse(text)?;
    if (0..=WAD).contains(&value) { Ok(value) } else { Err(DecimalError::NotAPart) }
}

fn parse_exponent(text: &str) -> Result<i32, DecimalError> {
    let exponent: i32 = text.parse().map_err(|_| DecimalError::Syntax)?;
    Ok(exponent.clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT))
}

/// `digits · 10^shift`; no digits are zero.
fn scaled(digits: &str, shift: i64) -> Result<u128, DecimalError> {
    if digits.is_empty() {
        return Ok(0);
    }
    let shift = u32::try_from(shift).map_err(|_| DecimalError::TooFine)?;
    let value: u128 = digits.parse().map_err(|_| DecimalError::TooLarge)?;
    let unit = 10u128.checked_pow(shift).ok_or(DecimalError::TooLarge)?;
    value.checked_mul(unit).ok_or(DecimalError::TooLarge)
}

/// All digits of an 18-decimal number, without zeros at the end.
pub(crate) fn exact(value: i128) -> String {
    positional(&value.unsigned_abs().to_string(), PLACES, value < 0)
}

/// An 18-decimal number with few decimals, to the nearest, halves away from zero; for people.
pub(crate) fn rounded(value: i128, places: usize) -> String {
    let unit = 10u128.pow((PLACES - places.min(PLACES)) as u32);
    let digits = (value.unsigned_abs() + unit / 2) / unit;
    let text = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = text.split_at(text.len() - places);
    let sign = if value < 0 && digits != 0 { "-" } else { "" };
    let point = if places == 0 { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(whole))
}

/// Digits with their thousands apart.
pub(crate) fn grouped(whole: &str) -> String {
    let mut text = String::with_capacity(whole.len() * 4 / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Digits with a point before the last `places`, without zeros at the end.
fn positional(digits: &str, places: usize, is_negative: bool) -> String {
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let sign = if is_negative { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: i128 = WAD;

    #[test]
    fn number_in_any_notation_is_read_exactly() {
        for (text, value) in [
            ("2", 2 * ONE),
            ("-0.5", -ONE / 2),
            ("+1.50", 3 * ONE / 2),
            ("1e-3", ONE / 1_000),
            ("25E2", 2_500 * ONE),
            ("0.000000000000000001", 1),
            ("0.0000000000000000010000", 1),
            ("000", 0),
            ("0e999999999", 0),
            ("170141183460469231731.687303715884105727", i128::MAX),
            ("-170141183460469231731.687303715884105728", i128::MIN),
        ] {
            assert_eq!(parse(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn text_that_is_no_number_or_does_not_fit_is_refused_with_the_reason() {
        for text in ["", "-", ".", "1.", ".5", "1e", "1e1.5", "0x10", "1,5", "NaN", "--1", "1 2"] {
            assert_eq!(parse(text), Err(DecimalError::Syntax), "{text}");
        }
        for text in ["0.0000000000000000001", "1e-19", "1e-99999"] {
            assert_eq!(parse(text), Err(DecimalError::TooFine), "{text}");
        }
        for text in ["1e21", "170141183460469231731.687303715884105728", "1e99999"] {
            assert_eq!(parse(text), Err(DecimalError::TooLarge), "{text}");
        }
        assert_eq!(parse_unsigned("-1e-18"), Err(DecimalError::Negative));
        assert_eq!(parse_part("1.01"), Err(DecimalError::NotAPart));
    }

    #[test]
    fn exact_text_of_a_number_reads_back() {
        for value in [0, 1, -1, ONE, -3 * ONE / 2, i128::MAX, i128::MIN] {
            assert_eq!(parse(&exact(value)), Ok(value));
        }
        assert_eq!((exact(ONE / 4), exact(-12 * ONE)), ("0.25".to_owned(), "-12".to_owned()));
    }

    #[test]
    fn rounded_text_is_to_the_nearest_with_thousands_apart() {
        assert_eq!(rounded(1_234_567 * ONE + 5 * ONE / 1_000, 2), "1,234,567.01");
        assert_eq!(rounded(-ONE / 1_000, 2), "0.00");
        assert_eq!(rounded(-1_999 * ONE / 2, 0), "-1,000");
    }
}
