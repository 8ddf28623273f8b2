//! Taking households in, and stopping them.

use super::rows::{ms, name_of};
use super::{cases, drafts, news};
use crate::case::{CardFile, CardStep, CaseFile};
use crate::days;
use crate::mail::Notice;
use crate::rules::journey::{self, Stop};
use crate::store::{Imported, NewHousehold, StoreError, Stored};
use contract::Code;
use contract::board::HouseholdState;
use contract::id::{HouseholdId, PersonId};
use contract::timeline::Event;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

pub(super) fn import(
    db: &Connection,
    households: &[NewHousehold],
    now: Timestamp,
) -> Stored<Imported> {
    let mut new = Vec::new();
    for (place, household) in households.iter().enumerate() {
        match cases::of_application(db, &household.application_number)? {
            Some(kept) if is_same(&kept, household) => {}
            Some(_) => return Ok(Imported::Different { household: place }),
            None => {
                for (person, file) in household.people.iter().enumerate() {
                    if person_of_uci(db, &file.uci)?.is_some() {
                        return Ok(Imported::UciTaken { household: place, person });
                    }
                }
                new.push(household);
            }
        }
    }
    for household in &new {
        insert(db, household, now)?;
    }
    Ok(Imported::Taken { new: new.len(), same: households.len() - new.len() })
}

fn is_same(kept: &CaseFile, given: &NewHousehold) -> bool {
    kept.applied_on == given.applied_on
        && kept.people.len() == given.people.len()
        && kept.people.iter().zip(&given.people).all(|(kept, given)| {
            kept.name == given.name
                && kept.date_of_birth == given.date_of_birth
                && kept.uci == given.uci
                // Who moved to another address since is still the same.
                && kept.contact.on_file == given.email
                && kept.relationship == given.relationship
        })
}

fn insert(db: &Connection, household: &NewHousehold, now: Timestamp) -> Stored<()> {
    db.execute(
        "INSERT INTO households (id, application_number, applied_on, state, imported_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            household.id.to_string(),
            household.application_number,
            household.applied_on.to_string(),
            name_of(HouseholdState::Approved)?,
            ms(now)
        ],
    )?;
    for (position, person) in household.people.iter().enumerate() {
        db.execute(
            "INSERT INTO people (id, household, position, given, family, date_of_birth, uci,
                                 email, relationship)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                person.id.to_string(),
                household.id.to_string(),
                i64::try_from(position).unwrap_or(i64::MAX),
                person.name.given,
                person.name.family,
                person.date_of_birth.to_string(),
                person.uci,
                person.email,
                name_of(person.relationship)?
            ],
        )?;
    }
    Ok(())
}

pub(super) fn person_of_uci(db: &Connection, uci: &str) -> Stored<Option<PersonId>> {
    Ok(db
        .prepare_cached("SELECT id FROM people WHERE uci = ?1")?
        .query_row([uci], |row| super::rows::parsed(row, "id"))
        .optional()?)
}

pub(super) fn stop(db: &Connection, application_number: &str, stop: Stop) -> Stored<()> {
    let case = cases::of_application(db, application_number)?
        .ok_or(StoreError::Refused(Code::NotFound))?;
    set_state(db, case.id, journey::state_after_stop(&case, stop)?)
}

pub(super) fn set_state(db: &Connection, id: HouseholdId, state: HouseholdState) -> Stored<()> {
    db.execute(
        "UPDATE households SET state = ?2 WHERE id = ?1",
        params![id.to_string(), name_of(state)?],
    )?;
    Ok(())
}

pub(super) fn record_proof(
    db: &Connection,
    person: PersonId,
    became_resident_on: Date,
    mail: Uuid,
    now: Timestamp,
) -> Stored<()> {
    let case = cases::needed(db, person)?;
    let file = case.person(person).ok_or(Code::NotFound)?;
    let today = days::day(now, &case.zone());
    journey::may_prove(&case, file, became_resident_on, today)?;
    db.execute(
        "INSERT INTO proofs (person, became_resident_on, at) VALUES (?1, ?2, ?3)",
        params![person.to_string(), became_resident_on.to_string(), ms(now)],
    )?;
    let event = Event::ProofIssued { became_resident_on };
    news::happen(db, person, &event, now, None)?;
    news::queue(db, &case, file, mail, &Notice::SomethingChanged, now, None)
}

pub(super) fn record_card(
    db: &Connection,
    person: PersonId,
    card: &CardFile,
    mail: Uuid,
) -> Stored<()> {
    let case = cases::needed(db, person)?;
    let file = case.person(person).ok_or(Code::NotFound)?;
    journey::may_take_card_step(&case, file, card.step, card.at)?;
    db.execute(
        "INSERT INTO cards (person, step, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (person) DO UPDATE SET step = excluded.step, at = excluded.at",
        params![person.to_string(), name_of(card.step)?, ms(card.at)],
    )?;
    let state = journey::state_after_card(&case, person, card.step);
    set_state(db, case.id, state)?;
    if state == HouseholdState::Closed {
        drafts::close(db, case.id)?;
    }
    let event = match card.step {
        CardStep::Made => Event::CardMade,
        CardStep::Mailed => Event::CardMailed,
        CardStep::Undelivered => Event::CardUndelivered,
    };
    news::happen(db, person, &event, card.at, None)?;
    let notice = Notice::SomethingChanged;
    news::queue(db, &case, file, mail, &notice, card.at, None)
}
