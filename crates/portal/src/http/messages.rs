//! Messages of a person's thread. Text goes in and out as it was written: nothing here makes markup of
//! it, and reading a thread marks nothing as read.

use super::answer::{OfPerson, OfReadMessages, OfSendMessage};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Ids, Json, Key};
use crate::access::Endpoint;
use crate::rules;
use crate::store::AskedOfOfficers;
use axum::extract::State;
use axum::http::StatusCode;
use contract::id::{MessageId, PersonId};
use contract::message::{NewMessage, ReadUpTo, Thread};
use contract::receipt::Receipt;

/// The messages between a person, or who acts for them, and officers, the oldest first.
#[utoipa::path(
    get, path = "/people/{person}/messages", tag = "messages",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    responses((status = 200, description = "The thread", body = Thread), OfPerson)
)]
pub(super) async fn messages(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
) -> Result<axum::Json<Thread>, Refusal> {
    let (_, case) = asking.session_for(&app, Endpoint::Messages, &[person]).await?;
    let messages = app.store.thread(person).await?;
    Ok(axum::Json(Thread { messages, open: rules::messages::is_open(&case) }))
}

/// Writes to the officers in a person's thread.
#[utoipa::path(
    post, path = "/people/{person}/messages", tag = "messages",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("Idempotency-Key" = String, Header, description = "UUID version 7; the same key and body is the same write", format = Uuid)
    ),
    request_body = NewMessage,
    responses((status = 201, description = "Kept for the officers", body = Receipt), OfSendMessage)
)]
pub(super) async fn send_message(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    key: Result<Key, Refusal>,
    Json { value, sha256 }: Json<NewMessage>,
) -> Result<(StatusCode, axum::Json<Receipt>), Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::SendMessage, &[person]).await?;
    let keyed = key?.of(session.account, "POST /people/{person}/messages", sha256);
    let now = app.now();
    let message = AskedOfOfficers {
        id: MessageId(app.new_id(now)?),
        by: session.person,
        person,
        text: value.check(&app.policy)?.text,
        reference: app.new_reference()?,
        now,
    };
    let receipt = app.store.ask_officers(keyed, message).await?;
    Ok((StatusCode::CREATED, axum::Json(receipt)))
}

/// Says that everything up to a message was shown: the officers see that it was read.
#[utoipa::path(
    put, path = "/people/{person}/messages/read", tag = "messages",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    request_body = ReadUpTo,
    responses((status = 204, description = "Noted"), OfReadMessages)
)]
pub(super) async fn read_messages(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    Json { value, .. }: Json<ReadUpTo>,
) -> Result<StatusCode, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::ReadMessages, &[person]).await?;
    app.store.read_by_applicant(session.person, person, value.message, app.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}
