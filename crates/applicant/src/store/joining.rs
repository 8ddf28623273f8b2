//! Taking along what was kept until the app is closed, where its user enters the passphrase later on:
//! everything is sealed anew under the key of the file that it opens, in one transaction.

use super::parts::Pictured;
use super::rows::{WRITE_DRAFT, place};
use super::{Store, StoreError, pictures, sifting};
use contract::draft::Draft;
use contract::id::PersonId;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};

/// A table whose rows are taken along unread, in the place of those that there are: its account's
/// column, what tells its rows from each other, what is sealed of them, and what else is kept.
struct Unread {
    table: &'static str,
    columns: &'static [&'static str],
}

const UNREAD: [Unread; 3] = [
    Unread { table: "seen", columns: &["account", "what", "sealed"] },
    Unread { table: "sending", columns: &["account", "what", "body", "key"] },
    Unread { table: "sent", columns: &["account", "id", "sealed", "seen"] },
];

impl Store {
    /// Takes in what `session` holds, which is sealed with another key. It is newer, and takes the place
    /// of what there is; but of a draft that differs both stay where they are, as between two windows:
    /// the session's is not written before its typist has seen the other one.
    pub(crate) fn join(&self, session: &Self) -> Result<(), StoreError> {
        session.with(|old| {
            self.with(|db| {
                let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let joining = Joining { file: self, session, old, db: &transaction };
                joining.settings()?;
                joining.drafts()?;
                // A picture takes what waits of the former one with it, before its own joins.
                joining.pictures()?;
                joining.outbox()?;
                for table in UNREAD {
                    joining.unread(table)?;
                }
                Ok(transaction.commit()?)
            })
        })?;
        session.revisions.learn(&self.revisions);
        Ok(())
    }
}

struct Joining<'a> {
    file: &'a Store,
    session: &'a Store,
    old: &'a Connection,
    db: &'a Transaction<'a>,
}

impl Joining<'_> {
    fn settings(&self) -> Result<(), StoreError> {
        let mut query = self.old.prepare("SELECT name, value FROM setting")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (name, value): (String, String) = (row.get(0)?, row.get(1)?);
            let write = "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)";
            self.db.execute(write, [name, value])?;
        }
        Ok(())
    }

    fn drafts(&self) -> Result<(), StoreError> {
        let mut query = self.old.prepare("SELECT account, page, sealed FROM draft")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (account, page, sealed): (String, String, Vec<u8>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let ours: Draft = self.session.opened("draft", &account, &page, &sealed)?;
            self.file.clear_the_way(self.db, &account, &page)?;
            let theirs = self.file.draft_in(self.db, &account, &account, &page)?;
            if theirs.is_none_or(|theirs| theirs == ours) {
                self.file.write_in(self.db, WRITE_DRAFT, "draft", &account, &page, &ours)?;
            }
        }
        Ok(())
    }

    fn pictures(&self) -> Result<(), StoreError> {
        let mut query = self.old.prepare("SELECT account, person FROM picture")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (account, person): (String, String) = (row.get(0)?, row.get(1)?);
            let Ok(person) = person.parse::<PersonId>() else { continue };
            let Some(row) = self.session.row(self.old, &account, person)? else { continue };
            pictures::remove(self.db, &account, person)?;
            self.file.drop_photo(self.db, &account, person)?;
            self.file.put_row(self.db, &account, person, &row)?;
            for what in Pictured::ALL {
                let bytes = self.session.bytes_in(self.old, &account, person, &row, what)?;
                if let Some(bytes) = bytes {
                    self.file.put_bytes(self.db, &account, person, &row, what, &bytes)?;
                }
            }
        }
        Ok(())
    }

    fn outbox(&self) -> Result<(), StoreError> {
        for account in sifting::accounts(self.old)? {
            for row in self.session.rows_in(self.old, &account)? {
                let snapshot = self.session.snapshot_in(self.old, &account, &row)?;
                self.file.insert(self.db, &account, &row, &snapshot)?;
                self.file.put_standing_in(self.db, &account, row.id, &row.standing)?;
            }
        }
        Ok(())
    }

    fn unread(&self, Unread { table, columns }: Unread) -> Result<(), StoreError> {
        let (names, marks) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
        let mut read = self.old.prepare(&format!("SELECT {names} FROM {table} ORDER BY rowid"))?;
        let write = format!("INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})");
        let mut write = self.db.prepare(&write)?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let (account, key, sealed): (String, String, Vec<u8>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let place = place(table, &account, &key);
            let plain = self.session.cipher.open(&place, &sealed)?;
            let mut values = (0..columns.len())
                .map(|column| row.get(column))
                .collect::<rusqlite::Result<Vec<Value>>>()?;
            values[2] = Value::Blob(self.file.cipher.seal(&place, &plain)?);
            write.execute(params_from_iter(values))?;
        }
        Ok(())
    }
}
