//! What holds for every request: a deadline, no copies kept by anyone, a fault that is told as one.

use super::refusal::Refusal;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
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

/// Nothing that the portal answers is kept by a cache or taken for another kind of file.
pub(super) async fn private(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
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
