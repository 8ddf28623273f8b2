//! Sending a photo's bytes in chunks: each with its hash, tried again when the network fails, and
//! after a failure from where the portal says that they end.

use super::examiner::Progress;
use super::portal::{get, request};
use crate::browser;
use contract::id::{PersonId, UploadId};
use contract::photo::{PictureFormat, UploadProgress};
use contract::picked::{PhotoProgress, PhotoStage};
use contract::policy::Policy;
use contract::portal::{REPR_DIGEST_HEADER, UPLOAD_LENGTH_HEADER, UPLOAD_OFFSET_HEADER};
use contract::problem::Arg;
use contract::reply::chunk_may_pass;
use contract::{Code, Problem};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;

/// A chunk is tried again after these pauses, in milliseconds, and then given up.
const PAUSES_MS: [u32; 2] = [500, 1_500];
/// The portal may say this often that the bytes end elsewhere.
const MOST_JUMPS: u32 = 4;

/// A file on its way to the portal.
pub(super) struct Upload<'a> {
    /// Whose photo it is.
    pub(super) person: PersonId,
    /// Its id, for as long as its bytes stay the same.
    pub(super) upload: UploadId,
    /// Its bytes.
    pub(super) bytes: &'a Uint8Array,
    /// SHA-256 of them.
    pub(super) digest: &'a [u8],
    /// What they are.
    pub(super) format: PictureFormat,
    /// Follows the sending.
    pub(super) progress: &'a Progress,
}

impl Upload<'_> {
    fn path(&self) -> String {
        format!("people/{}/uploads/{}", self.person, self.upload)
    }

    fn tell(&self, done: u64) {
        let total = u64::from(self.bytes.length());
        self.progress.set(Some(PhotoProgress { stage: PhotoStage::Sending, done, total }));
    }

    /// Sends what the portal does not have yet; `begun` where something was sent before.
    ///
    /// # Errors
    /// What the portal refuses the file for, or why it cannot be reached.
    pub(super) async fn send(&self, begun: bool) -> Result<(), Problem> {
        let total = u64::from(self.bytes.length());
        let mut offset = if begun { self.arrived().await? } else { 0 };
        let mut jumps = 0;
        loop {
            self.tell(offset);
            if offset >= total {
                return Ok(());
            }
            offset = match self.send_chunk(offset).await {
                Ok(now) if now.is_complete() => total,
                Ok(now) => now.received,
                Err(problem) if problem.code == Code::UploadOffset && jumps < MOST_JUMPS => {
                    jumps += 1;
                    expected(&problem).filter(|expected| *expected <= total).ok_or(problem)?
                }
                Err(problem) => return Err(problem),
            };
        }
    }

    /// How much the portal has of it.
    async fn arrived(&self) -> Result<u64, Problem> {
        match get::<UploadProgress>(&self.path()).await {
            Ok(now) => Ok(now.received),
            Err(problem) if problem.code == Code::NotFound => Ok(0),
            Err(problem) => Err(problem),
        }
    }

    async fn send_chunk(&self, offset: u64) -> Result<UploadProgress, Problem> {
        let from = u32::try_from(offset).map_err(|_| Code::Internal)?;
        let to = from.saturating_add(Policy::PROGRAMME.upload_chunk_bytes);
        let chunk = self.bytes.subarray(from, to.min(self.bytes.length()));
        let digest = sha256_field(&browser::sha256(&chunk).await?);
        let mut pauses = PAUSES_MS.into_iter();
        loop {
            let call = request("PATCH", &self.path())
                .header(UPLOAD_OFFSET_HEADER, &offset.to_string())
                .header(UPLOAD_LENGTH_HEADER, &self.bytes.length().to_string())
                .header("content-digest", &digest)
                .header(REPR_DIGEST_HEADER, &sha256_field(self.digest))
                .chunk(&chunk, self.format.media_type());
            let answer = match call.send().await {
                Ok(reply) => reply.parse().await,
                Err(problem) => Err(problem),
            };
            match answer {
                Err(problem) if chunk_may_pass(problem.code) => match pauses.next() {
                    Some(pause) => TimeoutFuture::new(pause).await,
                    None => return Err(problem),
                },
                answer => return answer,
            }
        }
    }
}

/// A hash as the headers carry it (RFC 9530).
fn sha256_field(digest: &[u8]) -> String {
    format!("sha-256=:{}:", browser::base64(digest))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole and not negative; others show as 0"
)]
fn expected(problem: &Problem) -> Option<u64> {
    match problem.args.get("expected") {
        Some(Arg::Number(number)) => Some(*number as u64),
        _ => None,
    }
}
