//! Somebody of the household gets an own account: nothing of theirs stays on the principal's device.

use crate::portal::{person, signed_in};
use contract::Code;
use contract::ask::Ask;
use contract::board::{
    Board, CardState, Household, HouseholdState, Journey, Name, Person, PhotoState, ProofState,
    Relationship,
};
use contract::draft::{AddressDraft, DeclarationDraft, Draft, DraftKey, MessageDraft, PhotoDraft};
use contract::id::HouseholdId;
use contract::message::{ShowMessages, Thread};
use contract::timeline::{Event, Timeline, TimelineEntry};
use jiff::civil::date;

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

/// A household of two, of whom the second has an own account or not.
pub(crate) fn board(own_account: bool) -> Board {
    let person = |number, relationship, acted_for: bool| Person {
        id: person(number),
        name: Name { given: "Wei".to_owned(), family: "Chen".to_owned() },
        relationship,
        journey: acted_for.then(journey),
    };
    Board {
        household: Household {
            id: HouseholdId::new(1, [0; 10]),
            application_number: "E001234567".to_owned(),
            applied_on: date(2025, 1, 2),
            state: HouseholdState::Active,
        },
        account: crate::portal::account(1),
        me: person(1, Relationship::Principal, true).id,
        people: vec![
            person(1, Relationship::Principal, true),
            person(2, Relationship::Spouse, !own_account),
        ],
        at: "2026-11-23T12:00:00Z".parse().expect("a time"),
        today: date(2026, 11, 23),
    }
}

fn of(number: u8) -> [(DraftKey, Draft); 2] {
    let person = person(number);
    let text = "to the officer".to_owned();
    [
        (DraftKey::Photo { person }, Draft::Photo(PhotoDraft::default())),
        (DraftKey::Message { person }, Draft::Message(MessageDraft { text, key: None })),
    ]
}

#[tokio::test]
async fn the_next_board_takes_all_that_is_kept_of_them() {
    let (folder, portal, app) = signed_in().await;
    let aside = folder.path().join("set-aside-2026-11-01-120000-001-landed.sqlite");
    std::fs::write(&aside, "what could not be read any more").expect("written");
    portal.replies("200 OK", &board(false));
    app.board(false).await.expect("a board");
    assert!(aside.exists(), "it is about nobody else");
    for (key, draft) in of(1).into_iter().chain(of(2)) {
        app.save_draft(key, draft).await.expect("kept");
    }
    let both = vec![person(1), person(2)];
    let declared = Draft::Declaration(DeclarationDraft { people: both });
    app.save_draft(DraftKey::Declaration, declared).await.expect("kept");
    let address = AddressDraft { people: Some(vec![person(2)]), ..AddressDraft::default() };
    app.save_draft(DraftKey::Address, Draft::Address(Box::new(address))).await.expect("kept");
    let entry = TimelineEntry {
        at: board(false).at,
        on: date(2026, 11, 23),
        event: Event::AccountOpened,
        next_by: None,
    };
    for number in [1, 2] {
        portal.replies("200 OK", &Timeline { entries: vec![entry.clone()] });
        app.timeline(person(number)).await.expect("a timeline");
    }

    portal.replies("200 OK", &board(true));
    app.board(true).await.expect("a board");
    assert!(!aside.exists(), "nobody can tell about whom it is");
    for (key, draft) in of(1) {
        assert_eq!(app.load_draft(key).await, Ok(Some(draft)), "the principal's own stays");
    }
    for (key, _) in of(2) {
        assert_eq!(app.load_draft(key).await, Ok(None));
    }
    let left = Draft::Declaration(DeclarationDraft { people: vec![person(1)] });
    assert_eq!(app.load_draft(DraftKey::Declaration).await, Ok(Some(left)));
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(None), "it was for them alone");
    // The portal is away: what was seen before stands in.
    assert!(app.timeline(person(1)).await.is_ok());
    let gone = app.timeline(person(2)).await.expect_err("nothing stands in");
    assert_eq!(gone.code, Code::PortalUnreachable);

    // What a page still held of them is not kept once more.
    for (key, draft) in of(2) {
        let refused = app.save_draft(key, draft).await.expect_err("somebody else's");
        assert_eq!(refused.code, Code::NotFound);
    }
    let refused = app.keep_photo(person(2), "me.jpg".to_owned(), vec![1]).await;
    assert_eq!(refused.map_err(|problem| problem.code), Err(Code::NotFound));

    // An officer undoes it.
    portal.replies("200 OK", &board(false));
    app.board(false).await.expect("a board");
    for (key, draft) in of(2) {
        app.save_draft(key, draft).await.expect("kept again");
    }
}

#[tokio::test]
async fn an_unchanged_board_takes_what_came_after_it() {
    let (_folder, portal, app) = signed_in().await;
    // Typed before the first board of this start said whose business it is.
    for (key, draft) in of(2) {
        app.save_draft(key, draft).await.expect("kept");
    }
    portal.replies("200 OK", &board(true));
    app.board(false).await.expect("a board");
    for (key, _) in of(2) {
        assert_eq!(app.load_draft(key).await, Ok(None));
    }
    portal.says("304 Not Modified", "", "");
    assert!(app.board(false).await.expect("a board").board == board(true));
    let (key, draft) = of(2)[1].clone();
    assert_eq!(app.save_draft(key, draft).await.map_err(|it| it.code), Err(Code::NotFound));
}

#[tokio::test]
async fn everything_is_read_along_with_a_board_that_changed_and_stays_to_be_read_offline() {
    let (_folder, portal, app) = signed_in().await;
    portal.replies("200 OK", &board(true));
    app.board(false).await.expect("a board");
    portal.calls();
    let timeline = Timeline {
        entries: vec![TimelineEntry {
            at: board(true).at,
            on: date(2026, 11, 23),
            event: Event::AccountOpened,
            next_by: None,
        }],
    };
    let thread = Thread { messages: Vec::new(), open: true };
    portal.replies("200 OK", &timeline);
    portal.replies("200 OK", &thread);
    app.keep_up().await;
    let calls = portal.calls();
    let me = person(1);
    let lines: Vec<&str> = calls.iter().map(|call| call.line()).collect();
    assert_eq!(
        lines,
        [format!("GET /api/v1/people/{me}/timeline"), format!("GET /api/v1/people/{me}/messages")],
        "of those for whom the account acts"
    );
    assert!(calls.iter().all(|call| call.header("landed-background").is_some()), "{calls:?}");
    app.keep_up().await;
    assert!(portal.calls().is_empty(), "nothing changed since");

    // The portal is away.
    assert_eq!(app.timeline(me).await, Ok(timeline));
    let shown = app.ask(Ask::from(ShowMessages { person: me })).await;
    assert_eq!(shown, Ok(serde_json::to_value(&thread).expect("JSON")));
}

#[tokio::test]
async fn what_was_broken_off_is_read_with_the_next_board() {
    let (_folder, portal, app) = signed_in().await;
    portal.replies("200 OK", &board(true));
    app.board(false).await.expect("a board");
    portal.calls();
    app.keep_up().await;
    assert_eq!(portal.calls().len(), 1, "no more is asked of a portal that does not answer");
    portal.replies("200 OK", &Timeline { entries: Vec::new() });
    portal.replies("200 OK", &Thread { messages: Vec::new(), open: true });
    app.keep_up().await;
    assert_eq!(portal.calls().len(), 2);
    app.keep_up().await;
    assert_eq!(portal.calls().len(), 0);
}
