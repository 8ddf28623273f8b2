//! Second factors: secrets of authenticator apps, recovery codes, and sign-ins that wait for one.
//!
//! A secret is kept sealed, since codes cannot be checked against a hash of it; recovery codes as
//! their Argon2id hashes.

use crate::rules::factor as rules;
use crate::secret::Sha;
use crate::store::sqlite::rows::{moment, ms, parsed};
use crate::store::sqlite::sealing::Seal;
use crate::store::sqlite::{accounts, attempts};
use crate::store::{
    Change, FactorFile, GivenFactor, NewFactorTicket, NewSignIn, SessionFile, StoreError, Stored,
};
use contract::Code;
use contract::id::AccountId;
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// A second factor that is asked for.
pub(super) struct Factor {
    /// Its secret, sealed for its account.
    sealed: Vec<u8>,
    pub(super) since: Timestamp,
    last_step: i64,
}

pub(super) fn kept(db: &Connection, account: AccountId) -> Stored<Option<Factor>> {
    Ok(db
        .prepare_cached("SELECT * FROM factors WHERE account = ?1")?
        .query_row([account.to_string()], |row| {
            Ok(Factor {
                sealed: row.get("secret")?,
                since: moment(row, "since")?,
                last_step: row.get("last_step")?,
            })
        })
        .optional()?)
}

/// Keeps a ticket for a sign-in whose password fits.
pub(super) fn ask(db: &Connection, new: &NewFactorTicket) -> Stored<()> {
    if !accounts::has_password(db, new.account, &new.fitted)? {
        return Err(Code::SignInRefused.into());
    }
    attempts::forgiven(db, &new.account_key, &new.peer_key)?;
    db.execute("DELETE FROM factor_tickets WHERE ends_at <= ?1", [ms(new.now)])?;
    db.execute(
        "INSERT INTO factor_tickets (token, account, ends_at) VALUES (?1, ?2, ?3)",
        params![new.token, new.account.to_string(), ms(new.ends_at)],
    )?;
    Ok(())
}

pub(in crate::store::sqlite) fn ticket(
    db: &Connection,
    token: Sha,
    now: Timestamp,
) -> Stored<Option<FactorFile>> {
    Ok(db
        .prepare_cached(
            "SELECT a.id, a.username FROM factor_tickets t JOIN accounts a ON a.id = t.account
             WHERE t.token = ?1 AND t.ends_at > ?2 AND a.closed_at IS NULL",
        )?
        .query_row(params![token, ms(now)], |row| {
            Ok(FactorFile { account: parsed(row, "id")?, username: row.get("username")? })
        })
        .optional()?)
}

pub(super) fn drop_tickets(db: &Connection, account: AccountId) -> Stored<()> {
    db.execute("DELETE FROM factor_tickets WHERE account = ?1", [account.to_string()])?;
    Ok(())
}

/// Checks a second factor, and signs in where it holds.
pub(super) fn give(
    db: &Connection,
    given: &GivenFactor,
    seal: &Seal,
    policy: &Policy,
) -> Stored<SessionFile> {
    let now = given.sign_in.now;
    let timed_out = || StoreError::Refused(Code::SecondFactorTimedOut);
    let account = ticket(db, given.ticket, now)?.ok_or_else(timed_out)?.account;
    let factor = kept(db, account)?.ok_or_else(timed_out)?;
    let last = Some(factor.last_step);
    let secret = seal.open(&account.to_string(), &factor.sealed)?;
    if let Some(step) = rules::accepted(&secret, &given.code, last, now, policy) {
        db.execute(
            "UPDATE factors SET last_step = ?2 WHERE account = ?1",
            params![account.to_string(), step],
        )?;
    } else {
        use_recovery(db, account, given.recovery)?;
        let change = Change { account, by: None, mail: given.code_mail, now };
        super::tell(db, &change, crate::mail::Credential::RecoveryCodeUsed)?;
    }
    db.execute("DELETE FROM factor_tickets WHERE token = ?1", [given.ticket])?;
    attempts::forgiven(db, &given.factor_key, &given.sign_in.origin.peer_key)?;
    super::devices::sign_in(db, &NewSignIn { account, ..given.sign_in.clone() }, policy)
}

