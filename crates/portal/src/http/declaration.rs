//! Declaring presence.

use super::answer::OfDeclare;
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Json, Key};
use crate::access::Endpoint;
use crate::store::NewDeclaration;
use axum::extract::State;
use axum::http::StatusCode;
use contract::declaration::DeclarePresence;
use contract::receipt::Receipt;

/// Declares presence for one or more people, at the portal's time. Cannot be undone.
#[utoipa::path(
    post, path = "/declarations", tag = "household",
    security(("session" = []), ("browser" = [])),
    params(("Idempotency-Key" = String, Header, description = "UUID version 7; the same key and body is the same write", format = Uuid)),
    request_body = DeclarePresence,
    responses((status = 201, description = "Declared", body = Receipt), OfDeclare)
)]
pub(super) async fn declare(
    State(app): State<App>,
    asking: Asking,
    key: Result<Key, Refusal>,
    Json { value, sha256 }: Json<DeclarePresence>,
) -> Result<(StatusCode, axum::Json<Receipt>), Refusal> {
    let declaration = value.check();
    let (session, _) = asking.session_for(&app, Endpoint::Declare, &value.people).await?;
    let keyed = key?.of(session.account, "POST /declarations", sha256);
    let receipt = app
        .store
        .declare(
            keyed,
            NewDeclaration {
                by: session.person,
                declaration: declaration?,
                reference: app.new_reference()?,
                now: app.now(),
            },
        )
        .await?;
    Ok((StatusCode::CREATED, axum::Json(receipt)))
}
