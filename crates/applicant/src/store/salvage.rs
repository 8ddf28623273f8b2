//! Taking along what can still be read of a damaged file, row by row. Rows that no longer open are
//! left behind; they are in the copy that was set aside.

use super::cipher::Cipher;
use super::rows::place;
use super::{DeviceKey, Pictured, Store, StoreError, open};
use contract::id::PersonId;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;

impl Store {
    /// Takes along what can be read of `damaged`, which was sealed with the same key. Says how many
    /// rows came along. Whatever fails ends the taking from that table, and nothing else.
    pub(crate) fn salvage(&self, damaged: &Path, key: &DeviceKey) -> Result<usize, StoreError> {
        let Ok(old) = open_damaged(damaged) else { return Ok(0) };
        // Rows of another key would be no use, nor could anyone tell what they are. The check of the
        // key may be what was damaged.
        let cipher = Cipher::new(key);
        if !open::has_key(&old, &cipher) && !opens_any(&old, &cipher) {
            return Ok(0);
        }
        let taken = self.with(|db| {
            let transaction = db.transaction()?;
            let mut taken = 0;
            for table in tables(&transaction)? {
                taken += copy(&old, &transaction, &table)?;
            }
            transaction.commit()?;
            Ok(taken)
        })?;
        self.drop_broken_pictures()?;
        Ok(taken)
    }

    /// Takes in every row of another store, which is sealed with the same key.
    pub(crate) fn take_in(&self, other: &Self) -> Result<(), StoreError> {
        other.with(|old| {
            self.with(|db| {
                let transaction = db.transaction()?;
                for table in tables(&transaction)? {
                    copy(old, &transaction, &table)?;
                }
                Ok(transaction.commit()?)
            })
        })
    }

    /// Removes pictures of which not every part came along: they are picked again.
    fn drop_broken_pictures(&self) -> Result<(), StoreError> {
        let all: Vec<(String, String)> = self.with(|db| {
            let mut query = db.prepare(
                "SELECT account, person FROM picture UNION SELECT account, person FROM picture_part",
            )?;
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })?;
        for (account, person) in all {
            let Ok(person) = person.parse::<PersonId>() else { continue };
            if !self.is_whole(&account, person) {
                self.discard_picture(&account, person)?;
            }
        }
        Ok(())
    }

    fn is_whole(&self, account: &str, person: PersonId) -> bool {
        let Ok(Some(row)) = self.picture(account, person) else { return false };
        let has = |what| matches!(self.picture_bytes(account, person, what), Ok(Some(_)));
        has(Pictured::Source)
            && has(Pictured::Preview)
            && (row.outgoing.is_none() || has(Pictured::Prepared))
    }
}

/// Whether anything in the file was sealed with this key.
fn opens_any(old: &Connection, cipher: &Cipher) -> bool {
    let sealed =
        [("draft", "page", "sealed"), ("seen", "what", "sealed"), ("outbox", "id", "body")];
    sealed.iter().any(|(table, key, column)| {
        let query = format!("SELECT account, {key}, {column} FROM {table} NOT INDEXED");
        let Ok(mut query) = old.prepare(&query) else { return false };
        let Ok(mut rows) = query.query([]) else { return false };
        while let Ok(Some(row)) = rows.next() {
            let opens = || -> rusqlite::Result<bool> {
                let (account, key): (String, String) = (row.get(0)?, row.get(1)?);
                let sealed: Vec<u8> = row.get(2)?;
                Ok(cipher.open(&place(table, &account, &key), &sealed).is_ok())
            };
            if opens().unwrap_or(false) {
                return true;
            }
        }
        false
    })
}

fn open_damaged(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let old = Connection::open_with_flags(file, flags)?;
    // Otherwise nothing at all is read of a file that was cut short.
    old.pragma_update(None, "writable_schema", "ON")?;
    Ok(old)
}

/// The tables that hold what is kept: all but the check of the key.
pub(super) fn tables(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut query = db.prepare(
        "SELECT name FROM sqlite_master
         WHERE type = 'table' AND name <> 'key_check' AND name NOT LIKE 'sqlite_%'",
    )?;
    let names = query.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Copies the rows of a table up to the first that cannot be read, and from the other end up to the
/// same. A table that the old file does not have gives none.
fn copy(old: &Connection, new: &Connection, table: &str) -> Result<usize, StoreError> {
    let mut columns: Vec<String> = Vec::new();
    new.pragma(None, "table_info", table, |row| {
        columns.push(row.get("name")?);
        Ok(())
    })?;
    let (names, marks) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
    let write = format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})");
    let mut write = new.prepare(&write)?;
    let mut taken = 0;
    for order in ["ASC", "DESC"] {
        // By number, which needs no index.
        let read = format!("SELECT {names} FROM {table} NOT INDEXED ORDER BY rowid {order}");
        let Ok(mut read) = old.prepare(&read) else { break };
        let Ok(mut rows) = read.query([]) else { continue };
        while let Ok(Some(row)) = rows.next() {
            let values = (0..columns.len()).map(|column| row.get(column));
            let Ok(values) = values.collect::<rusqlite::Result<Vec<Value>>>() else { continue };
            taken += write.execute(params_from_iter(values))?;
        }
    }
    Ok(taken)
}
