//! The message that somebody is writing about a person, as the other drafts; and everything that was
//! begun under an account, in one look.

use super::super::answer::{OfDiscardPersonDraft, OfKeepPersonDraft, OfPersonDraft, OfSession};
use super::super::app::App;
use super::super::caller::Asking;
use super::super::refusal::Refusal;
use super::super::wire::{Ids, Json};
use super::{Basis, Known, LIMIT, keep, kept};
use crate::access::Endpoint;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use contract::draft::facts::KeptDrafts;
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;

/// Everything that was begun and is not sent.
#[utoipa::path(
    get, path = "/drafts", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    responses(
        (status = 200, description = "`drafts`: a list of `key`, which says the page and the person, and `draft`, what was typed", body = Object),
        OfSession
    )
)]
pub(in crate::http) async fn drafts(
    State(app): State<App>,
    asking: Asking,
) -> Result<axum::Json<KeptDrafts>, Refusal> {
    let session = asking.session(Endpoint::Drafts)?;
    Ok(axum::Json(KeptDrafts { drafts: app.store.drafts(session.account).await? }))
}

/// The message that is being written about a person.
#[utoipa::path(
    get, path = "/drafts/message/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    responses(
        (status = 200, description = "What was typed: `page`, and the answers by their names", body = Object, headers(("ETag" = String, description = "The version, for `If-Match`"))),
        (status = 204, description = "Nothing is kept"),
        OfPersonDraft
    )
)]
pub(in crate::http) async fn message_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
) -> Result<Response, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::MessageDraft, &[person]).await?;
    kept(&app, session.account, DraftKey::Message { person }).await
}

/// Keeps the message that is being written about a person.
#[utoipa::path(
    put, path = "/drafts/message/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("If-Match" = Option<String>, Header, description = "The version that this one follows"),
        ("If-None-Match" = Option<String>, Header, description = "`*` where nothing is kept yet; one of the two is needed")
    ),
    request_body(content = Object, description = "What was typed: `page`, and the answers by their names"),
    responses((status = 204, description = "Kept", headers(("ETag" = String, description = "The new version"))), OfKeepPersonDraft)
)]
pub(in crate::http) async fn keep_message_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    basis: Result<Basis, Refusal>,
    Json { value, .. }: Json<Draft, LIMIT>,
) -> Result<Response, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::KeepMessageDraft, &[person]).await?;
    keep(&app, session.account, DraftKey::Message { person }, basis?.0, value).await
}

/// Forgets the message that was being written about a person.
#[utoipa::path(
    delete, path = "/drafts/message/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("If-Match" = Option<String>, Header, description = "The only version to forget; any where there is none")
    ),
    responses((status = 204, description = "Nothing is kept any more"), OfDiscardPersonDraft)
)]
pub(in crate::http) async fn discard_message_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    seen: Result<Known, Refusal>,
) -> Result<StatusCode, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::DiscardMessageDraft, &[person]).await?;
    app.store.discard_draft(session.account, DraftKey::Message { person }, seen?.0).await?;
    Ok(StatusCode::NO_CONTENT)
}
