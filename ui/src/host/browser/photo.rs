//! Picked pictures, held while the page is open and written nowhere: looking at them, making the
//! photo, and sending it.

mod judging;

pub(super) use judging::examine;

use super::examiner::{Examiner, Progress};
use super::upload::Upload;
use super::{Held, Picture, picker};
use crate::browser;
use contract::crop::Crop;
use contract::draft::facts::PickedFor;
use contract::draft::{Draft, DraftKey};
use contract::host::Picking;
use contract::id::{PersonId, UploadId};
use contract::photo::{PhotoReceipt, SubmitPhoto};
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto};
use contract::policy::Policy;
use contract::{Code, FieldProblem, Problem};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// The picked pictures by person, and what was sent from this page.
#[derive(Default)]
pub(super) struct Pictures {
    kept: RefCell<HashMap<PersonId, Rc<Kept>>>,
    sent: RefCell<HashMap<PersonId, Vec<u8>>>,
    progress: RefCell<HashMap<PersonId, Progress>>,
    picks: Picks,
}

/// Which pick of a person's is the newest. Somebody may pick again while a slow file is still read.
#[derive(Default)]
struct Picks {
    begun: Cell<u64>,
    newest: RefCell<HashMap<PersonId, u64>>,
}

impl Picks {
    /// The number of a pick that begins now.
    fn begin(&self, person: PersonId) -> u64 {
        let number = self.begun.get() + 1;
        self.begun.set(number);
        self.newest.borrow_mut().insert(person, number);
        number
    }

    fn is_newest(&self, person: PersonId, number: u64) -> bool {
        self.newest.borrow().get(&person) == Some(&number)
    }
}

/// One of them.
struct Kept {
    examiner: Examiner,
    preview: Uint8Array,
    digest: Vec<u8>,
    made: RefCell<Made>,
    judgings: judging::Judgings,
}

/// What is known of it and what will be sent, which framing changes.
#[derive(Clone)]
struct Made {
    photo: PickedPhoto,
    prepared: Option<Uint8Array>,
    upload: UploadId,
    /// Whether anything of it may have arrived at the portal.
    begun: bool,
}

/// Ends the progress with the work, however that ends.
struct Following(Progress);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.set(None);
    }
}

impl Pictures {
    pub(super) fn forget(&self) {
        for (_, kept) in self.kept.take() {
            kept.examiner.end();
        }
        self.sent.take();
        self.progress.take();
        self.picks.newest.take();
    }

    pub(super) fn discard(&self, person: PersonId) {
        let kept = self.kept.borrow_mut().remove(&person);
        if let Some(kept) = kept {
            kept.examiner.end();
        }
    }

    /// Forgets all that is held of a person's pictures; of a pick under way nothing comes.
    pub(super) fn forget_person(&self, person: PersonId) {
        self.discard(person);
        self.sent.borrow_mut().remove(&person);
        self.picks.newest.borrow_mut().remove(&person);
    }

    fn of(&self, person: PersonId) -> Result<Rc<Kept>, Problem> {
        self.kept.borrow().get(&person).cloned().ok_or_else(|| Code::NotFound.into())
    }

    /// What was picked and not sent yet.
    pub(super) fn begun(&self) -> Vec<PickedFor> {
        let picked = |(person, kept): (&PersonId, &Rc<Kept>)| {
            let prepared = kept.made.borrow().photo.prepared.is_some();
            PickedFor { person: *person, prepared }
        };
        self.kept.borrow().iter().map(picked).collect()
    }

    pub(super) fn photo(&self, person: PersonId) -> Option<PickedPhoto> {
        let kept = self.of(person).ok()?;
        let photo = kept.made.borrow().photo.clone();
        Some(PickedPhoto { same_as: self.same_as(person, &kept.digest), ..photo })
    }

