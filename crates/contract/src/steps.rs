//! The five steps of a person, and the one thing to do next: derived from the board, never kept.

use crate::board::{Board, CardState, HouseholdState, Journey, PhotoState};
use crate::id::PersonId;

/// A step of the journey, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The account is open and has an own password.
    Account,
    /// Presence is declared.
    Declaration,
    /// The address is given.
    Address,
    /// The photo is accepted.
    Photo,
    /// The card is mailed.
    Card,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 5] =
        [Self::Account, Self::Declaration, Self::Address, Self::Photo, Self::Card];

    /// The name in messages: `step-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Declaration => "declaration",
            Self::Address => "address",
            Self::Photo => "photo",
            Self::Card => "card",
        }
    }
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing is left to do.
    Done,
    /// The applicant can do it now.
    ToDo,
    /// It is with the officers.
    Waiting,
    /// Something else must come first.
    CannotStartYet,
    /// Something is wrong, and the applicant can mend it.
    Problem,
}

impl Status {
    /// The name in messages: `status-<name>`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::ToDo => "to-do",
            Self::Waiting => "waiting",
            Self::CannotStartYet => "cannot-start-yet",
            Self::Problem => "problem",
        }
    }
}

/// Where each step of a person stands, in the order of [`Step::ALL`].
#[must_use]
pub fn steps(journey: &Journey) -> [(Step, Status); 5] {
    let declared = journey.declaration.is_some();
    let photo = match journey.photo {
        PhotoState::Accepted { .. } => Status::Done,
        PhotoState::Submitted { .. } => Status::Waiting,
        PhotoState::Returned { .. } => Status::Problem,
        // Preparing a photo never waits for the declaration; only sending does.
        PhotoState::None => Status::ToDo,
    };
    let card = match journey.card {
        CardState::Mailed { .. } => Status::Done,
        CardState::Made { .. } => Status::Waiting,
        CardState::Undelivered { .. } | CardState::MustApply => Status::Problem,
        CardState::None if photo == Status::Done && journey.address.is_some() => Status::Waiting,
        CardState::None => Status::CannotStartYet,
    };
    [
        (Step::Account, Status::Done),
        (Step::Declaration, if declared { Status::Done } else { Status::ToDo }),
        (Step::Address, if journey.address.is_some() { Status::Done } else { Status::ToDo }),
        (Step::Photo, photo),
        (Step::Card, card),
    ]
}

/// The one thing to do next, for the whole household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// The journey is stopped: withdrawn or asked to an interview.
    Stopped(HouseholdState),
    /// Declare presence for these people.
    Declare(Vec<PersonId>),
    /// Give an address for these people.
    GiveAddress(Vec<PersonId>),
    /// Replace the returned photo of this person.
    ReplacePhoto(PersonId),
    /// Add this person's photo.
    AddPhoto(PersonId),
    /// Nothing can be done but wait for the officers.
    Wait,
    /// Every card was mailed.
    Finished,
}

/// What to do next: what was returned first, then in the order of the journey.
#[must_use]
pub fn next(board: &Board) -> Next {
    if let state @ (HouseholdState::Withdrawn | HouseholdState::Interview) = board.household.state {
        return Next::Stopped(state);
    }
    let with = |step: Step, status: Status| {
        board
            .acted_for()
            .filter(|(_, journey)| steps(journey).contains(&(step, status)))
            .map(|(person, _)| person.id)
            .collect::<Vec<_>>()
    };
    if let Some(person) = with(Step::Photo, Status::Problem).first() {
        return Next::ReplacePhoto(*person);
    }
    let undeclared = with(Step::Declaration, Status::ToDo);
    if !undeclared.is_empty() {
        return Next::Declare(undeclared);
    }
    let without_address = with(Step::Address, Status::ToDo);
    if !without_address.is_empty() {
        return Next::GiveAddress(without_address);
    }
    if let Some(person) = with(Step::Photo, Status::ToDo).first() {
        return Next::AddPhoto(*person);
    }
    let finished =
        board.acted_for().all(|(_, journey)| matches!(journey.card, CardState::Mailed { .. }));
    if finished { Next::Finished } else { Next::Wait }
}
