//! Invitations: sending, opening, answering them, and confirming addresses, from which accounts are
//! opened; own accounts that are asked for later. Codes come in as they are mailed, and are kept as
//! hashes.

use super::Stored;
use crate::case::{CaseFile, TreatedAs};
use crate::secret::Sha;
use async_trait::async_trait;
use contract::id::{AccountId, PersonId};
use contract::invitation::{AnswerInvitation, Invitation, OpenInvitation};
use jiff::Timestamp;
use uuid::Uuid;

/// An invitation to mail.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    /// The code, for the mail.
    pub code: String,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A code that confirms an address, made up, and the id of the mail that brings it.
#[derive(Clone, Debug)]
pub struct NewCode {
    /// Six digits.
    pub code: String,
    /// The id of the mail.
    pub mail: Uuid,
}

/// An account that is opened where one is due.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Its id.
    pub account: AccountId,
    /// Its username, made up.
    pub username: String,
    /// The temporary password, for the mail only.
    pub temporary_password: String,
    /// Its hash.
    pub temporary_hash: String,
    /// The id of the mail that brings both.
    pub mail: Uuid,
}

/// An answer to an invitation.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// By whom.
    pub principal: PersonId,
    /// What was answered, in its normal form.
    pub answer: AnswerInvitation,
    /// A code for each person.
    pub codes: Vec<NewCode>,
    /// Accounts for whom one is due then: as many as [`Invitations::due_on_answer`] said.
    pub accounts: Vec<Prepared>,
    /// The time.
    pub now: Timestamp,
}

/// What comes of a code that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// It fits, and is consumed.
    Fits,
    /// It fits, but its time is over.
    Expired,
    /// It does not fit, or was tried too often.
    Refused,
}

/// A code for an address, as it was typed.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The address.
    pub email: String,
    /// The code in its normal form.
    pub code: String,
    /// Accounts for whom one is due then: as many as [`Invitations::due_on_confirmation`] said.
    pub accounts: Vec<Prepared>,
    /// Ids for the mails to addresses that were changed: as many as that.
    pub mails: Vec<Uuid>,
    /// The time.
    pub now: Timestamp,
}

/// What a confirmation would need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// Accounts that are opened.
    pub accounts: usize,
    /// Addresses of accounts that are changed.
    pub mails: usize,
}

/// An own account that the principal asks for.
#[derive(Clone, Debug)]
pub struct NewOwnAccount {
    /// By whom.
    pub by: PersonId,
    /// For whom.
    pub person: PersonId,
    /// Their address in its normal form.
    pub email: String,
    /// The code that confirms it.
    pub code: NewCode,
    /// The account, where the address is confirmed already.
    pub account: Option<Prepared>,
    /// The time.
    pub now: Timestamp,
}

/// Invitations: sending, opening, answering them, and confirming addresses, from which accounts are
/// opened.
#[async_trait]
pub trait Invitations: Send + Sync {
    /// Invites a household, or sends the invitation once more: an older code dies, and whoever
    /// opened it must open it anew. Refused with `wrong_state` where the principal has an account or
    /// no address.
    async fn invite(&self, application_number: &str, invitation: NewInvitation) -> Stored<()>;

    /// The same at the principal's wish, where one has this UCI and date of birth and is invited.
    /// Done alike, without a mail, where there is none or too much was mailed.
    async fn invite_again(
        &self,
        uci: &str,
        date_of_birth: jiff::civil::Date,
        invitation: NewInvitation,
    ) -> Stored<()>;

    /// The household of an invitation code, and `true`; another household, or none, where nothing
    /// has that code, so that looking for it is the same work. Whether the rest fits the rules say.
    async fn invited(&self, opened: &OpenInvitation) -> Stored<Option<(CaseFile, bool)>>;

    /// Keeps the ticket of an opened invitation.
    async fn grant_answering(
        &self,
        principal: PersonId,
        token: Sha,
        now: Timestamp,
        ends_at: Timestamp,
    ) -> Stored<()>;

    /// The invitation and how far its answer has come.
    async fn invitation(&self, principal: PersonId, now: Timestamp) -> Stored<Invitation>;

    /// How many accounts [`Invitations::answer`] would open now: where an address is answered anew
    /// for the principal that somebody else of the household confirmed.
    async fn due_on_answer(
        &self,
        principal: PersonId,
        answer: &AnswerInvitation,
        now: Timestamp,
    ) -> Stored<usize>;

    /// Keeps the answer, mails a code to each address that is new, and opens the accounts that are
    /// due then. Refused with `answer_incomplete`, `invitation_answered`, `household_…`, or to be
    /// asked again later where too much was mailed; [`super::StoreError::Busy`] where more codes or
    /// accounts are needed than were given.
    async fn answer(&self, answer: NewAnswer) -> Stored<Invitation>;

    /// Mails a new code for one of the answered addresses; the old one dies. Refused with
    /// `not_found` where it is none or is confirmed, and as [`Invitations::answer`].
    async fn send_confirmation(
        &self,
        principal: PersonId,
        email: &str,
        code: NewCode,
        now: Timestamp,
    ) -> Stored<Invitation>;

    /// What [`Invitations::confirm`] would need now.
    async fn due_on_confirmation(&self, email: &str, code: &str, now: Timestamp) -> Stored<Needed>;

    /// Confirms an address wherever it waits for this code, and opens the accounts that are due
    /// then. A try that does not fit is counted. [`super::StoreError::Busy`] where more is needed than
    /// was given.
    async fn confirm(&self, confirmation: Confirmation) -> Stored<Typed>;

    /// Asks for an own account: mails a code to the address, or opens the account where the address
    /// is confirmed already. Refused with `not_found`, `own_account_not_possible`, `household_…`, or
    /// to be asked again later; [`super::StoreError::Busy`] where an account is due and none is given.
    async fn ask_own_account(&self, ask: NewOwnAccount) -> Stored<()>;

    /// Whether [`Invitations::ask_own_account`] would open the account at once.
    async fn own_account_is_due(
        &self,
        by: PersonId,
        person: PersonId,
        email: &str,
        now: Timestamp,
    ) -> Stored<bool>;

    /// Has somebody treated as an adult or a minor whatever their age, by an officer's decision.
    /// Refused with `wrong_state` where they have an account, and for the principal.
    async fn treat_as(&self, person: PersonId, as_what: TreatedAs) -> Stored<()>;
}
