//! The photo on this device: keeping the picked picture, saying what must be mended, making the
//! file that will be sent. Nothing here sends anything.

use super::Applicant;
use crate::ports::new_upload;
use crate::store::{Outgoing, PictureBytes, PictureRow, Pictured, Store, StoreError};
use contract::crop::Crop;
use contract::draft::DraftKey;
use contract::examination::Origin;
use contract::id::{PersonId, UploadId};
use contract::picked::{Obstacles, PhotoStage, PickedPhoto, Removable};
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};
use photo::{Facts, Prepared};
use sha2::{Digest, Sha256};

/// A picked file that was looked at.
struct Looked {
    source: Vec<u8>,
    source_sha256: String,
    facts: Facts,
    removes: Vec<Removable>,
    origin: Origin,
    preview: Vec<u8>,
    obstacles: Obstacles,
    prepared: Option<Prepared>,
}

impl Applicant {
    /// How many bytes of a picked file are read at the most; one more shows that it is too heavy.
    #[must_use]
    pub fn most_bytes_of_a_source(&self) -> u64 {
        self.policy.photo.source_max_bytes
    }

    /// Keeps a picked picture with its person's draft, in place of any older one, and says what
    /// must be mended before it can be sent. Where nothing must, the file that will be sent is made
    /// at once. A file that is no picture is not kept, and the one picked before stays.
    ///
    /// # Errors
    /// What [`photo::look`] refuses with; `sign_in_required`, `disk_full`; `not_found` where this
    /// account does not act for the person.
    pub async fn keep_photo(
        &self,
        person: PersonId,
        file_name: String,
        bytes: Vec<u8>,
    ) -> Result<PickedPhoto, Problem> {
        let account = self.owner()?;
        self.must_act_for(person)?;
        let _stage = self.stage(person, PhotoStage::Examining);
        let (pick, upload) = (new_upload(self.clock.now())?, new_upload(self.clock.now())?);
        let policy = self.policy.photo.clone();
        let looked = tokio::task::spawn_blocking(move || look(bytes, &policy));
        let looked = looked.await.map_err(|_| Problem::new(Code::Internal))??;
        let turn = self.turns.of(person).await;
        self.must_act_for(person)?;
        // Before the row changes: an examination that begins in between is told by the row.
        self.judgings.cancel(person);
        self.store(move |store| {
            let _turn = turn;
            let facts = &looked.facts;
            let row = PictureRow {
                photo: PickedPhoto {
                    file_name,
                    format: facts.format,
                    width: facts.width,
                    height: facts.height,
                    bytes: facts.bytes,
                    obstacles: looked.obstacles,
                    removes: looked.removes,
                    prepared: looked.prepared.as_ref().map(|prepared| prepared.photo.clone()),
                    same_as: Vec::new(),
                    origin: looked.origin,
                },
                pick,
                source_sha256: looked.source_sha256,
                outgoing: looked.prepared.as_ref().map(|made| outgoing(upload, &made.bytes)),
            };
            store.keep_picture(
                &account,
                person,
                &row,
                PictureBytes {
                    source: &looked.source,
                    preview: &looked.preview,
                    prepared: looked.prepared.as_ref().map(|prepared| &prepared.bytes[..]),
                },
            )?;
            with_same(store, &account, person, row)
        })
        .await
    }

    /// The picture that was picked for a person, if one is kept.
    ///
    /// # Errors
    /// `device_data_damaged`, `device_data_newer`: it could not be read and was set aside just now;
    /// `sign_in_required`, and where this device's store fails.
    pub async fn picked_photo(&self, person: PersonId) -> Result<Option<PickedPhoto>, Problem> {
        let account = self.owner()?;
        self.store(move |store| {
            store.set_bad_picture_aside(&account, person)?;
            let row = store.picture(&account, person)?;
            row.map(|row| with_same(store, &account, person, row)).transpose()
        })
        .await
    }

    /// The picked picture as it is shown: upright, no larger than a page needs.
    ///
    /// # Errors
    /// `not_found` where none is kept; `sign_in_required`, and where this device's store fails.
    pub async fn picked_picture(&self, person: PersonId) -> Result<Vec<u8>, Problem> {
        self.bytes_of(person, Pictured::Preview).await
    }

