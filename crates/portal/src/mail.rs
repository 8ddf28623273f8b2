//! Mail: what is written, to whom, and how it leaves. Mails wait in the store, written in the same
//! transaction as what they announce; [`outbox`] delivers those that are due, to a folder or to a
//! relay. A crash delivers one again, with the same Message-ID, rather than never.

mod blocks;
mod compose;
mod folder;
mod html;
mod notice;
pub mod outbox;
mod relay;
mod signature;
mod smtp;

pub use compose::{ComposeError, Letter, compose};
pub use folder::Folder;
pub use notice::{Credential, Notice, TemporaryAccess, recipient};
pub use relay::{Encryption, Login, Relay, RelayAddress, RelayError};
pub use signature::{Signature, SignatureError, Signing};
pub use smtp::Smtp;

use async_trait::async_trait;
use jiff::Timestamp;
use lettre::address::Envelope;
use uuid::Uuid;

/// A mail that is ready to leave.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// Names the mail for good, also when it is delivered a second time.
    pub id: Uuid,
    /// From when on it may leave.
    pub due_at: Timestamp,
    /// From which address, and to which one.
    pub envelope: Envelope,
    /// The whole message (RFC 5322).
    pub message: Vec<u8>,
}

/// Hands mail on.
#[async_trait]
pub trait Mailer: Send + Sync + 'static {
    /// Hands one mail on. The same mail may come again after a crash.
    ///
    /// # Errors
    /// Where it could not be handed on, and whether that is about this mail.
    async fn deliver(&self, mail: &Outgoing) -> Result<(), DeliveryFailed>;
}

/// A mail could not be handed on. Each with the reason in one line, for staff, which says nothing
/// of what the mail says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryFailed {
    /// No mail can leave at the moment.
    #[error("{0}")]
    Closed(String),
    /// This mail may be taken later.
    #[error("{0}")]
    PutOff(String),
    /// This mail is refused for good.
    #[error("{0}")]
    Refused(String),
}

impl From<std::io::Error> for DeliveryFailed {
    fn from(error: std::io::Error) -> Self {
        Self::Closed(error.to_string())
    }
}
