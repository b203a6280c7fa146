//! From the chain's records to the objects that clients parse.

mod block;
mod receipt;
mod transaction;

pub(crate) use block::{block, header};
pub(crate) use receipt::receipt;
pub(crate) use transaction::transaction;
