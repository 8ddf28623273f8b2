//! The board, the declaration and the address.

use crate::support::{ADDRESS, TestPortal, declaration};
use contract::board::{Board, CardState, ClockKind, HouseholdState};
use contract::receipt::Receipt;
use jiff::civil::date;
use portal::officer;
use serde_json::{Value, json};

#[tokio::test]
async fn a_board_at_hand_is_not_sent_again_until_something_changes() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ask = async |tag: &str| {
        let call = portal.get("/household", &[]).bearer(&family.token);
        call.header("If-None-Match", tag).send().await
    };
    let first = portal.get("/household", &[]).bearer(&family.token).send().await;
    let tag = first.header("etag").to_owned();
    portal.clock.advance(60);
    let same = ask(&tag).await;
    assert_eq!((same.status, same.body.len()), (304, 0));
    assert_eq!(same.header("etag"), tag);
    portal.declare(&family.token, &family.ids()[..1]).await.granted::<Receipt>(201);
    let changed = ask(&tag).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.header("etag"), tag);
    // What is shown changes with the day, too.
    portal.clock.advance(20 * 60);
    let before = changed.header("etag").to_owned();
    assert_eq!(ask(&before).await.status, 304);
}

#[tokio::test]
async fn a_declaration_is_made_once_for_people_who_may_be_declared() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    let declare = async |body: &Value| {
        let call = portal.post("/declarations", &[]).bearer(&family.token);
        call.new_key().json(body).send().await
    };
    let reply = declare(&declaration(&[])).await;
    assert_eq!(reply, (422, "malformed"));
    assert_eq!(reply.fields(), [("people".to_owned(), "nobody_chosen".to_owned())]);
    let mut old = declaration(&ids);
    old["statement_version"] = json!("2025-01");
    assert_eq!(declare(&old).await, (409, "declaration_text_changed"));
    let stranger = "01a20515-4912-7095-89c6-e31e573900c3".parse().unwrap();
    assert_eq!(declare(&declaration(&[ids[0], stranger])).await, (404, "not_found"));
    assert_eq!(declare(&json!({"people": "everyone"})).await, (400, "malformed"));

    declare(&declaration(&ids[..2])).await.granted::<Receipt>(201);
    // One person who is declared refuses the whole, so nobody is declared by accident.
    assert_eq!(declare(&declaration(&ids[1..])).await, (409, "already_declared"));
    let board = portal.board(&family.token).await;
    let declared: Vec<bool> =
        board.acted_for().map(|(_, journey)| journey.declaration.is_some()).collect();
    assert_eq!(declared, [true, true, false, false]);
}

#[tokio::test]
async fn an_address_is_kept_in_its_normal_form_until_the_card_is_made() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let give = async |mailing: Value| {
        let call = portal.post("/addresses", &[]).bearer(&family.token).new_key();
        let body = json!({"people": [person], "mailing": mailing, "residential": null});
        call.json(&body).send().await
    };
    let typed = json!({"unit": "#4b", "street": " 1200  rue Saint-Denis", "municipality": "Montréal", "province": "qc", "postal_code": "h2x3j6"});
    give(typed.clone()).await.granted::<Receipt>(201);
    let board = portal.board(&family.token).await;
    let given = board.people[0].journey.clone().unwrap().address.unwrap();
    assert_eq!(given.mailing.label(), ["4b-1200 rue Saint-Denis", "Montréal QC  H2X 3J6"]);
    assert_eq!((given.open, given.on), (true, date(2026, 11, 22)));

    let mut wrong = typed.clone();
    wrong["postal_code"] = json!("M5V 2T6");
    let reply = give(wrong).await;
    assert_eq!(reply, (422, "malformed"));
    let expected = ("mailing.postal_code".to_owned(), "postal_code_province".to_owned());
    assert_eq!(reply.fields(), [expected]);

    portal.declare(&family.token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(&family.token, person, 40).await;
    officer::accept(portal.office(), photo).await.unwrap();
    let early = officer::card_made(portal.office(), person).await;
    assert!(early.is_err(), "an acceptance that can be undone makes no card");
    portal.clock.advance(10);
    officer::card_made(portal.office(), person).await.unwrap();
    assert_eq!(give(typed).await, (409, "address_closed"));
    let board = portal.board(&family.token).await;
    let given = board.people[0].journey.clone().unwrap().address.unwrap();
    assert!(!given.open);
}

