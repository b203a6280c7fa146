//! Square roots, correctly rounded.
//!
//! A root of 256 bits is one Newton step from a root of 128, which is one from a root of 64, which is five
//! from a constant: each step doubles the correct digits. A Newton step from above stays above, so what is
//! left to correct is a few units downwards.

use super::wide::{self, Divisor, Wide};
use crate::MathError;

/// The greatest 18-decimal number not above √x.
///
/// # Domain
/// x ≥ 0.
///
/// # Accuracy
/// Correctly rounded.
///
/// # Errors
/// [`MathError::OutOfDomain`] for x < 0.
///
/// # Examples
/// ```
/// use ballast_math::fixed::{WAD, sqrt_ceil, sqrt_floor};
/// assert_eq!(sqrt_floor(4 * WAD), Ok(2 * WAD));
/// assert_eq!(sqrt_floor(2 * WAD), Ok(1_414_213_562_373_095_048));
/// assert_eq!(sqrt_ceil(2 * WAD), Ok(1_414_213_562_373_095_049));
/// assert!(sqrt_floor(-1).is_err());
/// ```
#[inline]
pub fn sqrt_floor(x: i128) -> Result<i128, MathError> {
    root(x).map(|(root, _)| root)
}

/// The least 18-decimal number not below √x.
///
/// # Domain
/// x ≥ 0.
///
/// # Errors
/// [`MathError::OutOfDomain`] for x < 0.
#[inline]
pub fn sqrt_ceil(x: i128) -> Result<i128, MathError> {
    // A root of less than 2¹⁸⁷ is below 2⁹⁴.
    root(x).map(|(root, is_exact)| root.wrapping_add(!is_exact as i128))
}

#[inline(never)]
fn root(x: i128) -> Result<(i128, bool), MathError> {
    let x = u128::try_from(x).map_err(|_| MathError::OutOfDomain)?;
    let radicand = wide::product(x, super::WAD.unsigned_abs());
    let root = root_of_wide(radicand);
    Ok((root as i128, wide::product(root, root) == radicand))
}

/// ⌊√n⌋.
///
/// # Examples
/// ```
/// use ballast_math::fixed::sqrt::integer_root_floor;
/// assert_eq!(integer_root_floor(99), 9);
/// assert_eq!(integer_root_floor(u128::MAX), u64::MAX);
/// ```
pub fn integer_root_floor(n: u128) -> u64 {
    if n == 0 {
        return 0;
    }
    let shift = n.leading_zeros() & !1;
    let n = n << shift;
    // √n < (⌊√(n / 2⁶⁴)⌋ + 1) · 2³², and the start is at least 2⁶³.
    let start = root_of_limb((n >> 64) as u64).wrapping_add(1);
    let start = if start >> 32 == 0 { start << 32 } else { u64::MAX };
    // A start that was capped is below the root by less than one, and the step above it by as little.
    let step = newton_step(start as u128, Wide { hi: 0, lo: n });
    let mut x = step.min(u64::MAX as u128) as u64;
    while (x as u128).wrapping_mul(x as u128) > n {
        x = x.wrapping_sub(1);
    }
    x >> (shift >> 1)
}

/// ⌊√n⌋ of a 256-bit number.
fn root_of_wide(n: Wide) -> u128 {
    if n.hi == 0 {
        return integer_root_floor(n.lo) as u128;
    }
    let shift = n.hi.leading_zeros() & !1;
    // Shifting twice, since a distance of 128 is none.
    let hi = (n.hi << shift) | ((n.lo >> 1) >> 127u32.wrapping_sub(shift));
    let n = Wide { hi, lo: n.lo << shift };
    let start = (integer_root_floor(n.hi) as u128).wrapping_add(1);
    let start = if start >> 64 == 0 { start << 64 } else { u128::MAX };
    let mut x = newton_step(start, n);
    while wide::product(x, x) > n {
        x = x.wrapping_sub(1);
    }
    x >> (shift >> 1)
}

/// Half of x + n/x, rounded down: not below ⌊√n⌋ for any x > 0.
#[inline]
fn newton_step(x: u128, n: Wide) -> u128 {
    let quotient = Divisor::new(x).and_then(|divisor| divisor.divide(n));
    // From x ≥ √n the quotient is at most √n and fits; x itself is the answer where none exists.
    quotient.map_or(x, |(quotient, _)| x.midpoint(quotient))
}

/// ⌊√n⌋ of 2⁶² ≤ n < 2⁶⁴.
#[expect(clippy::arithmetic_side_effects, reason = "the divisor has a bit set")]
fn root_of_limb(n: u64) -> u64 {
    // The first step, from 2³², needs no division. From a ratio of at most 1.25 four more reach 2⁻³³.
    let mut x = (n >> 33).wrapping_add(1 << 31) | 1 << 31;
    for _ in 0..4 {
        x = x.wrapping_add(n.wrapping_div(x | 1 << 31)) >> 1;
    }
    while limb_square(x) > n as u128 {
        x = x.wrapping_sub(1);
    }
    x
}

#[inline(always)]
const fn limb_square(x: u64) -> u128 {
    (x as u128).wrapping_mul(x as u128)
}
