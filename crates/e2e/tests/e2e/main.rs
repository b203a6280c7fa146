//! Every user action and every refusal, over real WASM, with named actors.
#![allow(missing_docs)]

mod calldata;
mod conservation;
mod deposit;
mod exits;
mod fill;
mod funding;
mod gas;
mod lens;
mod liquidation;
mod oracle;
mod owner;
mod signatures;
mod support;
mod takeover;
mod tokens;
mod trade;
mod treasury;
mod withdraw;
