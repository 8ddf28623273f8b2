//! Submitting a photo, and seeing the one that was submitted and what was seen in it.

use super::answer::{OfExamination, OfPerson, OfSubmitPhoto};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Ids, Json, Key};
use crate::access::Endpoint;
use crate::case::{CaseFile, PhotoFile};
use crate::store::{NewPhoto, Standing};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use contract::Code;
use contract::examination::Examination;
use contract::id::{PersonId, PhotoId};
use contract::photo::{PhotoReceipt, Reason, SubmitPhoto};

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
    // Once it is committed, and without waiting: it is examined beside everything else.
    app.submitted.notify_one();
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
    let photo = photo_of(&case, person, photo)?;
    let object = photo.object.as_deref().ok_or(Code::NotFound)?;
    let bytes = app.pictures.bytes(object).await?;
    Ok(([(header::CONTENT_TYPE, photo.format.media_type())], bytes))
}

/// What was seen in a photo that was submitted. It is made soon after the submission, and kept no
/// longer than officers need it.
#[utoipa::path(
    get, path = "/people/{person}/photos/{photo}/examination", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path), ("photo" = PhotoId, Path)),
    responses(
        (status = 200, description = "What was seen", body = Examination, example = json!(super::example::examination())),
        OfExamination
    )
)]
pub(super) async fn examination(
    State(app): State<App>,
    asking: Asking,
    Ids((person, photo)): Ids<(PersonId, PhotoId)>,
) -> Result<axum::Json<Examination>, Refusal> {
    let (_, case) = asking.session_for(&app, Endpoint::Examination, &[person]).await?;
    let photo = photo_of(&case, person, photo)?;
    match app.store.examination(photo.id).await? {
        Standing::Examined { mut report, .. } => {
            // What somebody else of the household sent is for the officer to know.
            report.findings.retain(|finding| finding.code != Reason::UsedForAnother);
            Ok(axum::Json(*report))
        }
        Standing::Waiting | Standing::Failed { .. } | Standing::NotKept => {
            Err(Code::NotFound.into())
        }
    }
}

/// A photo of a person, under their name only.
fn photo_of(case: &CaseFile, person: PersonId, photo: PhotoId) -> Result<&PhotoFile, Code> {
    let person = case.person(person).ok_or(Code::NotFound)?;
    person.photos.iter().find(|file| file.id == photo).ok_or(Code::NotFound)
}
