//! The household board, and what follows from it: nothing of those for whom the account does not act
//! is held any longer.

use super::portal::request;
use super::{Held, photo, portal};
use crate::browser;
use contract::Problem;
use contract::board::Board;
use contract::host::{BoardView, StaleReason};
use jiff::Timestamp;
use std::rc::Rc;

/// A board as last seen.
#[derive(Clone)]
pub(super) struct SeenBoard {
    board: Board,
    tag: Option<String>,
    as_of: Timestamp,
}

impl Held {
    /// Forgets what is held of those for whom the account does not act, or no longer: whoever has an
    /// own account is nobody else's business.
    fn leave_alone_others(&self, former: Option<&Board>, board: &Board) {
        let all = former.into_iter().chain([board]).flat_map(|board| &board.people);
        for person in all.map(|person| person.id) {
            if board.acted_for().any(|(acted_for, _)| acted_for.id == person) {
                continue;
            }
            self.drafts.forget_person(person);
            self.pictures.forget_person(person);
            self.writes.forget_one(&photo::submission_of(person));
            self.timelines.borrow_mut().remove(&person);
        }
    }
}

/// The board, fresh where the portal answers, else as last seen.
pub(super) async fn board(held: Rc<Held>, background: bool) -> Result<BoardView, Problem> {
    let seen = held.board.borrow().clone();
    let mut call = request("GET", "household");
    if background {
        call = portal::in_background(call);
    }
    if let Some(tag) = seen.as_ref().and_then(|seen| seen.tag.as_deref()) {
        call = call.header("if-none-match", tag);
    }
    let now = browser::now();
    let (board, tag) = match (call.send().await, seen) {
        (Ok(reply), Some(seen)) if reply.status() == 304 => (seen.board, seen.tag),
        (Ok(reply), _) => {
            let tag = reply.header("etag");
            (reply.parse::<Board>().await?, tag)
        }
        (Err(problem), Some(seen)) => {
            let stale = Some(StaleReason::of(problem.code).ok_or(problem)?);
            return Ok(BoardView { board: seen.board, as_of: seen.as_of, stale });
        }
        (Err(problem), None) => return Err(problem),
    };
    let former = held.board.replace(Some(SeenBoard { board: board.clone(), tag, as_of: now }));
    held.leave_alone_others(former.as_ref().map(|former| &former.board), &board);
    Ok(BoardView { board, as_of: now, stale: None })
}

#[cfg(all(test, feature = "household"))]
mod tests {
    use super::*;
    use contract::board::{
        CardState, Household, HouseholdState, Journey, Name, Person, PhotoState, ProofState,
        Relationship,
    };
    use contract::draft::{Draft, DraftKey, MessageDraft};
    use contract::id::{AccountId, HouseholdId, PersonId};
    use contract::timeline::Timeline;
    use jiff::civil::date;

    fn id(number: u8) -> PersonId {
        PersonId::new(1, [number; 10])
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

    /// A board with these people, each with whether the account acts for them.
    fn board(people: &[(u8, bool)]) -> Board {
        let person = |(number, acted_for): &(u8, bool)| Person {
            id: id(*number),
            name: Name { given: "Wei".into(), family: "Chen".into() },
            relationship: Relationship::Spouse,
            journey: acted_for.then(journey),
        };
        Board {
            household: Household {
                id: HouseholdId::new(1, [0; 10]),
                application_number: "E001234567".into(),
                applied_on: date(2025, 1, 2),
                state: HouseholdState::Active,
            },
            account: AccountId::new(1, [0; 10]),
            me: id(1),
            people: people.iter().map(person).collect(),
            at: Timestamp::UNIX_EPOCH,
            today: date(2026, 11, 23),
        }
    }

    /// Whether the page still holds a message to a person, and their timeline.
    fn holds(held: &Held, person: PersonId) -> (bool, bool) {
        let key = DraftKey::Message { person };
        (held.drafts.knows(key), held.timelines.borrow().contains_key(&person))
    }

    #[test]
    fn nothing_of_those_who_act_for_themselves_is_held_any_longer() {
        let held = Held::default();
        for person in [1, 2, 3].map(id) {
            let typed = Draft::Message(MessageDraft { text: "Hello".into(), key: None });
            held.drafts.note(DraftKey::Message { person }, typed);
            held.timelines.borrow_mut().insert(person, Timeline { entries: Vec::new() });
        }
        let former = board(&[(1, true), (2, true), (3, true)]);
        held.leave_alone_others(None, &former);
        assert_eq!(holds(&held, id(2)), (true, true));
        // One has an own account now, and one is not on the application any more.
        held.leave_alone_others(Some(&former), &board(&[(1, true), (2, false)]));
        assert_eq!(holds(&held, id(1)), (true, true));
        assert_eq!(holds(&held, id(2)), (false, false));
        assert_eq!(holds(&held, id(3)), (false, false));
    }
}
