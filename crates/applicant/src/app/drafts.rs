//! Drafts: kept on every change, per account; those from before sign-in for the device.

use super::Applicant;
use contract::Problem;
use contract::draft::facts::Begun;
use contract::draft::{Draft, DraftElsewhere, DraftKey};

/// Under which account drafts from before sign-in are kept.
pub(super) const DEVICE: &str = "device";

impl Applicant {
    fn keeper(&self, key: DraftKey) -> Result<String, Problem> {
        if key.before_sign_in() { Ok(DEVICE.to_owned()) } else { self.owner() }
    }

    /// The draft of a page, if there is one. One that cannot be read is set aside, which is told
    /// once; after that it counts as none, and comes back when it can be read again.
    ///
    /// # Errors
    /// `device_data_damaged`, `device_data_newer`: it was set aside just now; `sign_in_required`,
    /// `device_store_failed`.
    pub async fn load_draft(&self, key: DraftKey) -> Result<Option<Draft>, Problem> {
        let owner = self.keeper(key)?;
        self.store(move |store| store.open_draft(&owner, key)).await
    }

    /// Keeps the draft of a page. On return it is on disk.
    ///
    /// # Errors
    /// `sign_in_required`, `disk_full`, `device_read_only`, `device_store_failed`;
    /// `draft_changed_elsewhere` where another window of the app changed it meanwhile; `not_found`
    /// where it is about someone for whom this account does not act.
    pub async fn save_draft(&self, key: DraftKey, draft: Draft) -> Result<(), Problem> {
        let owner = self.may_keep(key).await?;
        self.store(move |store| store.save_draft(&owner, key, &draft)).await
    }

    /// Under which account a draft is kept, where it may be.
    async fn may_keep(&self, key: DraftKey) -> Result<String, Problem> {
        let owner = self.keeper(key)?;
        if let DraftKey::Photo { person } | DraftKey::Message { person } = key {
            self.must_act_for(person)?;
        }
        // Where one was is no reason to begin a new file after everything was removed.
        if key != DraftKey::Place {
            self.kept(|kept, store| kept.keep_again(store)).await?;
        }
        Ok(owner)
    }

    /// The draft of a page as another window of the app left it, where it changed under this one.
    ///
    /// # Errors
    /// `sign_in_required`, `device_store_failed`, and where it cannot be read.
    pub async fn draft_elsewhere(&self, key: DraftKey) -> Result<Option<DraftElsewhere>, Problem> {
        let owner = self.keeper(key)?;
        let there = self.store(move |store| store.draft_elsewhere(&owner, key)).await?;
        Ok(there.map(|(draft, version)| DraftElsewhere { draft, version, at: None }))
    }

    /// Keeps the draft of a page in place of that writing of another window, which its user was shown
    /// beside this one.
    ///
    /// # Errors
    /// As [`Self::save_draft`]; `draft_changed_elsewhere` where it was changed once more.
    pub async fn save_draft_over(
        &self,
        key: DraftKey,
        draft: Draft,
        version: String,
    ) -> Result<(), Problem> {
        let owner = self.may_keep(key).await?;
        self.store(move |store| store.save_over(&owner, key, &draft, &version)).await
    }

    /// Removes the draft of a page: it was sent, or nobody wants it any more. What another window
    /// typed and this one has not seen stays, but for what a sign-in or a photo that is gone needed.
    ///
    /// # Errors
    /// `sign_in_required`, `device_store_failed`.
    pub async fn discard_draft(&self, key: DraftKey) -> Result<(), Problem> {
        let owner = self.keeper(key)?;
        let is_over = key.before_sign_in() || matches!(key, DraftKey::Photo { .. });
        self.store(move |store| match is_over {
            true => store.discard_draft(&owner, key),
            false => store.discard_seen(&owner, key),
        })
        .await
    }

    /// Everything that was begun under the account and is not sent yet.
    ///
    /// # Errors
    /// `sign_in_required`, `device_store_failed`.
    pub async fn begun(&self) -> Result<Begun, Problem> {
        let owner = self.owner()?;
        self.store(move |store| store.begun(&owner)).await
    }
}
