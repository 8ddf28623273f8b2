//! Examines photos after they were submitted, one at a time and beside everything else: takes the
//! next one from the store, looks at its bytes with the same code as the app, compares it with the
//! household's earlier ones, and has the store keep what was seen for the officer.
//!
//! It refuses nothing and tells nobody. What a stop or a crash interrupts is begun again; what fails
//! is noted as failed and not begun again.

use crate::clock::Clock;
use crate::pictures::Pictures;
use crate::rules::likeness;
use crate::secret;
use crate::store::{EXAMINATION_TRIES, Outcome, Store, StoreError, ToExamine};
use bytes::Bytes;
use contract::examination::{Examination, Stage};
use contract::photo::SourceKind;
use contract::policy::{PhotoPolicy, Policy};
use photo::{Options, Stopped};
use std::any::Any;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;

/// How often the store is asked without being woken: officers let households go on beside a portal
/// that is serving, and a busy store is asked again.
const EVERY: Duration = Duration::from_secs(30);
/// An examination takes a tenth of a second. One that takes so long never ends, and others wait.
const LONGEST: Duration = Duration::from_secs(60);

/// Looks at bytes; told by each stage whether to go on.
type Look = fn(&[u8], SourceKind, &PhotoPolicy, &Go<'_>) -> Result<Examination, Stopped>;
type Go<'a> = dyn Fn(Stage) -> ControlFlow<()> + 'a;

/// Everything that examining needs.
pub(crate) struct Examiner {
    store: Arc<dyn Store>,
    pictures: Pictures,
    clock: Arc<dyn Clock>,
    policy: Arc<Policy>,
    wanted: Arc<Notify>,
    look: Look,
    longest: Duration,
    version: String,
}

/// What was done.
#[derive(Debug, PartialEq, Eq)]
enum Turn {
    /// A photo came to its end; there may be more.
    Done,
    /// A photo could not be read now.
    Later,
    /// None waits.
    Idle,
}

impl Examiner {
    /// Woken through `wanted` once a photo is submitted.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        pictures: Pictures,
        clock: Arc<dyn Clock>,
        policy: Arc<Policy>,
        wanted: Arc<Notify>,
    ) -> Self {
        let (longest, version) = (LONGEST, version());
        Self { store, pictures, clock, policy, wanted, look, longest, version }
    }

    /// Examines until it is stopped; the stage of an examination under way is waited for.
    pub(crate) async fn run(self, mut stopped: watch::Receiver<bool>) {
        while !*stopped.borrow() {
            match self.turn(&stopped).await {
                Ok(Turn::Done) => continue,
                Ok(Turn::Later | Turn::Idle) => {}
                Err(error) => tracing::warn!(%error, "submitted photos wait to be examined"),
            }
            tokio::select! {
                () = self.wanted.notified() => {}
                () = tokio::time::sleep(EVERY) => {}
                _ = stopped.changed() => return,
            }
        }
    }

    async fn turn(&self, stopped: &watch::Receiver<bool>) -> Result<Turn, StoreError> {
        let Some(next) = self.store.begin_examination(self.clock.now()).await? else {
            return Ok(Turn::Idle);
        };
        let outcome = match self.pictures.bytes(&next.object).await {
            Ok(bytes) => self.examined(&next, bytes, stopped.clone()).await?,
            Err(object_store::Error::NotFound { .. }) => {
                Outcome::Failed("its bytes are lost".into())
            }
            Err(error) if next.tries >= EXAMINATION_TRIES => {
                Outcome::Failed(format!("its bytes cannot be read: {error}"))
            }
            Err(error) => {
                tracing::warn!(%error, photo = %next.photo, "a photo cannot be read now");
                return Ok(Turn::Later);
            }
        };
        if let Outcome::Failed(reason) = &outcome {
            tracing::warn!(reason, photo = %next.photo, "a photo was not examined");
        }
        self.store.end_examination(next.photo, outcome, self.clock.now()).await?;
        Ok(Turn::Done)
    }

    /// What comes of looking at the bytes of a photo.
    async fn examined(
        &self,
        next: &ToExamine,
        bytes: Bytes,
        stopped: watch::Receiver<bool>,
    ) -> Result<Outcome, StoreError> {
        let (look, kind, policy) = (self.look, next.kind, Arc::clone(&self.policy));
        let given_up = Arc::new(AtomicBool::new(false));
        let no_more = Arc::clone(&given_up);
        let looked = tokio::task::spawn_blocking(move || {
            let go = |_| match *stopped.borrow() || no_more.load(Ordering::Relaxed) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            };
            look(&bytes, kind, &policy.photo, &go)
        });
        let Ok(looked) = timeout(self.longest, looked).await else {
            given_up.store(true, Ordering::Relaxed);
            let seconds = self.longest.as_secs();
            return Ok(Outcome::Failed(format!("it was not over after {seconds} seconds")));
        };
        let report = match looked {
            Ok(Ok(report)) => report,
            Ok(Err(Stopped::Cancelled)) => return Ok(Outcome::Interrupted),
            Ok(Err(Stopped::Refused(problem))) => {
                return Ok(Outcome::Failed(format!("it is no photo any more: {}", problem.code)));
            }
            Err(broken) => return Ok(Outcome::Failed(fault(broken))),
        };
        let Some(case) = self.store.case_of_photo(next.photo).await? else {
            return Ok(Outcome::Failed("it is nobody's".into()));
        };
        let earlier =
            likeness::earlier(&case, next.photo, report.likeness.as_deref(), self.clock.now());
        let report = Box::new(report.with_earlier(&earlier));
        Ok(match reads_back(&report) {
            Ok(()) => Outcome::Examined { report, version: self.version.clone() },
            Err(error) => Outcome::Failed(format!("what was seen cannot be kept: {error}")),
        })
    }
}

fn look(
    bytes: &[u8],
    kind: SourceKind,
    policy: &PhotoPolicy,
    go: &Go<'_>,
) -> Result<Examination, Stopped> {
    // Neither where the file comes from nor when it was taken is known here: that was removed before
    // it was sent.
    photo::examine(bytes, Options { kind: Some(kind), ..Options::new(policy) }, go)
}

/// By what a photo is examined: the portal's version, and a mark of all limits.
fn version() -> String {
    let mut limits = String::new();
    for threshold in photo::examine::thresholds() {
        let (measure, bound) = (threshold.measure, threshold.bound);
        let _ = writeln!(limits, "{} {measure} {bound:?}", threshold.reason.as_str());
    }
    let mark = secret::hex(&secret::sha256(limits.as_bytes())[..4]);
    format!("{}+{mark}", env!("CARGO_PKG_VERSION"))
}

/// Whether a report can be read again as it is kept: a number that is none is not.
fn reads_back(report: &Examination) -> Result<(), serde_json::Error> {
    serde_json::from_str(&serde_json::to_string(report)?).map(|_: Examination| ())
}

/// What an examination that did not come to its end said at last.
fn fault(broken: tokio::task::JoinError) -> String {
    if !broken.is_panic() {
        return broken.to_string();
    }
    let said: Box<dyn Any + Send> = broken.into_panic();
    let text = said.downcast_ref::<&str>().copied();
    let text = text.or_else(|| said.downcast_ref::<String>().map(String::as_str));
    format!("it broke down: {}", text.unwrap_or("without a word"))
}

#[cfg(test)]
mod tests;
