//! The text of answers and notifications.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::RpcError;

/// The result of a method, already JSON text, so that it is written once.
pub(crate) type Reply = Result<Box<RawValue>, RpcError>;

/// The reply that carries `value`.
///
/// # Errors
/// Internal, if the value cannot be written as JSON.
pub(crate) fn reply<T: Serialize + ?Sized>(value: &T) -> Reply {
    to_raw_value(value).map_err(|error| RpcError::internal(error.to_string()))
}

#[derive(Serialize)]
struct Response<'a> {
    jsonrpc: &'static str,
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a RpcError>,
}

/// The response object for `id`, where `None` stands for `null`.
pub(crate) fn response(id: Option<&RawValue>, reply: &Reply) -> String {
    let (result, error) = match reply {
        Ok(result) => (Some(&**result), None),
        Err(error) => (None, Some(error)),
    };
    text(&Response { jsonrpc: "2.0", id, result, error })
}

#[derive(Serialize)]
struct Notification<'a> {
    jsonrpc: &'static str,
    method: &'static str,
    params: NotificationParams<'a>,
}

#[derive(Serialize)]
struct NotificationParams<'a> {
    subscription: &'a str,
    result: &'a RawValue,
}

/// The `eth_subscription` notification of one item.
pub(crate) fn notification(subscription: &str, result: &RawValue) -> String {
    text(&Notification {
        jsonrpc: "2.0",
        method: "eth_subscription",
        params: NotificationParams { subscription, result },
    })
}

/// Serialising strings and raw JSON cannot fail; should it, an internal error is what is said.
fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| {
        r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"internal error"}}"#.into()
    })
}
