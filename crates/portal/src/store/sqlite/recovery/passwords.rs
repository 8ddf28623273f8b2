//! Forgotten passwords: reset codes, kept as hashes, and what is stored in their place.

use super::super::rows::{moment, ms};
use super::super::{accounts, news};
use super::{any_case, mailable, queue_to, settle, tried_nothing};
use crate::days;
use crate::mail::{Credential, Notice};
use crate::rules::recovery::{self as rules, Mailed};
use crate::secret::{self, Sha};
use crate::store::{NewResetCode, PasswordReset, SignInFile, Stored, Typed};
use contract::Code;
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

fn reset_hash(username: &str, code: &str) -> Sha {
    secret::code_hash(username, code)
}

pub(super) fn send(db: &Connection, new: &NewResetCode, policy: &Policy) -> Stored<()> {
    let Some((file, to)) = mailable(db, &new.username, new.now, policy)? else {
        return Ok(());
    };
    let person = file.case.person(file.person).ok_or(Code::NotFound)?;
    if !person.has_own_account() {
        return Ok(());
    }
    let ends_at = days::seconds_after(new.now, policy.reset_code_seconds);
    db.execute(
        "INSERT INTO reset_codes (account, code, ends_at, tries) VALUES (?1, ?2, ?3, 0)
         ON CONFLICT (account) DO UPDATE
         SET code = excluded.code, ends_at = excluded.ends_at, tries = 0",
        params![file.account.to_string(), reset_hash(&new.username, &new.code), ms(ends_at)],
    )?;
    let notice = Notice::ResetCode {
        name: person.name.short().to_owned(),
        code: new.code.clone(),
        minutes: u16::try_from(policy.reset_code_seconds / 60).unwrap_or(u16::MAX),
    };
    queue_to(db, &to, new.mail, &notice, new.now)
}

/// What a reset code that was typed means.
pub(super) fn typed(
    db: &Connection,
    file: &SignInFile,
    username: &str,
    code: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Typed> {
    let hash = reset_hash(username, code);
    let mailed = db
        .prepare_cached("SELECT code, ends_at, tries FROM reset_codes WHERE account = ?1")?
        .query_row([file.account.to_string()], |row| {
            Ok(Mailed {
                fits: row.get::<_, Sha>("code")? == hash,
                ends_at: moment(row, "ends_at")?,
                tries: row.get("tries")?,
            })
        })
        .optional()?;
    let typed = |mailed| rules::typed(mailed, policy.reset_code_tries, now);
    Ok(mailed.map_or(Typed::Refused, typed))
}

pub(super) fn reset(db: &Connection, reset: &PasswordReset, policy: &Policy) -> Stored<Typed> {
    settle(db, reset.now)?;
    let Some(file) = accounts::sign_in_file(db, &reset.username)? else {
        any_case(db)?;
        tried_nothing(db, reset.now)?;
        return Ok(Typed::Refused);
    };
    let account = file.account.to_string();
    let typed = typed(db, &file, &reset.username, &reset.code, reset.now, policy)?;
    // Without an own password there is nothing to reset, also where the account was closed since.
    if typed != Typed::Fits || file.password_hash.is_none() {
        let tried = "UPDATE reset_codes SET tries = MIN(tries + 1, 255) WHERE account = ?1";
        if db.execute(tried, [&account])? == 0 {
            tried_nothing(db, reset.now)?;
        }
        return Ok(if typed == Typed::Fits { Typed::Refused } else { typed });
    }
    db.execute(
        "UPDATE accounts SET password_hash = ?2 WHERE id = ?1",
        params![account, reset.password_hash],
    )?;
    accounts::forget_devices(db, file.account)?;
    let person = file.case.person(file.person).ok_or(Code::NotFound)?;
    let what = Credential::Password;
    let notice = Notice::CredentialChanged { name: person.name.short().to_owned(), what };
    news::queue(db, &file.case, person, reset.mail, &notice, reset.now, None)?;
    Ok(Typed::Fits)
}
