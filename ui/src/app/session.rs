//! The session as the interface lives it: fetching the board, coming in, being sent out, leaving.

use super::{App, Loaded};
use crate::route::Route;
use contract::Code;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

impl App {
    /// Fetches the board, unless that is under way.
    pub(crate) async fn refresh(mut self) {
        if *self.refreshing.peek() || !*self.signed_in.peek() {
            return;
        }
        self.refreshing.set(true);
        let visit = *self.visit.read();
        let answer = self.host().board().await;
        if *self.visit.read() != visit {
            // Somebody else may be here by now, and this board is not theirs.
            return;
        }
        self.refreshing.set(false);
        match answer {
            Ok(view) => {
                let same = matches!(&*self.board.peek(), Loaded::Ready(old) if *old == view);
                if !same {
                    self.board.set(Loaded::Ready(view));
                }
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
    }

    /// Begins a session after a sign-in and goes back to where one was.
    pub(crate) fn enter(mut self) {
        self.begin_visit();
        self.signed_in.set(true);
        self.session_ended.set(false);
        self.board.set(Loaded::Loading);
        self.drafts.write().forget_account();
        let wanted = self.return_to.write().take();
        self.open(wanted.unwrap_or(Route::Home), true);
        self.refresh_soon();
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
    }

    /// Ends the session as the reader asked.
    pub(crate) fn leave(mut self) {
        spawn_forever(async move {
            self.settle().await;
            // Without a network the device forgets its session all the same.
            let _ = self.host().sign_out().await;
            self.begin_visit();
            self.drafts.write().forget_account();
            self.signed_in.set(false);
            self.session_ended.set(false);
            self.board.set(Loaded::Loading);
            self.return_to.set(None);
            self.confirmed.set(None);
            self.open(Route::Home, true);
        });
    }
}
