//! What goes into the store and what comes out of it, besides the case file and the files of photos
//! on their way.

use super::examined::Standing;
use crate::case::{CaseFile, Verdict};
use crate::rules::draft::Seen;
use crate::secret::Sha;
use contract::address::GiveAddress;
use contract::board::{Name, Relationship};
use contract::declaration::DeclarePresence;
use contract::draft::{Draft, DraftKey};
use contract::id::{AccountId, HouseholdId, IdempotencyKey, PersonId, PhotoId};
use contract::photo::SubmitPhoto;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A household to take in. Checked already.
#[derive(Clone, Debug, PartialEq)]
pub struct NewHousehold {
    /// Its id, if it is new.
    pub id: HouseholdId,
    /// A letter and nine digits.
    pub application_number: String,
    /// The day of the application.
    pub applied_on: Date,
    /// The principal first.
    pub people: Vec<NewPerson>,
}

/// A person to take in. Checked already.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPerson {
    /// Their id, if they are new.
    pub id: PersonId,
    /// Their name.
    pub name: Name,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// Their UCI in its normal form.
    pub uci: String,
    /// Their email address.
    pub email: Option<String>,
    /// How they are related to the principal.
    pub relationship: Relationship,
}

/// What came of taking households in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// So many are new, so many were there already.
    Taken {
        /// Households that are new.
        new: usize,
        /// Households that were there with the same details.
        same: usize,
    },
    /// Nothing was taken in: this household is there with other details.
    Different {
        /// Its place in what was given.
        household: usize,
    },
    /// Nothing was taken in: this person's UCI belongs to another household.
    UciTaken {
        /// The household's place in what was given.
        household: usize,
        /// The person's place in it.
        person: usize,
    },
}

/// An account to open.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Its id.
    pub account: AccountId,
    /// Whose.
    pub person: PersonId,
    /// Its username, made up.
    pub username: String,
    /// The temporary password, for the mail only.
    pub temporary_password: String,
    /// Its hash.
    pub temporary_hash: String,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A temporary password to replace.
#[derive(Clone, Debug)]
pub struct Reissue {
    /// Of which account.
    pub username: String,
    /// The temporary password, for the mail only.
    pub temporary_password: String,
    /// Its hash.
    pub temporary_hash: String,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// What is needed to check a sign-in.
#[derive(Clone, Debug)]
pub struct SignInFile {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// The hash of the own password, once stored.
    pub password_hash: Option<String>,
    /// The hash of the temporary password, until an own one is stored.
    pub temporary_hash: Option<String>,
    /// The household.
    pub case: CaseFile,
}

/// An own password to store.
#[derive(Clone, Debug)]
pub struct NewPassword {
    /// The hash of the ticket.
    pub ticket: Sha,
    /// The hash of the own password.
    pub password_hash: String,
    /// The hash of the session's token.
    pub session: Sha,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A session to start.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Of which account.
    pub account: AccountId,
    /// The hash of its token.
    pub token: Sha,
    /// The time.
    pub now: Timestamp,
}

/// A running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFile {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// Its username.
    pub username: String,
    /// When it ends if nothing is asked.
    pub idle_ends_at: Timestamp,
    /// When it ends in any case.
    pub ends_at: Timestamp,
    /// How often it can still be extended before it is used again.
    pub extensions_left: u8,
}

/// Whether a request is use of the session that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Somebody asked for it.
    Counted,
    /// Nobody did just now, or it only looks at the session itself.
    Uncounted,
}

/// What was typed on a page, to be kept.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// By which account.
    pub account: AccountId,
    /// On which page.
    pub key: DraftKey,
    /// What; of the same page.
    pub draft: Draft,
    /// What was kept, as far as its sender knows.
    pub seen: Seen,
    /// The time.
    pub now: Timestamp,
}

/// What was typed on a page, as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedDraft {
    /// What.
    pub draft: Draft,
    /// When it was changed last.
    pub at: Timestamp,
}

/// The ticket of a first sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketFile {
    /// The account.
    pub account: AccountId,
    /// Its username.
    pub username: String,
}

/// The ticket of an opened invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweringFile {
    /// The principal whose invitation it is.
    pub principal: PersonId,
}

/// The ticket of a sign-in whose second factor is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorFile {
    /// The account.
    pub account: AccountId,
    /// Its username.
    pub username: String,
}

/// Whose token it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// Nobody's, or one that has ended.
    Nobody,
    /// The ticket of a first sign-in.
    Ticket(TicketFile),
    /// The ticket of an opened invitation.
    Answering(AnsweringFile),
    /// The ticket of a sign-in whose second factor is asked for.
    Factor(FactorFile),
    /// A session.
    Session(SessionFile),
}

/// Under which key a write is made, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed {
    /// By which account.
    pub account: AccountId,
    /// On which route, as a template.
    pub route: &'static str,
    /// The key.
    pub key: IdempotencyKey,
    /// SHA-256 over path and body.
    pub sha256: Sha,
}

/// A declaration to make.
#[derive(Clone, Debug)]
pub struct NewDeclaration {
    /// By whom.
    pub by: PersonId,
    /// What was declared.
    pub declaration: DeclarePresence,
    /// The reference of its receipt.
    pub reference: String,
    /// The time.
    pub now: Timestamp,
}

/// An address to keep.
#[derive(Clone, Debug)]
pub struct NewAddress {
    /// By whom.
    pub by: PersonId,
    /// What was given, in its normal form.
    pub address: GiveAddress,
    /// The reference of its receipt.
    pub reference: String,
    /// The time.
    pub now: Timestamp,
}

/// A photo to submit.
#[derive(Clone, Debug)]
pub struct NewPhoto {
    /// By whom.
    pub by: PersonId,
    /// For whom.
    pub person: PersonId,
    /// What was said.
    pub submission: SubmitPhoto,
    /// The photo's id.
    pub photo: PhotoId,
    /// The reference of its receipt.
    pub reference: String,
    /// The time.
    pub now: Timestamp,
}

/// A photo that waits for a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingPhoto {
    /// The photo.
    pub photo: PhotoId,
    /// On which application.
    pub application_number: String,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// Where its examination stands.
    pub examination: Standing,
}

/// A decision on a photo.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// Which photo.
    pub photo: PhotoId,
    /// What.
    pub verdict: Verdict,
    /// The id of the mail.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}
