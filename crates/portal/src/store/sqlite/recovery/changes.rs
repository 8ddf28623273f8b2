//! Changes of an address: by its holder, with a code; by two officers, after a delay.

use super::super::rows::{moment, ms, parsed};
use super::super::{cases, news, sessions};
use super::{may_mail, of_address, queue_to};
use crate::days;
use crate::mail::Notice;
use crate::rules::recovery::{self as rules, folded};
use crate::secret;
use crate::store::{Change, EmailChange, StoreError, Stored};
use contract::Code;
use contract::board::{Name, Relationship};
use contract::devices::NewEmail;
use contract::id::{AccountId, PersonId};
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

fn holder(db: &Connection, account: AccountId) -> Stored<PersonId> {
    let found = db
        .prepare_cached("SELECT person FROM accounts WHERE id = ?1 AND closed_at IS NULL")?
        .query_row([account.to_string()], |row| parsed(row, "person"))
        .optional()?;
    found.ok_or(StoreError::Refused(Code::NotFound))
}

/// Has a person hold a confirmed address from now on. Codes that were mailed to the old one die.
pub(in super::super) fn held(
    db: &Connection,
    person: PersonId,
    email: &str,
    by_officer: bool,
    at: Timestamp,
) -> Stored<()> {
    db.execute(
        "INSERT INTO emails (person, email, folded, at, by_officer) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person) DO UPDATE SET email = excluded.email, folded = excluded.folded,
             at = excluded.at,
             by_officer = excluded.by_officer
                          OR (emails.by_officer AND emails.folded = excluded.folded)",
        params![person.to_string(), email, folded(email), ms(at), by_officer],
    )?;
    let person = person.to_string();
    db.execute("DELETE FROM confirmations WHERE person = ?1", [&person])?;
    let account = "account IN (SELECT id FROM accounts WHERE person = ?1)";
    db.execute(&format!("DELETE FROM reset_codes WHERE {account}"), [&person])?;
    Ok(())
}

