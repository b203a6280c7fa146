//! Checked arithmetic that refuses with `Overflow` rather than wrap.

use contract_abi::generated::clearing_house::errors;
use contract_abi::Revert;

use crate::bounds::WAD;

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
    product(a, b, false)
}

/// `a · b`, WAD, rounded up.
///
/// # Errors
/// `Overflow`.
pub(crate) fn mul_wad_ceil(a: i128, b: i128) -> Result<i128, Revert> {
    product(a, b, true)
}

#[inline(never)]
fn product(a: i128, b: i128, up: bool) -> Result<i128, Revert> {
    let wad = WAD.unsigned_abs();
    let (x, y) = (a.unsigned_abs(), b.unsigned_abs());
    let (x_whole, x_rest, y_whole, y_rest) = (x / wad, x % wad, y / wad, y % wad);
    let low = x_rest * y_rest;
    let negative = (a < 0) != (b < 0);
    let mut magnitude = x_whole
        .checked_mul(y)
        .and_then(|high| high.checked_add(x_rest.checked_mul(y_whole)?))
        .and_then(|high| high.checked_add(low / wad))
        .ok_or_else(errors::overflow)?;
    if low % wad != 0 && negative != up {
        magnitude += 1;
    }
    let magnitude = i128::try_from(magnitude).map_err(|_| errors::overflow())?;
    Ok(if negative { -magnitude } else { magnitude })
}
