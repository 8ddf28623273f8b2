//! Keeping what is typed: known at once, handed to the host within moments, by one writer in order.

use super::App;
use crate::drafts::Write;
use contract::Code;
use contract::draft::{Draft, DraftKey};
use contract::reply::may_have_arrived;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// Typing is kept at most this many milliseconds after the first key.
const KEEP_AFTER_MS: u32 = 200;
/// What could not be written is tried again after this many milliseconds.
const AGAIN_AFTER_MS: u32 = 3_000;
/// Looks for written drafts this often, in milliseconds, while a page waits for them.
const SETTLE_STEP_MS: u32 = 10;
/// And at most this many times.
const SETTLE_STEPS: u32 = 300;

impl App {
    /// What was typed and is known here, if it is.
    pub(crate) fn known_draft(self, key: DraftKey) -> Option<Draft> {
        self.drafts.read().known(key).cloned()
    }

    /// Takes in what the host had kept.
    pub(crate) fn learn_draft(mut self, key: DraftKey, draft: Draft) {
        self.drafts.write().learn(key, draft);
    }

    /// Keeps what is typed: now on this page, within moments on the device.
    pub(crate) fn keep(mut self, key: DraftKey, draft: Draft) {
        self.drafts.write().change(key, Write::Save(draft));
        self.write_later();
        #[cfg(not(feature = "household"))]
        self.fetch_ahead(key);
    }

    /// Whoever types into a sign-in will soon need the program behind it: fetches that meanwhile,
    /// once.
    #[cfg(not(feature = "household"))]
    fn fetch_ahead(mut self, key: DraftKey) {
        let begun = *self.fetched_ahead.read();
        if begun || !matches!(key, DraftKey::FirstSignIn | DraftKey::SignIn) {
            return;
        }
        self.fetched_ahead.set(true);
        spawn_forever(async {
            for name in ["ui.js", "ui_bg.wasm"] {
                // Where it does not come, it is fetched when it is needed.
                let _ = crate::fetch::text(&crate::browser::file(name)).await;
            }
        });
    }

    /// Forgets what was typed, after it was sent.
    pub(crate) fn discard(mut self, key: DraftKey) {
        self.drafts.write().change(key, Write::Discard);
        self.flush();
    }

    /// Writes what is pending without further delay.
    pub(crate) fn flush(mut self) {
        let ticket = self.drafts.write().begin_now();
        if ticket.is_some() {
            spawn_forever(async move { self.write_all().await });
        }
    }

    /// Waits until everything typed is written. Bounded; what cannot be written is told elsewhere.
    pub(crate) async fn settle(self) {
        self.flush();
        for _ in 0..SETTLE_STEPS {
            if self.drafts.peek().is_settled() {
                return;
            }
            TimeoutFuture::new(SETTLE_STEP_MS).await;
        }
    }

    fn write_later(mut self) {
        let Some(ticket) = self.drafts.write().begin_later() else {
            return;
        };
        spawn_forever(async move {
            TimeoutFuture::new(KEEP_AFTER_MS).await;
            let mine = self.drafts.write().wake(ticket);
            if mine {
                self.write_all().await;
            }
        });
    }

    /// Tries again what could not be written just now.
    fn write_again(self) {
        spawn_forever(async move {
            TimeoutFuture::new(AGAIN_AFTER_MS).await;
            self.flush();
        });
    }

    async fn write_all(mut self) {
        loop {
            let next = self.drafts.write().take();
            let Some((key, write)) = next else {
                return;
            };
            let host = self.host();
            let answer = match &write {
                Write::Save(draft) => host.save_draft(key, draft).await,
                Write::Discard => host.discard_draft(key).await,
            };
            // An ended session is told on its own; what was typed before it is written already.
            let trouble = answer.err().filter(|problem| problem.code != Code::SignInRequired);
            let passing = trouble.as_ref().is_some_and(|problem| may_have_arrived(problem.code));
            if *self.not_kept.peek() != trouble {
                self.not_kept.set(trouble);
            }
            if passing {
                self.drafts.write().put_back(key, write);
                self.write_again();
                return;
            }
        }
    }
}
