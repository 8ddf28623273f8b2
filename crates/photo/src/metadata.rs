//! What identifies somebody in a picture's file, by kind and by name. It names what is there; the
//! values themselves are never kept.

pub(crate) mod photoshop;
pub(crate) mod text;
pub(crate) mod trailer;
pub(crate) mod xmp;

use contract::picked::Removable;

/// The most tags that are named for one file; a hostile one could hold millions.
const MAX_TAGS: usize = 512;

/// The longest name that is told, in characters (a PNG's keywords have 79 at most).
const NAME_CHARS: usize = 96;

/// One thing in a file that is removed before the file leaves the device.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tag {
    /// What it gives away.
    pub kind: Removable,
    /// Its standard name, such as `GPSLatitude`, `XMP`, `COM` or `tEXt:Author`; at most 96
    /// characters, none of them a control character.
    pub name: String,
}

/// The distinct kinds of these tags, in the order in which they are told.
#[must_use]
pub fn kinds(tags: &[Tag]) -> Vec<Removable> {
    Removable::ALL.into_iter().filter(|kind| tags.iter().any(|tag| tag.kind == *kind)).collect()
}

/// Tags as they are found: each once, and no more than can be told.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    told: Vec<Tag>,
    found: usize,
}

impl Tags {
    /// Notes a tag, unless it is known already.
    ///
    /// Where there are too many to name, one of each kind is still noted.
    pub(crate) fn add(&mut self, kind: Removable, name: &str) {
        self.found += 1;
        let name: String = name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
        let full = self.told.len() >= MAX_TAGS && self.told.iter().any(|known| known.kind == kind);
        let tag = Tag { kind, name };
        if !full && !self.told.contains(&tag) {
            self.told.push(tag);
        }
    }

    /// How often one was found, whether or not it was known already.
    pub(crate) const fn found(&self) -> usize {
        self.found
    }

    /// The tags, in the order in which they were found.
    pub(crate) fn into_vec(self) -> Vec<Tag> {
        self.told
    }
}
