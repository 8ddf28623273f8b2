//! Reading and writing the store's rows.

use super::{Store, StoreError};
use contract::draft::{Draft, DraftKey};
use contract::host::PickedPhoto;
use contract::id::{IdempotencyKey, PersonId, UploadId};
use rusqlite::{OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What is known about a picked picture besides its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PictureRow {
    /// What the page shows.
    pub(crate) photo: PickedPhoto,
    /// Under which id its bytes are sent, however often.
    pub(crate) upload: UploadId,
}

impl Store {
    pub(crate) fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.with(|db| {
            let query = "SELECT value FROM setting WHERE name = ?1";
            Ok(db.query_row(query, [name], |row| row.get(0)).optional()?)
        })
    }

    pub(crate) fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
                [name, value],
            )?;
            Ok(())
        })
    }

    pub(crate) fn draft(&self, account: &str, key: DraftKey) -> Result<Option<Draft>, StoreError> {
        let page = key.to_string();
        let query = "SELECT sealed FROM draft WHERE account = ?1 AND page = ?2";
        self.read(query, "draft", account, &page)
    }

    pub(crate) fn save_draft(
        &self,
        account: &str,
        key: DraftKey,
        draft: &Draft,
    ) -> Result<(), StoreError> {
        let page = key.to_string();
        let write = "INSERT OR REPLACE INTO draft (account, page, sealed) VALUES (?1, ?2, ?3)";
        self.write(write, "draft", account, &page, draft)
    }

    pub(crate) fn discard_draft(&self, account: &str, key: DraftKey) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(
                "DELETE FROM draft WHERE account = ?1 AND page = ?2",
                [account, &key.to_string()],
            )?;
            Ok(())
        })
    }

    pub(crate) fn seen<T: DeserializeOwned>(
        &self,
        account: &str,
        what: &str,
    ) -> Result<Option<T>, StoreError> {
        self.read("SELECT sealed FROM seen WHERE account = ?1 AND what = ?2", "seen", account, what)
    }

    pub(crate) fn keep_seen<T: Serialize>(
        &self,
        account: &str,
        what: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let write = "INSERT OR REPLACE INTO seen (account, what, sealed) VALUES (?1, ?2, ?3)";
        self.write(write, "seen", account, what, value)
    }

    pub(crate) fn keep_picture(
        &self,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let person = person.to_string();
        let facts =
            self.cipher.seal(&place("picture", account, &person), &serde_json::to_vec(row)?)?;
        let bytes = self.cipher.seal(&place("picture/bytes", account, &person), bytes)?;
        self.with(|db| {
            let write = "INSERT OR REPLACE INTO picture (account, person, facts, bytes) VALUES (?1, ?2, ?3, ?4)";
            db.execute(write, params![account, person, facts, bytes])?;
            Ok(())
        })
    }

    pub(crate) fn picture(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<Option<PictureRow>, StoreError> {
        let query = "SELECT facts FROM picture WHERE account = ?1 AND person = ?2";
        self.read(query, "picture", account, &person.to_string())
    }

    pub(crate) fn picture_bytes(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let query = "SELECT bytes FROM picture WHERE account = ?1 AND person = ?2";
        self.read_bytes(query, "picture/bytes", account, &person.to_string())
    }

    pub(crate) fn discard_picture(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute(
                "DELETE FROM picture WHERE account = ?1 AND person = ?2",
                [account, &person.to_string()],
            )?;
            Ok(())
        })
    }

    /// The key under which `body` is sent to `what`: the one already in use for the same body, so
    /// that sending again after a crash or a lost reply is the same write, else `fresh`.
    pub(crate) fn sending_key<B: Serialize>(
        &self,
        account: &str,
        what: &str,
        body: &B,
        fresh: IdempotencyKey,
    ) -> Result<IdempotencyKey, StoreError> {
        let body = Sha256::digest(serde_json::to_vec(body)?).to_vec();
        self.with(|db| {
            let transaction = db.transaction()?;
            let query = "SELECT key FROM sending WHERE account = ?1 AND what = ?2 AND body = ?3";
            let kept: Option<String> = transaction
                .query_row(query, params![account, what, body], |row| row.get(0))
                .optional()?;
            if let Some(key) = kept.and_then(|key| key.parse().ok()) {
                return Ok(key);
            }
            let write =
                "INSERT OR REPLACE INTO sending (account, what, body, key) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(write, params![account, what, body, fresh.to_string()])?;
            transaction.commit()?;
            Ok(fresh)
        })
    }

    /// Forgets the key of a write that was answered for good.
    pub(crate) fn sent(&self, account: &str, what: &str) -> Result<(), StoreError> {
        self.with(|db| {
            db.execute("DELETE FROM sending WHERE account = ?1 AND what = ?2", [account, what])?;
            Ok(())
        })
    }

    fn read<T: DeserializeOwned>(
        &self,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<T>, StoreError> {
        match self.read_bytes(query, table, account, key)? {
            Some(plain) => Ok(Some(serde_json::from_slice(&plain)?)),
            None => Ok(None),
        }
    }

    fn read_bytes(
        &self,
        query: &str,
        table: &str,
        account: &str,
        key: &str,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let sealed: Option<Vec<u8>> = self
            .with(|db| Ok(db.query_row(query, [account, key], |row| row.get(0)).optional()?))?;
        sealed.map(|sealed| self.cipher.open(&place(table, account, key), &sealed)).transpose()
    }

    fn write<T: Serialize>(
        &self,
        write: &str,
        table: &str,
        account: &str,
        key: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let sealed = self.cipher.seal(&place(table, account, key), &serde_json::to_vec(value)?)?;
        self.with(|db| {
            db.execute(write, params![account, key, sealed])?;
            Ok(())
        })
    }
}

/// Where a row stands: what its seal is bound to.
fn place(table: &str, account: &str, key: &str) -> String {
    format!("{table}\n{account}\n{key}")
}
