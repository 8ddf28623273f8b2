//! What is kept on the device, sealed: drafts, picked pictures, the last board, the keys of writes
//! under way, and what waits to be sent. SQLite in WAL mode with full synchronisation, so that what was
//! saved outlives a killed process and a power cut. Never holds a password or a session.

mod aside;
mod begun;
mod cipher;
mod exchanging;
mod forgetting;
pub(crate) mod forms;
mod joining;
mod judgements;
mod open;
mod outbox;
mod parts;
mod pictures;
mod receipts;
mod revisions;
mod rows;
mod salvage;
mod same;
mod sending;
mod sifting;
mod telling;
#[cfg(test)]
mod tests;
mod wrapped;

pub(crate) use cipher::DeviceKey;
pub(crate) use judgements::Judgement;
pub(crate) use outbox::{New, Snapshot};
pub(crate) use parts::Pictured;
pub(crate) use pictures::{Outgoing, PictureBytes, PictureRow};
#[cfg(test)]
pub(crate) use receipts::Kept as KeptReceipt;
pub(crate) use receipts::Received;
pub(crate) use rows::{photo_of, thread_of, timeline_of};
pub(crate) use same::SentPicture;
pub(crate) use sending::Settled;
pub(crate) use wrapped::WrappedKey;

use cipher::Cipher;
use contract::{Code, Problem};
use exchanging::OpenFile;
use revisions::Revisions;
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The store of one device. Cheap to clone; all clones share one connection.
#[derive(Clone)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
    cipher: Arc<Cipher>,
    is_new: bool,
    lost_pictures: bool,
    revisions: Arc<Revisions>,
    file: Arc<OpenFile>,
}

impl Store {
    /// Opens the store in a file, sealed with the key.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] where the file was sealed with another key.
    pub(crate) fn open(file: &Path, key: &DeviceKey) -> Result<Self, StoreError> {
        let store = Self::over(open::in_file(file)?, key)?;
        store.file.is_now(Some(file));
        store.with(|db| sifting::must_be_sound(db))?;
        Ok(store)
    }

    /// A store that ends with the process.
    pub(crate) fn in_memory(key: &DeviceKey) -> Result<Self, StoreError> {
        Self::over(open::in_memory()?, key)
    }

    fn over(file: open::File, key: &DeviceKey) -> Result<Self, StoreError> {
        let cipher = Cipher::new(key);
        let is_new = open::check_key(&file.connection, &cipher)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(file.connection)),
            cipher: Arc::new(cipher),
            is_new,
            lost_pictures: file.lost_pictures,
            revisions: Arc::default(),
            file: Arc::default(),
        })
    }

    /// Whether nothing was ever kept in it before.
    pub(crate) fn is_new(&self) -> bool {
        self.is_new
    }

    /// Whether pictures of a former version were in it, which could not be taken along.
    pub(crate) fn lost_pictures(&self) -> bool {
        self.lost_pictures
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
    /// A row was written by a newer version of the app.
    #[error("what is kept here was written by a newer version")]
    NewerForm,
    /// The file was written by a newer version of the app.
    #[error("the store was written by a newer version")]
    NewerSchema,
    /// Something was damaged, and was set aside.
    #[error("what is kept here was damaged and is set aside")]
    Damaged,
    /// The file can be read, but its pages contradict each other: something is missing from it.
    #[error("what is kept here does not hold together: {0}")]
    Unsound(String),
    /// Another window wrote the same draft meanwhile.
    #[error("another window changed this draft")]
    ChangedElsewhere,
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

impl StoreError {
    /// Whether the file itself is no database any more, as far as it was asked, or holds what no
    /// version of the app ever wrote.
    pub(crate) fn is_damage(&self) -> bool {
        use ErrorCode::{DatabaseCorrupt, NotADatabase};
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error,
        };
        match self {
            Self::Unsound(_) => true,
            // Tables are strict: a column of another type was not written by SQLite.
            Self::Sqlite(
                FromSqlConversionFailure(..)
                | IntegralValueOutOfRange(..)
                | InvalidColumnType(..)
                | Utf8Error(..),
            ) => true,
            _ => matches!(self.sqlite(), Some(DatabaseCorrupt | NotADatabase)),
        }
    }

    /// The same of a file that was just opened: where its own statements make no sense to SQLite, the
    /// file is not what they were written for (its version or its schema was written over).
    pub(crate) fn is_damage_at_opening(&self) -> bool {
        self.is_damage() || matches!(self.sqlite(), Some(ErrorCode::Unknown))
    }

    fn sqlite(&self) -> Option<ErrorCode> {
        match self {
            Self::Sqlite(error) => error.sqlite_error_code(),
            _ => None,
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the device’s store");
        Self::new(match &error {
            StoreError::WrongKey => Code::DeviceKeyWrong,
            StoreError::NewerForm | StoreError::NewerSchema => Code::DeviceDataNewer,
            StoreError::Damaged | StoreError::Unsound(_) => Code::DeviceDataDamaged,
            StoreError::ChangedElsewhere => Code::DraftChangedElsewhere,
            other => match other.sqlite() {
                Some(ErrorCode::DiskFull) => Code::DiskFull,
                Some(ErrorCode::ReadOnly) => Code::DeviceReadOnly,
                _ => Code::DeviceStoreFailed,
            },
        })
    }
}
