//! Where the portal keeps what it knows, in coarse methods that speak the domain's words.
//!
//! Each writing method is one transaction: it loads the case, asks the rules, writes, and queues
//! whatever mail announces it. SQLite is the first implementation; the `conformance` tests run against
//! every one. A store never decides anything by itself and never says in words what went wrong.

mod arriving;
#[cfg(test)]
pub(crate) mod conformance;
mod conversations;
mod credentials;
mod examined;
mod invitations;
mod mails;
mod records;
mod recovery;
pub mod sqlite;

pub use arriving::{Arrival, NewChunk, Taken, Upload};
pub use conversations::{AskedOfOfficers, Conversations, SaidByOfficer, WaitingThread};
pub use credentials::{
    AccountCard, Change, Credentials, DeviceFile, GivenFactor, KeptPasswords, NewFactorTicket,
    NewSignIn, Origin,
};
pub use examined::{EXAMINATION_TRIES, Outcome, Standing, ToExamine};
pub use invitations::{
    Confirmation, Invitations, Needed, NewAnswer, NewCode, NewInvitation, NewOwnAccount, Prepared,
    Typed,
};
pub use mails::{DueMail, Mails, UndeliveredMail};
pub use records::{
    AnsweringFile, Bearer, DatedDraft, FactorFile, Imported, Keyed, NewAccount, NewAddress,
    NewDecision, NewDeclaration, NewDraft, NewHousehold, NewPassword, NewPerson, NewPhoto,
    NewSession, Reissue, SessionFile, SignInFile, TicketFile, Use, WaitingPhoto,
};
pub use recovery::{EmailChange, NewResetCode, PasswordReset, Recovery};

use crate::case::{CardStep, CaseFile};
use crate::rules::draft::Seen;
use crate::rules::journey::Stop;
use crate::rules::messages::Unread;
use crate::rules::timeline::Happened;
use crate::rules::upload::{Announced, Part};
use crate::secret::Sha;
use async_trait::async_trait;
use contract::Code;
use contract::draft::DraftKey;
use contract::draft::facts::KeptDraft;
use contract::id::{AccountId, PersonId, PhotoId, UploadId};
use contract::photo::PhotoReceipt;
use contract::receipt::Receipt;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// Whose a token is, and what the household of a session is.
pub type AtHome = (Bearer, Option<(CaseFile, Unread)>);

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The rules refuse it, by code.
    #[error("refused: {0}")]
    Refused(Code),
    /// Another address was given meanwhile than its sender saw, on this day.
    #[error("another address was given on {0}")]
    AddressChanged(Date),
    /// Too much was mailed at somebody's wish: so many seconds must pass.
    #[error("to be asked again in {0} seconds")]
    Wait(u64),
    /// Others kept it busy for too long; the same can be asked again.
    #[error("the database is busy")]
    Busy,
    /// There is no room left on the disk.
    #[error("the disk is full")]
    Full,
    /// Anything else that is wrong with it.
    #[error("the database failed: {0}")]
    Failed(String),
}

impl From<Code> for StoreError {
    fn from(code: Code) -> Self {
        Self::Refused(code)
    }
}

/// What comes of asking the store.
pub type Stored<T> = Result<T, StoreError>;

