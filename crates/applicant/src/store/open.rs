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

pub(super) fn in_file(file: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(file)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    prepare(connection)
}

pub(super) fn in_memory() -> Result<Connection, StoreError> {
    prepare(Connection::open_in_memory()?)
}

fn prepare(mut connection: Connection) -> Result<Connection, StoreError> {
    // A second instance of the app may be writing.
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    if version(&connection)? < MIGRATIONS.len() {
        // Asked again with the right to write: meanwhile a second instance may have done it.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (number, migration) in (1_u32..).zip(MIGRATIONS).skip(version(&transaction)?) {
            transaction.execute_batch(migration)?;
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.commit()?;
    }
    Ok(connection)
}

/// How many migrations the file has behind it.
fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(version as usize)
}

/// Checks the key against the file's; says whether the file was new, and so had none.
pub(super) fn check_key(connection: &Connection, cipher: &Cipher) -> Result<bool, StoreError> {
    let sealed: Option<Vec<u8>> =
        connection.query_row("SELECT sealed FROM key_check", [], |row| row.get(0)).optional()?;
    match sealed {
        Some(sealed) => cipher.open(CHECK_PLACE, &sealed).map(|_| false),
        None => {
            let sealed = cipher.seal(CHECK_PLACE, CHECK)?;
            connection.execute("INSERT INTO key_check (one, sealed) VALUES (1, ?1)", [sealed])?;
            Ok(true)
        }
    }
}
