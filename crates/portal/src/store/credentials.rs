//! By what one signs in: own passwords, second factors, and the devices that are signed in.

use super::{SessionFile, Stored};
use crate::rules::devices::Agent;
use crate::rules::factor::Secret;
use crate::secret::Sha;
use async_trait::async_trait;
use contract::devices::ClientKind;
use contract::id::{AccountId, PersonId, SessionId};
use jiff::Timestamp;
use uuid::Uuid;

/// From where a sign-in comes.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Under which key failures of the account are counted.
    pub account_key: String,
    /// Under which key failures of this address, or of this known device, are counted.
    pub peer_key: String,
    /// What signs in.
    pub agent: Agent,
    /// The hash of the secret that the device shows from now on.
    pub device: Sha,
    /// Whether it showed one that the account knows.
    pub known: bool,
}

/// A sign-in whose password fits.
#[derive(Clone, Debug)]
pub struct NewSignIn {
    /// To which account.
    pub account: AccountId,
    /// The hash that its password fitted; nothing where a ticket says that one did.
    pub fitted: Option<String>,
    /// From where.
    pub origin: Origin,
    /// The hash of the session's token.
    pub token: Sha,
    /// The id of the mail, if one is due.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A sign-in whose password fits and whose second factor is asked for next.
#[derive(Clone, Debug)]
pub struct NewFactorTicket {
    /// To which account.
    pub account: AccountId,
    /// The hash that its password fitted.
    pub fitted: String,
    /// Under which key failures of the account are counted.
    pub account_key: String,
    /// Under which key failures of this address or device are counted.
    pub peer_key: String,
    /// The hash of the ticket.
    pub token: Sha,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The time.
    pub now: Timestamp,
}

/// The second factor that was given to a sign-in.
#[derive(Clone, Debug)]
pub struct GivenFactor {
    /// The hash of the sign-in's ticket.
    pub ticket: Sha,
    /// Six digits or a recovery code, in its normal form.
    pub code: String,
    /// What is kept of it, where it is a recovery code.
    pub recovery: Option<Sha>,
    /// Under which key failures of the second factor are counted.
    pub factor_key: String,
    /// The sign-in. Its account is the ticket's.
    pub sign_in: NewSignIn,
    /// The id of the mail that says that a recovery code was used, where one was.
    pub code_mail: Uuid,
}

/// A change of something by which one signs in.
#[derive(Clone, Debug)]
pub struct Change {
    /// Of which account.
    pub account: AccountId,
    /// The session that asks, by the hash of its token; nothing where officers do.
    pub by: Option<Sha>,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// What a username is checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPasswords {
    /// The account.
    pub account: AccountId,
    /// The hash of the own password, once stored.
    pub password_hash: Option<String>,
    /// The hash of the temporary password, until an own one is stored.
    pub temporary_hash: Option<String>,
}

/// An account as its holder sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountCard {
    /// Whose.
    pub person: PersonId,
    /// The hash of the own password.
    pub password_hash: Option<String>,
    /// Since when a second factor is asked for.
    pub second_factor_since: Option<Timestamp>,
    /// Recovery codes that were not used.
    pub recovery_codes_left: u8,
}

/// A session, as the account's holder sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceFile {
    /// Names it.
    pub id: SessionId,
    /// The hash of its token.
    pub token: Sha,
    /// The app or a browser.
    pub client: ClientKind,
    /// The system as it called itself.
    pub system: Option<String>,
    /// The browser as it called itself.
    pub browser: Option<String>,
    /// When it signed in.
    pub signed_in_at: Timestamp,
    /// When it was used last, about.
    pub used_at: Timestamp,
}

/// By what one signs in: own passwords, second factors, and the devices that are signed in.
#[async_trait]
pub trait Credentials: Send + Sync {
    /// What a username is checked against; nothing where nobody has it or its account is closed. In
    /// one look-up, so that it takes as long for a username that nobody has.
    async fn kept_passwords(&self, username: &str) -> Stored<Option<KeptPasswords>>;

