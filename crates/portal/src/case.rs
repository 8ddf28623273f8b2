//! What the portal knows of a household, as the rules read it: one value with everything, loaded
//! in one go. Holds facts only; what follows from them is derived in [`crate::rules`].

mod contact;

pub use contact::{AnsweredFile, ComingEmail, ContactFile, InvitationFile, TreatedAs};

use crate::days;
use contract::address::{Address, Province};
use contract::board::{HouseholdState, Name, Relationship};
use contract::id::{AccountId, HouseholdId, PersonId, PhotoId};
use contract::identity::is_minor;
use contract::photo::{PictureFormat, Reason, SourceKind};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A household with everything that happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFile {
    /// Its id.
    pub id: HouseholdId,
    /// A letter and nine digits.
    pub application_number: String,
    /// The day of the application.
    pub applied_on: Date,
    /// Where it stands.
    pub state: HouseholdState,
    /// The invitation, once sent.
    pub invitation: Option<InvitationFile>,
    /// The principal first, then as listed.
    pub people: Vec<PersonFile>,
}

impl CaseFile {
    /// A person of the household.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&PersonFile> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The principal. An imported household always has one.
    #[must_use]
    pub fn principal(&self) -> Option<&PersonFile> {
        self.people.iter().find(|person| person.relationship == Relationship::Principal)
    }

    /// The household as it is at a moment: changes of addresses that hold by then are made.
    #[must_use]
    pub fn at(&self, now: Timestamp) -> Self {
        let mut case = self.clone();
        for person in &mut case.people {
            person.contact.confirmed = person.confirmed_email_at(now).is_some();
            person.email = person.email_at(now).map(str::to_owned);
        }
        case
    }

    /// The person whose photo this is, and the photo.
    #[must_use]
    pub fn photo(&self, id: PhotoId) -> Option<(&PersonFile, &PhotoFile)> {
        self.people.iter().find_map(|person| {
            let photo = person.photos.iter().find(|photo| photo.id == id)?;
            Some((person, photo))
        })
    }

    /// Whether somebody counts as a minor for the whole journey: under 18 on the day of the
    /// application, unless an officer decided otherwise.
    #[must_use]
    pub fn is_minor(&self, person: &PersonFile) -> bool {
        match person.treated_as {
            Some(TreatedAs::Adult) => false,
            Some(TreatedAs::Minor) => true,
            None => is_minor(person.date_of_birth, self.applied_on),
        }
    }

    /// The household's mailing time zone: where the principal's mail goes.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        let province = self
            .principal()
            .and_then(|principal| principal.address.as_ref())
            .and_then(|given| Province::from_abbreviation(&given.mailing.province));
        days::zone_of(province)
    }
}

/// A person with everything that happened to them.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonFile {
    /// Their id.
    pub id: PersonId,
    /// Their name as issued.
    pub name: Name,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// Their UCI in its normal form.
    pub uci: String,
    /// Their email address, if any: the confirmed one, else the one on file. Ask
    /// [`PersonFile::email_at`] where mail goes to it.
    pub email: Option<String>,
    /// What is known of their addresses besides.
    pub contact: ContactFile,
    /// An officer's decision on whether they count as an adult.
    pub treated_as: Option<TreatedAs>,
    /// How they are related to the principal.
    pub relationship: Relationship,
    /// Their account, if one was opened.
    pub account: Option<AccountFile>,
    /// The declaration of presence.
    pub declaration: Option<DeclarationFile>,
    /// The newest address.
    pub address: Option<AddressFile>,
    /// Every photo that was submitted, oldest first.
    pub photos: Vec<PhotoFile>,
    /// The proof of status.
    pub proof: Option<ProofFile>,
    /// The card, once made.
    pub card: Option<CardFile>,
}

impl PersonFile {
    /// Whether they sign in for themselves: an own account takes effect at its first sign-in.
    #[must_use]
    pub fn has_own_account(&self) -> bool {
        self.account.as_ref().is_some_and(|account| account.active)
    }

