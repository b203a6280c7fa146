//! The packed storage words of the contracts, declared once.
//!
//! A contract's `storage.rs` loads and stores these words; off-chain readers unpack the same words
//! from `eth_getStorageAt`, events and calldata. Each word is one table of fields and widths, high
//! bits first, that the compiler checks to fit 256 bits: see [`packed_word!`](crate::packed_word).
//!
//! * [`account`]: account ids and reserved accounts
//! * [`instrument`]: instruments and legs, the words that travel between contracts
//! * [`words`]: what each contract stores
//! * [`keys`]: where it stores it
//! * [`parameters`]: the parameter set, which is the code of a contract
//! * [`small`]: numbers in few bits, with named rounding
//!
//! # Units
//! Amounts are 18-decimal (WAD) unless a field says otherwise; times are unix seconds.
//!
//! # Errors
//! Packing is checked: a value that does not fit its field is refused with [`DoesNotFit`], never
//! truncated. Unpacking cannot fail; bits that no field claims are ignored and packed as zero.
#![no_std]
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

pub mod account;
pub mod bits;
pub mod field;
pub mod instrument;
pub mod keys;
mod macros;
pub mod parameters;
pub mod small;
pub mod words;

pub use account::AccountId;
pub use field::{DoesNotFit, Field, FieldValue};
pub use instrument::{DatedLeg, Instrument, Kind, Leg, PerpetualLeg, UnknownKind};
pub use words::*;

/// A 20-byte address.
pub type Address = [u8; 20];

/// A 32-byte storage word, big-endian.
pub type Word = [u8; 32];
