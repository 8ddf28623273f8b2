//! Reading the household board: fresh when the portal answers, else as last seen and said to be so.

use super::Applicant;
use crate::client::Fetched;
use contract::board::Board;
use contract::host::{BoardView, StaleReason};
use contract::id::{PersonId, PhotoId};
use contract::{Code, Problem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::{MutexGuard, PoisonError};

const BOARD: &str = "board";

/// A board as last seen.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SeenBoard {
    board: Board,
    tag: Option<String>,
    as_of: Timestamp,
}

/// For whom an account does not act: those without a journey on its board, and those of whom its
/// former board told and this one does not.
fn others(former: Option<&Board>, board: &Board) -> HashSet<PersonId> {
    let acted_for: HashSet<PersonId> = board.acted_for().map(|(person, _)| person.id).collect();
    let all = former.into_iter().chain([board]).flat_map(|board| &board.people);
    all.map(|person| person.id).filter(|person| !acted_for.contains(person)).collect()
}

impl Applicant {
    /// The household board. What is fetched in the background, on nobody's word, does not count as
    /// use of the session.
    ///
    /// # Errors
    /// `sign_in_required`; and where the portal is not reached and no board was seen before.
    pub async fn board(&self, background: bool) -> Result<BoardView, Problem> {
        let session = self.session()?;
        let account = session.account.to_string();
        let seen: Option<SeenBoard> = {
            let account = account.clone();
            self.store(move |store| store.seen(&account, BOARD)).await?
        };
        let stand_in =
            |seen: SeenBoard, stale| BoardView { board: seen.board, as_of: seen.as_of, stale };
        if background
            && self.refreshing.leaves_alone()
            && let Some(seen) = seen
        {
            return Ok(stand_in(seen, Some(StaleReason::PortalUnreachable)));
        }
        let tag = seen.as_ref().and_then(|seen| seen.tag.as_deref());
        let answer = {
            let _asking = self.refreshing.asks();
            self.client.household(&session.token, tag, background).await
        };
        self.asked(answer.as_ref().err()).await;
        let now = self.clock.now();
        match (self.heed(&session, answer).await, seen) {
            (Ok(Fetched::Fresh(board, tag)), former) => {
                let others = others(former.as_ref().map(|former| &former.board), &board);
                self.fell_behind();
                let seen = SeenBoard { board, tag, as_of: now };
                self.take_in(account, seen, others).await
            }
            (Ok(Fetched::Unchanged), Some(mut seen)) => {
                seen.as_of = now;
                let others = others(None, &seen.board);
                self.take_in(account, seen, others).await
            }
            (Ok(Fetched::Unchanged), None) => Err(Code::UnexpectedReply.into()),
            (Err(problem), Some(seen)) => match StaleReason::of(problem.code) {
                Some(reason) => {
                    let view = stand_in(seen, Some(reason));
                    self.find_news(account, &view).await;
                    Ok(view)
                }
                None => Err(problem),
            },
            (Err(problem), None) => Err(problem),
        }
    }

    /// Keeps a board, and nothing of those for whom this account does not act, or no longer: whoever
    /// has an own account is nobody else's business.
    async fn take_in(
        &self,
        account: String,
        seen: SeenBoard,
        others: HashSet<PersonId>,
    ) -> Result<BoardView, Problem> {
        self.leave_alone(&others);
        let view = BoardView { board: seen.board.clone(), as_of: seen.as_of, stale: None };
        if !others.is_empty() {
            let removed = self.kept(|kept, _| kept.remove_copies()).await;
            if let Err(problem) = removed {
                tracing::error!(%problem, "what was set aside is still there");
            }
        }
        let kept_for = account.clone();
        self.store(move |store| {
            for person in others {
                store.forget_person(&kept_for, person)?;
            }
            store.keep_seen(&kept_for, BOARD, &seen)
        })
        .await?;
        self.find_news(account, &view).await;
        Ok(view)
    }

    /// Everyone for whom an account acts, as its last board said.
    pub(super) async fn acted_for(&self, account: String) -> Result<Vec<PersonId>, Problem> {
        let seen: Option<SeenBoard> = self.store(move |store| store.seen(&account, BOARD)).await?;
        let board = seen.map(|seen| seen.board);
        let people = board.iter().flat_map(Board::acted_for).map(|(person, _)| person.id);
        Ok(people.collect())
    }

    /// From now on, nothing about these people is kept here.
    fn leave_alone(&self, others: &HashSet<PersonId>) {
        for person in others {
            self.judgings.cancel(*person);
        }
        self.untold.leave_out(others);
        self.others().clone_from(others);
    }

    /// Forgets for whom this account does not act; its board will say so.
    pub(super) fn act_for_all(&self) {
        self.others().clear();
    }

    /// Refuses to keep anything of a person for whom this account does not act.
    ///
    /// # Errors
    /// `not_found`, as the portal says it.
    pub(super) fn must_act_for(&self, person: PersonId) -> Result<(), Problem> {
        if self.others().contains(&person) { Err(Code::NotFound.into()) } else { Ok(()) }
    }

    fn others(&self) -> MutexGuard<'_, HashSet<PersonId>> {
        self.others.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A picture that was submitted, as the portal has it.
    ///
    /// # Errors
    /// `sign_in_required`, `not_found`, and where the portal is not reached.
    pub async fn submitted_picture(
        &self,
        person: PersonId,
        photo: PhotoId,
    ) -> Result<Vec<u8>, Problem> {
        let session = self.session()?;
        let answer = self.client.picture(&session.token, person, photo).await;
        self.heed(&session, answer).await
    }
}
