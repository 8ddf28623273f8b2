//! What is typed, on its way to the host: the newest of each draft is known at once, and written in
//! order by one writer, the last state only. Plain data without a clock; the app runs it.

use contract::draft::facts::Begun;
use contract::draft::standing::Work;
use contract::draft::{Draft, DraftKey};
use std::collections::HashMap;

/// What could not be written is tried again after this many milliseconds, doubled with each further
/// failure, at most so often: 3 s to 48 s.
const FIRST_WAIT_MS: u32 = 3_000;
const MOST_DOUBLINGS: u32 = 5;

/// What is to be done with a draft at the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Write {
    /// Keep it.
    Save(Draft),
    /// Forget it.
    Discard,
}

/// A writer that waits for more typing; an older one that wakes up too late is told apart by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ticket(u64);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Writer {
    #[default]
    Idle,
    Waiting(Ticket),
    Writing,
}

/// The drafts of this window.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafts {
    known: HashMap<DraftKey, Draft>,
    pending: Vec<(DraftKey, Write)>,
    /// What waits for the next session of the same account.
    held: Vec<(DraftKey, Write)>,
    writer: Writer,
    tickets: u64,
    /// Failures in a row.
    failures: u32,
}

impl Drafts {
    /// The newest content.
    pub(crate) fn known(&self, key: DraftKey) -> Option<&Draft> {
        self.known.get(&key)
    }

    /// Takes in what the host had kept, unless something newer was typed meanwhile.
    pub(crate) fn learn(&mut self, key: DraftKey, draft: Draft) {
        self.known.entry(key).or_insert(draft);
    }

    /// Takes this in place of what is known, without writing it: the host has it.
    #[cfg(feature = "household")]
    pub(crate) fn replace(&mut self, key: DraftKey, draft: Draft) {
        self.pending.retain(|(other, _)| *other != key);
        self.known.insert(key, draft);
    }

    /// Lays what is typed here over what the host says was begun.
    pub(crate) fn lay_over(&self, begun: &mut Begun) {
        let known = self.known.iter().filter(|(key, _)| Work::of(**key).is_some());
        for (key, draft) in known {
            begun.note(*key, Some(draft.clone()));
        }
        for (key, write) in &self.pending {
            if *write == Write::Discard {
                begun.note(*key, None);
            }
        }
    }

    /// Forgets what the host has changed by itself: it is asked for when it is wanted again.
    pub(crate) fn forget(&mut self, key: DraftKey) {
        // What is typed just now is newer.
        if !self.pending.iter().any(|(other, _)| *other == key) {
            self.known.remove(&key);
        }
    }

    /// Writes everything that was typed once more: the host keeps it in another place from now on. The
    /// page that is open was not typed.
    #[cfg(feature = "household")]
    pub(crate) fn write_anew(&mut self) {
        for (key, draft) in &self.known {
            let is_pending = self.pending.iter().any(|(other, _)| other == key);
            if !is_pending && *key != DraftKey::Place {
                self.pending.push((*key, Write::Save(draft.clone())));
            }
        }
    }

    /// Notes a change; only the last one of a draft is written.
    pub(crate) fn change(&mut self, key: DraftKey, write: Write) {
        match &write {
            Write::Save(draft) => {
                self.known.insert(key, draft.clone());
            }
            Write::Discard => {
                self.known.remove(&key);
            }
        }
        self.held.retain(|(other, _)| *other != key);
        self.pending.retain(|(other, _)| *other != key);
        self.pending.push((key, write));
    }

    /// Forgets what belongs to the account, so that the next one to sign in never sees it.
    pub(crate) fn forget_account(&mut self) {
        self.known.retain(|key, _| key.before_sign_in());
        self.pending.retain(|(key, _)| key.before_sign_in());
        self.held.clear();
    }

    /// Begins to wait for more typing; nothing where a writer is at work that will come to it.
    pub(crate) fn begin_later(&mut self) -> Option<Ticket> {
        if self.pending.is_empty() || self.writer != Writer::Idle {
            return None;
        }
        self.tickets += 1;
        let ticket = Ticket(self.tickets);
        self.writer = Writer::Waiting(ticket);
        Some(ticket)
    }

