//! The error object of a response.

use serde::Serialize;
use serde_json::Value;

/// Codes of the JSON-RPC specification and those that Ethereum nodes have agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub(crate) enum ErrorCode {
    /// The body is not JSON.
    Parse = -32700,
    /// The body is JSON but no request.
    InvalidRequest = -32600,
    /// The method is unknown, or refused by this node.
    MethodNotFound = -32601,
    /// A parameter is missing, of the wrong type or out of range.
    InvalidParams = -32602,
    /// The node broke one of its own rules.
    Internal = -32603,
    /// Everything that has no code of its own, as in other nodes.
    Server = -32000,
    /// The transaction was refused.
    Rejected = -32003,
    /// A limit of the node was reached.
    Limit = -32005,
    /// Execution reverted; `data` holds the return data.
    Reverted = 3,
}

/// A refused request: what the client reads as `error`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message} (code {code})")]
pub(crate) struct RpcError {
    code: i32,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
}

impl RpcError {
    /// An error with a code and a text.
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code: code as i32, message: message.into(), data: None }
    }

    /// An error that carries `data`, such as what a call reverted with.
    pub(crate) fn with_data(code: ErrorCode, message: impl Into<String>, data: Value) -> Self {
        Self { data: Some(data), ..Self::new(code, message) }
    }

    /// A parameter is missing, malformed or out of range.
    pub(crate) fn invalid_params(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidParams, message)
    }

    /// The method does not exist, worded as other nodes word it because clients look for the words.
    pub(crate) fn unknown_method(method: &str) -> Self {
        let shown: String = method.chars().take(64).collect();
        Self::new(
            ErrorCode::MethodNotFound,
            format!("the method {shown} does not exist/is not available"),
        )
    }

    /// The method exists elsewhere, and this node says why it does not have it.
    pub(crate) fn unsupported(method: &str, reason: &str) -> Self {
        Self::new(ErrorCode::MethodNotFound, format!("{method} is not supported: {reason}"))
    }

    /// A refusal without a code of its own.
    pub(crate) fn server(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Server, message)
    }

    /// A rule of the node itself was broken.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Internal, message)
    }
}
