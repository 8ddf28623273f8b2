//! Invitations: sending, opening and answering them. Codes are kept as hashes; what is mailed goes
//! out with the transaction that made it.

mod answers;
mod confirming;

use super::recovery::{any_case, count_mails, may_mail, of_address, queue_to, settle};
use super::rows::{ms, name_of, parsed};
use super::{SqliteStore, cases, households, news};
use crate::case::{CaseFile, TreatedAs};
use crate::mail::Notice;
use crate::rules::invitation as rules;
use crate::secret::{self, Sha};
use crate::store::{
    AnsweringFile, Confirmation, Invitations, Needed, NewAnswer, NewCode, NewInvitation,
    NewOwnAccount, StoreError, Stored, Typed,
};
use async_trait::async_trait;
use contract::Code;
use contract::board::HouseholdState;
use contract::id::{HouseholdId, PersonId};
use contract::invitation::{AnswerInvitation, Invitation, OpenInvitation};
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;

#[async_trait]
impl Invitations for SqliteStore {
    async fn invite(&self, application_number: &str, invitation: NewInvitation) -> Stored<()> {
        let (policy, number) = (Arc::clone(&self.policy), application_number.to_owned());
        self.pool.write(move |db| invite(db, &number, &invitation, &policy)).await
    }

    async fn invite_again(
        &self,
        uci: &str,
        date_of_birth: Date,
        invitation: NewInvitation,
    ) -> Stored<()> {
        let (policy, uci) = (Arc::clone(&self.policy), uci.to_owned());
        self.pool.write(move |db| again(db, &uci, date_of_birth, &invitation, &policy)).await
    }

    async fn invited(&self, opened: &OpenInvitation) -> Stored<Option<(CaseFile, bool)>> {
        let opened = opened.clone();
        self.pool.read(move |db| invited(db, &opened)).await
    }

    async fn grant_answering(
        &self,
        principal: PersonId,
        token: Sha,
        now: Timestamp,
        ends_at: Timestamp,
    ) -> Stored<()> {
        self.pool.write(move |db| grant(db, principal, token, now, ends_at)).await
    }

    async fn invitation(&self, principal: PersonId, now: Timestamp) -> Stored<Invitation> {
        let policy = Arc::clone(&self.policy);
        self.pool.read(move |db| answers::invitation(db, principal, now, &policy)).await
    }

    async fn due_on_answer(
        &self,
        principal: PersonId,
        answer: &AnswerInvitation,
        now: Timestamp,
    ) -> Stored<usize> {
        let answer = answer.clone();
        let due = move |db: &rusqlite::Transaction<'_>| {
            let case = cases::needed(db, principal)?;
            if !answer.in_canada || rules::may_answer(&case, &answer).is_err() {
                return Ok(0);
            }
            Ok(rules::due_accounts(&rules::answered(&case, &answer, now), now).len())
        };
        self.pool.read(due).await
    }

    async fn answer(&self, answer: NewAnswer) -> Stored<Invitation> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| answers::answer(db, answer, &policy)).await
    }

    async fn send_confirmation(
        &self,
        principal: PersonId,
        email: &str,
        code: NewCode,
        now: Timestamp,
    ) -> Stored<Invitation> {
        let (policy, email) = (Arc::clone(&self.policy), email.to_owned());
        self.pool.write(move |db| answers::send(db, principal, &email, &code, now, &policy)).await
    }

    async fn due_on_confirmation(&self, email: &str, code: &str, now: Timestamp) -> Stored<Needed> {
        let policy = Arc::clone(&self.policy);
        let (email, code) = (email.to_owned(), code.to_owned());
        self.pool.read(move |db| confirming::needed(db, &email, &code, now, &policy)).await
    }

    async fn confirm(&self, confirmation: Confirmation) -> Stored<Typed> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| confirming::confirm(db, confirmation, &policy)).await
    }

    async fn ask_own_account(&self, ask: NewOwnAccount) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| confirming::ask_own_account(db, ask, &policy)).await
    }

    async fn own_account_is_due(
        &self,
        by: PersonId,
        person: PersonId,
        email: &str,
        now: Timestamp,
    ) -> Stored<bool> {
        let email = email.to_owned();
        let due = move |db: &rusqlite::Transaction<'_>| {
            let case = cases::needed(db, by)?;
            Ok(rules::may_ask_own_account(&case, by, person).is_ok()
                && rules::opens_at_once(&case, by, person, &email, now))
        };
        self.pool.read(due).await
    }

    async fn treat_as(&self, person: PersonId, as_what: TreatedAs) -> Stored<()> {
        self.pool.write(move |db| treat_as(db, person, as_what)).await
    }
}

/// What is kept of an invitation code.
fn hash(code: &str) -> Sha {
    secret::code_hash("invitation", code)
}

fn invite(db: &Connection, number: &str, new: &NewInvitation, policy: &Policy) -> Stored<()> {
    settle(db, new.now)?;
    let case = cases::of_application(db, number)?.ok_or(StoreError::Refused(Code::NotFound))?;
    rules::may_invite(&case, new.now)?;
    send(db, &case, new, policy)
}

