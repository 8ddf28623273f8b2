//! The examinations of submitted photos: what is next, what came of it.

use super::rows::{moment, ms, named, parsed, to_json};
use crate::store::{EXAMINATION_TRIES, Outcome, Standing, Stored, ToExamine};
use contract::id::PhotoId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// What a photo's examination is given up with when it was begun too often.
const GIVEN_UP: &str = "it was begun three times and never came to an end";

/// Photos that are examined at all: nobody looks at those of closed and withdrawn households.
const EXAMINED: &str = "p.bytes_gone_at IS NULL AND h.state NOT IN ('closed', 'withdrawn')";

pub(super) fn begin(db: &Connection, now: Timestamp) -> Stored<Option<ToExamine>> {
    db.execute(
        "UPDATE examinations SET failure = ?1, at = ?2
         WHERE report IS NULL AND failure IS NULL AND tries >= ?3",
        params![GIVEN_UP, ms(now), EXAMINATION_TRIES],
    )?;
    let next = format!(
        "SELECT p.id, p.object, p.kind, 1 + COALESCE(e.tries, 0) AS tries
         FROM photos p JOIN people o ON o.id = p.person JOIN households h ON h.id = o.household
         LEFT JOIN examinations e ON e.photo = p.id
         WHERE e.report IS NULL AND e.failure IS NULL AND {EXAMINED}
         ORDER BY tries, p.submitted_at, p.id LIMIT 1"
    );
    let found = db
        .prepare_cached(&next)?
        .query_row([], |row| {
            Ok(ToExamine {
                photo: parsed(row, "id")?,
                object: row.get("object")?,
                kind: named(row, "kind")?,
                tries: row.get("tries")?,
            })
        })
        .optional()?;
    if let Some(found) = &found {
        db.execute(
            "INSERT INTO examinations (photo, tries, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (photo) DO UPDATE SET tries = excluded.tries, at = excluded.at",
            params![found.photo.to_string(), found.tries, ms(now)],
        )?;
    }
    Ok(found)
}

/// Notes what came of it where it is still waited for. A photo whose bytes went meanwhile is not.
pub(super) fn end(
    db: &Connection,
    photo: PhotoId,
    outcome: &Outcome,
    now: Timestamp,
) -> Stored<()> {
    let (photo, now) = (photo.to_string(), ms(now));
    match outcome {
        Outcome::Examined { report, version } => db.execute(
            "UPDATE examinations SET at = ?2, version = ?3, report = ?4, likeness = ?5
             WHERE photo = ?1 AND report IS NULL AND failure IS NULL",
            params![photo, now, version, to_json(report)?, report.likeness],
        )?,
        Outcome::Failed(reason) => db.execute(
            "UPDATE examinations SET at = ?2, failure = ?3
             WHERE photo = ?1 AND report IS NULL AND failure IS NULL",
            params![photo, now, reason],
        )?,
        Outcome::Interrupted => db.execute(
            "UPDATE examinations SET tries = tries - 1
             WHERE photo = ?1 AND report IS NULL AND failure IS NULL",
            [photo],
        )?,
    };
    Ok(())
}

pub(super) fn standing(db: &Connection, photo: PhotoId) -> Stored<Standing> {
    let query = format!(
        "SELECT {COLUMNS}, {EXAMINED} AS examined
         FROM photos p JOIN people o ON o.id = p.person JOIN households h ON h.id = o.household
         LEFT JOIN examinations e ON e.photo = p.id WHERE p.id = ?1"
    );
    let found = db
        .prepare_cached(&query)?
        .query_row([photo.to_string()], |row| {
            let standing = read(row)?;
            let to_come: bool = row.get("examined")?;
            Ok(if standing == Standing::Waiting && !to_come { Standing::NotKept } else { standing })
        })
        .optional()?;
    Ok(found.unwrap_or(Standing::NotKept))
}

/// The columns of table `e` that [`read`] reads.
pub(super) const COLUMNS: &str = "e.at AS examined_at, e.version, e.report, e.failure";

/// Where the examination in a row stands. A report that this portal cannot read is none.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Standing> {
    if let Some(reason) = row.get("failure")? {
        return Ok(Standing::Failed { at: moment(row, "examined_at")?, reason });
    }
    let Some(report) = row.get::<_, Option<String>>("report")? else {
        return Ok(Standing::Waiting);
    };
    let at = moment(row, "examined_at")?;
    Ok(match serde_json::from_str(&report) {
        Ok(report) => Standing::Examined { at, version: row.get("version")?, report },
        Err(error) => {
            let reason = format!("what was kept of it cannot be read: {error}");
            Standing::Failed { at, reason }
        }
    })
}
