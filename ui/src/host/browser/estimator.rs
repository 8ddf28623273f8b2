//! The estimate of a new password, in a worker with a program of its own: whoever chooses no password
//! never loads it, and typing stays quick. What is typed goes to the worker and no further. Where the
//! program cannot be had, nothing is estimated, and the next question tries again.

use contract::{Code, Problem};
use futures_channel::oneshot::{self, Receiver, Sender};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// Who waits for the answer to which question: only ever the latest.
type Waiting = Rc<RefCell<(u32, Option<Sender<String>>)>>;

/// The worker, once a password was typed.
#[derive(Default)]
pub(super) struct Estimator {
    waiting: Waiting,
    worker: Rc<RefCell<Option<Worker>>>,
}

impl Estimator {
    /// Asks how hard a password is to guess. The answer breaks off where a newer question is asked, or
    /// the program does not come.
    ///
    /// # Errors
    /// `internal` where no worker can be had.
    pub(super) fn ask(&self, password: &str, own: &str) -> Result<Receiver<String>, Problem> {
        if self.worker.borrow().is_none() {
            let worker = self.start().map_err(|_| Code::Internal)?;
            self.worker.replace(Some(worker));
        }
        let (sender, answer) = oneshot::channel();
        let number = {
            let mut waiting = self.waiting.borrow_mut();
            *waiting = (waiting.0 + 1, Some(sender));
            waiting.0
        };
        if let Some(worker) = &*self.worker.borrow() {
            let question = Array::of3(&number.into(), &password.into(), &own.into());
            worker.post_message(&question).map_err(|_| Code::Internal)?;
        }
        Ok(answer)
    }

    fn start(&self) -> Result<Worker, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file("estimator/worker.js");
        let worker = Worker::new_with_options(&script, &options)?;
        let (waiting, at_work) = (Rc::clone(&self.waiting), Rc::clone(&self.worker));
        // Both its answers and the word that its script did not come, which says nothing.
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told: Array = event.data().unchecked_into();
            let said = told.is_array().then(|| told.get(1).as_string()).flatten();
            let mut waiting = waiting.borrow_mut();
            match said {
                Some(said) if told.get(0).as_f64() == Some(waiting.0.into()) => {
                    if let Some(sender) = waiting.1.take() {
                        let _ = sender.send(said);
                    }
                }
                // Of a password that was changed meanwhile.
                Some(_) => {}
                None => {
                    waiting.1 = None;
                    if let Some(worker) = at_work.take() {
                        worker.terminate();
                    }
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
