//! Drafts: kept on every change, per account; those from before sign-in for the device.

use super::Applicant;
use contract::Problem;
use contract::draft::{Draft, DraftKey};

/// Under which account drafts from before sign-in are kept.
pub(super) const DEVICE: &str = "device";

impl Applicant {
    fn keeper(&self, key: DraftKey) -> Result<String, Problem> {
        if key.before_sign_in() { Ok(DEVICE.to_owned()) } else { self.owner() }
    }

    /// The draft of a page, if there is one. One of a form that this version does not know counts
    /// as none: its page asks again.
    ///
    /// # Errors
    /// `sign_in_required`, `device_key_wrong`, `device_store_failed`.
    pub async fn load_draft(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        let owner = self.keeper(key)?;
        self.store(move |store| store.draft(&owner, key)).await
    }

    /// Keeps the draft of a page. On return it is on disk.
    ///
    /// # Errors
    /// `sign_in_required`, `disk_full`, `device_store_failed`; `not_found` where it is about someone
    /// for whom this account does not act.
    pub async fn save_draft(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        let owner = self.keeper(key)?;
        if let DraftKey::Photo { person } | DraftKey::Message { person } = key {
            self.must_act_for(person)?;
        }
        self.store(move |store| store.save_draft(&owner, key, &draft)).await
    }

    /// Removes the draft of a page.
    ///
    /// # Errors
    /// `sign_in_required`, `device_store_failed`.
    pub async fn discard_draft(&self, key: DraftKey) -> Result<(), Problem> {
        let owner = self.keeper(key)?;
        self.store(move |store| store.discard_draft(&owner, key)).await
    }
}
