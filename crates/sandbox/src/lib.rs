//! A devnet with Ballast on it: feeds, tokens, named actors, and every user action as a function.
//!
//! The demo tells its story with it, the end-to-end tests use it as their fixture, and
//! `ballast devnet --demo` serves it over JSON-RPC. Contracts are the compiled programs and run as
//! WebAssembly; feeds and tokens are Solidity contracts.

mod act;
mod actor;
mod build;
mod error;
pub mod operations;
mod setup;
mod solidity;
mod view;

pub use act::Quote;
pub use actor::Actor;
pub use build::programs;
pub use error::SandboxError;
pub use setup::{BTC, ETH, MARKETS, Market, PRICE, Sandbox, Settings, UNIT};
pub use solidity::Solidity;
pub use view::execution_gas;

use alloy_primitives::{I256, U256};

/// Whole units as an 18-decimal signed amount.
pub fn wad(units: i128) -> I256 {
    micros(units * 1_000_000)
}

/// Millionths of a unit as an 18-decimal signed amount.
pub fn micros(millionths: i128) -> I256 {
    I256::try_from(millionths * 1_000_000_000_000).unwrap_or(I256::MAX)
}

/// Whole units of the quote coin in its own six decimals.
pub fn coins(units: u64) -> U256 {
    U256::from(units) * U256::from(1_000_000)
}
