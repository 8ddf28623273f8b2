//! What holds for every request: a deadline, no copies kept by anyone, a fault that is told as one.

use super::refusal::Refusal;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::time::Duration;

/// A request that takes longer is given up. Long enough for 4 MB over a slow line.
const DEADLINE: Duration = Duration::from_secs(180);

/// Gives a request up after its deadline.
pub(super) async fn deadline(request: Request, next: Next) -> Response {
    match tokio::time::timeout(DEADLINE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::unavailable().into_response(),
    }
}

/// Nothing that the portal answers is kept by a cache, but for what says otherwise.
pub(super) async fn private(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Everything that the portal answers tells browsers what to keep from it.
pub(super) async fn protect(
    State(protection): State<HeaderMap>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().extend(protection);
    response
}

/// A handler that panicked is a fault of the portal's own.
pub(super) fn fault(_: Box<dyn Any + Send + 'static>) -> Response {
    Refusal::internal("a handler panicked").into_response()
}

/// Nothing is at that address.
pub(super) async fn nowhere() -> Refusal {
    contract::Code::NotFound.into()
}

/// Something is at that address, but not with that method.
pub(super) async fn no_such_method() -> Refusal {
    Refusal::method()
}
