//! What a write with an idempotency key means, given what is kept under that key. The key is
//! scoped by account and route, so one sender's keys never meet another's.

use crate::secret::Sha;

/// What to do with a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Nothing is kept: make it.
    First,
    /// The same write was made: give the kept reply again.
    Again,
    /// The key was used for another write: refuse.
    Mismatch,
}

/// Compares a write with what is kept under its key. `kept` and `now` are SHA-256 over path and
/// body.
#[must_use]
pub fn decide(kept: Option<&Sha>, now: &Sha) -> Repeat {
    match kept {
        None => Repeat::First,
        Some(kept) if kept == now => Repeat::Again,
        Some(_) => Repeat::Mismatch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_body_is_the_same_write() {
        assert_eq!(decide(None, &[1; 32]), Repeat::First);
        assert_eq!(decide(Some(&[1; 32]), &[1; 32]), Repeat::Again);
        assert_eq!(decide(Some(&[2; 32]), &[1; 32]), Repeat::Mismatch);
    }
}
