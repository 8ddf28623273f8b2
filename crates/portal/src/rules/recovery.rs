//! Ways back in, in plain functions: what a typed code means, when something is mailed at somebody's
//! wish, who may change another's address and from when on that holds.

use crate::case::{CaseFile, PersonFile};
use crate::days;
use crate::store::{EmailChange, Typed};
use contract::Code;
use contract::board::HouseholdState;
use contract::email::{normalise_email, same_email};
use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};

/// Within how long mails at somebody's wish are counted, in seconds.
const COUNTED_SECONDS: u32 = 60 * 60;

/// An address as it is compared: [`same_email`] holds of two that are equal so.
#[must_use]
pub fn folded(email: &str) -> String {
    normalise_email(email).to_lowercase()
}

/// A code that was mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailed {
    /// Whether it is the one that was typed.
    pub fits: bool,
    /// From when on it no longer works.
    pub ends_at: Timestamp,
    /// How often one was typed for it before.
    pub tries: u8,
}

/// What a code that was typed means. One that was tried too often fits nobody, so that its time is
/// told only to who has it.
#[must_use]
pub fn typed(mailed: Mailed, tries: u8, now: Timestamp) -> Typed {
    if !mailed.fits || mailed.tries >= tries {
        Typed::Refused
    } else if mailed.ends_at <= now {
        Typed::Expired
    } else {
        Typed::Fits
    }
}

/// Whether a code that was mailed can still be typed.
#[must_use]
pub fn is_alive(mailed: Mailed, tries: u8, now: Timestamp) -> bool {
    mailed.tries < tries && now < mailed.ends_at
}

/// From when on mails count that were sent before `now`.
#[must_use]
pub fn counted_from(now: Timestamp) -> Timestamp {
    let hour = SignedDuration::from_secs(i64::from(COUNTED_SECONDS));
    now.checked_sub(hour).unwrap_or(Timestamp::MIN)
}

/// Whole seconds until something may be mailed again, where `sent` are the times within the hour,
/// the oldest first; nothing where it may be mailed now.
#[must_use]
pub fn wait_for_mail(sent: &[Timestamp], most: usize, now: Timestamp) -> Option<u64> {
    // The one that must leave the hour before there is room again.
    let over = sent.len().checked_sub(most)?;
    let free_at = sent.get(over).map(|sent| days::seconds_after(*sent, COUNTED_SECONDS))?;
    let left = free_at.duration_since(now).as_millis().max(1);
    u64::try_from(left).ok().map(|left| left.div_ceil(1000))
}

/// Where codes for an account go: the confirmed address of its holder, unless it was closed.
#[must_use]
pub fn reachable(person: &PersonFile, now: Timestamp) -> Option<&str> {
    let open = person.account.as_ref().is_some_and(|account| !account.closed);
    person.confirmed_email_at(now).filter(|_| open)
}

/// Whether the holder of an account may change its address.
///
/// # Errors
/// `household_withdrawn`: such a household reads and writes nothing.
pub fn may_change_email(case: &CaseFile) -> Result<(), Code> {
    if case.state == HouseholdState::Withdrawn { Err(Code::HouseholdWithdrawn) } else { Ok(()) }
}

/// Whether an officer may ask for another address of a person: it must be another one, and the
/// officer must give a name.
///
/// # Errors
/// `wrong_state`.
pub fn may_propose_email(
    person: &PersonFile,
    email: &str,
    officer: &str,
    now: Timestamp,
) -> Result<(), Code> {
    let held = person.email_at(now).is_some_and(|held| same_email(held, email));
    if held || named(officer).is_empty() { Err(Code::WrongState) } else { Ok(()) }
}

/// Whether an officer may approve a change: it waits for approval, and another one asked for it.
///
/// # Errors
/// `wrong_state`.
pub fn may_approve_email(change: Option<&EmailChange>, officer: &str) -> Result<(), Code> {
    let waits = change.is_some_and(|change| {
        change.approved.is_none() && named(&change.proposed_by) != named(officer)
    });
    if waits && !named(officer).is_empty() { Ok(()) } else { Err(Code::WrongState) }
}

/// A name as it is compared: one officer does not become two by another spelling.
fn named(officer: &str) -> String {
    officer.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// From when on a change holds that is approved now.
#[must_use]
pub fn holds_from(now: Timestamp, policy: &Policy) -> Timestamp {
    days::seconds_after(now, u32::from(policy.email_change_delay_hours) * 60 * 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::board::Name;
    use contract::id::PersonId;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("a time")
    }

    #[test]
    fn a_code_tells_its_end_only_to_who_has_it_and_did_not_try_too_often() {
        let mailed = |fits, tries| Mailed { fits, ends_at: at(10), tries };
        for (mailed, second, expected) in [
            (mailed(true, 0), 9, Typed::Fits),
            (mailed(true, 9), 9, Typed::Fits),
            (mailed(true, 10), 9, Typed::Refused),
            (mailed(true, 9), 10, Typed::Expired),
            (mailed(true, 10), 10, Typed::Refused),
            (mailed(false, 0), 9, Typed::Refused),
            (mailed(false, 0), 10, Typed::Refused),
        ] {
            assert_eq!(typed(mailed, 10, at(second)), expected, "{mailed:?} at {second}");
        }
    }

    #[test]
    fn the_oldest_mail_of_the_hour_makes_room_for_the_next() {
        let sent = [at(0), at(10), at(20)];
        assert_eq!(wait_for_mail(&sent, 4, at(30)), None);
        assert_eq!(wait_for_mail(&sent, 3, at(30)), Some(3570));
        assert_eq!(wait_for_mail(&sent, 2, at(30)), Some(3580));
        assert_eq!(wait_for_mail(&[], 5, at(30)), None);
    }

    #[test]
    fn two_officers_are_two_names() {
        let change = EmailChange {
            person: PersonId(uuid::Uuid::nil()),
            name: Name::default(),
            application_number: String::new(),
            email: "new@example.org".into(),
            proposed_by: "Ada Roy".into(),
            proposed_at: at(0),
            approved: None,
        };
        for same in ["Ada Roy", " ada  ROY ", "", " "] {
            let approved = may_approve_email(Some(&change), same);
            assert_eq!(approved, Err(Code::WrongState), "{same:?}");
        }
        assert_eq!(may_approve_email(Some(&change), "Ben Ito"), Ok(()));
        let again = EmailChange { approved: Some(("Ben Ito".into(), at(9))), ..change };
        assert_eq!(may_approve_email(Some(&again), "Cleo Park"), Err(Code::WrongState));
        assert_eq!(may_approve_email(None, "Ben Ito"), Err(Code::WrongState));
    }

    #[test]
    fn folding_agrees_with_the_contract() {
        for (one, other) in [("Leila@Example.org", " leila@example.ORG"), ("a@b.ca", "A@b.ca")] {
            assert!(same_email(one, other) && folded(one) == folded(other), "{one}");
        }
        assert!(!same_email("a@b.ca", "ab@b.ca") && folded("a@b.ca") != folded("ab@b.ca"));
    }
}
