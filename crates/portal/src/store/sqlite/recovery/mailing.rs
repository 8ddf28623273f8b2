//! What is mailed at somebody's wish: counted, so that nobody's mailbox is flooded, and queued.

use super::super::cases;
use super::super::rows::{moment, ms, parsed, to_json};
use crate::case::CaseFile;
use crate::mail::Notice;
use crate::rules::recovery::{self as rules, folded};
use crate::store::{StoreError, Stored};
use contract::id::PersonId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Whose wishes to be mailed are counted together.
pub(in super::super) fn of_address(email: &str) -> String {
    format!("address:{}", folded(email))
}

/// Counts mails at somebody's wish, each key with how many there may be within the hour; the seconds
/// to wait where one of them is over, and then none is counted.
pub(in super::super) fn count_mails(
    db: &Connection,
    keys: &[(String, usize)],
    now: Timestamp,
) -> Stored<Option<u64>> {
    let from = ms(rules::counted_from(now));
    for (place, (key, most)) in keys.iter().enumerate() {
        let mut sent: Vec<Timestamp> = db
            .prepare_cached("SELECT at FROM mailings WHERE key = ?1 AND at > ?2 ORDER BY at")?
            .query_map(params![key, from], |row| moment(row, "at"))?
            .collect::<rusqlite::Result<_>>()?;
        sent.extend(keys[..place].iter().filter(|(other, _)| other == key).map(|_| now));
        if let Some(seconds) = rules::wait_for_mail(&sent, *most, now) {
            return Ok(Some(seconds));
        }
    }
    for (key, _) in keys {
        db.execute("INSERT INTO mailings (key, at) VALUES (?1, ?2)", params![key, ms(now)])?;
    }
    Ok(None)
}

/// The same where it is told.
pub(in super::super) fn may_mail(
    db: &Connection,
    keys: &[(String, usize)],
    now: Timestamp,
) -> Stored<()> {
    count_mails(db, keys, now)?.map_or(Ok(()), |seconds| Err(StoreError::Wait(seconds)))
}

/// Writes where a try would be counted if there were anything to try: what is written waits for the
/// disk, and finding nothing must not take less.
pub(in super::super) fn tried_nothing(db: &Connection, now: Timestamp) -> Stored<()> {
    db.execute("INSERT INTO mailings (key, at) VALUES ('nothing', ?1)", [ms(now)])?;
    Ok(())
}

/// Queues a mail to an address that need not be anybody's yet.
pub(in super::super) fn queue_to(
    db: &Connection,
    to: &str,
    id: Uuid,
    notice: &Notice,
    due_at: Timestamp,
) -> Stored<()> {
    db.execute(
        "INSERT INTO mails (id, recipient, notice, due_at) VALUES (?1, ?2, ?3, ?4)",
        params![id.to_string(), to, to_json(notice)?, ms(due_at)],
    )?;
    Ok(())
}

/// Some household, loaded where nothing was found, so that finding nothing takes as long.
pub(in super::super) fn any_case(db: &Connection) -> Stored<Option<CaseFile>> {
    let any: Option<PersonId> = db
        .prepare_cached("SELECT id FROM people LIMIT 1")?
        .query_row([], |row| parsed(row, "id"))
        .optional()?;
    any.map_or(Ok(None), |person| cases::of_person(db, person))
}
