//! Where a chunk of a photo stands to what arrived of it before: it begins the file, goes on with
//! it, is there already, or belongs elsewhere. What a sender announces tells one file from another.

use crate::secret::Sha;

/// What a sender announces of a whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Its bytes.
    pub total: u64,
    /// SHA-256 of them.
    pub sha256: Sha,
}

/// What arrived so far under an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What was announced with its first chunk.
    pub announced: Announced,
    /// Bytes that arrived for good.
    pub received: u64,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The file it is of.
    pub announced: Announced,
    /// Where in the file it begins, in bytes.
    pub starts: u64,
    /// Bytes of it.
    pub bytes: u64,
}

impl Part {
    /// Whether nothing of the file comes after it.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.starts.checked_add(self.bytes) == Some(self.announced.total)
    }
}

/// Where a part stands to what arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It begins a file, in place of whatever arrived for its person.
    Begins,
    /// It begins where the bytes that arrived end.
    Follows,
    /// All of it arrived before: its reply may have been lost.
    There,
    /// It does not fit.
    Elsewhere {
        /// Where the bytes that arrived end.
        expected: u64,
    },
}

/// Where a part stands to what arrived under its id.
#[must_use]
pub fn place(standing: Option<&Standing>, part: &Part) -> Place {
    let Some(standing) = standing.filter(|standing| standing.announced == part.announced) else {
        return if part.starts == 0 { Place::Begins } else { Place::Elsewhere { expected: 0 } };
    };
    let expected = standing.received;
    if part.starts.checked_add(part.bytes).is_some_and(|end| end <= expected) {
        Place::There
    } else if part.starts == expected {
        Place::Follows
    } else {
        Place::Elsewhere { expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Announced = Announced { total: 100, sha256: [1; 32] };

    fn placed(received: Option<u64>, starts: u64, bytes: u64) -> Place {
        let standing = received.map(|received| Standing { announced: FILE, received });
        place(standing.as_ref(), &Part { announced: FILE, starts, bytes })
    }

    #[test]
    fn a_part_goes_where_the_bytes_end_and_nowhere_else() {
        assert_eq!(placed(None, 0, 40), Place::Begins);
        assert_eq!(placed(None, 1, 40), Place::Elsewhere { expected: 0 });
        assert_eq!(placed(Some(40), 40, 60), Place::Follows);
        assert_eq!(placed(Some(40), 41, 1), Place::Elsewhere { expected: 40 }, "a gap");
        assert_eq!(placed(Some(40), 39, 2), Place::Elsewhere { expected: 40 }, "half of it is new");
        assert_eq!(placed(Some(40), u64::MAX, 2), Place::Elsewhere { expected: 40 });
    }

    #[test]
    fn what_arrived_before_is_there() {
        for (starts, bytes) in [(0, 40), (0, 1), (39, 1), (40, 0)] {
            assert_eq!(placed(Some(40), starts, bytes), Place::There, "{starts} {bytes}");
        }
        assert_eq!(placed(Some(100), 60, 40), Place::There, "the last one, once all is there");
    }

    #[test]
    fn another_file_under_the_same_id_begins_anew() {
        let standing = Standing { announced: FILE, received: 40 };
        for other in [Announced { total: 99, ..FILE }, Announced { sha256: [2; 32], ..FILE }] {
            let part = |starts| Part { announced: other.clone(), starts, bytes: 10 };
            assert_eq!(place(Some(&standing), &part(0)), Place::Begins);
            assert_eq!(place(Some(&standing), &part(40)), Place::Elsewhere { expected: 0 });
        }
    }

    #[test]
    fn the_last_part_is_the_one_with_which_the_file_ends() {
        let part = |starts, bytes| Part { announced: FILE, starts, bytes };
        assert!(part(60, 40).is_last());
        assert!(!part(60, 39).is_last());
        assert!(!part(u64::MAX, 101).is_last());
    }
}
