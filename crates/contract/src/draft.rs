//! Drafts: what was typed on each page that asks something, as it is kept on the device. Never a
//! password. The JSON of these types is persisted, so a change of form is a migration; a snapshot
//! test shows it.

pub mod facts;
pub mod standing;

use crate::address::{Address, SeenAddress};
use crate::crop::Crop;
use crate::id::{IdempotencyKey, PersonId};
use crate::photo::{Reason, SourceKind};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which draft: one per page, the photo's one per person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum DraftKey {
    /// First sign-in; kept for the device, since nobody is signed in.
    FirstSignIn,
    /// Sign-in; kept for the device.
    SignIn,
    /// The invitation, until an account is open; kept for the device.
    Invitation,
    /// The page that was open last; kept for the device.
    Place,
    /// Declaration of presence.
    Declaration,
    /// Address.
    Address,
    /// Photo of one person.
    Photo {
        /// Whose.
        person: PersonId,
    },
    /// A message that is being written.
    Message {
        /// In whose thread.
        person: PersonId,
    },
}

impl DraftKey {
    /// Whether it belongs to the device rather than to the signed-in account.
    #[must_use]
    pub const fn before_sign_in(self) -> bool {
        matches!(self, Self::FirstSignIn | Self::SignIn | Self::Invitation | Self::Place)
    }
}

impl DraftKey {
    /// The key of a path such as `address` or `photo/<person>`; the twin of its `Display`.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        Some(match path {
            "first_sign_in" => Self::FirstSignIn,
            "sign_in" => Self::SignIn,
            "invitation" => Self::Invitation,
            "place" => Self::Place,
            "declaration" => Self::Declaration,
            "address" => Self::Address,
            other => match other.split_once('/')? {
                ("photo", person) => Self::Photo { person: person.parse().ok()? },
                ("message", person) => Self::Message { person: person.parse().ok()? },
                _ => return None,
            },
        })
    }
}

impl fmt::Display for DraftKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstSignIn => f.write_str("first_sign_in"),
            Self::SignIn => f.write_str("sign_in"),
            Self::Invitation => f.write_str("invitation"),
            Self::Place => f.write_str("place"),
            Self::Declaration => f.write_str("declaration"),
            Self::Address => f.write_str("address"),
            Self::Photo { person } => write!(f, "photo/{person}"),
            Self::Message { person } => write!(f, "message/{person}"),
        }
    }
}

/// A draft's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum Draft {
    /// First sign-in, without the password.
    FirstSignIn(FirstSignInDraft),
    /// Sign-in, without the password.
    SignIn(SignInDraft),
    /// The invitation, without its code.
    Invitation(Box<InvitationDraft>),
    /// The page that was open last.
    Place(PlaceDraft),
    /// Declaration of presence.
    Declaration(DeclarationDraft),
    /// Address.
    Address(Box<AddressDraft>),
    /// What was said about a photo. Its bytes are kept beside it.
    Photo(PhotoDraft),
    /// A message that is being written.
    Message(MessageDraft),
}

/// A draft as another window or device left it, which this one has not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftElsewhere {
    /// What was typed there.
    pub draft: Draft,
    /// Names this very writing of it; the next one has another name.
    pub version: String,
    /// When it was kept, where that is known.
    pub at: Option<Timestamp>,
}

/// A date as it was typed, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedDate {
    /// Four digits when finished.
    pub year: String,
    /// 1 to 12 when finished.
    pub month: String,
    /// 1 to 31 when finished.
    pub day: String,
}

/// First sign-in, without the password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FirstSignInDraft {
    /// As typed.
    pub username: String,
    /// As typed.
    pub date_of_birth: TypedDate,
    /// As typed.
    pub uci: String,
}

/// Sign-in, without the password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInDraft {
    /// As typed.
    pub username: String,
}

/// The invitation: opening it and answering it, without its code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationDraft {
    /// As typed.
    pub date_of_birth: TypedDate,
    /// As typed.
    pub uci: String,
    /// Whether the principal is in Canada; absent until it was said.
    pub in_canada: Option<bool>,
    /// What was typed about each person.
    pub people: Vec<InvitedPersonDraft>,
}

/// What was typed about a person of the invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedPersonDraft {
    /// Who.
    pub person: PersonId,
    /// As typed.
    pub email: String,
    /// Whether an own account was ticked.
    pub own_account: bool,
}

/// A message that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageDraft {
    /// As typed.
    pub text: String,
    /// The key under which exactly this text was sent without an answer: sent once more, it is the
    /// same message. Gone with the next change of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<IdempotencyKey>,
}

/// The page that was open last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceDraft {
    /// Its path in the app, e.g. `/address`.
    pub path: String,
}

/// Declaration of presence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeclarationDraft {
    /// Who was ticked.
    pub people: Vec<PersonId>,
}

/// Address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressDraft {
    /// Who was ticked; absent until the page was touched.
    pub people: Option<Vec<PersonId>>,
    /// As typed.
    pub mailing: Address,
    /// Whether they live elsewhere.
    pub lives_elsewhere: bool,
    /// As typed; kept even while "elsewhere" is not ticked.
    pub residential: Address,
    /// The addresses that its typist saw given when they began; absent until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<Vec<SeenAddress>>,
}

/// What was said about a photo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PhotoDraft {
    /// What the picture is; absent until it was said.
    pub kind: Option<SourceKind>,
    /// The part of the picture that was chosen last, whether or not a photo was made of it.
    pub crop: Option<Crop>,
    /// The warnings about the file that will be sent which its owner read and sends it with.
    pub accepted: Option<AcceptedWarnings>,
}

/// Warnings that were read, about one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedWarnings {
    /// SHA-256 of the file's pixels, as [`PreparedPhoto`](crate::picked::PreparedPhoto) says it:
    /// another picture is judged anew.
    pub pixels_sha256: String,
    /// Of what it was warned.
    pub reasons: Vec<Reason>,
}
