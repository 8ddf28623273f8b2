//! A draft that was changed in another window, or on another device, while it was typed here. Nothing
//! is written until its typist has chosen; the one that was not chosen can be brought back until its
//! pages are left.

use super::App;
use crate::drafts::Write;
use crate::route::Route;
use crate::view::difference::are_alike;
use crate::view::household::is_stopped;
use contract::board::{Board, HouseholdState};
use contract::draft::standing::Offer;
use contract::draft::{Draft, DraftElsewhere, DraftKey};
use contract::reply::may_have_arrived;
use contract::{Code, Problem};
use dioxus::prelude::*;

/// Two versions of a draft.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Conflict {
    /// The one that is typed here is known as ever; this is the other one. One is to be chosen.
    Open(DraftElsewhere),
    /// One was chosen and is kept; this is the other one.
    Chosen(Draft),
}

impl App {
    /// The other version, where one is to be chosen.
    pub(crate) fn conflict_of(self, key: DraftKey) -> Option<DraftElsewhere> {
        match self.conflicts.read().get(&key) {
            Some(Conflict::Open(theirs)) => Some(theirs.clone()),
            _ => None,
        }
    }

    /// The version that was not chosen, while it can be brought back.
    pub(crate) fn not_chosen(self, key: DraftKey) -> Option<Draft> {
        match self.conflicts.read().get(&key) {
            Some(Conflict::Chosen(other)) => Some(other.clone()),
            _ => None,
        }
    }

    /// What could not be kept since another window changed it: looks at what that one has. Gives why
    /// it is not kept, unless it is by now or its typist is to choose.
    pub(super) async fn look_elsewhere(
        mut self,
        key: DraftKey,
        write: &Write,
        problem: Problem,
    ) -> Option<Problem> {
        let Write::Save(ours) = write else { return Some(problem) };
        if problem.code != Code::DraftChangedElsewhere {
            return Some(problem);
        }
        let theirs = match self.host().draft_elsewhere(key).await {
            Ok(Some(theirs)) => theirs,
            // It was sent or discarded there: this is the only one.
            Ok(None) => return self.host().save_draft(key, ours).await.err(),
            Err(other) if may_have_arrived(other.code) => return Some(other),
            Err(_) => return Some(problem),
        };
        // What is typed before a sign-in is short and all of it in view: the last to type counts.
        if key.before_sign_in() || are_alike(ours, &theirs.draft) {
            return self.host().save_draft_over(key, ours, &theirs.version).await.err();
        }
        self.conflicts.write().insert(key, Conflict::Open(theirs));
        // Told where the page is not looked at.
        self.note_trouble(key, Some(problem));
        None
    }

    /// Chooses what is typed here, or the other one. Gives what is kept from now on; nothing where
    /// yet another one is there, which is shown then.
    ///
    /// # Errors
    /// Why it could not be kept; both are still there.
    pub(crate) async fn choose_version(
        mut self,
        key: DraftKey,
        here: bool,
    ) -> Result<Option<Draft>, Problem> {
        let (Some(theirs), Some(ours)) = (self.conflict_of(key), self.known_draft(key)) else {
            return Ok(None);
        };
        let (kept, other) = if here { (ours, theirs.draft) } else { (theirs.draft, ours) };
        let host = self.host();
        match host.save_draft_over(key, &kept, &theirs.version).await {
            Ok(()) => {}
            Err(problem) if problem.code == Code::DraftChangedElsewhere => {
                match host.draft_elsewhere(key).await? {
                    Some(newer) => {
                        self.conflicts.write().insert(key, Conflict::Open(newer));
                        return Ok(None);
                    }
                    None => host.save_draft(key, &kept).await?,
                }
            }
            Err(problem) => return Err(problem),
        }
        self.drafts.write().replace(key, kept.clone());
        self.conflicts.write().insert(key, Conflict::Chosen(other));
        self.note_trouble(key, None);
        Ok(Some(kept))
    }

    /// Brings back the one that was not chosen; the other one can be brought back in its turn.
    pub(crate) fn bring_back(mut self, key: DraftKey) -> Option<Draft> {
        let (other, now) = (self.not_chosen(key)?, self.known_draft(key)?);
        self.conflicts.write().insert(key, Conflict::Chosen(now));
        Some(other)
    }

    /// A page is shown: what was not chosen of any other draft is over.
    pub(super) fn leave_what_was_not_chosen(mut self, shown: Route) {
        let here = draft_of(shown);
        let stays =
            |key: &DraftKey, it: &Conflict| matches!(it, Conflict::Open(_)) || here == Some(*key);
        let any_is_over = self.conflicts.peek().iter().any(|(key, it)| !stays(key, it));
        if any_is_over {
            self.conflicts.write().retain(|key, it| stays(key, it));
        }
    }

    /// Whether the page that is shown is the one on which both can be looked at.
    pub(crate) fn shows_both(self) -> bool {
        let key = draft_of(*self.route.read());
        key.is_some_and(|key| self.conflict_of(key).is_some())
    }

    /// Ends the questions that this board has made pointless: nothing of the draft can be sent.
    pub(super) fn end_moot_conflicts(self, board: &Board) {
        let is_open =
            |(key, it): (&DraftKey, &Conflict)| matches!(it, Conflict::Open(_)).then_some(*key);
        let open: Vec<DraftKey> = self.conflicts.peek().iter().filter_map(is_open).collect();
        for key in open {
            if self.is_moot(board, key) {
                self.forget_conflict(key);
                self.note_trouble(key, None);
            }
        }
    }

    fn is_moot(self, board: &Board, key: DraftKey) -> bool {
        let state = board.household.state;
        let standing = match key {
            // An interview stops the journey, not the talk about it.
            DraftKey::Message { .. } => return state == HouseholdState::Withdrawn,
            DraftKey::Photo { person } => self.standing(board, key, &[person]),
            _ => self.standing_of_all(board, key),
        };
        is_stopped(state) || standing.offer() == Offer::Nothing
    }

    /// The draft is gone, and the question with it.
    pub(super) fn forget_conflict(mut self, key: DraftKey) {
        if self.conflicts.peek().contains_key(&key) {
            self.conflicts.write().remove(&key);
        }
    }

    pub(super) fn forget_conflicts(mut self) {
        if !self.conflicts.peek().is_empty() {
            self.conflicts.write().clear();
        }
    }
}

/// The draft of which a page shows both versions.
const fn draft_of(page: Route) -> Option<DraftKey> {
    match page {
        Route::Address | Route::AddressCheck => Some(DraftKey::Address),
        Route::Declaration => Some(DraftKey::Declaration),
        Route::Photo(person) | Route::PhotoFrame(person) | Route::PhotoCheck(person) => {
            Some(DraftKey::Photo { person })
        }
        Route::Messages(person) => Some(DraftKey::Message { person }),
        _ => None,
    }
}
