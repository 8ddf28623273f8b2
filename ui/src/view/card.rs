//! Where a person's card stands, in terms of its page: what is still missing, or what happens to it.

use contract::board::{CardState, Journey, PhotoState};
use contract::policy::Policy;
use contract::steps::{Status, Step, steps};
use jiff::ToSpan;
use jiff::civil::Date;

/// Where a card stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CardStage {
    /// These steps come first.
    Needs(Vec<(Step, Status)>),
    /// It is being made, and should be by this day.
    BeingMade(Date),
    /// Made on this day.
    Made(Date),
    /// Mailed on this day.
    Mailed(Date),
    /// Came back on this day.
    Undelivered(Date),
    /// It must be applied for separately.
    MustApply,
}

/// Where a person's card stands.
pub(crate) fn card_stage(journey: &Journey, policy: &Policy) -> CardStage {
    match journey.card {
        CardState::Made { on } => CardStage::Made(on),
        CardState::Mailed { on } => CardStage::Mailed(on),
        CardState::Undelivered { on } => CardStage::Undelivered(on),
        CardState::MustApply => CardStage::MustApply,
        CardState::None => match journey.photo {
            PhotoState::Accepted { on, .. } if journey.address.is_some() => {
                let days = i64::from(policy.card_made_days).days();
                CardStage::BeingMade(on.checked_add(days).unwrap_or(on))
            }
            _ => CardStage::Needs(
                steps(journey)
                    .into_iter()
                    .filter(|(step, status)| *step != Step::Card && *status != Status::Done)
                    .collect(),
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::household::tests::board;
    use contract::address::Address;
    use contract::board::GivenAddress;
    use contract::id::PhotoId;
    use jiff::civil::date;

    #[test]
    fn a_card_waits_for_what_is_missing_and_is_then_made_within_two_weeks() {
        let mut board = board(1);
        let mut journey = board.people.remove(0).journey.expect("a journey");
        let policy = Policy::PROGRAMME;
        let CardStage::Needs(missing) = card_stage(&journey, &policy) else {
            panic!("nothing was given yet");
        };
        let missing: Vec<Step> = missing.into_iter().map(|(step, _)| step).collect();
        assert_eq!(missing, [Step::Declaration, Step::Address, Step::Photo]);

        let on = date(2026, 11, 20);
        journey.photo = PhotoState::Accepted { photo: PhotoId::new(0, [0; 10]), on };
        assert!(matches!(card_stage(&journey, &policy), CardStage::Needs(_)), "an address is due");
        let mailing = Address::default();
        let (reference, by) = (String::new(), None);
        let given = GivenAddress { mailing, residential: None, on, open: true, reference, by };
        journey.address = Some(given);
        assert_eq!(card_stage(&journey, &policy), CardStage::BeingMade(date(2026, 12, 4)));

        journey.card = CardState::MustApply;
        assert_eq!(card_stage(&journey, &policy), CardStage::MustApply);
    }
}
