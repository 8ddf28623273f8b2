//! Where a piece of work stands by what is known of it.

use super::*;
use crate::address::Address;
use crate::board::{GivenAddress, Household, HouseholdState, Name, Person, Relationship};
use crate::draft::MessageDraft;
use crate::draft::standing::Offer;
use crate::id::{AccountId, HouseholdId, IdempotencyKey, PhotoId};
use crate::outbox::{Sent, WaitingState, What};
use crate::photo::{Reason, SourceKind};
use crate::{Code, Problem};
use jiff::Timestamp;
use jiff::civil::date;

const POLICY: Policy = Policy::PROGRAMME;

fn person(number: u8) -> PersonId {
    PersonId::new(0, [number; 10])
}

fn journey() -> Journey {
    Journey {
        date_of_birth: date(1988, 3, 27),
        age: 38,
        minor: false,
        declaration: None,
        address: None,
        photo: PhotoState::None,
        proof: crate::board::ProofState::None,
        card: crate::board::CardState::None,
        clocks: Vec::new(),
        unread_messages: 0,
    }
}

fn board() -> Board {
    let somebody = |number| Person {
        id: person(number),
        name: Name::default(),
        relationship: Relationship::Other,
        journey: Some(journey()),
    };
    Board {
        household: Household {
            id: HouseholdId::new(0, [0; 10]),
            application_number: "E001234567".into(),
            applied_on: date(2025, 1, 2),
            state: HouseholdState::Active,
        },
        account: AccountId::new(0, [0; 10]),
        me: person(1),
        people: vec![somebody(1), somebody(2)],
        at: Timestamp::UNIX_EPOCH,
        today: date(2026, 11, 23),
    }
}

fn of(board: &mut Board, number: usize) -> &mut Journey {
    board.people[number - 1].journey.as_mut().expect("a journey")
}

/// An address that was given, in the form in which a board has it.
fn given(open: bool) -> GivenAddress {
    let form = serde_json::json!({
        "mailing": Address::default(), "residential": null, "on": "2026-11-20", "open": open,
    });
    serde_json::from_value(form).expect("an address")
}

fn returned() -> PhotoState {
    PhotoState::Returned {
        photo: PhotoId::new(0, [1; 10]),
        on: date(2026, 11, 20),
        reasons: vec![Reason::Blurred],
        note_en: String::new(),
        note_fr: String::new(),
        earlier: Vec::new(),
    }
}

fn row(what: What, stuck: Option<Problem>) -> Waiting {
    Waiting {
        id: IdempotencyKey::new(0, [1; 10]),
        what,
        queued_at: Timestamp::UNIX_EPOCH,
        text: None,
        may_have_arrived: false,
        mended: false,
        state: stuck.map_or(WaitingState::Behind, |problem| WaitingState::Stuck { problem }),
    }
}

#[test]
fn the_first_fact_that_counts_decides() {
    let mut board = board();
    let mut outbox = Outbox::default();
    let stand = |board: &Board, outbox: &Outbox, content, elsewhere: Option<Theirs>| {
        let people = [person(1)];
        let page = DraftKey::Photo { person: person(1) };
        let got = &[];
        Facts { page, people: &people, content, board, outbox, got, elsewhere }.standing()
    };
    let unseen = || Some(Theirs::Unseen);
    assert_eq!(stand(&board, &outbox, Content::Nothing, None), Standing::Empty);
    of(&mut board, 1).photo = returned();
    let came_back = Standing::Returned { reasons: vec![Reason::Blurred] };
    assert_eq!(stand(&board, &outbox, Content::Nothing, None), came_back);
    assert_eq!(stand(&board, &outbox, Content::Begun, None), Standing::Edited);
    assert_eq!(stand(&board, &outbox, Content::Holds, None), Standing::Ready);
    let problem = Problem::new(Code::PhotoTooSmall);
    outbox.waiting = vec![row(What::Photo { person: person(1) }, Some(problem.clone()))];
    let stuck = Standing::Stuck { problem };
    assert_eq!(stand(&board, &outbox, Content::Holds, None), stuck);
    let conflict = Standing::Conflict { theirs: Theirs::Unseen };
    assert_eq!(stand(&board, &outbox, Content::Holds, unseen()), conflict);
    outbox.waiting[0].mended = true;
    assert_eq!(stand(&board, &outbox, Content::Begun, None), Standing::Edited, "typed since");
    outbox.waiting = vec![row(What::Photo { person: person(1) }, None)];
    assert_eq!(stand(&board, &outbox, Content::Holds, unseen()), Standing::Queued);
    let (photo, on) = (PhotoId::new(0, [2; 10]), date(2026, 11, 22));
    of(&mut board, 1).photo = PhotoState::Accepted { photo, on };
    let sent = Standing::Sent { word: Word::Board(on), open: false };
    assert_eq!(stand(&board, &outbox, Content::Holds, unseen()), sent, "for good");
    // What waits for somebody else is theirs.
    of(&mut board, 1).photo = PhotoState::None;
    outbox.waiting = vec![row(What::Photo { person: person(2) }, None)];
    assert_eq!(stand(&board, &outbox, Content::Nothing, None), Standing::Empty);
}

