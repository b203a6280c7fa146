//! Money between two roundings.
//!
//! A product of money and a factor is kept 32 binary places finer than the 18 decimals it ends in, so
//! that only the last rounding shows. Money beyond 2⁹⁰ units, 1.2 billion, has no room for them and no need.

use crate::MathError;
use crate::fixed::real::Real;
use crate::fixed::wide::{self, Wide};

/// Binary places below 18 decimals, for amounts up to `largest`.
#[inline(always)]
pub(super) const fn guard(largest: u128) -> u32 {
    if largest >> 90 == 0 { 32 } else { 0 }
}

/// `amount · factor · 2^guard`, to the nearest.
///
/// # Errors
/// [`MathError::Overflow`] from 2¹²⁶ on.
#[inline]
pub(super) const fn scaled(amount: u128, factor: Real, guard: u32) -> Result<u128, MathError> {
    let product = wide::product(amount, factor.mantissa() as u128);
    let places = 0i32.wrapping_sub(factor.exponent().wrapping_add(guard as i32));
    if product.hi == 0 && product.lo == 0 || places > 255 {
        return Ok(0);
    }
    if places < 1 {
        return Err(MathError::Overflow);
    }
    let kept = shifted(product, (places as u32).wrapping_sub(1));
    if kept.hi != 0 || kept.lo >> 127 != 0 {
        return Err(MathError::Overflow);
    }
    Ok((kept.lo >> 1).wrapping_add(kept.lo & 1))
}

#[inline(always)]
const fn shifted(value: Wide, by: u32) -> Wide {
    if by >= 128 {
        return Wide { hi: 0, lo: value.hi >> (by & 127) };
    }
    let carried = (value.hi << 1) << (127 ^ by);
    Wide { hi: value.hi >> by, lo: value.lo >> by | carried }
}

/// A guarded amount at 18 decimals, to the nearest.
#[inline(always)]
pub(super) const fn settled(amount: i128, guard: u32) -> i128 {
    let half = (1i128 << guard) >> 1;
    amount.wrapping_add(half) >> guard
}
