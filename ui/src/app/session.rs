//! The session as the interface lives it: fetching the board, coming in, being sent out, leaving.

use super::{App, Loaded};
use crate::browser;
use crate::parts::page::HEADING;
use crate::route::Route;
use contract::Code;
use contract::host::{Keeping, SessionTime, Settings};
use contract::id::AccountId;
use contract::outbox::{Act, Outbox};
use contract::policy::Policy;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The session's time is asked for at least this often, in seconds.
const WATCH_SECONDS: u32 = 60;
/// A dialog has closed and given the focus back after this many milliseconds.
const AFTER_DIALOG_MS: u32 = 50;
/// And this often while its reader is told that it ends.
const WARNED_SECONDS: u32 = 10;

impl App {
    /// Fetches the board, unless that is under way.
    pub(crate) async fn refresh(self) {
        self.fetch_board(false).await;
        self.learn_begun().await;
    }

    /// Fetches the board on nobody's word: that does not keep a session alive.
    pub(crate) async fn refresh_in_background(self) {
        self.fetch_board(true).await;
    }

    async fn fetch_board(mut self, background: bool) {
        if *self.refreshing.peek() || !*self.signed_in.peek() {
            return;
        }
        self.refreshing.set(true);
        let visit = *self.visit.read();
        let answer = self.household().board(background).await;
        if *self.visit.read() != visit {
            // Somebody else may be here by now, and this board is not theirs.
            return;
        }
        self.refreshing.set(false);
        match answer {
            Ok(view) => {
                #[cfg(feature = "household")]
                let board = view.board.clone();
                let same = matches!(&*self.board.peek(), Loaded::Ready(old) if *old == view);
                if !same {
                    self.board.set(Loaded::Ready(view));
                }
                #[cfg(feature = "household")]
                self.end_moot_conflicts(&board);
            }
            Err(problem) if problem.code == Code::SignInRequired => self.end_session(),
            Err(problem) => {
                let kept = matches!(&*self.board.peek(), Loaded::Ready(_));
                if !kept {
                    self.board.set(Loaded::Failed(problem));
                }
            }
        }
    }

    /// Fetches the board without waiting for it.
    pub(crate) fn refresh_soon(self) {
        spawn_forever(async move { self.refresh().await });
    }

    fn begin_visit(mut self) {
        *self.visit.write() += 1;
        self.refreshing.set(false);
        self.session_ends.set(None);
        self.not_extended.set(None);
        self.not_left.set(None);
    }

    /// Asks how much of the session is left, and tells its reader when that is little. Gives the
    /// seconds after which to ask again.
    ///
    /// Whoever types or presses is using the session even where nothing of it reaches the portal;
    /// `used` says so.
    pub(crate) async fn watch_session(self, used: bool) -> u32 {
        if !*self.signed_in.peek() {
            return WATCH_SECONDS;
        }
        let asked = self.session_ends.peek().is_some();
        if used && !asked {
            self.refresh().await;
        }
        let visit = *self.visit.read();
        let answer = self.household().session_time().await;
        if *self.visit.read() != visit {
            return WATCH_SECONDS;
        }
        match answer {
            Ok(time) => self.note_session_time(time),
            Err(problem) if problem.code == Code::SignInRequired => {
                self.end_session();
                WATCH_SECONDS
            }
            // Without the portal there is nobody to say it; the page says that it is not reached.
            Err(_) => WATCH_SECONDS,
        }
    }

    fn note_session_time(mut self, time: SessionTime) -> u32 {
        let warning = Policy::PROGRAMME.session_warning_seconds;
        let ends = (time.seconds_left <= warning).then_some(time);
        if *self.session_ends.peek() != ends {
            self.session_ends.set(ends);
        }
        match ends {
            Some(time) => time.seconds_left.clamp(1, WARNED_SECONDS),
            None => (time.seconds_left - warning).clamp(1, WATCH_SECONDS),
        }
    }

    /// Makes the session last longer, as its reader asked.
    pub(crate) fn extend_session(mut self) {
        self.not_extended.set(None);
        spawn_forever(async move {
            match self.household().extend_session().await {
                Ok(time) => {
                    self.note_session_time(time);
                }
                Err(problem) if problem.code == Code::SignInRequired => self.end_session(),
                // Told in the dialog itself: nothing behind it can be read meanwhile.
                Err(problem) => self.not_extended.set(Some(problem)),
            }
        });
    }

