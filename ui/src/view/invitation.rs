//! The invitation as it is opened, answered and confirmed: what was typed turned into requests, and
//! what is known shown. The contract's own checks decide; here is only what the boxes add to them.

use contract::board::{HouseholdState, Relationship};
use contract::draft::{InvitationDraft, InvitedPersonDraft, TypedDate};
use contract::email::same_email;
use contract::id::PersonId;
use contract::identity::date_from_parts;
use contract::invitation::{
    AnswerInvitation, AnsweredAddress, AnsweredPerson, ConfirmAddress, Invitation, InvitedPerson,
    OpenInvitation, SendInvitation,
};
use contract::policy::Policy;
use contract::{Code, FieldProblem, Problem};
use jiff::civil::Date;

/// The question whether the principal is in Canada.
pub(crate) const IN_CANADA: &str = "in_canada";

/// What the portal calls a person's address, and what the page does.
const THEIR_EMAIL: &str = "email/";
const EMAIL_OF: &str = "email_of";

/// Opening the invitation, from its boxes.
///
/// # Errors
/// Every answer that does not hold, in the order of the page.
pub(crate) fn open(
    typed: &InvitationDraft,
    code: &str,
    today: Date,
    policy: &Policy,
) -> Result<OpenInvitation, Vec<FieldProblem>> {
    with_birth(&typed.date_of_birth, today, |date_of_birth| {
        OpenInvitation { code: code.to_owned(), date_of_birth, uci: typed.uci.clone() }
            .check(today, policy)
    })
}

/// Asking for the invitation once more, from its boxes.
///
/// # Errors
/// Every answer that does not hold, in the order of the page.
pub(crate) fn send_again(
    typed: &InvitationDraft,
    today: Date,
    policy: &Policy,
) -> Result<SendInvitation, Vec<FieldProblem>> {
    with_birth(&typed.date_of_birth, today, |date_of_birth| {
        SendInvitation { date_of_birth, uci: typed.uci.clone() }.check(today, policy)
    })
}

/// Checks answers with a date of birth. Where there is none, today stands in for it, so that the
/// other answers are judged all the same.
fn with_birth<T>(
    typed: &TypedDate,
    today: Date,
    check: impl FnOnce(Date) -> Result<T, Vec<FieldProblem>>,
) -> Result<T, Vec<FieldProblem>> {
    match date_from_parts(&typed.year, &typed.month, &typed.day) {
        Ok(date) => check(date),
        Err(code) => {
            let mut problems = check(today).err().unwrap_or_default();
            let place = problems.iter().position(|problem| problem.field == "uci");
            let place = place.unwrap_or(problems.len());
            problems.insert(place, FieldProblem::new("date_of_birth", code));
            Err(problems)
        }
    }
}

/// Who was invited: the principal.
pub(crate) fn principal(invitation: &Invitation) -> Option<&InvitedPerson> {
    let people = &invitation.people;
    let named = people.iter().find(|person| person.relationship == Relationship::Principal);
    named.or_else(|| people.first())
}

/// Whether an own account can be asked for a person: an adult who does not have one anyway.
pub(crate) fn can_have_own(invitation: &Invitation, person: &InvitedPerson) -> bool {
    !person.minor && principal(invitation).is_some_and(|principal| principal.id != person.id)
}

/// The answers as they are shown: what was typed, else what the portal knows. Only about those on
/// this invitation, since another household may have been answered for on this device.
pub(crate) fn shown(typed: &InvitationDraft, invitation: &Invitation) -> InvitationDraft {
    let answered = invitation.state == HouseholdState::Answered;
    let people = invitation.people.iter().map(|person| {
        let typed = typed.people.iter().find(|typed| typed.person == person.id);
        let mut shown = typed.cloned().unwrap_or_else(|| InvitedPersonDraft {
            person: person.id,
            email: person.email.clone().unwrap_or_default(),
            own_account: person.own_account,
        });
        shown.own_account &= can_have_own(invitation, person);
        shown
    });
    InvitationDraft {
        in_canada: typed.in_canada.or(answered.then_some(true)),
        people: people.collect(),
        ..typed.clone()
    }
}

