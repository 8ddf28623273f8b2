//! A look over the file when it is opened: whether its pages hold together, and whether what waits to
//! be sent can be read. A row that vanished with its page would be missed by nobody but its sender.

use super::aside::aside_of;
use super::{Store, StoreError, salvage};
use crate::outbox::{Kind, Row};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

/// The bytes of pictures are long, and each part is checked when it is read.
const LONG: &str = "picture_part";

/// Refuses a file in which rows are missing or out of place, though it can be read.
///
/// # Errors
/// [`StoreError::Unsound`].
pub(super) fn must_be_sound(db: &Connection) -> Result<(), StoreError> {
    for table in salvage::tables(db)? {
        if table == LONG {
            continue;
        }
        let check = format!("PRAGMA integrity_check({table})");
        let said: String = db.query_row(&check, [], |row| row.get(0))?;
        if said != "ok" {
            return Err(StoreError::Unsound(said));
        }
    }
    Ok(())
}

impl Store {
    /// Sets aside what waits to be sent and cannot be read any more; says whether there was any. The
    /// draft that it was made of is where it was, but for a message's.
    pub(crate) fn sift(&self) -> Result<bool, StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            let mut found = false;
            for account in accounts(&transaction)? {
                for id in self.unreadable(&transaction, &account)? {
                    tracing::error!(id, "a row that waits to be sent is set aside");
                    let sql = "UPDATE outbox SET account = ?2 WHERE id = ?1";
                    transaction.execute(sql, params![id, aside_of(&account)])?;
                    found = true;
                }
            }
            transaction.commit()?;
            Ok(found)
        })
    }

    /// The keys of the rows that cannot be read, each with the file that goes before it, or the photo
    /// that comes after it.
    fn unreadable(&self, db: &Connection, account: &str) -> Result<Vec<String>, StoreError> {
        let can_be_read = |row: &Row| match self.snapshot_in(db, account, row) {
            // Another version of the app reads it.
            Ok(_) | Err(StoreError::NewerForm) => Ok(true),
            Err(StoreError::WrongKey | StoreError::Form(_)) => Ok(false),
            Err(error) => Err(error),
        };
        let mut rows = Vec::new();
        for row in self.rows_in(db, account)? {
            if can_be_read(&row)? {
                rows.push(row);
            }
        }
        let is_whole = |row: &&Row| match row.kind {
            Kind::File => rows.iter().any(|photo| photo.parent == Some(row.id)),
            _ => row.parent.is_none_or(|file| rows.iter().any(|it| it.id == file)),
        };
        let whole: BTreeSet<String> =
            rows.iter().filter(is_whole).map(|row| row.id.to_string()).collect();
        let mut query = db.prepare("SELECT id FROM outbox WHERE account = ?1")?;
        let ids: Vec<String> =
            query.query_map([account], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids.into_iter().filter(|id| !whole.contains(id)).collect())
    }
}

/// Every account for which something waits.
pub(super) fn accounts(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query =
        db.prepare("SELECT DISTINCT account FROM outbox WHERE account NOT LIKE 'aside/%'")?;
    let accounts = query.query_map([], |row| row.get(0))?;
    Ok(accounts.collect::<rusqlite::Result<_>>()?)
}
