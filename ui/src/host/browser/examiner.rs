//! The examination of a picture, in a worker with a program of its own that is loaded with the first
//! picture: the page stays quick, and whoever sends no photo never loads it.

use contract::host::PickedPhoto;
use contract::{Code, Problem};
use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

type Waiting = Rc<RefCell<HashMap<u32, oneshot::Sender<String>>>>;

/// The worker and who waits for it.
struct Examiner {
    worker: Worker,
    waiting: Waiting,
    asked: u32,
}

thread_local! {
    static EXAMINER: RefCell<Option<Examiner>> = const { RefCell::new(None) };
}

/// Says what a file is, and what must be mended before it can be sent.
///
/// # Errors
/// Where it is no picture that can be looked at; `internal` where the worker cannot be had.
pub(super) async fn inspect(name: &str, bytes: &Uint8Array) -> Result<PickedPhoto, Problem> {
    let answer = EXAMINER.with_borrow_mut(|examiner| {
        if examiner.is_none() {
            *examiner = Examiner::start();
        }
        examiner.as_mut()?.ask(name, bytes)
    });
    let answer = answer.ok_or(Code::Internal)?;
    let Ok(answer) = answer.await else {
        // It failed to load or fell over; the next picture starts another one.
        EXAMINER.take();
        return Err(Code::Internal.into());
    };
    let judged: Result<PickedPhoto, Problem> =
        serde_json::from_str(&answer).map_err(|_| Code::Internal)?;
    judged
}

impl Examiner {
    fn start() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file("examiner/worker.js");
        let worker = Worker::new_with_options(&script, &options).ok()?;
        let waiting = Waiting::default();

        let answered = Rc::clone(&waiting);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let answer: Array = event.data().unchecked_into();
            let (Some(number), Some(text)) = (answer.get(0).as_f64(), answer.get(1).as_string())
            else {
                return;
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the number that was sent"
            )]
            let waiting = answered.borrow_mut().remove(&(number as u32));
            if let Some(waiting) = waiting {
                let _ = waiting.send(text);
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();

        let failed = Rc::clone(&waiting);
        let broken = Closure::<dyn FnMut()>::new(move || failed.borrow_mut().clear());
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        broken.forget();
        Some(Self { worker, waiting, asked: 0 })
    }

    fn ask(&mut self, name: &str, bytes: &Uint8Array) -> Option<oneshot::Receiver<String>> {
        self.asked += 1;
        let (sender, answer) = oneshot::channel();
        let question = Array::of3(&JsValue::from(self.asked), &JsValue::from_str(name), bytes);
        self.worker.post_message(&question).ok()?;
        self.waiting.borrow_mut().insert(self.asked, sender);
        Some(answer)
    }
}
