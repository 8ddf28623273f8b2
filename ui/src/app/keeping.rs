//! Keeping what is typed: known at once, handed to the host within moments, by one writer in order.

use super::App;
use crate::drafts::{Drafts, Ticket, Write};
use contract::draft::{Draft, DraftKey};
use contract::reply::may_have_arrived;
use contract::{Code, Problem};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// Typing is kept at most this many milliseconds after the first key.
const KEEP_AFTER_MS: u32 = 200;
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
        self.note_begun(key, Some(draft.clone()));
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
                crate::fetch::ahead(&crate::browser::file(name)).await;
            }
        });
    }

    /// Keeps what was typed so far where the host keeps things from now on. What differs from what is
    /// there already is asked about on its page.
    #[cfg(feature = "household")]
    pub(crate) fn keep_anew(mut self) {
        self.drafts.write().write_anew();
        self.flush();
    }

    /// Forgets what was typed, after it was sent.
    pub(crate) fn discard(mut self, key: DraftKey) {
        self.note_begun(key, None);
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

    /// Tries again later what could not be written just now.
    fn write_again(mut self, ticket: Ticket, after_ms: u32) {
        spawn_forever(async move {
            TimeoutFuture::new(after_ms).await;
            let mine = self.drafts.write().wake(ticket);
            if mine {
                self.write_all().await;
            }
        });
    }

    async fn write_all(mut self) {
        loop {
            let next = self.drafts.write().take();
            let Some((key, write)) = next else {
                return;
            };
            #[cfg(feature = "household")]
            if matches!(write, Write::Save(_)) && self.conflict_of(key).is_some() {
                // It is known here, and its typist is to choose.
                continue;
            }
            let host = self.host();
            let answer = match &write {
                Write::Save(draft) => host.save_draft(key, draft).await,
                Write::Discard => host.discard_draft(key).await,
            };
            let Err(problem) = answer else {
                self.drafts.write().written();
                self.note_trouble(key, None);
                #[cfg(feature = "household")]
                if write == Write::Discard {
                    self.forget_conflict(key);
                }
                continue;
            };
            #[cfg(feature = "household")]
            let Some(problem) = self.look_elsewhere(key, &write, problem).await else {
                // Without a question it is kept by now.
                if self.conflict_of(key).is_none() {
                    self.drafts.write().written();
                    self.note_trouble(key, None);
                }
                continue;
            };
            if problem.code == Code::SignInRequired {
                self.drafts.write().hold(key, write);
                if *self.signed_in.peek() {
                    self.end_session();
                }
                continue;
            }
            let passing = may_have_arrived(problem.code) || may_be_mended(problem.code);
            self.note_trouble(key, Some(problem));
            if passing {
                let (ticket, after_ms) = self.drafts.write().put_back(key, write);
                self.write_again(ticket, after_ms);
                return;
            }
        }
    }

    /// Notes why a draft is not kept, or that it is; the page says so while any is not.
    pub(super) fn note_trouble(mut self, key: DraftKey, problem: Option<Problem>) {
        let shown = {
            let mut troubles = self.troubles.write();
            match problem {
                Some(problem) => drop(troubles.insert(key, problem)),
                None => drop(troubles.remove(&key)),
            }
            troubles.values().next().cloned()
        };
        if *self.not_kept.peek() != shown {
            self.not_kept.set(shown);
        }
    }

    /// Notes that what was typed before was set aside on this device, until something is kept anew.
    pub(crate) fn note_unread(self, key: DraftKey, problem: Problem) {
        if matches!(problem.code, Code::DeviceDataDamaged | Code::DeviceDataNewer) {
            self.note_trouble(key, Some(problem));
        }
    }

    /// Forgets what was typed under an account, and what hindered keeping it.
    pub(super) fn forget_typing(mut self) {
        self.drafts.write().forget_account();
        #[cfg(feature = "household")]
        self.forget_conflicts();
        self.troubles.write().clear();
        self.forget_work();
        self.not_kept.set(None);
    }

    /// Forgets all that was typed.
    pub(super) fn forget_all_typing(mut self) {
        self.drafts.set(Drafts::default());
        self.forget_typing();
    }
}

/// Whether this device may keep the same a moment later: somebody makes room, or lets the app write.
const fn may_be_mended(code: Code) -> bool {
    matches!(
        code,
        Code::DiskFull | Code::DeviceReadOnly | Code::DeviceStoreFailed | Code::DeviceDataDamaged
    )
}
