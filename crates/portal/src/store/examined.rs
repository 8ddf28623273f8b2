//! What goes into the store and comes out of it about the examinations of submitted photos. They
//! are made after the submission, one at a time; nothing of a photo's journey waits for them.

use contract::examination::Examination;
use contract::id::PhotoId;
use contract::photo::SourceKind;
use jiff::Timestamp;
use serde::Serialize;

/// How often an examination is begun before it is given up: a photo that ends the portal each time
/// is not examined for ever.
pub const EXAMINATION_TRIES: u32 = 3;

/// A photo whose examination begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToExamine {
    /// The photo.
    pub photo: PhotoId,
    /// The object that holds its bytes.
    pub object: String,
    /// What its sender said it is.
    pub kind: SourceKind,
    /// How often it was begun, this time included; at most [`EXAMINATION_TRIES`].
    pub tries: u32,
}

/// What came of an examination.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It came to its end.
    Examined {
        /// What was seen.
        report: Box<Examination>,
        /// By which examination.
        version: String,
    },
    /// Nothing comes of it, and why.
    Failed(String),
    /// The portal is stopped; it is begun again, and this time does not count.
    Interrupted,
}

/// Where the examination of a photo stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Standing {
    /// It did not come to an end yet.
    Waiting,
    /// It came to its end.
    Examined {
        /// When.
        at: Timestamp,
        /// By which examination.
        version: String,
        /// What was seen.
        report: Box<Examination>,
    },
    /// Nothing came of it.
    Failed {
        /// When.
        at: Timestamp,
        /// Why, for officers.
        reason: String,
    },
    /// It is not kept, and not made anew.
    NotKept,
}
