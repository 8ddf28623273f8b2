//! Messages: who may write in a person's thread, and when. Whoever may read a thread is asked of
//! [`crate::access`]; reading goes on as long as the messages are kept, in whatever state.

use crate::access::{self, Endpoint};
use crate::case::{CaseFile, PersonFile};
use contract::Code;
use contract::board::HouseholdState;
use contract::id::PersonId;
use std::collections::BTreeMap;

/// How many messages of officers wait to be read, by person. Nobody who has none is in it.
pub type Unread = BTreeMap<PersonId, u32>;

/// Whether anything can be written in the threads of a household: not once its application was
/// withdrawn. An interview stops the journey, not the talk about it.
#[must_use]
pub fn is_open(case: &CaseFile) -> bool {
    case.state != HouseholdState::Withdrawn
}

/// Whether `caller` may write in a person's thread.
///
/// # Errors
/// `not_found`, `household_withdrawn`.
pub fn may_write(case: &CaseFile, caller: PersonId, person: PersonId) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::SendMessage, &[person])?;
    if is_open(case) { Ok(()) } else { Err(Code::HouseholdWithdrawn) }
}

/// Whether `caller` may say that they read a person's thread.
///
/// # Errors
/// `not_found`.
pub fn may_mark_read(case: &CaseFile, caller: PersonId, person: PersonId) -> Result<(), Code> {
    access::decide_for(case, caller, Endpoint::ReadMessages, &[person])
}

/// The person to whom an officer writes. Somebody must be able to read it, and the mail that announces
/// it goes to a confirmed address only: both hold once the principal has an account.
///
/// # Errors
/// `not_found`, `household_withdrawn`, `wrong_state`.
pub fn officer_may_write(case: &CaseFile, person: PersonId) -> Result<&PersonFile, Code> {
    let file = case.person(person).ok_or(Code::NotFound)?;
    if !is_open(case) {
        return Err(Code::HouseholdWithdrawn);
    }
    let read_by_somebody = case.principal().is_some_and(|principal| principal.account.is_some());
    if read_by_somebody { Ok(file) } else { Err(Code::WrongState) }
}
