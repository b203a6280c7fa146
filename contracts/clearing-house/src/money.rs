//! Checked arithmetic that refuses with `Overflow`.

use ballast_math::{fixed, MathError};
use contract_abi::generated::clearing_house::errors;
use contract_abi::Revert;

/// What a failure of arithmetic is called at the boundary. Divisors and domains are checked before, so
/// that nothing but the size of a number is left to fail.
pub(crate) fn overflow(_: MathError) -> Revert {
    errors::overflow()
}

/// `a + b`.
///
/// # Errors
/// `Overflow`.
pub(crate) fn sum(a: i128, b: i128) -> Result<i128, Revert> {
    a.checked_add(b).ok_or_else(errors::overflow)
}

/// `a − b`.
///
/// # Errors
/// `Overflow`.
pub(crate) fn difference(a: i128, b: i128) -> Result<i128, Revert> {
    a.checked_sub(b).ok_or_else(errors::overflow)
}

/// `−a`.
///
/// # Errors
/// `Overflow`.
pub(crate) fn negated(a: i128) -> Result<i128, Revert> {
    a.checked_neg().ok_or_else(errors::overflow)
}

/// `a · b`, WAD, rounded down.
///
/// # Errors
/// `Overflow`.
pub(crate) fn mul_wad_floor(a: i128, b: i128) -> Result<i128, Revert> {
    fixed::mul_floor(a, b).map_err(overflow)
}
