//! What waits to be sent, as the interface follows it: asked of the host while anything waits, and
//! told where its reader is when something was sent.

use super::{App, Confirmed, Loaded};
use crate::route::Route;
use crate::view::outbox::{done_page, page_of};
use contract::draft::DraftKey;
use contract::outbox::{Act, Outbox, Sent, Waiting, WaitingState, What};
use contract::receipt::Receipt;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

impl App {
    /// What waits of a page, unless its draft is open again.
    pub(crate) fn waiting_of(self, draft: DraftKey) -> Option<Waiting> {
        self.outbox.read().of(draft).cloned()
    }

    /// What was refused of a page since it was handed over.
    pub(crate) fn stuck_of(self, draft: DraftKey) -> Option<Waiting> {
        let outbox = self.outbox.read();
        let mut of_page = outbox.waiting.iter().filter(|waiting| waiting.what.draft() == draft);
        of_page.find(|waiting| waiting.stuck().is_some()).cloned()
    }

    /// Does something with what waits, and follows it.
    pub(crate) async fn act_on_outbox(self, act: Act) {
        if self.keeps_with_portal() || !*self.signed_in.peek() {
            return;
        }
        let visit = *self.visit.read();
        let answer = self.household().outbox(act).await;
        if let Ok(outbox) = answer
            && *self.visit.read() == visit
        {
            self.learn_outbox(outbox);
        }
    }

    /// The same without waiting for it.
    pub(crate) fn act_on_outbox_soon(self, act: Act) {
        spawn_forever(async move { self.act_on_outbox(act).await });
    }

    /// Whether anything waits that is worth following.
    pub(crate) fn follows_outbox(self) -> bool {
        !self.outbox.peek().waiting.is_empty()
    }

    /// Takes in what just began to wait, before the host is asked again.
    fn begins_to_wait(mut self, waiting: Waiting) {
        let mut outbox = self.outbox.peek().clone();
        outbox.waiting.retain(|known| known.id != waiting.id);
        outbox.waiting.push(waiting);
        self.outbox.set(outbox);
        self.act_on_outbox_soon(Act::Show);
    }

    /// What was handed over waits: its page says so. Where that is for want of a session, the way
    /// leads to the sign-in.
    pub(crate) fn waits(self, waiting: Waiting) {
        let needs_session = waiting.state == WaitingState::SignInNeeded;
        self.begins_to_wait(waiting);
        if needs_session && *self.signed_in.peek() {
            self.end_session();
        }
    }

    fn learn_outbox(mut self, outbox: Outbox) {
        let before = self.outbox.peek().clone();
        if before == outbox {
            return;
        }
        let gone = |known: &&Waiting| !outbox.waiting.iter().any(|it| it.id == known.id);
        let refused = |outbox: &Outbox| {
            let stuck = outbox.waiting.iter().filter(|waiting| waiting.stuck().is_some());
            stuck.map(|waiting| (waiting.id, waiting.mended)).collect::<Vec<_>>()
        };
        // Its draft is open again.
        let reopened = refused(&before) != refused(&outbox);
        let mut changed = false;
        for waiting in before.waiting.iter().filter(gone) {
            // The next message may be written already.
            if !matches!(waiting.what, What::Message { .. }) {
                self.forget_draft(waiting.what.draft());
            }
            changed = true;
        }
        let was_stuck = |id| before.waiting.iter().any(|it| it.id == id && it.stuck().is_some());
        // What refused it may be a household that stands otherwise than is shown.
        changed |= outbox.waiting.iter().any(|it| it.stuck().is_some() && !was_stuck(it.id));
        let is_news = |sent: &&Sent| !before.sent.iter().any(|it| it.id == sent.id);
        let news: Vec<Sent> = outbox.sent.iter().filter(is_news).cloned().collect();
        for sent in &news {
            // The board says nothing of messages.
            if !matches!(sent.what, What::Message { .. }) {
                let receipt = Receipt { reference: sent.reference.clone(), at: sent.at };
                self.note_got(sent.what.draft(), sent.what.people().to_vec(), receipt);
            }
        }
        let told = news.into_iter().next();
        self.outbox.set(outbox);
        if changed {
            self.refresh_soon();
        } else if reopened {
            self.learn_begun_soon();
        }
        if let Some(sent) = told {
            self.tell_sent(&sent);
        }
    }

    /// Forgets a draft that the host has changed by itself.
    pub(crate) fn forget_draft(mut self, key: DraftKey) {
        // Until its typist has chosen, what is typed here is nowhere else.
        #[cfg(feature = "household")]
        if self.conflict_of(key).is_some() {
            return;
        }
        self.drafts.write().forget(key);
    }

    /// Whoever looks at the page of what was sent gets its confirmation there; anyone else finds it
    /// on the board.
    fn tell_sent(mut self, sent: &Sent) {
        let here = *self.route.peek();
        if page_of(&sent.what).contains(&here) {
            if let Some(done) = done_page(&sent.what) {
                let people = match &*self.board.peek() {
                    Loaded::Ready(view) => sent
                        .what
                        .people()
                        .iter()
                        .filter_map(|person| view.board.person(*person))
                        .map(|person| person.name.full())
                        .collect(),
                    _ => Vec::new(),
                };
                let (reference, at) = (sent.reference.clone(), sent.at);
                self.confirmed.set(Some(Confirmed { reference, at, people }));
                self.go(done);
            } else {
                self.tell(crate::words::in_texts(&self.texts.peek(), "message-sent"));
            }
            self.act_on_outbox_soon(Act::Seen { id: sent.id });
        } else if here != Route::Home {
            self.tell(crate::words::in_texts(&self.texts.peek(), "waits-sent-meanwhile"));
        }
    }
}
