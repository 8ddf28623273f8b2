//! What was told of each person on this device, so that news is told once: a row for each person and
//! account, which goes with everything else about them.

use super::rows::{READ_SEEN, WRITE_SEEN};
use super::{Store, StoreError};
use crate::news::Told;
use contract::id::PersonId;
use rusqlite::TransactionBehavior;

/// The name of what was told about a person among what was seen.
pub(super) fn told_of(person: PersonId) -> String {
    format!("told/{person}")
}

impl Store {
    /// Has it said anew what was told about each of these people, and gives what is new then. In one
    /// go: of two windows over one store, one tells. `anew` says nothing where nothing is to be kept.
    pub(crate) fn tell<N>(
        &self,
        account: &str,
        people: impl IntoIterator<Item = PersonId>,
        anew: impl Fn(PersonId, Option<&Told>) -> Option<(Vec<N>, Told)>,
    ) -> Result<Vec<N>, StoreError> {
        self.with(|db| {
            let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut news = Vec::new();
            for person in people {
                let what = told_of(person);
                let former = self.read_in(&transaction, READ_SEEN, "seen", account, &what);
                let former: Option<Told> = match former {
                    // As if nothing was told yet.
                    Err(StoreError::WrongKey) => None,
                    read => read?,
                };
                if let Some((new, told)) = anew(person, former.as_ref())
                    && former.as_ref() != Some(&told)
                {
                    self.write_in(&transaction, WRITE_SEEN, "seen", account, &what, &told)?;
                    news.extend(new);
                }
            }
            transaction.commit()?;
            Ok(news)
        })
    }
}
