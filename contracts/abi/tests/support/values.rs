//! Rust values as alloy's.

use alloy_dyn_abi::DynSolValue;
use alloy_primitives::{Address, B256, I256, U256};

pub fn uint(bits: usize, value: u128) -> DynSolValue {
    DynSolValue::Uint(U256::from(value), bits)
}

pub fn int(bits: usize, value: i128) -> DynSolValue {
    let wide =
        if value < 0 { U256::MAX - U256::from(!value as u128) } else { U256::from(value as u128) };
    DynSolValue::Int(I256::from_raw(wide), bits)
}

pub fn address(value: &[u8; 20]) -> DynSolValue {
    DynSolValue::Address(Address::from(*value))
}

pub fn fixed<const N: usize>(value: &[u8; N]) -> DynSolValue {
    let mut word = B256::ZERO;
    word[..N].copy_from_slice(value);
    DynSolValue::FixedBytes(word, N)
}

pub fn bytes(value: &[u8]) -> DynSolValue {
    DynSolValue::Bytes(value.to_vec())
}

pub fn list<T>(items: &[T], each: impl Fn(&T) -> DynSolValue) -> DynSolValue {
    DynSolValue::Array(items.iter().map(each).collect())
}