    /// The other people for whom the same picture was picked, or sent from this page.
    fn same_as(&self, person: PersonId, digest: &[u8]) -> Vec<PersonId> {
        let kept = self.kept.borrow();
        let sent = self.sent.borrow();
        let picked = kept.iter().map(|(id, kept)| (id, kept.digest.as_slice()));
        let all = picked.chain(sent.iter().map(|(id, digest)| (id, digest.as_slice())));
        let mut same: Vec<PersonId> = all
            .filter(|(id, other)| **id != person && *other == digest)
            .map(|(id, _)| *id)
            .collect();
        same.sort_unstable();
        same.dedup();
        same
    }

    /// How far the work on a person's picture has come.
    pub(super) fn progress(&self, person: PersonId) -> Option<PhotoProgress> {
        self.progress.borrow().get(&person).and_then(|progress| progress.get())
    }

    /// The progress of a work that begins now; an older one's is no longer shown.
    fn follow(&self, person: PersonId) -> Following {
        let progress = Progress::default();
        self.progress.borrow_mut().insert(person, Rc::clone(&progress));
        Following(progress)
    }

    pub(super) fn picture(&self, person: PersonId) -> Result<Picture, Problem> {
        shown(&self.of(person)?.preview)
    }

    pub(super) fn prepared(&self, person: PersonId) -> Result<Picture, Problem> {
        let prepared = self.of(person)?.made.borrow().prepared.clone();
        shown(&prepared.ok_or(Code::NotFound)?)
    }

    /// Keeps a picked file in place of any older one. A file that is no picture is not kept, and the
    /// one picked before stays. Where a newer pick began meanwhile, nothing comes of this one.
    pub(super) async fn keep(
        &self,
        person: PersonId,
        picked: picker::Picked,
    ) -> Result<Picking, Problem> {
        let number = self.picks.begin(person);
        let limit = Policy::PROGRAMME.photo.source_max_bytes;
        if picked.size > limit {
            return Err(Problem::new(Code::PhotoTooHeavy)
                .with("bytes", picked.size)
                .with("limit", limit));
        }
        let following = self.follow(person);
        let begun = PhotoProgress { stage: PhotoStage::Reading, done: 0, total: picked.size };
        following.0.set(Some(begun));
        let examiner = Examiner::of(picked.file);
        let looked = examiner.look(&following.0).await;
        if !self.picks.is_newest(person, number) {
            return Ok(Picking::Cancelled);
        }
        let looked = looked?;
        let made =
            Made { photo: looked.photo, prepared: looked.prepared, upload: fresh()?, begun: false };
        let (preview, digest) = (looked.preview, looked.digest);
        let (made, judgings) = (RefCell::new(made), judging::Judgings::default());
        let kept = Kept { examiner, preview, digest, made, judgings };
        let former = self.kept.borrow_mut().insert(person, Rc::new(kept));
        if let Some(former) = former {
            former.examiner.end();
        }
        let photo = self.photo(person).ok_or(Code::Internal)?;
        Ok(Picking::Picked { photo: Box::new(photo) })
    }

    /// Makes what will be sent of a part of the picture, or of all of it. What was made before stays
    /// where that cannot be.
    pub(super) async fn frame(
        &self,
        person: PersonId,
        crop: Option<Crop>,
    ) -> Result<PickedPhoto, Problem> {
        let kept = self.of(person)?;
        let made = kept.made.borrow().photo.prepared.as_ref().map(|made| made.crop);
        if made == Some(crop) {
            // The very same: what of it was sent stays sent.
            return self.photo(person).ok_or_else(|| Code::NotFound.into());
        }
        kept.judgings.cancel();
        let following = self.follow(person);
        let begun = PhotoProgress { stage: PhotoStage::Framing, done: 0, total: 0 };
        following.0.set(Some(begun));
        let (photo, bytes) = kept.examiner.prepare(crop, &following.0).await?;
        {
            let mut made = kept.made.borrow_mut();
            made.photo.prepared = Some(photo);
            made.prepared = Some(bytes);
            made.upload = fresh()?;
            made.begun = false;
        }
        self.photo(person).ok_or_else(|| Code::NotFound.into())
    }
}

fn fresh() -> Result<UploadId, Problem> {
    Ok(UploadId::new(browser::unix_ms(), browser::random()?))
}

