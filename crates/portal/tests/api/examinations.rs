//! The examination of what was submitted: what officers and senders see of it, when it is made and
//! when it goes.

use crate::support::{TestPortal, drawn, picture, pixels};
use contract::board::PhotoState;
use contract::examination::Examination;
use contract::id::PhotoId;
use contract::photo::Reason;
use contract::receipt::Receipt;
use portal::officer::{self, Verdict};
use portal::store::Standing;
use portrait::Portrait;
use rusqlite::Connection;
use std::path::Path;

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("data/portal.sqlite")).unwrap()
}

/// The warnings of an examination.
fn codes(report: &Examination) -> Vec<Reason> {
    report.findings.iter().map(|finding| finding.code).collect()
}

#[tokio::test]
async fn what_was_submitted_is_examined_and_its_officer_and_sender_see_what_was_seen() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], &family.token);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let too_near = drawn(&Portrait { head_height: 0.6, ..Portrait::default() });
    let photo = portal.submitted_file(token, person, too_near).await;

    let report = portal.examined(photo).await;
    assert_eq!((report.width, report.height), (715, 1000));
    assert!(codes(&report).contains(&Reason::HeadTooLarge), "{report:?}");
    let told: Examination = portal.examination(token, person, photo).await.granted(200);
    assert_eq!(told, report);

    let row = officer::photos(portal.office()).await.unwrap().remove(0);
    assert!(row.examination.to_string().contains(": head_too_large"), "{}", row.examination);
    let json = serde_json::to_value(&row).unwrap();
    assert_eq!(json["examination"]["state"], "examined");
    assert_eq!(json["examination"]["findings"], serde_json::to_value(&report.findings).unwrap());
    let text = officer::photo_report(portal.office(), photo).await.unwrap().to_string();
    let large = text.lines().find(|line| line.contains("head_too_large:")).unwrap();
    assert!(large.contains(" percent, ") && large.ends_with(" is needed"), "{text}");
    assert!(text.contains("\n  head_height  "), "{text}");
}

#[tokio::test]
async fn what_was_not_examined_before_the_portal_ended_is_examined_after_it_starts() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], family.token.clone());
    portal.declare(&token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(&token, person, 9).await;
    let before = portal.examined(photo).await;
    let folder = portal.stop().await;
    // As if it had been killed in the middle of the examination.
    let begun = "UPDATE examinations SET report = NULL, likeness = NULL, version = NULL";
    assert_eq!(database(folder.path()).execute(begun, []).unwrap(), 1);
    let portal = TestPortal::start_in(folder, |_| {}).await;
    assert_eq!(portal.examined(photo).await, before);
    // As if it had been killed before the examination.
    let folder = portal.stop().await;
    assert_eq!(database(folder.path()).execute("DELETE FROM examinations", []).unwrap(), 1);
    let portal = TestPortal::start_in(folder, |_| {}).await;
    assert_eq!(portal.examined(photo).await, before);
}

#[tokio::test]
async fn a_photo_that_cannot_be_examined_keeps_nobody_from_deciding() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], family.token.clone());
    portal.declare(&token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(&token, person, 9).await;
    portal.examined(photo).await;
    let folder = portal.stop().await;
    for object in std::fs::read_dir(folder.path().join("data/objects/pictures")).unwrap() {
        std::fs::write(object.unwrap().path(), "damaged").unwrap();
    }
    database(folder.path()).execute("DELETE FROM examinations", []).unwrap();
    let portal = TestPortal::start_in(folder, |_| {}).await;
    let standing = portal.judged(photo).await;
    assert!(matches!(standing, Standing::Failed { .. }), "{standing:?}");
    let rows = officer::photos(portal.office()).await.unwrap();
    let Verdict::Failed { reason, .. } = &rows[0].examination else { panic!("{rows:?}") };
    assert_eq!(rows[0].examination.to_string(), format!("examination failed: {reason}"));
    let reply = portal.examination(&token, person, photo).await;
    assert_eq!(reply, (404, "not_found"));
    officer::accept(portal.office(), photo).await.unwrap();
}

#[tokio::test]
async fn every_returned_photo_is_told_and_none_can_be_sent_again() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], &family.token);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let files = [1, 2].map(|shade| picture(720, 1008, shade));
    let returned = async |photo: PhotoId| {
        officer::return_photo(portal.office(), photo, vec![Reason::Blurred], "", "").await.unwrap();
        let likeness = portal.examined(photo).await.likeness;
        portal.clock.advance(10);
        likeness
    };
    let mut expected = Vec::new();
    for file in &files {
        let photo = portal.submitted_file(token, person, file.clone()).await;
        expected.insert(0, (pixels(file), returned(photo).await));
    }
    let state = portal.board(token).await.people[0].journey.clone().unwrap().photo;
    let PhotoState::Returned { earlier, .. } = state else { panic!("not returned: {state:?}") };
    let told: Vec<_> =
        earlier.into_iter().map(|photo| (photo.pixels_sha256, photo.likeness)).collect();
    assert_eq!(told, expected, "the latest first");
    for file in files {
        let reply = portal.upload(token, person, file).await;
        assert_eq!(reply, (422, "photo_already_returned"));
    }
}

#[tokio::test]
async fn a_photo_is_compared_with_returned_ones_and_with_those_of_others() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (ids, token) = (family.ids(), &family.token);
    portal.declare(token, &ids[..3]).await.granted::<Receipt>(201);
    let portrait = Portrait::default();
    let first = portal.submitted_file(token, ids[0], drawn(&portrait)).await;
    let alone = codes(&portal.examined(first).await);
    let repeats = [Reason::ResemblesReturned, Reason::UsedForAnother];
    assert!(!alone.iter().any(|code| repeats.contains(code)), "{alone:?}");

    officer::return_photo(portal.office(), first, vec![Reason::TooDark], "", "").await.unwrap();
    portal.clock.advance(10);
    // The same photograph, but for its light.
    let mut lit = portrait.clone();
    lit.light.stops -= 0.15;
    let again = portal.submitted_file(token, ids[0], drawn(&lit)).await;
    let found = codes(&portal.examined(again).await);
    assert!(found.contains(&Reason::ResemblesReturned), "{found:?}");
    assert!(!found.contains(&Reason::UsedForAnother), "{found:?}");
    let of_another = portal.submitted_file(token, ids[2], drawn(&lit)).await;
    let found = codes(&portal.examined(of_another).await);
    assert!(found.contains(&Reason::UsedForAnother), "{found:?}");
    assert!(!found.contains(&Reason::ResemblesReturned), "{found:?}");
    // Another one's photo is no business of whoever may sign in for this one.
    let reply = portal.examination(token, ids[2], of_another).await;
    let told = codes(&reply.granted::<Examination>(200));
    let others: Vec<Reason> =
        found.into_iter().filter(|code| *code != Reason::UsedForAnother).collect();
    assert_eq!(told, others);
}
