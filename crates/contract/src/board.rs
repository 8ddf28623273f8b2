//! The household board: what the home page shows, and what every page of the journey starts from.

use crate::address::Address;
use crate::id::{AccountId, HouseholdId, PersonId, PhotoId};
use crate::photo::{Reason, SourceKind};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// A person's name as issued; either part may be empty, never both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Name {
    /// Given names.
    pub given: String,
    /// Family name.
    pub family: String,
}

impl Name {
    /// Given and family name in one line.
    #[must_use]
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }

    /// What to call the person in a sentence: the first given name, else the family name.
    #[must_use]
    pub fn short(&self) -> &str {
        self.given.split_whitespace().next().unwrap_or(&self.family)
    }
}

/// Reply of `GET /api/v1/household`: everything the signed-in account may see of its household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Board {
    /// The household.
    pub household: Household,
    /// The signed-in account.
    pub account: AccountId,
    /// The person whose account it is.
    pub me: PersonId,
    /// Everyone on the application: the principal first, then as listed on it.
    pub people: Vec<Person>,
    /// The portal's time of this answer.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// Today in the household's mailing time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub today: Date,
}

impl Board {
    /// A person of the household.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The people the account acts for, with their journeys.
    pub fn acted_for(&self) -> impl Iterator<Item = (&Person, &Journey)> {
        self.people.iter().filter_map(|person| Some((person, person.journey.as_ref()?)))
    }
}

/// The people on one approved application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// A letter and nine digits.
    pub application_number: String,
    /// The day of the application.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub applied_on: Date,
    /// Where it stands.
    pub state: HouseholdState,
}

/// Where a household stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HouseholdState {
    /// Imported; nobody was invited yet.
    Approved,
    /// The principal was invited.
    Invited,
    /// The principal answered that they are not in Canada.
    WaitingOutside,
    /// The invitation was answered; addresses are being confirmed.
    Answered,
    /// At least one account is open.
    Active,
    /// Every card was mailed.
    Closed,
    /// The application was withdrawn.
    Withdrawn,
    /// The household is asked to an interview.
    Interview,
}

impl HouseholdState {
    /// The name on the wire, in snake case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Invited => "invited",
            Self::WaitingOutside => "waiting_outside",
            Self::Answered => "answered",
            Self::Active => "active",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Interview => "interview",
        }
    }
}

/// How a person is related to the principal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    /// The principal.
    Principal,
    /// Married to the principal.
    Spouse,
    /// Living with the principal as a couple.
    Partner,
    /// A child of the principal or of the principal's spouse or partner.
    Child,
    /// A child of such a child.
    Grandchild,
    /// Anyone else on the application.
    Other,
}

impl Relationship {
    /// The name on the wire, in snake case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Principal => "principal",
            Self::Spouse => "spouse",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Grandchild => "grandchild",
            Self::Other => "other",
        }
    }
}

/// A person as the signed-in account may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: Name,
    /// How they are related to the principal.
    pub relationship: Relationship,
    /// Absent where the person has an own account and it is not this one: nothing more is told.
    pub journey: Option<Journey>,
}

/// Where a person's journey stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Journey {
    /// Their date of birth.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub date_of_birth: Date,
    /// Full years today.
    pub age: u8,
    /// Under 18 on the day of the application.
    pub minor: bool,
    /// The declaration of presence, once made.
    pub declaration: Option<Declared>,
    /// The address, once given.
    pub address: Option<GivenAddress>,
    /// The photo.
    pub photo: PhotoState,
    /// The proof of status.
    pub proof: ProofState,
    /// The card.
    pub card: CardState,
    /// Every running clock, the next to end first.
    pub clocks: Vec<Clock>,
    /// Messages of officers that were not read yet.
    #[serde(default)]
    pub unread_messages: u32,
}

/// A declaration that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Declared {
    /// The portal's time.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// The day in the household's mailing time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub on: Date,
    /// By whom.
    pub by: Name,
    /// The receipt's reference.
    pub reference: String,
}

/// An address that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GivenAddress {
    /// Where the card is mailed.
    pub mailing: Address,
    /// Where the person lives; absent when it is the mailing address.
    pub residential: Option<Address>,
    /// The day it was given, in the household's mailing time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub on: Date,
    /// Whether it can still be changed.
    pub open: bool,
    /// The receipt's reference: another one is another address. Empty where an earlier version of the
    /// app kept this.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// By whom it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

/// Where a person's photo stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PhotoState {
    /// None was sent.
    #[default]
    None,
    /// Waiting for an officer.
    Submitted {
        /// The photo.
        photo: PhotoId,
        /// What its sender said it is.
        kind: SourceKind,
        /// The day it was sent.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// An officer accepted it.
    Accepted {
        /// The photo.
        photo: PhotoId,
        /// The day it was accepted.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// An officer returned it; another can be sent.
    Returned {
        /// The photo.
        photo: PhotoId,
        /// The day it was returned.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
        /// Why, as codes.
        reasons: Vec<Reason>,
        /// The officer's note in English; may be empty.
        note_en: String,
        /// The officer's note in French; may be empty.
        note_fr: String,
        /// Every photo of this person that was returned, the latest first.
        #[serde(default)]
        earlier: Vec<ReturnedPhoto>,
    },
}

/// What tells a returned photo again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReturnedPhoto {
    /// SHA-256 of its size and pixels, in lower-case hexadecimal: the same cannot be sent again.
    pub pixels_sha256: String,
    /// Its likeness, as an examination tells it; absent until it was examined.
    pub likeness: Option<String>,
}

/// Where the proof of status stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ProofState {
    /// Not issued.
    #[default]
    None,
    /// Issued.
    Issued {
        /// From which day the person is a permanent resident.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        became_resident_on: Date,
        /// The day it was issued.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
}

/// Where the card stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CardState {
    /// Not made.
    #[default]
    None,
    /// Made, not yet mailed.
    Made {
        /// The day.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// On its way.
    Mailed {
        /// The day.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// It came back.
    Undelivered {
        /// The day.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        on: Date,
    },
    /// It must be applied for separately.
    MustApply,
}

/// A running clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Clock {
    /// What runs out.
    pub kind: ClockKind,
    /// Its last day, in the household's mailing time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub ends_on: Date,
    /// Days left, 0 on the last day.
    pub days_left: u16,
}

/// What can run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// The temporary password.
    TemporaryPassword,
    /// Downloading the proof.
    ProofDownload,
    /// Claiming the card with address and photo.
    CardClaim,
}

impl ClockKind {
    /// The name on the wire, in snake case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TemporaryPassword => "temporary_password",
            Self::ProofDownload => "proof_download",
            Self::CardClaim => "card_claim",
        }
    }
}
