//! The bytes of picked pictures, sealed in parts, so that a source of forty megabytes is never held a
//! second time to be sealed or opened. No part can stand for another.

use super::pictures::PictureRow;
use super::rows::place;
use super::{Store, StoreError};
use contract::id::PersonId;
use contract::picked::Examined;
use rusqlite::{Connection, params};

/// Bytes of a picture that are sealed at a time.
const PART: usize = 1024 * 1024;

/// Which bytes of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pictured {
    /// As it was picked.
    Source,
    /// As it is shown.
    Preview,
    /// As it will be sent.
    Prepared,
    /// What is seen in it as it was picked.
    SourceJudged,
    /// What is seen in it as it will be sent.
    PreparedJudged,
}

impl Pictured {
    pub(super) const ALL: [Self; 5] =
        [Self::Source, Self::Preview, Self::Prepared, Self::SourceJudged, Self::PreparedJudged];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Preview => "preview",
            Self::Prepared => "prepared",
            Self::SourceJudged => "source-judged",
            Self::PreparedJudged => "prepared-judged",
        }
    }
}

impl From<Examined> for Pictured {
    fn from(which: Examined) -> Self {
        match which {
            Examined::Source => Self::Source,
            Examined::Prepared => Self::Prepared,
        }
    }
}

impl Store {
    /// The bytes of the picture picked for a person.
    pub(crate) fn picture_bytes(
        &self,
        account: &str,
        person: PersonId,
        what: Pictured,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        self.with(|db| match self.row(db, account, person)? {
            Some(row) => self.bytes_in(db, account, person, &row, what),
            None => Ok(None),
        })
    }

    pub(super) fn bytes_in(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        what: Pictured,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let key = person.to_string();
        let of_it = params![account, key, what.as_str()];
        let query = "SELECT COUNT(*), SUM(LENGTH(sealed)) FROM picture_part
                     WHERE account = ?1 AND person = ?2 AND what = ?3";
        let (parts, size): (u32, Option<u32>) =
            db.query_row(query, of_it, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some(size) = size else { return Ok(None) };
        let mut bytes = Vec::with_capacity(size as usize);
        let mut query = db.prepare(
            "SELECT sealed FROM picture_part
             WHERE account = ?1 AND person = ?2 AND what = ?3 ORDER BY number",
        )?;
        let mut rows = query.query(of_it)?;
        let mut number = 0;
        while let Some(found) = rows.next()? {
            let sealed = found.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
            let place = part_place(row, what, account, &key, number, parts);
            bytes.extend_from_slice(&self.cipher.open(&place, sealed)?);
            number += 1;
        }
        Ok(Some(bytes))
    }

    pub(super) fn put_bytes(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
        row: &PictureRow,
        what: Pictured,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        remove_part(db, account, person, what)?;
        let person = person.to_string();
        let mut write = db.prepare_cached(
            "INSERT INTO picture_part (account, person, what, number, sealed)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let parts = u32::try_from(bytes.len().div_ceil(PART)).unwrap_or(u32::MAX);
        for (number, part) in (0..parts).zip(bytes.chunks(PART)) {
            let place = part_place(row, what, account, &person, number, parts);
            let sealed = self.cipher.seal(&place, part)?;
            write.execute(params![account, person, what.as_str(), number, sealed])?;
        }
        Ok(())
    }
}

/// Removes these bytes of a picture.
pub(super) fn remove_part(
    db: &Connection,
    account: &str,
    person: PersonId,
    what: Pictured,
) -> Result<(), StoreError> {
    let remove = "DELETE FROM picture_part WHERE account = ?1 AND person = ?2 AND what = ?3";
    db.execute(remove, params![account, person.to_string(), what.as_str()])?;
    Ok(())
}

/// What the seal of a part is bound to: its place among how many, and the very pick or file that it
/// is of, so that no part can stand for another.
fn part_place(
    row: &PictureRow,
    what: Pictured,
    account: &str,
    person: &str,
    number: u32,
    parts: u32,
) -> String {
    let of = match (what, &row.outgoing) {
        (Pictured::Prepared | Pictured::PreparedJudged, Some(outgoing)) => outgoing.upload,
        _ => row.pick,
    };
    let table = format!("picture/{}/{of}/{number}/{parts}", what.as_str());
    place(&table, account, person)
}
