//! The JSON-RPC 2.0 envelope: requests, positional parameters, results and errors.

mod error;
mod params;
mod request;
mod response;

pub(crate) use error::{ErrorCode, RpcError};
pub(crate) use params::Params;
pub(crate) use request::{BadCall, Body, Call, parse_body};
pub(crate) use response::{Reply, notification, reply, response};