/// Where the portal keeps what it knows.
#[async_trait]
pub trait Store:
    Invitations + Recovery + Credentials + Conversations + Mails + Send + Sync + 'static
{
    /// Takes in households, all or none. One that is there already with the same details is left
    /// as it is.
    async fn import(&self, households: Vec<NewHousehold>, now: Timestamp) -> Stored<Imported>;

    /// The household of an application.
    async fn case_of_application(&self, application_number: &str) -> Stored<Option<CaseFile>>;

    /// The household of a person.
    async fn case_of_person(&self, person: PersonId) -> Stored<Option<CaseFile>>;

    /// The household and person of a UCI in its normal form.
    async fn person_of_uci(&self, uci: &str) -> Stored<Option<PersonId>>;

    /// The household in which a photo was submitted.
    async fn case_of_photo(&self, photo: PhotoId) -> Stored<Option<CaseFile>>;

    /// Stops a household, or lets it go on after an interview.
    async fn stop(&self, application_number: &str, stop: Stop) -> Stored<()>;

    /// Opens an account and queues its mail. Refused with `wrong_state` where one is there.
    async fn open_account(&self, account: NewAccount) -> Stored<()>;

    /// Replaces the temporary password of an account and queues its mail.
    async fn reissue(&self, reissue: Reissue) -> Stored<()>;

    /// Counts a try to sign in to an account from a peer address, unless it must wait: then the
    /// seconds. It waits for failures of this address at this account, of this address at any, and,
    /// where it never signed in to this account, of all addresses at this account.
    /// Counted before the password is checked, so that tries side by side are counted too.
    async fn begin_attempt(
        &self,
        account_key: &str,
        peer_key: &str,
        now: Timestamp,
    ) -> Stored<Option<u64>>;

    /// Takes back the counting after a success: failures of this address at this account are
    /// forgotten, others stay, and the address is known to the account from now on.
    async fn attempt_succeeded(
        &self,
        account_key: &str,
        peer_key: &str,
        now: Timestamp,
    ) -> Stored<()>;

    /// What is needed to check a sign-in.
    async fn sign_in_file(&self, username: &str) -> Stored<Option<SignInFile>>;

    /// Keeps the ticket of a first sign-in. Refused with `first_sign_in_refused` where the temporary
    /// password is another one by now than the one that fitted this hash.
    async fn grant_ticket(
        &self,
        account: AccountId,
        fitted: &str,
        token: Sha,
        now: Timestamp,
        ends_at: Timestamp,
    ) -> Stored<()>;

    /// Stores an own password in place of the temporary one and starts a session. What others
    /// drafted for its person is forgotten. Refused with `first_sign_in_timed_out` where the ticket
    /// has ended or was used.
    async fn store_password(&self, password: NewPassword) -> Stored<SessionFile>;

    /// Starts a session. Refused with `sign_in_refused` where the account has no own password.
    async fn start_session(&self, session: NewSession) -> Stored<SessionFile>;

    /// Whose token this is now. A session whose use is counted stays alive and can be extended as
    /// often as at its start.
    async fn bearer(&self, token: Sha, now: Timestamp, used: Use) -> Stored<Bearer>;

    /// The same, and where it is a session's, its household at this moment with what waits to be read
    /// by each of its people: all that is asked most often, in one go.
    async fn bearer_at_home(&self, token: Sha, now: Timestamp, used: Use) -> Stored<AtHome>;

    /// Extends a session as if it were used, which takes one of its extensions. Refused with
    /// `session_cannot_be_extended`, or with `sign_in_required` where it has ended.
    async fn extend_session(&self, token: Sha, now: Timestamp) -> Stored<SessionFile>;

    /// Ends a session.
    async fn end_session(&self, token: Sha) -> Stored<()>;

    /// What an account typed on a page.
    async fn draft(&self, account: AccountId, key: DraftKey) -> Stored<Option<DatedDraft>>;

    /// Everything that an account typed and did not send, the latest first.
    async fn drafts(&self, account: AccountId) -> Stored<Vec<KeptDraft>>;

    /// Keeps what an account typed on a page. Refused with `draft_changed_elsewhere` where
    /// something else is kept than its sender saw.
    async fn keep_draft(&self, draft: NewDraft) -> Stored<()>;

    /// Forgets what an account typed on a page. Refused with `draft_changed_elsewhere` where something
    /// else is kept than its sender saw.
    async fn discard_draft(&self, account: AccountId, key: DraftKey, seen: Seen) -> Stored<()>;

    /// Declares presence.
    async fn declare(&self, keyed: Keyed, declaration: NewDeclaration) -> Stored<Receipt>;

    /// Keeps an address as the newest version.
    async fn give_address(&self, keyed: Keyed, address: NewAddress) -> Stored<Receipt>;

    /// What arrived for a person under this id, in part or in full.
    async fn arrival(&self, person: PersonId, upload: UploadId) -> Stored<Option<Arrival>>;

    /// Keeps a part of a file that goes on. One that begins a file takes the place of whatever
    /// arrived for its person and is not submitted.
    async fn keep_chunk(&self, chunk: NewChunk) -> Stored<Taken>;

    /// Forgets a file on its way; the objects that nothing needs any more.
    async fn drop_arrival(
        &self,
        person: PersonId,
        upload: UploadId,
        announced: Announced,
    ) -> Stored<Vec<String>>;

    /// Notes that a file arrived in full with its `last` part, in place of whatever arrived for its
    /// person and is not submitted.
    async fn note_upload(&self, upload: Upload, last: Part, now: Timestamp) -> Stored<Taken>;

    /// Submits a photo.
    async fn submit_photo(&self, keyed: Keyed, photo: NewPhoto) -> Stored<PhotoReceipt>;

    /// What happened to a person and may be told now, oldest first.
    async fn happened(&self, person: PersonId, now: Timestamp) -> Stored<Vec<Happened>>;

    /// Photos that wait for a decision, the longest wait first.
    async fn photos_waiting(&self) -> Stored<Vec<WaitingPhoto>>;

    /// Begins the examination of the photo that is next, and counts that: the one that was begun
    /// least often, then the one that waits longest. Nothing where none waits. What was begun
    /// [`EXAMINATION_TRIES`] times and never came to an end has failed. Photos of closed and
    /// withdrawn households are not examined.
    async fn begin_examination(&self, now: Timestamp) -> Stored<Option<ToExamine>>;

    /// Notes what came of an examination that was begun. What was noted before stays; where the
    /// photo's bytes went meanwhile, nothing is noted.
    async fn end_examination(&self, photo: PhotoId, outcome: Outcome, now: Timestamp)
    -> Stored<()>;

    /// Where the examination of a photo stands.
    async fn examination(&self, photo: PhotoId) -> Stored<Standing>;

    /// Decides on a photo. Told to the applicant, and mailed, from `effective_at` on.
    async fn decide_photo(&self, decision: NewDecision) -> Stored<()>;

    /// Takes a decision back while that is possible.
    async fn undo_decision(&self, photo: PhotoId, now: Timestamp) -> Stored<()>;

    /// Records the proof of status.
    async fn record_proof(
        &self,
        person: PersonId,
        became_resident_on: Date,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<()>;

    /// Records what happened to a card; the household is closed, and its drafts are forgotten, once
    /// every card was mailed.
    async fn record_card(
        &self,
        person: PersonId,
        step: CardStep,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<()>;

    /// Whether anything still needs an object.
    async fn needs_object(&self, object: &str) -> Stored<bool>;

    /// Forgets what is no longer needed: sessions and tickets that ended; failures that no longer
    /// count; drafts that nobody went on with; stored replies, bytes that were never submitted, and what is kept of closed households
    /// after its time, examinations among it. Gives the objects that nothing needs any more.
    async fn sweep(&self, now: Timestamp) -> Stored<Vec<String>>;
}
