//! Taking in the bytes of a photo: streamed to the object store, compared with what was announced,
//! examined by the same code as the app's, and only then noted.

use super::answer::OfUpload;
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::Ids;
use crate::access::Endpoint;
use crate::case::CaseFile;
use crate::pictures::{Arrival, ArrivalError, announced_digest};
use crate::rules::journey;
use crate::secret;
use crate::store::Upload;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use contract::id::{PersonId, UploadId};
use contract::photo::UploadReceived;
use contract::{Code, FieldProblem, Problem};
use jiff::Timestamp;

/// Takes in the bytes of a photo. The same bytes under the same id can be sent again.
#[utoipa::path(
    put, path = "/people/{person}/uploads/{upload}", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("upload" = UploadId, Path, description = "Chosen by the sender"),
        ("Content-Digest" = String, Header, description = "`sha-256=:…:` (RFC 9530)")
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file's bytes"),
    responses((status = 200, description = "Arrived", body = UploadReceived), OfUpload)
)]
pub(super) async fn upload(
    State(app): State<App>,
    asking: Asking,
    Ids((person, upload)): Ids<(PersonId, UploadId)>,
    headers: HeaderMap,
    body: Body,
) -> Result<axum::Json<UploadReceived>, Refusal> {
    let (_, case) = asking.session_for(&app, Endpoint::Upload, &[person]).await?;
    journey::not_stopped(&case)?;
    let announced = headers
        .get("Content-Digest")
        .ok_or_else(|| Refusal::header("content_digest", Code::Required))?
        .to_str()
        .ok()
        .and_then(announced_digest)
        .ok_or_else(|| Refusal::header("content_digest", Code::Malformed))?;
    let now = app.now();
    let limit = app.policy.photo.max_bytes;
    let arrival = app
        .pictures
        .take(app.new_id(now)?, body.into_data_stream(), limit)
        .await
        .map_err(|error| not_arrived(error, limit))?;
    match accept(&app, &case, person, upload, &arrival, announced, now).await {
        Ok(received) => Ok(axum::Json(received)),
        Err(refusal) => {
            app.pictures.remove(vec![arrival.object]).await;
            Err(refusal)
        }
    }
}

fn not_arrived(error: ArrivalError, limit: u64) -> Refusal {
    match error {
        ArrivalError::TooHeavy(bytes) => {
            Problem::new(Code::PhotoTooHeavy).with("bytes", bytes).with("limit", limit).into()
        }
        ArrivalError::BrokenOff(_) => Refusal::not_understood(),
        ArrivalError::NotKept(error) => error.into(),
    }
}

async fn accept(
    app: &App,
    case: &CaseFile,
    person: PersonId,
    upload: UploadId,
    arrival: &Arrival,
    announced: secret::Sha,
    now: Timestamp,
) -> Result<UploadReceived, Refusal> {
    if arrival.sha256 != announced {
        return Err(Code::DigestMismatch.into());
    }
    let facts = examine(app, &arrival.object).await?;
    // A picture that was not decoded has a refusal, so one without a fingerprint ends here.
    let pixels_sha256 = match (facts.refusals.as_slice(), facts.pixels_sha256) {
        ([], Some(pixels)) => pixels,
        ([], None) => return Err(Code::PhotoUnreadable.into()),
        (refusals, _) => return Err(all_of(refusals)),
    };
    journey::not_returned_before(case, &pixels_sha256, now)?;
    let received =
        UploadReceived { upload, bytes: arrival.bytes, sha256: secret::hex(&arrival.sha256) };
    let replaced = app
        .store
        .note_upload(
            Upload {
                person,
                upload,
                object: arrival.object.clone(),
                bytes: arrival.bytes,
                sha256: received.sha256.clone(),
                format: facts.format,
                pixels_sha256,
            },
            now,
        )
        .await?;
    app.pictures.remove(replaced).await;
    Ok(received)
}

async fn examine(app: &App, object: &str) -> Result<photo::Facts, Refusal> {
    let permit = app.examinations.clone().acquire_owned().await;
    let permit = permit.map_err(Refusal::internal)?;
    let bytes = app.pictures.bytes(object).await?;
    let policy = app.policy.photo.clone();
    let facts = tokio::task::spawn_blocking(move || {
        let facts = photo::inspect(&bytes, &policy);
        drop(permit);
        facts
    })
    .await
    .map_err(Refusal::internal)?;
    Ok(facts?)
}

/// Several refusals as one: the first gives the code, all are named in the fields.
fn all_of(refusals: &[Problem]) -> Refusal {
    let Some((first, others)) = refusals.split_first() else {
        return Code::PhotoUnreadable.into();
    };
    let mut problem = first.clone();
    if !others.is_empty() {
        problem.fields = refusals
            .iter()
            .map(|refusal| FieldProblem {
                field: "photo".to_owned(),
                code: refusal.code,
                args: refusal.args.clone(),
            })
            .collect();
    }
    problem.into()
}
