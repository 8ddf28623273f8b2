//! The photo: keeping the picked picture, judging its file, sending it.

use super::Applicant;
use super::session::Session;
use crate::ports::new_upload;
use crate::store::{PictureRow, Settled, photo_of};
use contract::draft::{Draft, DraftKey};
use contract::host::PickedPhoto;
use contract::id::PersonId;
use contract::photo::{PhotoReceipt, SubmitPhoto};
use contract::{Code, FieldProblem, Problem};
use sha2::{Digest, Sha256};

impl Applicant {
    /// How many bytes of a picked file are read at the most; one more shows that it is too heavy.
    #[must_use]
    pub fn most_bytes_of_a_source(&self) -> u64 {
        self.policy.photo.source_max_bytes
    }

    /// Keeps a picked picture with its person's draft, in place of any older one, and says what
    /// must be mended before it can be sent. A file that is no picture is not kept, and the one
    /// picked before stays.
    ///
    /// # Errors
    /// What [`photo::inspect`] refuses with; `sign_in_required`, `disk_full`.
    pub async fn keep_photo(
        &self,
        person: PersonId,
        file_name: String,
        bytes: Vec<u8>,
    ) -> Result<PickedPhoto, Problem> {
        let account = self.owner()?;
        let limits = self.policy.photo.clone();
        let upload = new_upload(self.clock.now())?;
        let judged = tokio::task::spawn_blocking(move || {
            photo::inspect(&bytes, &limits).map(|facts| (facts, bytes))
        });
        let (facts, bytes) = judged.await.map_err(|_| Problem::new(Code::Internal))??;
        let picked = PickedPhoto {
            file_name,
            format: facts.format,
            width: facts.width,
            height: facts.height,
            bytes: facts.bytes,
            refusals: facts.refusals,
        };
        let row = PictureRow { photo: picked.clone(), upload };
        self.store(move |store| store.keep_picture(&account, person, &row, &bytes)).await?;
        Ok(picked)
    }

    /// The picture that was picked for a person, if one is kept.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn picked_photo(&self, person: PersonId) -> Result<Option<PickedPhoto>, Problem> {
        Ok(self.picture_row(person).await?.map(|row| row.photo))
    }

    /// The bytes of that picture.
    ///
    /// # Errors
    /// `not_found` where none is kept; `sign_in_required`, and where this device's store fails.
    pub async fn picked_picture(&self, person: PersonId) -> Result<Vec<u8>, Problem> {
        let account = self.owner()?;
        let bytes = self.store(move |store| store.picture_bytes(&account, person)).await?;
        Ok(bytes.ok_or(Code::NotFound)?.to_vec())
    }

    /// Removes the picture that was picked for a person, and what was said about it.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn discard_photo(&self, person: PersonId) -> Result<(), Problem> {
        let account = self.owner()?;
        self.store(move |store| store.discard_picture(&account, person)).await?;
        self.discard_draft(DraftKey::Photo { person }).await
    }

    /// Sends the picked picture for review. It is removed from this device only after the receipt.
    ///
    /// # Errors
    /// `malformed` with the field `picture` or `kind`; the picture's refusals; where the portal is
    /// not reached; whatever the portal refuses with.
    pub async fn submit_photo(&self, person: PersonId) -> Result<PhotoReceipt, Problem> {
        let session = self.session()?;
        let row = self.picture_row(person).await?;
        let row = row.ok_or_else(|| missing("picture"))?;
        if let Some(refusal) = row.photo.refusals.first() {
            return Err(refusal.clone());
        }
        let kind = match self.load_draft(DraftKey::Photo { person }).await? {
            Some(Draft::Photo(draft)) => draft.kind,
            _ => None,
        };
        let kind = kind.ok_or_else(|| missing("kind"))?;
        let bytes = self.picked_picture(person).await?;
        let digest = Sha256::digest(&bytes);
        let body = SubmitPhoto { upload: row.upload, sha256: hex(&digest), kind };
        if self.is_under_way(&session, person, &body).await? {
            // It may have arrived: then the same write gets its receipt without the bytes.
            match self.submit(&session, person, &body).await {
                Err(problem) if problem.code == Code::UploadMissing => {}
                answer => return answer,
            }
        }
        let sent = self
            .client
            .upload(&session.token, person, row.upload, row.photo.format, &digest, bytes)
            .await;
        self.heed(&session, sent).await?;
        self.submit(&session, person, &body).await
    }

    async fn submit(
        &self,
        session: &Session,
        person: PersonId,
        body: &SubmitPhoto,
    ) -> Result<PhotoReceipt, Problem> {
        let send = |key| self.client.submit_photo(&session.token, key, person, body);
        let done = Settled { draft: Some(DraftKey::Photo { person }), picture: Some(person) };
        self.write(session, &photo_of(person), body, done, send).await
    }

    async fn is_under_way(
        &self,
        session: &Session,
        person: PersonId,
        body: &SubmitPhoto,
    ) -> Result<bool, Problem> {
        let (account, body) = (session.account.to_string(), body.clone());
        self.store(move |store| store.is_sending(&account, &photo_of(person), &body)).await
    }

    async fn picture_row(&self, person: PersonId) -> Result<Option<PictureRow>, Problem> {
        let account = self.owner()?;
        self.store(move |store| store.picture(&account, person)).await
    }
}

fn missing(field: &str) -> Problem {
    vec![FieldProblem::new(field, Code::Required)].into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
