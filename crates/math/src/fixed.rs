//! Numbers that are true without money.
//!
//! [`wad`] multiplies and divides 18-decimal numbers; [`mul_div_floor`] and [`mul_div_ceil`] do
//! `a · b / c` with a 256-bit intermediate; [`sqrt_floor`] takes roots; [`decay`](decay::decay) is
//! e^(−x) for averages; [`quantity`] gives numbers a dimension. [`mod@wide`] is what they stand on.
//!
//! Binary kernels, for pricing: [`real`] and [`signed`] numbers of 64 significant bits; [`exp`], [`ln`], [`mod@pow`]
//! and [`normal`] on them; [`coarse`] for what is added by the thousand.

pub mod coarse;
pub mod decay;
pub mod exp;
pub mod exp_bounds;
pub(crate) mod limb;
pub mod ln;
pub mod mul_div;
pub mod normal;
pub mod pow;
pub mod quantity;
pub mod real;
pub mod signed;
pub mod sqrt;
pub mod wad;
pub mod wide;

pub use mul_div::{mul_div_ceil, mul_div_floor};
pub use sqrt::{sqrt_ceil, sqrt_floor};
pub use wad::{WAD, div_ceil, div_floor, mul_bounds, mul_ceil, mul_floor};

use crate::MathError;

/// A magnitude that was rounded towards zero, with its sign, rounded up or down as asked.
#[inline]
fn signed(magnitude: u128, is_exact: bool, is_negative: bool, up: bool) -> Result<i128, MathError> {
    // Away from zero is up for a positive number and down for a negative one.
    let away = (!is_exact && up != is_negative) as u128;
    let magnitude = magnitude.checked_add(away).ok_or(MathError::Overflow)?;
    let value = if is_negative {
        0i128.checked_sub_unsigned(magnitude)
    } else {
        0i128.checked_add_unsigned(magnitude)
    };
    value.ok_or(MathError::Overflow)
}
