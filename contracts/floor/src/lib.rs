//! What all floors share: fixed slots, and an owner that hands over in two steps.
//!
//! A contract has no `initialize`. Its init code writes the owner into slot 0 and the addresses of the
//! floors below, or its configuration, from slot 2 on; slot 1 is the next owner's. Whatever is kept per
//! account, underlying or asset lies under a hashed key, so it never meets these slots.
#![cfg_attr(target_arch = "wasm32", no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::float_arithmetic
    )
)]

extern crate alloc;

pub mod ownership;
mod slot;
#[cfg(test)]
mod tests;

pub use slot::{address_in, address_word, fixed_slot};