    /// Begins to write at once; nothing where that is under way or nothing is pending.
    pub(crate) fn begin_now(&mut self) -> Option<()> {
        if self.pending.is_empty() || self.writer == Writer::Writing {
            return None;
        }
        self.writer = Writer::Writing;
        Some(())
    }

    /// Whether the waiting writer with this ticket may begin.
    pub(crate) fn wake(&mut self, ticket: Ticket) -> bool {
        let mine = self.writer == Writer::Waiting(ticket);
        if mine {
            self.writer = Writer::Writing;
        }
        mine
    }

    /// The next thing to write; nothing ends the writer.
    pub(crate) fn take(&mut self) -> Option<(DraftKey, Write)> {
        if self.pending.is_empty() {
            self.writer = Writer::Idle;
            return None;
        }
        Some(self.pending.remove(0))
    }

    /// Takes back what could not be written, unless something newer is there. The writer waits:
    /// gives its ticket, and after how many milliseconds it may try again, longer each time.
    pub(crate) fn put_back(&mut self, key: DraftKey, write: Write) -> (Ticket, u32) {
        if !self.pending.iter().any(|(other, _)| *other == key) {
            self.pending.insert(0, (key, write));
        }
        self.failures = (self.failures + 1).min(MOST_DOUBLINGS);
        self.tickets += 1;
        let ticket = Ticket(self.tickets);
        self.writer = Writer::Waiting(ticket);
        (ticket, FIRST_WAIT_MS << (self.failures - 1))
    }

    /// Sets aside what needs a session that has ended, unless something newer is there. Nobody waits
    /// for it.
    pub(crate) fn hold(&mut self, key: DraftKey, write: Write) {
        if !self.pending.iter().any(|(other, _)| *other == key) {
            self.held.retain(|(other, _)| *other != key);
            self.held.push((key, write));
        }
    }

    /// Takes up what was set aside: its session has a successor.
    pub(crate) fn release(&mut self) {
        for (key, write) in std::mem::take(&mut self.held) {
            if !self.pending.iter().any(|(other, _)| *other == key) {
                self.pending.push((key, write));
            }
        }
    }

    /// Notes that writing works.
    pub(crate) fn written(&mut self) {
        self.failures = 0;
    }

