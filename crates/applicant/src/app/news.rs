//! News: what each board that comes in says that was not told on this device before. It waits here
//! until the shell takes it; what nobody takes ends with the session, and with the app.

use super::Applicant;
use crate::news::{today, whats_new, whats_new_meanwhile};
use contract::board::{Board, Journey, Person};
use contract::host::BoardView;
use contract::id::PersonId;
use contract::news::{News, WhatIsNew};
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// What was not taken yet.
#[derive(Default)]
pub(super) struct Untold {
    news: Mutex<Vec<News>>,
    wake: Notify,
}

impl Untold {
    fn news(&self) -> MutexGuard<'_, Vec<News>> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nothing is told any more of whom this account does not act for.
    pub(super) fn leave_out(&self, others: &HashSet<PersonId>) {
        self.news().retain(|news| !others.contains(&news.person));
    }

    pub(super) fn forget(&self) {
        self.news().clear();
    }
}

impl Applicant {
    /// Waits for news and takes it: at least one piece, each given once. It was found while the board
    /// was read, on whoever's word.
    pub async fn next_news(&self) -> Vec<News> {
        loop {
            let woken = self.untold.wake.notified();
            let news = std::mem::take(&mut *self.untold.news());
            if !news.is_empty() {
                return news;
            }
            woken.await;
        }
    }

    /// Finds what is new in a board that was just read, or that stands in for one. What cannot be
    /// noted as told is not told: it would be told with every board.
    pub(super) async fn find_news(&self, account: String, view: &BoardView) {
        let (board, as_of, is_stale) = (view.board.clone(), view.as_of, view.stale.is_some());
        let (policy, now) = (self.policy.clone(), self.clock.now());
        let whose = account.clone();
        let found = self
            .store(move |store| {
                let today = if is_stale { today(&board, as_of, now) } else { board.today };
                let people = board.acted_for().map(|(person, _)| person.id);
                store.tell(&account, people, |person, told| {
                    let journey = journey_of(&board, person)?;
                    let (new, now) = match (is_stale, told) {
                        (false, told) => whats_new(told, journey, today, &policy),
                        (true, Some(told)) => whats_new_meanwhile(told, journey, today, &policy),
                        (true, None) => return None,
                    };
                    let news = |what: WhatIsNew| News { what, person };
                    Some((new.into_iter().map(news).collect(), now))
                })
            })
            .await;
        match found {
            Ok(news) if news.is_empty() => {}
            // Somebody else may be here by now.
            Ok(_) if self.session().ok().is_none_or(|it| it.account.to_string() != whose) => {}
            Ok(news) => {
                self.untold.news().extend(news);
                self.untold.wake.notify_one();
            }
            Err(problem) => tracing::warn!(%problem, "what is new cannot be told"),
        }
    }
}

fn journey_of(board: &Board, id: PersonId) -> Option<&Journey> {
    let mut people = board.people.iter();
    people.find(|person: &&Person| person.id == id)?.journey.as_ref()
}
