//! The accept loop: one task for each connection, with bounds on their number and their patience.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_io_timeout::TimeoutStream;

use super::{Server, closed, http};

/// How long open requests may take to end once the node shuts down.
const GRACE: Duration = Duration::from_secs(3);

/// A connection's place among `max_connections`, held until its last task has ended.
pub(super) type Place = Arc<OwnedSemaphorePermit>;

/// Serves connections until the node shuts down, then lets the open ones end.
pub(crate) async fn serve(listener: TcpListener, server: Server) {
    let places = Arc::new(Semaphore::new(server.limits.max_connections));
    let mut closing = server.closing.clone();
    loop {
        tokio::select! {
            () = closed(&mut closing) => break,
            next = admit(&listener, &places) => if let Some((stream, place)) = next {
                tokio::spawn(connection(stream, server.clone(), Arc::new(place)));
            }
        }
    }
    drop(listener);
    let all = u32::try_from(server.limits.max_connections).unwrap_or(u32::MAX);
    let _ = tokio::time::timeout(GRACE, places.acquire_many(all)).await;
}

/// The next connection, once there is room for it. Accepting fails when the process is out of file
/// descriptors: waiting a moment lets others close, where a tight loop would only burn a core.
async fn admit(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, OwnedSemaphorePermit)> {
    let place = places.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((stream, place)),
        Err(_) => {
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

async fn connection(stream: TcpStream, server: Server, place: Place) {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(server.limits.write_timeout));
    let mut closing = server.closing.clone();
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(server.limits.header_timeout)
        .serve_connection(
            TokioIo::new(Box::pin(stream)),
            TowerToHyperService::new(http::router(server, place)),
        )
        .with_upgrades();
    tokio::pin!(serving);
    tokio::select! {
        _ = serving.as_mut() => {}
        () = closed(&mut closing) => {
            serving.as_mut().graceful_shutdown();
            let _ = serving.await;
        }
    }
}
