//! What goes into the store and what comes out of it while the file of a photo arrives, until it is
//! submitted.

use crate::rules::upload::{Announced, Part, Standing};
use crate::secret::Sha;
use contract::id::{PersonId, UploadId};
use contract::photo::PictureFormat;
use jiff::Timestamp;

/// Some bytes of a file on its way, in an object of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChunk {
    /// Who sends it.
    pub by: PersonId,
    /// For whom.
    pub person: PersonId,
    /// The id that the sender chose.
    pub upload: UploadId,
    /// Which bytes of which file.
    pub part: Part,
    /// The object that holds them.
    pub object: String,
    /// The object of the bytes before them, where the new object holds these as well.
    pub instead_of: Option<String>,
    /// The time.
    pub now: Timestamp,
}

/// An object with fewer bytes is joined with the chunk that follows: however small the chunks are
/// that somebody sends, the objects stay few.
const SHORT: u64 = 64 * 1024;

/// What arrived under an id so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// What was announced, and how much of it is here.
    pub standing: Standing,
    /// The objects that hold it, in their order; none once all arrived and was examined.
    pub objects: Vec<String>,
    /// Bytes in the last of them.
    pub last_bytes: u64,
}

impl Arrival {
    /// The last object, where the next chunk is to be joined with it.
    #[must_use]
    pub fn short_end(&self) -> Option<&String> {
        self.objects.last().filter(|_| self.last_bytes < SHORT)
    }
}

/// What became of bytes that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// They are kept.
    Kept {
        /// Objects that nothing needs any more.
        replaced: Vec<String>,
    },
    /// They were there already; the object that was brought is not needed.
    There {
        /// Bytes that arrived for good.
        received: u64,
    },
    /// They do not fit to what is there; the object that was brought is not needed.
    Elsewhere {
        /// Where the bytes that arrived end.
        expected: u64,
    },
}

/// Bytes that arrived in full and are not submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Who sent it.
    pub by: PersonId,
    /// For whom.
    pub person: PersonId,
    /// The id that the sender chose.
    pub upload: UploadId,
    /// What was announced, and arrived.
    pub announced: Announced,
    /// The object that holds what is kept of them.
    pub object: String,
    /// How many bytes that are.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Sha,
    /// The picture's format.
    pub format: PictureFormat,
    /// SHA-256 of its pixels.
    pub pixels_sha256: Sha,
}
