// Generated from contracts/interfaces by `cargo run -p codec`. Not to be edited.

//! One module for each interface, and what they share.
#![allow(clippy::too_many_arguments, clippy::type_complexity)]
pub mod common;

pub mod shared;

/// `IClearingHouse`.
pub mod clearing_house;

/// `IExchange`.
pub mod exchange;

/// `ILens`.
pub mod lens;

/// `ILiquidation`.
pub mod liquidation;

/// `IMarginEngine`.
pub mod margin_engine;

/// `IOracleAdapter`.
pub mod oracle_adapter;

/// `IVault`.
pub mod vault;
