//! Whether what was typed takes the place of what is kept, and whether that may be forgotten: only
//! where its sender knows what it is, so that two windows never overwrite each other unseen.

use crate::secret;
use contract::Code;
use contract::draft::{Draft, DraftKey};

/// What is kept, as far as a sender knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing.
    Nothing,
    /// Something, whatever it is.
    Anything,
    /// One of these versions.
    Versions(Vec<String>),
}

/// What to do with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Keep it in place of what is kept.
    Write,
    /// It is kept already: it was sent twice, or typed twice.
    AsItIs,
}

/// The version of a draft, by its content.
#[must_use]
pub fn version(draft: &Draft) -> String {
    let content = serde_json::to_vec(draft).unwrap_or_default();
    secret::hex(&secret::sha256(&content)[..16])
}

/// Whether `new` takes the place of `kept`.
///
/// # Errors
/// `draft_changed_elsewhere` where something else is kept than its sender saw. What is kept already
/// never is in the way (RFC 9110, 13.1.1): the reply to its first sending may have been lost.
pub fn decide(kept: Option<&Draft>, seen: &Seen, new: &Draft) -> Result<Keep, Code> {
    if kept == Some(new) {
        return Ok(Keep::AsItIs);
    }
    let fits = match (kept, seen) {
        (None, Seen::Nothing) | (Some(_), Seen::Anything) => true,
        (Some(kept), Seen::Versions(versions)) => versions.contains(&version(kept)),
        _ => false,
    };
    if fits { Ok(Keep::Write) } else { Err(Code::DraftChangedElsewhere) }
}

/// Whether `kept` may be forgotten.
///
/// # Errors
/// `draft_changed_elsewhere` where something else is kept than its sender saw. Where nothing is kept,
/// nothing is in the way: the reply to the first wish may have been lost.
pub fn may_go(kept: Option<&Draft>, seen: &Seen) -> Result<(), Code> {
    let fits = match (kept, seen) {
        (None, _) | (Some(_), Seen::Anything) => true,
        (Some(_), Seen::Nothing) => false,
        (Some(kept), Seen::Versions(versions)) => versions.contains(&version(kept)),
    };
    if fits { Ok(()) } else { Err(Code::DraftChangedElsewhere) }
}

/// Whether a draft is one of this page.
#[must_use]
pub const fn is_of(draft: &Draft, key: DraftKey) -> bool {
    matches!(
        (key, draft),
        (DraftKey::Declaration, Draft::Declaration(_))
            | (DraftKey::Address, Draft::Address(_))
            | (DraftKey::Photo { .. }, Draft::Photo(_))
            | (DraftKey::Message { .. }, Draft::Message(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::draft::PhotoDraft;
    use contract::photo::SourceKind;

    fn photo(kind: SourceKind) -> Draft {
        Draft::Photo(PhotoDraft { kind: Some(kind), ..PhotoDraft::default() })
    }

    #[test]
    fn a_draft_takes_the_place_of_what_its_sender_saw() {
        let (old, new) = (photo(SourceKind::Scan), photo(SourceKind::Selfie));
        let of = |draft: &Draft| Seen::Versions(vec!["another".into(), version(draft)]);
        let refused = Err(Code::DraftChangedElsewhere);
        for (kept, seen, expected) in [
            (None, Seen::Nothing, Ok(Keep::Write)),
            (None, Seen::Anything, refused),
            (None, of(&old), refused),
            (Some(&old), Seen::Nothing, refused),
            (Some(&old), Seen::Anything, Ok(Keep::Write)),
            (Some(&old), of(&old), Ok(Keep::Write)),
            (Some(&old), of(&new), refused),
            (Some(&old), Seen::Versions(Vec::new()), refused),
            (Some(&new), of(&old), Ok(Keep::AsItIs)),
            (Some(&new), Seen::Nothing, Ok(Keep::AsItIs)),
        ] {
            assert_eq!(decide(kept, &seen, &new), expected, "{kept:?} {seen:?}");
        }
    }

    #[test]
    fn what_its_sender_did_not_see_is_not_forgotten() {
        let (old, new) = (photo(SourceKind::Scan), photo(SourceKind::Selfie));
        let of = |draft: &Draft| Seen::Versions(vec!["another".into(), version(draft)]);
        let refused = Err(Code::DraftChangedElsewhere);
        for (kept, seen, expected) in [
            (None, Seen::Nothing, Ok(())),
            (None, of(&old), Ok(())),
            (Some(&old), Seen::Anything, Ok(())),
            (Some(&old), of(&old), Ok(())),
            (Some(&old), of(&new), refused),
            (Some(&old), Seen::Nothing, refused),
            (Some(&old), Seen::Versions(Vec::new()), refused),
        ] {
            assert_eq!(may_go(kept, &seen), expected, "{kept:?} {seen:?}");
        }
    }
}
