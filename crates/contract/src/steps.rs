//! The five steps of a person, and the one thing to do next: derived from the board and from what
//! was begun, never kept.

use crate::board::{Board, CardState, HouseholdState, Journey, PhotoState};
use crate::draft::facts::Known;
use crate::draft::standing::Offer;
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
    /// Mend what the portal refused for this person after it was handed over, or choose between what
    /// was typed in two places.
    Mend(PersonId, Step),
    /// Replace the returned photo of this person.
    ReplacePhoto(PersonId),
    /// Declare presence for these people.
    Declare(Vec<PersonId>),
    /// Give an address for these people.
    GiveAddress(Vec<PersonId>),
    /// Add this person's photo.
    AddPhoto(PersonId),
    /// Nothing can be done but wait until what was handed over is sent.
    Send,
    /// Nothing can be done but wait for the officers.
    Wait,
    /// Every card was mailed.
    Finished,
}

/// What to do next by the board alone.
#[must_use]
pub fn next(board: &Board) -> Next {
    next_with(board, &Known::default())
}

/// What to do next: what was refused, then what was returned, then in the order of the journey what
/// does not wait to be sent already.
#[must_use]
pub fn next_with(board: &Board, known: &Known) -> Next {
    if let state @ (HouseholdState::Withdrawn | HouseholdState::Interview) = board.household.state {
        return Next::Stopped(state);
    }
    let all: Vec<(PersonId, Step, Status, Offer)> = board
        .acted_for()
        .flat_map(|(person, journey)| {
            let of_person = move |(step, status)| {
                let offer = known.of_step(board, person.id, step)?.offer();
                Some((person.id, step, status, offer))
            };
            steps(journey).into_iter().filter_map(of_person)
        })
        .collect();
    if let Some((person, step, ..)) = all.iter().find(|it| it.3.needs_care()) {
        return Next::Mend(*person, *step);
    }
    let returned =
        all.iter().find(|(.., status, offer)| *status == Status::Problem && offer.is_to_do());
    if let Some((person, ..)) = returned {
        return Next::ReplacePhoto(*person);
    }
    let to_do = |wanted: Step| {
        all.iter()
            .filter(|(_, step, status, offer)| {
                *step == wanted && *status == Status::ToDo && offer.is_to_do()
            })
            .map(|(person, ..)| *person)
            .collect::<Vec<_>>()
    };
    let undeclared = to_do(Step::Declaration);
    if !undeclared.is_empty() {
        return Next::Declare(undeclared);
    }
    let without_address = to_do(Step::Address);
    if !without_address.is_empty() {
        return Next::GiveAddress(without_address);
    }
    if let Some(person) = to_do(Step::Photo).first() {
        return Next::AddPhoto(*person);
    }
    if all.iter().any(|(.., offer)| *offer == Offer::Wait) {
        return Next::Send;
    }
    let finished =
        board.acted_for().all(|(_, journey)| matches!(journey.card, CardState::Mailed { .. }));
    if finished { Next::Finished } else { Next::Wait }
}

/// A step, where it stands by the board, and what there is to do about it where it is its person's.
pub type NextStep = (Step, Status, Option<Offer>);

/// A person's own next step: what was refused first, then what is wrong, what can be done, what waits
/// to be sent, and what officers have. After the last step, nothing.
#[must_use]
pub fn next_step(
    board: &Board,
    person: PersonId,
    journey: &Journey,
    known: &Known,
) -> Option<NextStep> {
    let rank = |(_, status, offer): &NextStep| match (status, offer) {
        (_, Some(offer)) if offer.needs_care() => Some(0),
        (Status::Problem, None) => Some(1),
        (Status::Problem, Some(offer)) if offer.is_to_do() => Some(1),
        (Status::ToDo, Some(offer)) if offer.is_to_do() => Some(2),
        (_, Some(Offer::Wait)) => Some(3),
        (Status::Waiting, _) => Some(4),
        _ => None,
    };
    let with_offer = |(step, status)| {
        let standing = known.of_step(board, person, step);
        (step, status, standing.map(|standing| standing.offer()))
    };
    let all = steps(journey).map(with_offer);
    all.into_iter().filter(|step| rank(step).is_some()).min_by_key(rank)
}
