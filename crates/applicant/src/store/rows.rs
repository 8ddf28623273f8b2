//! Reading and writing the store's rows.

use super::{Store, StoreError};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The name of a person's timeline among what was seen.
pub(crate) fn timeline_of(person: PersonId) -> String {
    format!("timeline/{person}")
}

/// The name of the messages about a person among what was seen.
pub(crate) fn thread_of(person: PersonId) -> String {
    format!("thread/{person}")
}

/// The name of sending a person's photo.
pub(crate) fn photo_of(person: PersonId) -> String {
    format!("photo/{person}")
}

pub(super) const READ_DRAFT: &str = "SELECT sealed FROM draft WHERE account = ?1 AND page = ?2";
pub(super) const WRITE_DRAFT: &str =
    "INSERT OR REPLACE INTO draft (account, page, sealed) VALUES (?1, ?2, ?3)";

impl Store {
    pub(crate) fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.with(|db| {
            let query = "SELECT value FROM setting WHERE name = ?1";
            Ok(db.query_row(query, [name], |row| row.get(0)).optional()?)
        })
    }

    pub(crate) fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
                [name, value],
            )?;
            Ok(())
        })
    }

    /// Removes every row, and what SQLite would leave of them in its files.
    pub(crate) fn erase(&self) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            let tables = [
                "draft",
                "outbox",
                "picture",
                "picture_part",
                "seen",
                "sending",
                "sent",
                "setting",
            ];
            for table in tables {
                transaction.execute(&format!("DELETE FROM {table}"), [])?;
            }
            transaction.commit()?;
            db.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
            Ok(())
        })
    }

    pub(crate) fn draft(&self, account: &str, key: DraftKey) -> Result<Option<Draft>, StoreError> {
        self.read(READ_DRAFT, "draft", account, &key.to_string())
    }

    pub(crate) fn save_draft(
        &self,
        account: &str,
        key: DraftKey,
        draft: &Draft,
    ) -> Result<(), StoreError> {
        self.write(WRITE_DRAFT, "draft", account, &key.to_string(), draft)
    }

    pub(crate) fn discard_draft(&self, account: &str, key: DraftKey) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(
                "DELETE FROM draft WHERE account = ?1 AND page = ?2",
                [account, &key.to_string()],
            )?;
            Ok(())
        })
    }

    pub(crate) fn seen<T: DeserializeOwned>(
        &self,
        account: &str,
        what: &str,
    ) -> Result<Option<T>, StoreError> {
        self.read("SELECT sealed FROM seen WHERE account = ?1 AND what = ?2", "seen", account, what)
    }

    pub(crate) fn keep_seen<T: Serialize>(
        &self,
        account: &str,
        what: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let write = "INSERT OR REPLACE INTO seen (account, what, sealed) VALUES (?1, ?2, ?3)";
        self.write(write, "seen", account, what, value)
    }

    fn read<T: DeserializeOwned>(
        &self,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        self.with(|db| self.read_in(db, query, table, account, key))
    }

    /// The same while the connection is held.
    pub(super) fn read_in<T: DeserializeOwned>(
        &self,
        db: &Connection,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        let sealed: Option<Vec<u8>> =
            db.query_row(query, [account, key], |row| row.get(0)).optional()?;
        let Some(sealed) = sealed else { return Ok(None) };
        let plain = self.cipher.open(&place(table, account, key), &sealed)?;
        match serde_json::from_slice(&plain) {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                // Written by another version of the app: what it was for is asked again.
                tracing::warn!(%error, table, "a kept row is of another form and is left alone");
                Ok(None)
            }
        }
    }

    fn write<T: Serialize>(
        &self,
        write: &str,
        table: &str,
        account: &str,
        key: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        self.with(|db| self.write_in(db, write, table, account, key, value))
    }

    /// The same while the connection is held.
    pub(super) fn write_in<T: Serialize>(
        &self,
        db: &Connection,
        write: &str,
        table: &str,
        account: &str,
        key: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let sealed = self.cipher.seal(&place(table, account, key), &serde_json::to_vec(value)?)?;
        db.execute(write, params![account, key, sealed])?;
        Ok(())
    }
}

/// Where a row stands: what its seal is bound to.
pub(super) fn place(table: &str, account: &str, key: &str) -> String {
    format!("{table}\n{account}\n{key}")
}
