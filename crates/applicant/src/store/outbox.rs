//! The rows of what waits to be sent. What is sent is fixed when it is handed over: its bytes, their
//! hash and its key, sealed. A row goes only in the transaction that keeps its receipt or opens its
//! draft again.

use super::rows::{DISCARD_DRAFT, READ_DRAFT, WRITE_DRAFT, place};
use super::sending::digest;
use super::{Store, StoreError, forms};
use crate::outbox::{Kind, Row, Standing, State, reopened};
use contract::draft::{Draft, DraftKey};
use contract::id::{IdempotencyKey, PersonId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What is sent, as it was when it was handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// The body, as JSON.
    pub(crate) body: Value,
    /// SHA-256 of it, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// The draft that it was made of.
    pub(crate) draft: Option<Draft>,
}

/// Something new to be sent.
#[derive(Debug)]
pub(crate) struct New<'a> {
    /// Its key, unless the same was sent before under another one.
    pub(crate) id: IdempotencyKey,
    /// What kind.
    pub(crate) kind: Kind,
    /// Whom it is about.
    pub(crate) people: &'a [PersonId],
    /// The draft that it was made of.
    pub(crate) draft: DraftKey,
    /// What it was made of, as far as it says that itself: for where another window typed on meanwhile,
    /// and the draft is that one's.
    pub(crate) typed: Option<Draft>,
    /// Of a photo, the file that goes first: its row's key and body.
    pub(crate) file: Option<(IdempotencyKey, Value)>,
    /// What earlier versions called such a write while it was under way.
    pub(crate) former: Option<&'a str>,
    /// When.
    pub(crate) now: Timestamp,
}

const COLUMNS: &str =
    "id, kind, people, parent, queued_at, state, attempts, next_try, unanswered, problem";

impl Store {
    /// Keeps something to be sent and gives its row's key: the former one where the very same waits
    /// already. What was refused of the same page goes, and a message's draft with it.
    pub(crate) fn queue<B: Serialize>(
        &self,
        account: &str,
        new: &New<'_>,
        body: &B,
    ) -> Result<IdempotencyKey, StoreError> {
        let value = serde_json::to_value(body)?;
        let sha256 = hash(&value)?;
        self.with(|db| {
            let transaction = db.transaction()?;
            for row in self.rows_in(&transaction, account)? {
                let is_of_page = row.what().is_some_and(|what| what.draft() == new.draft);
                if !is_of_page {
                    continue;
                }
                if row.standing.state == State::Stuck {
                    remove(&transaction, &row)?;
                    continue;
                }
                // The same words can be two messages.
                let is_same = match new.kind {
                    Kind::Message => row.id == new.id,
                    _ => self.snapshot_in(&transaction, account, &row)?.sha256 == sha256,
                };
                if is_same {
                    return Ok(row.id);
                }
            }
            let (mut id, mut is_known) = (new.id, false);
            if let Some(former) = new.former
                && let Some(key) = self.key_in_use(&transaction, account, former, &digest(body)?)?
            {
                (id, is_known) = (key, true);
                let sql = "DELETE FROM sending WHERE account = ?1 AND what = ?2";
                transaction.execute(sql, [account, former])?;
            }
            let page = new.draft.to_string();
            // What another window typed is no part of this, and stays.
            let is_of_another = self.is_of_another(&transaction, account, &page)?;
            let draft = match is_of_another {
                true => new.typed.clone(),
                false => self.read_in(&transaction, READ_DRAFT, "draft", account, &page)?,
            };
            if let Some((file, body)) = &new.file {
                let sha256 = hash(body)?;
                let snapshot = Snapshot { body: body.clone(), sha256, draft: None };
                // It may have arrived: then the same write gets its receipt without the bytes.
                let state = if is_known { State::Arrived } else { State::Waiting };
                let standing = Standing { state, ..Standing::queued(new.now) };
                let row = Row {
                    id: *file,
                    kind: Kind::File,
                    people: new.people.to_vec(),
                    parent: None,
                    queued_at: new.now,
                    standing,
                };
                self.insert(&transaction, account, &row, &snapshot)?;
            }
            let standing = Standing { unanswered: is_known, ..Standing::queued(new.now) };
            let row = Row {
                id,
                kind: new.kind,
                people: new.people.to_vec(),
                parent: new.file.as_ref().map(|(file, _)| *file),
                queued_at: new.now,
                standing,
            };
            self.insert(&transaction, account, &row, &Snapshot { body: value, sha256, draft })?;
            if new.kind == Kind::Message && !is_of_another {
                // The next message can be written meanwhile.
                transaction.execute(DISCARD_DRAFT, [account, &page])?;
            }
            transaction.commit()?;
            Ok(id)
        })
    }

