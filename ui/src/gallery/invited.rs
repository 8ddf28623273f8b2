//! A household that is invited, in every state that its answer can be in, and the sheet of what
//! refuses on the way to an account.

use super::people::{now, person_id};
use crate::form::use_form;
use crate::pages::invitation::{OPENED, ways_out};
use crate::parts::summary::summary;
use contract::board::{HouseholdState, Name, Relationship};
use contract::invitation::{AnsweredAddress, Invitation, InvitedPerson};
use contract::{Code, Problem};
use dioxus::prelude::*;
use jiff::civil::date;

/// What of it is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// Not answered yet.
    Fresh,
    /// Answered from outside Canada.
    Outside,
    /// Answered; no address is confirmed.
    Codes,
    /// Only another adult's address waits.
    Others,
    /// Every address is confirmed.
    Open,
}

/// Opens the invitation as it then stands.
pub(super) fn put(answer: Answer) {
    *OPENED.write() = Some(invitation(answer));
}

fn invitation(answer: Answer) -> Invitation {
    let person = |number: u8, given: &str, family: &str, relationship, minor| InvitedPerson {
        id: person_id(number),
        name: Name { given: given.into(), family: family.into() },
        relationship,
        minor,
        email: match number {
            0 => Some("leila.haddad@example.org".into()),
            1 => Some("wei.chen@example.org".into()),
            _ => None,
        },
        own_account: number == 1 && !matches!(answer, Answer::Fresh | Answer::Outside),
    };
    let address = |email: &str, people: &[u8], confirmed: bool, tries_left| AnsweredAddress {
        email: email.into(),
        people: people.iter().map(|number| person_id(*number)).collect(),
        confirmed,
        code_ends_at: (!confirmed).then(now),
        tries_left,
    };
    let addresses = match answer {
        Answer::Fresh | Answer::Outside => Vec::new(),
        Answer::Codes => vec![
            address("leila.haddad@example.org", &[0, 3], false, 10),
            address("wei.chen@example.org", &[1], false, 3),
        ],
        Answer::Others => vec![
            address("leila.haddad@example.org", &[0, 3], true, 10),
            address("wei.chen@example.org", &[1], false, 0),
        ],
        Answer::Open => vec![
            address("leila.haddad@example.org", &[0, 3], true, 10),
            address("wei.chen@example.org", &[1], true, 10),
        ],
    };
    Invitation {
        state: match answer {
            Answer::Fresh => HouseholdState::Invited,
            Answer::Outside => HouseholdState::WaitingOutside,
            Answer::Codes => HouseholdState::Answered,
            Answer::Others | Answer::Open => HouseholdState::Active,
        },
        last_day: date(2027, 1, 22),
        people: vec![
            person(0, "Leila", "Haddad", Relationship::Principal, false),
            person(1, "Wei", "Chen", Relationship::Spouse, false),
            person(2, "Maximiliana Guadalupe", "Haddad-Chen", Relationship::Child, true),
            person(3, "Mei", "Haddad-Chen", Relationship::Child, true),
        ],
        addresses,
    }
}

/// Every refusal from which another page leads out.
#[component]
pub(super) fn Refusals() -> Element {
    rsx! {
        Refused { code: Code::InvitationRefused }
        Refused { code: Code::InvitationExpired }
        Refused { code: Code::InvitationAnswered }
        Refused { code: Code::InvitationTimedOut }
        Refused { code: Code::ResetCodeExpired }
        Refused { code: Code::SecondFactorTimedOut }
        Refused { code: Code::TooManyAttempts }
    }
}

#[component]
fn Refused(code: Code) -> Element {
    let form = use_form();
    use_effect(move || {
        form.refuse(Problem::new(code).with("on", "2026-11-20").with("seconds", 240));
    });
    rsx! {
        section {
            if form.has_errors() {
                {summary(form)}
            }
            {ways_out(form)}
        }
    }
}
