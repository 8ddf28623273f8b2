//! Sending a photo: its file chunk by chunk, then the submission. What arrived is never sent again:
//! after a lost reply or a restart the portal is asked how far it came.

use super::Applicant;
use super::photo::hex;
use super::session::Session;
use crate::client::File;
use crate::outbox::Failure;
use crate::ports::random;
use crate::store::{Pictured, SentPicture};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use contract::outbox::Handed;
use contract::photo::{PhotoReceipt, SubmitPhoto, UploadProgress};
use contract::picked::PhotoStage;
use contract::problem::Arg;
use contract::reply::chunk_may_pass;
use contract::{Code, FieldProblem, Problem};
use sha2::{Digest, Sha256};
use std::time::Duration;

/// How often a chunk is tried before it is given up.
const TRIES: u32 = 3;
/// The pause after the first failure; it doubles with the next, and half as much again by chance.
const PAUSE: Duration = Duration::from_millis(400);
/// The longest wait that the portal may ask for; longer ones are the applicant's to decide.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

impl Applicant {
    /// Sends the photo that was made of the picked picture for review: now where the portal answers,
    /// else as soon as it can be sent. All that is kept of it is removed from this device only with
    /// the receipt.
    ///
    /// # Errors
    /// `malformed` with the field `picture` or `kind`; the first of what stops the picture from
    /// being sent as it is; `sign_in_required`; whatever the portal refuses with for good.
    pub async fn submit_photo(&self, person: PersonId) -> Result<Handed<PhotoReceipt>, Problem> {
        let session = self.session()?;
        let row = self.picture_row(person).await?.ok_or_else(|| missing("picture"))?;
        let Some(outgoing) = row.outgoing else {
            let obstacles = row.photo.obstacles;
            let first = obstacles.refusals.into_iter().chain(obstacles.fixables).next();
            return Err(first.unwrap_or_else(|| missing("picture")));
        };
        let kind = match self.load_draft(DraftKey::Photo { person }).await? {
            Some(Draft::Photo(draft)) => draft.kind,
            _ => None,
        };
        let kind = kind.ok_or_else(|| missing("kind"))?;
        let body = SubmitPhoto { upload: outgoing.upload, sha256: outgoing.sha256, kind };
        self.queue_photo(&session, person, body).await
    }

    /// Sends what is missing of the file at the portal.
    pub(super) async fn send_file(
        &self,
        session: &Session,
        person: PersonId,
        body: &SubmitPhoto,
    ) -> Result<(), Failure> {
        let stage = self.stage(person, PhotoStage::Sending);
        let (account, upload) = (session.account.to_string(), body.upload);
        let (bytes, begun) = self
            .store(move |store| {
                let begun = store.begin_sending(&account, person, upload)?;
                Ok((store.picture_bytes(&account, person, Pictured::Prepared)?, begun))
            })
            .await
            .map_err(Failure::Here)?;
        let sha256 = Sha256::digest(bytes.as_deref().unwrap_or_default());
        // Another picture may have been picked at this very moment.
        let (Some(bytes), Some(begun), true) = (bytes, begun, hex(&sha256) == body.sha256) else {
            return Err(Failure::Here(missing("picture")));
        };
        let file = File { person, upload, bytes: &bytes, sha256: &sha256 };
        let total = bytes.len() as u64;
        let mut received = 0;
        let mut tries = Tries::default();
        // Asked first where something was sent under this id before.
        let mut asks = begun;
        loop {
            stage.so_far(received, total);
            let step = self.step(session, file, received, asks).await;
            match step {
                Ok(progress) => {
                    received = progress.received;
                    tries.reached(received);
                    if progress.is_complete() {
                        stage.so_far(received, total);
                        return Ok(());
                    }
                    asks = false;
                }
                Err(problem) if asks && problem.code == Code::NotFound => {
                    (received, asks) = (0, false);
                }
                Err(problem) => {
                    let pause = tries.failed(problem).map_err(Failure::Answered)?;
                    tokio::time::sleep(pause).await;
                    asks = true;
                }
            }
        }
    }

    /// Asks how much arrived, or sends the next chunk.
    async fn step(
        &self,
        session: &Session,
        file: File<'_>,
        received: u64,
        asks: bool,
    ) -> Result<UploadProgress, Problem> {
        if asks {
            return self.client.upload_progress(&session.token, file).await;
        }
        let starts = usize::try_from(received).map_err(|_| Problem::new(Code::UnexpectedReply))?;
        let bytes = self.policy.upload_chunk_bytes as usize;
        self.client.upload_chunk(&session.token, file, starts, bytes).await
    }

    /// The picture that is submitted, unless another one took its place or it was discarded: what was
    /// picked last then stays, and nothing is submitted. Whoever calls holds the turn with it.
    pub(super) async fn picture_to_submit(
        &self,
        session: &Session,
        person: PersonId,
        body: &SubmitPhoto,
    ) -> Result<SentPicture, Failure> {
        let account = session.account.to_string();
        let row = self.store(move |store| store.picture(&account, person)).await;
        let row = row.map_err(Failure::Here)?.filter(|row| row.is_sent_as(body.upload));
        let row = row.ok_or_else(|| Failure::Here(missing("picture")))?;
        Ok(SentPicture { person, upload: body.upload, source_sha256: row.source_sha256 })
    }
}

/// How often it was tried since more of the file arrived than ever before. Another device that sends
/// a photo of the same person takes away what arrived: coming as far again is no progress then.
#[derive(Debug, Default)]
struct Tries {
    furthest: u64,
    failures: u32,
}

impl Tries {
    /// So many bytes arrived.
    fn reached(&mut self, received: u64) {
        if received > self.furthest {
            *self = Self { furthest: received, failures: 0 };
        }
    }

    /// How long to wait before the next try, or why there is none.
    fn failed(&mut self, problem: Problem) -> Result<Duration, Problem> {
        self.failures += 1;
        if self.failures >= TRIES {
            return Err(problem);
        }
        pause(&problem, self.failures).ok_or(problem)
    }
}

/// How long to wait before the same is tried again; nothing where that is of no use.
fn pause(problem: &Problem, failures: u32) -> Option<Duration> {
    // Where the bytes end elsewhere, the portal is asked where that is.
    let passes = chunk_may_pass(problem.code) || problem.code == Code::UploadOffset;
    let asked = match problem.args.get("seconds") {
        Some(Arg::Number(seconds)) => Duration::try_from_secs_f64(*seconds).ok()?,
        _ => Duration::ZERO,
    };
    if !passes || asked > LONGEST_PAUSE {
        return None;
    }
    let doubled = PAUSE * 2_u32.pow(failures.saturating_sub(1).min(4));
    let [chance] = random::<1>().unwrap_or([128]);
    Some(asked.max(doubled + doubled * u32::from(chance) / 512))
}

pub(super) fn missing(field: &str) -> Problem {
    vec![FieldProblem::new(field, Code::Required)].into()
}

#[cfg(test)]
mod tests;
