//! Decimal literals as 18-decimal numbers, exactly.

/// `"-0.05"` as −50,000,000,000,000,000.
pub(crate) fn wad(text: &str) -> i128 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction: i128 = format!("{fraction:0<18}").parse().unwrap();
    sign * (whole.parse::<i128>().unwrap() * 1_000_000_000_000_000_000 + fraction)
}

/// Asserts that a number is the literal to within a tolerance, both 18-decimal literals.
#[track_caller]
pub(crate) fn assert_near(actual: i128, expected: &str, tolerance: &str) {
    let off = actual - wad(expected);
    assert!(off.abs() <= wad(tolerance), "{actual} is off {expected} by {off}e-18");
}
