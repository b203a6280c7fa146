//! Calls and creations, up to the point where the chain takes over.

use alloy_primitives::{Bytes, U256};
use stylus_program::prices;

use super::super::host::{Host, Stop};
use super::super::request::{Call, CallKind, Create, Request};
use super::ask;

/// Calls an account.
pub(crate) fn call(
    host: &mut impl Host,
    to: u32,
    data: u32,
    len: u32,
    value: u32,
    gas: u64,
    len_out: u32,
) -> Result<u32, Stop> {
    start(host, CallKind::Call, to, data, len, Some(value), gas, len_out)
}

/// Runs another account's code as this account.
pub(crate) fn delegate_call(
    host: &mut impl Host,
    to: u32,
    data: u32,
    len: u32,
    gas: u64,
    len_out: u32,
) -> Result<u32, Stop> {
    start(host, CallKind::Delegate, to, data, len, None, gas, len_out)
}

/// Calls an account that then cannot write.
pub(crate) fn static_call(
    host: &mut impl Host,
    to: u32,
    data: u32,
    len: u32,
    gas: u64,
    len_out: u32,
) -> Result<u32, Stop> {
    start(host, CallKind::Static, to, data, len, None, gas, len_out)
}

#[expect(clippy::too_many_arguments, reason = "the arguments of the host function")]
fn start(
    host: &mut impl Host,
    kind: CallKind,
    to: u32,
    data: u32,
    len: u32,
    value: Option<u32>,
    gas: u64,
    len_out: u32,
) -> Result<u32, Stop> {
    let data = read_twice(host, data, len)?;
    let address = host.read_address(to)?;
    let value = value.map_or(Ok(U256::ZERO), |value| host.read_number(value))?;
    ask(Request::Call(Call { kind, address, data, value, gas, len_out }))
}

/// Creates an account at an address derived from the nonce.
pub(crate) fn create1(
    host: &mut impl Host,
    code: u32,
    len: u32,
    endowment: u32,
    address_out: u32,
    len_out: u32,
) -> Result<(), Stop> {
    let init_code = read_twice(host, code, len)?;
    let endowment = host.read_number(endowment)?;
    ask(Request::Create(Create { init_code, endowment, salt: None, address_out, len_out }))
}

/// Creates an account at an address derived from a salt.
pub(crate) fn create2(
    host: &mut impl Host,
    code: u32,
    len: u32,
    endowment: u32,
    salt: u32,
    address_out: u32,
    len_out: u32,
) -> Result<(), Stop> {
    let init_code = read_twice(host, code, len)?;
    let endowment = host.read_number(endowment)?;
    let salt = Some(host.read_number(salt)?);
    ask(Request::Create(Create { init_code, endowment, salt, address_out, len_out }))
}

/// Reads what goes to another frame: out of the program, and into the EVM, each at its price.
fn read_twice(host: &mut impl Host, from: u32, len: u32) -> Result<Bytes, Stop> {
    host.charge(prices::read(len))?;
    host.charge(prices::read(len))?;
    host.read(from, len).map(Bytes::from)
}
