//! What may follow what: the transitions of household, declaration, address, photo, proof and
//! card. Each function says whether a step may be taken now, and by which code it is refused.

use crate::access::{self, Endpoint};
use crate::case::{CardStep, CaseFile, PersonFile, PhotoFile};
use crate::rules::clocks;
use contract::Code;
use contract::address::GiveAddress;
use contract::board::HouseholdState;
use contract::declaration::STATEMENT_VERSION;
use contract::id::PersonId;
use contract::photo::SubmitPhoto;
use contract::policy::Policy;
use jiff::Timestamp;
use jiff::civil::Date;

/// Whether anything may be written for a household at all.
///
/// # Errors
/// `household_withdrawn`, `household_interview`.
pub fn not_stopped(case: &CaseFile) -> Result<(), Code> {
    match case.state {
        HouseholdState::Withdrawn => Err(Code::HouseholdWithdrawn),
        HouseholdState::Interview => Err(Code::HouseholdInterview),
        _ => Ok(()),
    }
}

/// Whether `caller` may send the file of a photo for a person.
///
/// # Errors
/// `not_found`, `household_…`.
pub fn may_upload(case: &CaseFile, caller: PersonId, person: PersonId) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::Upload, &[person])?;
    not_stopped(case)
}

/// Whether `caller` may declare presence for these people, having read that version of the text.
///
/// # Errors
/// `not_found`, `household_…`, `declaration_text_changed`, `already_declared`. One person for whom
/// it cannot be declared refuses the whole.
pub fn may_declare(
    case: &CaseFile,
    caller: PersonId,
    people: &[PersonId],
    statement_version: &str,
) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::Declare, people)?;
    not_stopped(case)?;
    if statement_version != STATEMENT_VERSION {
        return Err(Code::DeclarationTextChanged);
    }
    let declared = |id: &PersonId| case.person(*id).is_some_and(|p| p.declaration.is_some());
    if people.iter().any(declared) {
        return Err(Code::AlreadyDeclared);
    }
    Ok(())
}

/// Whether a person's address can still be given or changed: until the card is made, and while the
/// card need not be applied for separately.
#[must_use]
pub fn address_is_open(
    case: &CaseFile,
    person: &PersonFile,
    now: Timestamp,
    policy: &Policy,
) -> bool {
    not_stopped(case).is_ok()
        && person.card.is_none()
        && !clocks::must_apply(person, &case.zone(), now, policy)
}

/// Whether `caller` may give an address for these people.
///
/// # Errors
/// `not_found`, `household_…`, `address_closed`.
pub fn may_give_address(
    case: &CaseFile,
    caller: PersonId,
    people: &[PersonId],
    now: Timestamp,
    policy: &Policy,
) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::GiveAddress, people)?;
    not_stopped(case)?;
    let open = |id: &PersonId| {
        case.person(*id).is_some_and(|person| address_is_open(case, person, now, policy))
    };
    if people.iter().all(open) { Ok(()) } else { Err(Code::AddressClosed) }
}

/// When an address was given that this one would take the place of though its sender never saw it; the
/// latest of them, and none where the sender takes whatever there is. The very same address is in
/// nobody's way.
#[must_use]
pub fn address_given_meanwhile(case: &CaseFile, new: &GiveAddress) -> Option<Timestamp> {
    let seen = new.instead_of.as_ref()?;
    let others = new.people.iter().filter_map(|id| {
        let there = case.person(*id)?.address.as_ref()?;
        let was_seen = seen.iter().any(|it| it.person == *id && it.reference == there.reference);
        let is_same = there.mailing == new.mailing && there.residential == new.residential;
        (!was_seen && !is_same).then_some(there.at)
    });
    others.max()
}

/// The bytes that a submission names, as they arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// SHA-256 of the file as it was sent, in lower-case hexadecimal.
    pub sha256: String,
    /// SHA-256 of the pixels.
    pub pixels_sha256: [u8; 32],
}

/// Whether `caller` may submit these bytes as a person's photo.
///
/// # Errors
/// `not_found`, `household_…`, `declaration_missing`, `photo_already_submitted`, `upload_missing`,
/// `photo_already_returned`, and `wrong_state` where the card must be applied for separately.
pub fn may_submit_photo(
    case: &CaseFile,
    caller: PersonId,
    person: PersonId,
    submission: &SubmitPhoto,
    arrived: Option<&Arrived>,
    now: Timestamp,
    policy: &Policy,
) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::SubmitPhoto, &[person])?;
    not_stopped(case)?;
    let person = case.person(person).ok_or(Code::NotFound)?;
    if person.declaration.is_none() {
        return Err(Code::DeclarationMissing);
    }
    if person.photos.last().is_some_and(|last| !last.is_returned(now)) {
        return Err(Code::PhotoAlreadySubmitted);
    }
    if clocks::must_apply(person, &case.zone(), now, policy) {
        return Err(Code::WrongState);
    }
    let arrived = arrived
        .filter(|arrived| arrived.sha256.eq_ignore_ascii_case(&submission.sha256))
        .ok_or(Code::UploadMissing)?;
    not_returned_before(case, &arrived.pixels_sha256, now)
}

