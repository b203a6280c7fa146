//! Block, transaction, frame and meter.

use alloy_primitives::{Address, U256};

use super::super::guest::Environment;
use super::super::host::{Host, Stop};

/// Gas left, after paying for this.
pub(crate) fn gas_left(host: &mut impl Host) -> Result<u64, Stop> {
    Ok(host.gas_left())
}

/// Ink left, after paying for this.
pub(crate) fn ink_left(host: &mut impl Host) -> Result<u64, Stop> {
    Ok(host.ink())
}

/// Ink for a unit of gas.
pub(crate) fn ink_price(host: &mut impl Host) -> Result<u32, Stop> {
    Ok(host.guest().rules.ink_price)
}

/// Declares functions that return a field of the environment.
macro_rules! returned {
    ($($(#[$doc:meta])* $name:ident = $field:ident;)*) => {$(
        $(#[$doc])*
        pub(crate) fn $name(host: &mut impl Host) -> Result<u64, Stop> {
            Ok(host.guest().environment.$field)
        }
    )*};
}

returned! {
    /// Chain id.
    chain_id = chain_id;
    /// Gas limit of the block.
    block_gas_limit = gas_limit;
    /// Height of the parent chain, as `NUMBER` gives it.
    block_number = number;
    /// Unix seconds.
    block_timestamp = timestamp;
}

/// Declares functions that write a field of the environment.
macro_rules! written {
    ($($(#[$doc:meta])* $name:ident = $write:ident $field:ident;)*) => {$(
        $(#[$doc])*
        pub(crate) fn $name(host: &mut impl Host, to: u32) -> Result<(), Stop> {
            $write(host, to, |environment| environment.$field)
        }
    )*};
}

written! {
    /// Base fee of the block.
    base_fee = number base_fee;
    /// Beneficiary of the block.
    coinbase = address coinbase;
    /// The acting account.
    contract_address = address account;
    /// Who called.
    sender = address sender;
    /// Wei that came with the call.
    value = number value;
    /// Wei for a unit of gas.
    gas_price = number gas_price;
    /// Who sent the transaction.
    origin = address origin;
}

fn number(host: &mut impl Host, to: u32, field: fn(&Environment) -> U256) -> Result<(), Stop> {
    let number = field(&host.guest().environment);
    host.write(to, &number.to_be_bytes::<32>())
}

fn address(host: &mut impl Host, to: u32, field: fn(&Environment) -> Address) -> Result<(), Stop> {
    let address = field(&host.guest().environment);
    host.write(to, address.as_slice())
}
