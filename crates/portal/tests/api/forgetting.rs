//! Pictures that go by themselves, because nobody needs them any more.

use crate::support::{PASSWORD, TestPortal, hex, picture};
use contract::id::PhotoId;
use contract::photo::Reason;
use contract::receipt::Receipt;
use jiff::{SignedDuration, Timestamp};
use portal::clock::{Clock as _, SetClock};
use portal::officer;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

fn objects(folder: &Path) -> usize {
    std::fs::read_dir(folder.join("data/objects/pictures")).map_or(0, Iterator::count)
}

/// Waits until so many pictures are left, as they are removed after the start.
async fn left(portal: &TestPortal, count: usize) {
    for _ in 0..500 {
        if objects(portal.folder.path()) == count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(objects(portal.folder.path()), count);
}

/// The same portal so many days later.
async fn restarted(folder: TempDir, now: Timestamp, days: i64) -> TestPortal {
    let later = now.checked_add(SignedDuration::from_hours(24 * days)).unwrap();
    TestPortal::start_in(folder, |options| options.clock = Arc::new(SetClock::at(later))).await
}

#[tokio::test]
async fn bytes_that_were_never_submitted_go_after_a_day() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (ids, token) = (family.ids(), &family.token);
    portal.declare(token, &ids[..1]).await.granted::<Receipt>(201);
    portal.arrived(token, ids[1], picture(720, 1008, 1)).await;
    // Half a picture of somebody else.
    let half = picture(720, 1008, 3);
    let reply = portal.chunk(token, ids[2], &portal.key(), &half, 0..half.len() / 2).await;
    reply.granted::<Value>(200);
    // Sent again after the submission, because its reply was lost on the way.
    let upload = portal.key();
    let file = picture(720, 1008, 2);
    let arrived = json!({"upload": upload, "sha256": hex(&file)});
    portal.upload_as(token, ids[0], &upload, file.clone()).await.granted::<Value>(200);
    portal.submit_arrived(token, ids[0], &arrived).await.granted::<Value>(201);
    portal.upload_as(token, ids[0], &upload, file).await.granted::<Value>(200);
    assert_eq!(objects(portal.folder.path()), 4);
    let now = portal.clock.now();
    let portal = restarted(portal.stop().await, now, 1).await;
    left(&portal, 1).await;
    assert_eq!(officer::photos(portal.office()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_returned_picture_goes_90_days_after_the_household_closed() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (ids, token) = (family.ids(), &family.token);
    let office = portal.office();
    portal.declare(token, &ids).await.granted::<Receipt>(201);
    portal.give_address(token, &ids).await.granted::<Receipt>(201);
    let returned: PhotoId = portal.submitted(token, ids[0], 1).await;
    officer::return_photo(office, returned, vec![Reason::Blurred], "", "").await.unwrap();
    portal.clock.advance(10);
    let mut accepted = Vec::new();
    for (shade, person) in (2..).zip(&ids) {
        accepted.push(portal.submitted(token, *person, shade).await);
    }
    for photo in &accepted {
        officer::accept(office, *photo).await.unwrap();
    }
    portal.clock.advance(10);
    for person in &ids {
        officer::card_made(office, *person).await.unwrap();
        officer::card_mailed(office, *person).await.unwrap();
    }
    assert_eq!(objects(portal.folder.path()), ids.len() + 1);
    let now = portal.clock.now();
    let portal = restarted(portal.stop().await, now, 90).await;
    left(&portal, ids.len()).await;
    let token = portal
        .post("/sessions", &[])
        .json(&json!({"username": family.username, "password": PASSWORD}))
        .send()
        .await
        .token(201);
    let shown = async |photo: PhotoId| {
        let path = [ids[0].to_string(), photo.to_string()];
        let template = "/people/{person}/photos/{photo}/picture";
        portal.get(template, &[&path[0], &path[1]]).bearer(&token).send().await
    };
    assert_eq!(shown(returned).await, (404, "not_found"));
    assert_eq!(shown(accepted[0]).await.status, 200);
}
