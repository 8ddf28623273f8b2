//! Connections: each is served with small buffers, so that hundreds of senders at once stay cheap, and
//! seen through when the portal ends.

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_service::Service as _;

/// Bytes of a request that are read ahead. A head that is longer is refused.
const READ_AHEAD: usize = 16 * 1024;
/// How long a connection may stay silent, and how long the head of a request may take; longer than
/// browsers and the app keep one that they do not use.
const SILENCE: Duration = Duration::from_secs(120);
/// A connection that cannot be taken (no file is left to open) is tried again after so long.
const NONE_LEFT: Duration = Duration::from_millis(100);

/// Serves until it is told to stop, and then sees through what began.
pub(super) async fn listen(
    listener: TcpListener,
    router: Router,
    mut stopped: watch::Receiver<bool>,
) {
    let mut connection = http1::Builder::new();
    connection.max_buf_size(READ_AHEAD).timer(TokioTimer::new()).header_read_timeout(SILENCE);
    let open = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopped.wait_for(|stop| *stop) => break,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(NONE_LEFT).await;
            continue;
        };
        // A short answer is not held back to be sent with more.
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = hyper::service::service_fn(move |request: hyper::Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo::<SocketAddr>(peer));
            router.clone().call(request)
        });
        let served = open.watch(connection.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // Whoever went away in the middle is no fault.
            let _ = served.await;
        });
    }
    open.shutdown().await;
}
