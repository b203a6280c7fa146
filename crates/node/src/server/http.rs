//! POST for requests, GET for the upgrade to a WebSocket, and what browsers ask first.

use axum::Router;
use axum::body::{Body as HttpBody, HttpBody as _};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Request, State};
use axum::http::{HeaderName, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tower_http::cors::{Any, CorsLayer};

use super::accept::Place;
use super::{Server, answer, socket};
use crate::wire::{ErrorCode, Reply, RpcError, response};

/// The service of one connection, on every path: clients differ in what they append to the URL.
pub(super) fn router(server: Server, place: Place) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::POST, Method::GET, Method::OPTIONS])
        .allow_headers([header::CONTENT_TYPE, HeaderName::from_static("x-requested-with")]);
    Router::new().fallback(any(serve)).layer(cors).with_state((server, place))
}

async fn serve(
    State((server, place)): State<(Server, Place)>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
    request: Request,
) -> Response {
    match (upgrade, request.method()) {
        (Ok(upgrade), _) => open_socket(server, place, upgrade),
        (Err(_), &Method::POST) => post(server, request.into_body()).await,
        (Err(_), &Method::GET) => {
            "This is a JSON-RPC node: POST requests, or open a WebSocket.\n".into_response()
        }
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

fn open_socket(server: Server, place: Place, upgrade: WebSocketUpgrade) -> Response {
    let Ok(permit) = server.sockets.clone().try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "too many WebSockets\n").into_response();
    };
    upgrade
        .max_message_size(server.limits.max_body_bytes)
        .max_frame_size(server.limits.max_body_bytes)
        .on_upgrade(move |socket| async move {
            socket::run(socket, server).await;
            drop((permit, place));
        })
}

async fn post(server: Server, body: HttpBody) -> Response {
    let limits = &server.limits;
    let too_long = || {
        let reason = format!("request body above {} bytes", limits.max_body_bytes);
        refusal(StatusCode::PAYLOAD_TOO_LARGE, &reason)
    };
    if body.size_hint().lower() > limits.max_body_bytes as u64 {
        return too_long();
    }
    let reading = Limited::new(body, limits.max_body_bytes).collect();
    match tokio::time::timeout(limits.body_timeout, reading).await {
        Ok(Ok(body)) => answer_http(answer::body(&server, &body.to_bytes()).await),
        Ok(Err(error)) if error.is::<LengthLimitError>() => too_long(),
        Ok(Err(_)) => refusal(StatusCode::BAD_REQUEST, "the request body broke off"),
        Err(_) => refusal(StatusCode::REQUEST_TIMEOUT, "the request body took too long"),
    }
}

fn answer_http(text: Option<String>) -> Response {
    match text {
        Some(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    }
}

/// A refusal of the transport, which closes the connection: the rest of the body is not read.
fn refusal(status: StatusCode, reason: &str) -> Response {
    let error: Reply = Err(RpcError::new(ErrorCode::InvalidRequest, reason));
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CONNECTION, "close")];
    (status, headers, response(None, &error)).into_response()
}
