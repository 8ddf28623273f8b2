//! How long a sign-in must wait after failures, per account and per peer address.

use contract::policy::Policy;
use jiff::Timestamp;

/// Failures that were counted under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many in a row.
    pub count: u32,
    /// When the last one was.
    pub last_at: Timestamp,
}

/// Whole seconds to wait before the next try; nothing where it may be made now. The first wait
/// comes after `failures_before_wait`, doubles with each further failure and is capped.
#[must_use]
pub fn wait_left(failures: Failures, now: Timestamp, policy: &Policy) -> Option<u64> {
    let further = failures.count.checked_sub(policy.failures_before_wait)?;
    let doubled = u64::from(policy.failure_wait_seconds)
        .checked_shl(further.min(u32::BITS - 1))
        .unwrap_or(u64::MAX);
    let wait = doubled.min(u64::from(policy.failure_wait_max_seconds));
    let passed_ms = now.as_millisecond() - failures.last_at.as_millisecond();
    let wait_ms = i64::try_from(wait.saturating_mul(1000)).unwrap_or(i64::MAX);
    let left_ms = u64::try_from(wait_ms.saturating_sub(passed_ms.max(0))).ok()?;
    (left_ms > 0).then(|| left_ms.div_ceil(1000))
}

/// Failures of a peer address are forgotten once the longest wait has passed: many people may stand
/// behind one address, and it changes hands. An account's are forgotten by its next success only.
#[must_use]
pub fn peer_is_forgiven(failures: Failures, now: Timestamp, policy: &Policy) -> bool {
    let passed_ms = now.as_millisecond() - failures.last_at.as_millisecond();
    passed_ms >= i64::from(policy.failure_wait_max_seconds) * 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("a time")
    }

    fn wait(count: u32, passed: i64) -> Option<u64> {
        let failures = Failures { count, last_at: at(0) };
        wait_left(failures, at(passed), &Policy::PROGRAMME)
    }

    #[test]
    fn waits_begin_after_five_failures_and_double_up_to_a_quarter_of_an_hour() {
        assert_eq!(wait(0, 0), None);
        assert_eq!(wait(4, 0), None);
        assert_eq!(wait(5, 0), Some(30));
        assert_eq!(wait(5, 29), Some(1));
        assert_eq!(wait(5, 30), None);
        assert_eq!(wait(6, 0), Some(60));
        assert_eq!(wait(9, 0), Some(480));
        assert_eq!(wait(10, 0), Some(900));
        assert_eq!(wait(4_000_000_000, 0), Some(900));
    }

    proptest::proptest! {
        #[test]
        fn a_wait_is_never_longer_than_the_longest(count: u32, passed in -100_000_i64..100_000) {
            let left = wait(count, passed).unwrap_or(0);
            proptest::prop_assert!(left <= u64::from(Policy::PROGRAMME.failure_wait_max_seconds));
        }
    }
}
