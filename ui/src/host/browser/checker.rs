//! The check of an email, in a worker with a program of its own: whoever checks none never loads it.
//! What is pasted and what is opened goes to the worker and no further.

use contract::genuine::Findings;
use contract::policy::EMAIL_MAX_BYTES;
use contract::{Code, Problem};
use futures_channel::oneshot::{self, Sender};
use js_sys::Array;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker says of an email.
type Said = Result<String, Code>;

/// Who waits for the answers to which questions.
#[derive(Default)]
struct Waiting {
    asked: u32,
    answers: HashMap<u32, Sender<Said>>,
}

/// The worker, once an email was looked at.
#[derive(Default)]
pub(super) struct Checker {
    waiting: Rc<RefCell<Waiting>>,
    worker: Rc<RefCell<Option<Worker>>>,
}

impl Checker {
    /// Has an email looked at: text, or a file.
    ///
    /// # Errors
    /// `file_not_readable`; `portal_unreachable` where the program does not come; `internal`.
    pub(super) async fn check(&self, email: &JsValue) -> Result<Findings, Problem> {
        if self.worker.borrow().is_none() {
            let worker = self.start().map_err(|_| Code::Internal)?;
            self.worker.replace(Some(worker));
        }
        let (sender, answer) = oneshot::channel();
        let number = {
            let mut waiting = self.waiting.borrow_mut();
            waiting.asked += 1;
            let number = waiting.asked;
            waiting.answers.insert(number, sender);
            number
        };
        // One byte more than is looked at tells that it is too large.
        let most = u32::try_from(EMAIL_MAX_BYTES + 1).unwrap_or(u32::MAX);
        let question = Array::of3(&number.into(), email, &most.into());
        if let Some(worker) = &*self.worker.borrow() {
            worker.post_message(&question).map_err(|_| Code::Internal)?;
        }
        let said = answer.await.unwrap_or(Err(Code::PortalUnreachable))?;
        serde_json::from_str(&said).map_err(|_| Code::Internal.into())
    }

    fn start(&self) -> Result<Worker, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file("checker/worker.js");
        let worker = Worker::new_with_options(&script, &options)?;
        let (waiting, at_work) = (Rc::clone(&self.waiting), Rc::clone(&self.worker));
        // Both its answers and the word that its script did not come, which says nothing.
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told: Array = event.data().unchecked_into();
            let number = told.is_array().then(|| told.get(0).as_f64()).flatten();
            let mut waiting = waiting.borrow_mut();
            let said = told.is_array().then(|| told.get(1).as_string()).flatten();
            let code = told.is_array().then(|| told.get(2).as_string()).flatten();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a number that this page gave"
            )]
            let sender = number.and_then(|number| waiting.answers.remove(&(number as u32)));
            if let Some(sender) = sender {
                let said = said.ok_or_else(|| code_named(code.as_deref()));
                let _ = sender.send(said);
            }
            // Whose program did not come is of no further use: the next question tries again.
            if number.is_none() || code.is_some() {
                waiting.answers.clear();
                if let Some(worker) = at_work.take() {
                    worker.terminate();
                }
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(heard.as_ref().unchecked_ref()));
        // A page has one worker for as long as it is open, but for those that did not come.
        heard.forget();
        Ok(worker)
    }
}

fn code_named(name: Option<&str>) -> Code {
    match name {
        Some("file_not_readable") => Code::FileNotReadable,
        Some("portal_unreachable") => Code::PortalUnreachable,
        _ => Code::Internal,
    }
}