/// Whether no photo with the same pixels was returned to this household.
///
/// # Errors
/// `photo_already_returned`.
pub fn not_returned_before(
    case: &CaseFile,
    pixels_sha256: &[u8; 32],
    now: Timestamp,
) -> Result<(), Code> {
    let same = |photo: &PhotoFile| photo.pixels_sha256 == *pixels_sha256 && photo.is_returned(now);
    if case.people.iter().flat_map(|p| &p.photos).any(same) {
        Err(Code::PhotoAlreadyReturned)
    } else {
        Ok(())
    }
}

/// Whether an officer may decide on a photo: it is waiting, and nobody decided yet.
///
/// # Errors
/// `wrong_state`.
pub fn may_decide(case: &CaseFile, photo: &PhotoFile) -> Result<(), Code> {
    officer_may(not_stopped(case).is_ok() && photo.decision.is_none())
}

/// Whether a decision can still be taken back.
///
/// # Errors
/// `wrong_state`.
pub fn may_undo(photo: &PhotoFile, now: Timestamp) -> Result<(), Code> {
    officer_may(photo.decision.as_ref().is_some_and(|decision| now < decision.effective_at))
}

/// Whether the proof of status can be issued: after the declaration, once, and not for a day that
/// is still to come or before the application.
///
/// # Errors
/// `wrong_state`.
pub fn may_prove(
    case: &CaseFile,
    person: &PersonFile,
    became_resident_on: Date,
    today: Date,
) -> Result<(), Code> {
    officer_may(
        not_stopped(case).is_ok()
            && person.declaration.is_some()
            && person.proof.is_none()
            && (case.applied_on..=today).contains(&became_resident_on),
    )
}

/// Whether the card's next step can be taken: made with address and accepted photo, then mailed,
/// then perhaps undelivered and mailed again.
///
/// # Errors
/// `wrong_state`.
pub fn may_take_card_step(
    case: &CaseFile,
    person: &PersonFile,
    step: CardStep,
    now: Timestamp,
) -> Result<(), Code> {
    let last = person.card.as_ref().map(|card| card.step);
    let follows = match (last, step) {
        (None, CardStep::Made) => {
            person.address.is_some() && person.photos.last().is_some_and(|p| p.is_accepted(now))
        }
        (Some(CardStep::Made | CardStep::Undelivered), CardStep::Mailed)
        | (Some(CardStep::Mailed), CardStep::Undelivered) => true,
        _ => false,
    };
    officer_may(not_stopped(case).is_ok() && follows)
}

/// Where the household stands once this step of this person's card is taken: closed when every
/// card was mailed.
#[must_use]
pub fn state_after_card(case: &CaseFile, person: PersonId, step: CardStep) -> HouseholdState {
    let mailed = |other: &PersonFile| {
        let last = other.card.as_ref().map(|card| card.step);
        let last = if other.id == person { Some(step) } else { last };
        last == Some(CardStep::Mailed)
    };
    if case.people.iter().all(mailed) { HouseholdState::Closed } else { HouseholdState::Active }
}

/// Whether an account can be opened for a person: the first one is the principal's, and minors have
/// none.
///
/// # Errors
/// `wrong_state`.
pub fn may_open_account(case: &CaseFile, person: &PersonFile) -> Result<(), Code> {
    let principal_first = case.principal().is_some_and(|principal| {
        principal.id == person.id || (principal.account.is_some() && !case.is_minor(person))
    });
    officer_may(
        not_stopped(case).is_ok()
            && case.state != HouseholdState::Closed
            && person.account.is_none()
            && principal_first,
    )
}

/// Whether a new temporary password can be made: only while no own password was stored.
///
/// # Errors
/// `wrong_state`.
pub fn may_reissue(case: &CaseFile, person: &PersonFile) -> Result<(), Code> {
    let waiting = person.account.as_ref().is_some_and(|account| !account.active && !account.closed);
    officer_may(not_stopped(case).is_ok() && waiting)
}

/// Where the household stands after an officer stopped it or let it go on.
///
/// # Errors
/// `wrong_state`: only a stopped household goes on, and a closed or withdrawn one is not stopped.
pub fn state_after_stop(case: &CaseFile, to: Stop) -> Result<HouseholdState, Code> {
    use HouseholdState as S;
    let has_account = case.people.iter().any(|person| person.account.is_some());
    match (case.state, to) {
        (S::Withdrawn | S::Closed, _) => Err(Code::WrongState),
        (_, Stop::Withdraw) => Ok(S::Withdrawn),
        (S::Interview, Stop::Interview) => Err(Code::WrongState),
        (_, Stop::Interview) => Ok(S::Interview),
        (S::Interview, Stop::GoOn) if has_account => Ok(S::Active),
        (S::Interview, Stop::GoOn) => Ok(match &case.invitation {
            None => S::Approved,
            Some(invitation) => match invitation.in_canada {
                None => S::Invited,
                Some(false) => S::WaitingOutside,
                Some(true) => S::Answered,
            },
        }),
        (_, Stop::GoOn) => Err(Code::WrongState),
    }
}

/// What stops a household, or ends the stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The application was withdrawn, for good.
    Withdraw,
    /// The household is asked to an interview.
    Interview,
    /// The interview is over.
    GoOn,
}

fn officer_may(it_fits: bool) -> Result<(), Code> {
    if it_fits { Ok(()) } else { Err(Code::WrongState) }
}
