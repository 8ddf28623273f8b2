//! The file of a photo on its way: the chunks that arrived, and what is kept once all did. One file
//! a person: another one takes its place, and its objects are given back to be removed.

use super::cases;
use super::rows::{ms, name_of};
use crate::rules::journey::{self, Arrived};
use crate::rules::upload::{self, Announced, Part, Place, Standing};
use crate::secret;
use crate::store::{Arrival, NewChunk, Stored, Taken, Upload};
use contract::id::{PersonId, UploadId};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) fn arrival(
    db: &Connection,
    person: PersonId,
    upload: UploadId,
) -> Stored<Option<Arrival>> {
    let (whose, id) = (person.to_string(), upload.to_string());
    let query = "SELECT total, sha256, received FROM arrivals WHERE person = ?1 AND upload = ?2";
    if let Some(standing) =
        db.prepare_cached(query)?.query_row([&whose, &id], standing).optional()?
    {
        let query = "SELECT object, starts FROM chunks WHERE person = ?1 ORDER BY starts";
        let chunks: Vec<(String, i64)> = db
            .prepare_cached(query)?
            .query_map([&whose], |row| Ok((row.get("object")?, row.get("starts")?)))?
            .collect::<rusqlite::Result<_>>()?;
        let last = chunks.last().map_or(0, |(_, starts)| starts.unsigned_abs());
        let last_bytes = standing.received.saturating_sub(last);
        let objects = chunks.into_iter().map(|(object, _)| object).collect();
        return Ok(Some(Arrival { standing, objects, last_bytes }));
    }
    let query = "SELECT total, sent_sha256 AS sha256, total AS received FROM uploads
                 WHERE person = ?1 AND upload = ?2";
    let complete = db.prepare_cached(query)?.query_row([&whose, &id], standing).optional()?;
    Ok(complete.map(|standing| Arrival { standing, objects: Vec::new(), last_bytes: 0 }))
}

/// The bytes that a submission may name.
pub(super) fn arrived(
    db: &Connection,
    person: PersonId,
    upload: UploadId,
) -> Stored<Option<Arrived>> {
    let query = "SELECT sent_sha256, pixels_sha256 FROM uploads WHERE person = ?1 AND upload = ?2";
    Ok(db
        .prepare_cached(query)?
        .query_row([person.to_string(), upload.to_string()], |row| {
            let sent: secret::Sha = row.get("sent_sha256")?;
            Ok(Arrived { sha256: secret::hex(&sent), pixels_sha256: row.get("pixels_sha256")? })
        })
        .optional()?)
}

pub(super) fn keep_chunk(db: &Connection, new: &NewChunk) -> Stored<Taken> {
    // Much can have happened while it arrived.
    journey::may_upload(&cases::needed(db, new.by)?, new.by, new.person)?;
    let person = new.person.to_string();
    let mut replaced = Vec::new();
    match placed(db, new.person, new.upload, &new.part)? {
        Err(taken) => return Ok(taken),
        Ok(Place::Begins) => {
            replaced = forget(db, new.person)?;
            db.prepare_cached(
                "INSERT INTO arrivals (person, upload, total, sha256, received, at)
                 VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            )?
            .execute(params![
                person,
                new.upload.to_string(),
                number(new.part.announced.total),
                new.part.announced.sha256,
                ms(new.now)
            ])?;
        }
        Ok(_) => {}
    }
    if let Some(former) = &new.instead_of {
        let joined = db
            .prepare_cached("UPDATE chunks SET object = ?3 WHERE person = ?1 AND object = ?2")?
            .execute(params![person, former, new.object])?;
        if joined == 0 {
            // It was begun anew meanwhile, and came just as far.
            return Ok(Taken::Elsewhere { expected: 0 });
        }
        replaced.push(former.clone());
    } else {
        db.prepare_cached("INSERT INTO chunks (person, starts, object) VALUES (?1, ?2, ?3)")?
            .execute(params![person, number(new.part.starts), new.object])?;
    }
    db.prepare_cached("UPDATE arrivals SET received = received + ?2, at = ?3 WHERE person = ?1")?
        .execute(params![person, number(new.part.bytes), ms(new.now)])?;
    Ok(Taken::Kept { replaced })
}

pub(super) fn drop_arrival(
    db: &Connection,
    person: PersonId,
    upload: UploadId,
    announced: &Announced,
) -> Stored<Vec<String>> {
    let is_it = arrival(db, person, upload)?
        .is_some_and(|arrival| arrival.standing.announced == *announced);
    if is_it { forget(db, person) } else { Ok(Vec::new()) }
}

pub(super) fn note(db: &Connection, new: &Upload, last: &Part, now: Timestamp) -> Stored<Taken> {
    journey::may_upload(&cases::needed(db, new.by)?, new.by, new.person)?;
    if let Err(taken) = placed(db, new.person, new.upload, last)? {
        return Ok(taken);
    }
    let replaced = forget(db, new.person)?;
    db.prepare_cached(
        "INSERT INTO uploads (person, upload, total, sent_sha256, object, bytes, sha256, format,
                              pixels_sha256, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        new.person.to_string(),
        new.upload.to_string(),
        number(new.announced.total),
        new.announced.sha256,
        new.object,
        number(new.bytes),
        secret::hex(&new.sha256),
        name_of(new.format)?,
        new.pixels_sha256,
        ms(now)
    ])?;
    Ok(Taken::Kept { replaced })
}

pub(super) fn needs_object(db: &Connection, object: &str) -> Stored<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM chunks WHERE object = ?1)
                 OR EXISTS (SELECT 1 FROM uploads WHERE object = ?1)
                 OR EXISTS (SELECT 1 FROM photos WHERE object = ?1 AND bytes_gone_at IS NULL)",
        )?
        .query_row([object], |row| row.get(0))?)
}

/// Where a part may be put, or what became of it instead.
fn placed(
    db: &Connection,
    person: PersonId,
    id: UploadId,
    part: &Part,
) -> Stored<Result<Place, Taken>> {
    let standing = arrival(db, person, id)?.map(|arrival| arrival.standing);
    Ok(match upload::place(standing.as_ref(), part) {
        Place::There => {
            let received = standing.map_or(0, |standing| standing.received);
            Err(Taken::There { received })
        }
        Place::Elsewhere { expected } => Err(Taken::Elsewhere { expected }),
        place => Ok(place),
    })
}

/// Forgets whatever arrived for a person and is not submitted; the objects that held it.
fn forget(db: &Connection, person: PersonId) -> Stored<Vec<String>> {
    let mut gone = objects(db, "DELETE FROM chunks WHERE person = ?1 RETURNING object", person)?;
    db.execute("DELETE FROM arrivals WHERE person = ?1", [person.to_string()])?;
    gone.extend(objects(db, "DELETE FROM uploads WHERE person = ?1 RETURNING object", person)?);
    Ok(gone)
}

fn objects(db: &Connection, query: &str, person: PersonId) -> Stored<Vec<String>> {
    let found = db
        .prepare_cached(query)?
        .query_map([person.to_string()], |row| row.get("object"))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

fn standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    let bytes = |column: &str| row.get::<_, i64>(column).map(i64::unsigned_abs);
    Ok(Standing {
        announced: Announced { total: bytes("total")?, sha256: row.get("sha256")? },
        received: bytes("received")?,
    })
}

fn number(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
