//! The household board in terms of pages: what to do next and where, per household and per person,
//! and whom a problem concerns.

use contract::board::{Board, CardState, HouseholdState, Journey, PhotoState, Relationship};
use contract::id::PersonId;
use contract::steps::{Status, steps};

/// Whether nothing can be sent for this household.
pub(crate) const fn is_stopped(state: HouseholdState) -> bool {
    matches!(state, HouseholdState::Withdrawn | HouseholdState::Interview)
}

/// What is wrong for a person, as the name of a message, if anything is.
pub(crate) const fn trouble(journey: &Journey) -> Option<&'static str> {
    match (&journey.photo, &journey.card) {
        (PhotoState::Returned { .. }, _) => Some("trouble-photo-returned"),
        (_, CardState::Undelivered { .. }) => Some("trouble-card-undelivered"),
        (_, CardState::MustApply) => Some("trouble-card-must-apply"),
        _ => None,
    }
}

/// Whether anyone but this person has something to do. Their own accounts are theirs: not counted.
pub(crate) fn others_have_to_act(board: &Board, person: PersonId) -> bool {
    board.acted_for().filter(|(other, _)| other.id != person).any(|(_, journey)| {
        steps(journey).iter().any(|(_, status)| matches!(status, Status::ToDo | Status::Problem))
    })
}

/// Whom a sentence is about, for messages that speak to the reader or about others: `me`, `us` or
/// `them`.
pub(crate) fn who(board: &Board, people: &[PersonId]) -> &'static str {
    match people {
        [only] if *only == board.me => "me",
        people if people.contains(&board.me) => "us",
        _ => "them",
    }
}

/// What to call people in a row, without the reader.
pub(crate) fn called(board: &Board, people: &[PersonId]) -> Vec<String> {
    people
        .iter()
        .filter(|person| **person != board.me)
        .filter_map(|person| board.person(*person))
        .map(|person| person.name.short().to_owned())
        .collect()
}

/// Whether the reader is the principal, who acts for everyone without an own account.
pub(crate) fn reader_is_principal(board: &Board) -> bool {
    board.person(board.me).is_some_and(|me| me.relationship == Relationship::Principal)
}

/// The message about somebody of whom this account sees nothing. Only to the principal it says that
/// they have an own account: to anyone else, how others sign in is not told.
pub(crate) fn apart_words(board: &Board) -> &'static str {
    if reader_is_principal(board) { "own-account" } else { "other-account" }
}

/// Those acted for who have not declared presence.
pub(crate) fn undeclared(board: &Board) -> Vec<PersonId> {
    board
        .acted_for()
        .filter(|(_, journey)| journey.declaration.is_none())
        .map(|(person, _)| person.id)
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::route::Route;
    use crate::view::standing::{next_step_of, step_page};
    use contract::board::{Household, Name, Person, ProofState};
    use contract::draft::facts::Known;
    use contract::draft::standing::Offer;
    use contract::id::{AccountId, HouseholdId, PhotoId};
    use contract::photo::Reason;
    use contract::steps::{Next, Step, next_step};
    use jiff::civil::date;

    pub(crate) fn person_id(n: u8) -> PersonId {
        PersonId::new(1_790_000_000_000, [n; 10])
    }

    fn journey() -> Journey {
        Journey {
            date_of_birth: date(1988, 3, 27),
            age: 38,
            minor: false,
            declaration: None,
            address: None,
            photo: PhotoState::None,
            proof: ProofState::None,
            card: CardState::None,
            clocks: Vec::new(),
            unread_messages: 0,
        }
    }

    pub(crate) fn board(people: u8) -> Board {
        Board {
            household: Household {
                id: HouseholdId::new(0, [0; 10]),
                application_number: "E001234567".into(),
                applied_on: date(2025, 1, 2),
                state: HouseholdState::Active,
            },
            account: AccountId::new(0, [0; 10]),
            me: person_id(0),
            people: (0..people)
                .map(|n| Person {
                    id: person_id(n),
                    name: Name { given: format!("Given{n} Second"), family: "Family".into() },
                    relationship: Relationship::Other,
                    journey: Some(journey()),
                })
                .collect(),
            at: jiff::Timestamp::UNIX_EPOCH,
            today: date(2026, 11, 22),
        }
    }

    fn returned() -> PhotoState {
        PhotoState::Returned {
            photo: PhotoId::new(0, [0; 10]),
            on: date(2026, 11, 20),
            reasons: vec![Reason::Blurred],
            note_en: String::new(),
            note_fr: String::new(),
            earlier: Vec::new(),
        }
    }

    #[test]
    fn a_returned_photo_comes_before_everything_of_its_person() {
        let (mut board, me, known) = (board(1), person_id(0), Known::default());
        let next = |board: &Board| {
            let journey = board.people[0].journey.as_ref().expect("a journey");
            next_step(board, me, journey, &known).expect("something")
        };
        assert_eq!(next(&board), (Step::Declaration, Status::ToDo, Some(Offer::Begin)));
        board.people[0].journey.as_mut().expect("a journey").photo = returned();
        let (step, status, offer) = next(&board);
        assert_eq!((step, status, offer), (Step::Photo, Status::Problem, Some(Offer::Replace)));
        assert_eq!(step_page(me, step, status, offer), Some(Route::Photo(me)));
        let journey = board.people[0].journey.as_ref().expect("a journey");
        assert_eq!(trouble(journey), Some("trouble-photo-returned"));
    }

    #[test]
    fn it_is_known_whether_others_have_to_act() {
        let mut board = board(2);
        assert!(others_have_to_act(&board, person_id(0)));
        board.people[1].journey = None;
        assert!(!others_have_to_act(&board, person_id(0)));
    }

    #[test]
    fn the_reader_is_spoken_to_and_not_named() {
        let board = board(3);
        let all = [person_id(0), person_id(1), person_id(2)];
        assert_eq!(who(&board, &all[..1]), "me");
        assert_eq!(who(&board, &all), "us");
        assert_eq!(who(&board, &all[1..]), "them");
        assert_eq!(called(&board, &all), ["Given1", "Given2"]);
    }

    #[test]
    fn only_the_principal_is_told_who_signs_in_for_themselves() {
        let mut board = board(2);
        assert_eq!(apart_words(&board), "other-account");
        board.people[0].relationship = Relationship::Principal;
        assert_eq!(apart_words(&board), "own-account");
    }

    #[test]
    fn waiting_has_no_page_and_what_is_wrong_with_the_card_can_be_read() {
        assert_eq!(next_step_of(&Next::Wait), None);
        let photo = next_step_of(&Next::AddPhoto(person_id(3)));
        assert_eq!(photo, Some((person_id(3), Step::Photo)));
        let card = |status| step_page(person_id(0), Step::Card, status, None);
        assert_eq!(card(Status::CannotStartYet), None);
        assert_eq!(card(Status::Problem), Some(Route::Card(person_id(0))));
    }
}