/// Uses a recovery code up.
fn use_recovery(db: &Connection, account: AccountId, code: Option<Sha>) -> Stored<()> {
    let used = db.execute(
        "DELETE FROM recovery_codes WHERE account = ?1 AND hash = ?2",
        params![account.to_string(), code],
    )?;
    if used == 0 { Err(Code::SecondFactorRefused.into()) } else { Ok(()) }
}

pub(super) fn begin(
    db: &Connection,
    account: AccountId,
    sealed: &[u8],
    now: Timestamp,
) -> Stored<()> {
    db.execute(
        "INSERT INTO factors_begun (account, secret, begun_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (account)
         DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at",
        params![account.to_string(), sealed, ms(now)],
    )?;
    Ok(())
}

pub(super) fn turn_on(
    db: &Connection,
    change: &Change,
    code: &str,
    recovery: &[Sha],
    seal: &Seal,
    policy: &Policy,
) -> Stored<()> {
    let account = change.account.to_string();
    let begun: Option<Vec<u8>> = db
        .prepare_cached("SELECT secret FROM factors_begun WHERE account = ?1 AND begun_at > ?2")?
        .query_row(params![account, begun_from(change.now, policy)], |row| row.get("secret"))
        .optional()?;
    let sealed = begun.ok_or(StoreError::Refused(Code::WrongState))?;
    let secret = seal.open(&account, &sealed)?;
    let step = rules::accepted(&secret, code, None, change.now, policy)
        .ok_or(StoreError::Refused(Code::SecondFactorRefused))?;
    db.execute("DELETE FROM factors_begun WHERE account = ?1", [&account])?;
    db.execute(
        "INSERT INTO factors (account, secret, since, last_step) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, since = excluded.since,
         last_step = excluded.last_step",
        params![account, sealed, ms(change.now), step],
    )?;
    keep_recovery(db, change.account, recovery)
}

pub(super) fn turn_off(db: &Connection, account: AccountId) -> Stored<()> {
    let id = account.to_string();
    if db.execute("DELETE FROM factors WHERE account = ?1", [&id])? == 0 {
        return Err(Code::WrongState.into());
    }
    db.execute("DELETE FROM factors_begun WHERE account = ?1", [&id])?;
    drop_tickets(db, account)?;
    keep_recovery(db, account, &[])
}

/// Keeps hashes of recovery codes in place of older ones.
pub(super) fn keep_recovery(db: &Connection, account: AccountId, codes: &[Sha]) -> Stored<()> {
    let account = account.to_string();
    db.execute("DELETE FROM recovery_codes WHERE account = ?1", [&account])?;
    for code in codes {
        db.execute(
            "INSERT INTO recovery_codes (account, hash) VALUES (?1, ?2)",
            params![account, code],
        )?;
    }
    Ok(())
}

pub(super) fn recovery_left(db: &Connection, account: AccountId) -> Stored<u8> {
    let query = "SELECT COUNT(*) FROM recovery_codes WHERE account = ?1";
    Ok(db.prepare_cached(query)?.query_row([account.to_string()], |row| row.get(0))?)
}

/// Secrets that were begun after this can be confirmed: for as long as a session lasts at most.
fn begun_from(now: Timestamp, policy: &Policy) -> i64 {
    ms(now) - i64::from(policy.session_absolute_seconds) * 1000
}

/// Forgets tickets that ended and secrets that were never confirmed.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    db.execute("DELETE FROM factor_tickets WHERE ends_at <= ?1", [ms(now)])?;
    db.execute("DELETE FROM factors_begun WHERE begun_at <= ?1", [begun_from(now, policy)])?;
    Ok(())
}
