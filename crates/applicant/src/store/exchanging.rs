//! Going over to another file while the app runs: after the former was damaged, removed or locked, and
//! where another window of the app put a new one in its place.

use super::{DeviceKey, Store, StoreError, open};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The file that is open, if it is one.
#[derive(Debug, Default)]
pub(super) struct OpenFile(Mutex<Option<(PathBuf, Option<Identity>)>>);

impl OpenFile {
    pub(super) fn is_now(&self, file: Option<&Path>) {
        let file = file.map(|file| (file.to_owned(), Identity::of(file)));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = file;
    }

    fn is_that_of(&self, other: &Self) {
        let file = other.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = file;
    }

    /// Whether what lies under its name is no longer it.
    fn is_astray(&self) -> bool {
        let file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.as_ref().is_some_and(|(path, identity)| Identity::of(path) != *identity)
    }
}

/// What tells a file from another one that takes its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Identity(u64, u64);

impl Identity {
    #[cfg(unix)]
    fn of(file: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        std::fs::metadata(file).ok().map(|it| Self(it.dev(), it.ino()))
    }

    /// Where a file that is open is not renamed nor removed, its name is enough.
    #[cfg(not(unix))]
    fn of(file: &Path) -> Option<Self> {
        file.exists().then_some(Self(0, 0))
    }
}

impl Store {
    /// Whether another window of the app moved or removed the file under this one.
    pub(crate) fn is_astray(&self) -> bool {
        self.file.is_astray()
    }

    /// Goes over to another store, which was opened with this key. Its file is the one that was opened:
    /// another window may have put a new one in its place by now.
    pub(crate) fn go_over(&self, other: Self, key: &DeviceKey) -> Result<(), StoreError> {
        let file = Arc::clone(&other.file);
        self.take_over(other, key)?;
        self.file.is_that_of(&file);
        Ok(())
    }

    /// Lets go of the file, so that it can be moved or removed; until [`Store::go_over`], what is kept
    /// ends with the process. A file that was damaged is left as it is.
    pub(crate) fn let_go(&self, key: &DeviceKey) -> Result<(), StoreError> {
        self.with(|db| {
            db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
            Ok(())
        })?;
        self.take_over(Self::in_memory(key)?, key)?;
        self.file.is_now(None);
        Ok(())
    }

    fn take_over(&self, other: Self, key: &DeviceKey) -> Result<(), StoreError> {
        let Self { connection, .. } = other;
        let nothing = open::in_memory()?.connection;
        let other: Connection = {
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut connection, nothing)
        };
        self.with(|db| {
            self.cipher.exchange(key);
            *db = other;
            Ok(())
        })
    }
}
