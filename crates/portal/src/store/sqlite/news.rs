//! What is told: the events of the timeline, and the mails that wait.

use super::rows::{json, moment, ms, to_json};
use crate::case::{CaseFile, PersonFile};
use crate::mail::{Notice, recipient};
use crate::rules::timeline::Happened;
use crate::store::{StoreError, Stored};
use contract::id::{PersonId, PhotoId};
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Notes an event. `photo` where taking back a decision on it takes the event back.
pub(super) fn happen(
    db: &Connection,
    person: PersonId,
    event: &Event,
    at: Timestamp,
    photo: Option<PhotoId>,
) -> Stored<()> {
    db.execute(
        "INSERT INTO events (person, at, event, photo) VALUES (?1, ?2, ?3, ?4)",
        params![person.to_string(), ms(at), to_json(event)?, photo.map(|photo| photo.to_string())],
    )?;
    Ok(())
}

pub(super) fn happened(db: &Connection, person: PersonId, now: Timestamp) -> Stored<Vec<Happened>> {
    let rows = db
        .prepare_cached(
            "SELECT at, event FROM events WHERE person = ?1 AND at <= ?2 ORDER BY at, id",
        )?
        .query_map(params![person.to_string(), ms(now)], |row| {
            Ok(Happened { at: moment(row, "at")?, event: json(row, "event")? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Queues a mail about a person to whoever hears about them.
pub(super) fn queue(
    db: &Connection,
    case: &CaseFile,
    person: &PersonFile,
    id: Uuid,
    notice: &Notice,
    due_at: Timestamp,
    photo: Option<PhotoId>,
) -> Stored<()> {
    let opening = matches!(
        notice,
        Notice::AccountOpened(_)
            | Notice::TemporaryPasswordReissued(_)
            | Notice::PasswordStored { .. }
    );
    // Where an address is changed by officers, it is as of the hour from which that holds.
    let case = &case.at(due_at);
    let to = case
        .person(person.id)
        .and_then(|person| recipient(case, person, opening))
        .ok_or_else(|| StoreError::Failed("a household without an email address".into()))?;
    db.execute(
        "INSERT INTO mails (id, recipient, notice, due_at, photo) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            id.to_string(),
            to,
            to_json(notice)?,
            ms(due_at),
            photo.map(|photo| photo.to_string())
        ],
    )?;
    Ok(())
}

/// Takes back what would have been told about a decision.
pub(super) fn take_back(db: &Connection, photo: PhotoId, now: Timestamp) -> Stored<()> {
    let photo = photo.to_string();
    db.execute("DELETE FROM events WHERE photo = ?1 AND at > ?2", params![photo, ms(now)])?;
    db.execute(
        "DELETE FROM mails WHERE photo = ?1 AND due_at > ?2 AND delivered_at IS NULL",
        params![photo, ms(now)],
    )?;
    Ok(())
}
