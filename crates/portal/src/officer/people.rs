//! Who is on an application, and stopping one.

use super::accounts::application;
use super::{Office, OfficerError, needing};
use crate::case::PersonFile;
use crate::rules::board::{card_state, photo_state};
use crate::rules::journey::Stop;
use contract::board::{CardState, PhotoState, Relationship};
use contract::id::PersonId;
use contract::identity::normalise_uci;
use jiff::civil::Date;
use serde::Serialize;

/// A person as officers see them in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// Their id.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// Their UCI.
    pub uci: String,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// How they are related to the principal.
    pub relationship: Relationship,
    /// The username of their account, if one was opened.
    pub username: Option<String>,
    /// Whether they signed in and stored an own password.
    pub signs_in: bool,
    /// Whether their account was closed.
    pub closed: bool,
    /// Whether they count as a minor, by age or by an officer's decision.
    pub minor: bool,
    /// Their address of email, if any.
    pub email: Option<String>,
    /// Whether it is confirmed: by who reads it, or by officers.
    pub email_confirmed: bool,
    /// Whether presence is declared.
    pub declared: bool,
    /// Whether an address is given.
    pub address: bool,
    /// Where the photo stands for the applicant.
    pub photo: PhotoState,
    /// From which day they are a permanent resident, once that is recorded.
    pub became_resident_on: Option<Date>,
    /// Where the card stands.
    pub card: CardState,
}

/// Everyone on an application, the principal first.
///
/// # Errors
/// `not_found`.
pub async fn people(
    office: &Office,
    application_number: &str,
) -> Result<Vec<PersonRow>, OfficerError> {
    let case = application(office, application_number).await?;
    let zone = case.zone();
    let now = office.now();
    let row = |person: &PersonFile| PersonRow {
        person: person.id,
        name: person.name.full(),
        uci: person.uci.clone(),
        date_of_birth: person.date_of_birth,
        relationship: person.relationship,
        username: person.account.as_ref().map(|account| account.username.clone()),
        signs_in: person.has_own_account(),
        closed: person.account.as_ref().is_some_and(|account| account.closed),
        minor: case.is_minor(person),
        email: person.email_at(now).map(str::to_owned),
        email_confirmed: person.confirmed_email_at(now).is_some(),
        declared: person.declaration.is_some(),
        address: person.address.is_some(),
        photo: photo_state(person, &zone, now),
        became_resident_on: person.proof.as_ref().map(|proof| proof.became_resident_on),
        card: card_state(person, &zone, now, &office.policy),
    };
    Ok(case.people.iter().map(row).collect())
}

/// A person by id or UCI.
///
/// # Errors
/// `not_found`.
pub async fn find_person(office: &Office, id_or_uci: &str) -> Result<PersonId, OfficerError> {
    let not_found = || OfficerError::NotFound { what: "person", name: id_or_uci.to_owned() };
    if let Ok(person) = id_or_uci.trim().parse::<PersonId>() {
        let case = office.store.case_of_person(person).await?;
        return case.map(|_| person).ok_or_else(not_found);
    }
    let uci = normalise_uci(id_or_uci).ok_or_else(not_found)?;
    let person = office.store.person_of_uci(&uci).await?;
    person.ok_or_else(not_found)
}

/// Withdraws an application: its journey ends.
///
/// # Errors
/// `not_found`, `wrong_state`.
pub async fn withdraw(office: &Office, application_number: &str) -> Result<(), OfficerError> {
    stop(office, application_number, Stop::Withdraw).await
}

/// Asks a household to an interview: its journey stops.
///
/// # Errors
/// `not_found`, `wrong_state`.
pub async fn interview(office: &Office, application_number: &str) -> Result<(), OfficerError> {
    stop(office, application_number, Stop::Interview).await
}

/// Lets a household go on after its interview.
///
/// # Errors
/// `not_found`, `wrong_state`.
pub async fn go_on(office: &Office, application_number: &str) -> Result<(), OfficerError> {
    stop(office, application_number, Stop::GoOn).await
}

async fn stop(office: &Office, number: &str, stop: Stop) -> Result<(), OfficerError> {
    let case = application(office, number).await?;
    needing(
        office.store.stop(&case.application_number, stop).await,
        "the household is already stopped or closed, or is not stopped",
    )
}
