//! The invitation as who answers it sees it: everyone, and how far each address has come.

use super::is_confirmed_here;
use crate::case::CaseFile;
use crate::days;
use crate::rules::recovery::folded;
use contract::board::Relationship;
use contract::email::same_email;
use contract::id::PersonId;
use contract::invitation::{AnsweredAddress, Invitation, InvitedPerson};
use contract::policy::Policy;
use jiff::Timestamp;

/// The code that a person's answered address waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Whose.
    pub person: PersonId,
    /// The address that it was mailed to.
    pub email: String,
    /// From when on it no longer works.
    pub ends_at: Timestamp,
    /// How often one was typed for it.
    pub tries: u8,
}

/// The invitation as who answers it sees it.
#[must_use]
pub fn invitation(
    case: &CaseFile,
    waiting: &[Waiting],
    now: Timestamp,
    policy: &Policy,
) -> Invitation {
    let people = case.people.iter().map(|person| {
        let answered = person.contact.answered.as_ref();
        InvitedPerson {
            id: person.id,
            name: person.name.clone(),
            relationship: person.relationship,
            minor: case.is_minor(person),
            email: match answered {
                Some(answered) => answered.email.clone(),
                // What officers noted for a member is not for the principal to read.
                None if person.relationship != Relationship::Principal => {
                    person.contact.on_file.clone()
                }
                None => person.email_at(now).map(str::to_owned),
            },
            own_account: answered.is_some_and(|answered| answered.own_account),
        }
    });
    let today = days::day(now, &case.zone());
    Invitation {
        state: case.state,
        last_day: case.invitation.as_ref().map_or(today, |invitation| invitation.last_day),
        people: people.collect(),
        addresses: addresses(case, waiting, now, policy),
    }
}

fn addresses(
    case: &CaseFile,
    waiting: &[Waiting],
    now: Timestamp,
    policy: &Policy,
) -> Vec<AnsweredAddress> {
    let mut addresses: Vec<AnsweredAddress> = Vec::new();
    for (email, people) in
        groups(case.people.iter().filter_map(|person| {
            Some((person.contact.answered.as_ref()?.email.clone()?, person.id))
        }))
    {
        let confirmed = is_confirmed_here(case, &email, now);
        let code = waiting.iter().find(|code| {
            !confirmed && people.contains(&code.person) && same_email(&code.email, &email)
        });
        addresses.push(AnsweredAddress {
            email,
            people,
            confirmed,
            code_ends_at: code.map(|code| code.ends_at),
            tries_left: code.map_or(0, |code| policy.confirmation_tries.saturating_sub(code.tries)),
        });
    }
    addresses
}

/// Each address once, as it was written first, with whose it is.
pub fn groups(
    answered: impl IntoIterator<Item = (String, PersonId)>,
) -> Vec<(String, Vec<PersonId>)> {
    let mut groups: Vec<(String, Vec<PersonId>)> = Vec::new();
    for (email, person) in answered {
        match groups.iter_mut().find(|(known, _)| folded(known) == folded(&email)) {
            Some((_, people)) => people.push(person),
            None => groups.push((email, vec![person])),
        }
    }
    groups
}
