//! The file of a photo over HTTP, chunk by chunk.

use super::{PortalClient, reply};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::id::{PersonId, UploadId};
use contract::photo::UploadProgress;
use contract::portal::{REPR_DIGEST_HEADER, UPLOAD_LENGTH_HEADER, UPLOAD_OFFSET_HEADER};
use contract::{Code, Problem};
use reqwest::{Method, header};
use sha2::{Digest, Sha256};
use std::time::Duration;

/// Longest time of a chunk: 256 KB at 10 kB/s fit, and the portal's examination after the last.
const CHUNK: Duration = Duration::from_secs(60);

/// A file on its way to the portal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct File<'a> {
    /// Whose photo it is to be.
    pub(crate) person: PersonId,
    /// Under which id it is sent.
    pub(crate) upload: UploadId,
    /// All of it.
    pub(crate) bytes: &'a [u8],
    /// SHA-256 of it.
    pub(crate) sha256: &'a [u8],
}

impl PortalClient {
    /// How much of a file arrived.
    pub(crate) async fn upload_progress(
        &self,
        token: &str,
        file: File<'_>,
    ) -> Result<UploadProgress, Problem> {
        let asked = reply(self.call(Method::GET, &path(file), Some(token))).await?;
        within(file, asked)
    }

    /// Sends so many bytes of a file, from `starts` on.
    pub(crate) async fn upload_chunk(
        &self,
        token: &str,
        file: File<'_>,
        starts: usize,
        bytes: usize,
    ) -> Result<UploadProgress, Problem> {
        let rest = file.bytes.get(starts..).ok_or(Code::UnexpectedReply)?;
        let chunk = &rest[..rest.len().min(bytes)];
        let call = self
            .call(Method::PATCH, &path(file), Some(token))
            .timeout(CHUNK)
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header(UPLOAD_OFFSET_HEADER, starts)
            .header(UPLOAD_LENGTH_HEADER, file.bytes.len())
            .header("content-digest", digest(&Sha256::digest(chunk)))
            .header(REPR_DIGEST_HEADER, digest(file.sha256))
            .body(chunk.to_vec());
        let progress = within(file, reply(call).await?)?;
        if progress.received < (starts + chunk.len()) as u64 {
            return Err(Code::UnexpectedReply.into());
        }
        Ok(progress)
    }
}

fn path(file: File<'_>) -> String {
    format!("people/{}/uploads/{}", file.person, file.upload)
}

fn digest(sha256: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(sha256))
}

/// Lets pass only an answer about this very file.
fn within(file: File<'_>, progress: UploadProgress) -> Result<UploadProgress, Problem> {
    let whole = file.bytes.len() as u64;
    let fits = progress.upload == file.upload
        && progress.total == whole
        && progress.received <= progress.total;
    if fits { Ok(progress) } else { Err(Code::UnexpectedReply.into()) }
}
