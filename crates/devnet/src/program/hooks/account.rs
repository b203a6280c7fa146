//! Logs, and looking at accounts.

use alloy_primitives::{B256, Bytes};
use stylus_program::prices;

use super::super::host::{Host, Stop};
use super::super::request::{AccountQuestion, Request};
use super::ask;

/// Gas of a cold account, which must be there even if the account turns out to be warm.
const COLD_ACCOUNT: u64 = 2_600;
/// Most topics of a log.
const MAX_TOPICS: u32 = 4;

/// Emits a log: topics first, then data.
pub(crate) fn emit_log(host: &mut impl Host, from: u32, len: u32, topics: u32) -> Result<(), Stop> {
    if topics > MAX_TOPICS || len < 32 * topics {
        return Err(Stop::Fault("bad log topics"));
    }
    host.charge(prices::read(len))?;
    host.charge_gas(prices::log_gas(topics, len - 32 * topics))?;
    let bytes = host.read(from, len)?;
    if host.guest().environment.is_static {
        return Err(Stop::Fault("log in a static call"));
    }
    let (topics, data) = bytes.split_at(32 * topics as usize);
    let topics = topics.chunks_exact(32).map(B256::from_slice).collect();
    ask(Request::Log { topics, data: Bytes::copy_from_slice(data) })
}

/// Balance of an account.
pub(crate) fn balance(host: &mut impl Host, address: u32, to: u32) -> Result<(), Stop> {
    look(host, address, AccountQuestion::Balance { dest: to })
}

/// Hash of an account's code.
pub(crate) fn codehash(host: &mut impl Host, address: u32, to: u32) -> Result<(), Stop> {
    look(host, address, AccountQuestion::Codehash { dest: to })
}

/// Length of an account's code.
pub(crate) fn code_size(host: &mut impl Host, address: u32) -> Result<u32, Stop> {
    look(host, address, AccountQuestion::CodeSize)
}

/// Copies a part of an account's code.
pub(crate) fn code(
    host: &mut impl Host,
    address: u32,
    offset: u32,
    size: u32,
    to: u32,
) -> Result<u32, Stop> {
    look(host, address, AccountQuestion::Code { offset, size, dest: to })
}

fn look<T>(host: &mut impl Host, address: u32, question: AccountQuestion) -> Result<T, Stop> {
    host.require_gas(COLD_ACCOUNT)?;
    let address = host.read_address(address)?;
    ask(Request::Account { address, question })
}
