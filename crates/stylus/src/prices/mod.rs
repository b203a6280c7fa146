//! Ink: what operators and host functions cost, and how ink and gas convert.
//!
//! Gas × [`crate::Rules::ink_price`] is ink. A program is metered in ink only; gas appears where a
//! host function does something that the EVM prices.

mod host;

pub use host::{
    BULK_BYTE, EVM_API, HOOK, KECCAK_BASE, POINTER, POW_BASE, account_code_gas, keccak, log_gas,
    pow, read, storage_load_gas, storage_write_gas, write,
};

pub use crate::operators::{SEGMENT_HEADER, UNAFFORDABLE};

/// Ink for an amount of gas, saturating.
pub const fn gas_to_ink(gas: u64, ink_price: u32) -> u64 {
    gas.saturating_mul(ink_price as u64)
}

/// Gas for an amount of ink; a price of zero counts as one.
///
/// # Rounding
/// Down: a program that ends in the middle of a unit of gas loses the rest of it.
pub const fn ink_to_gas_floor(ink: u64, ink_price: u32) -> u64 {
    if ink_price == 0 { ink } else { ink / ink_price as u64 }
}

#[cfg(test)]
mod tests {
    use super::{gas_to_ink, ink_to_gas_floor};

    #[test]
    fn ink_of_any_gas_saturates_and_comes_back_floored() {
        assert_eq!(gas_to_ink(7, 10_000), 70_000);
        assert_eq!(gas_to_ink(u64::MAX, 10_000), u64::MAX);
        assert_eq!(ink_to_gas_floor(69_631, 10_000), 6);
        assert_eq!(ink_to_gas_floor(5, 0), 5);
    }
}
