//! The host functions: what each charges, reads and writes.
//!
//! Charges happen in the order in which the chain makes them. What needs accounts, storage or calls
//! ends in [`Stop::Ask`](super::host::Stop::Ask) and goes on in [`super::serve`].

pub(super) mod account;
pub(super) mod call;
pub(super) mod environment;
pub(super) mod frame;
pub(super) mod math;
pub(super) mod storage;

use super::host::Stop;
use super::request::Request;

/// Stops the program until the chain has answered.
fn ask<T>(request: Request) -> Result<T, Stop> {
    Err(Stop::Ask(Box::new(request)))
}
