//! From the bytes of a body to calls, with nothing trusted about the bytes.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{ErrorCode, RpcError};

/// One request of a body.
#[derive(Debug)]
pub(crate) struct Call {
    /// The id exactly as it was sent; `None` for a notification, which is not answered.
    pub(crate) id: Option<Box<RawValue>>,
    /// The method's name.
    pub(crate) method: String,
    /// The parameters as they were sent; decoded by the method, into its own types.
    pub(crate) params: Option<Box<RawValue>>,
}

/// A refused element of a body, with the id to answer under, where one could be read.
#[derive(Debug)]
pub(crate) struct BadCall {
    /// The id of the request, or `None` to answer with `null`.
    pub(crate) id: Option<Box<RawValue>>,
    /// Why it is refused.
    pub(crate) error: RpcError,
}

/// What a body holds.
#[derive(Debug)]
pub(crate) enum Body {
    /// One request.
    Single(Result<Call, BadCall>),
    /// A batch, answered by an array.
    Batch(Vec<Result<Call, BadCall>>),
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default)]
    jsonrpc: Option<String>,
    #[serde(default, borrow, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(default)]
    method: Option<String>,
    #[serde(default, borrow)]
    params: Option<&'a RawValue>,
}

/// Keeps `"id": null`, which asks for an answer, apart from no id, which asks for none.
fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(from).map(Some)
}

/// Reads a body of one request or a batch of at most `max_batch`.
///
/// # Errors
/// Text that is not JSON, an empty batch and a batch beyond the limit: refused as a whole. A bad
/// element of a batch is refused alone.
pub(crate) fn parse_body(bytes: &[u8], max_batch: usize) -> Result<Body, RpcError> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_json("the body is not UTF-8"))?;
    if !text.trim_start().starts_with('[') {
        let raw: &RawValue = serde_json::from_str(text).map_err(|e| not_json(&e.to_string()))?;
        return Ok(Body::Single(parse_call(raw)));
    }
    let elements: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|e| not_json(&e.to_string()))?;
    match elements.len() {
        0 => Err(RpcError::new(ErrorCode::InvalidRequest, "empty batch")),
        n if n > max_batch => Err(RpcError::new(
            ErrorCode::InvalidRequest,
            format!("batch too large: {n} requests, at most {max_batch}"),
        )),
        _ => Ok(Body::Batch(elements.into_iter().map(parse_call).collect())),
    }
}

fn not_json(reason: &str) -> RpcError {
    RpcError::new(ErrorCode::Parse, format!("parse error: {reason}"))
}

fn parse_call(raw: &RawValue) -> Result<Call, BadCall> {
    let envelope: Envelope<'_> = serde_json::from_str(raw.get())
        .map_err(|error| refused(None, format!("invalid request: {error}")))?;
    let id = match envelope.id {
        Some(id) if !is_id(id) => return Err(refused(None, "id must be a string, number or null")),
        id => id.map(RawValue::to_owned),
    };
    if envelope.jsonrpc.as_deref() != Some("2.0") {
        return Err(refused(id, "jsonrpc must be \"2.0\""));
    }
    match envelope.method {
        Some(method) => Ok(Call { id, method, params: envelope.params.map(RawValue::to_owned) }),
        None => Err(refused(id, "no method")),
    }
}

fn is_id(id: &RawValue) -> bool {
    !matches!(id.get().as_bytes().first(), None | Some(b'{' | b'[' | b't' | b'f'))
}

fn refused(id: Option<Box<RawValue>>, reason: impl Into<String>) -> BadCall {
    BadCall { id, error: RpcError::new(ErrorCode::InvalidRequest, reason) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn single(text: &str) -> Result<Call, BadCall> {
        match parse_body(text.as_bytes(), 3).expect("JSON") {
            Body::Single(call) => call,
            Body::Batch(_) => panic!("a batch"),
        }
    }

    #[test]
    fn id_null_and_no_id_are_told_apart() {
        let null = single(r#"{"jsonrpc":"2.0","id":null,"method":"m"}"#).expect("call");
        let none = single(r#"{"jsonrpc":"2.0","method":"m"}"#).expect("call");
        assert_eq!(null.id.expect("id").get(), "null");
        assert!(none.id.is_none());
    }

    #[test]
    fn id_of_an_object_is_refused() {
        let bad = single(r#"{"jsonrpc":"2.0","id":{},"method":"m"}"#).expect_err("refused");
        assert!(bad.id.is_none());
    }

    #[test]
    fn batch_beyond_the_limit_is_refused_whole() {
        assert!(parse_body(b"[1,2,3,4]", 3).is_err());
        assert!(parse_body(b"[]", 3).is_err());
        assert!(matches!(parse_body(b"[1,2,3]", 3), Ok(Body::Batch(b)) if b.len() == 3));
    }

    #[test]
    fn nesting_of_any_depth_is_answered_without_recursion() {
        let deep = "[".repeat(1_000_000);
        assert!(parse_body(deep.as_bytes(), 3).is_err());
        let closed = format!("{}{}", "[".repeat(400_000), "]".repeat(400_000));
        if let Ok(Body::Batch(calls)) = parse_body(closed.as_bytes(), 3) {
            assert!(calls[0].is_err());
        }
    }
}
