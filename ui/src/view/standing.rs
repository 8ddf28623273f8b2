//! Where pieces of work stand in terms of pages: what a page shows, where a step leads, and which
//! words say what there is to do. The machine itself is the contract's.

use crate::route::Route;
use crate::view::household::is_stopped;
use contract::board::{Board, HouseholdState};
use contract::draft::DraftKey;
use contract::draft::facts::Known;
use contract::draft::standing::{Offer, Standing, Work};
use contract::id::PersonId;
use contract::steps::{Next, Status, Step};

/// What a page shows in the place of its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// That nothing can be sent for this household.
    Stopped,
    /// That the portal has it for good.
    Over,
    /// That it waits to be sent.
    Waits,
    /// Its form.
    Form,
}

/// What the page of a work shows. A photo that the portal has can be looked at whatever happened.
pub(crate) const fn shown(state: HouseholdState, work: Work, standing: &Standing) -> Shown {
    let is_over = matches!(standing, Standing::Sent { open: false, .. });
    if is_over && matches!(work, Work::Photo) {
        Shown::Over
    } else if is_stopped(state) {
        Shown::Stopped
    } else if is_over {
        Shown::Over
    } else if matches!(standing, Standing::Queued) {
        Shown::Waits
    } else {
        Shown::Form
    }
}

/// The page where a step is gone on with or, while that is possible, changed. Of the card there is
/// something to read once its making was begun.
pub(crate) const fn step_page(
    person: PersonId,
    step: Step,
    status: Status,
    offer: Option<Offer>,
) -> Option<Route> {
    match (step, offer) {
        (_, Some(Offer::Nothing)) => None,
        (Step::Declaration, Some(_)) => Some(Route::Declaration),
        (Step::Address, Some(Offer::Check)) => Some(Route::AddressCheck),
        (Step::Address, Some(_)) => Some(Route::Address),
        (Step::Photo, Some(Offer::Check)) => Some(Route::PhotoCheck(person)),
        (Step::Photo, Some(_)) => Some(Route::Photo(person)),
        (Step::Card, None) if !matches!(status, Status::CannotStartYet | Status::ToDo) => {
            Some(Route::Card(person))
        }
        _ => None,
    }
}

/// What a person's next step says, as the name of a message.
pub(crate) fn step_words(step: Step, status: Status, offer: Option<Offer>) -> String {
    let name = step.name();
    match offer {
        Some(Offer::Continue) => format!("next-{name}-begun"),
        Some(Offer::Check) => format!("next-{name}-ready"),
        Some(Offer::Wait) => format!("next-{name}-waits"),
        Some(Offer::Mend) => format!("next-{name}-refused"),
        Some(Offer::Choose) => format!("next-{name}-two-places"),
        _ => format!("next-{name}-{}", status.name()),
    }
}

/// How a step is marked in the list of a person's tasks.
pub(crate) const fn task_status(status: Status, offer: Option<Offer>) -> Status {
    match (status, offer) {
        (_, Some(Offer::Mend | Offer::Choose)) => Status::Problem,
        (_, Some(Offer::Wait)) => Status::Waiting,
        // The portal confirmed it, and the board does not show it yet.
        (Status::ToDo | Status::Problem, Some(Offer::Change | Offer::Nothing)) => Status::Done,
        _ => status,
    }
}

/// What its tag says, where that is more than its status.
pub(crate) const fn task_words(offer: Option<Offer>) -> Option<&'static str> {
    match offer {
        Some(Offer::Continue) => Some("tag-begun"),
        Some(Offer::Check) => Some("tag-ready"),
        Some(Offer::Wait) => Some("step-waits"),
        Some(Offer::Mend) => Some("tag-refused"),
        Some(Offer::Choose) => Some("tag-two-places"),
        _ => None,
    }
}

/// What there is to do about what comes next for the household.
pub(crate) fn next_offer(board: &Board, next: &Next, known: &Known) -> Option<Offer> {
    let of_page = |page, people: &[PersonId]| known.of_page(board, page, people).offer();
    match next {
        Next::Declare(people) => Some(of_page(DraftKey::Declaration, people)),
        Next::GiveAddress(people) => Some(of_page(DraftKey::Address, people)),
        Next::ReplacePhoto(person) | Next::AddPhoto(person) => {
            Some(of_page(DraftKey::Photo { person: *person }, &[*person]))
        }
        Next::Mend(person, step) => Some(known.of_step(board, *person, *step)?.offer()),
        Next::Stopped(_) | Next::Send | Next::Wait | Next::Finished => None,
    }
}

/// Whose step comes next, and which, where its reader has something to do.
pub(crate) fn next_step_of(next: &Next) -> Option<(PersonId, Step)> {
    match next {
        Next::Declare(people) => Some((*people.first()?, Step::Declaration)),
        Next::GiveAddress(people) => Some((*people.first()?, Step::Address)),
        Next::ReplacePhoto(person) | Next::AddPhoto(person) => Some((*person, Step::Photo)),
        Next::Mend(person, step) => Some((*person, *step)),
        Next::Stopped(_) | Next::Send | Next::Wait | Next::Finished => None,
    }
}

