//! Two windows of the app over one store: which writing of each draft this one has seen. What the
//! other wrote meanwhile is never written over unless its user was shown that very writing.

use super::cipher::NONCE;
use super::rows::{DISCARD_DRAFT, READ_DRAFT, WRITE_DRAFT};
use super::{Store, StoreError};
use contract::draft::{Draft, DraftKey};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The beginning of a sealed row, which is its nonce: no two writings have the same.
type Revision = Vec<u8>;

/// So many writings of a draft are remembered: the last one may not have come to be, when the disk was
/// full; then the one before it is there still.
const REMEMBERED: usize = 8;

/// Which writings of each draft this process made or saw, by account and page; none of them where there
/// was no draft.
#[derive(Debug, Default)]
pub(super) struct Revisions(Mutex<HashMap<(String, String), Vec<Revision>>>);

impl Revisions {
    /// What the process that made or saw `other` has seen, this one has seen too.
    pub(super) fn learn(&self, other: &Self) {
        self.seen().extend(std::mem::take(&mut *other.seen()));
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<(String, String), Vec<Revision>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The page that was open last is each window's own affair: the last to say counts.
fn is_anybodys(page: &str) -> bool {
    page == DraftKey::Place.to_string()
}

impl Store {
    /// Notes the row of a draft that was read or written just now; nothing where there was none.
    pub(super) fn note_revision(&self, account: &str, page: &str, sealed: Option<&[u8]>) {
        let mut seen = self.revisions.seen();
        let all = seen.entry((account.to_owned(), page.to_owned())).or_default();
        if let Some(sealed) = sealed {
            let there = beginning(sealed);
            all.retain(|other| other != there);
            all.push(there.to_vec());
            all.drain(..all.len().saturating_sub(REMEMBERED));
        }
    }

    /// Forgets what was seen of a draft: whatever is there next was not written over it.
    pub(super) fn forget_revision(&self, account: &str, page: &str) {
        self.revisions.seen().remove(&(account.to_owned(), page.to_owned()));
    }

    /// Refuses to write over what this process has not seen. What is gone may be written again.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`].
    pub(super) fn must_have_seen(
        &self,
        db: &Connection,
        account: &str,
        page: &str,
    ) -> Result<(), StoreError> {
        let Some(there) = revision(db, account, page)? else { return Ok(()) };
        let seen = self.revisions.seen().get(&(account.to_owned(), page.to_owned())).cloned();
        match seen {
            // Nothing was ever read: what is there is of an earlier start.
            None => self.clear_the_way(db, account, page),
            Some(seen) if seen.contains(&there) || is_anybodys(page) => Ok(()),
            Some(_) => Err(StoreError::ChangedElsewhere),
        }
    }

    /// Whether what is kept of a draft is another window's, and this one has not seen it.
    pub(super) fn is_of_another(
        &self,
        db: &Connection,
        account: &str,
        page: &str,
    ) -> Result<bool, StoreError> {
        match self.must_have_seen(db, account, page) {
            Ok(()) => Ok(false),
            Err(StoreError::ChangedElsewhere) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Removes the draft of a page, unless another window typed on meanwhile.
    pub(crate) fn discard_seen(&self, account: &str, key: DraftKey) -> Result<(), StoreError> {
        let page = key.to_string();
        self.with(|db| {
            let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if !self.is_of_another(&transaction, account, &page)? {
                transaction.execute(DISCARD_DRAFT, [account, &page])?;
            }
            Ok(transaction.commit()?)
        })
    }
}

impl Store {
    /// The draft of a page as another window left it, with the name of that writing; nothing where
    /// there is none, or where this process has seen it. Looking at it is not having seen it: it is
    /// written over with [`Store::save_over`] only.
    pub(crate) fn draft_elsewhere(
        &self,
        account: &str,
        key: DraftKey,
    ) -> Result<Option<(Draft, String)>, StoreError> {
        let page = key.to_string();
        self.with(|db| {
            let sealed: Option<Vec<u8>> =
                db.query_row(READ_DRAFT, [account, &page], |row| row.get(0)).optional()?;
            let Some(sealed) = sealed else { return Ok(None) };
            let there = beginning(&sealed);
            let seen = self.revisions.seen().get(&(account.to_owned(), page.clone())).cloned();
            if seen.is_none_or(|seen| seen.iter().any(|it| it == there)) {
                return Ok(None);
            }
            let draft = self.opened("draft", account, &page, &sealed)?;
            Ok(Some((draft, name(there))))
        })
    }

    /// Keeps a draft in place of the writing of this name, which its user was shown. Where it is the
    /// same, it stays as it is, so that it is nothing new to the window that wrote it.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] where yet another one was written meanwhile.
    pub(crate) fn save_over(
        &self,
        account: &str,
        key: DraftKey,
        draft: &Draft,
        version: &str,
    ) -> Result<(), StoreError> {
        let page = key.to_string();
        self.with(|db| {
            let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let sealed: Option<Vec<u8>> =
                transaction.query_row(READ_DRAFT, [account, &page], |row| row.get(0)).optional()?;
            match sealed {
                Some(sealed) if name(beginning(&sealed)) == version => {
                    let there: Draft = self.opened("draft", account, &page, &sealed)?;
                    self.note_revision(account, &page, Some(&sealed));
                    if there == *draft {
                        return Ok(());
                    }
                }
                // Gone, or written here.
                _ => self.must_have_seen(&transaction, account, &page)?,
            }
            self.write_in(&transaction, WRITE_DRAFT, "draft", account, &page, draft)?;
            Ok(transaction.commit()?)
        })
    }
}

fn beginning(sealed: &[u8]) -> &[u8] {
    &sealed[..sealed.len().min(NONCE)]
}

/// The name of a writing.
fn name(there: &[u8]) -> String {
    there.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What there is of a draft.
fn revision(db: &Connection, account: &str, page: &str) -> Result<Option<Revision>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT substr(sealed, 1, 24) FROM draft WHERE account = ?1 AND page = ?2",
    )?;
    Ok(query.query_row([account, page], |row| row.get(0)).optional()?)
}
