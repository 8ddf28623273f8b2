//! Writes under way: the key that each is sent under, on disk before the first byte goes out, and
//! removed together with what was typed once the portal has answered for good.

use super::rows::{DISCARD_DRAFT, place};
use super::{SentPicture, Store, StoreError};
use contract::draft::DraftKey;
use contract::id::IdempotencyKey;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What a write that was made is done with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settled {
    /// The draft it was typed in, unless another window typed on in it. With a picture, it goes only
    /// together with that one.
    pub(crate) draft: Option<DraftKey>,
    /// The picked picture that was sent.
    pub(crate) picture: Option<SentPicture>,
}

impl Settled {
    /// Done with a page's draft.
    pub(crate) fn draft(key: DraftKey) -> Self {
        Self { draft: Some(key), picture: None }
    }
}

impl Store {
    /// The key under which `body` is sent to `what`: the one already in use for the same body, so
    /// that sending again after a crash or a lost reply is the same write, else `fresh`.
    pub(crate) fn sending_key<B: Serialize>(
        &self,
        account: &str,
        what: &str,
        body: &B,
        fresh: IdempotencyKey,
    ) -> Result<IdempotencyKey, StoreError> {
        let body = digest(body)?;
        // Sealed, since an address can be guessed from its hash.
        let sealed = self.cipher.seal(&place("sending", account, what), &body)?;
        self.with(|db| {
            if let Some(key) = self.key_in_use(db, account, what, &body)? {
                return Ok(key);
            }
            let write =
                "INSERT OR REPLACE INTO sending (account, what, body, key) VALUES (?1, ?2, ?3, ?4)";
            db.execute(write, params![account, what, sealed, fresh.to_string()])?;
            Ok(fresh)
        })
    }

    /// Whether this very body may have been sent before.
    #[cfg(test)]
    pub(crate) fn is_sending<B: Serialize>(
        &self,
        account: &str,
        what: &str,
        body: &B,
    ) -> Result<bool, StoreError> {
        let body = digest(body)?;
        self.with(|db| Ok(self.key_in_use(db, account, what, &body)?.is_some()))
    }

    /// Forgets the key of a write that was answered for good, and in the same moment what it is
    /// done with.
    pub(crate) fn settle(
        &self,
        account: &str,
        what: &str,
        settled: &Settled,
    ) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            let is_done = match &settled.picture {
                Some(sent) => self.settle_picture(&transaction, account, sent)?,
                None => true,
            };
            if let Some(page) = settled.draft.filter(|_| is_done).map(|draft| draft.to_string()) {
                let is_theirs = settled.picture.is_none()
                    && self.is_of_another(&transaction, account, &page)?;
                if !is_theirs {
                    transaction.execute(DISCARD_DRAFT, [account, &page])?;
                }
            }
            let sql = "DELETE FROM sending WHERE account = ?1 AND what = ?2";
            transaction.execute(sql, [account, what])?;
            transaction.commit()?;
            Ok(())
        })
    }

    pub(super) fn key_in_use(
        &self,
        db: &Connection,
        account: &str,
        what: &str,
        body: &[u8],
    ) -> Result<Option<IdempotencyKey>, StoreError> {
        let query = "SELECT body, key FROM sending WHERE account = ?1 AND what = ?2";
        let row: Option<(Vec<u8>, String)> = db
            .query_row(query, [account, what], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((sealed, key)) = row else { return Ok(None) };
        let kept = self.cipher.open(&place("sending", account, what), &sealed)?;
        Ok(if *kept == body { key.parse().ok() } else { None })
    }
}

pub(super) fn digest<B: Serialize>(body: &B) -> Result<Vec<u8>, StoreError> {
    Ok(Sha256::digest(serde_json::to_vec(body)?).to_vec())
}
