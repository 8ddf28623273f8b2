//! The invitation in plain functions: who may be invited, who opens it, which answer is whole, which
//! accounts are due, and who may have an own account later.

mod shown;

pub use shown::{Waiting, groups, invitation};

use crate::access::{self, Endpoint, Relation};
use crate::case::{AnsweredFile, CaseFile, PersonFile};
use crate::days;
use crate::rules::journey::not_stopped;
use contract::board::{HouseholdState, Relationship};
use contract::devices::{OwnAccount, OwnAccountState};
use contract::email::same_email;
use contract::id::PersonId;
use contract::invitation::{AnswerInvitation, AnsweredPerson, OpenInvitation};
use contract::policy::Policy;
use contract::{Code, Problem};
use jiff::Timestamp;
use jiff::civil::Date;

/// Whether a household can be invited, for the first time or again: until the principal's account is
/// open.
///
/// # Errors
/// `wrong_state`.
pub fn may_invite(case: &CaseFile, now: Timestamp) -> Result<(), Code> {
    let invitable = matches!(
        case.state,
        HouseholdState::Approved
            | HouseholdState::Invited
            | HouseholdState::WaitingOutside
            | HouseholdState::Answered
    );
    let principal = case
        .principal()
        .is_some_and(|principal| principal.account.is_none() && principal.email_at(now).is_some());
    if invitable && principal { Ok(()) } else { Err(Code::WrongState) }
}

/// Where a household stands once it was invited: an answer outlives another invitation.
#[must_use]
pub fn state_after_invitation(case: &CaseFile) -> HouseholdState {
    match case.state {
        HouseholdState::Approved => HouseholdState::Invited,
        other => other,
    }
}

/// Whether an invitation is sent once more at its principal's wish.
#[must_use]
pub fn is_sent_again(case: &CaseFile, uci: &str, date_of_birth: Date, now: Timestamp) -> bool {
    let is_principal = case
        .principal()
        .is_some_and(|principal| principal.uci == uci && principal.date_of_birth == date_of_birth);
    is_principal && case.state != HouseholdState::Approved && may_invite(case, now).is_ok()
}

/// The last day of an invitation that is sent now.
#[must_use]
pub fn last_day(case: &CaseFile, now: Timestamp, policy: &Policy) -> Date {
    days::days_after(days::day(now, &case.zone()), policy.invitation_days)
}

/// Whether an invitation opens for these answers. What is wrong is told only where all of them fit.
///
/// # Errors
/// `invitation_refused`; `invitation_answered`; `household_…`; `invitation_expired` with `on`. Who
/// waits outside Canada can answer any time.
pub fn opens(
    case: &CaseFile,
    code_fits: bool,
    opened: &OpenInvitation,
    now: Timestamp,
) -> Result<PersonId, Problem> {
    let principal = case
        .principal()
        .filter(|p| code_fits && p.uci == opened.uci && p.date_of_birth == opened.date_of_birth)
        .ok_or(Code::InvitationRefused)?;
    if principal.account.is_some() {
        return Err(Code::InvitationAnswered.into());
    }
    not_stopped(case)?;
    let invitation = case.invitation.as_ref().ok_or(Code::InvitationRefused)?;
    let waits = invitation.in_canada == Some(false);
    if !waits && days::end_of(invitation.last_day, &case.zone()) <= now {
        let on = invitation.last_day.to_string();
        return Err(Problem::new(Code::InvitationExpired).with("on", on));
    }
    Ok(principal.id)
}

/// Whether this answer may be kept: it names everyone on the application once, and asks own accounts
/// only for adults other than the principal.
///
/// # Errors
/// `invitation_answered`, `household_…`, `answer_incomplete`.
pub fn may_answer(case: &CaseFile, answer: &AnswerInvitation) -> Result<(), Code> {
    if case.principal().is_none_or(|principal| principal.account.is_some()) {
        return Err(Code::InvitationAnswered);
    }
    not_stopped(case)?;
    if !answer.in_canada {
        return Ok(());
    }
    let named = |person: &PersonFile| {
        let mut answers = answer.people.iter().filter(|answered| answered.person == person.id);
        let fits = |answered: &AnsweredPerson| {
            !answered.own_account
                || (person.relationship != Relationship::Principal && !case.is_minor(person))
        };
        answers.next().is_some_and(fits) && answers.next().is_none()
    };
    let whole = answer.people.len() == case.people.len() && case.people.iter().all(named);
    if whole { Ok(()) } else { Err(Code::AnswerIncomplete) }
}

/// Where a household stands once it is answered.
#[must_use]
pub fn state_after_answer(answer: &AnswerInvitation) -> HouseholdState {
    if answer.in_canada { HouseholdState::Answered } else { HouseholdState::WaitingOutside }
}

/// Whether an address of this household is confirmed: families share mailboxes, and one of them
/// confirmed it for all.
#[must_use]
pub fn is_confirmed_here(case: &CaseFile, email: &str, now: Timestamp) -> bool {
    let same = |held: &str| same_email(held, email);
    case.people.iter().any(|person| person.confirmed_email_at(now).is_some_and(same))
}

/// The address that a person's account waits for, where it is confirmed.
fn awaited_is_confirmed(person: &PersonFile, now: Timestamp) -> bool {
    let answered = person.contact.answered.as_ref().and_then(|answered| answered.email.as_deref());
    answered.zip(person.confirmed_email_at(now)).is_some_and(|(a, held)| same_email(a, held))
}