    /// Their address at a moment: an officer's change holds from its hour on, whether or not it was
    /// written down since.
    #[must_use]
    pub fn email_at(&self, now: Timestamp) -> Option<&str> {
        let coming = self.contact.coming.as_ref().filter(|coming| coming.holds_from <= now);
        coming.map(|coming| coming.email.as_str()).or(self.email.as_deref())
    }

    /// The same where somebody showed that they read that mailbox, or officers vouch for it.
    #[must_use]
    pub fn confirmed_email_at(&self, now: Timestamp) -> Option<&str> {
        let coming = self.contact.coming.as_ref().is_some_and(|coming| coming.holds_from <= now);
        self.email_at(now).filter(|_| coming || self.contact.confirmed)
    }
}

/// An account as its household's rules see it.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountFile {
    /// Its id.
    pub id: AccountId,
    /// Its username.
    pub username: String,
    /// Whether an own password was stored.
    pub active: bool,
    /// The last day of the temporary password, while there is one.
    pub temporary_last_day: Option<Date>,
    /// Whether an officer closed it, for good.
    pub closed: bool,
}

/// A declaration of presence.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclarationFile {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Name,
    /// The receipt's reference.
    pub reference: String,
}

/// An address.
#[derive(Clone, Debug, PartialEq)]
pub struct AddressFile {
    /// When this version was given.
    pub at: Timestamp,
    /// When the first version was given.
    pub first_at: Timestamp,
    /// By whom this version was given.
    pub by: PersonId,
    /// The reference of its receipt.
    pub reference: String,
    /// Where mail goes.
    pub mailing: Address,
    /// Where the person lives, if elsewhere.
    pub residential: Option<Address>,
}

/// A photo that was submitted.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoFile {
    /// Its id.
    pub id: PhotoId,
    /// The object that holds its bytes; nothing once they are no longer kept.
    pub object: Option<String>,
    /// Its format.
    pub format: PictureFormat,
    /// What its sender said it is.
    pub kind: SourceKind,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// SHA-256 of its pixels.
    pub pixels_sha256: [u8; 32],
    /// Its likeness, as its examination tells it; kept no longer than its bytes.
    pub likeness: Option<String>,
    /// What an officer decided.
    pub decision: Option<DecisionFile>,
}

impl PhotoFile {
    /// The decision, once it can no longer be undone; until then nobody but officers knows of it.
    #[must_use]
    pub fn decided(&self, now: Timestamp) -> Option<&DecisionFile> {
        self.decision.as_ref().filter(|decision| decision.effective_at <= now)
    }

    /// Whether it was returned, for everyone to know.
    #[must_use]
    pub fn is_returned(&self, now: Timestamp) -> bool {
        self.decided(now)
            .is_some_and(|decision| matches!(decision.verdict, Verdict::Returned { .. }))
    }

    /// Whether it was accepted, for everyone to know.
    #[must_use]
    pub fn is_accepted(&self, now: Timestamp) -> bool {
        self.decided(now).is_some_and(|decision| decision.verdict == Verdict::Accepted)
    }
}

/// What an officer decided on a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionFile {
    /// What.
    pub verdict: Verdict,
    /// From when on it cannot be undone and is told.
    pub effective_at: Timestamp,
}

/// Accepted, or returned and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Accepted.
    Accepted,
    /// Returned.
    Returned {
        /// Why; never empty.
        reasons: Vec<Reason>,
        /// The officer's note in English.
        note_en: String,
        /// The officer's note in French.
        note_fr: String,
    },
}

/// A proof of status.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofFile {
    /// From which day the person is a permanent resident.
    pub became_resident_on: Date,
    /// When it was issued.
    pub at: Timestamp,
}

/// A card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardFile {
    /// The last thing that happened to it.
    pub step: CardStep,
    /// When.
    pub at: Timestamp,
}

/// What happens to a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardStep {
    /// It is made.
    Made,
    /// It is mailed.
    Mailed,
    /// It came back.
    Undelivered,
}
