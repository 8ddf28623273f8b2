//! The examination of a picture and the making of the photo, in a worker with a program of its own:
//! the page stays quick, and whoever sends no photo never loads it. A worker holds one picked file,
//! which never enters the page's own memory, and ends with it.

use contract::crop::Crop;
use contract::examination::{Examination, Origin};
use contract::photo::SourceKind;
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto};
use contract::{Code, Problem};
use futures_channel::oneshot;
use jiff::civil::Date;
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How far the work has come; nothing while there is none.
pub(super) type Progress = Rc<Cell<Option<PhotoProgress>>>;

/// Who waits for the answers to which questions. A worker answers one after the other.
type Waiting = Rc<RefCell<HashMap<u32, Asked>>>;

/// Who waits for an answer.
struct Asked {
    progress: Progress,
    answer: oneshot::Sender<Result<Answer, Problem>>,
}

/// What a worker answers: what it says, and the files that come with it.
struct Answer {
    said: String,
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
    at_work: RefCell<Option<Rc<AtWork>>>,
    asked: Cell<u32>,
    ended: Cell<bool>,
}

/// A worker with the file that it holds.
struct AtWork {
    worker: Worker,
    waiting: Waiting,
    // Called by the worker as long as it is there.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broken: Closure<dyn FnMut()>,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl AtWork {
    /// Starts a worker.
    ///
    /// # Errors
    /// `internal` where it cannot be had.
    fn start() -> Result<Self, Problem> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file("examiner/worker.js");
        let worker = Worker::new_with_options(&script, &options).map_err(|_| Code::Internal)?;
        let waiting = Waiting::default();

        let answered = Rc::clone(&waiting);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told: Array = event.data().unchecked_into();
            let Ok(number) = u32::try_from(whole(&told.get(0))) else { return };
            if told.length() == 4 {
                if let Some(asked) = answered.borrow().get(&number) {
                    asked.progress.set(Some(progress(&told)));
                }
                return;
            }
            let asked = answered.borrow_mut().remove(&number);
            if let Some(asked) = asked {
                let file = |at: u32| told.get(at).dyn_into::<Uint8Array>().ok();
                let said = told.get(1).as_string().unwrap_or_default();
                let answer = Answer { said, preview: file(2), prepared: file(3), digest: file(4) };
                let _ = asked.answer.send(Ok(answer));
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // What goes wrong in its work it answers; this is told where its script does not come.
        let failed = Rc::clone(&waiting);
        let broken = Closure::<dyn FnMut()>::new(move || drop(failed.take()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _heard: heard, _broken: broken })
    }
}

impl Examiner {
    /// That of a picked file. Nothing of it is read yet.
    pub(super) fn of(file: File) -> Self {
        Self { file, at_work: RefCell::default(), asked: Cell::new(0), ended: Cell::new(false) }
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
        if let Some(at_work) = self.at_work.take() {
            at_work.worker.terminate();
            for (_, asked) in at_work.waiting.take() {
                let _ = asked.answer.send(Err(Code::NotFound.into()));
            }
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
        let there = self.at_work.borrow().clone();
        let (at_work, file) = match there {
            Some(at_work) => (at_work, &JsValue::NULL),
            None => (Rc::new(AtWork::start()?), self.file.as_ref()),
        };
        self.at_work.replace(Some(Rc::clone(&at_work)));
        let number = self.asked.get() + 1;
        self.asked.set(number);
        let (sender, answer) = oneshot::channel();
        let asked = Asked { progress: Rc::clone(progress), answer: sender };
        at_work.waiting.borrow_mut().insert(number, asked);
        let said = question.said.map_or(JsValue::UNDEFINED, JsValue::from);
        let bytes = question.bytes.map_or(JsValue::UNDEFINED, JsValue::from);
        let question =
            Array::of5(&JsValue::from(number), file, &question.what.into(), &said, &bytes);
        at_work.worker.post_message(&question).map_err(|_| Code::Internal)?;
        let answered = match answer.await {
            Ok(answer) => answer.and_then(|answer| Ok((heard(&answer.said)?, answer))),
            Err(_) => Err(Code::PortalUnreachable.into()),
        };
        if answered.as_ref().is_err_and(is_of_the_worker) {
            self.at_work.take();
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
fn progress(told: &Array) -> PhotoProgress {
    let (done, total) = (whole(&told.get(1)), whole(&told.get(2)));
    if told.get(3).is_truthy() {
        PhotoProgress { stage: PhotoStage::Judging, done, total }
    } else if done == total {
        PhotoProgress { stage: PhotoStage::Examining, done: 0, total: 0 }
    } else {
        PhotoProgress { stage: PhotoStage::Reading, done, total }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number below 2^53"
)]
fn whole(number: &JsValue) -> u64 {
    number.as_f64().unwrap_or_default() as u64
}
