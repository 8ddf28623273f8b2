//! News: each piece once, on whatever start of the app, and nothing of the past or of somebody else's;
//! and the board that is asked for in the background.

use crate::household::board;
use crate::portal::{Portal, person, signed_in};
use applicant::{Applicant, MemorySecrets};
use contract::Code;
use contract::board::{Board, Clock, ClockKind, PhotoState};
use contract::id::PhotoId;
use contract::news::{News, WhatIsNew};
use contract::policy::Policy;
use jiff::civil::date;
use std::sync::Arc;
use std::time::Duration;

/// A household of two acted for, in which a photo of the second was returned so often.
fn returned(times: u8) -> Board {
    let mut board = board(false);
    let journey = board.people[1].journey.as_mut().expect("acted for");
    if times > 0 {
        journey.photo = PhotoState::Returned {
            photo: PhotoId::new(1, [times; 10]),
            on: board.today,
            reasons: Vec::new(),
            note_en: "Stand away from the wall.".to_owned(),
            note_fr: String::new(),
            earlier: Vec::new(),
        };
    }
    board
}

fn news_of(number: u8, what: WhatIsNew) -> News {
    News { what, person: person(number) }
}

/// What is new now, without waiting for more.
async fn news(app: &Applicant) -> Vec<News> {
    tokio::time::timeout(Duration::from_millis(20), app.next_news()).await.unwrap_or_default()
}

async fn reads(portal: &Portal, app: &Applicant, board: &Board) {
    portal.replies("200 OK", board);
    app.board(true).await.expect("a board");
}

#[tokio::test]
async fn a_returned_photo_is_told_once_and_not_again_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let (portal, secrets) = (Portal::new().await, Arc::<MemorySecrets>::default());
    let app = portal.applicant(folder.path(), &secrets);
    portal.lets_in(&app, "session-token", None).await;
    reads(&portal, &app, &returned(1)).await;
    assert_eq!(news(&app).await, [], "it was returned before this device was here");
    reads(&portal, &app, &returned(2)).await;
    assert_eq!(news(&app).await, [news_of(2, WhatIsNew::PhotoReturned)]);
    reads(&portal, &app, &returned(2)).await;
    assert_eq!(news(&app).await, []);
    drop(app);

    let app = portal.applicant(folder.path(), &secrets);
    reads(&portal, &app, &returned(2)).await;
    assert_eq!(news(&app).await, [], "it was told before the restart");
    // What came about in between is told, also where the board itself is known already.
    reads(&portal, &app, &returned(3)).await;
    assert_eq!(news(&app).await, [news_of(2, WhatIsNew::PhotoReturned)]);
}

#[tokio::test]
async fn of_two_windows_one_tells() {
    let folder = tempfile::tempdir().expect("a folder");
    let (portal, secrets) = (Portal::new().await, Arc::<MemorySecrets>::default());
    let one = portal.applicant(folder.path(), &secrets);
    portal.lets_in(&one, "session-token", None).await;
    let other = portal.applicant(folder.path(), &secrets);
    reads(&portal, &one, &returned(0)).await;
    reads(&portal, &one, &returned(1)).await;
    reads(&portal, &other, &returned(1)).await;
    assert_eq!(news(&one).await.len(), 1);
    assert_eq!(news(&other).await, []);
}

#[tokio::test]
async fn nothing_is_told_of_whom_one_no_longer_acts_for() {
    let (_folder, portal, app) = signed_in().await;
    reads(&portal, &app, &returned(0)).await;
    reads(&portal, &app, &returned(1)).await;
    // Nobody took it yet when the own account took effect.
    reads(&portal, &app, &board(true)).await;
    assert_eq!(news(&app).await, []);
    // Acted for again, whatever is there was there before.
    reads(&portal, &app, &returned(1)).await;
    assert_eq!(news(&app).await, []);
}

#[tokio::test]
async fn what_was_not_taken_ends_with_the_session() {
    let (_folder, portal, app) = signed_in().await;
    reads(&portal, &app, &returned(0)).await;
    reads(&portal, &app, &returned(1)).await;
    portal.has_nothing_to_say();
    app.sign_out().await.expect("signed out");
    assert_eq!(news(&app).await, []);
}

#[tokio::test]
async fn a_message_and_a_clock_are_told_too() {
    let (_folder, portal, app) = signed_in().await;
    reads(&portal, &app, &returned(0)).await;
    let mut next = returned(0);
    let journey = next.people[0].journey.as_mut().expect("acted for");
    journey.unread_messages = 1;
    let ends_on = date(2026, 11, 30);
    journey.clocks = vec![Clock { kind: ClockKind::ProofDownload, ends_on, days_left: 7 }];
    reads(&portal, &app, &next).await;
    let mut told = news(&app).await;
    told.sort_by_key(|news| news.what);
    let expected = [news_of(1, WhatIsNew::ClockRunsOut), news_of(1, WhatIsNew::Message)];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn the_board_is_asked_for_in_the_background_while_somebody_is_signed_in() {
    let (_folder, portal, app) = signed_in().await;
    let app = Arc::new(app);
    let runs = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.run_refresh(Some(1)).await }
    });
    portal.replies("200 OK", &returned(0));
    until(|| portal.seen() > 0).await;
    let calls = portal.calls();
    assert_eq!(calls[0].line(), "GET /api/v1/household");
    assert!(calls[0].header("landed-background").is_some(), "it is nobody's use of the session");
    portal.has_nothing_to_say();
    app.sign_out().await.expect("signed out");
    portal.calls();
    tokio::time::sleep(Duration::from_millis(1800)).await;
    let asked: Vec<String> = portal.calls().iter().map(|call| call.line().to_owned()).collect();
    assert_eq!(asked, Vec::<String>::new(), "nobody is signed in");

    portal.lets_in(&app, "another-token", None).await;
    portal.calls();
    portal.replies("200 OK", &returned(1));
    until(|| portal.seen() > 0).await;
    runs.abort();
}

#[tokio::test]
async fn a_portal_that_wants_to_be_left_alone_is_left_alone_on_nobodys_word() {
    let (_folder, portal, app) = signed_in().await;
    reads(&portal, &app, &returned(0)).await;
    let seconds = Policy::PROGRAMME.refresh_seconds;
    portal.says(
        &format!("503 Service Unavailable\r\nretry-after: {seconds}"),
        "application/problem+json",
        &serde_json::to_string(&contract::Problem::new(Code::Unavailable)).expect("JSON"),
    );
    assert!(app.board(true).await.expect("the kept one").stale.is_some());
    portal.calls();
    assert!(app.board(true).await.expect("the kept one").stale.is_some());
    assert_eq!(portal.calls().len(), 0, "it was not asked");
    portal.replies("200 OK", &returned(1));
    let fresh = app.board(false).await.expect("a board");
    assert_eq!(fresh.stale, None, "its reader asked");
    assert_eq!(news(&app).await.len(), 1);
}

async fn until(mut look: impl FnMut() -> bool) {
    for _ in 0..200 {
        if look() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(look(), "it did not come about");
}
