//! The adviser summary: what someone who advises a household may be shown. First names, steps and
//! dates, and nothing else: no family name, number, address, picture or message can be in it.

use crate::board::{Board, CardState, Clock, HouseholdState, Journey, PhotoState, ProofState};
use crate::steps::{Status, Step, steps};
use jiff::{Timestamp, civil::Date};

/// What is shown of a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdviserSummary {
    /// Where the household stands.
    pub state: HouseholdState,
    /// Everyone for whom the account acts.
    pub people: Vec<AdvisedPerson>,
    /// The portal's time of what is said.
    pub at: Timestamp,
}

/// What is shown of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvisedPerson {
    /// Their first given name.
    pub first_name: String,
    /// Each step, where it stands, and since which day where that is known.
    pub steps: Vec<(Step, Status, Option<Date>)>,
    /// From which day they are a permanent resident, once that is known.
    pub became_resident_on: Option<Date>,
    /// The next clock to end.
    pub next_end: Option<Clock>,
}

impl AdviserSummary {
    /// Of everyone on a board for whom the account acts.
    #[must_use]
    pub fn of(board: &Board) -> Self {
        let people = board.acted_for().map(|(person, journey)| AdvisedPerson {
            first_name: person.name.short().to_owned(),
            steps: steps(journey)
                .into_iter()
                .map(|(step, status)| (step, status, day_of(step, journey)))
                .collect(),
            became_resident_on: match &journey.proof {
                ProofState::None => None,
                ProofState::Issued { became_resident_on, .. } => Some(*became_resident_on),
            },
            next_end: journey.clocks.first().cloned(),
        });
        Self { state: board.household.state, people: people.collect(), at: board.at }
    }
}

fn day_of(step: Step, journey: &Journey) -> Option<Date> {
    match step {
        Step::Account => None,
        Step::Declaration => journey.declaration.as_ref().map(|declared| declared.on),
        Step::Address => journey.address.as_ref().map(|given| given.on),
        Step::Photo => match &journey.photo {
            PhotoState::None => None,
            PhotoState::Submitted { on, .. }
            | PhotoState::Accepted { on, .. }
            | PhotoState::Returned { on, .. } => Some(*on),
        },
        Step::Card => match &journey.card {
            CardState::None | CardState::MustApply => None,
            CardState::Made { on } | CardState::Mailed { on } | CardState::Undelivered { on } => {
                Some(*on)
            }
        },
    }
}
