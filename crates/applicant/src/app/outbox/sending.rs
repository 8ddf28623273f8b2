//! Sending one row, and keeping what came of it.

use super::super::Applicant;
use super::super::session::Session;
use crate::outbox::{Event, Failure, Kind, Row, State, judge};
use crate::ports::random;
use crate::store::{Received, SentPicture, Snapshot};
use contract::photo::{PhotoReceipt, SubmitPhoto};
use contract::receipt::Receipt;
use contract::{Code, Problem};

/// What came of a try.
enum Outcome {
    /// The file of a photo is there.
    Complete,
    /// The portal's word for it, and the picture that was sent.
    Received(Received, Option<SentPicture>),
}

impl Applicant {
    /// Sends a row and keeps what came of it. Whoever calls holds its slot.
    pub(super) async fn send_row(&self, session: &Session, row: &Row) -> Result<(), Problem> {
        let account = session.account.to_string();
        let before = row.standing.unanswered;
        let snapshot = {
            let (account, row, now) = (account.clone(), row.clone(), self.clock.now());
            self.store(move |store| {
                // Before the first byte goes out.
                if let Some(begun) = row.standing.after(&Event::Begun, now) {
                    store.put_standing(&account, row.id, &begun)?;
                }
                store.snapshot(&account, &row)
            })
            .await
        };
        let tried = match snapshot {
            Ok(snapshot) => self.try_row(session, row, &snapshot).await,
            Err(problem) => Err(Failure::Here(problem)),
        };
        match tried {
            Ok(Outcome::Received(received, picture)) => {
                let ends = row.standing.after(&Event::Received, self.clock.now());
                debug_assert!(ends.is_some_and(|after| after.state == State::Sent), "{row:?}");
                self.judgings_end(row);
                let (row, remembered) = (row.clone(), self.policy.outbox_remembered);
                self.store(move |store| {
                    store.receive(&account, &row, &received, picture.as_ref(), remembered)
                })
                .await
            }
            Ok(Outcome::Complete) => self.note(session, row, &Event::Complete).await,
            Err(failure) => self.failed(session, row, before, &failure).await,
        }
    }

    /// What was seen in a picture that is gone is of no use.
    fn judgings_end(&self, row: &Row) {
        if row.kind == Kind::Photo {
            row.people.iter().for_each(|person| self.judgings.cancel(*person));
        }
    }

    async fn try_row(
        &self,
        session: &Session,
        row: &Row,
        snapshot: &Snapshot,
    ) -> Result<Outcome, Failure> {
        let here = |code: Code| Failure::Here(code.into());
        let person = row.people.first().copied().ok_or_else(|| here(Code::Malformed))?;
        let photo = || {
            let body = serde_json::from_value::<SubmitPhoto>(snapshot.body.clone());
            body.map_err(|_| here(Code::Malformed))
        };
        let words = |path: String| async move {
            let sent =
                self.client.hand_in::<Receipt>(&path, &session.token, row.id, &snapshot.body);
            sent.await.map(|receipt| Outcome::Received(Received::Words(receipt), None))
        };
        match row.kind {
            Kind::Address => words("addresses".to_owned()).await,
            Kind::Message => words(format!("people/{person}/messages")).await,
            Kind::File => {
                let body = photo()?;
                self.send_file(session, person, &body).await.map(|()| Outcome::Complete)
            }
            Kind::Photo => {
                let body = photo()?;
                let _turn = self.turns.of(person).await;
                let sent = self.picture_to_submit(session, person, &body).await?;
                let path = format!("people/{person}/photos");
                let receipt = self
                    .client
                    .hand_in::<PhotoReceipt>(&path, &session.token, row.id, &snapshot.body)
                    .await?;
                Ok(Outcome::Received(Received::Photo(receipt), Some(sent)))
            }
        }
    }

    async fn failed(
        &self,
        session: &Session,
        row: &Row,
        before: bool,
        failure: &Failure,
    ) -> Result<(), Problem> {
        let problem = failure.problem().clone();
        // Forgets a session that has ended.
        let _ = self.heed::<()>(session, Err(problem.clone())).await;
        let [chance] = random::<1>().unwrap_or([128]);
        let (chance, now) = (f64::from(chance) / 255.0, self.clock.now());
        if problem.code == Code::UploadMissing
            && row.kind == Kind::Photo
            && row.standing.attempts < self.policy.outbox_files_anew
        {
            return self.file_is_gone(session, row, problem).await;
        }
        let event = judge(failure, &row.standing, before, now, chance, &self.policy);
        self.note(session, row, &event).await?;
        if let Event::SessionEnded { .. } = event {
            self.account_is_gone(session.account).await?;
        }
        Ok(())
    }

    /// The portal no longer has the file: it goes again, and the submission after it.
    async fn file_is_gone(
        &self,
        session: &Session,
        row: &Row,
        problem: Problem,
    ) -> Result<(), Problem> {
        let (account, row, now) = (session.account.to_string(), row.clone(), self.clock.now());
        self.store(move |store| {
            let rows = store.outbox(&account)?;
            if let Some(file) = rows.iter().find(|file| Some(file.id) == row.parent)
                && let Some(after) = file.standing.after(&Event::BytesMissing, now)
            {
                store.put_standing(&account, file.id, &after)?;
            }
            let again = Event::Again { at: now, unanswered: false, problem };
            let standing = rows.iter().find(|it| it.id == row.id).map(|it| &it.standing);
            if let Some(after) = standing.and_then(|standing| standing.after(&again, now)) {
                store.put_standing(&account, row.id, &after)?;
            }
            Ok(())
        })
        .await
    }

    /// Keeps what an event makes of a row as it stands now: it may have been held back meanwhile.
    async fn note(&self, session: &Session, row: &Row, event: &Event) -> Result<(), Problem> {
        let (account, row) = (session.account.to_string(), row.clone());
        let (event, now) = (event.clone(), self.clock.now());
        self.store(move |store| {
            let rows = store.outbox(&account)?;
            let refused = matches!(event, Event::Refused(_));
            // What refuses a file refuses its photo.
            let concerned = |it: &&Row| match row.kind {
                Kind::File if refused => it.parent == Some(row.id),
                _ => it.id == row.id,
            };
            let Some(found) = rows.iter().find(concerned) else { return Ok(()) };
            let after = found.standing.after(&event, now);
            match after {
                Some(after) if after.state == State::Stuck => store.stick(&account, found, &after),
                Some(after) => store.put_standing(&account, found.id, &after),
                None => Ok(()),
            }
        })
        .await
    }
}
