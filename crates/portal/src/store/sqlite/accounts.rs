//! Accounts: opening, temporary passwords, tickets, own passwords.

use super::rows::{ms, parsed};
use super::{cases, drafts, households, news, recovery, sessions};
use crate::case::{CaseFile, PersonFile};
use crate::days;
use crate::mail::{Notice, TemporaryAccess};
use crate::rules::journey;
use crate::secret::Sha;
use crate::store::{
    NewAccount, NewPassword, NewSession, Reissue, SessionFile, SignInFile, StoreError, Stored,
    TicketFile,
};
use contract::Code;
use contract::board::{HouseholdState, Relationship};
use contract::id::{AccountId, PersonId};
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

fn last_day(case: &CaseFile, now: Timestamp, policy: &Policy) -> Date {
    let today = days::day(now, &case.zone());
    days::days_after(today, policy.temporary_password_days)
}

pub(super) fn open(db: &Connection, new: &NewAccount, policy: &Policy) -> Stored<()> {
    let case = cases::needed(db, new.person)?;
    let person = case.person(new.person).ok_or(Code::NotFound)?;
    journey::may_open_account(&case, person)?;
    if sign_in_file(db, &new.username)?.is_some() {
        // Made up twice: whoever asks makes up another one.
        return Err(StoreError::Busy);
    }
    let last_day = last_day(&case, new.now, policy);
    db.execute(
        "INSERT INTO accounts (id, person, username, temporary_hash, temporary_last_day, opened_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            new.account.to_string(),
            new.person.to_string(),
            new.username,
            new.temporary_hash,
            last_day.to_string(),
            ms(new.now)
        ],
    )?;
    households::set_state(db, case.id, HouseholdState::Active)?;
    vouch(db, person, new.now)?;
    news::happen(db, person.id, &Event::AccountOpened, new.now, None)?;
    let notice = Notice::AccountOpened(TemporaryAccess {
        name: person.name.short().to_owned(),
        username: new.username.clone(),
        temporary_password: new.temporary_password.clone(),
        last_day,
    });
    news::queue(db, &case, person, new.mail, &notice, new.now, None)
}

/// An account that is opened before its address was confirmed is opened by an officer, who vouches
/// for it. A code that the address waits for is needed no more.
fn vouch(db: &Connection, person: &PersonFile, now: Timestamp) -> Stored<()> {
    match &person.email {
        Some(email) if !person.contact.confirmed => recovery::held(db, person.id, email, true, now),
        _ => {
            let waiting = "DELETE FROM confirmations WHERE person = ?1";
            db.execute(waiting, [person.id.to_string()])?;
            Ok(())
        }
    }
}

pub(super) fn reissue(db: &Connection, new: &Reissue, policy: &Policy) -> Stored<()> {
    let file = sign_in_file(db, &new.username)?.ok_or(StoreError::Refused(Code::NotFound))?;
    let person = file.case.person(file.person).ok_or(Code::NotFound)?;
    journey::may_reissue(&file.case, person)?;
    let last_day = last_day(&file.case, new.now, policy);
    db.execute(
        "UPDATE accounts SET temporary_hash = ?2, temporary_last_day = ?3 WHERE id = ?1",
        params![file.account.to_string(), new.temporary_hash, last_day.to_string()],
    )?;
    drop_tickets(db, file.account)?;
    // Until somebody signs in for themselves, the principal reads their timeline, too.
    if person.relationship == Relationship::Principal {
        news::happen(db, person.id, &Event::TemporaryPasswordReissued, new.now, None)?;
    }
    let notice = Notice::TemporaryPasswordReissued(TemporaryAccess {
        name: person.name.short().to_owned(),
        username: new.username.clone(),
        temporary_password: new.temporary_password.clone(),
        last_day,
    });
    news::queue(db, &file.case, person, new.mail, &notice, new.now, None)
}

pub(super) fn sign_in_file(db: &Connection, username: &str) -> Stored<Option<SignInFile>> {
    type Row = (AccountId, PersonId, Option<String>, Option<String>, Option<i64>);
    let found: Option<Row> = db
        .prepare_cached("SELECT * FROM accounts WHERE username = ?1")?
        .query_row([username], |row| {
            Ok((
                parsed(row, "id")?,
                parsed(row, "person")?,
                row.get("password_hash")?,
                row.get("temporary_hash")?,
                row.get("closed_at")?,
            ))
        })
        .optional()?;
    let Some((account, person, password_hash, temporary_hash, closed)) = found else {
        return Ok(None);
    };
    // Nothing fits an account that was closed.
    let (password_hash, temporary_hash) = match closed {
        None => (password_hash, temporary_hash),
        Some(_) => (None, None),
    };
    Ok(Some(SignInFile {
        account,
        person,
        password_hash,
        temporary_hash,
        case: cases::needed(db, person)?,
    }))
}

