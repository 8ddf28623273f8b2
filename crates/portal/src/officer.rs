//! The officer's side: what staff do, as functions that the binary's commands and the demonstration
//! call. They work on the same store as a portal that is serving.
//!
//! Whatever an officer decides reaches the applicant through the store only: state, event and mail
//! are written together.

mod accounts;
mod addresses;
mod cards;
mod factors;
mod import;
mod invitations;
mod mail;
mod messages;
mod people;
mod report;
mod review;

pub use accounts::{Opened, open, open_own, reissue};
pub use addresses::{
    EmailChangeRow, approve_email, change_email, close_account, email_changes, refuse_email,
};
pub use cards::{card_made, card_mailed, card_undelivered, proof};
pub use factors::drop_second_factor;
pub use import::{Fault, ImportError, Report, import};
pub use invitations::{invite, treat_as_adult, treat_as_minor};
pub use mail::{mail, retry_dead_mail, retry_mail};
pub use messages::{PersonThread, ThreadRow, messages, threads_waiting, write};
pub use people::{PersonRow, find_person, go_on, interview, people, withdraw};
pub use report::{PhotoReport, Verdict, photo_report};
pub use review::{PhotoRow, accept, photos, return_photo, undo};

use crate::clock::Clock;
use crate::password::{HashingFailed, Passwords};
use crate::secret;
use crate::store::{Store, StoreError};
use contract::Code;
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// What officers work with.
#[derive(Clone)]
pub struct Office {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) passwords: Passwords,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) policy: Arc<contract::policy::Policy>,
}

/// Why an officer's command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum OfficerError {
    /// Nothing is known by that name.
    #[error("not_found: no {what} {name}")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// By which name.
        name: String,
    },
    /// The rules refuse it.
    #[error("{code}: {why}")]
    Refused {
        /// The code.
        code: Code,
        /// What the step needs, for the officer.
        why: &'static str,
    },
    /// The store failed.
    #[error("{0}")]
    Store(StoreError),
    /// Something else failed.
    #[error("{0}")]
    Failed(String),
}

impl From<HashingFailed> for OfficerError {
    fn from(error: HashingFailed) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<getrandom::Error> for OfficerError {
    fn from(error: getrandom::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<StoreError> for OfficerError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(code) => Self::Refused { code, why: "it cannot be done now" },
            other => Self::Store(other),
        }
    }
}

/// Says what a refused step would have needed.
fn needing<T>(done: Result<T, StoreError>, why: &'static str) -> Result<T, OfficerError> {
    done.map_err(|error| match error {
        StoreError::Refused(code) => OfficerError::Refused { code, why },
        other => OfficerError::Store(other),
    })
}

impl Office {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn new_id(&self, now: Timestamp) -> Result<Uuid, OfficerError> {
        Ok(secret::new_id(now.as_millisecond())?)
    }
}
