//! Picked pictures, held while the page is open and written nowhere; and sending one.

use super::portal::request;
use super::{Held, Picture, examiner, picker};
use crate::browser;
use contract::draft::{Draft, DraftKey};
use contract::host::PickedPhoto;
use contract::id::{PersonId, UploadId};
use contract::photo::{PhotoReceipt, SubmitPhoto, UploadReceived};
use contract::policy::Policy;
use contract::{Code, FieldProblem, Problem};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::collections::HashMap;

/// The picked pictures by person.
#[derive(Default)]
pub(super) struct Pictures(RefCell<HashMap<PersonId, Kept>>);

/// One of them.
#[derive(Clone)]
struct Kept {
    photo: PickedPhoto,
    bytes: Uint8Array,
    upload: UploadId,
}

impl Pictures {
    pub(super) fn forget(&self) {
        self.0.take();
    }

    pub(super) fn discard(&self, person: PersonId) {
        self.0.borrow_mut().remove(&person);
    }

    pub(super) fn photo(&self, person: PersonId) -> Option<PickedPhoto> {
        self.0.borrow().get(&person).map(|held| held.photo.clone())
    }

    pub(super) fn picture(&self, person: PersonId) -> Result<Picture, Problem> {
        let held = self.0.borrow().get(&person).cloned().ok_or(Code::NotFound)?;
        Picture::from_buffer(&held.bytes.buffer()).ok_or_else(|| Code::Internal.into())
    }

    /// Keeps a picked file in place of any older one. A file that is no picture is not kept, and the
    /// one picked before stays.
    pub(super) async fn keep(
        &self,
        person: PersonId,
        picked: picker::Picked,
    ) -> Result<PickedPhoto, Problem> {
        let limit = Policy::PROGRAMME.photo.source_max_bytes;
        if picked.size > limit {
            return Err(Problem::new(Code::PhotoTooHeavy)
                .with("bytes", picked.size)
                .with("limit", limit));
        }
        let bytes = picked.read().await?;
        let photo = examiner::inspect(&picked.name, &bytes).await?;
        let upload = UploadId::new(browser::unix_ms(), browser::random()?);
        let held = Kept { photo: photo.clone(), bytes, upload };
        self.0.borrow_mut().insert(person, held);
        Ok(photo)
    }
}

/// Sends the picked picture for review. It is let go only after the receipt.
pub(super) async fn submit(held: &Held, person: PersonId) -> Result<PhotoReceipt, Problem> {
    let picture = held.pictures.0.borrow().get(&person).cloned();
    let picture = picture.ok_or_else(|| missing("picture"))?;
    if let Some(refusal) = picture.photo.refusals.first() {
        return Err(refusal.clone());
    }
    let key = DraftKey::Photo { person };
    let kind = match held.drafts.newest(key).await? {
        Some(Draft::Photo(draft)) => draft.kind,
        _ => None,
    };
    let kind = kind.ok_or_else(|| missing("kind"))?;
    let digest = browser::sha256(&picture.bytes).await?;
    let body = SubmitPhoto { upload: picture.upload, sha256: hex(&digest), kind };
    let path = format!("people/{person}/photos");
    if held.writes.is_under_way(&path, &body) {
        // It may have arrived: then the same write gets its receipt without the bytes.
        match held.writes.write(&path, &body).await {
            Err(problem) if problem.code == Code::UploadMissing => {}
            answer => return settle(held, person, answer).await,
        }
    }
    let digest = format!("sha-256=:{}:", browser::base64(&digest));
    let _: UploadReceived = request("PUT", &format!("people/{person}/uploads/{}", picture.upload))
        .header("content-digest", &digest)
        .bytes(&picture.bytes, picture.photo.format.media_type())
        .send()
        .await?
        .parse()
        .await?;
    settle(held, person, held.writes.write(&path, &body).await).await
}

async fn settle(
    held: &Held,
    person: PersonId,
    answer: Result<PhotoReceipt, Problem>,
) -> Result<PhotoReceipt, Problem> {
    if answer.is_ok() {
        held.pictures.discard(person);
        // What was said about it goes with it; left behind, it would only be offered once more.
        let _ = held.drafts.discard(DraftKey::Photo { person }).await;
    }
    answer
}

fn missing(field: &str) -> Problem {
    vec![FieldProblem::new(field, Code::Required)].into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
