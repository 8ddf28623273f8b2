//! Connections to one SQLite file: several that read, one that writes, all used on threads that may
//! block. Opens the file, sets it up and brings its schema up to date.

use crate::store::{StoreError, Stored};
use crossbeam_channel::Sender;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::sync::{Mutex, oneshot};

/// Readers side by side; WAL lets them read while somebody writes.
const READERS: usize = 4;
/// Statements that a connection keeps prepared: more than there are.
const STATEMENTS: usize = 256;
/// How long a connection waits for another process that writes.
const BUSY: Duration = Duration::from_secs(5);

/// One file for each step of the schema; `user_version` counts those that were taken.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_retention.sql"),
    include_str!("migrations/0003_browsers.sql"),
    include_str!("migrations/0004_chunks.sql"),
    include_str!("migrations/0005_examinations.sql"),
    include_str!("migrations/0006_invitations.sql"),
    include_str!("migrations/0007_credentials.sql"),
    include_str!("migrations/0008_messages.sql"),
    include_str!("migrations/0009_mail.sql"),
    include_str!("migrations/0010_secrets.sql"),
];

type Reading = Box<dyn FnOnce(&mut Connection) + Send>;

/// Connections to one file.
pub(super) struct Pool {
    writer: Arc<Mutex<Connection>>,
    /// To threads that own a connection each, and end with the sender.
    readers: Option<Sender<Reading>>,
    threads: Vec<JoinHandle<()>>,
}

impl Pool {
    pub(super) fn open(path: &Path) -> Stored<Self> {
        let mut writer = connect(path)?;
        migrate(&mut writer)?;
        let (readers, readings) = crossbeam_channel::unbounded::<Reading>();
        let start = |_| {
            let (mut connection, readings) = (connect(path)?, readings.clone());
            let read = move || readings.iter().for_each(|reading| reading(&mut connection));
            thread::Builder::new().name("reader".into()).spawn(read).map_err(failed)
        };
        let threads = (0..READERS).map(start).collect::<Stored<_>>()?;
        Ok(Self { writer: Arc::new(Mutex::new(writer)), readers: Some(readers), threads })
    }

    /// Reads in one transaction, so that everything read fits together.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        let (told, answer) = oneshot::channel();
        let reading: Reading = Box::new(move |connection| {
            let read = || in_transaction(connection, TransactionBehavior::Deferred, work);
            // A panic is the asker's, and the thread goes on: the transaction was rolled back.
            if let Ok(done) = catch_unwind(AssertUnwindSafe(read)) {
                // Whoever asked may have gone.
                let _ = told.send(done);
            }
        });
        let readers = self.readers.as_ref().ok_or_else(|| failed("the store is closed"))?;
        readers.send(reading).map_err(failed)?;
        answer.await.map_err(failed)?
    }

    /// Writes in one transaction: all of it or nothing.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        self.write_with("FULL", work).await
    }

    /// The same, for what may be forgotten in a power cut: nobody was promised anything, and nobody
    /// waits for the disk. The next [`Self::write`] brings it there.
    pub(super) async fn write_soon<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        self.write_with("NORMAL", work).await
    }

    /// Each says anew what it waits for, so that one that panics leaves nothing behind for the next.
    async fn write_with<T: Send + 'static>(
        &self,
        synchronous: &'static str,
        work: impl FnOnce(&Transaction<'_>) -> Stored<T> + Send + 'static,
    ) -> Stored<T> {
        let mut writer = self.writer.clone().lock_owned().await;
        blocking(move || {
            writer.pragma_update(None, "synchronous", synchronous)?;
            in_transaction(&mut writer, TransactionBehavior::Immediate, work)
        })
        .await
    }
}

/// Closes the file: what its log still holds of what was removed goes with the last connection.
impl Drop for Pool {
    fn drop(&mut self) {
        self.readers = None;
        for thread in self.threads.drain(..) {
            // A reader that panicked has closed its connection, too.
            let _ = thread.join();
        }
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Stored<T> + Send + 'static,
) -> Stored<T> {
    tokio::task::spawn_blocking(work).await.map_err(failed)?
}

fn in_transaction<T>(
    connection: &mut Connection,
    behaviour: TransactionBehavior,
    work: impl FnOnce(&Transaction<'_>) -> Stored<T>,
) -> Stored<T> {
    let transaction = connection.transaction_with_behavior(behaviour)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

pub(super) fn connect(path: &Path) -> Stored<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A prepared statement is kept whatever is bound to it; otherwise most are prepared anew each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A receipt is a promise: what was committed outlives a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // Temporary passwords wait in the mails table until they are delivered.
    connection.pragma_update(None, "secure_delete", "ON")?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> Stored<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: u32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let taken = usize::try_from(version).unwrap_or(usize::MAX);
    if taken > MIGRATIONS.len() {
        return Err(StoreError::Failed(
            "the database was written by a newer version of the portal".into(),
        ));
    }
    for migration in &MIGRATIONS[taken..] {
        transaction.execute_batch(migration)?;
    }
    let all = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    transaction.pragma_update(None, "user_version", all)?;
    transaction.commit()?;
    Ok(())
}

fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            _ => Self::Failed(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = connect(&folder.path().join("full.sqlite")).expect("a database");
        connection
            .execute_batch("PRAGMA max_page_count = 2; CREATE TABLE t (x);")
            .expect("two pages");
        let error =
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))", []).expect_err("no room");
        assert!(matches!(StoreError::from(error), StoreError::Full));
    }

    #[test]
    fn a_file_that_had_arrived_before_chunks_is_not_carried_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("older.sqlite");
        let older = Connection::open(&path).expect("a database");
        for migration in &MIGRATIONS[..3] {
            older.execute_batch(migration).expect("an older schema");
        }
        let rows = "PRAGMA user_version = 3;
                    INSERT INTO households VALUES ('h', 'E000000001', '2025-01-01', 'active', 1);
                    INSERT INTO people VALUES ('p', 'h', 0, 'A', 'B', '1990-01-01', '1', NULL, 'principal');
                    INSERT INTO uploads VALUES ('p', 'u', 'o', 7, '00ff', 'png', x'01', 5);";
        older.execute_batch(rows).expect("an upload");
        drop(older);
        drop(Pool::open(&path).expect("the newest schema"));
        let newest = connect(&path).expect("a database");
        let count = |table: &str| -> i64 {
            let query = format!("SELECT count(*) FROM {table}");
            newest.query_row(&query, [], |row| row.get(0)).expect("a number")
        };
        assert_eq!([count("people"), count("uploads")], [1, 0]);
    }

    #[test]
    fn a_database_of_a_newer_portal_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("newer.sqlite");
        drop(Pool::open(&path).expect("a database"));
        Connection::open(&path)
            .and_then(|connection| connection.pragma_update(None, "user_version", 99))
            .expect("a newer version");
        let error = Pool::open(&path).err().expect("a refusal");
        assert!(error.to_string().contains("newer version"), "{error}");
    }

    #[tokio::test]
    async fn a_reading_that_panics_costs_nobody_else_a_reader() {
        let folder = tempfile::tempdir().expect("a folder");
        let pool = Pool::open(&folder.path().join("panics.sqlite")).expect("a database");
        for _ in 0..=READERS {
            let panics = pool.read(|_| -> Stored<()> { panic!("on purpose") }).await;
            assert!(panics.is_err());
        }
        let one = |db: &Transaction<'_>| -> Stored<i64> {
            Ok(db.query_row("SELECT 1", [], |row| row.get(0))?)
        };
        assert_eq!(pool.read(one).await.expect("an answer"), 1);
    }
}
