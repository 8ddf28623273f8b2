//! Picked pictures, sealed: what is known of each in one row, its bytes in parts beside it. A pick
//! takes the place of the former with everything that was made of it.

use super::parts::{Pictured, remove_part};
use super::rows::place;
use super::{Store, StoreError, forms};
use contract::id::{PersonId, UploadId};
use contract::picked::PickedPhoto;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// What is known about a picked picture besides its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PictureRow {
    /// What the page shows. Who else has the same is looked up when it is shown.
    pub(crate) photo: PickedPhoto,
    /// Tells this pick from any other; the bytes are bound to it.
    pub(crate) pick: UploadId,
    /// SHA-256 of the source without its metadata, in lower-case hexadecimal.
    pub(crate) source_sha256: String,
    /// What will be sent, once it is made.
    pub(crate) outgoing: Option<Outgoing>,
}

impl PictureRow {
    /// Whether the file that will be sent is the one with this id.
    pub(crate) fn is_sent_as(&self, upload: UploadId) -> bool {
        self.outgoing.as_ref().is_some_and(|outgoing| outgoing.upload == upload)
    }
}

/// The file that will be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outgoing {
    /// Under which id, however often. Another file has another one.
    pub(crate) upload: UploadId,
    /// SHA-256 of it, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// Whether bytes of it may have arrived.
    pub(crate) begun: bool,
}

/// The bytes of a picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PictureBytes<'a> {
    /// As it was picked.
    pub(crate) source: &'a [u8],
    /// As it is shown.
    pub(crate) preview: &'a [u8],
    /// As it will be sent.
    pub(crate) prepared: Option<&'a [u8]>,
}

impl Store {
    /// Keeps a picture in place of any older one.
    pub(crate) fn keep_picture(
        &self,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        bytes: PictureBytes<'_>,
    ) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            remove(&transaction, account, person)?;
            self.drop_photo(&transaction, account, person)?;
            self.put_row(&transaction, account, person, row)?;
            let all = [
                (Pictured::Source, Some(bytes.source)),
                (Pictured::Preview, Some(bytes.preview)),
                (Pictured::Prepared, bytes.prepared),
            ];
            for (what, bytes) in all {
                if let Some(bytes) = bytes {
                    self.put_bytes(&transaction, account, person, row, what, bytes)?;
                }
            }
            Ok(transaction.commit()?)
        })
    }

    /// Keeps another file to be sent with the same picture; whether that is still the one.
    pub(crate) fn keep_prepared(
        &self,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        prepared: &[u8],
    ) -> Result<bool, StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            let kept = self.row(&transaction, account, person)?;
            if kept.is_none_or(|kept| kept.pick != row.pick) {
                return Ok(false);
            }
            self.drop_photo(&transaction, account, person)?;
            self.put_row(&transaction, account, person, row)?;
            self.put_bytes(&transaction, account, person, row, Pictured::Prepared, prepared)?;
            // What is seen in the former file says nothing of this one.
            remove_part(&transaction, account, person, Pictured::PreparedJudged)?;
            transaction.commit()?;
            Ok(true)
        })
    }

    /// Notes that bytes of this file may arrive from now on; whether some may have before. Nothing
    /// where another file is to be sent by now.
    pub(crate) fn begin_sending(
        &self,
        account: &str,
        person: PersonId,
        upload: UploadId,
    ) -> Result<Option<bool>, StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            let Some(mut row) = self.row(&transaction, account, person)? else { return Ok(None) };
            let Some(outgoing) = row.outgoing.as_mut().filter(|it| it.upload == upload) else {
                return Ok(None);
            };
            let begun = std::mem::replace(&mut outgoing.begun, true);
            self.put_row(&transaction, account, person, &row)?;
            transaction.commit()?;
            Ok(Some(begun))
        })
    }

    /// What is known about the picture picked for a person.
    pub(crate) fn picture(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<Option<PictureRow>, StoreError> {
        self.with(|db| self.row(db, account, person))
    }

    /// Removes the picture picked for a person.
    pub(crate) fn discard_picture(
        &self,
        account: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        self.with(|db| {
            let transaction = db.transaction()?;
            remove(&transaction, account, person)?;
            self.drop_photo(&transaction, account, person)?;
            Ok(transaction.commit()?)
        })
    }

    pub(super) fn row(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
    ) -> Result<Option<PictureRow>, StoreError> {
        let query = "SELECT facts FROM picture WHERE account = ?1 AND person = ?2";
        self.read_known(db, query, "picture", account, &person.to_string())
    }

    pub(super) fn put_row(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
        row: &PictureRow,
    ) -> Result<(), StoreError> {
        let person = person.to_string();
        let facts = forms::write("picture", row)?;
        let facts = self.cipher.seal(&place("picture", account, &person), &facts)?;
        let write = "INSERT OR REPLACE INTO picture (account, person, facts) VALUES (?1, ?2, ?3)";
        db.execute(write, params![account, person, facts])?;
        Ok(())
    }
}

/// Removes a picture with all its bytes.
pub(super) fn remove(db: &Connection, account: &str, person: PersonId) -> Result<(), StoreError> {
    for table in ["picture", "picture_part"] {
        let sql = format!("DELETE FROM {table} WHERE account = ?1 AND person = ?2");
        db.execute(&sql, [account, &person.to_string()])?;
    }
    Ok(())
}
