//! What is told: the events of the timeline, and the mails that wait.

use super::rows::{json, moment, ms, parsed, to_json};
use crate::case::{CaseFile, PersonFile};
use crate::mail::{Notice, recipient};
use crate::rules::timeline::Happened;
use crate::store::{DueMail, StoreError, Stored};
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
    let to = recipient(case, person, opening)
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

pub(super) fn due(db: &Connection, now: Timestamp, limit: u32) -> Stored<Vec<DueMail>> {
    let rows = db
        .prepare_cached(
            "SELECT id, recipient, notice, due_at FROM mails
             WHERE delivered_at IS NULL AND due_at <= ?1 ORDER BY due_at, id LIMIT ?2",
        )?
        .query_map(params![ms(now), limit], |row| {
            Ok(DueMail {
                id: parsed(row, "id")?,
                to: row.get("recipient")?,
                notice: json(row, "notice")?,
                due_at: moment(row, "due_at")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

pub(super) fn delivered(db: &Connection, id: Uuid, now: Timestamp) -> Stored<()> {
    db.execute(
        "UPDATE mails SET delivered_at = ?2, notice = NULL WHERE id = ?1",
        params![id.to_string(), ms(now)],
    )?;
    Ok(())
}
