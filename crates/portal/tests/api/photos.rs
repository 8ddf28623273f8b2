//! Photos: files that are no photo, submissions, decisions and their undoing.

use crate::support::{TestPortal, hex, picture};
use contract::board::PhotoState;
use contract::photo::{PhotoReceipt, Reason};
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use portal::officer;
use serde_json::{Value, json};
use std::path::Path;

fn objects(folder: &Path) -> usize {
    let pictures = folder.join("data/objects/pictures");
    std::fs::read_dir(pictures).map_or(0, Iterator::count)
}

#[tokio::test]
async fn what_is_no_acceptable_picture_is_refused_and_not_kept() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let heavy = {
        let mut file = picture(720, 1008, 1);
        file.resize(4 * 1024 * 1024 + 1, 0);
        file
    };
    let cut = {
        let mut file = picture(720, 1008, 1);
        file.truncate(file.len() / 2);
        file
    };
    for (file, status, code) in [
        (Vec::new(), 422, "photo_empty"),
        (b"holiday plans, not a picture".to_vec(), 422, "photo_wrong_format"),
        (cut, 422, "photo_unreadable"),
        (picture(500, 700, 1), 422, "photo_too_small"),
        (picture(2100, 2940, 1), 422, "photo_too_large"),
        (picture(1000, 1000, 1), 422, "photo_wrong_shape"),
        (heavy, 413, "photo_too_heavy"),
    ] {
        let reply = portal.upload(&family.token, person, file).await;
        assert_eq!(reply, (status, code));
    }
    let reply = portal.upload(&family.token, person, picture(300, 300, 1)).await;
    assert_eq!(reply, (422, "photo_too_small"));
    let both =
        ["photo_too_small", "photo_wrong_shape"].map(|code| ("photo".to_owned(), code.to_owned()));
    assert_eq!(reply.fields(), both);
    assert_eq!(objects(portal.folder.path()), 0);
}

#[tokio::test]
async fn a_photo_is_submitted_seen_and_cannot_be_submitted_twice() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[2], &family.token);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let file = picture(720, 1008, 77);
    let upload = portal.key();
    let first = portal.upload_as(token, person, &upload, file.clone()).await;
    let whole = json!({"upload": upload, "received": file.len(), "total": file.len()});
    assert_eq!(first.granted::<Value>(200), whole);
    // Sent again, it is there already.
    let again = portal.upload_as(token, person, &upload, file.clone()).await;
    assert_eq!(again.text(), first.text());
    assert_eq!(objects(portal.folder.path()), 1);
    let arrived = json!({"upload": upload, "sha256": hex(&file)});

    let mut other = arrived.clone();
    other["sha256"] = json!("00".repeat(32));
    let reply = portal.submit_arrived(token, person, &other).await;
    assert_eq!(reply, (409, "upload_missing"));
    other = arrived.clone();
    other["upload"] = json!(portal.key());
    let reply = portal.submit_arrived(token, person, &other).await;
    assert_eq!(reply, (409, "upload_missing"));

    let receipt: PhotoReceipt = portal.submit_arrived(token, person, &arrived).await.granted(201);
    let seen = portal.board(token).await.people[2].journey.clone().unwrap().photo;
    assert!(matches!(seen, PhotoState::Submitted { photo, .. } if photo == receipt.photo));
    let ids = [person.to_string(), receipt.photo.to_string()];
    let template = "/people/{person}/photos/{photo}/picture";
    let shown = portal.get(template, &[&ids[0], &ids[1]]).bearer(token).send().await;
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/png"));
    assert!(shown.body == file, "the bytes go through untouched");
    let of_another = family.ids()[1].to_string();
    let reply = portal.get(template, &[&of_another, &ids[1]]).bearer(token).send().await;
    assert_eq!(reply, (404, "not_found"));
    let reply = portal.submit(token, person, 78).await;
    assert_eq!(reply, (409, "photo_already_submitted"));
}

