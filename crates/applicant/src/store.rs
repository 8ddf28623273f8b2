//! What is kept on the device, sealed: drafts, picked pictures, the last board, and the keys of
//! writes under way, and what waits to be sent. SQLite in WAL mode with full synchronisation, so that what was saved outlives
//! a killed process and a power cut. Never holds a password or a session.

mod cipher;
mod forgetting;
mod judgements;
mod open;
mod outbox;
mod parts;
mod pictures;
mod receipts;
mod rows;
mod same;
mod sending;
#[cfg(test)]
mod tests;

pub(crate) use cipher::DeviceKey;
pub(crate) use judgements::Judgement;
pub(crate) use outbox::{New, Snapshot};
pub(crate) use parts::Pictured;
pub(crate) use pictures::{Outgoing, PictureBytes, PictureRow};
pub(crate) use receipts::Received;
pub(crate) use rows::{photo_of, thread_of, timeline_of};
pub(crate) use same::SentPicture;
pub(crate) use sending::Settled;

use cipher::Cipher;
use contract::{Code, Problem};
use rusqlite::Connection;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The store of one device. Cheap to clone; all clones share one connection.
#[derive(Clone)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
    cipher: Arc<Cipher>,
    is_new: bool,
}

impl Store {
    /// Opens the store in a file, sealed with the key.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] where the file was sealed with another key.
    pub(crate) fn open(file: &Path, key: &DeviceKey) -> Result<Self, StoreError> {
        Self::over(open::in_file(file)?, key)
    }

    /// A store that ends with the process.
    pub(crate) fn in_memory(key: &DeviceKey) -> Result<Self, StoreError> {
        Self::over(open::in_memory()?, key)
    }

    fn over(connection: Connection, key: &DeviceKey) -> Result<Self, StoreError> {
        let cipher = Cipher::new(key);
        let is_new = open::check_key(&connection, &cipher)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)), cipher: Arc::new(cipher), is_new })
    }

    /// Whether nothing was ever kept in it before.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new
    }

    fn with<R>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        work(&mut self.connection.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Why the store could not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was sealed with another key, or its rows were changed.
    #[error("what is kept on this device was sealed with another key")]
    WrongKey,
    /// SQLite refused.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// Something cannot be written as JSON.
    #[error("it cannot be written down: {0}")]
    Form(#[from] serde_json::Error),
    /// The system gave no folder or no randomness.
    #[error("{0}")]
    System(String),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the device's store");
        Self::new(match &error {
            StoreError::WrongKey => Code::DeviceKeyWrong,
            StoreError::Sqlite(rusqlite::Error::SqliteFailure(cause, _))
                if cause.code == rusqlite::ErrorCode::DiskFull =>
            {
                Code::DiskFull
            }
            _ => Code::DeviceStoreFailed,
        })
    }
}
