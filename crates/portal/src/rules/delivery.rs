//! When a mail is tried again that could not be handed on, and when it is given up. A mail that the
//! relay refuses for good, or puts off too often, is given up and shown to officers. A relay that
//! cannot be used concerns every mail alike and makes none of them a dead letter, however long it
//! lasts.

use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};

/// What the relay's reply code to one mail means (RFC 5321, 4.2; RFC 4954, 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It wants something of the portal first, for every mail: to be signed in, or TLS.
    Closed,
    /// It may take this mail later.
    PutOff,
    /// It never takes this mail.
    Refused,
}

/// What a reply code means that is not a success.
#[must_use]
pub fn answer(code: u16) -> Answer {
    match code {
        530 | 534 | 535 | 538 => Answer::Closed,
        500..=599 => Answer::Refused,
        _ => Answer::PutOff,
    }
}

/// When a mail is tried again that was put off `times` times, this time included; nothing where it
/// is given up. `random` moves the wait, see [`wait`].
#[must_use]
pub fn again(times: u32, now: Timestamp, random: u16, policy: &Policy) -> Option<Timestamp> {
    let longest = policy.mail_retry_max_seconds;
    (times < u32::from(policy.mail_attempts))
        .then(|| later(now, wait(times, longest, random, policy)))
}

/// When a relay is tried again that could not be used `times` times in a row, this time included:
/// twice at least while a reset code works, so that a code is still of use when it arrives.
#[must_use]
pub fn open_again(times: u32, now: Timestamp, random: u16, policy: &Policy) -> Timestamp {
    let longest = policy.mail_retry_max_seconds.min(policy.reset_code_seconds / 2);
    later(now, wait(times, longest, random, policy))
}

/// The wait after so many failures, in milliseconds: doubles with each, up to `longest` seconds, and
/// is then shortened by up to a quarter, as `random` says, so that what failed together is not tried
/// together. It grows all the same until it is at its longest.
fn wait(times: u32, longest: u32, random: u16, policy: &Policy) -> i64 {
    let doublings = times.saturating_sub(1).min(u32::BITS);
    let seconds = u64::from(policy.mail_retry_seconds) << doublings;
    let whole_ms = seconds.min(u64::from(longest)) * 1000;
    let less_ms = whole_ms / 4 * u64::from(random) / u64::from(u16::MAX);
    i64::try_from(whole_ms - less_ms).unwrap_or(i64::MAX)
}

fn later(now: Timestamp, wait_ms: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_millis(wait_ms)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: Policy = Policy::PROGRAMME;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("a time")
    }

    fn seconds(then: Timestamp) -> i64 {
        then.as_second() - at(0).as_second()
    }

    #[test]
    fn waits_double_from_a_minute_to_four_hours_until_the_mail_is_given_up() {
        let waits: Vec<Option<i64>> =
            (1..=14).map(|times| again(times, at(0), 0, &POLICY).map(seconds)).collect();
        let minutes = [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240, 240];
        let mut expected: Vec<Option<i64>> = minutes.iter().map(|n| Some(n * 60)).collect();
        expected.push(None);
        assert_eq!(waits, expected);
        assert_eq!(again(u32::MAX, at(0), 0, &POLICY), None);
    }

    #[test]
    fn a_relay_is_tried_twice_at_least_while_a_reset_code_works_and_never_given_up() {
        let waits: Vec<i64> =
            (1..=7).map(|times| seconds(open_again(times, at(0), 0, &POLICY))).collect();
        assert_eq!(waits, [60, 120, 240, 480, 900, 900, 900]);
        assert_eq!(seconds(open_again(u32::MAX, at(0), 0, &POLICY)), 900);
    }

    #[test]
    fn replies_about_the_portal_itself_are_not_held_against_the_mail() {
        for code in [530, 534, 535, 538] {
            assert_eq!(answer(code), Answer::Closed, "{code}");
        }
        for code in [421, 450, 451, 452, 454] {
            assert_eq!(answer(code), Answer::PutOff, "{code}");
        }
        for code in [500, 550, 551, 552, 553, 554] {
            assert_eq!(answer(code), Answer::Refused, "{code}");
        }
    }

    proptest::proptest! {
        #[test]
        fn chance_shortens_a_wait_by_a_quarter_at_most(times in 1_u32..14, random: u16) {
            let whole = again(times, at(0), 0, &POLICY).map(seconds).unwrap_or(0);
            let moved = again(times, at(0), random, &POLICY).map(seconds).unwrap_or(0);
            proptest::prop_assert!(moved <= whole && moved >= whole / 4 * 3 - 1);
        }

        #[test]
        fn waits_grow_until_the_longest(times in 1_u32..8, one: u16, other: u16) {
            let before = again(times, at(0), one, &POLICY);
            proptest::prop_assert!(before < again(times + 1, at(0), other, &POLICY));
        }
    }
}
