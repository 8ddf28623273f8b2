//! The one place where the portal reads a clock. Everything else is given the time.

use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, Ordering};

/// Says what time it is.
pub trait Clock: Send + Sync + 'static {
    /// The time, in whole milliseconds: what is said in a receipt is then exactly what is kept.
    fn now(&self) -> Timestamp;
}

/// The system's clock, moved by a fixed amount.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock {
    /// Seconds added to the system's time; 0 but for demonstrations and tests.
    pub offset_seconds: i64,
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one edge where the time comes in")]
    fn now(&self) -> Timestamp {
        let moved = Timestamp::now()
            .checked_add(SignedDuration::from_secs(self.offset_seconds))
            .unwrap_or(Timestamp::MAX);
        whole_milliseconds(moved)
    }
}

/// A clock that stands still until it is moved: for tests of whatever depends on time.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at `now`.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.as_millisecond()))
    }

    /// Moves it by `seconds`, back where negative.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
    }
}

fn whole_milliseconds(time: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(time.as_millisecond()).unwrap_or(time)
}
