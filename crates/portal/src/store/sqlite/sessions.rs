//! Sessions: starting, using, extending and ending them. Keeps hashes of tokens only.

use super::accounts;
use super::rows::{moment, ms, parsed};
use crate::days;
use crate::rules::session as rules;
use crate::secret::Sha;
use crate::store::{Bearer, NewSession, SessionFile, StoreError, Stored};
use contract::Code;
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

pub(super) fn start(db: &Connection, new: &NewSession, policy: &Policy) -> Stored<SessionFile> {
    let started = db.execute(
        "INSERT INTO sessions (token, account, started_at, seen_at)
         SELECT ?1, id, ?3, ?3 FROM accounts WHERE id = ?2 AND password_hash IS NOT NULL",
        params![new.token, new.account.to_string(), ms(new.now)],
    )?;
    if started == 0 {
        return Err(Code::SignInRefused.into());
    }
    running(db, new.token, new.now, policy)?
        .map(|(session, _)| session)
        .ok_or(StoreError::Refused(Code::SignInRefused))
}

/// The running session of a token, and whether a use of it is to be written down.
fn running(
    db: &Connection,
    token: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Option<(SessionFile, bool)>> {
    let found = db
        .prepare_cached(
            "SELECT a.id, a.person, a.username, s.started_at, s.seen_at, s.extensions_used
             FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.token = ?1",
        )?
        .query_row([token], |row| {
            let seen_at = moment(row, "seen_at")?;
            let started_at = moment(row, "started_at")?;
            let extensions_used: u8 = row.get("extensions_used")?;
            let session = SessionFile {
                account: parsed(row, "id")?,
                person: parsed(row, "person")?,
                username: row.get("username")?,
                idle_ends_at: days::seconds_after(seen_at, policy.session_idle_seconds),
                ends_at: days::seconds_after(started_at, policy.session_absolute_seconds),
                extensions_left: policy.session_extensions.saturating_sub(extensions_used),
            };
            Ok((session, rules::is_written(seen_at, extensions_used, now, policy)))
        })
        .optional()?;
    Ok(found.filter(|(session, _)| now < session.idle_ends_at && now < session.ends_at))
}

/// Whose token it is, and whether [`touch`] is to follow where that is a use.
pub(super) fn bearer(
    db: &Connection,
    token: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<(Bearer, bool)> {
    if let Some((session, touch)) = running(db, token, now, policy)? {
        return Ok((Bearer::Session(session), touch));
    }
    let ticket = accounts::ticket(db, token, now)?;
    Ok((ticket.map_or(Bearer::Nobody, |(ticket, _)| Bearer::Ticket(ticket)), false))
}

/// Writes a use down, which gives the extensions back.
pub(super) fn touch(db: &Connection, token: Sha, now: Timestamp) -> Stored<()> {
    db.execute(
        "UPDATE sessions SET seen_at = MAX(seen_at, ?2), extensions_used = 0 WHERE token = ?1",
        params![token, ms(now)],
    )?;
    Ok(())
}

pub(super) fn extend(
    db: &Connection,
    token: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<SessionFile> {
    let (session, _) =
        running(db, token, now, policy)?.ok_or(StoreError::Refused(Code::SignInRequired))?;
    rules::may_extend(&session)?;
    db.execute(
        "UPDATE sessions SET seen_at = MAX(seen_at, ?2), extensions_used = extensions_used + 1
         WHERE token = ?1",
        params![token, ms(now)],
    )?;
    running(db, token, now, policy)?
        .map(|(session, _)| session)
        .ok_or(StoreError::Refused(Code::SignInRequired))
}

pub(super) fn end(db: &Connection, token: Sha) -> Stored<()> {
    db.execute("DELETE FROM sessions WHERE token = ?1", [token])?;
    Ok(())
}

/// Forgets sessions that ended.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let idle = ms(now) - i64::from(policy.session_idle_seconds) * 1000;
    let absolute = ms(now) - i64::from(policy.session_absolute_seconds) * 1000;
    db.execute("DELETE FROM sessions WHERE seen_at <= ?1 OR started_at <= ?2", [idle, absolute])?;
    Ok(())
}
