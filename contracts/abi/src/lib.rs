//! What crosses a contract boundary.
//!
//! [`generated`] holds, for each interface in `contracts/interfaces`, its types, a trait with one
//! function per entry point, a router from calldata to that trait, constructors of its errors,
//! emitters of its events and typed outgoing calls. `cargo run -p codec` writes it; the `.sol` file
//! is the only source. The rest of this crate is what the generated code stands on: [`word`] reads and
//! writes 32-byte words, [`host`] is the virtual machine, [`entry`] is the life of one call.
//!
//! # Decoding
//! Calldata and return data are read strictly. A value must fit the Solidity type that the interface
//! declares, padding must be zero, and every dynamic value must begin exactly where the one before it
//! ends, as every encoder in use lays them out. Solidity would also accept tails that overlap or leave
//! gaps; refusing them bounds the work by the length of the calldata and gives each call one meaning.
//! Bytes after the last value are ignored, as Solidity ignores them: wallets append attribution tags.
//! Offsets are plain sums: a reader's are bounded by the calldata, a writer's by the buffer that it
//! made, and beyond that overflow traps, as in all of a program.
//!
//! # Number types
//! `uintN` and `intN` become the smallest Rust integer that holds them; `uint256` and `int256` become
//! `u128` and `i128`, and what does not fit is refused as `OutOfRange`. No amount of an 18-decimal
//! quantity that the protocol can hold comes near 2^127.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::float_arithmetic
    )
)]

extern crate alloc;
// Generated code names this crate the same way in here and in tests.
extern crate self as contract_abi;

#[cfg(all(target_arch = "wasm32", not(feature = "sdk-allocator")))]
mod allocator;
mod call;
pub mod entry;
pub mod host;
mod revert;
pub mod word;

/// Generated from `contracts/interfaces`; see `contracts/codec`.
#[rustfmt::skip]
pub mod generated;

pub use call::{CallFailure, MAX_RETURN, MAX_REVERT};
#[cfg(not(target_arch = "wasm32"))]
pub use host::testing;
pub use revert::Revert;

/// A 20-byte address.
pub type Address = [u8; 20];

/// A 32-byte word: a hash, an account, a packed leg.
pub type Word = [u8; 32];
