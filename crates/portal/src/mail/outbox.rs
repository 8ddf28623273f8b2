//! Delivers the mails that are due, over and over until it is told to stop. What is put off is tried
//! again after growing waits; what is refused becomes a dead letter; while no mail can leave, all of
//! them wait.

use super::{DeliveryFailed, Letter, Mailer, Signature, compose};
use crate::clock::Clock;
use crate::rules::delivery;
use crate::secret;
use crate::store::{DueMail, Store, StoreError};
use contract::policy::Policy;
use jiff::Timestamp;
use lettre::message::Mailbox;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the store is asked for mails that are due.
const EVERY: Duration = Duration::from_millis(500);
/// Mails that are taken from the store at a time.
const AT_A_TIME: u32 = 50;

/// Everything that delivering needs.
pub struct Post {
    /// Where mails wait.
    pub store: Arc<dyn Store>,
    /// Where they go.
    pub mailer: Arc<dyn Mailer>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The programme's numbers.
    pub policy: Arc<Policy>,
    /// Who they are from.
    pub from: Mailbox,
    /// What they are signed with, if with anything.
    pub signature: Option<Signature>,
}

/// Whether mail can leave at all.
#[derive(Default)]
struct WayOut {
    /// How often in a row it was closed.
    closed: u32,
    /// When it is tried again.
    open_at: Option<Timestamp>,
}

impl Post {
    /// Delivers until `stop` changes.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut way = WayOut::default();
        loop {
            if let Err(reason) = self.round(&mut way, &stop).await {
                tracing::warn!(%reason, "mail waits");
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Delivers what is due now, unless the way out is closed.
    async fn round(
        &self,
        way: &mut WayOut,
        stop: &watch::Receiver<bool>,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        if way.open_at.is_some_and(|open_at| now < open_at) {
            return Ok(());
        }
        for due in self.store.due_mails(now, AT_A_TIME).await? {
            if *stop.borrow() {
                break;
            }
            match self.send(&due).await {
                // Marked after the delivery: a crash in between delivers the mail again.
                Ok(()) => {
                    *way = WayOut::default();
                    self.store.mail_delivered(due.id, self.clock.now()).await?;
                }
                Err(DeliveryFailed::Closed(reason)) => return self.close(way, &reason).await,
                Err(DeliveryFailed::Refused(reason)) => self.give_up(&due, &reason).await?,
                Err(DeliveryFailed::PutOff(reason)) => self.put_off(&due, &reason).await?,
            }
        }
        Ok(())
    }

    async fn send(&self, due: &DueMail) -> Result<(), DeliveryFailed> {
        let letter = Letter { id: due.id, to: &due.to, notice: &due.notice, at: due.due_at };
        // What cannot be written now cannot be written later.
        let mail = compose(&letter, &self.from, self.signature.as_ref())
            .map_err(|error| DeliveryFailed::Refused(error.to_string()))?;
        self.mailer.deliver(&mail).await
    }

    async fn put_off(&self, due: &DueMail, reason: &str) -> Result<(), StoreError> {
        let now = self.clock.now();
        let times = due.put_off.saturating_add(1);
        match delivery::again(times, now, chance()?, &self.policy) {
            Some(until) => {
                tracing::info!(mail = %due.id, %until, "a mail is put off");
                self.store.mail_put_off(due.id, until, reason).await
            }
            None => self.give_up(due, reason).await,
        }
    }

    async fn give_up(&self, due: &DueMail, reason: &str) -> Result<(), StoreError> {
        tracing::error!(mail = %due.id, reason, "a mail is given up");
        self.store.mail_dead(due.id, self.clock.now(), reason).await
    }

    async fn close(&self, way: &mut WayOut, reason: &str) -> Result<(), StoreError> {
        let now = self.clock.now();
        way.closed = way.closed.saturating_add(1);
        let open_at = delivery::open_again(way.closed, now, chance()?, &self.policy);
        way.open_at = Some(open_at);
        tracing::warn!(reason, %open_at, "no mail can leave");
        self.store.mails_held(now, open_at, reason).await
    }
}

fn chance() -> Result<u16, StoreError> {
    secret::random().map(u16::from_le_bytes).map_err(|error| StoreError::Failed(error.to_string()))
}
