//! The timeline of a person: what happened, and what comes next.

use crate::board::Name;
use crate::photo::Reason;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Something that happened, as its person may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The household was invited.
    Invited,
    /// The invitation was answered from outside Canada.
    AnsweredOutside,
    /// The invitation was answered.
    Answered,
    /// The email address was confirmed.
    EmailConfirmed,
    /// The email address was changed.
    EmailChanged,
    /// An officer wrote a message.
    MessageReceived,
    /// The account was opened and the temporary password mailed.
    AccountOpened,
    /// A new temporary password was mailed; the old one no longer works.
    TemporaryPasswordReissued,
    /// The own password was stored.
    FirstSignedIn,
    /// Presence was declared.
    PresenceDeclared {
        /// By whom.
        by: Name,
    },
    /// An address was given for the first time.
    AddressGiven,
    /// The address was changed.
    AddressChanged,
    /// A photo was sent for review.
    PhotoSubmitted,
    /// The photo was returned.
    PhotoReturned {
        /// Why, as codes.
        reasons: Vec<Reason>,
        /// The officer's note in English; may be empty.
        note_en: String,
        /// The officer's note in French; may be empty.
        note_fr: String,
    },
    /// The photo was accepted.
    PhotoAccepted,
    /// The proof of status was issued.
    ProofIssued {
        /// From which day the person is a permanent resident.
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
        became_resident_on: Date,
    },
    /// The card was made.
    CardMade,
    /// The card was mailed.
    CardMailed,
    /// The card came back.
    CardUndelivered,
}

impl Event {
    /// The name of the event, as in its JSON: the messages `event-<name>` speak of it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::AnsweredOutside => "answered_outside",
            Self::Answered => "answered",
            Self::EmailConfirmed => "email_confirmed",
            Self::EmailChanged => "email_changed",
            Self::MessageReceived => "message_received",
            Self::AccountOpened => "account_opened",
            Self::TemporaryPasswordReissued => "temporary_password_reissued",
            Self::FirstSignedIn => "first_signed_in",
            Self::PresenceDeclared { .. } => "presence_declared",
            Self::AddressGiven => "address_given",
            Self::AddressChanged => "address_changed",
            Self::PhotoSubmitted => "photo_submitted",
            Self::PhotoReturned { .. } => "photo_returned",
            Self::PhotoAccepted => "photo_accepted",
            Self::ProofIssued { .. } => "proof_issued",
            Self::CardMade => "card_made",
            Self::CardMailed => "card_mailed",
            Self::CardUndelivered => "card_undelivered",
        }
    }
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TimelineEntry {
    /// When, by the portal's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// The day in the household's mailing time zone.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub on: Date,
    /// What.
    #[serde(flatten)]
    pub event: Event,
    /// The day by which the next thing is roughly expected, where one can be given.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub next_by: Option<Date>,
}

/// Reply of `GET /api/v1/people/{person}/timeline`: latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Timeline {
    /// The entries, latest first.
    pub entries: Vec<TimelineEntry>,
}
