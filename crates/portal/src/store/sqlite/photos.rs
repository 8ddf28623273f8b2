//! Photos: submissions and decisions.

use super::rows::{moment, ms, name_of, parsed, to_json};
use super::{cases, examinations, news, uploads};
use crate::case::Verdict;
use crate::days;
use crate::mail::Notice;
use crate::rules::journey;
use crate::store::{NewDecision, NewPhoto, StoreError, Stored, WaitingPhoto};
use contract::Code;
use contract::board::Name;
use contract::id::PhotoId;
use contract::photo::PhotoReceipt;
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, params};

pub(super) fn submit(db: &Connection, new: &NewPhoto, policy: &Policy) -> Stored<PhotoReceipt> {
    let case = cases::needed(db, new.by)?;
    let submission = &new.submission;
    let arrived = uploads::arrived(db, new.person, submission.upload)?;
    journey::may_submit_photo(
        &case,
        new.by,
        new.person,
        submission,
        arrived.as_ref(),
        new.now,
        policy,
    )?;
    db.execute(
        "INSERT INTO photos (id, person, object, bytes, sha256, format, pixels_sha256, kind,
                             submitted_at, submitted_by, reference)
         SELECT ?1, person, object, bytes, sha256, format, pixels_sha256, ?4, ?5, ?6, ?7
         FROM uploads WHERE person = ?2 AND upload = ?3",
        params![
            new.photo.to_string(),
            new.person.to_string(),
            submission.upload.to_string(),
            name_of(submission.kind)?,
            ms(new.now),
            new.by.to_string(),
            new.reference
        ],
    )?;
    db.execute(
        "DELETE FROM uploads WHERE person = ?1 AND upload = ?2",
        params![new.person.to_string(), submission.upload.to_string()],
    )?;
    news::happen(db, new.person, &Event::PhotoSubmitted, new.now, None)?;
    Ok(PhotoReceipt { photo: new.photo, reference: new.reference.clone(), at: new.now })
}

pub(super) fn waiting(db: &Connection) -> Stored<Vec<WaitingPhoto>> {
    let query = format!(
        "SELECT f.id AS photo, f.submitted_at, h.application_number, p.id AS person, p.given,
                p.family, p.date_of_birth, {}
         FROM photos f JOIN people p ON p.id = f.person JOIN households h ON h.id = p.household
         LEFT JOIN examinations e ON e.photo = f.id
         WHERE f.verdict IS NULL AND h.state NOT IN ('withdrawn', 'interview')
         ORDER BY f.submitted_at, f.id",
        examinations::COLUMNS
    );
    let rows = db
        .prepare_cached(&query)?
        .query_map([], |row| {
            Ok(WaitingPhoto {
                photo: parsed(row, "photo")?,
                application_number: row.get("application_number")?,
                person: parsed(row, "person")?,
                name: Name { given: row.get("given")?, family: row.get("family")? },
                date_of_birth: parsed(row, "date_of_birth")?,
                submitted_at: moment(row, "submitted_at")?,
                examination: examinations::read(row)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

pub(super) fn decide(db: &Connection, new: &NewDecision, policy: &Policy) -> Stored<()> {
    let case = cases::of_photo(db, new.photo)?.ok_or(StoreError::Refused(Code::NotFound))?;
    let (person, photo) = case.photo(new.photo).ok_or(Code::NotFound)?;
    journey::may_decide(&case, photo)?;
    let effective_at = days::seconds_after(new.now, policy.review_undo_seconds);
    db.execute(
        "UPDATE photos SET verdict = ?2, decided_at = ?3, effective_at = ?4 WHERE id = ?1",
        params![new.photo.to_string(), to_json(&new.verdict)?, ms(new.now), ms(effective_at)],
    )?;
    let event = match new.verdict.clone() {
        Verdict::Accepted => Event::PhotoAccepted,
        Verdict::Returned { reasons, note_en, note_fr } => {
            Event::PhotoReturned { reasons, note_en, note_fr }
        }
    };
    let of = Some(new.photo);
    news::happen(db, person.id, &event, effective_at, of)?;
    let notice = Notice::SomethingChanged;
    news::queue(db, &case, person, new.mail, &notice, effective_at, of)
}

pub(super) fn undo(db: &Connection, photo: PhotoId, now: Timestamp) -> Stored<()> {
    let case = cases::of_photo(db, photo)?.ok_or(StoreError::Refused(Code::NotFound))?;
    let (_, file) = case.photo(photo).ok_or(Code::NotFound)?;
    journey::may_undo(file, now)?;
    db.execute(
        "UPDATE photos SET verdict = NULL, decided_at = NULL, effective_at = NULL WHERE id = ?1",
        [photo.to_string()],
    )?;
    news::take_back(db, photo, now)
}
