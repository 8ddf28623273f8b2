//! The examination of a picture and the making of the photo, in a worker with a program of its own:
//! the page stays quick, and whoever sends no photo never loads it. A worker holds one picked file,
//! which never enters the page's own memory, and ends with it.

use super::worker::{Follower, Place, whole};
use contract::crop::Crop;
use contract::examination::{Examination, Origin};
use contract::photo::SourceKind;
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto};
use contract::{Code, Problem};
use jiff::civil::Date;
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::File;

/// How far the work has come; nothing while there is none.
pub(super) type Progress = Rc<Cell<Option<PhotoProgress>>>;

/// The files that come with an answer.
struct Answer {
    preview: Option<Uint8Array>,
    prepared: Option<Uint8Array>,
    digest: Option<Uint8Array>,
}

/// A picked file that was looked at.
pub(super) struct Looked {
    /// What it is.
    pub(super) photo: PickedPhoto,
    /// How it looks.
    pub(super) preview: Uint8Array,
    /// What will be sent, where it can be sent as it is.
    pub(super) prepared: Option<Uint8Array>,
    /// What tells the same picture again: SHA-256 of it without what identifies somebody.
    pub(super) digest: Vec<u8>,
}

/// By what a picture is judged besides its bytes.
#[derive(Serialize)]
pub(super) struct Judged<'a> {
    /// What its owner says it is.
    pub(super) kind: Option<SourceKind>,
    /// What the picked file says of where it comes from.
    pub(super) origin: &'a Origin,
    /// The day on which its age is judged.
    pub(super) today: Date,
}

/// What a worker is asked, in its own words: what to do, with which part or by what, on which bytes.
struct Question {
    what: &'static str,
    said: Option<String>,
    bytes: Option<Uint8Array>,
}

/// A picked file, and the worker that looks at it. Where that fell over or could not be had, the next
/// question starts another one, which reads the file again.
pub(super) struct Examiner {
    file: File,
    place: Place,
    ended: Cell<bool>,
}

impl Examiner {
    /// That of a picked file. Nothing of it is read yet.
    pub(super) fn of(file: File) -> Self {
        Self { file, place: Place::of("examiner"), ended: Cell::new(false) }
    }

    /// Reads the file, says what it is and what must be mended before it can be sent. `progress`
    /// follows the reading.
    ///
    /// # Errors
    /// Where it is no picture that can be looked at, and those of `ask`.
    pub(super) async fn look(&self, progress: &Progress) -> Result<Looked, Problem> {
        let question = Question { what: "look", said: None, bytes: None };
        let (photo, answer) = self.ask(question, progress).await?;
        Ok(Looked {
            photo,
            preview: answer.preview.ok_or(Code::Internal)?,
            prepared: answer.prepared,
            digest: answer.digest.ok_or(Code::Internal)?.to_vec(),
        })
    }

    /// Makes what will be sent of a part of the file, or of all of it. `progress` follows the reading
    /// where the file is read again.
    ///
    /// # Errors
    /// Where that cannot be, and those of `ask`.
    pub(super) async fn prepare(
        &self,
        crop: Option<Crop>,
        progress: &Progress,
    ) -> Result<(PreparedPhoto, Uint8Array), Problem> {
        let said = crop.map(|crop| super::portal::json(&crop)).transpose()?;
        let question = Question { what: "prepare", said, bytes: None };
        let (photo, answer) = self.ask(question, progress).await?;
        Ok((photo, answer.prepared.ok_or(Code::Internal)?))
    }

    /// Says what is seen in the file, or in what was made of it. `progress` follows its stages. What
    /// is asked meanwhile waits until it is over: a third of a second, for a large one.
    ///
    /// # Errors
    /// Where it is no picture that can be looked at, and those of `ask`.
    pub(super) async fn examine(
        &self,
        made: Option<Uint8Array>,
        by: &Judged<'_>,
        progress: &Progress,
    ) -> Result<Examination, Problem> {
        let said = Some(super::portal::json(by)?);
        let question = Question { what: "examine", said, bytes: made };
        Ok(self.ask(question, progress).await?.0)
    }

    /// Ends its work for good: whoever waits for an answer is told that the picture is gone.
    pub(super) fn end(&self) {
        self.ended.set(true);
        if let Some(worker) = self.place.let_go() {
            worker.end();
        }
    }

    /// # Errors
    /// `not_found` where its work was ended; `file_not_readable`; `photo_too_much_for_device`; `portal_unreachable` where the examination's
    /// own files do not come; `internal` where the worker fell over otherwise.
    async fn ask<T: DeserializeOwned>(
        &self,
        question: Question,
        progress: &Progress,
    ) -> Result<(T, Answer), Problem> {
        if self.ended.get() {
            return Err(Code::NotFound.into());
        }
        let (worker, is_new) = self.place.worker()?;
        // Of the file it is told once.
        let file = if is_new { self.file.clone().into() } else { JsValue::NULL };
        let said = question.said.map_or(JsValue::UNDEFINED, JsValue::from);
        let bytes = question.bytes.map_or(JsValue::UNDEFINED, JsValue::from);
        let progress = Rc::clone(progress);
        let follower: Follower = Box::new(move |told| progress.set(Some(progress_of(told))));
        let answer = worker.ask([file, question.what.into(), said, bytes], Some(follower))?;
        let answered = match answer.await {
            Ok(told) => {
                let file = |at: u32| told.get(at).dyn_into::<Uint8Array>().ok();
                let said = told.get(1).as_string().unwrap_or_default();
                let answer = Answer { preview: file(2), prepared: file(3), digest: file(4) };
                heard(&said).map(|heard| (heard, answer))
            }
            Err(_) if self.ended.get() => Err(Code::NotFound.into()),
            Err(_) => Err(Code::PortalUnreachable.into()),
        };
        if answered.as_ref().is_err_and(is_of_the_worker) {
            self.place.let_go();
        }
        answered
    }
}

/// Whether a worker that refused so is of no further use, whatever it is asked.
fn is_of_the_worker(problem: &Problem) -> bool {
    matches!(
        problem.code,
        Code::FileNotReadable
            | Code::PhotoTooMuchForDevice
            | Code::PortalUnreachable
            | Code::Internal
    )
}

fn heard<T: DeserializeOwned>(said: &str) -> Result<T, Problem> {
    let result: Result<T, Problem> = serde_json::from_str(said).map_err(|_| Code::Internal)?;
    result
}

/// How much of a file is read, and all of it is looked at next; or how many stages it is judged.
fn progress_of(told: &Array) -> PhotoProgress {
    let (done, total) = (whole(&told.get(1)), whole(&told.get(2)));
    if told.get(3).is_truthy() {
        PhotoProgress { stage: PhotoStage::Judging, done, total }
    } else if done == total {
        PhotoProgress { stage: PhotoStage::Examining, done: 0, total: 0 }
    } else {
        PhotoProgress { stage: PhotoStage::Reading, done, total }
    }
}