#[tokio::test]
async fn a_stopped_household_is_shown_and_refuses_writes() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let office = portal.office();
    let ids = family.ids();
    officer::interview(office, "E001234567").await.unwrap();
    let refused = portal.declare(&family.token, &ids).await;
    assert_eq!(refused, (409, "household_interview"));
    let refused = portal.give_address(&family.token, &ids).await;
    assert_eq!(refused, (409, "household_interview"));
    let board = portal.board(&family.token).await;
    assert_eq!(board.household.state, HouseholdState::Interview);
    officer::go_on(office, "E001234567").await.unwrap();
    portal.declare(&family.token, &ids).await.granted::<Receipt>(201);
    officer::withdraw(office, "E001234567").await.unwrap();
    let refused = portal.give_address(&family.token, &ids).await;
    assert_eq!(refused, (409, "household_withdrawn"));
    let refused = portal
        .submit_arrived(&family.token, ids[0], &json!({"upload": ids[0], "sha256": ""}))
        .await;
    assert_eq!(refused, (409, "household_withdrawn"));
    assert!(officer::go_on(office, "E001234567").await.is_err());
    assert!(officer::proof(office, ids[0], date(2026, 11, 20)).await.is_err());
}

#[tokio::test]
async fn clocks_run_from_the_proof_and_end_in_having_to_apply() {
    let portal = TestPortal::start_with(|options| {
        options.policy.session_absolute_seconds = u32::MAX;
        options.policy.session_idle_seconds = u32::MAX;
    })
    .await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    portal.declare(&family.token, &ids).await.granted::<Receipt>(201);
    assert!(
        portal.board(&family.token).await.people[0].journey.as_ref().unwrap().clocks.is_empty()
    );
    officer::proof(portal.office(), ids[0], date(2026, 11, 1)).await.unwrap();
    let board = portal.board(&family.token).await;
    let clocks = |board: &Board| {
        let journey = board.people[0].journey.clone().unwrap();
        let clocks = journey.clocks.iter().map(|c| (c.kind, c.ends_on, c.days_left));
        clocks.collect::<Vec<_>>()
    };
    assert_eq!(
        clocks(&board),
        [
            (ClockKind::ProofDownload, date(2026, 12, 22), 30),
            (ClockKind::CardClaim, date(2027, 4, 30), 159),
        ]
    );
    // An address alone does not stop the claim's clock, and its zone is now that of Quebec.
    portal.give_address(&family.token, &ids).await.granted::<Receipt>(201);
    portal.clock.advance(159 * 86_400);
    assert_eq!(
        clocks(&portal.board(&family.token).await),
        [(ClockKind::CardClaim, date(2027, 4, 30), 0)]
    );
    portal.clock.advance(13 * 3600);
    let board = portal.board(&family.token).await;
    let journey = board.people[0].journey.clone().unwrap();
    assert_eq!(journey.card, CardState::MustApply);
    assert!(journey.clocks.is_empty());
    let mailing: Value = serde_json::from_str(ADDRESS).unwrap();
    let call = portal.post("/addresses", &[]).bearer(&family.token).new_key();
    let refused = call.json(&json!({"people": [ids[0]], "mailing": mailing})).send().await;
    assert_eq!(refused, (409, "address_closed"));
    let refused = portal.submit(&family.token, ids[0], 1).await;
    assert_eq!(refused, (409, "wrong_state"));
    // Whoever has no proof yet has no clock either.
    assert_eq!(board.people[1].journey.as_ref().unwrap().card, CardState::None);
}

#[tokio::test]
async fn a_photo_that_was_in_on_the_last_day_keeps_the_claim() {
    let portal = TestPortal::start_with(|options| {
        options.policy.session_absolute_seconds = u32::MAX;
        options.policy.session_idle_seconds = u32::MAX;
    })
    .await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], &family.token);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    officer::proof(portal.office(), person, date(2026, 11, 1)).await.unwrap();
    portal.give_address(token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(token, person, 9).await;
    let clocks = portal.board(token).await.people[0].journey.clone().unwrap().clocks;
    assert!(clocks.iter().all(|clock| clock.kind != ClockKind::CardClaim));
    portal.clock.advance(200 * 86_400);
    // Returned after the last day: it can still be replaced.
    let reasons = vec![contract::photo::Reason::Blurred];
    officer::return_photo(portal.office(), photo, reasons, "", "").await.unwrap();
    portal.clock.advance(10);
    portal.submitted(token, person, 11).await;
    let card = portal.board(token).await.people[0].journey.clone().unwrap().card;
    assert_eq!(card, CardState::None);
}
