//! Which picture is whose, by the hash of its source without metadata: a picture that was picked or
//! sent for one person is known again when it is picked for another.

use super::pictures;
use super::rows::place;
use super::{Store, StoreError, forms};
use contract::id::{PersonId, UploadId};
use rusqlite::{Connection, Transaction, params};

/// So many pictures that were sent are known again, a person.
const SENT: usize = 8;
/// How the names of the pictures sent begin, among what was seen.
const SENT_PHOTOS: &str = "sent-photos/";

/// A picture that was sent.
#[derive(Clone, Debug)]
pub(crate) struct SentPicture {
    /// As whose photo.
    pub(crate) person: PersonId,
    /// Under which id its file was sent.
    pub(crate) upload: UploadId,
    /// SHA-256 of the source without its metadata, in lower-case hexadecimal.
    pub(crate) source_sha256: String,
}

/// The name of the pictures sent for a person, among what was seen.
pub(super) fn sent_of(person: PersonId) -> String {
    format!("{SENT_PHOTOS}{person}")
}

impl Store {
    /// For whom else the same picture was picked or sent, by its hash.
    pub(crate) fn others_with(
        &self,
        account: &str,
        person: PersonId,
        source_sha256: &str,
    ) -> Result<Vec<PersonId>, StoreError> {
        let mut others = Vec::new();
        self.with(|db| {
            let query = "SELECT person FROM picture WHERE account = ?1";
            for other in people(db, query, account, "")? {
                let row = match self.row(db, account, other) {
                    // Told on the page of whom it was picked for.
                    Err(StoreError::WrongKey | StoreError::Form(_) | StoreError::NewerForm) => None,
                    row => row?,
                };
                if row.is_some_and(|row| row.source_sha256 == source_sha256) {
                    others.push(other);
                }
            }
            let query = "SELECT what FROM seen WHERE account = ?1";
            for other in people(db, query, account, SENT_PHOTOS)? {
                if self.sent(db, account, other)?.iter().any(|sent| sent == source_sha256) {
                    others.push(other);
                }
            }
            Ok(())
        })?;
        others.retain(|other| *other != person);
        others.sort_unstable();
        others.dedup();
        Ok(others)
    }

    /// Removes a picture that was sent and remembers which one it was; whether it was still the one
    /// at hand. One that took its place stays.
    pub(super) fn settle_picture(
        &self,
        db: &Transaction<'_>,
        account: &str,
        sent: &SentPicture,
    ) -> Result<bool, StoreError> {
        let row = self.row(db, account, sent.person)?;
        let is_at_hand = row.is_some_and(|row| row.is_sent_as(sent.upload));
        if is_at_hand {
            pictures::remove(db, account, sent.person)?;
        }
        let mut all = self.sent(db, account, sent.person)?;
        all.retain(|known| *known != sent.source_sha256);
        all.push(sent.source_sha256.clone());
        all.drain(..all.len().saturating_sub(SENT));
        let what = sent_of(sent.person);
        let sealed =
            self.cipher.seal(&place("seen", account, &what), &forms::write("seen", &all)?)?;
        let write = "INSERT OR REPLACE INTO seen (account, what, sealed) VALUES (?1, ?2, ?3)";
        db.execute(write, params![account, what, sealed])?;
        Ok(is_at_hand)
    }

    fn sent(
        &self,
        db: &Connection,
        account: &str,
        person: PersonId,
    ) -> Result<Vec<String>, StoreError> {
        let query = "SELECT sealed FROM seen WHERE account = ?1 AND what = ?2";
        let sent = self.read_in(db, query, "seen", account, &sent_of(person));
        match sent {
            // It helps to tell one picture from another; nothing is refused for want of it.
            Err(StoreError::WrongKey) => Ok(Vec::new()),
            sent => Ok(sent?.unwrap_or_default()),
        }
    }
}

/// The people whom the names in a table end with, of those names that begin so.
pub(super) fn people(
    db: &Connection,
    query: &str,
    account: &str,
    prefix: &str,
) -> Result<Vec<PersonId>, StoreError> {
    let mut query = db.prepare(query)?;
    let names = query.query_map([account], |row| row.get::<_, String>(0))?;
    let names = names.collect::<rusqlite::Result<Vec<_>>>()?;
    let people = names.iter().filter_map(|name| name.strip_prefix(prefix)?.parse().ok());
    Ok(people.collect())
}
