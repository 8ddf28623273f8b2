//! Reading: the household board and the timelines, fresh when the portal answers, else as last
//! seen and said to be so.

use super::Applicant;
use crate::client::Fetched;
use crate::store::timeline_of;
use contract::board::Board;
use contract::host::{BoardView, StaleReason};
use contract::id::{PersonId, PhotoId};
use contract::timeline::Timeline;
use contract::{Code, Problem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const BOARD: &str = "board";

/// A board as last seen.
#[derive(Clone, Serialize, Deserialize)]
struct SeenBoard {
    board: Board,
    tag: Option<String>,
    as_of: Timestamp,
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
        let tag = seen.as_ref().and_then(|seen| seen.tag.as_deref());
        let answer = self.client.household(&session.token, tag, background).await;
        let now = self.clock.now();
        match (self.heed(&session, answer).await, seen) {
            (Ok(Fetched::Fresh(board, tag)), _) => {
                let seen = SeenBoard { board: board.clone(), tag, as_of: now };
                self.store(move |store| {
                    // Someone who now signs in alone is no longer this account's business.
                    for person in seen.board.people.iter().filter(|person| person.journey.is_none())
                    {
                        store.forget_person(&account, person.id)?;
                    }
                    store.keep_seen(&account, BOARD, &seen)
                })
                .await?;
                Ok(BoardView { board, as_of: now, stale: None })
            }
            (Ok(Fetched::Unchanged), Some(mut seen)) => {
                seen.as_of = now;
                let view = BoardView { board: seen.board.clone(), as_of: now, stale: None };
                self.store(move |store| store.keep_seen(&account, BOARD, &seen)).await?;
                Ok(view)
            }
            (Ok(Fetched::Unchanged), None) => Err(Code::UnexpectedReply.into()),
            (Err(problem), Some(seen)) => match StaleReason::of(problem.code) {
                Some(reason) => {
                    Ok(BoardView { board: seen.board, as_of: seen.as_of, stale: Some(reason) })
                }
                None => Err(problem),
            },
            (Err(problem), None) => Err(problem),
        }
    }

    /// The timeline of a person, latest first; as last seen where the portal is not reached.
    ///
    /// # Errors
    /// `sign_in_required`, `not_found`; and where the portal is not reached and it was not seen
    /// before.
    pub async fn timeline(&self, person: PersonId) -> Result<Timeline, Problem> {
        let session = self.session()?;
        let account = session.account.to_string();
        let what = timeline_of(person);
        let answer = self.client.timeline(&session.token, person).await;
        match self.heed(&session, answer).await {
            Ok(timeline) => {
                let seen = timeline.clone();
                self.store(move |store| store.keep_seen(&account, &what, &seen)).await?;
                Ok(timeline)
            }
            Err(problem) if StaleReason::of(problem.code).is_some() => {
                let seen = self.store(move |store| store.seen(&account, &what)).await?;
                seen.ok_or(problem)
            }
            Err(problem) => Err(problem),
        }
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
