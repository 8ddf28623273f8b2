//! What is seen in a picked picture, judged in its worker: once for each picture, frame, kind and
//! day, and known as long as the page is open.

use super::{Following, Kept};
use crate::browser;
use crate::host::browser::Held;
use crate::host::browser::examiner::Judged;
use contract::draft::{Draft, DraftKey};
use contract::examination::{Examination, Stage};
use contract::id::{PersonId, UploadId};
use contract::photo::SourceKind;
use contract::picked::{Examined, PhotoProgress, PhotoStage};
use contract::{Code, Problem};
use futures_channel::oneshot;
use jiff::civil::Date;
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What is judged, and by what: each question has its own answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Question {
    which: Examined,
    /// The file that will be sent; none for the source.
    file: Option<UploadId>,
    kind: Option<SourceKind>,
    today: Date,
}

type Reply = Result<Examination, Problem>;

/// The examinations of one picture.
#[derive(Default)]
pub(super) struct Judgings {
    known: RefCell<HashMap<Examined, (Question, Examination)>>,
    under_way: RefCell<Vec<(Question, Vec<oneshot::Sender<Reply>>)>>,
}

impl Judgings {
    fn known(&self, question: Question) -> Option<Examination> {
        let known = self.known.borrow();
        let (asked, examination) = known.get(&question.which)?;
        (*asked == question).then(|| examination.clone())
    }

    /// Waits for the answer to a question; whether nobody else asked the same, so that it is to be
    /// asked now.
    fn wait(&self, question: Question) -> (bool, oneshot::Receiver<Reply>) {
        let (sender, answer) = oneshot::channel();
        let mut under_way = self.under_way.borrow_mut();
        let same = under_way.iter_mut().find(|(asked, _)| *asked == question);
        let is_first = same.is_none();
        match same {
            Some((_, waiting)) => waiting.push(sender),
            None => under_way.push((question, vec![sender])),
        }
        (is_first, answer)
    }

    /// Tells everybody who waits for it the answer, and keeps it.
    fn settle(&self, question: Question, reply: &Reply) {
        if let Ok(examination) = reply {
            self.known.borrow_mut().insert(question.which, (question, examination.clone()));
        }
        let mut under_way = self.under_way.borrow_mut();
        for (_, waiting) in under_way.extract_if(.., |(asked, _)| *asked == question) {
            for sender in waiting {
                let _ = sender.send(reply.clone());
            }
        }
    }

    /// Lets nobody wait any longer: another frame is chosen. The worker ends what it is at first.
    pub(super) fn cancel(&self) {
        self.under_way.borrow_mut().iter_mut().for_each(|(_, waiting)| waiting.clear());
    }
}

/// What is seen in what was picked for a person, or in what will be sent.
///
/// # Errors
/// `not_found` where there is none, or where another one takes its place; where it is no picture
/// that can be looked at; where the examination's own files or its memory fail.
pub(crate) async fn examine(held: &Held, person: PersonId, which: Examined) -> Reply {
    // What is seen does not wait for the portal.
    let kind = match held.drafts.newest(DraftKey::Photo { person }).await {
        Ok(Some(Draft::Photo(draft))) => draft.kind,
        _ => None,
    };
    let kept = held.pictures.of(person)?;
    let (file, bytes) = match which {
        Examined::Source => (None, None),
        Examined::Prepared => {
            let made = kept.made.borrow();
            (Some(made.upload), Some(made.prepared.clone().ok_or(Code::NotFound)?))
        }
    };
    let question = Question { which, file, kind, today: browser::today() };
    if let Some(known) = kept.judgings.known(question) {
        return Ok(known);
    }
    let (is_first, answer) = kept.judgings.wait(question);
    if is_first {
        let following = held.pictures.follow(person);
        // Not with the page that asks: where that is left, the answer is kept for the next one.
        wasm_bindgen_futures::spawn_local(run(kept, question, bytes, following));
    }
    answer.await.unwrap_or_else(|_| Err(Code::NotFound.into()))
}

async fn run(kept: Rc<Kept>, question: Question, bytes: Option<Uint8Array>, following: Following) {
    let total = Stage::ALL.len() as u64;
    following.0.set(Some(PhotoProgress { stage: PhotoStage::Judging, done: 0, total }));
    let origin = kept.made.borrow().photo.origin.clone();
    let by = Judged { kind: question.kind, origin: &origin, today: question.today };
    let mut reply = kept.examiner.examine(bytes, &by, &following.0).await;
    if question.file.is_some_and(|file| kept.made.borrow().upload != file) {
        reply = Err(Code::NotFound.into());
    }
    drop(following);
    kept.judgings.settle(question, &reply);
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn question(which: Examined, kind: Option<SourceKind>) -> Question {
        Question { which, file: None, kind, today: date(2026, 11, 23) }
    }

    fn seen(width: u32) -> Examination {
        Examination { width, ..Examination::default() }
    }

    #[test]
    fn who_asks_the_same_gets_the_same_answer_and_it_is_known_from_then_on() {
        let judgings = Judgings::default();
        let (selfie, scan) = (
            question(Examined::Source, Some(SourceKind::Selfie)),
            question(Examined::Source, Some(SourceKind::Scan)),
        );
        let (first, mut one) = judgings.wait(selfie);
        let (second, mut other) = judgings.wait(selfie);
        let (third, mut another) = judgings.wait(scan);
        assert_eq!((first, second, third), (true, false, true));
        judgings.settle(selfie, &Ok(seen(715)));
        assert_eq!(one.try_recv(), Ok(Some(Ok(seen(715)))));
        assert_eq!(other.try_recv(), Ok(Some(Ok(seen(715)))));
        assert_eq!(another.try_recv(), Ok(None), "of another kind");
        assert_eq!(judgings.known(selfie), Some(seen(715)));
        judgings.settle(scan, &Ok(seen(716)));
        assert_eq!(judgings.known(selfie), None, "only the last is kept");
        assert!(judgings.wait(selfie).0, "it is asked again");
    }

    #[test]
    fn what_fails_is_told_and_not_kept() {
        let judgings = Judgings::default();
        let asked = question(Examined::Prepared, None);
        let (_, mut answer) = judgings.wait(asked);
        judgings.settle(asked, &Err(Code::PhotoTooMuchForDevice.into()));
        assert_eq!(answer.try_recv(), Ok(Some(Err(Code::PhotoTooMuchForDevice.into()))));
        assert_eq!(judgings.known(asked), None);
    }

    #[test]
    fn nobody_waits_once_another_frame_is_chosen_and_what_is_found_still_counts() {
        let judgings = Judgings::default();
        let asked = question(Examined::Source, None);
        let (_, mut answer) = judgings.wait(asked);
        judgings.cancel();
        assert!(answer.try_recv().is_err(), "nothing will come");
        let (is_first, mut answer) = judgings.wait(asked);
        assert!(!is_first, "the worker is still at it");
        judgings.settle(asked, &Ok(seen(3024)));
        assert_eq!(answer.try_recv(), Ok(Some(Ok(seen(3024)))));
    }
}