    /// The very bytes that will be sent.
    ///
    /// # Errors
    /// `not_found` where none were made; `sign_in_required`, and where this device's store fails.
    pub async fn prepared_picture(&self, person: PersonId) -> Result<Vec<u8>, Problem> {
        self.bytes_of(person, Pictured::Prepared).await
    }

    /// Makes the file that will be sent: of a part of the picked picture, or of the whole as it is.
    /// The one made before goes.
    ///
    /// # Errors
    /// `not_found` where no picture is kept; the first of what stops a picture from being sent as
    /// it is; what [`photo::prepare`] refuses with; `sign_in_required`, `disk_full`.
    pub async fn frame_photo(
        &self,
        person: PersonId,
        crop: Option<Crop>,
    ) -> Result<PickedPhoto, Problem> {
        let account = self.owner()?;
        let _stage = self.stage(person, PhotoStage::Framing);
        let mut row = self.picture_row(person).await?.ok_or(Code::NotFound)?;
        let obstacles = &row.photo.obstacles;
        if crop.is_none()
            && let Some(problem) = obstacles.refusals.iter().chain(&obstacles.fixables).next()
        {
            return Err(problem.clone());
        }
        let upload = new_upload(self.clock.now())?;
        let policy = self.policy.photo.clone();
        let is_made = row.photo.prepared.as_ref().is_some_and(|prepared| prepared.crop == crop);
        if !is_made {
            self.judgings.cancel(person);
            let source = self.bytes_of(person, Pictured::Source).await?;
            let made = tokio::task::spawn_blocking(move || photo::prepare(&source, crop, &policy));
            let made = made.await.map_err(|_| Problem::new(Code::Internal))??;
            row.photo.prepared = Some(made.photo);
            row.outgoing = Some(outgoing(upload, &made.bytes));
            let (account, new) = (account.clone(), row.clone());
            let turn = self.turns.of(person).await;
            self.judgings.cancel(person);
            let kept = self
                .store(move |store| {
                    let _turn = turn;
                    store.keep_prepared(&account, person, &new, &made.bytes)
                })
                .await?;
            if !kept {
                // Another picture was picked meanwhile, or this one was submitted.
                return Err(Code::NotFound.into());
            }
        }
        self.store(move |store| with_same(store, &account, person, row)).await
    }

    /// Removes the picture that was picked for a person, and what was said about it.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn discard_photo(&self, person: PersonId) -> Result<(), Problem> {
        let account = self.owner()?;
        let _turn = self.turns.of(person).await;
        self.judgings.cancel(person);
        self.store(move |store| store.discard_picture(&account, person)).await?;
        self.discard_draft(DraftKey::Photo { person }).await
    }

    pub(super) async fn picture_row(
        &self,
        person: PersonId,
    ) -> Result<Option<PictureRow>, Problem> {
        let account = self.owner()?;
        self.store(move |store| store.picture(&account, person)).await
    }

    async fn bytes_of(&self, person: PersonId, what: Pictured) -> Result<Vec<u8>, Problem> {
        let account = self.owner()?;
        let bytes = self.store(move |store| store.picture_bytes(&account, person, what)).await?;
        bytes.ok_or_else(|| Code::NotFound.into())
    }
}

/// Looks at a picked file, and makes what will be sent of it where nothing stands in the way.
/// Blocks. No copy of the source outlives the step that needs it.
fn look(source: Vec<u8>, policy: &PhotoPolicy) -> Result<Looked, Problem> {
    let taken = photo::source(&source, policy)?;
    let photo::Source { facts, preview, bare, obstacles, prepared } = taken;
    let source_sha256 = hex(&Sha256::digest(bare));
    let removes = photo::kinds(&facts.tags);
    let origin = photo::origin(&source);
    Ok(Looked { source, source_sha256, facts, removes, origin, preview, obstacles, prepared })
}

fn outgoing(upload: UploadId, bytes: &[u8]) -> Outgoing {
    Outgoing { upload, sha256: hex(&Sha256::digest(bytes)), begun: false }
}

/// What a page shows of a kept picture: who else has the same one is looked up each time.
fn with_same(
    store: &Store,
    account: &str,
    person: PersonId,
    row: PictureRow,
) -> Result<PickedPhoto, StoreError> {
    let same_as = store.others_with(account, person, &row.source_sha256)?;
    Ok(PickedPhoto { same_as, ..row.photo })
}

/// As the wire and the store say a hash.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
