//! Submitting a photo, and seeing the one that was submitted.

use super::answer::{OfPerson, OfSubmitPhoto};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Ids, Json, Key};
use crate::access::Endpoint;
use crate::store::NewPhoto;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use contract::Code;
use contract::id::{PersonId, PhotoId};
use contract::photo::{PhotoReceipt, SubmitPhoto};

/// Submits bytes that were sent before as a person's photo, for review.
#[utoipa::path(
    post, path = "/people/{person}/photos", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("Idempotency-Key" = String, Header, description = "UUID version 7; the same key and body is the same write", format = Uuid)
    ),
    request_body = SubmitPhoto,
    responses((status = 201, description = "Submitted", body = PhotoReceipt), OfSubmitPhoto)
)]
pub(super) async fn submit_photo(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    key: Result<Key, Refusal>,
    Json { value, sha256 }: Json<SubmitPhoto>,
) -> Result<(StatusCode, axum::Json<PhotoReceipt>), Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::SubmitPhoto, &[person]).await?;
    let keyed = key?.of(session.account, "POST /people/{person}/photos", sha256);
    let now = app.now();
    let receipt = app
        .store
        .submit_photo(
            keyed,
            NewPhoto {
                by: session.person,
                person,
                submission: value,
                photo: PhotoId(app.new_id(now)?),
                reference: app.new_reference()?,
                now,
            },
        )
        .await?;
    Ok((StatusCode::CREATED, axum::Json(receipt)))
}

/// The bytes of a photo that was submitted, without what identifies somebody.
#[utoipa::path(
    get, path = "/people/{person}/photos/{photo}/picture", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path), ("photo" = PhotoId, Path)),
    responses(
        (status = 200, description = "The picture", content(
            (Vec<u8> = "image/jpeg"),
            (Vec<u8> = "image/png")
        )),
        OfPerson
    )
)]
pub(super) async fn picture(
    State(app): State<App>,
    asking: Asking,
    Ids((person, photo)): Ids<(PersonId, PhotoId)>,
) -> Result<impl IntoResponse, Refusal> {
    let (_, case) = asking.session_for(&app, Endpoint::Picture, &[person]).await?;
    let photo = case
        .person(person)
        .and_then(|person| person.photos.iter().find(|file| file.id == photo))
        .ok_or(Code::NotFound)?;
    let object = photo.object.as_deref().ok_or(Code::NotFound)?;
    let bytes = app.pictures.bytes(object).await?;
    Ok(([(header::CONTENT_TYPE, photo.format.media_type())], bytes))
}
