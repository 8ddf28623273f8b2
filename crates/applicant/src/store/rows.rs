//! Reading and writing the store's rows.

use super::{Store, StoreError, forms, open, salvage};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
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

pub(super) const DISCARD_DRAFT: &str = "DELETE FROM draft WHERE account = ?1 AND page = ?2";
pub(super) const READ_DRAFT: &str = "SELECT sealed FROM draft WHERE account = ?1 AND page = ?2";
pub(super) const WRITE_DRAFT: &str =
    "INSERT OR REPLACE INTO draft (account, page, sealed) VALUES (?1, ?2, ?3)";

pub(super) const READ_SEEN: &str = "SELECT sealed FROM seen WHERE account = ?1 AND what = ?2";
pub(super) const WRITE_SEEN: &str =
    "INSERT OR REPLACE INTO seen (account, what, sealed) VALUES (?1, ?2, ?3)";

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
            for table in salvage::tables(&transaction)? {
                transaction.execute(&format!("DELETE FROM {table}"), [])?;
            }
            transaction.commit()?;
            db.execute_batch("VACUUM")?;
            open::empty_log(db)
        })
    }

    /// A draft as it is kept. Pages get theirs with [`Store::open_draft`].
    pub(crate) fn draft(&self, account: &str, key: DraftKey) -> Result<Option<Draft>, StoreError> {
        let page = key.to_string();
        self.with(|db| {
            let sealed: Option<Vec<u8>> =
                db.query_row(READ_DRAFT, [account, &page], |row| row.get(0)).optional()?;
            // Of the very row that was read: another window may write at this moment.
            self.note_revision(account, &page, sealed.as_deref());
            sealed.map(|sealed| self.opened("draft", account, &page, &sealed)).transpose()
        })
    }

    /// The draft in a row that lies under one account and was sealed under another.
    pub(super) fn draft_in(
        &self,
        db: &Connection,
        lies: &str,
        sealed: &str,
        page: &str,
    ) -> Result<Option<Draft>, StoreError> {
        let row: Option<Vec<u8>> =
            db.query_row(READ_DRAFT, [lies, page], |row| row.get(0)).optional()?;
        row.map(|row| self.opened("draft", sealed, page, &row)).transpose()
    }

    pub(crate) fn save_draft(
        &self,
        account: &str,
        key: DraftKey,
        draft: &Draft,
    ) -> Result<(), StoreError> {
        let page = key.to_string();
        self.with(|db| {
            // No other window comes between what is seen and what is written.
            let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            self.must_have_seen(&transaction, account, &page)?;
            self.write_in(&transaction, WRITE_DRAFT, "draft", account, &page, draft)?;
            Ok(transaction.commit()?)
        })
    }

    /// Removes the draft of a page, whoever typed it.
    pub(crate) fn discard_draft(&self, account: &str, key: DraftKey) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(DISCARD_DRAFT, [account, &key.to_string()])?;
            Ok(())
        })
    }

    /// What was seen of the portal. Of another version, or damaged, it counts as none: the portal
    /// has it.
    pub(crate) fn seen<T: DeserializeOwned>(
        &self,
        account: &str,
        what: &str,
    ) -> Result<Option<T>, StoreError> {
        match self.with(|db| self.read_in(db, READ_SEEN, "seen", account, what)) {
            Err(error @ StoreError::WrongKey) => {
                tracing::warn!(%error, "what was seen is asked for again");
                Ok(None)
            }
            read => read,
        }
    }

    pub(crate) fn keep_seen<T: Serialize>(
        &self,
        account: &str,
        what: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        self.write(WRITE_SEEN, "seen", account, what, value)
    }

    /// The value in a row, brought forward where an earlier version of the app wrote it. One of a
    /// form that nobody knows counts as none.
    pub(super) fn read_in<T: DeserializeOwned>(
        &self,
        db: &Connection,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        match self.read_known(db, query, table, account, key) {
            Err(error @ (StoreError::NewerForm | StoreError::Form(_))) => {
                tracing::warn!(%error, table, "a kept row is of another form and is left alone");
                Ok(None)
            }
            read => read,
        }
    }

    /// The same where that must be told.
    ///
    /// # Errors
    /// [`StoreError::NewerForm`]; [`StoreError::Form`] where it is not of the form that it says.
    pub(super) fn read_known<T: DeserializeOwned>(
        &self,
        db: &Connection,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        let sealed: Option<Vec<u8>> =
            db.query_row(query, [account, key], |row| row.get(0)).optional()?;
        sealed.map(|sealed| self.opened(table, account, key, &sealed)).transpose()
    }

    pub(super) fn opened<T: DeserializeOwned>(
        &self,
        table: &str,
        account: &str,
        key: &str,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let plain = self.cipher.open(&place(table, account, key), sealed)?;
        forms::read(table, key, &plain)
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
        let sealed = self.cipher.seal(&place(table, account, key), &forms::write(table, value)?)?;
        if table == "draft" {
            self.note_revision(account, key, Some(&sealed));
        }
        db.execute(write, params![account, key, sealed])?;
        Ok(())
    }
}

/// Where a row stands: what its seal is bound to.
pub(super) fn place(table: &str, account: &str, key: &str) -> String {
    format!("{table}\n{account}\n{key}")
}
