//! Devices that signed in before, and signing in from one. Keeps hashes of what they show only.

use crate::days;
use crate::mail::Notice;
use crate::rules::devices::kind_at;
use crate::secret::Sha;
use crate::store::sqlite::rows::ms;
use crate::store::sqlite::{accounts, attempts, cases, sessions};
use crate::store::{Change, NewSession, NewSignIn, Origin, SessionFile, Stored};
use contract::Code;
use contract::id::AccountId;
use contract::policy::Policy;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, params};

/// Devices that signed in after this are known, in milliseconds since the Unix epoch.
fn known_from(now: Timestamp, policy: &Policy) -> i64 {
    ms(now) - i64::from(policy.known_device_days) * 24 * 60 * 60 * 1000
}

pub(super) fn knows(
    db: &Connection,
    username: &str,
    device: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM devices d JOIN accounts a ON a.id = d.account
                 WHERE a.username = ?1 AND d.secret = ?2 AND d.seen_at > ?3)";
    let known_from = known_from(now, policy);
    Ok(db
        .prepare_cached(query)?
        .query_row(params![username, device, known_from], |row| row.get(0))?)
}

fn knows_by_id(
    db: &Connection,
    account: AccountId,
    device: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM devices
                 WHERE account = ?1 AND secret = ?2 AND seen_at > ?3)";
    let known_from = known_from(now, policy);
    Ok(db
        .prepare_cached(query)?
        .query_row(params![account.to_string(), device, known_from], |row| row.get(0))?)
}

pub(super) fn is_any(
    db: &Connection,
    device: Sha,
    now: Timestamp,
    policy: &Policy,
) -> Stored<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM devices WHERE secret = ?1 AND seen_at > ?2)";
    let known_from = known_from(now, policy);
    Ok(db.prepare_cached(query)?.query_row(params![device, known_from], |row| row.get(0))?)
}

/// Lets a sign-in in.
pub(super) fn sign_in(db: &Connection, new: &NewSignIn, policy: &Policy) -> Stored<SessionFile> {
    let Origin { account_key, peer_key, agent, known, .. } = &new.origin;
    if let Some(fitted) = &new.fitted
        && !accounts::has_password(db, new.account, fitted)?
    {
        return Err(Code::SignInRefused.into());
    }
    let kind = kind_at(peer_key, agent);
    let known = *known
        || (attempts::is_known(db, account_key, peer_key, new.now, policy)?
            && knows_by_id(db, new.account, kind, new.now, policy)?);
    attempts::succeeded(db, account_key, peer_key, new.now)?;
    let started = NewSession { account: new.account, token: new.token, now: new.now };
    let session = sessions::start(db, &started, policy)?;
    note(db, new.token, &new.origin, new.now)?;
    if !known {
        let zone = cases::needed(db, session.person)?.zone();
        let change = Change { account: new.account, by: None, mail: new.mail, now: new.now };
        super::mail(db, &change, |name| Notice::NewDevice {
            name,
            device: agent.named(),
            day: days::day(new.now, &zone),
            time: time_of_day(new.now, &zone),
        })?;
    }
    Ok(session)
}

fn time_of_day(at: Timestamp, zone: &TimeZone) -> String {
    let local = zone.to_datetime(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// Says what a session signed in from, and knows its device, and its kind at its address.
pub(super) fn note(db: &Connection, token: Sha, origin: &Origin, now: Timestamp) -> Stored<()> {
    sessions::note(db, token, &origin.agent)?;
    for known in [origin.device, kind_at(&origin.peer_key, &origin.agent)] {
        db.prepare_cached(
            "INSERT INTO devices (account, secret, seen_at)
             SELECT account, ?2, ?3 FROM sessions WHERE token = ?1
             ON CONFLICT (account, secret) DO UPDATE SET seen_at = MAX(seen_at, excluded.seen_at)",
        )?
        .execute(params![token, known, ms(now)])?;
    }
    Ok(())
}

/// Forgets devices that did not sign in for long.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    db.prepare_cached("DELETE FROM devices WHERE seen_at <= ?1")?
        .execute([known_from(now, policy)])?;
    Ok(())
}
