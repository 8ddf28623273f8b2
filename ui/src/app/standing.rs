//! Where each piece of work stands, for every page that asks: what is known here, put together.

use super::App;
#[cfg(feature = "household")]
use super::conflict::Conflict;
use contract::board::Board;
use contract::draft::facts::{Begun, Got, Known};
use contract::draft::standing::{Standing, Theirs, Work};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use contract::receipt::Receipt;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

impl App {
    /// All that is known but for the board, followed by the component that reads it.
    pub(crate) fn known(self) -> Known {
        Known {
            begun: self.begun.read().clone(),
            outbox: self.outbox.read().clone(),
            got: self.got.read().clone(),
            elsewhere: self.elsewhere(),
        }
    }

    /// Where the work of a page stands for these people.
    pub(crate) fn standing(self, board: &Board, page: DraftKey, people: &[PersonId]) -> Standing {
        self.known().of_page(board, page, people)
    }

    /// The same for everyone for whom the account acts.
    pub(crate) fn standing_of_all(self, board: &Board, page: DraftKey) -> Standing {
        let people: Vec<PersonId> = board.acted_for().map(|(person, _)| person.id).collect();
        self.standing(board, page, &people)
    }

    /// Asks the host what was begun.
    pub(crate) async fn learn_begun(mut self) {
        if !*self.signed_in.peek() {
            return;
        }
        let visit = *self.visit.read();
        self.settle().await;
        let answer = self.household().begun().await;
        let Ok(mut begun) = answer else { return };
        if *self.visit.read() != visit {
            return;
        }
        // What is typed here is newer.
        self.drafts.peek().lay_over(&mut begun);
        if *self.begun.peek() != begun {
            self.begun.set(begun);
        }
    }

    /// The same without waiting for it.
    pub(crate) fn learn_begun_soon(self) {
        spawn_forever(async move { self.learn_begun().await });
    }

    /// Notes what is typed on a page, or that nothing is any more.
    pub(super) fn note_begun(mut self, key: DraftKey, draft: Option<Draft>) {
        if Work::of(key).is_some() {
            self.begun.write().note(key, draft);
        }
    }

    /// Notes what the portal confirmed: it may be a while until the board shows it.
    pub(crate) fn note_got(mut self, page: DraftKey, people: Vec<PersonId>, receipt: Receipt) {
        self.got.write().push(Got { page, people, receipt });
    }

    /// What stands against what was typed here.
    #[cfg(feature = "household")]
    fn elsewhere(self) -> Vec<(DraftKey, Theirs)> {
        let typed = |(key, conflict): (&DraftKey, &Conflict)| match conflict {
            Conflict::Open(theirs) => Some((*key, Theirs::Typed(Box::new(theirs.draft.clone())))),
            Conflict::Chosen(_) => None,
        };
        self.conflicts.read().iter().filter_map(typed).collect()
    }

    /// Nobody is signed in here.
    #[cfg(not(feature = "household"))]
    fn elsewhere(self) -> Vec<(DraftKey, Theirs)> {
        Vec::new()
    }

    /// Forgets what is somebody's own.
    pub(super) fn forget_work(mut self) {
        self.begun.set(Begun::default());
        self.got.set(Vec::new());
    }
}
