//! The store in one SQLite file (WAL). Several processes may have it open: `serve` and the
//! officer's commands do.

mod accounts;
mod attempts;
mod cases;
mod conversations;
mod credentials;
mod drafts;
mod examinations;
mod households;
mod invitations;
mod mails;
mod news;
mod photos;
mod pool;
mod recovery;
mod retention;
mod rows;
mod sealing;
mod sessions;
mod uploads;
mod writes;

use super::{
    Arrival, AtHome, Bearer, DatedDraft, Imported, Keyed, NewAccount, NewAddress, NewChunk,
    NewDecision, NewDeclaration, NewDraft, NewHousehold, NewPassword, NewPhoto, NewSession,
    Outcome, Reissue, SessionFile, SignInFile, Standing, Store, Stored, Taken, ToExamine, Upload,
    Use, WaitingPhoto,
};
use crate::case::{CardFile, CardStep, CaseFile};
use crate::rules::draft::Seen;
use crate::rules::journey::Stop;
use crate::rules::timeline::Happened;
use crate::rules::upload::{Announced, Part};
use crate::secret::Sha;
use async_trait::async_trait;
use contract::draft::DraftKey;
use contract::draft::facts::KeptDraft;
use contract::id::{AccountId, PersonId, PhotoId, UploadId};
use contract::photo::PhotoReceipt;
use contract::policy::Policy;
use contract::receipt::Receipt;
use jiff::Timestamp;
use jiff::civil::Date;
use pool::Pool;
use rusqlite::{Connection, Transaction};
use sealing::Seal;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// The store in one SQLite file.
pub struct SqliteStore {
    pool: Pool,
    policy: Arc<Policy>,
    seal: Arc<Seal>,
}

impl SqliteStore {
    /// Opens a file, making it or bringing its schema up to date where needed; its key lies beside it
    /// under the same name with `.key`. Blocks.
    ///
    /// # Errors
    /// Where the file cannot be opened or written, or was written by a newer portal, or its key is
    /// missing or another's.
    pub fn open(path: &Path, policy: Arc<Policy>) -> Stored<Self> {
        let pool = Pool::open(path)?;
        Ok(Self { pool, policy, seal: Arc::new(Seal::beside(path)?) })
    }

