//! What is read besides the board: timelines and messages. Fresh when the portal answers, else as
//! last seen; and read in the background after every board that changed, so that all of it is there
//! where there is no network. What is read so counts as nobody's use of the session, and marks no
//! message as read.

use super::Applicant;
use super::session::Session;
use crate::store::{thread_of, timeline_of};
use contract::Problem;
use contract::ask::Ask;
use contract::host::StaleReason;
use contract::id::PersonId;
use contract::message::ShowMessages;
use contract::timeline::Timeline;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::atomic::Ordering;

impl Applicant {
    /// The timeline of a person, latest first; as last seen where the portal is not reached.
    ///
    /// # Errors
    /// `sign_in_required`, `not_found`; and where the portal is not reached and it was not seen
    /// before.
    pub async fn timeline(&self, person: PersonId) -> Result<Timeline, Problem> {
        let session = self.session()?;
        let fresh = self.fetch_timeline(&session, person, false).await;
        self.or_seen(&session, timeline_of(person), fresh).await
    }

    /// The messages about a person, the same way.
    pub(super) async fn thread(
        &self,
        session: &Session,
        person: PersonId,
    ) -> Result<Value, Problem> {
        let fresh = self.fetch_thread(session, person, false).await;
        self.or_seen(session, thread_of(person), fresh).await
    }

    async fn fetch_timeline(
        &self,
        session: &Session,
        person: PersonId,
        background: bool,
    ) -> Result<Timeline, Problem> {
        let answer = self.client.timeline(&session.token, person, background).await;
        self.keep(session, timeline_of(person), answer).await
    }

    async fn fetch_thread(
        &self,
        session: &Session,
        person: PersonId,
        background: bool,
    ) -> Result<Value, Problem> {
        let ask = Ask::from(ShowMessages { person });
        let answer = self.client.ask(&ask, Some(&session.token), background).await;
        self.keep(session, thread_of(person), answer).await
    }

    /// Keeps what the portal answered.
    async fn keep<T>(
        &self,
        session: &Session,
        what: String,
        answer: Result<T, Problem>,
    ) -> Result<T, Problem>
    where
        T: Clone + Serialize + Send + 'static,
    {
        let read = self.heed(session, answer).await?;
        let (account, seen) = (session.account.to_string(), read.clone());
        self.store(move |store| store.keep_seen(&account, &what, &seen)).await?;
        Ok(read)
    }

    /// Where the portal was not reached, what was read last.
    async fn or_seen<T>(
        &self,
        session: &Session,
        what: String,
        fresh: Result<T, Problem>,
    ) -> Result<T, Problem>
    where
        T: DeserializeOwned + Send + 'static,
    {
        match fresh {
            Err(problem) if StaleReason::of(problem.code).is_some() => {
                let account = session.account.to_string();
                let seen = self.store(move |store| store.seen(&account, &what)).await?;
                seen.ok_or(problem)
            }
            fresh => fresh,
        }
    }

    /// Notes that timelines and messages may be older than the board.
    pub(super) fn fell_behind(&self) {
        self.behind.store(true, Ordering::Relaxed);
    }

    /// Reads all timelines and messages, if the board changed since they were read: one after the
    /// other, and no more once the portal is not reached; the next time goes on.
    pub async fn keep_up(&self) {
        let Ok(session) = self.session() else { return };
        if !self.behind.swap(false, Ordering::Relaxed) {
            return;
        }
        let people = self.acted_for(session.account.to_string()).await.unwrap_or_default();
        for person in people {
            let timeline = self.fetch_timeline(&session, person, true).await.map(drop);
            let both = match timeline {
                Ok(()) => self.fetch_thread(&session, person, true).await.map(drop),
                failed => failed,
            };
            if both.is_err() {
                self.fell_behind();
                return;
            }
        }
    }
}