#[tokio::test]
async fn a_returned_picture_is_known_again_in_the_whole_household() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (ids, token) = (family.ids(), &family.token);
    portal.declare(token, &ids).await.granted::<Receipt>(201);
    let kept = portal.arrived(token, ids[1], picture(720, 1008, 5)).await;
    let photo = portal.submitted(token, ids[0], 5).await;
    officer::return_photo(portal.office(), photo, vec![Reason::NoFace], "", "").await.unwrap();
    // Not returned for anyone until that can no longer be undone.
    portal.arrived(token, ids[0], picture(720, 1008, 5)).await;
    portal.clock.advance(10);
    let reply = portal.upload(token, ids[0], picture(720, 1008, 5)).await;
    assert_eq!(reply, (422, "photo_already_returned"));
    let reply = portal.submit_arrived(token, ids[1], &kept).await;
    assert_eq!(reply, (422, "photo_already_returned"));
    portal.submitted(token, ids[0], 6).await;
}

#[tokio::test]
async fn a_decision_is_told_only_when_it_can_no_longer_be_undone() {
    let portal = TestPortal::start().await;
    let office = portal.office();
    let family = portal.signed_in().await;
    let (person, token) = (family.ids()[0], &family.token);
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(token, person, 9).await;
    let told = async || {
        let timeline: Timeline = portal
            .get("/people/{person}/timeline", &[&person.to_string()])
            .bearer(token)
            .send()
            .await
            .granted(200);
        timeline.entries[0].event.name()
    };
    let state = async || portal.board(token).await.people[0].journey.clone().unwrap().photo;

    officer::return_photo(office, photo, vec![Reason::Blurred], "", "").await.unwrap();
    assert!(officer::accept(office, photo).await.is_err(), "it is decided");
    assert!(officer::photos(office).await.unwrap().is_empty());
    portal.clock.advance(9);
    assert!(matches!(state().await, PhotoState::Submitted { .. }));
    assert_eq!(told().await, "photo_submitted");
    officer::undo(office, photo).await.unwrap();
    assert_eq!(officer::photos(office).await.unwrap().len(), 1);
    portal.clock.advance(60);
    assert!(matches!(state().await, PhotoState::Submitted { .. }));
    assert_eq!(told().await, "photo_submitted");
    assert!(officer::undo(office, photo).await.is_err(), "nothing to undo");

    officer::accept(office, photo).await.unwrap();
    portal.clock.advance(10);
    assert!(matches!(state().await, PhotoState::Accepted { .. }));
    assert_eq!(told().await, "photo_accepted");
    let late = officer::undo(office, photo).await.expect_err("it is too late");
    assert!(late.to_string().starts_with("wrong_state: "), "{late}");
    // The account, the password and the acceptance; nothing about what was undone.
    portal.mails(3).await;
}

#[tokio::test]
async fn a_return_needs_a_reason_and_notes_in_both_languages() {
    let portal = TestPortal::start().await;
    let office = portal.office();
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    portal.declare(&family.token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(&family.token, person, 9).await;
    let refused = officer::return_photo(office, photo, vec![], "", "").await;
    assert!(refused.unwrap_err().to_string().starts_with("required: "));
    let refused = officer::return_photo(office, photo, vec![Reason::TooOld], "Old.", " ").await;
    assert!(refused.unwrap_err().to_string().starts_with("required: "));
    assert_eq!(officer::photos(office).await.unwrap().len(), 1);
}

#[tokio::test]
async fn pictures_that_nothing_needs_are_gone_after_a_restart() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    portal.declare(&family.token, &[person]).await.granted::<Receipt>(201);
    portal.submitted(&family.token, person, 9).await;
    let folder = portal.stop().await;
    let stray = folder.path().join("data/objects/pictures/left-by-a-crash");
    std::fs::write(&stray, b"half a picture").unwrap();
    let portal = TestPortal::start_in(folder, |_| {}).await;
    assert!(!stray.exists());
    assert_eq!(objects(portal.folder.path()), 1);
}
