//! Ways back in: reset codes, reminders, reissues at the wish of their holder, and changes of an
//! address. Whether there is such an account is never told: what does not fit is done like the rest,
//! and queues nothing.

use super::Stored;
use super::credentials::Change;
use super::invitations::Typed;
use super::records::Reissue;
use crate::case::CaseFile;
use async_trait::async_trait;
use contract::board::Name;
use contract::devices::{NewEmail, OwnAccountState};
use contract::id::{AccountId, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

/// A reset code to mail.
#[derive(Clone, Debug)]
pub struct NewResetCode {
    /// Of the account with this username.
    pub username: String,
    /// The code, for the mail; its hash is kept.
    pub code: String,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// An own password to store in place of a forgotten one.
#[derive(Clone, Debug)]
pub struct PasswordReset {
    /// Of the account with this username.
    pub username: String,
    /// The code as it was typed, in its normal form.
    pub code: String,
    /// The hash of the own password.
    pub password_hash: String,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A change of an address by officers that does not hold yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailChange {
    /// Whose address.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// On which application.
    pub application_number: String,
    /// The new address.
    pub email: String,
    /// The officer who asked for it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Timestamp,
    /// The second officer, and from when on it holds, once there is one.
    pub approved: Option<(String, Timestamp)>,
}

/// Ways back in: reset codes, reminders, reissues at the wish of their holder, and changes of an
/// address.
#[async_trait]
pub trait Recovery: Send + Sync {
    /// Begins the change of an account's address at its holder's wish: mails a code to the new one.
    /// An earlier code of this account dies. Refused with `not_found`, `household_withdrawn`,
    /// `sign_in_required` where the session that asks has ended, or to be asked again later where too
    /// much was mailed.
    async fn begin_email_change(&self, change: Change, email: &str, code: String) -> Stored<()>;

    /// The new address of an account that waits for its code or for the end of an officer's delay.
    async fn new_email(&self, account: AccountId, now: Timestamp) -> Stored<Option<NewEmail>>;

    /// Where an own account of each adult stands for whom the principal acts; nothing for others.
    async fn own_account_states(&self, principal: PersonId) -> Stored<Vec<OwnAccountState>>;

    /// Counts a wish for mail from an internet address where nobody is signed in, or says how long it
    /// must wait. Asked before it is known what comes of it.
    async fn begin_wish(&self, peer_key: &str, now: Timestamp) -> Stored<()>;

    /// Replaces the temporary password of an account at its holder's wish, and mails it to the
    /// confirmed address. Done alike, without a mail, where there is no such account, an own password
    /// is stored, the address is not confirmed or too much was mailed.
    async fn reissue_asked(&self, reissue: Reissue) -> Stored<()>;

    /// Mails a reset code to the confirmed address of an account with an own password; an older one
    /// dies. Done alike, without a mail, where there is none.
    async fn send_reset_code(&self, code: NewResetCode) -> Stored<()>;

    /// Whose account it is, where a reset code fits and still works. Nothing is counted.
    async fn reset_holder(
        &self,
        username: &str,
        code: &str,
        now: Timestamp,
    ) -> Stored<Option<(CaseFile, PersonId)>>;

    /// Stores an own password for a reset code, which is consumed; ends every session and forgets
    /// every known device of the account. A try is counted whatever comes of it.
    async fn reset_password(&self, reset: PasswordReset) -> Stored<Typed>;

    /// Mails every username of a confirmed address to it. Done alike, without a mail, where there is
    /// none.
    async fn remind_usernames(&self, email: &str, mail: Uuid, now: Timestamp) -> Stored<()>;

    /// Notes an officer's wish to change somebody's address; an earlier one that does not hold yet is
    /// replaced. Nothing happens until a second officer approves.
    async fn propose_email(
        &self,
        person: PersonId,
        email: &str,
        officer: &str,
        now: Timestamp,
    ) -> Stored<()>;

    /// Approves that change: the old address is told, and from when on the new one holds is given.
    /// Refused with `wrong_state` for the officer who asked for it, or where nothing waits.
    async fn approve_email(
        &self,
        person: PersonId,
        officer: &str,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<Timestamp>;

    /// Ends that change before it holds. Refused with `wrong_state` where nothing waits.
    async fn refuse_email(&self, person: PersonId, now: Timestamp) -> Stored<()>;

    /// Changes by officers that do not hold yet, the oldest first.
    async fn email_changes(&self, now: Timestamp) -> Stored<Vec<EmailChange>>;

    /// Closes an account for good: its sessions end, and nobody signs in to it. Refused with
    /// `not_found`, or `wrong_state` where it is closed already.
    async fn close_account(&self, username: &str, now: Timestamp) -> Stored<()>;
}
