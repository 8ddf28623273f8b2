//! Taking in the file of a photo chunk by chunk, and saying how much of it arrived. What a chunk
//! says of itself is read here; what becomes of it is in [`super::taking`].

use super::answer::{OfUpload, OfUploadProgress};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::taking::{Taking, drain};
use super::wire::Ids;
use crate::access::Endpoint;
use crate::pictures::announced_digest;
use crate::rules::journey;
use crate::rules::upload::Announced;
use crate::secret::Sha;
use axum::body::Body;
use axum::extract::{FromRequestParts, State};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use contract::Code;
use contract::id::{PersonId, UploadId};
use contract::photo::UploadProgress;
use contract::portal::{REPR_DIGEST_HEADER, UPLOAD_LENGTH_HEADER, UPLOAD_OFFSET_HEADER};

/// The header with the hash of the chunk (RFC 9530).
const CONTENT_DIGEST_HEADER: &str = "content-digest";

/// Takes in a chunk of the file of a photo. It begins where the bytes that arrived end; one that
/// arrived before can be sent again. With the last one the file is examined.
#[utoipa::path(
    patch, path = "/people/{person}/uploads/{upload}", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("upload" = UploadId, Path, description = "Chosen by the sender. Another `Upload-Length` or `Repr-Digest` under the same id begins anew at 0; whatever begins takes the place of what arrived for the person before"),
        ("Upload-Offset" = u64, Header, description = "Where in the file the chunk begins, in bytes", example = 262144),
        ("Upload-Length" = u64, Header, description = "How many bytes the whole file has", example = 1048576),
        ("Content-Digest" = String, Header, description = "The hash of the chunk (RFC 9530)", example = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
        ("Repr-Digest" = String, Header, description = "The hash of the whole file (RFC 9530)", example = "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:")
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The chunk: any number of bytes up to what is left of the file"),
    responses((status = 200, description = "Arrived", body = UploadProgress), OfUpload)
)]
pub(super) async fn upload_chunk(
    State(app): State<App>,
    asking: Asking,
    Ids((person, upload)): Ids<(PersonId, UploadId)>,
    chunk: Result<Chunk, Refusal>,
    body: Body,
) -> Result<axum::Json<UploadProgress>, Refusal> {
    let (session, case) = asking.session_for(&app, Endpoint::Upload, &[person]).await?;
    journey::not_stopped(&case)?;
    let (by, chunk, body) = (session.person, chunk?, body.into_data_stream());
    let Some(turn) = app.turns.take(person).await else {
        drain(body).await?;
        return Err(Refusal::one_at_a_time());
    };
    let body = turn.until_asked(body);
    let taking = Taking { app, case, by, person, upload, chunk };
    // It is seen through where its sender goes away meanwhile: nothing half done is left.
    let taken = tokio::spawn(async move {
        let taken = taking.take(body).await;
        drop(turn);
        taken
    });
    taken.await.map_err(Refusal::internal)?.map(axum::Json)
}

/// How much of the file of a photo arrived.
#[utoipa::path(
    get, path = "/people/{person}/uploads/{upload}", tag = "photo",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path), ("upload" = UploadId, Path)),
    responses((status = 200, description = "So much arrived", body = UploadProgress), OfUploadProgress)
)]
pub(super) async fn upload_progress(
    State(app): State<App>,
    asking: Asking,
    Ids((person, upload)): Ids<(PersonId, UploadId)>,
) -> Result<axum::Json<UploadProgress>, Refusal> {
    asking.session_for(&app, Endpoint::UploadProgress, &[person]).await?;
    let arrival = app.store.arrival(person, upload).await?.ok_or(Code::NotFound)?;
    let standing = arrival.standing;
    Ok(axum::Json(UploadProgress {
        upload,
        received: standing.received,
        total: standing.announced.total,
    }))
}

/// What a chunk says of itself and of its file.
pub(super) struct Chunk {
    /// The file it is of.
    pub(super) announced: Announced,
    /// Where in the file it begins, in bytes.
    pub(super) starts: u64,
    /// SHA-256 of it.
    pub(super) sha256: Sha,
}

impl<S: Send + Sync> FromRequestParts<S> for Chunk {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let headers = &parts.headers;
        let number = |text: &str| text.trim().parse::<u64>().ok();
        Ok(Self {
            starts: header(headers, UPLOAD_OFFSET_HEADER, number)?,
            announced: Announced {
                total: header(headers, UPLOAD_LENGTH_HEADER, number)?,
                sha256: header(headers, REPR_DIGEST_HEADER, announced_digest)?,
            },
            sha256: header(headers, CONTENT_DIGEST_HEADER, announced_digest)?,
        })
    }
}

fn header<T>(
    headers: &HeaderMap,
    name: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, Refusal> {
    let refused = |code| Refusal::header(&name.replace('-', "_"), code);
    let value = headers.get(name).ok_or_else(|| refused(Code::Required))?;
    value.to_str().ok().and_then(read).ok_or_else(|| refused(Code::Malformed))
}
