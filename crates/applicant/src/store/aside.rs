//! Rows that cannot be read: what a newer version of the app wrote, and what was damaged. They are
//! set aside in their table, never written over, and come back as soon as they can be read.

use super::{PictureRow, Store, StoreError, pictures};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use rusqlite::{Connection, OptionalExtension, params};

/// Under which account a row of this one lies when it is set aside. No account is named so.
pub(super) fn aside_of(account: &str) -> String {
    format!("aside/{account}")
}

impl Store {
    /// The draft of a page. One that cannot be read is set aside, which is told once; one that was
    /// set aside and can be read by now comes back.
    ///
    /// # Errors
    /// [`StoreError::NewerForm`], [`StoreError::Damaged`]: it was set aside just now.
    pub(crate) fn open_draft(
        &self,
        account: &str,
        key: DraftKey,
    ) -> Result<Option<Draft>, StoreError> {
        match self.draft(account, key) {
            Ok(Some(draft)) => return Ok(Some(draft)),
            Ok(None) => {}
            Err(error) => {
                let told = unreadable(error)?;
                let page = key.to_string();
                self.with(|db| move_rows(db, &DRAFT, account, &aside_of(account), &page))?;
                self.forget_revision(account, &page);
                return Err(told);
            }
        }
        let page = key.to_string();
        let is_back = self.with(|db| {
            let aside = aside_of(account);
            let there = has_row(db, &DRAFT, &aside, &page)?
                && self.draft_in(db, &aside, account, &page).is_ok();
            if there {
                move_rows(db, &DRAFT, &aside, account, &page)?;
            }
            Ok(there)
        })?;
        if is_back { self.draft(account, key) } else { Ok(None) }
    }

    /// Sets the picture picked for a person aside where what is known of it cannot be read; one that
    /// was set aside and can be read by now comes back where none took its place.
    ///
    /// # Errors
    /// [`StoreError::NewerForm`], [`StoreError::Damaged`]: it was set aside just now.
    pub(crate) fn set_bad_picture_aside(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        let (aside, key) = (aside_of(account), person.to_string());
        let move_all = |from: &str, to: &str| {
            self.with(|db| {
                let transaction = db.transaction()?;
                for table in [&PICTURE, &PARTS] {
                    move_rows(&transaction, table, from, to, &key)?;
                }
                Ok(transaction.commit()?)
            })
        };
        match self.picture(account, person) {
            Ok(Some(_)) => Ok(()),
            Ok(None) => {
                let can_be_read = self.with(|db| {
                    let query = "SELECT facts FROM picture WHERE account = ?1 AND person = ?2";
                    let row: Option<Vec<u8>> =
                        db.query_row(query, [&aside, &key], |row| row.get(0)).optional()?;
                    let read = |row: Vec<u8>| {
                        self.opened::<PictureRow>("picture", account, &key, &row).is_ok()
                    };
                    Ok(row.is_some_and(read))
                })?;
                if can_be_read { move_all(&aside, account) } else { Ok(()) }
            }
            Err(error) => {
                let told = unreadable(error)?;
                move_all(account, &aside)?;
                Err(told)
            }
        }
    }

    /// Sets aside what lies where a draft is about to be written, if it cannot be read.
    pub(super) fn clear_the_way(
        &self,
        db: &Connection,
        account: &str,
        page: &str,
    ) -> Result<(), StoreError> {
        match self.draft_in(db, account, account, page) {
            Ok(_) => Ok(()),
            Err(error) => {
                let told = unreadable(error)?;
                tracing::warn!(error = %told, "a draft is set aside");
                move_rows(db, &DRAFT, account, &aside_of(account), page)
            }
        }
    }
}

/// Removes what was set aside of a draft, and of a picture.
pub(super) fn remove(
    db: &Connection,
    account: &str,
    person: PersonId,
    pages: &[DraftKey],
) -> Result<(), StoreError> {
    let aside = aside_of(account);
    for page in pages {
        let sql = "DELETE FROM draft WHERE account = ?1 AND page = ?2";
        db.execute(sql, params![aside, page.to_string()])?;
    }
    pictures::remove(db, &aside, person)
}

/// What is told of a row that cannot be read; any other failure is passed on.
fn unreadable(error: StoreError) -> Result<StoreError, StoreError> {
    match error {
        StoreError::NewerForm => Ok(StoreError::NewerForm),
        StoreError::WrongKey | StoreError::Form(_) => Ok(StoreError::Damaged),
        other => Err(other),
    }
}

struct Table {
    name: &'static str,
    key: &'static str,
}

const DRAFT: Table = Table { name: "draft", key: "page" };
const PICTURE: Table = Table { name: "picture", key: "person" };
const PARTS: Table = Table { name: "picture_part", key: "person" };

fn has_row(db: &Connection, table: &Table, account: &str, key: &str) -> Result<bool, StoreError> {
    let Table { name, key: column } = table;
    let query =
        format!("SELECT EXISTS (SELECT 1 FROM {name} WHERE account = ?1 AND {column} = ?2)");
    Ok(db.query_row(&query, [account, key], |row| row.get(0))?)
}

/// Moves the rows of a key to another account's place. Of two that were set aside at one place, the
/// later stays: it was typed after the other.
fn move_rows(
    db: &Connection,
    table: &Table,
    from: &str,
    to: &str,
    key: &str,
) -> Result<(), StoreError> {
    let Table { name, key: column } = table;
    db.execute(&format!("DELETE FROM {name} WHERE account = ?1 AND {column} = ?2"), [to, key])?;
    let sql = format!("UPDATE {name} SET account = ?1 WHERE account = ?2 AND {column} = ?3");
    db.execute(&sql, [to, from, key])?;
    Ok(())
}
