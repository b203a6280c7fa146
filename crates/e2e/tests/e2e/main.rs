//! Every user action and every refusal, over real WASM, with named actors; and the arithmetic beneath them.
#![allow(missing_docs)]

mod arithmetic;
mod calldata;
mod conservation;
mod deposit;
mod exits;
mod fill;
mod funding;
mod gas;
mod kernels;
mod lens;
mod liquidation;
mod oracle;
mod outdated;
mod owner;
mod parameters;
mod permit;
mod refusals;
mod signatures;
mod support;
mod takeover;
mod tokens;
mod trade;
mod treasury;
mod withdraw;
