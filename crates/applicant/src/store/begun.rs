//! Everything that was begun under an account and is not sent yet, for the pages that tell it. Looking
//! at it here is not seeing it: another window's writing is still told on its page.

use super::rows::READ_DRAFT;
use super::same::people;
use super::{Store, StoreError};
use crate::outbox::{Row, State};
use contract::draft::facts::{Begun, KeptDraft, PickedFor};
use contract::draft::standing::Work;
use contract::draft::{Draft, DraftKey};
use rusqlite::Connection;

impl Store {
    /// What was begun. What cannot be read counts as nothing; its page tells.
    pub(crate) fn begun(&self, account: &str) -> Result<Begun, StoreError> {
        self.with(|db| {
            let mut begun = Begun::default();
            let mut query = db.prepare_cached("SELECT page FROM draft WHERE account = ?1")?;
            let pages = query.query_map([account], |row| row.get::<_, String>(0))?;
            for page in pages {
                let page = page?;
                let Some(key) = DraftKey::parse(&page).filter(|key| Work::of(*key).is_some())
                else {
                    continue;
                };
                if let Some(draft) = self.readable(db, account, &page)? {
                    begun.drafts.push(KeptDraft { key, draft });
                }
            }
            for person in people(db, "SELECT person FROM picture WHERE account = ?1", account, "")?
            {
                if let Some(row) = known(self.row(db, account, person))?.flatten() {
                    let prepared = row.photo.prepared.is_some();
                    begun.pictures.push(PickedFor { person, prepared });
                }
            }
            Ok(begun)
        })
    }

    /// Those of the refused rows whose draft was changed since.
    pub(crate) fn mended(&self, account: &str, rows: &[Row]) -> Result<Vec<Row>, StoreError> {
        let mut mended = Vec::new();
        self.with(|db| {
            for row in rows.iter().filter(|row| row.standing.state == State::Stuck) {
                let Some(what) = row.what() else { continue };
                let kept = self.readable(db, account, &what.draft().to_string())?;
                if kept != self.snapshot_in(db, account, row)?.draft {
                    mended.push(row.clone());
                }
            }
            Ok(mended)
        })
    }

    fn readable(
        &self,
        db: &Connection,
        account: &str,
        page: &str,
    ) -> Result<Option<Draft>, StoreError> {
        Ok(known(self.read_in(db, READ_DRAFT, "draft", account, page))?.flatten())
    }
}

/// Nothing where a row is damaged or of another version.
fn known<T>(read: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match read {
        Err(StoreError::WrongKey | StoreError::Form(_) | StoreError::NewerForm) => Ok(None),
        read => read.map(Some),
    }
}
