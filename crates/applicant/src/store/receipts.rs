//! What was sent from this device: the portal's word for it, sealed, kept in the very transaction in
//! which what it was made of goes.

use super::outbox::remove;
use super::rows::{DISCARD_DRAFT, READ_DRAFT, place};
use super::same::SentPicture;
use super::{Store, StoreError, forms};
use crate::outbox::{Kind, Row};
use contract::draft::Draft;
use contract::id::{IdempotencyKey, PersonId};
use contract::outbox::{Sent, What};
use contract::photo::PhotoReceipt;
use contract::receipt::Receipt;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// The portal's word for a write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub(crate) enum Received {
    /// An address or a message.
    Words(Receipt),
    /// A photo.
    Photo(PhotoReceipt),
}

impl Received {
    fn told(&self, id: IdempotencyKey, what: What) -> Sent {
        let (reference, at) = match self {
            Self::Words(receipt) => (&receipt.reference, receipt.at),
            Self::Photo(receipt) => (&receipt.reference, receipt.at),
        };
        Sent { id, what, reference: reference.clone(), at }
    }
}

/// A receipt as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    what: What,
    received: Received,
}

impl Store {
    /// Keeps the receipt of a row, and in the same moment removes the row and what it was made of: a
    /// picture that is still the one at hand, with its draft; a draft that is still as it was sent.
    pub(crate) fn receive(
        &self,
        account: &str,
        row: &Row,
        received: &Received,
        picture: Option<&SentPicture>,
        remembered: u32,
    ) -> Result<(), StoreError> {
        let Some(what) = row.what() else { return Ok(()) };
        if self.outbox_row(account, row.id)?.is_none() {
            // Its person is no longer this account's business, or everything was removed.
            return Ok(());
        }
        let snapshot = self.snapshot(account, row)?;
        let page = what.draft().to_string();
        self.with(|db| {
            let transaction = db.transaction()?;
            let is_done = match picture {
                Some(sent) => self.settle_picture(&transaction, account, sent)?,
                None => {
                    let kept: Option<Draft> =
                        self.read_in(&transaction, READ_DRAFT, "draft", account, &page)?;
                    row.kind != Kind::Message && kept == snapshot.draft
                }
            };
            if is_done {
                transaction.execute(DISCARD_DRAFT, [account, &page])?;
            }
            remove(&transaction, row)?;
            self.keep_receipt(
                &transaction,
                account,
                row.id,
                &Kept { what, received: received.clone() },
            )?;
            let sql = "DELETE FROM sent WHERE account = ?1 AND number NOT IN
                       (SELECT number FROM sent WHERE account = ?1 ORDER BY number DESC LIMIT ?2)";
            transaction.execute(sql, params![account, remembered])?;
            Ok(transaction.commit()?)
        })
    }

    /// The portal's word for a write, where it is remembered; with it, its reader has seen it.
    pub(crate) fn received(
        &self,
        account: &str,
        id: IdempotencyKey,
    ) -> Result<Option<(Received, Sent)>, StoreError> {
        self.with(|db| {
            let found = self.receipts_in(db, account, false)?.into_iter().find(|it| it.0 == id);
            let sql = "UPDATE sent SET seen = 1 WHERE account = ?1 AND id = ?2";
            db.execute(sql, [account, &id.to_string()])?;
            Ok(found.map(|(_, kept)| {
                let told = kept.received.told(id, kept.what);
                (kept.received, told)
            }))
        })
    }

    /// What was sent and its reader has not seen yet, the latest first.
    pub(crate) fn unseen(&self, account: &str) -> Result<Vec<Sent>, StoreError> {
        self.with(|db| {
            let all = self.receipts_in(db, account, true)?.into_iter();
            Ok(all.map(|(id, kept)| kept.received.told(id, kept.what)).collect())
        })
    }

    /// Its reader has seen that this was sent.
    pub(crate) fn note_seen(&self, account: &str, id: IdempotencyKey) -> Result<(), StoreError> {
        self.with(|db| {
            let sql = "UPDATE sent SET seen = 1 WHERE account = ?1 AND id = ?2";
            db.execute(sql, [account, &id.to_string()])?;
            Ok(())
        })
    }

    /// Takes a person out of what was sent; what was about them alone goes.
    pub(super) fn forget_receipts(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        for (id, mut kept) in self.receipts_in(db, account, false)? {
            if !kept.what.people().contains(&person) {
                continue;
            }
            if let What::Address { people } = &mut kept.what
                && people.len() > 1
            {
                people.retain(|other| *other != person);
                let sealed = self.seal_receipt(account, id, &kept)?;
                let sql = "UPDATE sent SET sealed = ?3 WHERE account = ?1 AND id = ?2";
                db.execute(sql, params![account, id.to_string(), sealed])?;
            } else {
                let sql = "DELETE FROM sent WHERE account = ?1 AND id = ?2";
                db.execute(sql, [account, &id.to_string()])?;
            }
        }
        Ok(())
    }

    fn keep_receipt(
        &self,
        db: &Connection,
        account: &str,
        id: IdempotencyKey,
        kept: &Kept,
    ) -> Result<(), StoreError> {
        let sealed = self.seal_receipt(account, id, kept)?;
        let sql = "INSERT OR REPLACE INTO sent (id, account, seen, sealed) VALUES (?1, ?2, 0, ?3)";
        db.execute(sql, params![id.to_string(), account, sealed])?;
        Ok(())
    }

    fn seal_receipt(
        &self,
        account: &str,
        id: IdempotencyKey,
        kept: &Kept,
    ) -> Result<Vec<u8>, StoreError> {
        let written = forms::write("sent", kept)?;
        self.cipher.seal(&place("sent", account, &id.to_string()), &written)
    }

    fn receipts_in(
        &self,
        db: &Connection,
        account: &str,
        unseen: bool,
    ) -> Result<Vec<(IdempotencyKey, Kept)>, StoreError> {
        let mut query = db.prepare_cached(
            "SELECT id, sealed FROM sent WHERE account = ?1 AND seen <= ?2 ORDER BY number DESC",
        )?;
        let mut rows = query.query(params![account, !unseen])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let sealed = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            // One that cannot be read is no longer told: the portal has what was sent.
            let Ok(plain) = self.cipher.open(&place("sent", account, &id), sealed) else {
                continue;
            };
            if let (Ok(key), Ok(kept)) = (id.parse(), forms::read("sent", &id, &plain)) {
                all.push((key, kept));
            }
        }
        Ok(all)
    }
}