pub(super) fn grant_ticket(
    db: &Connection,
    account: AccountId,
    fitted: &str,
    token: Sha,
    now: Timestamp,
    ends_at: Timestamp,
) -> Stored<()> {
    db.execute("DELETE FROM tickets WHERE ends_at <= ?1", [ms(now)])?;
    let granted = db.execute(
        "INSERT INTO tickets (token, account, ends_at)
         SELECT ?1, id, ?3 FROM accounts
         WHERE id = ?2 AND temporary_hash = ?4 AND closed_at IS NULL",
        params![token, account.to_string(), ms(ends_at), fitted],
    )?;
    if granted == 0 { Err(Code::FirstSignInRefused.into()) } else { Ok(()) }
}

fn drop_tickets(db: &Connection, account: AccountId) -> Stored<()> {
    db.execute("DELETE FROM tickets WHERE account = ?1", [account.to_string()])?;
    Ok(())
}

/// Ends everything by which somebody is or would be signed in to an account, and forgets which
/// devices were.
pub(super) fn forget_devices(db: &Connection, account: AccountId) -> Stored<()> {
    for table in ["sessions", "devices", "tickets", "factor_tickets"] {
        let all = format!("DELETE FROM {table} WHERE account = ?1");
        db.execute(&all, [account.to_string()])?;
    }
    drop_begun(db, account)
}

/// Forgets what was begun for an account and would go on without its password: codes that reset it,
/// the code of a new address, a second factor that is not on yet. Who knew the old password may have
/// begun it.
pub(super) fn drop_begun(db: &Connection, account: AccountId) -> Stored<()> {
    for table in ["reset_codes", "factors_begun"] {
        let all = format!("DELETE FROM {table} WHERE account = ?1");
        db.execute(&all, [account.to_string()])?;
    }
    db.execute(
        "DELETE FROM confirmations WHERE person = (SELECT person FROM accounts WHERE id = ?1)",
        [account.to_string()],
    )?;
    Ok(())
}

/// Whether the account's own password still is the one that this hash was made from.
pub(super) fn has_password(db: &Connection, account: AccountId, hash: &str) -> Stored<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM accounts
                 WHERE id = ?1 AND password_hash = ?2 AND closed_at IS NULL)";
    Ok(db.prepare_cached(query)?.query_row(params![account.to_string(), hash], |row| row.get(0))?)
}

pub(super) fn ticket(
    db: &Connection,
    token: Sha,
    now: Timestamp,
) -> Stored<Option<(TicketFile, PersonId)>> {
    Ok(db
        .prepare_cached(
            "SELECT a.id, a.person, a.username FROM tickets t JOIN accounts a ON a.id = t.account
             WHERE t.token = ?1 AND t.ends_at > ?2 AND a.temporary_hash IS NOT NULL
               AND a.closed_at IS NULL",
        )?
        .query_row(params![token, ms(now)], |row| {
            let ticket = TicketFile { account: parsed(row, "id")?, username: row.get("username")? };
            Ok((ticket, parsed(row, "person")?))
        })
        .optional()?)
}

pub(super) fn store_password(
    db: &Connection,
    new: &NewPassword,
    policy: &Policy,
) -> Stored<SessionFile> {
    let (ticket, person) =
        ticket(db, new.ticket, new.now)?.ok_or(StoreError::Refused(Code::FirstSignInTimedOut))?;
    db.execute(
        "UPDATE accounts SET password_hash = ?2, temporary_hash = NULL, temporary_last_day = NULL
         WHERE id = ?1",
        params![ticket.account.to_string(), new.password_hash],
    )?;
    drop_tickets(db, ticket.account)?;
    let case = cases::needed(db, person)?;
    let person = case.person(person).ok_or(Code::NotFound)?;
    news::happen(db, person.id, &Event::FirstSignedIn, new.now, None)?;
    let notice = Notice::PasswordStored { name: person.name.short().to_owned() };
    news::queue(db, &case, person, new.mail, &notice, new.now, None)?;
    drafts::leave_to(db, person.id, ticket.account)?;
    sessions::start(
        db,
        &NewSession { account: ticket.account, token: new.session, now: new.now },
        policy,
    )
}

/// Forgets tickets that ended.
pub(super) fn sweep(db: &Connection, now: Timestamp) -> Stored<()> {
    db.execute("DELETE FROM tickets WHERE ends_at <= ?1", [ms(now)])?;
    Ok(())
}
