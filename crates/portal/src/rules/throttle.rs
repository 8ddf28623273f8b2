//! How long a sign-in must wait after failures: of its address at the account, of its address at any
//! account, and, where the address is not known, of all addresses at the account. A stranger's
//! failures never make an account holder wait who comes from elsewhere; many strangers' do for a
//! short while, and only where the holder never signed in from.

use contract::policy::Policy;
use jiff::Timestamp;

/// Failures that were counted under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many.
    pub count: u32,
    /// When the last one was.
    pub last_at: Timestamp,
}

/// Whole seconds to wait before the next try; nothing where it may be made now. The first wait
/// comes after `failures_before_wait`, doubles with each further failure and is capped.
#[must_use]
pub fn wait_left(failures: Failures, now: Timestamp, policy: &Policy) -> Option<u64> {
    let left_ms = u64::try_from(-since_wait_ms(failures, now, policy)).ok()?;
    (left_ms > 0).then(|| left_ms.div_ceil(1000))
}

/// Milliseconds since the wait for these failures was over; negative while it lasts.
fn since_wait_ms(failures: Failures, now: Timestamp, policy: &Policy) -> i64 {
    let seconds = failures.count.checked_sub(policy.failures_before_wait).map_or(0, |further| {
        u64::from(policy.failure_wait_seconds)
            .checked_shl(further.min(u32::BITS - 1))
            .unwrap_or(u64::MAX)
            .min(u64::from(policy.failure_wait_max_seconds))
    });
    let wait_ms = i64::try_from(seconds.saturating_mul(1000)).unwrap_or(i64::MAX);
    let passed_ms = now.as_millisecond() - failures.last_at.as_millisecond();
    passed_ms.max(0).saturating_sub(wait_ms)
}

/// What failures count for now: half as many each time that the longest wait has passed since they
/// made nobody wait any more, and so nothing in the end. Whoever tries again as soon as a wait is
/// over forgets nothing; nobody who keeps quiet is kept out for ever.
#[must_use]
pub fn remembered(failures: Failures, now: Timestamp, policy: &Policy) -> Failures {
    let half_ms = i64::from(policy.failure_wait_max_seconds.max(1)) * 1000;
    let quiet_ms = since_wait_ms(failures, now, policy).max(0);
    let halvings = u32::try_from(quiet_ms / half_ms).unwrap_or(u32::MAX);
    Failures { count: failures.count.checked_shr(halvings).unwrap_or(0), ..failures }
}

/// Whole seconds to wait before an address that the account does not know may try, for the failures
/// of every address at that account, given as [`remembered`]. Counts each address for no more than
/// makes itself wait, so it takes many addresses, and does not grow with further failures.
#[must_use]
pub fn wait_left_for_strangers(
    by_address: &[Failures],
    now: Timestamp,
    policy: &Policy,
) -> Option<u64> {
    let counted = |failures: &Failures| failures.count.min(policy.failures_before_wait);
    let total = by_address.iter().map(counted).fold(0, u32::saturating_add);
    if total < policy.account_failures_before_wait {
        return None;
    }
    let counting = by_address.iter().filter(|failures| failures.count > 0);
    let last_at = counting.map(|failures| failures.last_at).max()?;
    wait_left(Failures { count: policy.failures_before_wait, last_at }, now, policy)
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

    #[test]
    fn failures_count_for_half_after_each_quarter_of_an_hour_without_a_wait() {
        let left = |count, passed| {
            remembered(Failures { count, last_at: at(0) }, at(passed), &Policy::PROGRAMME).count
        };
        assert_eq!((left(4, -5), left(4, 899), left(4, 900), left(4, 1800)), (4, 4, 2, 1));
        assert_eq!((left(9, 480 + 899), left(9, 480 + 900)), (9, 4), "it waits 480 seconds first");
        assert_eq!((left(9, 480 + 3 * 900), left(9, 480 + 4 * 900)), (1, 0));
        assert_eq!((left(60, 1799), left(60, 1800)), (60, 30));
        assert_eq!(left(u32::MAX, 41 * 900), 0);
    }

    #[test]
    fn strangers_wait_only_for_failures_from_many_addresses() {
        let wait = |addresses: usize, count, second| {
            let failures = vec![Failures { count, last_at: at(0) }; addresses];
            wait_left_for_strangers(&failures, at(second), &Policy::PROGRAMME)
        };
        assert_eq!(wait(9, 4_000_000_000, 0), None, "however often nine of them fail");
        assert_eq!(wait(10, 4_000_000_000, 0), Some(30));
        assert_eq!(wait(10, 5, 29), Some(1));
        assert_eq!(wait(10, 5, 30), None);
        assert_eq!(wait(49, 1, 0), None);
        assert_eq!(wait(5000, 1, 0), Some(30), "and it does not grow");
    }

    proptest::proptest! {
        #[test]
        fn a_wait_is_never_longer_than_the_longest(count: u32, passed in -100_000_i64..100_000) {
            let left = wait(count, passed).unwrap_or(0);
            proptest::prop_assert!(left <= u64::from(Policy::PROGRAMME.failure_wait_max_seconds));
        }
    }
}
