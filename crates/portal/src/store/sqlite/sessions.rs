//! Sessions: starting, using, extending and ending them. Keeps hashes of tokens only.

use super::rows::{moment, ms, name_of, named, parsed};
use super::{accounts, credentials, invitations};
use crate::days;
use crate::rules::devices::{Agent, session_id};
use crate::rules::session as rules;
use crate::secret::Sha;
use crate::store::{Bearer, Change, DeviceFile, NewSession, SessionFile, StoreError, Stored};
use contract::Code;
use contract::id::{AccountId, SessionId};
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

pub(super) fn start(db: &Connection, new: &NewSession, policy: &Policy) -> Stored<SessionFile> {
    let started = db.prepare_cached("INSERT INTO sessions (token, account, started_at, seen_at)
         SELECT ?1, id, ?3, ?3 FROM accounts WHERE id = ?2 AND password_hash IS NOT NULL AND closed_at IS NULL")?.execute(params![new.token, new.account.to_string(), ms(new.now)],
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
             FROM sessions s JOIN accounts a ON a.id = s.account
             WHERE s.token = ?1 AND a.closed_at IS NULL",
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
    if let Some(factor) = credentials::factor_ticket(db, token, now)? {
        return Ok((Bearer::Factor(factor), false));
    }
    if let Some(answering) = invitations::answering(db, token, now)? {
        return Ok((Bearer::Answering(answering), false));
    }
    let ticket = accounts::ticket(db, token, now)?;
    Ok((ticket.map_or(Bearer::Nobody, |(ticket, _)| Bearer::Ticket(ticket)), false))
}

/// Writes a use down, which gives the extensions back.
pub(super) fn touch(db: &Connection, token: Sha, now: Timestamp) -> Stored<()> {
    db.prepare_cached(
        "UPDATE sessions SET seen_at = MAX(seen_at, ?2), extensions_used = 0 WHERE token = ?1",
    )?
    .execute(params![token, ms(now)])?;
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
    db.prepare_cached(
        "UPDATE sessions SET seen_at = MAX(seen_at, ?2), extensions_used = extensions_used + 1
         WHERE token = ?1",
    )?
    .execute(params![token, ms(now)])?;
    running(db, token, now, policy)?
        .map(|(session, _)| session)
        .ok_or(StoreError::Refused(Code::SignInRequired))
}

pub(super) fn end(db: &Connection, token: Sha) -> Stored<()> {
    db.prepare_cached("DELETE FROM sessions WHERE token = ?1")?.execute([token])?;
    Ok(())
}

/// Refuses a change whose session has ended since it was asked for: whoever ended it, by a new
/// password from elsewhere or a sign-out there, is not to find it made after all.
pub(super) fn still_asks(db: &Connection, change: &Change) -> Stored<()> {
    let Some(token) = change.by else { return Ok(()) };
    let query = "SELECT EXISTS (SELECT 1 FROM sessions WHERE token = ?1 AND account = ?2)";
    let asks: bool = db
        .prepare_cached(query)?
        .query_row(params![token, change.account.to_string()], |row| row.get(0))?;
    if asks { Ok(()) } else { Err(Code::SignInRequired.into()) }
}

/// Ends every session of an account, but for one where one is given.
pub(super) fn end_all(db: &Connection, account: AccountId, keep: Option<Sha>) -> Stored<()> {
    db.prepare_cached("DELETE FROM sessions WHERE account = ?1 AND (?2 IS NULL OR token <> ?2)")?
        .execute(params![account.to_string(), keep])?;
    Ok(())
}

/// Says what a session signed in from.
pub(super) fn note(db: &Connection, token: Sha, agent: &Agent) -> Stored<()> {
    db.prepare_cached(
        "UPDATE sessions SET client = ?2, system = ?3, browser = ?4 WHERE token = ?1",
    )?
    .execute(params![token, name_of(agent.client)?, agent.system, agent.browser])?;
    Ok(())
}

/// The sessions of an account that run, the one used last first.
pub(super) fn of_account(
    db: &Connection,
    account: AccountId,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Vec<DeviceFile>> {
    let query = "SELECT * FROM sessions WHERE account = ?1 AND seen_at > ?2 AND started_at > ?3
                 ORDER BY seen_at DESC, started_at DESC, token";
    let (idle, absolute) = limits(now, policy);
    let found = db
        .prepare_cached(query)?
        .query_map(params![account.to_string(), idle, absolute], |row| {
            let token: Sha = row.get("token")?;
            Ok(DeviceFile {
                id: session_id(&token),
                token,
                client: named(row, "client")?,
                system: row.get("system")?,
                browser: row.get("browser")?,
                signed_in_at: moment(row, "started_at")?,
                used_at: moment(row, "seen_at")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Ends the session of that name, which must be one of the account's.
pub(super) fn end_of(db: &Connection, account: AccountId, id: SessionId) -> Stored<()> {
    let tokens: Vec<Sha> = db
        .prepare_cached("SELECT token FROM sessions WHERE account = ?1")?
        .query_map([account.to_string()], |row| row.get("token"))?
        .collect::<rusqlite::Result<_>>()?;
    let token = tokens.into_iter().find(|token| session_id(token) == id);
    end(db, token.ok_or(StoreError::Refused(Code::NotFound))?)
}

/// What was used before the first, or began before the second, has ended. Milliseconds.
fn limits(now: Timestamp, policy: &Policy) -> (i64, i64) {
    let idle = ms(now) - i64::from(policy.session_idle_seconds) * 1000;
    let absolute = ms(now) - i64::from(policy.session_absolute_seconds) * 1000;
    (idle, absolute)
}

/// Forgets sessions that ended.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let (idle, absolute) = limits(now, policy);
    db.prepare_cached("DELETE FROM sessions WHERE seen_at <= ?1 OR started_at <= ?2")?
        .execute([idle, absolute])?;
    Ok(())
}