/// Writes down every change by officers that holds by now.
pub(in super::super) fn settle(db: &Connection, now: Timestamp) -> Stored<()> {
    let due: Vec<(i64, PersonId, String, Timestamp)> = db
        .prepare_cached(
            "SELECT id, person, email, holds_from FROM email_changes
             WHERE ended_at IS NULL AND holds_from <= ?1 ORDER BY holds_from",
        )?
        .query_map([ms(now)], |row| {
            Ok((
                row.get("id")?,
                parsed(row, "person")?,
                row.get("email")?,
                moment(row, "holds_from")?,
            ))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (id, person, email, holds_from) in due {
        held(db, person, &email, true, holds_from)?;
        let case = cases::needed(db, person)?;
        let reads_alone = case.person(person).is_some_and(|file| {
            file.has_own_account() || file.relationship == Relationship::Principal
        });
        // Until then the principal reads it, who may be whom they get an address of their own for.
        if reads_alone {
            news::happen(db, person, &Event::EmailChanged, holds_from, None)?;
        }
        db.execute("UPDATE email_changes SET ended_at = holds_from, held = 1 WHERE id = ?1", [id])?;
    }
    Ok(())
}

pub(super) fn begin(
    db: &Connection,
    change: &Change,
    email: &str,
    code: &str,
    policy: &Policy,
) -> Stored<()> {
    let Change { account, mail, now, .. } = *change;
    sessions::still_asks(db, change)?;
    settle(db, now)?;
    let person = holder(db, account)?;
    rules::may_change_email(&cases::needed(db, person)?)?;
    let most = usize::from(policy.mails_per_hour);
    let keys = [(of_address(email), most), (format!("change:{account}"), most)];
    may_mail(db, &keys, now)?;
    await_code(db, person, email, code, now, policy)?;
    let notice = confirm_address(code, policy);
    queue_to(db, email, mail, &notice, now)
}

/// What brings a code to an address that nobody confirmed yet.
pub(in super::super) fn confirm_address(code: &str, policy: &Policy) -> Notice {
    Notice::ConfirmAddress { code: code.to_owned(), hours: policy.confirmation_hours }
}

/// Has a person's new address wait for a code; an older one dies.
pub(in super::super) fn await_code(
    db: &Connection,
    person: PersonId,
    email: &str,
    code: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<()> {
    let ends_at = days::seconds_after(now, u32::from(policy.confirmation_hours) * 60 * 60);
    let folded = folded(email);
    db.execute(
        "INSERT INTO confirmations (person, email, folded, code, ends_at, tries)
         VALUES (?1, ?2, ?3, ?4, ?5, 0)
         ON CONFLICT (person) DO UPDATE SET email = excluded.email, folded = excluded.folded,
             code = excluded.code, ends_at = excluded.ends_at, tries = 0",
        params![person.to_string(), email, folded, secret::code_hash(&folded, code), ms(ends_at)],
    )?;
    Ok(())
}

pub(super) fn new_email(
    db: &Connection,
    account: AccountId,
    now: Timestamp,
) -> Stored<Option<NewEmail>> {
    let person = holder(db, account)?;
    let own = db
        .prepare_cached(
            "SELECT email, ends_at FROM confirmations WHERE person = ?1 AND ends_at > ?2",
        )?
        .query_row(params![person.to_string(), ms(now)], |row| {
            let ends_at = Some(moment(row, "ends_at")?);
            Ok(NewEmail { email: row.get("email")?, code_ends_at: ends_at, holds_from: None })
        })
        .optional()?;
    if own.is_some() {
        return Ok(own);
    }
    let case = cases::needed(db, person)?;
    let coming = case.person(person).and_then(|person| person.contact.coming.clone());
    Ok(coming.filter(|coming| now < coming.holds_from).map(|coming| NewEmail {
        email: coming.email,
        code_ends_at: None,
        holds_from: Some(coming.holds_from),
    }))
}

const WAITING: &str = "
    SELECT c.*, p.given, p.family, h.application_number FROM email_changes c
    JOIN people p ON p.id = c.person JOIN households h ON h.id = p.household
    WHERE c.ended_at IS NULL";

fn change(row: &Row<'_>) -> rusqlite::Result<EmailChange> {
    let approved = match row.get::<_, Option<String>>("approved_by")? {
        Some(officer) => Some((officer, moment(row, "holds_from")?)),
        None => None,
    };
    Ok(EmailChange {
        person: parsed(row, "person")?,
        name: Name { given: row.get("given")?, family: row.get("family")? },
        application_number: row.get("application_number")?,
        email: row.get("email")?,
        proposed_by: row.get("proposed_by")?,
        proposed_at: moment(row, "proposed_at")?,
        approved,
    })
}

pub(super) fn waiting(db: &Connection, now: Timestamp) -> Stored<Vec<EmailChange>> {
    let query =
        format!("{WAITING} AND (c.holds_from IS NULL OR c.holds_from > ?1) ORDER BY c.proposed_at");
    let rows = db
        .prepare_cached(&query)?
        .query_map([ms(now)], change)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn end(db: &Connection, person: PersonId, now: Timestamp) -> Stored<usize> {
    Ok(db.execute(
        "UPDATE email_changes SET ended_at = ?2 WHERE person = ?1 AND ended_at IS NULL",
        params![person.to_string(), ms(now)],
    )?)
}

pub(super) fn propose(
    db: &Connection,
    person: PersonId,
    email: &str,
    officer: &str,
    now: Timestamp,
) -> Stored<()> {
    settle(db, now)?;
    let case = cases::needed(db, person)?;
    let file = case.person(person).ok_or(Code::NotFound)?;
    rules::may_propose_email(file, email, officer, now)?;
    end(db, person, now)?;
    db.execute(
        "INSERT INTO email_changes (person, email, proposed_by, proposed_at)
         VALUES (?1, ?2, ?3, ?4)",
        params![person.to_string(), email, officer, ms(now)],
    )?;
    Ok(())
}

pub(super) fn approve(
    db: &Connection,
    person: PersonId,
    officer: &str,
    mail: Uuid,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Timestamp> {
    settle(db, now)?;
    let case = cases::needed(db, person)?;
    let file = case.person(person).ok_or(Code::NotFound)?;
    let proposed = db
        .prepare_cached(&format!("{WAITING} AND c.person = ?1"))?
        .query_row([person.to_string()], change)
        .optional()?;
    rules::may_approve_email(proposed.as_ref(), officer)?;
    let holds_from = rules::holds_from(now, policy);
    db.execute(
        "UPDATE email_changes SET approved_by = ?2, holds_from = ?3
         WHERE person = ?1 AND ended_at IS NULL",
        params![person.to_string(), officer, ms(holds_from)],
    )?;
    if let Some(old) = file.email_at(now) {
        let there = case.zone().to_datetime(holds_from);
        let notice = Notice::EmailWillChange {
            name: file.name.short().to_owned(),
            day: there.date(),
            time: there.strftime("%H:%M").to_string(),
        };
        queue_to(db, old, mail, &notice, now)?;
    }
    Ok(holds_from)
}

pub(super) fn refuse(db: &Connection, person: PersonId, now: Timestamp) -> Stored<()> {
    settle(db, now)?;
    if end(db, person, now)? == 0 { Err(Code::WrongState.into()) } else { Ok(()) }
}