    /// Everything of an account that waits, in order.
    pub(crate) fn outbox(&self, account: &str) -> Result<Vec<Row>, StoreError> {
        self.with(|db| self.rows_in(db, account))
    }

    /// One row.
    pub(crate) fn outbox_row(
        &self,
        account: &str,
        id: IdempotencyKey,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.outbox(account)?.into_iter().find(|row| row.id == id))
    }

    /// What a row sends. [`StoreError::WrongKey`] where it is not what was handed over.
    pub(crate) fn snapshot(&self, account: &str, row: &Row) -> Result<Snapshot, StoreError> {
        self.with(|db| self.snapshot_in(db, account, row))
    }

    /// Keeps where a row stands; nothing where it is gone.
    pub(crate) fn put_standing(
        &self,
        account: &str,
        id: IdempotencyKey,
        standing: &Standing,
    ) -> Result<(), StoreError> {
        self.with(|db| self.put_standing_in(db, account, id, standing))
    }

    /// Keeps that a row was refused and opens its draft again; a photo's file no longer waits.
    pub(crate) fn stick(
        &self,
        account: &str,
        row: &Row,
        standing: &Standing,
    ) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            self.open_again(&transaction, account, row)?;
            remove_file(&transaction, row)?;
            self.put_standing_in(&transaction, account, row.id, standing)?;
            Ok(transaction.commit()?)
        })
    }

    /// Removes a row and opens its draft again; one that was refused has its draft already.
    pub(crate) fn take_back(&self, account: &str, row: &Row) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            if row.standing.state != State::Stuck {
                self.open_again(&transaction, account, row)?;
            }
            remove(&transaction, row)?;
            Ok(transaction.commit()?)
        })
    }

    /// Removes what waits about a person whose picture or draft was discarded, but for what may be
    /// there already.
    pub(super) fn drop_photo(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        for row in self.rows_in(db, account)? {
            let is_theirs = row.kind == Kind::Photo && row.people == [person];
            if is_theirs && !row.standing.unanswered {
                remove(db, &row)?;
            }
        }
        Ok(())
    }

    pub(super) fn open_again(
        &self,
        db: &Connection,
        account: &str,
        row: &Row,
    ) -> Result<(), StoreError> {
        let Some(what) = row.what() else { return Ok(()) };
        let Some(back) = self.snapshot_in(db, account, row)?.draft else { return Ok(()) };
        let page = what.draft().to_string();
        let kept = self.read_in::<Draft>(db, READ_DRAFT, "draft", account, &page)?;
        self.write_in(db, WRITE_DRAFT, "draft", account, &page, &reopened(kept, back))
    }

    pub(super) fn rows_in(&self, db: &Connection, account: &str) -> Result<Vec<Row>, StoreError> {
        let query = format!("SELECT {COLUMNS} FROM outbox WHERE account = ?1 ORDER BY number");
        let mut query = db.prepare_cached(&query)?;
        let mut rows = query.query([account])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            // Without what went wrong the last time it is sent all the same.
            let problem = row.get::<_, Option<Vec<u8>>>(9)?.and_then(|sealed| {
                let place = place("outbox/problem", account, &id);
                let plain = self.cipher.open(&place, &sealed).ok()?;
                forms::read("problem", &id, &plain).ok()
            });
            let kind: String = row.get(1)?;
            let people: String = row.get(2)?;
            let state: String = row.get(5)?;
            let time = |ms| Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH);
            let (Ok(id), Some(kind), Some(state)) = (id.parse(), kind_of(&kind), state_of(&state))
            else {
                // Nothing that this version could send.
                continue;
            };
            all.push(Row {
                id,
                kind,
                people: people.split_whitespace().filter_map(|it| it.parse().ok()).collect(),
                parent: row.get::<_, Option<String>>(3)?.and_then(|it| it.parse().ok()),
                queued_at: time(row.get(4)?),
                standing: Standing {
                    state,
                    attempts: row.get(6)?,
                    next_try: time(row.get(7)?),
                    unanswered: row.get(8)?,
                    problem,
                },
            });
        }
        Ok(all)
    }

    pub(super) fn snapshot_in(
        &self,
        db: &Connection,
        account: &str,
        row: &Row,
    ) -> Result<Snapshot, StoreError> {
        let id = row.id.to_string();
        let query = "SELECT body FROM outbox WHERE account = ?1 AND id = ?2";
        let sealed: Option<Vec<u8>> =
            db.query_row(query, [account, &id], |row| row.get(0)).optional()?;
        let sealed = sealed.ok_or_else(|| StoreError::System("the row is gone".to_owned()))?;
        let plain = self.cipher.open(&place("outbox", account, &id), &sealed)?;
        let snapshot: Snapshot = forms::read("outbox", &id, &plain)?;
        if hash(&snapshot.body)? == snapshot.sha256 {
            Ok(snapshot)
        } else {
            Err(StoreError::WrongKey)
        }
    }

    pub(super) fn insert(
        &self,
        db: &Transaction<'_>,
        account: &str,
        row: &Row,
        snapshot: &Snapshot,
    ) -> Result<(), StoreError> {
        let id = row.id.to_string();
        let body = forms::write("outbox", snapshot)?;
        let body = self.cipher.seal(&place("outbox", account, &id), &body)?;
        db.execute(
            "INSERT INTO outbox (id, account, kind, people, parent, body, queued_at, state,
                                 attempts, next_try, unanswered)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                account,
                kind_name(row.kind),
                names(&row.people),
                row.parent.map(|parent| parent.to_string()),
                body,
                row.queued_at.as_millisecond(),
                row.standing.state.as_str(),
                row.standing.attempts,
                row.standing.next_try.as_millisecond(),
                row.standing.unanswered,
            ],
        )?;
        Ok(())
    }

    pub(super) fn put_standing_in(
        &self,
        db: &Connection,
        account: &str,
        id: IdempotencyKey,
        standing: &Standing,
    ) -> Result<(), StoreError> {
        let id = id.to_string();
        let problem = match &standing.problem {
            Some(problem) => {
                let plain = forms::write("problem", problem)?;
                Some(self.cipher.seal(&place("outbox/problem", account, &id), &plain)?)
            }
            None => None,
        };
        db.execute(
            "UPDATE outbox SET state = ?3, attempts = ?4, next_try = ?5, unanswered = ?6,
                               problem = ?7
             WHERE account = ?1 AND id = ?2",
            params![
                account,
                id,
                standing.state.as_str(),
                standing.attempts,
                standing.next_try.as_millisecond(),
                standing.unanswered,
                problem,
            ],
        )?;
        Ok(())
    }
}

/// Removes a row, and the file that goes before it.
pub(super) fn remove(db: &Connection, row: &Row) -> Result<(), StoreError> {
    remove_file(db, row)?;
    db.execute("DELETE FROM outbox WHERE id = ?1", [row.id.to_string()])?;
    Ok(())
}

fn remove_file(db: &Connection, row: &Row) -> Result<(), StoreError> {
    if let Some(parent) = row.parent {
        db.execute("DELETE FROM outbox WHERE id = ?1", [parent.to_string()])?;
    }
    Ok(())
}

pub(super) fn names(people: &[PersonId]) -> String {
    people.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn hash(body: &Value) -> Result<String, StoreError> {
    let hash = Sha256::digest(serde_json::to_vec(body)?);
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}

const KINDS: [(Kind, &str); 4] = [
    (Kind::Address, "address"),
    (Kind::File, "photo_file"),
    (Kind::Photo, "photo"),
    (Kind::Message, "message"),
];

fn kind_name(kind: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
}

fn kind_of(name: &str) -> Option<Kind> {
    KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
}

fn state_of(name: &str) -> Option<State> {
    State::ALL.into_iter().find(|state| state.as_str() == name)
}
