//! What is seen in a kept picture. It is judged once and kept, sealed, beside the picture; another
//! picture, another frame, another kind or another day is judged anew. Nothing here sends anything.

use super::Applicant;
use super::stage::Stages;
use crate::ports::Clock;
use crate::store::{Judgement, Store, StoreError};
use contract::draft::{Draft, DraftKey};
use contract::examination::{Examination, Stage};
use contract::id::{PersonId, PhotoId};
use contract::picked::{Examined, PhotoStage};
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use photo::{Options, Stopped};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Who examines, by person: one after the other, so that the second to ask for the same finds it
/// kept.
#[derive(Debug, Default)]
pub(super) struct Judgings(Mutex<HashMap<PersonId, Arc<Line>>>);

#[derive(Debug, Default)]
struct Line {
    turn: Arc<tokio::sync::Mutex<()>>,
    /// How often what is examined was replaced.
    replaced: AtomicU64,
}

impl Line {
    fn replaced(&self) -> u64 {
        self.replaced.load(Ordering::SeqCst)
    }
}

impl Judgings {
    fn of(&self, person: PersonId) -> Arc<Line> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(lines.entry(person).or_default())
    }

    /// Ends what is examined for a person and what waits for it, since another picture is about to
    /// take its place.
    pub(super) fn cancel(&self, person: PersonId) {
        self.of(person).replaced.fetch_add(1, Ordering::SeqCst);
    }
}

/// One examination, with all it needs off the asynchronous threads.
struct Judging {
    store: Store,
    stages: Arc<Stages>,
    clock: Arc<dyn Clock>,
    policy: PhotoPolicy,
    account: String,
    person: PersonId,
    which: Examined,
    line: Arc<Line>,
    /// How often it was replaced when this one was asked for.
    asked_at: u64,
}

impl Applicant {
    /// What is seen in the picture that was picked for a person, or in the file that will be sent.
    /// [`Applicant::photo_progress`] tells its stages.
    ///
    /// # Errors
    /// `not_found` where there is none, and where another one takes its place meanwhile; what
    /// [`photo::examine`] refuses with; `sign_in_required`, and where this device's store fails.
    pub async fn examine_photo(
        &self,
        person: PersonId,
        which: Examined,
    ) -> Result<Examination, Problem> {
        let account = self.owner()?;
        let line = self.judgings.of(person);
        let judging = Judging {
            store: self.store.clone(),
            stages: Arc::clone(&self.stages),
            clock: Arc::clone(&self.clock),
            policy: self.policy.photo.clone(),
            account,
            person,
            which,
            // Before anything of it is read, so that whatever is read of a replaced one is told.
            asked_at: line.replaced(),
            line,
        };
        let turn = Arc::clone(&judging.line.turn).lock_owned().await;
        let work = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            judging.run()
        });
        work.await.map_err(|_| Problem::new(Code::Internal))?
    }

    /// What the portal saw in a photo that was submitted; nothing where it was not examined, or not
    /// yet.
    ///
    /// # Errors
    /// `sign_in_required`, and where the portal is not reached.
    pub async fn photo_examination(
        &self,
        person: PersonId,
        photo: PhotoId,
    ) -> Result<Option<Examination>, Problem> {
        let session = self.session()?;
        let answer = self.client.examination(&session.token, person, photo).await;
        match self.heed(&session, answer).await {
            Ok(examination) => Ok(Some(examination)),
            Err(problem) if problem.code == Code::NotFound => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}

impl Judging {
    fn run(&self) -> Result<Examination, Problem> {
        let (store, account) = (&self.store, self.account.as_str());
        if self.is_replaced() {
            return Err(Code::NotFound.into());
        }
        let row = store.picture(account, self.person)?.ok_or(Code::NotFound)?;
        let kind = match store.draft(account, DraftKey::Photo { person: self.person })? {
            Some(Draft::Photo(draft)) => draft.kind,
            _ => None,
        };
        let begun = self.clock.now();
        let on = begun.to_zoned(TimeZone::UTC).date();
        let known = store.judgement(account, self.person, self.which)?;
        if let Some(known) = known.filter(|known| known.kind == kind && known.on == on) {
            return Ok(known.examination);
        }
        let bytes = store.picture_bytes(account, self.person, self.which.into())?;
        let bytes = bytes.ok_or(Code::NotFound)?;
        let clock = || milliseconds(self.clock.now(), begun);
        let options = Options {
            policy: &self.policy,
            kind,
            origin: Some(&row.photo.origin),
            today: Some(on),
            clock: Some(&clock),
        };
        let examination = self.examine(&bytes, options)?;
        let judgement = Judgement { kind, on, examination };
        match store.keep_judgement(account, self.person, &row, self.which, &judgement) {
            Ok(true) => {}
            Ok(false) => return Err(Code::NotFound.into()),
            // It is known all the same, and is judged again when it is asked for again.
            Err(error @ StoreError::WrongKey) => return Err(error.into()),
            Err(error) => tracing::warn!(%error, "what is seen in a picture is not kept"),
        }
        Ok(judgement.examination)
    }

    fn examine(&self, bytes: &[u8], options: Options<'_>) -> Result<Examination, Problem> {
        let stage = self.stages.begin(self.person, PhotoStage::Judging);
        let all = Stage::ALL.len() as u64;
        stage.so_far(0, all);
        let watch = |at: Stage| {
            stage.so_far(Stage::ALL.iter().take_while(|stage| **stage != at).count() as u64, all);
            if self.is_replaced() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        photo::examine(bytes, options, watch).map_err(|stopped| match stopped {
            Stopped::Refused(problem) => problem,
            Stopped::Cancelled => Code::NotFound.into(),
        })
    }

    fn is_replaced(&self) -> bool {
        self.line.replaced() != self.asked_at
    }
}

fn milliseconds(now: Timestamp, since: Timestamp) -> f64 {
    now.duration_since(since).as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests;
