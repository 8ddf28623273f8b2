//! When the board is asked for in the background: every few minutes and a little later by chance,
//! more and more seldom while the portal is not reached, never before it wants to be asked again, and
//! at once after the device slept. Plain functions.

use contract::Problem;
use contract::policy::Policy;
use contract::problem::Arg;
use jiff::SignedDuration;
use std::time::Duration;

/// By so much of itself a wait is longer at most, by chance: not every device asks at the same time.
const BY_CHANCE: f64 = 0.25;
/// Two clocks of a device that differ by more than this have not both run all the time.
const JUMP: Duration = Duration::from_secs(20);

/// How the last times went.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pace {
    /// How often in a row the portal was not reached.
    failures: u32,
    /// How long the portal wants to be left alone, in seconds.
    asked: f64,
    /// Between 0 and 1.
    chance: f64,
}

impl Pace {
    /// Notes how it went this time. `chance` lies between 0 and 1. Says whether the portal is
    /// reached again after it was not.
    pub(crate) fn note(&mut self, failure: Option<&Problem>, chance: f64, policy: &Policy) -> bool {
        let was_away = self.failures > 0;
        self.chance = chance.clamp(0.0, 1.0);
        self.failures = if failure.is_some() { self.failures.saturating_add(1) } else { 0 };
        self.asked = match failure.and_then(|problem| problem.args.get("seconds")) {
            Some(Arg::Number(seconds)) if seconds.is_finite() => {
                seconds.clamp(0.0, f64::from(policy.outbox_asked_max_seconds))
            }
            _ => 0.0,
        };
        was_away && failure.is_none()
    }

    /// How long to wait after the last time, where it is `every` seconds while all is well.
    pub(crate) fn wait(&self, every: u32, policy: &Policy) -> Duration {
        let every = f64::from(every.max(1));
        let most = f64::from(policy.refresh_max_seconds).max(every);
        let doubled = every * 2_f64.powi(self.failures.min(16).cast_signed());
        let own = doubled.min(most) * (1.0 + self.chance * BY_CHANCE);
        Duration::from_secs_f64(own.max(self.asked))
    }

    /// How long the portal is left alone after the last time whatever happens, as it asked.
    pub(crate) fn left_alone(&self) -> Duration {
        Duration::from_secs_f64(self.asked)
    }
}

/// Whether the device slept during a wait of at most `wanted`: its clock went on while the process
/// stood still (`ran` is less than `passed`), or the wait took far longer than wanted. A clock that
/// was set shows the same, and costs one question.
pub(crate) fn slept(wanted: Duration, ran: Duration, passed: SignedDuration) -> bool {
    let passed = Duration::try_from(passed).unwrap_or_default();
    passed > ran.saturating_add(JUMP) || ran > wanted.saturating_add(JUMP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Code;
    use contract::reply::refusal;
    use proptest::prelude::*;

    const POLICY: Policy = Policy::PROGRAMME;
    const EVERY: u32 = POLICY.refresh_seconds;

    fn away() -> Problem {
        Code::Offline.into()
    }

    #[test]
    fn while_all_is_well_it_is_every_few_minutes_and_later_by_chance() {
        let wait = |chance| {
            let mut pace = Pace::default();
            assert!(!pace.note(None, chance, &POLICY));
            pace.wait(EVERY, &POLICY).as_secs()
        };
        assert_eq!((wait(0.0), wait(1.0)), (300, 375));
    }

    #[test]
    fn while_the_portal_is_away_it_is_more_and_more_seldom() {
        let mut pace = Pace::default();
        let mut waits = Vec::new();
        for _ in 0..6 {
            assert!(!pace.note(Some(&away()), 0.0, &POLICY));
            waits.push(pace.wait(EVERY, &POLICY).as_secs() / 60);
        }
        assert_eq!(waits, [10, 20, 40, 60, 60, 60]);
        assert!(pace.note(None, 0.0, &POLICY), "it is back");
        assert!(!pace.note(None, 0.0, &POLICY), "which is told once");
        assert_eq!(pace.wait(EVERY, &POLICY).as_secs(), 300);
    }

    #[test]
    fn the_portal_is_left_alone_for_as_long_as_it_asks() {
        let mut pace = Pace::default();
        pace.note(Some(&refusal(503, None, b"", Some(1800))), 0.0, &POLICY);
        assert_eq!(pace.wait(EVERY, &POLICY).as_secs(), 1800);
        assert_eq!(pace.left_alone().as_secs(), 1800);
        pace.note(Some(&refusal(503, None, b"", Some(u32::MAX))), 0.0, &POLICY);
        assert_eq!(pace.left_alone().as_secs(), 3600, "within reason");
        pace.note(Some(&refusal(503, None, b"", Some(5))), 0.0, &POLICY);
        assert_eq!(pace.wait(EVERY, &POLICY).as_secs(), 2400, "it failed three times");
        pace.note(None, 0.0, &POLICY);
        assert_eq!(pace.left_alone(), Duration::ZERO);
    }

    #[test]
    fn sleep_shows_in_either_clock() {
        let wanted = Duration::from_secs(60);
        let (ran, passed) = (Duration::from_secs, SignedDuration::from_secs);
        for (ran, passed, is_sleep) in [
            (ran(60), passed(60), false),
            (ran(3), passed(3), false),
            (ran(61), passed(70), false),
            // Linux and macOS: the process's clock stood still.
            (ran(60), passed(3600), true),
            (ran(2), passed(3600), true),
            // Windows: both went on, and the wait was overslept.
            (ran(3600), passed(3600), true),
            // The clock was set back.
            (ran(60), passed(-3600), false),
        ] {
            assert_eq!(slept(wanted, ran, passed), is_sleep, "{ran:?} {passed:?}");
        }
    }

    proptest! {
        #[test]
        fn a_wait_is_never_shorter_than_wanted_nor_endless(
            times in proptest::collection::vec(
                (any::<bool>(), proptest::option::of(any::<u32>()), 0.0..=1.0_f64), 1..40),
            every in 1..7200_u32,
        ) {
            let mut pace = Pace::default();
            for (is_away, asked, chance) in times {
                let failure = is_away.then(|| refusal(503, None, b"", asked));
                pace.note(failure.as_ref(), chance, &POLICY);
                let wait = pace.wait(every, &POLICY).as_secs_f64();
                prop_assert!(wait >= f64::from(every) && wait >= pace.left_alone().as_secs_f64());
                let most = f64::from(every.max(POLICY.refresh_max_seconds)) * (1.0 + BY_CHANCE);
                prop_assert!(wait <= most.max(f64::from(POLICY.outbox_asked_max_seconds)));
            }
        }
    }
}
