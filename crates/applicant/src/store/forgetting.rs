//! Forgetting a person: whoever got an own account is no longer the business of the account that
//! acted for them, and nothing of theirs stays on its devices: no row, no page of the file, nothing in
//! its log, and nothing that was set aside.

use super::rows::{READ_DRAFT, WRITE_DRAFT, photo_of, thread_of, timeline_of};
use super::same::sent_of;
use super::telling::told_of;
use super::{Store, StoreError, aside, open, outbox, pictures};
use contract::draft::{DeclarationDraft, Draft, DraftKey};
use contract::id::PersonId;
use rusqlite::{Connection, params};

impl Store {
    /// Removes everything that is kept about a person under an account: pictures and what was seen
    /// in them, drafts, the timeline, and what was about to be sent. Of drafts for several people
    /// their part goes.
    pub(crate) fn forget_person(&self, account: &str, person: PersonId) -> Result<(), StoreError> {
        self.with(|db| {
            let before = db.total_changes();
            let transaction = db.transaction()?;
            pictures::remove(&transaction, account, person)?;
            // What cannot be read cannot be told to be about somebody else.
            let photo = DraftKey::Photo { person };
            let message = DraftKey::Message { person };
            let pages = [photo, message, DraftKey::Declaration, DraftKey::Address];
            aside::remove(&transaction, account, person, &pages)?;
            transaction.execute(WAITING_ASIDE, [aside::aside_of(account)])?;
            for (sql, key) in [
                (DRAFT, DraftKey::Photo { person }.to_string()),
                (DRAFT, DraftKey::Message { person }.to_string()),
                (SEEN, timeline_of(person)),
                (SEEN, thread_of(person)),
                (SEEN, sent_of(person)),
                (SEEN, told_of(person)),
                (SENDING, photo_of(person)),
            ] {
                transaction.execute(sql, params![account, key])?;
            }
            for row in self.rows_in(&transaction, account)? {
                if row.people.contains(&person) {
                    // For several it is no longer what its sender meant; its draft stays for them.
                    outbox::remove(&transaction, &row)?;
                }
            }
            self.forget_receipts(&transaction, account, person)?;
            for (key, sending) in
                [(DraftKey::Declaration, "declaration"), (DraftKey::Address, "address")]
            {
                self.take_out(&transaction, account, key, sending, person)?;
            }
            transaction.commit()?;
            if db.total_changes() > before {
                // What was removed would stay in the log until that is full.
                open::empty_log(db)?;
            }
            Ok(())
        })
    }

    /// Takes a person out of a draft for several; one that was for them alone goes, and with it the
    /// key of a write of it.
    fn take_out(
        &self,
        db: &Connection,
        account: &str,
        key: DraftKey,
        sending: &str,
        person: PersonId,
    ) -> Result<(), StoreError> {
        let page = key.to_string();
        let kept = match self.read_known::<Draft>(db, READ_DRAFT, "draft", account, &page) {
            Ok(Some(draft)) => without(draft, person),
            Ok(None) => None,
            // Whoever cannot be taken out of it takes it along.
            Err(StoreError::WrongKey | StoreError::Form(_) | StoreError::NewerForm) => {
                Some((Draft::Declaration(DeclarationDraft::default()), true))
            }
            Err(error) => return Err(error),
        };
        let Some((draft, is_empty)) = kept else { return Ok(()) };
        if is_empty {
            db.execute(DRAFT, params![account, page])?;
        } else {
            self.write_in(db, WRITE_DRAFT, "draft", account, &page, &draft)?;
        }
        db.execute(SENDING, params![account, sending])?;
        Ok(())
    }
}

const DRAFT: &str = "DELETE FROM draft WHERE account = ?1 AND page = ?2";
const SEEN: &str = "DELETE FROM seen WHERE account = ?1 AND what = ?2";
const WAITING_ASIDE: &str = "DELETE FROM outbox WHERE account = ?1";
const SENDING: &str = "DELETE FROM sending WHERE account = ?1 AND what = ?2";

/// A draft without a person, and whether nobody is left in it; nothing where they were not in it.
fn without(mut draft: Draft, person: PersonId) -> Option<(Draft, bool)> {
    let people = match &mut draft {
        Draft::Declaration(declaration) => &mut declaration.people,
        Draft::Address(address) => address.people.as_mut()?,
        _ => return None,
    };
    let before = people.len();
    people.retain(|other| *other != person);
    let (left, is_empty) = (people.len(), people.is_empty());
    (left < before).then_some((draft, is_empty))
}
