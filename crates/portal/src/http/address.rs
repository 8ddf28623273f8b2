//! Giving an address.

use super::answer::OfGiveAddress;
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Json, Key};
use crate::access::Endpoint;
use crate::store::NewAddress;
use axum::extract::State;
use axum::http::StatusCode;
use contract::address::GiveAddress;
use contract::receipt::Receipt;

/// Gives one address for one or more people, or changes it until the card is made. `instead_of` names
/// what there is as its sender saw it: where another one was given meanwhile, nothing is written.
#[utoipa::path(
    post, path = "/addresses", tag = "household",
    security(("session" = []), ("browser" = [])),
    params(("Idempotency-Key" = String, Header, description = "UUID version 7; the same key and body is the same write", format = Uuid)),
    request_body = GiveAddress,
    responses((status = 201, description = "Kept", body = Receipt), OfGiveAddress)
)]
pub(super) async fn give_address(
    State(app): State<App>,
    asking: Asking,
    key: Result<Key, Refusal>,
    Json { value, sha256 }: Json<GiveAddress>,
) -> Result<(StatusCode, axum::Json<Receipt>), Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::GiveAddress, &value.people).await?;
    let keyed = key?.of(session.account, "POST /addresses", sha256);
    let receipt = app
        .store
        .give_address(
            keyed,
            NewAddress {
                by: session.person,
                address: value.check(&app.policy)?,
                reference: app.new_reference()?,
                now: app.now(),
            },
        )
        .await?;
    Ok((StatusCode::CREATED, axum::Json(receipt)))
}
