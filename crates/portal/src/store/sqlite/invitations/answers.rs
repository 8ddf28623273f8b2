//! Answers to an invitation, and the codes that are mailed to their addresses.

use super::super::cases;
use super::super::recovery::{await_code, confirm_address, held, queue_to, settle};
use super::super::rows::{moment, ms, parsed};
use super::{confirming, enter, may_mail_to};
use crate::case::CaseFile;
use crate::rules::invitation::{self as rules, Waiting};
use crate::rules::journey::not_stopped;
use crate::rules::recovery::{self, Mailed, folded};
use crate::secret::Sha;
use crate::store::{NewAnswer, NewCode, StoreError, Stored};
use contract::Code;
use contract::email::same_email;
use contract::id::{HouseholdId, PersonId};
use contract::invitation::Invitation;
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, params};

/// The codes that wait in a household.
fn waiting(db: &Connection, household: HouseholdId) -> Stored<Vec<Waiting>> {
    let rows = db
        .prepare_cached(
            "SELECT c.person, c.email, c.ends_at, c.tries FROM confirmations c
             JOIN people p ON p.id = c.person WHERE p.household = ?1 ORDER BY p.position",
        )?
        .query_map([household.to_string()], |row| {
            Ok(Waiting {
                person: parsed(row, "person")?,
                email: row.get("email")?,
                ends_at: moment(row, "ends_at")?,
                tries: row.get("tries")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

pub(super) fn invitation(
    db: &Connection,
    principal: PersonId,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Invitation> {
    let case = cases::needed(db, principal)?;
    let waiting = waiting(db, case.id)?;
    Ok(rules::invitation(&case, &waiting, now, policy))
}

pub(super) fn answer(db: &Connection, new: NewAnswer, policy: &Policy) -> Stored<Invitation> {
    settle(db, new.now)?;
    let case = cases::needed(db, new.principal)?;
    rules::may_answer(&case, &new.answer)?;
    let state = rules::state_after_answer(&new.answer);
    let event = if new.answer.in_canada { Event::Answered } else { Event::AnsweredOutside };
    if new.answer.in_canada {
        keep(db, &case, &new, policy)?;
    } else {
        forget(db, &case)?;
    }
    db.execute(
        "UPDATE invitations SET in_canada = ?2 WHERE household = ?1",
        params![case.id.to_string(), new.answer.in_canada],
    )?;
    if state != case.state {
        enter(db, &case, state, &event, new.now)?;
    }
    confirming::open_due(db, new.principal, new.accounts, new.now, policy)?;
    invitation(db, new.principal, new.now, policy)
}

/// Forgets what was answered, and every address that was confirmed on that account.
fn forget(db: &Connection, case: &CaseFile) -> Stored<()> {
    let id = case.id.to_string();
    let of_household = "person IN (SELECT id FROM people WHERE household = ?1)";
    db.execute(&format!("DELETE FROM answers WHERE {of_household}"), [&id])?;
    db.execute(&format!("DELETE FROM confirmations WHERE {of_household}"), [&id])?;
    let confirmed = format!("DELETE FROM emails WHERE {of_household} AND by_officer = 0");
    db.execute(&confirmed, [&id])?;
    Ok(())
}

/// Keeps what was answered from within Canada. An address that is confirmed already stays so, a code
/// that still works is not mailed again, and any other address gets one.
fn keep(db: &Connection, case: &CaseFile, new: &NewAnswer, policy: &Policy) -> Stored<()> {
    let groups =
        rules::groups(new.answer.people.iter().filter_map(|a| Some((a.email.clone()?, a.person))));
    let alive: Vec<(String, Kept)> = codes(db, case.id)?
        .into_iter()
        .filter(|(_, code)| recovery::is_alive(code.mailed(), policy.confirmation_tries, new.now))
        .collect();
    let confirmed = |email: &str| rules::is_confirmed_here(case, email, new.now);
    let code_of = |email: &str| alive.iter().find(|(to, _)| same_email(to, email));
    let fresh: Vec<&str> = groups
        .iter()
        .map(|(email, _)| email.as_str())
        .filter(|email| !confirmed(email) && code_of(email).is_none())
        .collect();
    may_mail_to(db, case, &fresh, new.now, policy)?;
    forget(db, case)?;
    for answered in &new.answer.people {
        db.execute(
            "INSERT INTO answers (person, email, own_account) VALUES (?1, ?2, ?3)",
            params![answered.person.to_string(), answered.email, answered.own_account],
        )?;
    }
    let mut codes = new.codes.iter();
    for (email, people) in &groups {
        if confirmed(email) {
            for person in people {
                if !case.person(*person).is_some_and(|file| rules::keeps_own_address(file, email)) {
                    held(db, *person, email, false, new.now)?;
                }
            }
        } else if let Some((_, code)) = code_of(email) {
            for person in people {
                code.waits(db, *person, email)?;
            }
        } else {
            let code = codes.next().ok_or(StoreError::Busy)?;
            mail(db, people, email, code, new.now, policy)?;
        }
    }
    Ok(())
}

/// Mails a code to an address, which these people's wait for.
pub(super) fn mail(
    db: &Connection,
    people: &[PersonId],
    email: &str,
    code: &NewCode,
    now: Timestamp,
    policy: &Policy,
) -> Stored<()> {
    for person in people {
        await_code(db, *person, email, &code.code, now, policy)?;
    }
    queue_to(db, email, code.mail, &confirm_address(&code.code, policy), now)
}

/// A code that was mailed, as it is kept.
struct Kept {
    hash: Sha,
    ends_at: Timestamp,
    tries: u8,
}

impl Kept {
    fn mailed(&self) -> Mailed {
        Mailed { fits: true, ends_at: self.ends_at, tries: self.tries }
    }

    /// Has a person's address wait for it as it is.
    fn waits(&self, db: &Connection, person: PersonId, email: &str) -> Stored<()> {
        db.execute(
            "INSERT INTO confirmations (person, email, folded, code, ends_at, tries)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                person.to_string(),
                email,
                folded(email),
                self.hash,
                ms(self.ends_at),
                self.tries
            ],
        )?;
        Ok(())
    }
}

fn codes(db: &Connection, household: HouseholdId) -> Stored<Vec<(String, Kept)>> {
    let rows = db
        .prepare_cached(
            "SELECT email, code, ends_at, tries FROM confirmations
             WHERE person IN (SELECT id FROM people WHERE household = ?1)",
        )?
        .query_map([household.to_string()], |row| {
            let code = Kept {
                hash: row.get("code")?,
                ends_at: moment(row, "ends_at")?,
                tries: row.get("tries")?,
            };
            Ok((row.get("email")?, code))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

pub(super) fn send(
    db: &Connection,
    principal: PersonId,
    email: &str,
    code: &NewCode,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Invitation> {
    let case = cases::needed(db, principal)?;
    if case.principal().is_none_or(|principal| principal.account.is_some()) {
        return Err(Code::InvitationAnswered.into());
    }
    not_stopped(&case)?;
    let shown = invitation(db, principal, now, policy)?;
    let address = shown.addresses.iter().find(|shown| same_email(&shown.email, email));
    let address = address.filter(|address| !address.confirmed).ok_or(Code::NotFound)?;
    may_mail_to(db, &case, &[&address.email], now, policy)?;
    mail(db, &address.people, &address.email, code, now, policy)?;
    invitation(db, principal, now, policy)
}
