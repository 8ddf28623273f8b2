//! Opening the store's file: pragmas, schema, and the check that the key is the one it was sealed
//! with.

use super::StoreError;
use super::cipher::Cipher;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// Each entry brings the schema one version further.
const MIGRATIONS: &[&str] =
    &[include_str!("schema.sql"), include_str!("pictures.sql"), include_str!("outbox.sql")];
const CHECK_PLACE: &str = "key_check";
const CHECK: &[u8] = b"landed";

/// What an opened file is, and what its user must know of it.
pub(super) struct File {
    pub(super) connection: Connection,
    /// Pictures of the first version were in it, which are asked for again.
    pub(super) lost_pictures: bool,
}

pub(super) fn in_file(file: &Path) -> Result<File, StoreError> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    prepare(connection)
}

pub(super) fn in_memory() -> Result<File, StoreError> {
    prepare(Connection::open_in_memory()?)
}

fn prepare(mut connection: Connection) -> Result<File, StoreError> {
    // A second instance of the app may be writing.
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    let mut lost_pictures = false;
    if version(&connection)? < MIGRATIONS.len() {
        // Asked again with the right to write: meanwhile a second instance may have done it.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let from = version(&transaction)?;
        lost_pictures = from == 1 && has_pictures(&transaction)?;
        for (number, migration) in (1_u32..).zip(MIGRATIONS).skip(from) {
            transaction.execute_batch(migration)?;
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.commit()?;
        // What a migration dropped is not to stay in the log.
        empty_log(&connection)?;
    }
    if version(&connection)? > MIGRATIONS.len() {
        return Err(StoreError::NewerSchema);
    }
    Ok(File { connection, lost_pictures })
}

/// How many migrations the file has behind it.
fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(version as usize)
}

fn has_pictures(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM picture)", [], |row| row.get(0))?)
}

/// Moves what is in the log to the main file, and empties it. A reader in another window can be in
/// its way for as long as one query takes; then it is left for the next time.
pub(super) fn empty_log(connection: &Connection) -> Result<(), StoreError> {
    let busy: bool =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        tracing::warn!("the log could not be emptied just now");
    }
    Ok(())
}

/// Checks the key against the file's; says whether the file was new, and so had none.
pub(super) fn check_key(connection: &Connection, cipher: &Cipher) -> Result<bool, StoreError> {
    let sealed = cipher.seal(CHECK_PLACE, CHECK)?;
    // Of two windows that begin a file at once, the first seals it.
    let is_new = match kept_check(connection)? {
        Some(_) => false,
        None => {
            let write = "INSERT OR IGNORE INTO key_check (one, sealed) VALUES (1, ?1)";
            connection.execute(write, [sealed])? == 1
        }
    };
    let kept = kept_check(connection)?.ok_or(StoreError::WrongKey)?;
    cipher.open(CHECK_PLACE, &kept).map(|_| is_new)
}

/// Whether the file was sealed with this key, as far as that can be read.
pub(super) fn has_key(connection: &Connection, cipher: &Cipher) -> bool {
    let kept = kept_check(connection).ok().flatten();
    kept.is_some_and(|kept| cipher.open(CHECK_PLACE, &kept).is_ok())
}

fn kept_check(connection: &Connection) -> Result<Option<Vec<u8>>, StoreError> {
    let query = "SELECT sealed FROM key_check";
    Ok(connection.query_row(query, [], |row| row.get(0)).optional()?)
}
