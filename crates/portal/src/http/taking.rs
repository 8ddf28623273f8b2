//! What becomes of a chunk: streamed to an object, compared with its hash, and noted where it fits.
//! With the last one the whole is put together, examined by the same code as the app's, freed of
//! what identifies somebody, and only then noted. Nothing that is not noted is left behind.

use super::app::App;
use super::examining::{Examined, examine};
use super::refusal::Refusal;
use super::upload::Chunk;
use crate::case::CaseFile;
use crate::pictures::{ArrivalError, Pictures};
use crate::rules::journey;
use crate::rules::upload::{Announced, Part, Place, place};
use crate::secret;
use crate::store::{Arrival, NewChunk, Taken, Upload};
use axum::body::BodyDataStream;
use bytes::Bytes;
use contract::id::{PersonId, UploadId};
use contract::photo::UploadProgress;
use contract::{Code, Problem};
use std::time::Duration;
use tokio::time::timeout;

/// A chunk that is taken in.
pub(super) struct Taking {
    pub(super) app: App,
    pub(super) case: CaseFile,
    /// Who sends it.
    pub(super) by: PersonId,
    pub(super) person: PersonId,
    pub(super) upload: UploadId,
    pub(super) chunk: Chunk,
}

/// How often it is looked again where others change what arrived at the same moment.
const TRIES: usize = 3;
/// How long an examination is waited for while others go on: short enough that the answer still
/// comes before the request is given up.
const EXAMINATION_WAIT: Duration = Duration::from_secs(20);

/// The bytes before a chunk that are kept with it in one object.
struct Before {
    /// The object that holds them so far.
    object: String,
    /// They themselves; few.
    bytes: Bytes,
}

impl Taking {
    /// Takes in the chunk's bytes.
    pub(super) async fn take(self, body: BodyDataStream) -> Result<UploadProgress, Refusal> {
        let (announced, starts) = (&self.chunk.announced, self.chunk.starts);
        let limit = self.app.policy.photo.max_bytes;
        if announced.total > limit {
            drain(body).await?;
            let heavy = Problem::new(Code::PhotoTooHeavy);
            return Err(heavy.with("bytes", announced.total).with("limit", limit).into());
        }
        let (arrival, before) = self.so_far().await?;
        let standing = arrival.as_ref().map(|arrival| &arrival.standing);
        // How long it is shows only once it is read.
        let part = |bytes| Part { announced: announced.clone(), starts, bytes };
        let left = announced.total.saturating_sub(starts);
        match place(standing, &part(left.min(1))) {
            Place::Elsewhere { expected } => {
                drain(body).await?;
                Err(elsewhere(expected))
            }
            Place::There => {
                let arrived = Pictures::pass(body, left).await.map_err(|e| not_arrived(e, left))?;
                self.is_as_said(arrived.sha256)?;
                let received = standing.map_or(0, |standing| standing.received);
                if starts.saturating_add(arrived.bytes) > received {
                    return Err(elsewhere(received));
                }
                Ok(self.progress(received))
            }
            Place::Begins if announced.total == 0 => Err(Code::PhotoEmpty.into()),
            Place::Begins => self.keep(body, left, None).await,
            Place::Follows => self.keep(body, left, before).await,
        }
    }