    /// Whether a device signed in to the account with this username before, by the hash of the
    /// secret that it shows. The same work is done for a username that nobody has.
    async fn knows_device(&self, username: &str, device: Sha, now: Timestamp) -> Stored<bool>;

    /// Whether any account knows a device: then it goes on with the same secret.
    async fn is_device(&self, device: Sha, now: Timestamp) -> Stored<bool>;

    /// Whether the second factor of an account is asked for.
    async fn has_factor(&self, account: AccountId) -> Stored<bool>;

    /// Takes back the counting of a try, and knows nobody for it: what comes after a right password
    /// that lets nobody in by itself.
    async fn attempt_was_right(&self, account_key: &str, peer_key: &str) -> Stored<()>;

    /// Takes back the counting of a sign-in as [`Store::attempt_succeeded`](super::Store), starts its
    /// session, knows its device, and mails that a device is new where neither it nor one of its kind
    /// at its address was known. Refused with `sign_in_refused` where the account has no own password, or another
    /// one by now than the one that fitted: who knows an old one gets in no more once it is replaced,
    /// also while it is being checked.
    async fn sign_in(&self, sign_in: NewSignIn) -> Stored<SessionFile>;

    /// Says from where a session came that another way started, and knows its device.
    async fn note_device(&self, token: Sha, origin: Origin, now: Timestamp) -> Stored<()>;

    /// Takes back the counting of a password that fits, and keeps a ticket for the second factor.
    /// Refused as [`Credentials::sign_in`].
    async fn ask_factor(&self, ticket: NewFactorTicket) -> Stored<()>;

    /// Checks a second factor, and signs in where it holds. A code holds once. Refused with
    /// `second_factor_refused`, or with `second_factor_timed_out` where the ticket has ended.
    async fn give_factor(&self, given: GivenFactor) -> Stored<SessionFile>;

    /// An account as its holder sees it.
    async fn account_card(&self, account: AccountId) -> Stored<Option<AccountCard>>;

    /// Replaces the own password, ends every session but the one that asks and whatever else was begun
    /// with the old one, a change of the address too, and mails that. Refused with `sign_in_required`
    /// where that session has ended, or the password is another one by now than the one that fitted.
    async fn change_password(
        &self,
        change: Change,
        fitted: String,
        password_hash: String,
    ) -> Stored<()>;

    /// Keeps a new secret that is not asked for yet, in place of any other such one.
    async fn begin_factor(&self, account: AccountId, secret: Secret, now: Timestamp) -> Stored<()>;

    /// Turns the second factor on with the secret that was begun, where the code is one of it, keeps
    /// hashes of new recovery codes in place of older ones, and mails that. Refused with
    /// `second_factor_refused`, with `wrong_state` where none was begun, or, like every change, with
    /// `sign_in_required` where the session that asks has ended.
    async fn turn_factor_on(&self, change: Change, code: &str, recovery: Vec<Sha>) -> Stored<()>;

    /// Turns the second factor off and mails that. Refused with `wrong_state` where none is on.
    async fn turn_factor_off(&self, change: Change) -> Stored<()>;

    /// Keeps hashes of new recovery codes in place of older ones, and mails that. Refused with
    /// `wrong_state` where no second factor is on.
    async fn replace_recovery_codes(&self, change: Change, recovery: Vec<Sha>) -> Stored<()>;

    /// Turns the second factor off at the word of two officers, notes who, and mails that. Refused
    /// with `wrong_state` where none is on.
    async fn drop_factor(&self, change: Change, officer: &str, approved_by: &str) -> Stored<()>;

    /// The sessions of an account that run, the one used last first.
    async fn sessions_of(&self, account: AccountId, now: Timestamp) -> Stored<Vec<DeviceFile>>;

    /// Ends a session of an account. Refused with `not_found` where it has none of that name.
    async fn end_session_of(&self, account: AccountId, session: SessionId) -> Stored<()>;

    /// Ends every session of an account but one.
    async fn end_other_sessions(&self, account: AccountId, keep: Sha) -> Stored<()>;
}