    /// Whose token this is, and what more is read at the same moment. A use that counts is written down.
    async fn whose<T: Send + 'static>(
        &self,
        token: Sha,
        now: Timestamp,
        used: Use,
        more: fn(&Connection, &Bearer) -> Stored<T>,
    ) -> Stored<(Bearer, T)> {
        let policy = Arc::clone(&self.policy);
        let read = move |db: &Transaction<'_>| {
            let (bearer, touch) = sessions::bearer(db, token, now, &policy)?;
            let more = more(db, &bearer)?;
            Ok((bearer, touch, more))
        };
        let (bearer, touch, found) = self.pool.read(read).await?;
        if !touch || used == Use::Uncounted {
            return Ok((bearer, found));
        }
        let policy = Arc::clone(&self.policy);
        self.pool
            .write(move |db| {
                sessions::touch(db, token, now)?;
                let (bearer, _) = sessions::bearer(db, token, now, &policy)?;
                let more = more(db, &bearer)?;
                Ok((bearer, more))
            })
            .await
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn import(&self, households: Vec<NewHousehold>, now: Timestamp) -> Stored<Imported> {
        self.pool.write(move |db| households::import(db, &households, now)).await
    }

    async fn case_of_application(&self, application_number: &str) -> Stored<Option<CaseFile>> {
        let number = application_number.to_owned();
        self.pool.read(move |db| cases::of_application(db, &number)).await
    }

    async fn case_of_person(&self, person: PersonId) -> Stored<Option<CaseFile>> {
        self.pool.read(move |db| cases::of_person(db, person)).await
    }

    async fn person_of_uci(&self, uci: &str) -> Stored<Option<PersonId>> {
        let uci = uci.to_owned();
        self.pool.read(move |db| households::person_of_uci(db, &uci)).await
    }

    async fn case_of_photo(&self, photo: PhotoId) -> Stored<Option<CaseFile>> {
        self.pool.read(move |db| cases::of_photo(db, photo)).await
    }

    async fn stop(&self, application_number: &str, stop: Stop) -> Stored<()> {
        let number = application_number.to_owned();
        self.pool.write(move |db| households::stop(db, &number, stop)).await
    }

    async fn open_account(&self, account: NewAccount) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| accounts::open(db, &account, &policy)).await
    }

    async fn reissue(&self, reissue: Reissue) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| accounts::reissue(db, &reissue, &policy)).await
    }

    async fn begin_attempt(
        &self,
        account_key: &str,
        peer_key: &str,
        now: Timestamp,
    ) -> Stored<Option<u64>> {
        let (account, peer) = (account_key.to_owned(), peer_key.to_owned());
        let policy = Arc::clone(&self.policy);
        self.pool.write_soon(move |db| attempts::begin(db, &account, &peer, now, &policy)).await
    }

    async fn attempt_succeeded(
        &self,
        account_key: &str,
        peer_key: &str,
        now: Timestamp,
    ) -> Stored<()> {
        let (account, peer) = (account_key.to_owned(), peer_key.to_owned());
        self.pool.write_soon(move |db| attempts::succeeded(db, &account, &peer, now)).await
    }

    async fn sign_in_file(&self, username: &str) -> Stored<Option<SignInFile>> {
        let username = username.to_owned();
        self.pool.read(move |db| accounts::sign_in_file(db, &username)).await
    }

    async fn grant_ticket(
        &self,
        account: AccountId,
        fitted: &str,
        token: Sha,
        now: Timestamp,
        ends_at: Timestamp,
    ) -> Stored<()> {
        let fitted = fitted.to_owned();
        self.pool
            .write(move |db| accounts::grant_ticket(db, account, &fitted, token, now, ends_at))
            .await
    }

    async fn store_password(&self, password: NewPassword) -> Stored<SessionFile> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| accounts::store_password(db, &password, &policy)).await
    }

    async fn start_session(&self, session: NewSession) -> Stored<SessionFile> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| sessions::start(db, &session, &policy)).await
    }

    async fn bearer(&self, token: Sha, now: Timestamp, used: Use) -> Stored<Bearer> {
        let (bearer, ()) = self.whose(token, now, used, |_, _| Ok(())).await?;
        Ok(bearer)
    }

    async fn bearer_at_home(&self, token: Sha, now: Timestamp, used: Use) -> Stored<AtHome> {
        self.whose(token, now, used, |db, bearer| {
            let Bearer::Session(session) = bearer else { return Ok(None) };
            let Some(case) = cases::of_person(db, session.person)? else { return Ok(None) };
            let unread = conversations::unread(db, case.id)?;
            Ok(Some((case, unread)))
        })
        .await
    }

    async fn extend_session(&self, token: Sha, now: Timestamp) -> Stored<SessionFile> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| sessions::extend(db, token, now, &policy)).await
    }

    async fn end_session(&self, token: Sha) -> Stored<()> {
        self.pool.write(move |db| sessions::end(db, token)).await
    }

    async fn draft(&self, account: AccountId, key: DraftKey) -> Stored<Option<DatedDraft>> {
        self.pool.read(move |db| drafts::draft(db, account, key)).await
    }

    async fn drafts(&self, account: AccountId) -> Stored<Vec<KeptDraft>> {
        self.pool.read(move |db| drafts::of_account(db, account)).await
    }

    async fn keep_draft(&self, draft: NewDraft) -> Stored<()> {
        self.pool.write(move |db| drafts::keep(db, &draft)).await
    }

    async fn discard_draft(&self, account: AccountId, key: DraftKey, seen: Seen) -> Stored<()> {
        self.pool.write(move |db| drafts::discard(db, account, key, &seen)).await
    }

    async fn declare(&self, keyed: Keyed, declaration: NewDeclaration) -> Stored<Receipt> {
        self.pool
            .write(move |db| {
                let write = || writes::declare(db, &declaration);
                writes::once(db, &keyed, declaration.now, write)
            })
            .await
    }

    async fn give_address(&self, keyed: Keyed, address: NewAddress) -> Stored<Receipt> {
        let policy = Arc::clone(&self.policy);
        self.pool
            .write(move |db| {
                let write = || writes::give_address(db, &address, &policy);
                writes::once(db, &keyed, address.now, write)
            })
            .await
    }

    async fn arrival(&self, person: PersonId, upload: UploadId) -> Stored<Option<Arrival>> {
        self.pool.read(move |db| uploads::arrival(db, person, upload)).await
    }

    async fn keep_chunk(&self, chunk: NewChunk) -> Stored<Taken> {
        self.pool.write(move |db| uploads::keep_chunk(db, &chunk)).await
    }

    async fn drop_arrival(
        &self,
        person: PersonId,
        upload: UploadId,
        announced: Announced,
    ) -> Stored<Vec<String>> {
        self.pool.write(move |db| uploads::drop_arrival(db, person, upload, &announced)).await
    }

    async fn note_upload(&self, upload: Upload, last: Part, now: Timestamp) -> Stored<Taken> {
        self.pool.write(move |db| uploads::note(db, &upload, &last, now)).await
    }

    async fn submit_photo(&self, keyed: Keyed, photo: NewPhoto) -> Stored<PhotoReceipt> {
        let policy = Arc::clone(&self.policy);
        self.pool
            .write(move |db| {
                let write = || photos::submit(db, &photo, &policy);
                writes::once(db, &keyed, photo.now, write)
            })
            .await
    }

    async fn happened(&self, person: PersonId, now: Timestamp) -> Stored<Vec<Happened>> {
        self.pool.read(move |db| news::happened(db, person, now)).await
    }

    async fn photos_waiting(&self) -> Stored<Vec<WaitingPhoto>> {
        self.pool.read(|db| photos::waiting(db)).await
    }

    async fn begin_examination(&self, now: Timestamp) -> Stored<Option<ToExamine>> {
        self.pool.write(move |db| examinations::begin(db, now)).await
    }

    async fn end_examination(
        &self,
        photo: PhotoId,
        outcome: Outcome,
        now: Timestamp,
    ) -> Stored<()> {
        self.pool.write(move |db| examinations::end(db, photo, &outcome, now)).await
    }

    async fn examination(&self, photo: PhotoId) -> Stored<Standing> {
        self.pool.read(move |db| examinations::standing(db, photo)).await
    }

    async fn decide_photo(&self, decision: NewDecision) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| photos::decide(db, &decision, &policy)).await
    }

    async fn undo_decision(&self, photo: PhotoId, now: Timestamp) -> Stored<()> {
        self.pool.write(move |db| photos::undo(db, photo, now)).await
    }

    async fn record_proof(
        &self,
        person: PersonId,
        became_resident_on: Date,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<()> {
        self.pool
            .write(move |db| households::record_proof(db, person, became_resident_on, mail, now))
            .await
    }

    async fn record_card(
        &self,
        person: PersonId,
        step: CardStep,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<()> {
        let card = CardFile { step, at: now };
        self.pool.write(move |db| households::record_card(db, person, &card, mail)).await
    }

    async fn needs_object(&self, object: &str) -> Stored<bool> {
        let object = object.to_owned();
        self.pool.read(move |db| uploads::needs_object(db, &object)).await
    }

    async fn sweep(&self, now: Timestamp) -> Stored<Vec<String>> {
        let policy = Arc::clone(&self.policy);
        self.pool
            .write(move |db| {
                accounts::sweep(db, now)?;
                sessions::sweep(db, now, &policy)?;
                drafts::sweep(db, now, &policy)?;
                attempts::sweep(db, now, &policy)?;
                writes::sweep(db, now, &policy)?;
                mails::sweep(db, now, &policy)?;
                retention::sweep(db, now, &policy)
            })
            .await
    }
}
