//! A worker with a program of its own, as the page that started it sees it: numbered questions, their
//! answers in any order, and word of what does not come. What is asked goes to the worker and no
//! further. A worker is `ui/<name>/worker.js`: it is told `[number, …]` and answers `[number, …]`; four
//! values are no answer yet, but how far it has come.

use contract::{Code, Problem};
use futures_channel::oneshot::{self, Receiver, Sender};
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// What follows the work on a question.
pub(super) type Follower = Box<dyn Fn(&Array)>;

/// Who waits for an answer.
struct Asked {
    follower: Option<Follower>,
    answer: Sender<Array>,
}

type Waiting = Rc<RefCell<HashMap<u32, Asked>>>;

/// A worker that was started. It ends with this.
pub(super) struct AtWork {
    worker: Worker,
    waiting: Waiting,
    asked: Cell<u32>,
    broken: Rc<Cell<bool>>,
    // Called by the worker as long as it is there.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut()>,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl AtWork {
    fn start(name: &str) -> Result<Self, Problem> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = crate::browser::file(&format!("{name}/worker.js"));
        let worker = Worker::new_with_options(&script, &options).map_err(|_| Code::Internal)?;
        let waiting = Waiting::default();
        let answered = Rc::clone(&waiting);
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let told: Array = event.data().unchecked_into();
            let Ok(number) = u32::try_from(whole(&told.get(0))) else { return };
            if told.length() == 4 {
                if let Some(Asked { follower: Some(follower), .. }) = answered.borrow().get(&number)
                {
                    follower(&told);
                }
                return;
            }
            // Nobody may wait for it any more.
            let asked = answered.borrow_mut().remove(&number);
            if let Some(asked) = asked {
                let _ = asked.answer.send(told);
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let broken = Rc::new(Cell::new(false));
        let (is_broken, left) = (Rc::clone(&broken), Rc::clone(&waiting));
        // What goes wrong in its work it answers; this is told where its script does not come.
        let failed = Closure::<dyn FnMut()>::new(move || {
            is_broken.set(true);
            drop(left.take());
        });
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        let asked = Cell::new(0);
        Ok(Self { worker, waiting, asked, broken, _heard: heard, _failed: failed })
    }

    /// Asks. The answer breaks off where the worker's script does not come, the worker ends, or nobody
    /// waits for it any more.
    ///
    /// # Errors
    /// `internal` where it cannot be asked.
    pub(super) fn ask<const N: usize>(
        &self,
        question: [JsValue; N],
        follower: Option<Follower>,
    ) -> Result<Receiver<Array>, Problem> {
        let number = self.asked.get() + 1;
        self.asked.set(number);
        let (sender, answer) = oneshot::channel();
        self.waiting.borrow_mut().insert(number, Asked { follower, answer: sender });
        let whole = Array::of1(&number.into());
        for part in question {
            whole.push(&part);
        }
        self.worker.post_message(&whole).map_err(|_| Code::Internal)?;
        Ok(answer)
    }

    /// Waits for nothing that was asked before.
    pub(super) fn wait_for_nothing(&self) {
        drop(self.waiting.take());
    }

    /// Ends its work: nobody gets an answer any more.
    pub(super) fn end(&self) {
        self.worker.terminate();
        self.broken.set(true);
        self.wait_for_nothing();
    }
}

/// The place of a worker: started with the first question, and anew after one that fell over.
pub(super) struct Place {
    name: &'static str,
    at_work: RefCell<Option<Rc<AtWork>>>,
}

impl Place {
    /// That of the worker of this name, which is not started yet.
    pub(super) const fn of(name: &'static str) -> Self {
        Self { name, at_work: RefCell::new(None) }
    }

    /// The worker, and whether it was started just now.
    ///
    /// # Errors
    /// `internal` where none can be had.
    pub(super) fn worker(&self) -> Result<(Rc<AtWork>, bool), Problem> {
        let there = self.at_work.borrow().clone().filter(|at_work| !at_work.broken.get());
        if let Some(at_work) = there {
            return Ok((at_work, false));
        }
        let at_work = Rc::new(AtWork::start(self.name)?);
        self.at_work.replace(Some(Rc::clone(&at_work)));
        Ok((at_work, true))
    }

    /// Lets the worker go: the next question starts another one.
    pub(super) fn let_go(&self) -> Option<Rc<AtWork>> {
        self.at_work.take()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number below 2^53"
)]
pub(super) fn whole(number: &JsValue) -> u64 {
    number.as_f64().unwrap_or_default() as u64
}
