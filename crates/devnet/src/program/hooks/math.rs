//! 256-bit arithmetic in place, and hashing.

use alloy_primitives::{U256, keccak256 as hash};
use stylus_program::prices;

use super::super::host::{Host, Stop};

/// Division; by zero gives zero.
pub(crate) fn div(host: &mut impl Host, value: u32, divisor: u32) -> Result<(), Stop> {
    binary(host, value, divisor, |a, b| a.checked_div(b).unwrap_or_default())
}

/// Remainder; by zero gives zero.
pub(crate) fn rem(host: &mut impl Host, value: u32, modulus: u32) -> Result<(), Stop> {
    binary(host, value, modulus, |a, b| a.checked_rem(b).unwrap_or_default())
}

/// Power, wrapping. It costs by the exponent's bytes.
pub(crate) fn pow(host: &mut impl Host, value: u32, exponent: u32) -> Result<(), Stop> {
    let base = host.read_number(value)?;
    let exponent = host.read_number(exponent)?;
    host.charge(prices::pow(&exponent.to_be_bytes()) - prices::POW_BASE)?;
    write(host, value, base.wrapping_pow(exponent))
}

/// Addition modulo a number; modulo zero gives zero.
pub(crate) fn add_mod(
    host: &mut impl Host,
    value: u32,
    addend: u32,
    modulus: u32,
) -> Result<(), Stop> {
    ternary(host, value, addend, modulus, U256::add_mod)
}

/// Multiplication modulo a number, of the whole product; modulo zero gives zero.
pub(crate) fn mul_mod(
    host: &mut impl Host,
    value: u32,
    factor: u32,
    modulus: u32,
) -> Result<(), Stop> {
    ternary(host, value, factor, modulus, U256::mul_mod)
}

/// Keccak-256 of a range.
pub(crate) fn keccak256(host: &mut impl Host, from: u32, len: u32, to: u32) -> Result<(), Stop> {
    host.charge(prices::keccak(len) - prices::KECCAK_BASE)?;
    let digest = hash(host.range(from, len)?);
    host.write(to, digest.as_slice())
}

fn binary(
    host: &mut impl Host,
    value: u32,
    other: u32,
    apply: fn(U256, U256) -> U256,
) -> Result<(), Stop> {
    let (a, b) = (host.read_number(value)?, host.read_number(other)?);
    write(host, value, apply(a, b))
}

fn ternary(
    host: &mut impl Host,
    value: u32,
    other: u32,
    modulus: u32,
    apply: fn(U256, U256, U256) -> U256,
) -> Result<(), Stop> {
    let (a, b) = (host.read_number(value)?, host.read_number(other)?);
    let modulus = host.read_number(modulus)?;
    write(host, value, apply(a, b, modulus))
}

fn write(host: &mut impl Host, to: u32, number: U256) -> Result<(), Stop> {
    host.write(to, &number.to_be_bytes::<32>())
}