    /// What arrived so far, and its last object with the bytes in it where the chunk that follows is
    /// to be joined with these. Where that object is lost, nothing arrived.
    async fn so_far(&self) -> Result<(Option<Arrival>, Option<Before>), Refusal> {
        for _ in 0..TRIES {
            let arrival = self.app.store.arrival(self.person, self.upload).await?;
            let Some(object) = arrival.as_ref().and_then(Arrival::short_end).cloned() else {
                return Ok((arrival, None));
            };
            match self.app.pictures.bytes(&object).await {
                Ok(bytes) => return Ok((arrival, Some(Before { object, bytes }))),
                // Another chunk took its place at this very moment.
                Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.forget_lost().await?;
        Ok((None, None))
    }

    /// Streams the bytes to an object, which is left only where the store has noted it.
    async fn keep(
        &self,
        body: BodyDataStream,
        left: u64,
        before: Option<Before>,
    ) -> Result<UploadProgress, Refusal> {
        let object = self.new_object()?;
        let (behind, bytes) = before.map(|before| (before.object, before.bytes)).unzip();
        let bytes = bytes.unwrap_or_default();
        let arrived = self.app.pictures.take(&object, bytes, body, left).await;
        let arrived = arrived.map_err(|error| not_arrived(error, left))?;
        let taken = match self.is_as_said(arrived.sha256) {
            Ok(()) => self.note(&object, behind.as_ref(), arrived.bytes).await,
            Err(refusal) => Err(refusal),
        };
        if !matches!(taken, Ok((_, true))) {
            self.app.pictures.remove(vec![object]).await;
        }
        match taken?.0 {
            Taken::Kept { replaced } => {
                self.app.pictures.remove(replaced).await;
                Ok(self.progress(self.chunk.starts + arrived.bytes))
            }
            Taken::There { received } => Ok(self.progress(received)),
            Taken::Elsewhere { expected } => Err(elsewhere(expected)),
        }
    }

    /// Has the store note the bytes in an object; whether the object is needed from then on.
    async fn note(
        &self,
        object: &str,
        behind: Option<&String>,
        bytes: u64,
    ) -> Result<(Taken, bool), Refusal> {
        let part =
            Part { announced: self.chunk.announced.clone(), starts: self.chunk.starts, bytes };
        if part.is_last() {
            return self.finish(object, behind, part).await;
        }
        if bytes == 0 {
            return Ok((Taken::There { received: self.chunk.starts }, false));
        }
        let chunk = NewChunk {
            by: self.by,
            person: self.person,
            upload: self.upload,
            part,
            object: object.to_owned(),
            instead_of: behind.cloned(),
            now: self.app.now(),
        };
        let taken = self.app.store.keep_chunk(chunk).await?;
        let needed = matches!(taken, Taken::Kept { .. });
        Ok((taken, needed))
    }

    /// Puts the file together with its last part, and notes it where nothing is wrong with it. What
    /// arrived of one with which something is wrong is forgotten.
    async fn finish(
        &self,
        last: &str,
        behind: Option<&String>,
        part: Part,
    ) -> Result<(Taken, bool), Refusal> {
        // Few at a time: each is held in memory and decoded.
        let permit = timeout(EXAMINATION_WAIT, self.app.examinations.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| Refusal::unavailable())?.map_err(Refusal::internal)?;
        let (objects, bytes) = match self.whole(last, behind, &part).await? {
            Ok(whole) => whole,
            Err(taken) => return Ok((taken, false)),
        };
        let (policy, announced) = (self.app.policy.photo.clone(), part.announced.clone());
        let examined = tokio::task::spawn_blocking(move || {
            let examined = examine(bytes, &announced, &policy);
            drop(permit);
            examined
        });
        let examined = examined.await.map_err(Refusal::internal)?;
        let now = self.app.now();
        let accepted = examined.and_then(|examined| {
            journey::not_returned_before(&self.case, &examined.pixels_sha256, now)?;
            Ok(examined)
        });
        match accepted {
            Ok(examined) => self.note_whole(last, part, objects.len() == 1, examined).await,
            Err(refusal) => {
                self.forget(part.announced).await?;
                Err(refusal)
            }
        }
    }

    /// The whole file with its last part, and the objects it lies in; or what became of it meanwhile.
    async fn whole(
        &self,
        last: &str,
        behind: Option<&String>,
        part: &Part,
    ) -> Result<Result<(Vec<String>, Vec<u8>), Taken>, Refusal> {
        let size = usize::try_from(part.announced.total).map_err(Refusal::internal)?;
        for _ in 0..TRIES {
            let arrival = self.app.store.arrival(self.person, self.upload).await?;
            let standing = arrival.as_ref().map(|arrival| &arrival.standing);
            let mut objects = match place(standing, part) {
                Place::Begins => Vec::new(),
                Place::Follows => arrival.map(|arrival| arrival.objects).unwrap_or_default(),
                Place::There => return Ok(Err(Taken::There { received: part.announced.total })),
                Place::Elsewhere { expected } => return Ok(Err(Taken::Elsewhere { expected })),
            };
            if let Some(behind) = behind
                && objects.pop().as_ref() != Some(behind)
            {
                // It was begun anew meanwhile, and came just as far.
                return Ok(Err(Taken::Elsewhere { expected: 0 }));
            }
            objects.push(last.to_owned());
            match self.app.pictures.joined(&objects, size).await {
                Ok(bytes) => return Ok(Ok((objects, bytes))),
                // Another last part, or another file, took their place at this very moment.
                Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.forget_lost().await?;
        Ok(Err(Taken::Elsewhere { expected: 0 }))
    }

    /// Forgets a file of which an object is lost, so that its sender can begin anew.
    async fn forget_lost(&self) -> Result<(), Refusal> {
        tracing::error!("what arrived of a photo is lost, and has to be sent again");
        match self.app.store.arrival(self.person, self.upload).await? {
            Some(arrival) => self.forget(arrival.standing.announced).await,
            None => Ok(()),
        }
    }

    /// Forgets what arrived of a file, and removes the objects that held it.
    async fn forget(&self, announced: Announced) -> Result<(), Refusal> {
        let gone = self.app.store.drop_arrival(self.person, self.upload, announced).await?;
        self.app.pictures.remove(gone).await;
        Ok(())
    }

    /// Notes a whole file, in one object.
    async fn note_whole(
        &self,
        last: &str,
        part: Part,
        is_in_last: bool,
        examined: Examined,
    ) -> Result<(Taken, bool), Refusal> {
        let lies_in_last = is_in_last && !examined.stripped;
        let object = if lies_in_last { last.to_owned() } else { self.new_object()? };
        let upload = Upload {
            by: self.by,
            person: self.person,
            upload: self.upload,
            announced: part.announced.clone(),
            object: object.clone(),
            bytes: examined.bytes.len() as u64,
            sha256: secret::sha256(&examined.bytes),
            format: examined.format,
            pixels_sha256: examined.pixels_sha256,
        };
        if !lies_in_last {
            self.app.pictures.put(&object, examined.bytes).await?;
        }
        let noted = self.app.store.note_upload(upload, part, self.app.now()).await;
        let needed = matches!(noted, Ok(Taken::Kept { .. }));
        if !needed && !lies_in_last {
            self.app.pictures.remove(vec![object]).await;
        }
        Ok((noted?, needed && lies_in_last))
    }

    fn is_as_said(&self, sha256: secret::Sha) -> Result<(), Refusal> {
        if sha256 == self.chunk.sha256 { Ok(()) } else { Err(Code::DigestMismatch.into()) }
    }

    fn new_object(&self) -> Result<String, Refusal> {
        self.app.new_id(self.app.now()).map(Pictures::name)
    }

    fn progress(&self, received: u64) -> UploadProgress {
        UploadProgress { upload: self.upload, received, total: self.chunk.announced.total }
    }
}

/// Reads a body that is of no use, so that the answer reaches its sender.
pub(super) async fn drain(body: BodyDataStream) -> Result<(), Refusal> {
    match Pictures::pass(body, 0).await {
        Err(ArrivalError::BrokenOff(_)) => Err(Refusal::not_understood()),
        _ => Ok(()),
    }
}

fn elsewhere(expected: u64) -> Refusal {
    Problem::new(Code::UploadOffset).with("expected", expected).into()
}

fn not_arrived(error: ArrivalError, left: u64) -> Refusal {
    match error {
        ArrivalError::TooMany => Problem::new(Code::BodyTooLarge).with("bytes", left).into(),
        ArrivalError::BrokenOff(_) => Refusal::not_understood(),
        ArrivalError::NotKept(error) => error.into(),
    }
}