fn shown(bytes: &Uint8Array) -> Result<Picture, Problem> {
    Picture::from_buffer(bytes).ok_or_else(|| Code::Internal.into())
}

/// Where a person's photo is submitted.
pub(super) fn submission_of(person: PersonId) -> String {
    format!("people/{person}/photos")
}

/// Sends the prepared photo for review. It is let go only after the receipt.
pub(super) async fn submit(held: &Held, person: PersonId) -> Result<PhotoReceipt, Problem> {
    let kept = held.pictures.of(person).map_err(|_| missing("picture"))?;
    let made = kept.made.borrow().clone();
    let (Some(photo), Some(bytes)) = (made.photo.prepared, made.prepared) else {
        let obstacles = made.photo.obstacles;
        let first = obstacles.refusals.into_iter().chain(obstacles.fixables).next();
        return Err(first.unwrap_or_else(|| missing("picture")));
    };
    let key = DraftKey::Photo { person };
    let kind = match held.drafts.newest(key).await? {
        Some(Draft::Photo(draft)) => draft.kind,
        _ => None,
    };
    let kind = kind.ok_or_else(|| missing("kind"))?;
    let digest = browser::sha256(&bytes).await?;
    let body = SubmitPhoto { upload: made.upload, sha256: hex(&digest), kind };
    let path = submission_of(person);
    let following = held.pictures.follow(person);
    if held.writes.is_under_way(&path, &body) {
        // It may have arrived: then the same write gets its receipt without the bytes.
        match held.writes.write(&path, &body).await {
            Err(problem) if problem.code == Code::UploadMissing => {}
            answer => return settle(held, person, answer).await,
        }
    }
    kept.made.borrow_mut().begun = true;
    let upload = Upload {
        person,
        upload: made.upload,
        bytes: &bytes,
        digest: &digest,
        format: photo.format,
        progress: &following.0,
    };
    upload.send(made.begun).await?;
    let mut answer = held.writes.write(&path, &body).await;
    if matches!(&answer, Err(problem) if problem.code == Code::UploadMissing) {
        // What had arrived long ago may just have been swept away.
        upload.send(true).await?;
        answer = held.writes.write(&path, &body).await;
    }
    settle(held, person, answer).await
}

async fn settle(
    held: &Held,
    person: PersonId,
    answer: Result<PhotoReceipt, Problem>,
) -> Result<PhotoReceipt, Problem> {
    if answer.is_ok() {
        if let Ok(kept) = held.pictures.of(person) {
            held.pictures.sent.borrow_mut().insert(person, kept.digest.clone());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_picks_for_one_person_the_later_one_counts_and_none_after_a_sign_out() {
        let pictures = Pictures::default();
        let (one, other) = (PersonId::new(1, [1; 10]), PersonId::new(1, [2; 10]));
        let first = pictures.picks.begin(one);
        assert!(pictures.picks.is_newest(one, first));
        let elsewhere = pictures.picks.begin(other);
        assert!(pictures.picks.is_newest(one, first), "another person's is another matter");
        let second = pictures.picks.begin(one);
        assert!(!pictures.picks.is_newest(one, first));
        assert!(pictures.picks.is_newest(one, second));
        pictures.forget();
        assert!(!pictures.picks.is_newest(one, second));
        assert!(!pictures.picks.is_newest(other, elsewhere));
        pictures.picks.begin(one);
        assert!(!pictures.picks.is_newest(one, first), "numbers are used once");
    }

    #[test]
    fn the_end_of_an_older_work_leaves_the_progress_of_the_newer_one() {
        let pictures = Pictures::default();
        let person = PersonId::new(1, [1; 10]);
        let older = pictures.follow(person);
        let newer = pictures.follow(person);
        let begun = PhotoProgress { stage: PhotoStage::Reading, done: 0, total: 9 };
        newer.0.set(Some(begun));
        drop(older);
        assert_eq!(pictures.progress(person), Some(begun));
        drop(newer);
        assert_eq!(pictures.progress(person), None);
    }
}
