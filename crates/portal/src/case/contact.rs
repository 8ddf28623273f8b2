//! Where a household and its people are reached: the invitation and its answer, and addresses of
//! email. Holds facts only.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is known of a person's addresses besides the one that holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactFile {
    /// The address that came with the application.
    pub on_file: Option<String>,
    /// Whether `PersonFile::email` is confirmed: by whoever reads it, or by officers.
    pub confirmed: bool,
    /// Whether it was officers: such a change was theirs to check, and is nobody else's to undo
    /// before its holder signs in.
    pub by_officers: bool,
    /// What the principal answered about them, or asked for them later.
    pub answered: Option<AnsweredFile>,
    /// A change that two officers approved and that is not written down yet.
    pub coming: Option<ComingEmail>,
}

/// What was answered about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredFile {
    /// Their address.
    pub email: Option<String>,
    /// Whether they are to have an own account.
    pub own_account: bool,
}

/// An address that officers gave somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComingEmail {
    /// The address.
    pub email: String,
    /// From when on it holds.
    pub holds_from: Timestamp,
}

/// An officer's decision on whether somebody counts as an adult.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TreatedAs {
    /// An adult, whatever their age.
    Adult,
    /// A minor, whatever their age.
    Minor,
}

/// The invitation of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationFile {
    /// The last day on which it can be answered.
    pub last_day: Date,
    /// Whether it was answered, and if so whether from within Canada.
    pub in_canada: Option<bool>,
}
