//! What every handler has at hand.

use super::refusal::Refusal;
use super::turns::Turns;
use crate::clock::Clock;
use crate::password::Passwords;
use crate::pictures::Pictures;
use crate::secret;
use crate::store::Store;
use contract::policy::Policy;
use jiff::Timestamp;
use std::sync::Arc;
use tokio::sync::{Notify, Semaphore};
use uuid::Uuid;

/// What every handler has at hand.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) pictures: Pictures,
    pub(crate) passwords: Passwords,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) policy: Arc<Policy>,
    pub(crate) contact_address: Arc<str>,
    /// Whether it stands behind a proxy that ends TLS.
    pub(crate) behind_tls: bool,
    /// Pictures that are examined at a time. Each is held in memory as it was sent, and decoded only
    /// where its header says that it is no larger than may be sent, to tens of megabytes.
    pub(crate) examinations: Arc<Semaphore>,
    /// For whom a chunk of a file is taken in at this moment.
    pub(crate) turns: Turns,
    /// Told of every photo that is submitted, so that it is examined.
    pub(crate) submitted: Arc<Notify>,
}

impl App {
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn new_id(&self, now: Timestamp) -> Result<Uuid, Refusal> {
        secret::new_id(now.as_millisecond()).map_err(Refusal::internal)
    }

    pub(crate) fn new_reference(&self) -> Result<String, Refusal> {
        secret::random().map(secret::reference).map_err(Refusal::internal)
    }

    pub(crate) fn new_token(&self) -> Result<String, Refusal> {
        secret::random().map(secret::token).map_err(Refusal::internal)
    }
}
