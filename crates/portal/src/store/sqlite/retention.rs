//! What is kept no longer than needed: bytes that were never submitted, in part or in full, returned
//! photos, examinations and addresses of closed households. Never touches what an open household still needs.

use super::rows::ms;
use crate::store::Stored;
use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Params, params};

/// People of households that closed by a moment: when the last of their cards was mailed.
const OF_CLOSED: &str = "IN (SELECT p.id FROM people p JOIN households h ON h.id = p.household
     WHERE h.state = 'closed' AND (SELECT MAX(c.at) FROM cards c JOIN people o ON o.id = c.person
                                   WHERE o.household = h.id) <= ?1)";

/// What was seen in photos that nobody judges any more. A withdrawal is for good.
const SEEN_OF_WITHDRAWN: &str = "DELETE FROM examinations WHERE photo IN (
    SELECT f.id FROM photos f JOIN people p ON p.id = f.person
    JOIN households h ON h.id = p.household WHERE h.state = 'withdrawn')";

/// Forgets, and gives the objects that nothing needs any more.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<Vec<String>> {
    super::recovery::sweep(db, now)?;
    super::credentials::sweep(db, now, policy)?;
    let unsubmitted = before(now, i64::from(policy.unsubmitted_upload_hours));
    let mut gone =
        objects(db, "DELETE FROM uploads WHERE at <= ?1 RETURNING object", [unsubmitted])?;
    let chunks = "DELETE FROM chunks WHERE person IN (SELECT person FROM arrivals WHERE at <= ?1)
                  RETURNING object";
    gone.extend(objects(db, chunks, [unsubmitted])?);
    db.execute("DELETE FROM arrivals WHERE at <= ?1", [unsubmitted])?;
    let closed = before(now, 24 * i64::from(policy.returned_photo_days));
    let returned = format!(
        "UPDATE photos SET bytes_gone_at = ?2
         WHERE bytes_gone_at IS NULL AND json_extract(verdict, '$.verdict') = 'returned'
         AND person {OF_CLOSED} RETURNING object"
    );
    gone.extend(objects(db, &returned, params![closed, ms(now)])?);
    // What was seen in a photo holds places of a face. It goes with the bytes of those that were
    // returned, and no later for those that were accepted: nobody judges them any more.
    let seen = format!(
        "DELETE FROM examinations WHERE photo IN (SELECT id FROM photos WHERE person {OF_CLOSED})"
    );
    db.execute(&seen, [closed])?;
    db.execute(SEEN_OF_WITHDRAWN, [])?;
    let closed = before(now, 24 * i64::from(policy.closed_record_days));
    db.execute(&format!("DELETE FROM addresses WHERE person {OF_CLOSED}"), [closed])?;
    // What was answered before the accounts, with addresses of email that hold no more.
    db.execute(&format!("DELETE FROM answers WHERE person {OF_CLOSED}"), [closed])?;
    db.execute(&format!("DELETE FROM confirmations WHERE person {OF_CLOSED}"), [closed])?;
    let changed = "DELETE FROM email_changes WHERE ended_at IS NOT NULL";
    db.execute(&format!("{changed} AND person {OF_CLOSED}"), [closed])?;
    // What was written after the household closed has its days from then on.
    let closed = before(now, 24 * i64::from(policy.message_days));
    db.execute(&format!("DELETE FROM messages WHERE at <= ?1 AND person {OF_CLOSED}"), [closed])?;
    Ok(gone)
}

fn before(now: Timestamp, hours: i64) -> i64 {
    ms(now.checked_sub(SignedDuration::from_hours(hours)).unwrap_or(Timestamp::MIN))
}

fn objects(db: &Connection, query: &str, params: impl Params) -> Stored<Vec<String>> {
    let found = db
        .prepare_cached(query)?
        .query_map(params, |row| row.get("object"))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}
