//! How long a session lives: which uses are written down, and when it can be extended (WCAG 2.2,
//! 2.2.1: a time limit that can be extended at least ten times).

use crate::store::SessionFile;
use contract::Code;
use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};

/// A session that was used this long ago or longer is written down as used: not every reading
/// request then writes.
const WRITTEN_AFTER_MS: i64 = 30_000;

/// Parts of the idle limit that a written use may lag behind at most, where that is shorter.
const PARTS: i64 = 20;

/// Whether a use is to be written down. The first one after an extension always is: it gives the
/// extensions back.
#[must_use]
pub fn is_written(
    seen_at: Timestamp,
    extensions_used: u8,
    now: Timestamp,
    policy: &Policy,
) -> bool {
    let part = i64::from(policy.session_idle_seconds) * 1000 / PARTS;
    let since = now.duration_since(seen_at);
    extensions_used > 0 || since >= SignedDuration::from_millis(part.min(WRITTEN_AFTER_MS))
}

/// Whether a session can be extended.
///
/// # Errors
/// `session_cannot_be_extended` where that was done too often since its last use, or would not move
/// its end.
pub fn may_extend(session: &SessionFile) -> Result<(), Code> {
    if session.extensions_left > 0 && session.idle_ends_at < session.ends_at {
        Ok(())
    } else {
        Err(Code::SessionCannotBeExtended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::id::{AccountId, PersonId};

    fn at(millisecond: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + millisecond).expect("a time")
    }

    #[test]
    fn a_use_is_written_down_when_it_matters() {
        let policy = Policy::PROGRAMME;
        assert!(!is_written(at(0), 0, at(29_999), &policy));
        assert!(is_written(at(0), 0, at(30_000), &policy));
        assert!(is_written(at(0), 1, at(0), &policy), "it gives the extensions back");
        let short = Policy { session_idle_seconds: 60, ..policy };
        assert!(!is_written(at(0), 0, at(2_999), &short));
        assert!(is_written(at(0), 0, at(3_000), &short), "a short limit is kept to, too");
    }

    #[test]
    fn a_session_is_extended_while_that_moves_its_end() {
        let session = |idle, absolute, extensions_left| SessionFile {
            account: AccountId(uuid::Uuid::nil()),
            person: PersonId(uuid::Uuid::nil()),
            username: String::new(),
            idle_ends_at: at(idle),
            ends_at: at(absolute),
            extensions_left,
        };
        assert_eq!(may_extend(&session(1, 2, 1)), Ok(()));
        for (idle, absolute, left) in [(1, 2, 0), (2, 2, 1), (3, 2, 1)] {
            let refused = may_extend(&session(idle, absolute, left));
            assert_eq!(refused, Err(Code::SessionCannotBeExtended), "{idle} {absolute} {left}");
        }
    }
}
