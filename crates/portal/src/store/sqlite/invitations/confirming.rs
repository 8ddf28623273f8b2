//! The codes that confirm addresses, and the accounts that are due once they are confirmed.

use super::super::recovery::{held, queue_to, settle, tried_nothing};
use super::super::rows::{moment, parsed};
use super::super::{accounts, cases, news};
use super::answers::mail;
use super::may_mail_to;
use crate::mail::Notice;
use crate::rules::invitation as rules;
use crate::rules::journey::not_stopped;
use crate::rules::recovery::{self, Mailed, folded};
use crate::secret::{self, Sha};
use crate::store::{
    Confirmation, Needed, NewAccount, NewOwnAccount, Prepared, StoreError, Stored, Typed,
};
use contract::Code;
use contract::email::same_email;
use contract::id::{HouseholdId, PersonId};
use contract::policy::Policy;
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// Whose address waits for a code, by household, and what the code means; each with the address as it
/// was written when the code was mailed, however it was typed now.
type Found = (Typed, BTreeMap<HouseholdId, Vec<(PersonId, String)>>);

fn find(
    db: &Connection,
    email: &str,
    code: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Found> {
    let address = folded(email);
    let hash = secret::code_hash(&address, code);
    let rows: Vec<(HouseholdId, (PersonId, String), Typed)> = db
        .prepare_cached(
            "SELECT c.person, c.email, p.household, c.code, c.ends_at, c.tries FROM confirmations c
             JOIN people p ON p.id = c.person WHERE c.folded = ?1 ORDER BY p.position",
        )?
        .query_map([&address], |row| {
            let mailed = Mailed {
                fits: row.get::<_, Sha>("code")? == hash,
                ends_at: moment(row, "ends_at")?,
                tries: row.get("tries")?,
            };
            let typed = recovery::typed(mailed, policy.confirmation_tries, now);
            let whose = (parsed(row, "person")?, row.get("email")?);
            Ok((parsed(row, "household")?, whose, typed))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let any = |wanted: Typed| rows.iter().any(|(_, _, typed)| *typed == wanted);
    let meant = [Typed::Fits, Typed::Expired].into_iter().find(|typed| any(*typed));
    let mut people: BTreeMap<_, Vec<(PersonId, String)>> = BTreeMap::new();
    for (household, whose, _) in rows.into_iter().filter(|(_, _, typed)| *typed == Typed::Fits) {
        people.entry(household).or_default().push(whose);
    }
    Ok((meant.unwrap_or(Typed::Refused), people))
}

pub(super) fn needed(
    db: &Connection,
    email: &str,
    code: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Needed> {
    let mut needed = Needed::default();
    for people in find(db, email, code, now, policy)?.1.into_values() {
        let people: Vec<PersonId> = people.into_iter().map(|(person, _)| person).collect();
        let case = cases::needed(db, people[0])?;
        let due = rules::due_accounts(&rules::confirmed(&case, &people, email), now);
        needed.accounts += due.len();
        needed.mails += people.len();
    }
    Ok(needed)
}

pub(super) fn confirm(db: &Connection, new: Confirmation, policy: &Policy) -> Stored<Typed> {
    settle(db, new.now)?;
    let (typed, households) = find(db, &new.email, &new.code, new.now, policy)?;
    if typed != Typed::Fits {
        let tried = "UPDATE confirmations SET tries = MIN(tries + 1, 255) WHERE folded = ?1";
        if db.execute(tried, [folded(&new.email)])? == 0 {
            tried_nothing(db, new.now)?;
        }
        return Ok(typed);
    }
    let (mut accounts, mut mails) = (new.accounts, new.mails.into_iter());
    for people in households.into_values() {
        let case = cases::needed(db, people[0].0)?;
        for (id, email) in &people {
            let person = case.person(*id).ok_or(Code::NotFound)?;
            if person.account.is_none() {
                not_stopped(&case)?;
                if rules::keeps_own_address(person, email) {
                    let typed = "DELETE FROM confirmations WHERE person = ?1";
                    db.execute(typed, [id.to_string()])?;
                    continue;
                }
                held(db, *id, email, false, new.now)?;
                news::happen(db, *id, &Event::EmailConfirmed, new.now, None)?;
                continue;
            }
            recovery::may_change_email(&case)?;
            held(db, *id, email, false, new.now)?;
            news::happen(db, *id, &Event::EmailChanged, new.now, None)?;
            let old = person.email_at(new.now).filter(|old| !same_email(old, email));
            if let Some(old) = old {
                let mail = mails.next().ok_or(StoreError::Busy)?;
                let notice = Notice::EmailChanged { name: person.name.short().to_owned() };
                queue_to(db, old, mail, &notice, new.now)?;
            }
        }
        accounts = open_due(db, people[0].0, accounts, new.now, policy)?;
    }
    Ok(Typed::Fits)
}

/// Opens every account that is due in a person's household; those that were prepared and not needed.
pub(super) fn open_due(
    db: &Connection,
    person: PersonId,
    prepared: Vec<Prepared>,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Vec<Prepared>> {
    let mut prepared = prepared.into_iter();
    // The principal's comes first, and the others wait for it.
    while let Some(due) = rules::due_accounts(&cases::needed(db, person)?, now).first() {
        let account = prepared.next().ok_or(StoreError::Busy)?;
        accounts::open(db, &opened(*due, account, now), policy)?;
    }
    Ok(prepared.collect())
}

fn opened(person: PersonId, prepared: Prepared, now: Timestamp) -> NewAccount {
    let Prepared { account, username, temporary_password, temporary_hash, mail } = prepared;
    NewAccount { account, person, username, temporary_password, temporary_hash, mail, now }
}

pub(super) fn ask_own_account(db: &Connection, ask: NewOwnAccount, policy: &Policy) -> Stored<()> {
    settle(db, ask.now)?;
    let case = cases::needed(db, ask.by)?;
    rules::may_ask_own_account(&case, ask.by, ask.person)?;
    db.execute(
        "INSERT INTO answers (person, email, own_account) VALUES (?1, ?2, 1)
         ON CONFLICT (person) DO UPDATE SET email = excluded.email, own_account = 1",
        params![ask.person.to_string(), ask.email],
    )?;
    if rules::opens_at_once(&case, ask.by, ask.person, &ask.email, ask.now) {
        let prepared = ask.account.ok_or(StoreError::Busy)?;
        held(db, ask.person, &ask.email, false, ask.now)?;
        return accounts::open(db, &opened(ask.person, prepared, ask.now), policy);
    }
    may_mail_to(db, &case, &[&ask.email], ask.now, policy)?;
    mail(db, &[ask.person], &ask.email, &ask.code, ask.now, policy)
}
