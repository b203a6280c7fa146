//! Checked arithmetic that refuses with `Overflow`.

use ballast_math::{fixed, MathError};

use crate::refused::{overflow, Refused};

/// What a failure of arithmetic is called at the boundary. Divisors and domains are checked before, so
/// that nothing but the size of a number is left to fail.
#[cold]
#[inline(never)]
pub(crate) fn from_math(_: MathError) -> Refused {
    overflow()
}

/// `a + b`.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn sum(a: i128, b: i128) -> Result<i128, Refused> {
    a.checked_add(b).ok_or_else(overflow)
}

/// `a − b`.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn difference(a: i128, b: i128) -> Result<i128, Refused> {
    a.checked_sub(b).ok_or_else(overflow)
}

/// `−a`.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn negated(a: i128) -> Result<i128, Refused> {
    a.checked_neg().ok_or_else(overflow)
}

/// |a|.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn magnitude(a: i128) -> Result<i128, Refused> {
    a.checked_abs().ok_or_else(overflow)
}

/// `a · b`, WAD, rounded down.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn mul_wad_floor(a: i128, b: i128) -> Result<i128, Refused> {
    fixed::mul_floor(a, b).map_err(from_math)
}

/// `a · b`, WAD, rounded up.
///
/// # Errors
/// `Overflow`.
#[inline(never)]
pub(crate) fn mul_wad_ceil(a: i128, b: i128) -> Result<i128, Refused> {
    fixed::mul_ceil(a, b).map_err(from_math)
}
