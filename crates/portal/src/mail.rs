//! Mail: what is written, to whom, and how it leaves. Mails wait in the store, written in the same
//! transaction as what they announce; [`outbox`] delivers those that are due. A crash delivers one
//! again, with the same Message-ID, rather than never.

mod compose;
mod folder;
mod notice;
pub mod outbox;

pub use compose::{Letter, compose};
pub use folder::Folder;
pub use notice::{Notice, TemporaryAccess, recipient};

use async_trait::async_trait;
use jiff::Timestamp;
use uuid::Uuid;

/// A mail that is ready to leave.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Names the mail for good, also when it is delivered a second time.
    pub id: Uuid,
    /// From when on it may leave.
    pub due_at: Timestamp,
    /// The whole message (RFC 5322).
    pub message: Vec<u8>,
}

/// Hands mail on.
#[async_trait]
pub trait Mailer: Send + Sync + 'static {
    /// Hands one mail on. The same mail may come again after a crash.
    ///
    /// # Errors
    /// Where it could not be handed on; it is tried again.
    async fn deliver(&self, mail: &Outgoing) -> Result<(), DeliveryFailed>;
}

/// A mail could not be handed on.
#[derive(Debug, thiserror::Error)]
#[error("a mail could not be delivered: {0}")]
pub struct DeliveryFailed(#[from] pub std::io::Error);
