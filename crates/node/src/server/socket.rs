//! One WebSocket: requests answered in order, subscriptions in between, silence ended.

use std::ops::ControlFlow;

use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use super::subscriptions::Subscriptions;
use super::{Server, answer, closed};
use crate::wire::{Body, Call, parse_body, response};

/// Pings that may go unanswered before the peer counts as gone.
const MAX_MISSED_PINGS: u32 = 3;

/// Serves a WebSocket until either side ends it.
pub(super) async fn run(mut socket: WebSocket, server: Server) {
    let mut closing = server.closing.clone();
    let mut heads = server.hub.subscribe();
    let mut subscriptions = Subscriptions::new(server.limits.max_subscriptions);
    let period = server.limits.ping_interval;
    let mut pings = interval_at(Instant::now() + period, period);
    pings.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut missed = 0;
    loop {
        let flow = tokio::select! {
            () = closed(&mut closing) => end(&mut socket, close_code::AWAY, "shutting down").await,
            message = socket.recv() => match message {
                Some(Ok(message)) => {
                    missed = 0;
                    receive(&mut socket, &server, &mut subscriptions, message).await
                }
                Some(Err(_)) | None => ControlFlow::Break(()),
            },
            head = heads.recv() => match head {
                Ok(head) => send_all(&mut socket, subscriptions.notifications(&head)).await,
                Err(RecvError::Lagged(_)) if subscriptions.is_empty() => ControlFlow::Continue(()),
                Err(RecvError::Lagged(_)) => {
                    end(&mut socket, close_code::POLICY, "too slow to follow the chain").await
                }
                Err(RecvError::Closed) => end(&mut socket, close_code::AWAY, "shutting down").await,
            },
            _ = pings.tick() => {
                missed += 1;
                if missed > MAX_MISSED_PINGS { ControlFlow::Break(()) }
                else { send(&mut socket, Message::Ping(Default::default())).await }
            }
        };
        if flow.is_break() {
            return;
        }
    }
}

async fn receive(
    socket: &mut WebSocket,
    server: &Server,
    subscriptions: &mut Subscriptions,
    message: Message,
) -> ControlFlow<()> {
    let bytes = match message {
        Message::Text(text) => axum::body::Bytes::from(text),
        Message::Binary(bytes) => bytes,
        Message::Close(_) => return ControlFlow::Break(()),
        Message::Ping(_) | Message::Pong(_) => return ControlFlow::Continue(()),
    };
    let answered = match parse_body(&bytes, server.limits.max_batch) {
        Ok(Body::Single(Ok(call))) if Subscriptions::handles(&call.method) => {
            subscribe(subscriptions, call)
        }
        _ => answer::body(server, &bytes).await,
    };
    match answered {
        Some(text) => send(socket, Message::text(text)).await,
        None => ControlFlow::Continue(()),
    }
}

fn subscribe(subscriptions: &mut Subscriptions, call: Call) -> Option<String> {
    let reply = subscriptions.answer(&call);
    call.id.map(|id| response(Some(&id), &reply))
}

async fn send_all(socket: &mut WebSocket, texts: Vec<String>) -> ControlFlow<()> {
    for text in texts {
        send(socket, Message::text(text)).await?;
    }
    ControlFlow::Continue(())
}

/// Sends, or gives up where the peer is gone or has read nothing for the write timeout.
async fn send(socket: &mut WebSocket, message: Message) -> ControlFlow<()> {
    match socket.send(message).await {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

async fn end(socket: &mut WebSocket, code: u16, reason: &'static str) -> ControlFlow<()> {
    let frame = CloseFrame { code, reason: reason.into() };
    let _ = socket.send(Message::Close(Some(frame))).await;
    ControlFlow::Break(())
}