/// The household as it is once it was answered so from within Canada.
#[must_use]
pub fn answered(case: &CaseFile, answer: &AnswerInvitation, now: Timestamp) -> CaseFile {
    let mut after = case.clone();
    after.state = HouseholdState::Answered;
    for answered in &answer.people {
        let Some(person) = after.people.iter_mut().find(|p| p.id == answered.person) else {
            continue;
        };
        let AnsweredPerson { email, own_account, .. } = answered.clone();
        let held =
            |email: &&str| is_confirmed_here(case, email, now) && !keeps_own_address(person, email);
        if let Some(email) = email.as_deref().filter(held) {
            holds(person, email);
        }
        person.contact.answered = Some(AnsweredFile { email, own_account });
    }
    after
}

/// The household as it is once these people's address was confirmed.
#[must_use]
pub fn confirmed(case: &CaseFile, people: &[PersonId], email: &str) -> CaseFile {
    let mut after = case.clone();
    for person in after.people.iter_mut().filter(|person| people.contains(&person.id)) {
        if !keeps_own_address(person, email) {
            holds(person, email);
        }
    }
    after
}

fn holds(person: &mut PersonFile, email: &str) {
    person.email = Some(email.to_owned());
    person.contact.confirmed = true;
    person.contact.coming = None;
}

/// Whose account is to be opened now, the principal first: theirs once their address is confirmed,
/// and then that of each adult who is to have one and whose address is confirmed.
#[must_use]
pub fn due_accounts(case: &CaseFile, now: Timestamp) -> Vec<PersonId> {
    let Some(principal) = case.principal() else { return Vec::new() };
    if not_stopped(case).is_err() || case.state == HouseholdState::Closed {
        return Vec::new();
    }
    let principal_is_due = principal.account.is_none()
        && case.state == HouseholdState::Answered
        && awaited_is_confirmed(principal, now);
    if principal.account.is_none() && !principal_is_due {
        return Vec::new();
    }
    let adults = case.people.iter().filter(|person| {
        person.id != principal.id
            && person.account.is_none()
            && person.contact.answered.as_ref().is_some_and(|answered| answered.own_account)
            && !case.is_minor(person)
            && awaited_is_confirmed(person, now)
    });
    principal_is_due.then_some(principal.id).into_iter().chain(adults.map(|p| p.id)).collect()
}

/// Whether `by` may ask for an own account for a person.
///
/// # Errors
/// `not_found`, `household_…`, `own_account_not_possible`.
pub fn may_ask_own_account(case: &CaseFile, by: PersonId, person: PersonId) -> Result<(), Code> {
    access::decide_for(case, by, Endpoint::AskOwnAccount, &[person])?;
    not_stopped(case)?;
    let file = case.person(person).ok_or(Code::NotFound)?;
    let possible =
        file.account.is_none() && !case.is_minor(file) && case.state != HouseholdState::Closed;
    if possible { Ok(()) } else { Err(Code::OwnAccountNotPossible) }
}

/// Whether two officers gave a member the address that holds, or is to hold, and this is another one.
/// Whoever has officers do that may want the principal not to read what is mailed to them, so nothing
/// that is answered or asked for them changes it, and nothing tells.
#[must_use]
pub fn keeps_own_address(person: &PersonFile, email: &str) -> bool {
    let contact = &person.contact;
    let given = contact.coming.as_ref().map(|coming| &coming.email);
    let given = given.or(person.email.as_ref().filter(|_| contact.by_officers));
    person.relationship != Relationship::Principal
        && person.account.is_none()
        && given.is_some_and(|given| !same_email(given, email))
}

/// Whether that account is opened at once: where the address is the one that was confirmed for this
/// person, or the principal's own, which they may share. Any other one is confirmed by a code, also
/// where somebody else of the household confirmed it: the principal is not to learn that.
#[must_use]
pub fn opens_at_once(
    case: &CaseFile,
    by: PersonId,
    person: PersonId,
    email: &str,
    now: Timestamp,
) -> bool {
    let held = |id| case.person(id).and_then(|file| file.confirmed_email_at(now));
    let by_officers = |file: &PersonFile| file.contact.by_officers || file.contact.coming.is_some();
    !case.person(person).is_some_and(by_officers)
        && [by, person].into_iter().filter_map(held).any(|held| same_email(held, email))
}

/// Whether an officer may decide that somebody counts as an adult or a minor: for the journey without
/// an own account, and never for the principal.
///
/// # Errors
/// `wrong_state`.
pub fn may_treat_as(person: &PersonFile) -> Result<(), Code> {
    let possible = person.relationship != Relationship::Principal && person.account.is_none();
    if possible { Ok(()) } else { Err(Code::WrongState) }
}

/// Where an own account of each adult stands for whom the principal acts.
#[must_use]
pub fn own_account_states(case: &CaseFile, principal: PersonId) -> Vec<OwnAccountState> {
    let acted_for =
        |person: &&PersonFile| access::relation(case, principal, person.id) == Relation::ActedFor;
    let state = |person: &PersonFile| match (&person.account, &person.contact.answered) {
        (Some(_), _) => OwnAccount::Opened,
        (None, Some(AnsweredFile { own_account: true, .. })) => OwnAccount::Confirming,
        (None, _) => OwnAccount::None,
    };
    case.people
        .iter()
        .filter(acted_for)
        .filter(|person| !case.is_minor(person))
        .map(|person| OwnAccountState { person: person.id, state: state(person) })
        .collect()
}