#[test]
fn an_address_stands_for_each_and_for_everyone() {
    let mut board = board();
    of(&mut board, 1).address = Some(given(true));
    let outbox = Outbox {
        waiting: vec![row(What::Address { people: vec![person(2)] }, None)],
        sent: vec![],
    };
    let stand = |board: &Board, people: &[PersonId]| {
        let (page, content, got) = (DraftKey::Address, Content::Nothing, &[]);
        Facts { page, people, content, board, outbox: &outbox, got, elsewhere: None }
            .standing()
            .offer()
    };
    let both = [person(1), person(2)];
    assert_eq!(stand(&board, &both[..1]), Offer::Change);
    assert_eq!(stand(&board, &both[1..]), Offer::Wait);
    assert_eq!(stand(&board, &both), Offer::Wait, "one draft for everyone");
    of(&mut board, 1).address = Some(given(false));
    assert_eq!(stand(&board, &both[..1]), Offer::Nothing, "the card is made");
}

#[test]
fn a_receipt_counts_until_the_board_is_newer() {
    let mut board = board();
    let at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_secs(5);
    let receipt = Receipt { reference: "A".into(), at };
    let got = [Got { page: DraftKey::Address, people: vec![person(1)], receipt: receipt.clone() }];
    let outbox = Outbox {
        waiting: Vec::new(),
        sent: vec![Sent {
            id: IdempotencyKey::new(0, [7; 10]),
            what: What::Photo { person: person(2) },
            reference: "B".into(),
            at,
        }],
    };
    let stand = |board: &Board, page, people: &[PersonId]| {
        let content = Content::Nothing;
        Facts { page, people, content, board, outbox: &outbox, got: &got, elsewhere: None }
            .standing()
    };
    let photo = DraftKey::Photo { person: person(2) };
    let word = Word::Receipt(receipt);
    let sent = Standing::Sent { word, open: true };
    assert_eq!(stand(&board, DraftKey::Address, &[person(1)]), sent);
    assert_eq!(stand(&board, DraftKey::Address, &[person(1), person(2)]), Standing::Empty);
    assert_eq!(stand(&board, photo, &[person(2)]).offer(), Offer::Nothing);
    board.at = at;
    assert_eq!(stand(&board, DraftKey::Address, &[person(1)]), Standing::Empty);
    of(&mut board, 2).photo = returned();
    assert_eq!(stand(&board, photo, &[person(2)]).offer(), Offer::Replace, "it came back since");
}

#[test]
fn what_was_typed_is_nothing_begun_or_holds() {
    let mut begun = Begun::default();
    let one = [person(1)];
    let photo = DraftKey::Photo { person: person(1) };
    assert_eq!(begun.content(photo, &one, &POLICY), Content::Nothing);
    begun.pictures = vec![PickedFor { person: person(1), prepared: false }];
    assert_eq!(begun.content(photo, &one, &POLICY), Content::Begun);
    let said = PhotoDraft { kind: Some(SourceKind::Scan), ..PhotoDraft::default() };
    begun.note(photo, Some(Draft::Photo(said)));
    assert_eq!(begun.content(photo, &one, &POLICY), Content::Begun);
    begun.pictures[0].prepared = true;
    assert_eq!(begun.content(photo, &one, &POLICY), Content::Holds);
    begun.note(photo, None);
    assert_eq!(begun.content(photo, &one, &POLICY), Content::Nothing, "with its picture");

    let mailing = Address {
        street: "12 Main St".into(),
        municipality: "Ottawa".into(),
        province: "ON".into(),
        postal_code: "K1A 0B1".into(),
        ..Address::default()
    };
    let mut address = AddressDraft { people: Some(vec![person(2)]), ..AddressDraft::default() };
    let mut content = |draft: &AddressDraft, people: &[PersonId]| {
        begun.note(DraftKey::Address, Some(Draft::Address(Box::new(draft.clone()))));
        begun.content(DraftKey::Address, people, &POLICY)
    };
    assert_eq!(content(&AddressDraft::default(), &[]), Content::Nothing);
    assert_eq!(content(&address, &one), Content::Nothing, "for somebody else");
    assert_eq!(content(&address, &[person(2)]), Content::Begun);
    address.mailing = mailing;
    assert_eq!(content(&address, &[person(2)]), Content::Holds);
    address.lives_elsewhere = true;
    assert_eq!(content(&address, &[]), Content::Begun);
    address.lives_elsewhere = false;
    address.people = Some(Vec::new());
    assert_eq!(content(&address, &[]), Content::Begun, "for nobody");
    address.people = None;
    assert_eq!(content(&address, &one), Content::Holds, "for everyone");

    let message = DraftKey::Message { person: person(1) };
    for (text, expected) in [
        (" \n", Content::Nothing),
        ("Hello", Content::Holds),
        (&"x".repeat(POLICY.message_chars + 1), Content::Begun),
    ] {
        let draft = MessageDraft { text: text.into(), key: None };
        begun.note(message, Some(Draft::Message(draft)));
        assert_eq!(begun.content(message, &one, &POLICY), expected);
    }
}

/// What crosses from the shell and the portal to the interface has this form.
#[test]
fn the_form_of_what_was_begun() {
    let draft = Draft::Message(MessageDraft { text: "Hello".into(), key: None });
    let key = DraftKey::Message { person: person(1) };
    let drafts = vec![KeptDraft { key, draft }];
    let id = person(1).to_string();
    let form = serde_json::json!([{
        "key": { "page": "message", "person": id },
        "draft": { "page": "message", "text": "Hello" },
    }]);
    let kept = serde_json::to_value(KeptDrafts { drafts: drafts.clone() }).expect("JSON");
    assert_eq!(kept, serde_json::json!({ "drafts": form }));
    let pictures = vec![PickedFor { person: person(1), prepared: true }];
    let begun = serde_json::to_value(Begun { drafts, pictures }).expect("JSON");
    let picture = serde_json::json!({ "person": id, "prepared": true });
    assert_eq!(begun, serde_json::json!({ "drafts": form, "pictures": [picture] }));
}
