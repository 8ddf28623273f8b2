//! Writes that are sent twice.

use crate::support::{ADDRESS, TestPortal, declaration};
use contract::id::PersonId;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use serde_json::{Value, json};

#[tokio::test]
async fn the_same_write_is_made_once_and_answered_alike() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    let key = portal.key();
    let declare = async |key: &str, people: &[PersonId]| {
        let call = portal.post("/declarations", &[]).bearer(&family.token);
        call.key(key).json(&declaration(people)).send().await
    };
    let first = declare(&key, &ids[..1]).await;
    let receipt: Receipt = first.granted(201);
    portal.clock.advance(60);
    let again = declare(&key, &ids[..1]).await;
    assert_eq!((again.status, again.text()), (201, first.text()));
    // The first write stands: another key is another write.
    assert_eq!(declare(&portal.key(), &ids[..1]).await, (409, "already_declared"));
    assert_eq!(declare(&key, &ids[..2]).await, (422, "idempotency_mismatch"));
    let board = portal.board(&family.token).await;
    let declared = board.people[0].journey.clone().unwrap().declaration.unwrap();
    assert_eq!((declared.reference, declared.at), (receipt.reference, receipt.at));
    assert!(board.people[1].journey.as_ref().unwrap().declaration.is_none());
    // The same key on another route is another write.
    let mailing: Value = serde_json::from_str(ADDRESS).unwrap();
    let body = json!({"people": [ids[0]], "mailing": mailing});
    let call = portal.post("/addresses", &[]).bearer(&family.token).key(&key);
    call.json(&body).send().await.granted::<Receipt>(201);
}

#[tokio::test]
async fn an_address_that_is_repeated_is_one_version() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let mailing: Value = serde_json::from_str(ADDRESS).unwrap();
    let body = json!({"people": [person], "mailing": mailing});
    let key = portal.key();
    let give = || {
        let call = portal.post("/addresses", &[]).bearer(&family.token);
        call.key(&key).json(&body).send()
    };
    let (a, b, c) = tokio::join!(give(), give(), give());
    assert_eq!((a.status, b.status, c.status), (201, 201, 201));
    assert!(a.text() == b.text() && b.text() == c.text());
    let timeline: Timeline = portal
        .get("/people/{person}/timeline", &[&person.to_string()])
        .bearer(&family.token)
        .send()
        .await
        .granted(200);
    let given = timeline.entries.iter().filter(|entry| entry.event.name() == "address_given");
    assert_eq!(given.count(), 1);
    assert!(timeline.entries.iter().all(|entry| entry.event.name() != "address_changed"));
}

#[tokio::test]
async fn a_refused_write_is_judged_anew() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let key = portal.key();
    let submit = async |upload: &Value| {
        let body = json!({"upload": upload["upload"], "sha256": upload["sha256"], "kind": "scan"});
        let call = portal.post("/people/{person}/photos", &[&person.to_string()]);
        call.bearer(&family.token).key(&key).json(&body).send().await
    };
    let picture = crate::support::picture(720, 1008, 3);
    let arrived = portal.arrived(&family.token, person, picture).await;
    assert_eq!(submit(&arrived).await, (409, "declaration_missing"));
    portal.declare(&family.token, &[person]).await.granted::<Receipt>(201);
    let first = submit(&arrived).await;
    assert_eq!(first.status, 201);
    assert_eq!(submit(&arrived).await.text(), first.text());
}

#[tokio::test]
async fn a_write_without_a_proper_key_is_not_made() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let body = declaration(&[person]);
    let call = || portal.post("/declarations", &[]).bearer(&family.token).json(&body);
    let reply = call().send().await;
    assert_eq!(reply, (400, "malformed"));
    assert_eq!(reply.fields(), [("idempotency_key".to_owned(), "required".to_owned())]);
    let version_4 = "5b2d9a54-9f2b-4f5d-8d5e-8d1c3a4b5c6d";
    for wrong in ["once", version_4] {
        let reply = call().key(wrong).send().await;
        assert_eq!(reply, (400, "malformed"));
        assert_eq!(reply.fields(), [("idempotency_key".to_owned(), "malformed".to_owned())]);
    }
    let board = portal.board(&family.token).await;
    assert!(board.people[0].journey.as_ref().unwrap().declaration.is_none());
}
