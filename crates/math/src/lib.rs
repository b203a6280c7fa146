//! Fixed-point numbers and risk: integer-only, `no_std`, pure, without panics.
//!
//! The same code runs in the contracts as WASM and natively in everything off-chain, and gives the same
//! bits. It knows no address, no slot and no clock: time is an argument, in seconds.
//!
//! * [`fixed`]: true without money: 18-decimal numbers, full-width multiply-divide, roots, quantities
//! * [`pricing`]: true of one contract: prices, Greeks, implied volatility, surfaces
//! * [`risk`]: true of an account: margin, admission, funding, liquidation
//!
//! # Units
//! Numbers are `i128` with 18 decimals (WAD: one is 10¹⁸), ±1.7e20. The quantity types of
//! [`fixed::quantity`] say what a number counts. Rates are per year of 365 days unless a name says
//! otherwise.
//!
//! # Rounding
//! Lossy functions end in `_floor` (towards −∞) or `_ceil` (towards +∞). What an account receives is
//! floored, what it owes or must hold is ceiled; see `docs/math/rounding.md`.
//!
//! # Errors
//! [`MathError`]; nothing panics, nothing wraps.
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

mod error;
pub mod fixed;
pub mod pricing;
#[cfg(feature = "probe")]
pub mod probe;
pub mod risk;

pub use error::MathError;
pub use fixed::quantity::{Cash, Price, Ratio, Size};