fn send(db: &Connection, case: &CaseFile, new: &NewInvitation, policy: &Policy) -> Stored<()> {
    let principal = case.principal().ok_or(Code::WrongState)?;
    let to = principal.email_at(new.now).ok_or(Code::WrongState)?;
    let last_day = rules::last_day(case, new.now, policy);
    db.execute(
        "INSERT INTO invitations (household, code, sent_at, last_day) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (household) DO UPDATE
         SET code = excluded.code, sent_at = excluded.sent_at, last_day = excluded.last_day",
        params![case.id.to_string(), hash(&new.code), ms(new.now), last_day.to_string()],
    )?;
    db.execute("DELETE FROM answering WHERE household = ?1", [case.id.to_string()])?;
    let state = rules::state_after_invitation(case);
    if state != case.state {
        enter(db, case, state, &Event::Invited, new.now)?;
    }
    let name = principal.name.short().to_owned();
    let notice = Notice::Invited { name, code: new.code.clone(), last_day };
    queue_to(db, to, new.mail, &notice, new.now)
}

/// Has a household stand somewhere else, which is told to everyone in it.
fn enter(
    db: &Connection,
    case: &CaseFile,
    state: HouseholdState,
    event: &Event,
    now: Timestamp,
) -> Stored<()> {
    households::set_state(db, case.id, state)?;
    for person in &case.people {
        news::happen(db, person.id, event, now, None)?;
    }
    Ok(())
}

fn again(
    db: &Connection,
    uci: &str,
    date_of_birth: Date,
    new: &NewInvitation,
    policy: &Policy,
) -> Stored<()> {
    settle(db, new.now)?;
    let most = usize::from(policy.mails_per_hour);
    let over = count_mails(db, &[(format!("invitation:{uci}"), most)], new.now)?.is_some();
    let case = match households::person_of_uci(db, uci)? {
        Some(person) => cases::of_person(db, person)?,
        None => any_case(db)?,
    };
    let case = case.filter(|case| !over && rules::is_sent_again(case, uci, date_of_birth, new.now));
    let Some(case) = case else { return Ok(()) };
    let to = case.principal().and_then(|principal| principal.email_at(new.now));
    let Some(to) = to.map(of_address) else { return Ok(()) };
    if count_mails(db, &[(to, most)], new.now)?.is_some() {
        return Ok(());
    }
    send(db, &case, new, policy)
}

fn invited(db: &Connection, opened: &OpenInvitation) -> Stored<Option<(CaseFile, bool)>> {
    let principal: Option<PersonId> = db
        .prepare_cached(
            "SELECT p.id FROM invitations i JOIN people p ON p.household = i.household
             WHERE i.code = ?1 LIMIT 1",
        )?
        .query_row([hash(&opened.code)], |row| parsed(row, "id"))
        .optional()?;
    if let Some(principal) = principal {
        return Ok(cases::of_person(db, principal)?.map(|case| (case, true)));
    }
    Ok(any_case(db)?.map(|case| (case, false)))
}

fn grant(
    db: &Connection,
    principal: PersonId,
    token: Sha,
    now: Timestamp,
    ends_at: Timestamp,
) -> Stored<()> {
    let case = cases::needed(db, principal)?;
    db.execute("DELETE FROM answering WHERE ends_at <= ?1", [ms(now)])?;
    db.execute(
        "INSERT INTO answering (token, household, ends_at) VALUES (?1, ?2, ?3)",
        params![token, case.id.to_string(), ms(ends_at)],
    )?;
    Ok(())
}

/// The opened invitation of a ticket that has not ended.
pub(super) fn answering(
    db: &Connection,
    token: Sha,
    now: Timestamp,
) -> Stored<Option<AnsweringFile>> {
    Ok(db
        .prepare_cached(
            "SELECT p.id FROM answering t JOIN people p ON p.household = t.household
             WHERE t.token = ?1 AND t.ends_at > ?2 AND p.relationship = 'principal'",
        )?
        .query_row(params![token, ms(now)], |row| {
            Ok(AnsweringFile { principal: parsed(row, "id")? })
        })
        .optional()?)
}

fn treat_as(db: &Connection, person: PersonId, as_what: TreatedAs) -> Stored<()> {
    let case = cases::needed(db, person)?;
    rules::may_treat_as(case.person(person).ok_or(Code::NotFound)?)?;
    db.execute(
        "UPDATE people SET treated_as = ?2 WHERE id = ?1",
        params![person.to_string(), name_of(as_what)?],
    )?;
    Ok(())
}

/// Whose mails at the wish of who answers are counted together, and how many there may be: as many
/// for a household as for each of its people.
fn of_household(id: HouseholdId, people: usize, policy: &Policy) -> (String, usize) {
    (format!("household:{id}"), usize::from(policy.mails_per_hour) * people)
}

/// Counts a code to an address at a household's wish, or says how long it must wait.
fn may_mail_to(
    db: &Connection,
    case: &CaseFile,
    emails: &[&str],
    now: Timestamp,
    policy: &Policy,
) -> Stored<()> {
    let mut keys = Vec::new();
    for email in emails {
        keys.push((of_address(email), usize::from(policy.mails_per_hour)));
        keys.push(of_household(case.id, case.people.len(), policy));
    }
    may_mail(db, &keys, now)
}
