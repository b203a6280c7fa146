//! From a body's bytes to the text that answers it.

use serde_json::value::RawValue;

use super::Server;
use crate::methods::{self, Method};
use crate::wire::{BadCall, Body, Call, ErrorCode, Params, Reply, RpcError, parse_body, response};

/// Answers an HTTP body; `None` if it held nothing but notifications.
pub(super) async fn body(server: &Server, bytes: &[u8]) -> Option<String> {
    match parse_body(bytes, server.limits.max_batch) {
        Err(error) => Some(response(None, &Err(error))),
        Ok(Body::Single(Ok(call))) => single(server, call).await,
        Ok(Body::Single(Err(bad))) => Some(response(bad.id.as_deref(), &Err(bad.error))),
        Ok(Body::Batch(calls)) => batch(server, calls).await,
    }
}

/// Answers one request; `None` for a notification, which is carried out all the same.
pub(super) async fn single(server: &Server, call: Call) -> Option<String> {
    let reply = execute(server, &call.method, call.params.as_deref()).await;
    call.id.map(|id| response(Some(&id), &reply))
}

type Parsed = Result<Call, BadCall>;

/// Answers a batch in its order, one request after the other, so that other clients' requests run in
/// between and a batch that sends and then reads sees what it sent.
async fn batch(server: &Server, calls: Vec<Parsed>) -> Option<String> {
    let mut text = String::from("[");
    for call in calls {
        let answered = match call {
            Err(bad) => Some(response(bad.id.as_deref(), &Err(bad.error))),
            Ok(call) if text.len() > server.limits.max_batch_response_bytes => {
                call.id.map(|id| response(Some(&id), &Err(too_long())))
            }
            Ok(call) => single(server, call).await,
        };
        if let Some(answered) = answered {
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(&answered);
        }
    }
    text.push(']');
    (text.len() > 2).then_some(text)
}

fn too_long() -> RpcError {
    RpcError::new(ErrorCode::Limit, "the batch's responses are too large")
}

async fn execute(server: &Server, method: &str, params: Option<&RawValue>) -> Reply {
    let method = methods::find(method)?;
    let params = Params::parse(params)?;
    match method {
        Method::Act(act) => server.executor.act(move |context| act(context, &params)).await,
        Method::View(view) => server.executor.view(move |copy| view(copy, &params)).await,
    }
}
