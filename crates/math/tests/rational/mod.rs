//! Naive twins: 18-decimal numbers as fractions.
#![allow(dead_code, reason = "each test uses its part")]

use ballast_math::fixed::WAD;
use num_bigint::BigInt;
pub(crate) use num_rational::BigRational;
use num_traits::ToPrimitive;

/// An 18-decimal number as a fraction.
pub(crate) fn exact(value: i128) -> BigRational {
    BigRational::new(value.into(), WAD.into())
}

/// n/d.
pub(crate) fn ratio(numerator: i128, denominator: i128) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// A number of units of the last place, as a fraction.
fn units(of: &BigRational) -> BigRational {
    of * BigRational::from_integer(BigInt::from(WAD))
}

/// The greatest 18-decimal number not above a fraction.
pub(crate) fn floor(of: &BigRational) -> i128 {
    units(of).floor().to_integer().to_i128().unwrap()
}

/// The least 18-decimal number not below a fraction.
pub(crate) fn ceil(of: &BigRational) -> i128 {
    units(of).ceil().to_integer().to_i128().unwrap()
}

/// Asserts that a number is not above the exact one, and below it by at most `slack` units.
#[track_caller]
pub(crate) fn assert_below(actual: i128, exact: &BigRational, slack: i128) {
    let floor = floor(exact);
    assert!(floor - slack <= actual && actual <= floor, "{actual} against {floor}");
}

/// Asserts that a number is not below the exact one, and above it by at most `slack` units.
#[track_caller]
pub(crate) fn assert_above(actual: i128, exact: &BigRational, slack: i128) {
    let ceil = ceil(exact);
    assert!(ceil <= actual && actual <= ceil + slack, "{actual} against {ceil}");
}
