//! Mails that wait, and those that were given up. What a mail says goes with its delivery, and no
//! method tells officers of it.

use super::Stored;
use crate::mail::Notice;
use async_trait::async_trait;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// Mails on their way out.
#[async_trait]
pub trait Mails: Send + Sync + 'static {
    /// Mails that are due and not waiting for another try, the oldest first.
    async fn due_mails(&self, now: Timestamp, limit: u32) -> Stored<Vec<DueMail>>;

    /// Marks a mail as delivered and forgets what it said, and why it waited.
    async fn mail_delivered(&self, mail: Uuid, now: Timestamp) -> Stored<()>;

    /// Notes that a mail was put off, why, and when it is tried again.
    async fn mail_put_off(&self, mail: Uuid, until: Timestamp, reason: &str) -> Stored<()>;

    /// Notes that a mail is given up, and why. It stays as a dead letter until an officer has it
    /// tried again, or the sweep forgets it.
    async fn mail_dead(&self, mail: Uuid, now: Timestamp, reason: &str) -> Stored<()>;

    /// Notes for every mail that is due that it waits for the way out, until when, and why. Counts
    /// as no try of any of them.
    async fn mails_held(&self, now: Timestamp, until: Timestamp, reason: &str) -> Stored<()>;

    /// Mails that were due and are not delivered, dead letters first, then the longest wait.
    async fn mails_undelivered(&self, now: Timestamp) -> Stored<Vec<UndeliveredMail>>;

    /// Has a mail tried again now, all of its tries before it once more; all dead letters where none
    /// is named. How many those were.
    async fn retry_mail(&self, mail: Option<Uuid>, now: Timestamp) -> Stored<u64>;
}

/// A mail that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueMail {
    /// Its id.
    pub id: Uuid,
    /// Who gets it.
    pub to: String,
    /// What it is about.
    pub notice: Notice,
    /// Since when it is due.
    pub due_at: Timestamp,
    /// How often the relay put it off.
    pub put_off: u32,
}

/// A mail that was due and is not delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UndeliveredMail {
    /// Its id, and the first part of its Message-ID.
    pub mail: Uuid,
    /// Who gets it.
    pub to: String,
    /// Since when it is due.
    pub due_at: Timestamp,
    /// How often the relay put this mail off.
    pub put_off: u32,
    /// When it is tried again; absent for dead letters, and for those that were not tried yet.
    pub next_try_at: Option<Timestamp>,
    /// Since when it is a dead letter.
    pub dead_since: Option<Timestamp>,
    /// Why it waits or was given up, as the relay says.
    pub reason: Option<String>,
}
