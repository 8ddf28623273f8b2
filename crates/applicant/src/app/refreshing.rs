//! Asking for the board in the background, for as long as the app runs and somebody is signed in,
//! whether its window is shown or not. It counts as nobody's use of the session.

use super::Applicant;
use crate::ports::random;
use crate::refreshing::{Pace, slept};
use contract::Problem;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// The longest sleep: a device that slept itself has lost its sense of time.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// How asking for the board goes, whoever asks.
#[derive(Default)]
pub(super) struct Refreshing {
    last: Mutex<Last>,
    /// How many ask just now.
    under_way: AtomicUsize,
    /// Somebody signed in.
    wake: Notify,
}

#[derive(Clone, Default)]
struct Last {
    pace: Pace,
    /// When it was asked for last.
    at: Option<Instant>,
}

/// Somebody asks for the board, for as long as it is held.
pub(super) struct Asking<'a>(&'a AtomicUsize);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Refreshing {
    fn last(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn asks(&self) -> Asking<'_> {
        self.under_way.fetch_add(1, Ordering::Relaxed);
        Asking(&self.under_way)
    }

    /// Whether the portal wants to be left alone by whoever asks on nobody's word.
    pub(super) fn leaves_alone(&self) -> bool {
        let last = self.last();
        last.at.is_some_and(|at| at.elapsed() < last.pace.left_alone())
    }

    /// The next time is a while from now.
    fn is_put_off(&self) {
        self.last().at = Some(Instant::now());
    }

    pub(super) fn somebody_came(&self) {
        *self.last() = Last { at: Some(Instant::now()), ..Last::default() };
        self.wake.notify_one();
    }
}

impl Applicant {
    /// Asks for the board every so often for as long as this is awaited, `every` seconds where that
    /// is given; and at once, waking what waits to be sent, after the device slept.
    pub async fn run_refresh(&self, every: Option<u32>) {
        let every = every.unwrap_or(self.policy.refresh_seconds);
        // The page asks by itself when it opens.
        self.refreshing.last().at.get_or_insert_with(Instant::now);
        loop {
            let woken = self.refreshing.wake.notified();
            if self.session().is_err() {
                woken.await;
                continue;
            }
            let sleep = self.until_refresh(every).min(LONGEST_SLEEP);
            let (began, by_clock) = (Instant::now(), self.clock.now());
            let _ = tokio::time::timeout(sleep, woken).await;
            if slept(sleep, began.elapsed(), self.clock.now().duration_since(by_clock)) {
                tracing::info!("this device slept");
                self.refreshing.last().pace = Pace::default();
                let _ = self.wake_outbox().await;
                self.refresh().await;
            } else if self.until_refresh(every).is_zero() {
                self.refresh().await;
            }
        }
    }

    fn until_refresh(&self, every: u32) -> Duration {
        let last = self.refreshing.last();
        let passed = last.at.map_or(Duration::MAX, |at| at.elapsed());
        last.pace.wait(every, &self.policy).saturating_sub(passed)
    }

    /// Asks for the board on nobody's word, unless somebody is at it, and reads what it may have
    /// changed.
    pub async fn refresh(&self) {
        if self.session().is_err() {
            return;
        }
        if self.refreshing.under_way.load(Ordering::Relaxed) > 0 {
            self.refreshing.is_put_off();
            return;
        }
        if let Err(problem) = self.board(true).await {
            tracing::info!(%problem, "the board could not be read in the background");
            // Where it never came to asking, because this device keeps nothing, that waits all the same.
            self.refreshing.is_put_off();
        }
        self.keep_up().await;
    }

    /// Notes how asking went; what failed for want of the network is due where the portal is reached
    /// again.
    pub(super) async fn asked(&self, failure: Option<&Problem>) {
        let [chance] = random::<1>().unwrap_or([128]);
        let is_back = {
            let mut last = self.refreshing.last();
            last.at = Some(Instant::now());
            last.pace.note(failure, f64::from(chance) / 255.0, &self.policy)
        };
        if is_back {
            let _ = self.wake_outbox().await;
        }
    }
}
