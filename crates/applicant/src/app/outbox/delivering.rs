//! Sending what is due: in order per person, different people beside each other. Run by the shell
//! for as long as the app is open, and woken by handing something over, by signing in, by the
//! network and by the window coming back.

use super::super::Applicant;
use super::super::session::Session;
use crate::outbox::order::is_behind;
use crate::outbox::{Event, Row, State, next_due, next_wake};
use contract::Problem;
use contract::id::{AccountId, IdempotencyKey};
use std::time::Duration;

/// The longest sleep: a device that slept itself has lost its sense of time.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);
/// What keeps the store from being read may pass.
const AFTER_TROUBLE: Duration = Duration::from_secs(10);

impl Applicant {
    /// Sends what waits, for as long as this is awaited.
    pub async fn run_outbox(&self) {
        // Another version may have been started meanwhile.
        let _ = self.all_happen(Event::Renewed).await;
        if let Ok(session) = self.session() {
            self.account_is_back(session.account).await;
        }
        loop {
            let sleep = match self.deliver().await {
                Ok(sleep) => sleep,
                Err(problem) => {
                    tracing::warn!(%problem, "what waits could not be sent");
                    Some(AFTER_TROUBLE)
                }
            };
            let woken = self.passes.wake.notified();
            match sleep {
                None => woken.await,
                Some(sleep) => {
                    let _ = tokio::time::timeout(sleep.min(LONGEST_SLEEP), woken).await;
                }
            }
        }
    }

    /// The network is back, or the app is looked at again: what failed for want of the network is
    /// due.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn wake_outbox(&self) -> Result<(), Problem> {
        self.all_happen(Event::NetworkBack).await?;
        self.passes.wake.notify_one();
        Ok(())
    }

    /// Sends everything that is due, some at a time; says after how long something may be due again,
    /// and nothing where nothing waits for its time.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn deliver(&self) -> Result<Option<Duration>, Problem> {
        let lane = || async {
            while self.deliver_one().await? {}
            Ok::<(), Problem>(())
        };
        // Each of them sends one row after the other.
        tokio::try_join!(lane(), lane(), lane(), lane())?;
        let Ok(session) = self.session() else { return Ok(None) };
        let rows = self.rows_of(&session).await?;
        let wake = next_wake(&rows, self.clock.now());
        Ok(wake.map(|wake| Duration::try_from(wake).unwrap_or(LONGEST_SLEEP)))
    }

    /// Sends the next row that is due, if there is one.
    async fn deliver_one(&self) -> Result<bool, Problem> {
        let Ok(session) = self.session() else { return Ok(false) };
        let rows = self.rows_of(&session).await?;
        let now = self.clock.now();
        let Some(row) = next_due(&rows, |id| self.passes.is_busy(id), now, &self.policy) else {
            return Ok(false);
        };
        let Some(_slot) = self.passes.try_slot(row.id) else { return Ok(true) };
        // Another one may have sent it in between.
        let rows = self.rows_of(&session).await?;
        let is_next = |it: &&Row| it.id == row.id;
        match next_due(&rows, |id| id != row.id, now, &self.policy).filter(is_next) {
            Some(row) => self.send_row(&session, row).await.map(|()| true),
            None => Ok(true),
        }
    }

    /// Sends a row whose time is now, its file first; not where something else goes first.
    pub(super) async fn advance(
        &self,
        session: &Session,
        id: IdempotencyKey,
    ) -> Result<(), Problem> {
        let parent = self.outbox_row(session, id).await?.and_then(|row| row.parent);
        // The portal may have lost the file meanwhile: then it goes once more.
        let rounds = if parent.is_some() { 1 + self.policy.outbox_files_anew } else { 1 };
        for _ in 0..rounds {
            for id in parent.into_iter().chain([id]) {
                let _slot = self.passes.slot(id).await;
                let rows = self.rows_of(session).await?;
                let at = rows.iter().position(|row| row.id == id);
                let free = at.filter(|at| !is_behind(&rows, *at)).map(|at| &rows[at]);
                if let Some(row) = free.filter(|row| row.standing.state == State::Waiting) {
                    self.send_row(session, row).await?;
                }
            }
            let rows = self.rows_of(session).await?;
            let is_due = |row: &Row| {
                row.standing.state == State::Waiting && row.standing.next_try <= self.clock.now()
            };
            if !rows.iter().any(|row| Some(row.id) == parent && is_due(row)) {
                break;
            }
        }
        Ok(())
    }

    pub(super) async fn rows_of(&self, session: &Session) -> Result<Vec<Row>, Problem> {
        let account = session.account.to_string();
        self.store(move |store| store.outbox(&account)).await
    }

    pub(super) async fn outbox_row(
        &self,
        session: &Session,
        id: IdempotencyKey,
    ) -> Result<Option<Row>, Problem> {
        let account = session.account.to_string();
        self.store(move |store| store.outbox_row(&account, id)).await
    }

    /// Something happens to a row, and to the file that goes before it.
    pub(super) async fn row_happens(
        &self,
        session: &Session,
        id: IdempotencyKey,
        event: Event,
    ) -> Result<(), Problem> {
        let (account, now) = (session.account.to_string(), self.clock.now());
        self.store(move |store| {
            let rows = store.outbox(&account)?;
            let parent = rows.iter().find(|row| row.id == id).and_then(|row| row.parent);
            for row in rows.iter().filter(|row| row.id == id || Some(row.id) == parent) {
                if let Some(after) = row.standing.after(&event, now) {
                    store.put_standing(&account, row.id, &after)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Something happens to everything of the account whose typing is kept.
    async fn all_happen(&self, event: Event) -> Result<(), Problem> {
        let Ok(account) = self.owner() else { return Ok(()) };
        self.all_of(account, event).await
    }

    async fn all_of(&self, account: String, event: Event) -> Result<(), Problem> {
        let now = self.clock.now();
        self.store(move |store| {
            for row in store.outbox(&account)? {
                if let Some(after) = row.standing.after(&event, now) {
                    store.put_standing(&account, row.id, &after)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// An account signed in: what waited for that goes on.
    pub(in crate::app) async fn account_is_back(&self, account: AccountId) {
        if let Err(problem) = self.all_of(account.to_string(), Event::SignedIn).await {
            tracing::error!(%problem, "what waits for a sign-in");
        }
        self.passes.wake.notify_one();
    }

    /// The session of an account has ended: everything of it pauses.
    pub(super) async fn account_is_gone(&self, account: AccountId) -> Result<(), Problem> {
        let now = self.clock.now();
        let account = account.to_string();
        self.store(move |store| {
            for row in store.outbox(&account)? {
                let event = Event::SessionEnded { unanswered: row.standing.unanswered };
                if let Some(after) = row.standing.after(&event, now) {
                    store.put_standing(&account, row.id, &after)?;
                }
            }
            Ok(())
        })
        .await
    }
}