    /// Removes everything that is kept on this device, which ends the session.
    pub(crate) fn remove_device_data(self) {
        spawn_forever(async move {
            self.settle().await;
            match self.household().remove_device_data().await {
                Ok(()) => {
                    self.show_as(Settings::default());
                    self.forget_all_typing();
                    self.left();
                    let text = self.texts.peek().get("device-data-removed");
                    self.tell(text);
                    let keeping = self.start.peek().as_ref().map(|start| start.keeping);
                    if keeping == Some(Keeping::WithPassphrase) {
                        // It is gone too, and is asked for again.
                        self.begin().await;
                    }
                }
                Err(problem) => {
                    let text = self.texts.peek().problem(&problem);
                    self.tell(text);
                }
            }
        });
    }

    /// Begins a session after a sign-in and goes back to where one was.
    pub(crate) fn enter(mut self, account: AccountId) {
        self.begin_visit();
        // What was typed when a session ended by itself waits for the same account only.
        let before = self.account.replace(Some(account));
        if before != Some(account) {
            self.forget_typing();
        }
        self.drafts.write().release();
        self.outbox.set(Outbox::default());
        self.signed_in.set(true);
        self.session_ended.set(false);
        self.board.set(Loaded::Loading);
        let wanted = self.return_to.write().take().unwrap_or(Route::Home);
        if cfg!(feature = "household") {
            self.open(wanted, true);
            self.flush();
            self.refresh_soon();
            spawn_forever(async move {
                self.act_on_outbox(Act::Show).await;
                self.watch_session(false).await;
            });
        } else {
            browser::load_anew(&wanted.path());
        }
    }

    /// The session has ended by itself: asks for a new one, and comes back afterwards.
    pub(crate) fn end_session(mut self) {
        let page = *self.route.peek();
        self.begin_visit();
        self.signed_in.set(false);
        self.session_ended.set(true);
        self.board.set(Loaded::Loading);
        self.return_to.set(Some(page.to_come_back_to()));
        self.open(Route::SignIn, true);
        spawn_forever(async {
            // A dialog about the session gives the focus back, to what is gone by now.
            TimeoutFuture::new(AFTER_DIALOG_MS).await;
            browser::focus(HEADING);
        });
    }

    /// Ends the session as the reader asked.
    pub(crate) fn leave(mut self) {
        if *self.leaving.peek() {
            return;
        }
        self.leaving.set(true);
        self.not_left.set(None);
        spawn_forever(async move {
            self.settle().await;
            match self.household().sign_out().await {
                // Only the portal can end a browser's session, and others may sit here next.
                Err(problem) if self.keeps_with_portal() => {
                    self.not_left.set(Some(problem));
                    self.leaving.set(false);
                }
                // The app forgets its session all the same.
                _ => self.left(),
            }
        });
    }

    /// Whether this is a browser, where the portal keeps what is typed.
    pub(crate) fn keeps_with_portal(self) -> bool {
        self.start.peek().as_ref().is_some_and(|start| start.keeping == Keeping::WithPortal)
    }

    /// Whether it must first be said how things are kept on this device, and if so, whether they are
    /// there and locked. Help is there in any case.
    #[cfg(feature = "household")]
    pub(crate) fn asks_about_keeping(self, route: Route) -> Option<bool> {
        if matches!(route, Route::Help | Route::HelpOn(_)) {
            return None;
        }
        match self.start.read().as_ref()?.keeping {
            Keeping::Locked => Some(true),
            Keeping::Undecided => Some(false),
            _ => None,
        }
    }

    /// Asks once more how things are to be kept on this device.
    #[cfg(feature = "household")]
    pub(crate) fn ask_about_keeping(mut self) {
        if let Some(start) = self.start.write().as_mut() {
            start.keeping = Keeping::Undecided;
        }
    }

    fn left(mut self) {
        if self.keeps_with_portal() {
            // With the page goes all that it held.
            browser::load_anew(&Route::Home.path());
            return;
        }
        self.begin_visit();
        self.forget_typing();
        self.account.set(None);
        self.leaving.set(false);
        self.signed_in.set(false);
        self.session_ended.set(false);
        self.board.set(Loaded::Loading);
        self.return_to.set(None);
        self.confirmed.set(None);
        self.outbox.set(Outbox::default());
        self.open(Route::Home, true);
    }
}
