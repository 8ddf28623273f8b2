//! Writes of applicants to their household. Each is kept with its key, its hash and its reply in
//! the transaction that makes it, so that the same write sent twice is made once.

use super::rows::{json, ms, name_of, to_json};
use super::{cases, news};
use crate::days;
use crate::rules::journey;
use crate::rules::repeat::{self, Repeat};
use crate::secret::Sha;
use crate::store::{Keyed, NewAddress, NewDeclaration, StoreError, Stored};
use contract::Code;
use contract::policy::Policy;
use contract::receipt::Receipt;
use contract::timeline::Event;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Makes a write, or gives the reply to the same write again.
///
/// # Errors
/// `idempotency_mismatch` where the key was used for another write, else what `write` says.
pub(super) fn once<T: Serialize + DeserializeOwned>(
    db: &Connection,
    keyed: &Keyed,
    now: Timestamp,
    write: impl FnOnce() -> Stored<T>,
) -> Stored<T> {
    let key = keyed.key.to_string();
    let account = keyed.account.to_string();
    let kept: Option<(Sha, T)> = db
        .prepare_cached(
            "SELECT sha256, reply FROM replies WHERE account = ?1 AND route = ?2 AND key = ?3",
        )?
        .query_row(params![account, keyed.route, key], |row| {
            Ok((row.get("sha256")?, json(row, "reply")?))
        })
        .optional()?;
    match (repeat::decide(kept.as_ref().map(|(sha, _)| sha), &keyed.sha256), kept) {
        (Repeat::Again, Some((_, reply))) => Ok(reply),
        (Repeat::Mismatch, _) => Err(Code::IdempotencyMismatch.into()),
        (Repeat::First | Repeat::Again, _) => {
            let reply = write()?;
            db.execute(
                "INSERT INTO replies (account, route, key, sha256, reply, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![account, keyed.route, key, keyed.sha256, to_json(&reply)?, ms(now)],
            )?;
            Ok(reply)
        }
    }
}

/// Forgets replies after their days.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let kept = SignedDuration::from_hours(24 * i64::from(policy.stored_reply_days));
    let oldest = now.checked_sub(kept).unwrap_or(Timestamp::MIN);
    db.execute("DELETE FROM replies WHERE at < ?1", [ms(oldest)])?;
    Ok(())
}

pub(super) fn declare(db: &Connection, new: &NewDeclaration) -> Stored<Receipt> {
    let case = cases::needed(db, new.by)?;
    let declaration = &new.declaration;
    journey::may_declare(&case, new.by, &declaration.people, &declaration.statement_version)?;
    let by = case.person(new.by).ok_or(Code::NotFound)?.name.clone();
    for person in &declaration.people {
        db.execute(
            "INSERT INTO declarations (person, at, declared_by, statement_version, language, reference)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                person.to_string(),
                ms(new.now),
                new.by.to_string(),
                declaration.statement_version,
                name_of(declaration.language)?,
                new.reference
            ],
        )?;
        let event = Event::PresenceDeclared { by: by.clone() };
        news::happen(db, *person, &event, new.now, None)?;
    }
    Ok(Receipt { reference: new.reference.clone(), at: new.now })
}

pub(super) fn give_address(db: &Connection, new: &NewAddress, policy: &Policy) -> Stored<Receipt> {
    let case = cases::needed(db, new.by)?;
    let address = &new.address;
    journey::may_give_address(&case, new.by, &address.people, new.now, policy)?;
    if let Some(at) = journey::address_given_meanwhile(&case, address) {
        return Err(StoreError::AddressChanged(days::day(at, &case.zone())));
    }
    let residential = address.residential.as_ref().map(to_json).transpose()?;
    for person in &address.people {
        let changed = case.person(*person).is_some_and(|person| person.address.is_some());
        db.execute(
            "INSERT INTO addresses (person, version, at, given_by, mailing, residential, reference)
             SELECT ?1, COALESCE(MAX(version), 0) + 1, ?2, ?3, ?4, ?5, ?6
             FROM addresses WHERE person = ?1",
            params![
                person.to_string(),
                ms(new.now),
                new.by.to_string(),
                to_json(&address.mailing)?,
                residential,
                new.reference
            ],
        )?;
        let event = if changed { Event::AddressChanged } else { Event::AddressGiven };
        news::happen(db, *person, &event, new.now, None)?;
    }
    Ok(Receipt { reference: new.reference.clone(), at: new.now })
}
