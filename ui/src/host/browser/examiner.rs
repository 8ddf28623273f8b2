//! The examination of a picture and the making of the photo, in a worker with a program of its own:
//! the page stays quick, and whoever sends no photo never loads it. A worker holds one picked file,
//! which never enters the page's own memory, and ends with it.

use contract::crop::Crop;
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto};
use contract::{Code, Problem};
use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How far the work has come; nothing while there is none.
pub(super) type Progress = Rc<Cell<Option<PhotoProgress>>>;

/// Who waits for the answer to which question.
type Waiting = Rc<RefCell<Option<(u32, oneshot::Sender<Answer>)>>>;

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

/// A worker with the file that it holds.
pub(super) struct Examiner {
    worker: Worker,
    waiting: Waiting,
    asked: Cell<u32>,
    // Called by the worker as long as it is there.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broken: Closure<dyn FnMut()>,
}

impl Drop for Examiner {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Examiner {
    /// Starts a worker; `progress` follows its work.
    ///
    /// # Errors
    /// `internal` where it cannot be had.
    pub(super) fn start(progress: &Progress) -> Result<Self, Problem> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file("examiner/worker.js");
        let worker = Worker::new_with_options(&script, &options).map_err(|_| Code::Internal)?;
        let waiting = Waiting::default();

        let (answered, followed) = (Rc::clone(&waiting), Rc::clone(progress));
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told: Array = event.data().unchecked_into();
            if told.length() == 2 {
                followed.set(Some(reading(&told)));
                return;
            }
            let number = whole(&told.get(0));
            let waiting = answered.borrow_mut().take_if(|(asked, _)| u64::from(*asked) == number);
            if let Some((_, waiting)) = waiting {
                let file = |at: u32| told.get(at).dyn_into::<Uint8Array>().ok();
                let said = told.get(1).as_string().unwrap_or_default();
                let answer = Answer { said, preview: file(2), prepared: file(3), digest: file(4) };
                let _ = waiting.send(answer);
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let failed = Rc::clone(&waiting);
        let broken = Closure::<dyn FnMut()>::new(move || drop(failed.borrow_mut().take()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, asked: Cell::new(0), _heard: heard, _broken: broken })
    }

    /// Reads a file, says what it is and what must be mended before it can be sent.
    ///
    /// # Errors
    /// `file_not_readable`; where it is no picture that can be looked at; `internal` where the worker
    /// fell over.
    pub(super) async fn look(&self, file: &File) -> Result<Looked, Problem> {
        let answer = self.ask(file, &JsValue::NULL).await?;
        if answer.said.is_empty() {
            return Err(Code::FileNotReadable.into());
        }
        Ok(Looked {
            photo: said(&answer.said)?,
            preview: answer.preview.ok_or(Code::Internal)?,
            prepared: answer.prepared,
            digest: answer.digest.ok_or(Code::Internal)?.to_vec(),
        })
    }

    /// Makes what will be sent of a part of the file, or of all of it.
    ///
    /// # Errors
    /// Where that cannot be; `internal` where the worker fell over.
    pub(super) async fn prepare(
        &self,
        crop: Option<Crop>,
    ) -> Result<(PreparedPhoto, Uint8Array), Problem> {
        let crop = match crop {
            None => JsValue::UNDEFINED,
            Some(crop) => super::portal::json(&crop)?.into(),
        };
        let answer = self.ask(&JsValue::NULL, &crop).await?;
        Ok((said(&answer.said)?, answer.prepared.ok_or(Code::Internal)?))
    }

    async fn ask(&self, file: &JsValue, crop: &JsValue) -> Result<Answer, Problem> {
        let number = self.asked.get() + 1;
        self.asked.set(number);
        let (sender, answer) = oneshot::channel();
        self.waiting.replace(Some((number, sender)));
        let question = Array::of3(&JsValue::from(number), file, crop);
        self.worker.post_message(&question).map_err(|_| Code::Internal)?;
        answer.await.map_err(|_| Code::Internal.into())
    }
}

fn said<T: DeserializeOwned>(said: &str) -> Result<T, Problem> {
    let result: Result<T, Problem> = serde_json::from_str(said).map_err(|_| Code::Internal)?;
    result
}

/// How much of a file is read; all of it is examined next.
fn reading(told: &Array) -> PhotoProgress {
    let (done, total) = (whole(&told.get(0)), whole(&told.get(1)));
    if done == total {
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