/// What the link to somebody's messages says where one is begun or was refused.
pub(crate) const fn message_words(offer: Offer) -> Option<&'static str> {
    match offer {
        Offer::Continue | Offer::Check => Some("messages-begun"),
        Offer::Wait => Some("messages-waits"),
        Offer::Mend => Some("messages-refused"),
        Offer::Choose => Some("messages-two-places"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::household::tests::{board, person_id};
    use contract::draft::facts::PickedFor;
    use contract::draft::{Draft, PhotoDraft};
    use contract::id::IdempotencyKey;
    use contract::outbox::{Waiting, WaitingState, What};
    use contract::photo::SourceKind;
    use contract::steps::{next_step, next_with};
    use contract::{Code, Problem};
    use jiff::Timestamp;

    fn row(what: What, refused: Option<Code>) -> Waiting {
        let refused = refused.map(|code| WaitingState::Stuck { problem: Problem::new(code) });
        Waiting {
            id: IdempotencyKey::new(0, [1; 10]),
            what,
            queued_at: Timestamp::UNIX_EPOCH,
            text: None,
            may_have_arrived: false,
            mended: false,
            state: refused.unwrap_or(WaitingState::Behind),
        }
    }

    fn everyone(people: u8) -> What {
        What::Address { people: (0..people).map(person_id).collect() }
    }

    /// A board on which everyone has declared.
    fn declared(people: u8) -> Board {
        let mut board = board(people);
        for person in &mut board.people {
            let declared = serde_json::json!({
                "at": "2026-11-20T00:00:00Z", "on": "2026-11-20",
                "by": { "given": "", "family": "" }, "reference": "A",
            });
            let journey = person.journey.as_mut().expect("a journey");
            journey.declaration = serde_json::from_value(declared).ok();
        }
        board
    }

    #[test]
    fn what_waits_gives_way_to_what_can_be_done_meanwhile() {
        let board = declared(2);
        let mut known = Known::default();
        let all = vec![person_id(0), person_id(1)];
        assert_eq!(next_with(&board, &known), Next::GiveAddress(all.clone()));
        known.outbox.waiting = vec![row(everyone(1), None)];
        assert_eq!(next_with(&board, &known), Next::GiveAddress(vec![person_id(1)]));
        known.outbox.waiting = vec![row(everyone(2), None)];
        assert_eq!(next_with(&board, &known), Next::AddPhoto(person_id(0)));
        for person in &all {
            known.outbox.waiting.push(row(What::Photo { person: *person }, None));
        }
        assert_eq!(next_with(&board, &known), Next::Send);
        known.outbox.waiting[0] = row(everyone(2), Some(Code::Malformed));
        let mend = next_with(&board, &known);
        assert_eq!(mend, Next::Mend(person_id(0), Step::Address));
        assert_eq!(next_offer(&board, &mend, &known), Some(Offer::Mend));
    }

    #[test]
    fn a_person_is_led_to_where_they_stopped() {
        let board = declared(1);
        let me = person_id(0);
        let journey = board.people[0].journey.clone().expect("a journey");
        let mut known = Known::default();
        let next = |known: &Known| next_step(&board, me, &journey, known).expect("something");
        let page = |(step, status, offer)| step_page(me, step, status, offer);
        assert_eq!(page(next(&known)), Some(Route::Address));
        known.outbox.waiting = vec![row(everyone(1), None)];
        assert_eq!(next(&known), (Step::Photo, Status::ToDo, Some(Offer::Begin)));
        known.begun.pictures = vec![PickedFor { person: me, prepared: true }];
        assert_eq!(next(&known).2, Some(Offer::Continue));
        let draft = PhotoDraft { kind: Some(SourceKind::Scan), ..PhotoDraft::default() };
        known.begun.note(DraftKey::Photo { person: me }, Some(Draft::Photo(draft)));
        assert_eq!(page(next(&known)), Some(Route::PhotoCheck(me)));
        known.outbox.waiting.push(row(What::Photo { person: me }, None));
        let waits = next(&known);
        assert_eq!(waits, (Step::Address, Status::ToDo, Some(Offer::Wait)));
        assert_eq!(step_words(waits.0, waits.1, waits.2), "next-address-waits");
        assert_eq!(task_status(waits.1, waits.2), Status::Waiting);
        assert_eq!(page(waits), Some(Route::Address), "where it can be taken back");
    }

    #[test]
    fn a_page_shows_what_is_so_for_good_first() {
        use contract::draft::standing::Word;
        let active = HouseholdState::Active;
        let word = Word::Board(jiff::civil::date(2026, 11, 20));
        let over = Standing::Sent { word, open: false };
        assert_eq!(shown(active, Work::Address, &over), Shown::Over);
        assert_eq!(shown(HouseholdState::Withdrawn, Work::Address, &over), Shown::Stopped);
        assert_eq!(shown(HouseholdState::Withdrawn, Work::Photo, &over), Shown::Over);
        assert_eq!(
            shown(HouseholdState::Withdrawn, Work::Photo, &Standing::Queued),
            Shown::Stopped
        );
        assert_eq!(shown(active, Work::Photo, &Standing::Queued), Shown::Waits);
        for open in [Standing::Empty, Standing::Ready] {
            assert_eq!(shown(active, Work::Address, &open), Shown::Form);
        }
    }
}
