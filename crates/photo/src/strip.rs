//! Takes out of a picture's file what is not needed to show it, and nothing else: the compressed
//! picture stays byte for byte what it was, it is shown upright as before, in the same colours. What
//! is kept is listed; whatever is not listed goes. It decodes nothing.

mod jpeg;
mod png;
mod profile;

use crate::header;
use crate::metadata::{Tag, Tags};
use contract::Problem;
use contract::photo::PictureFormat;
use contract::policy::PhotoPolicy;

/// A file without what identifies somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stripped {
    /// The file. The very bytes that were given where nothing was to be removed.
    pub bytes: Vec<u8>,
    /// What was removed.
    pub removed: Vec<Tag>,
}

/// Removes from a file what identifies somebody or is otherwise not needed to show the picture.
///
/// # Errors
/// As of [`inspect`](crate::inspect), but for damage inside of the compressed picture, which is not
/// looked at here.
pub fn strip(bytes: &[u8], policy: &PhotoPolicy) -> Result<Stripped, Problem> {
    let header = header::read(bytes, policy)?;
    let plan = plan(bytes, header.format);
    let bytes = plan.pieces.iter().flat_map(|piece| piece.bytes(bytes)).copied().collect();
    Ok(Stripped { bytes, removed: plan.removed.into_vec() })
}

/// What would be removed from a file whose header has passed.
pub(crate) fn removable(bytes: &[u8], format: PictureFormat) -> Vec<Tag> {
    plan(bytes, format).removed.into_vec()
}

/// How a file is put together again.
#[derive(Default)]
struct Plan {
    pieces: Vec<Piece>,
    removed: Tags,
}

/// A part of the new file.
enum Piece {
    /// Bytes of the old one.
    Kept(std::ops::Range<usize>),
    /// Bytes that take the place of some.
    Own(Vec<u8>),
}

impl Piece {
    fn bytes<'a>(&'a self, old: &'a [u8]) -> &'a [u8] {
        match self {
            Self::Kept(range) => old.get(range.clone()).unwrap_or_default(),
            Self::Own(bytes) => bytes,
        }
    }
}

fn plan(bytes: &[u8], format: PictureFormat) -> Plan {
    match format {
        PictureFormat::Jpeg => jpeg::plan(bytes),
        PictureFormat::Png => png::plan(bytes),
    }
    .unwrap_or_default()
}