    /// Whether everything is written.
    pub(crate) fn is_settled(&self) -> bool {
        self.pending.is_empty() && self.writer == Writer::Idle
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::draft::{DeclarationDraft, SignInDraft};

    fn typed(username: &str) -> Write {
        Write::Save(Draft::SignIn(SignInDraft { username: username.into() }))
    }

    #[test]
    fn the_last_key_is_written_once_and_in_order() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::SignIn, typed("K"));
        let ticket = drafts.begin_later().expect("a first key starts a writer");
        drafts.change(DraftKey::SignIn, typed("K7"));
        assert_eq!(drafts.begin_later(), None, "one writer is enough");
        assert!(drafts.wake(ticket));
        assert_eq!(drafts.take(), Some((DraftKey::SignIn, typed("K7"))));
        drafts.change(DraftKey::SignIn, typed("K7M"));
        assert_eq!(drafts.begin_later(), None, "the writer comes to it");
        assert_eq!(drafts.take(), Some((DraftKey::SignIn, typed("K7M"))));
        assert!(!drafts.is_settled());
        assert_eq!(drafts.take(), None);
        assert!(drafts.is_settled());
    }

    #[test]
    fn leaving_a_page_overtakes_the_wait() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::SignIn, typed("K7"));
        let ticket = drafts.begin_later().expect("a writer waits");
        assert!(drafts.begin_now().is_some());
        assert!(!drafts.wake(ticket), "the one that waited finds it done");
        assert_eq!(drafts.take(), Some((DraftKey::SignIn, typed("K7"))));
        assert_eq!(drafts.take(), None);
        drafts.change(DraftKey::SignIn, typed("K8"));
        let second = drafts.begin_later().expect("a new writer waits");
        assert!(!drafts.wake(ticket), "an old ticket is worth nothing");
        assert!(drafts.wake(second));
    }

    #[test]
    fn what_could_not_be_written_waits_its_turn_and_gives_way_to_newer_typing() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::SignIn, typed("K7"));
        assert!(drafts.begin_now().is_some());
        let Some((key, write)) = drafts.take() else { panic!("something to write") };
        let (ticket, after) = drafts.put_back(key, write);
        assert!(!drafts.is_settled());
        assert_eq!(drafts.begin_later(), None, "one writer waits already");
        assert!(drafts.begin_now().is_some(), "leaving the page tries at once");
        assert!(!drafts.wake(ticket), "the one that waited has nothing to do");
        let Some((key, write)) = drafts.take() else { panic!("it is still there") };
        assert_eq!(write, typed("K7"));
        drafts.change(DraftKey::SignIn, typed("K7M"));
        let (ticket, longer) = drafts.put_back(key, write);
        assert!(longer > after, "each failure waits longer");
        assert!(drafts.wake(ticket));
        assert_eq!(drafts.take(), Some((DraftKey::SignIn, typed("K7M"))));
        drafts.written();
        drafts.change(DraftKey::SignIn, typed("K7MP"));
        assert_eq!(drafts.take().map(|(_, write)| write), Some(typed("K7MP")));
        let (_, anew) = drafts.put_back(DraftKey::SignIn, typed("K7MP"));
        assert_eq!(anew, after, "what works again begins anew");
    }

    #[test]
    fn what_needs_a_session_waits_for_the_next_one_and_holds_nothing_up() {
        let mut drafts = Drafts::default();
        let ticked = || Write::Save(Draft::Declaration(DeclarationDraft::default()));
        drafts.change(DraftKey::Declaration, ticked());
        assert!(drafts.begin_now().is_some());
        let Some((key, write)) = drafts.take() else { panic!("something to write") };
        drafts.hold(key, write);
        assert_eq!(drafts.take(), None);
        assert!(drafts.is_settled(), "nobody waits for it");
        drafts.release();
        assert!(drafts.begin_now().is_some());
        assert_eq!(drafts.take(), Some((DraftKey::Declaration, ticked())));
        drafts.hold(DraftKey::Declaration, ticked());
        drafts.forget_account();
        drafts.release();
        assert_eq!(drafts.take(), None, "it is nobody else's");
    }

    #[test]
    fn what_was_sent_is_not_brought_back_by_a_late_write() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::Declaration, {
            Write::Save(Draft::Declaration(DeclarationDraft::default()))
        });
        drafts.change(DraftKey::Declaration, Write::Discard);
        assert!(drafts.begin_now().is_some());
        assert_eq!(drafts.take(), Some((DraftKey::Declaration, Write::Discard)));
        assert_eq!(drafts.known(DraftKey::Declaration), None);
    }

    #[test]
    fn the_next_account_sees_nothing_of_the_last() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::SignIn, typed("K7"));
        drafts.change(DraftKey::Declaration, {
            Write::Save(Draft::Declaration(DeclarationDraft::default()))
        });
        drafts.forget_account();
        assert_eq!(drafts.known(DraftKey::Declaration), None);
        assert!(drafts.known(DraftKey::SignIn).is_some());
    }

    #[test]
    fn what_is_typed_here_is_newer_than_what_the_host_says_was_begun() {
        let ticked = || Draft::Declaration(DeclarationDraft::default());
        let address = || Draft::Address(Box::default());
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::Declaration, Write::Save(ticked()));
        drafts.change(DraftKey::SignIn, typed("K7"));
        drafts.change(DraftKey::Address, Write::Discard);
        let mut begun = Begun::default();
        begun.note(DraftKey::Address, Some(address()));
        drafts.lay_over(&mut begun);
        assert_eq!(begun.draft(DraftKey::Address), None, "it was sent");
        assert_eq!(begun.draft(DraftKey::Declaration), Some(&ticked()));
        assert_eq!(begun.drafts.len(), 1, "a sign-in is no work");
    }

    #[test]
    fn what_comes_late_from_the_host_never_replaces_typing() {
        let mut drafts = Drafts::default();
        drafts.change(DraftKey::SignIn, typed("new"));
        drafts.learn(DraftKey::SignIn, Draft::SignIn(SignInDraft { username: "old".into() }));
        let Some(Draft::SignIn(kept)) = drafts.known(DraftKey::SignIn) else {
            panic!("a draft is known");
        };
        assert_eq!(kept.username, "new");
    }
}