/// The answer, from what is shown.
///
/// # Errors
/// Every answer that does not hold, as the page names its boxes.
pub(crate) fn answer(
    shown: &InvitationDraft,
    invitation: &Invitation,
) -> Result<AnswerInvitation, Vec<FieldProblem>> {
    let Some(in_canada) = shown.in_canada else {
        return Err(vec![FieldProblem::new(IN_CANADA, Code::Required)]);
    };
    let people = shown.people.iter().map(|typed| AnsweredPerson {
        person: typed.person,
        email: Some(typed.email.clone()).filter(|email| !email.trim().is_empty()),
        own_account: typed.own_account,
    });
    let answer = AnswerInvitation { in_canada, people: people.collect() };
    let Some(principal) = principal(invitation) else {
        return Err(vec![FieldProblem::new(IN_CANADA, Code::AnswerIncomplete)]);
    };
    answer.check(principal.id).map_err(|problems| {
        problems.into_iter().map(|problem| of_the_page(problem, invitation)).collect()
    })
}

/// The box for a person's address, as the page names it.
pub(crate) fn email_field(person: PersonId) -> String {
    format!("{person}.{EMAIL_OF}")
}

/// A problem of the portal's under the name of its box, and with the name of whom it is about.
fn of_the_page(problem: FieldProblem, invitation: &Invitation) -> FieldProblem {
    let Some(id) = problem.field.strip_prefix(THEIR_EMAIL) else {
        return problem;
    };
    let Some(person) = invitation.people.iter().find(|person| person.id.to_string() == id) else {
        return problem;
    };
    let named = FieldProblem { field: email_field(person.id), ..problem };
    named.with("name", person.name.short())
}

/// The same for all that refused an answer.
pub(crate) fn refusal_of_the_page(problem: Problem, invitation: &Invitation) -> Problem {
    let fields = problem.fields.into_iter();
    let fields = fields.map(|problem| of_the_page(problem, invitation)).collect();
    Problem { fields, ..problem }
}

/// The box for the code of the address at a place of the list.
pub(crate) fn code_field(place: usize) -> String {
    format!("{place}.code")
}

/// The codes that were typed, each with the place of its address.
///
/// # Errors
/// Every code that cannot be one; where nothing was typed at all, that of the first address that
/// waits.
pub(crate) fn codes(
    addresses: &[AnsweredAddress],
    typed: &[String],
) -> Result<Vec<(usize, ConfirmAddress)>, Vec<FieldProblem>> {
    let waiting = || addresses.iter().enumerate().filter(|(_, address)| !address.confirmed);
    let of = |place: usize| typed.get(place).map_or("", String::as_str);
    let mut filled: Vec<usize> =
        waiting().map(|(place, _)| place).filter(|place| !of(*place).trim().is_empty()).collect();
    if filled.is_empty() {
        filled = waiting().map(|(place, _)| place).take(1).collect();
    }
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for place in filled {
        let Some(address) = addresses.get(place) else { continue };
        let code = of(place).to_owned();
        match (ConfirmAddress { email: address.email.clone(), code }).check() {
            Ok(fits) => found.push((place, fits)),
            Err(faults) => problems.extend(
                faults.into_iter().map(|fault| FieldProblem { field: code_field(place), ..fault }),
            ),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// What refused a code, as a fault of that code's box where it is one.
pub(crate) fn refusal_of_code(problem: Problem, field: &str) -> Problem {
    match problem.code {
        Code::ConfirmationRefused | Code::ConfirmationExpired | Code::SecondFactorRefused => {
            Problem::from(vec![FieldProblem::new(field, problem.code)])
        }
        _ => problem,
    }
}

/// Whose an address is, in the order of the application.
pub(crate) fn whose(address: &AnsweredAddress, invitation: &Invitation) -> Vec<String> {
    let people = invitation.people.iter().filter(|person| address.people.contains(&person.id));
    people.map(|person| person.name.short().to_owned()).collect()
}

/// Whether the principal's address is confirmed, so that their account is open.
pub(crate) fn is_open(invitation: &Invitation) -> bool {
    invitation.state == HouseholdState::Active
        || principal(invitation).is_some_and(|principal| {
            invitation
                .addresses
                .iter()
                .any(|address| address.confirmed && address.people.contains(&principal.id))
        })
}

/// The addresses that wait for their code.
pub(crate) fn waiting(invitation: &Invitation) -> usize {
    invitation.addresses.iter().filter(|address| !address.confirmed).count()
}

/// Notes that an address was confirmed, until the portal says so itself.
pub(crate) fn note_confirmed(invitation: &mut Invitation, email: &str) {
    for address in &mut invitation.addresses {
        if same_email(&address.email, email) {
            address.confirmed = true;
            address.code_ends_at = None;
        }
    }
}

#[cfg(test)]
mod tests;
