//! What one adult of a household never learns of another: address, email, devices, or anything that they
//! do with their account.

use crate::messages::{THREAD, portal_now};
use crate::support::{PASSWORD, TestPortal};
use contract::id::PersonId;
use contract::receipt::Receipt;
use portal::officer;
use reqwest::Method;
use serde_json::json;
use std::time::Duration;

/// Everything that a session can read about its household, in one text.
async fn everything_seen(portal: &TestPortal, token: &str, people: &[PersonId]) -> String {
    let mut seen = String::new();
    for path in ["/household", "/sessions/current", "/account", "/account/sessions", "/drafts"] {
        let reply = portal.get(path, &[]).bearer(token).send().await;
        assert_eq!(reply.status, 200, "{path}");
        seen += &without_times(&reply.text());
    }
    for person in people {
        let id = person.to_string();
        for template in [
            "/people/{person}/timeline",
            THREAD,
            "/drafts/photo/{person}",
            "/drafts/message/{person}",
        ] {
            let reply = portal.get(template, &[&id]).bearer(token).send().await;
            seen += &format!("{template} {id} {} {}", reply.status, without_times(&reply.text()));
        }
    }
    seen
}

/// The same without the moments at which it was asked, which change by themselves.
fn without_times(text: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(object) = value.as_object_mut() {
        for name in ["at", "now", "idle_ends_at", "ends_at"] {
            object.remove(name);
        }
        for device in object.get_mut("devices").and_then(|d| d.as_array_mut()).into_iter().flatten()
        {
            device.as_object_mut().unwrap().remove("used_at");
        }
    }
    value.to_string()
}

/// Everything that an adult with an own account can do that leaves a trace.
async fn live(portal: &TestPortal, token: &str, username: &str, wei: PersonId) {
    portal.declare(token, &[wei]).await.granted::<Receipt>(201);
    portal.give_address(token, &[wei]).await.granted::<Receipt>(201);
    let photo = portal.submitted(token, wei, 77).await;
    portal.write(token, wei, "I moved to a secret place").await.granted::<Receipt>(201);
    portal.officer_says(wei, "We keep it to ourselves").await;
    let reasons = vec![contract::photo::Reason::Blurred];
    officer::return_photo(portal.office(), photo, reasons, "hold still", "ne bougez pas")
        .await
        .unwrap();
    portal.clock.advance(30);
    let answers = json!({"username": username, "password": PASSWORD});
    portal.post("/sessions", &[]).json(&answers).send().await.token(201);
    let wrong = json!({"username": username, "password": "not the one, nor near it"});
    assert_eq!(portal.post("/sessions", &[]).json(&wrong).send().await, (401, "sign_in_refused"));
}

#[tokio::test]
async fn nothing_of_an_adults_own_life_shows_to_another_adult() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (people, wei) = (family.ids(), family.ids()[1]);
    let (token, username) = portal.spouse(&family).await;

    let before = everything_seen(&portal, &family.token, &people).await;
    let (leilas_mails, to) = mails_to(&portal, "leila.haddad@example.org").await;
    live(&portal, &token, &username, wei).await;
    portal.everything_mailed().await;
    assert_eq!(everything_seen(&portal, &family.token, &people).await, before);
    let (after, _) = mails_to(&portal, "leila.haddad@example.org").await;
    assert_eq!(after, leilas_mails, "no mail of Wei's goes to {to}");

    // Neither does Wei learn anything of Leila's.
    let before = everything_seen(&portal, &token, &people).await;
    let (weis_mails, _) = mails_to(&portal, "wei.chen@example.org").await;
    let leila = people[0];
    portal.declare(&family.token, &[leila]).await.granted::<Receipt>(201);
    portal.give_address(&family.token, &[leila, people[2]]).await.granted::<Receipt>(201);
    portal.submitted(&family.token, leila, 99).await;
    portal.write(&family.token, leila, "Between us").await.granted::<Receipt>(201);
    portal.officer_says(leila, "Of course").await;
    portal.everything_mailed().await;
    assert_eq!(everything_seen(&portal, &token, &people).await, before);
    assert_eq!(mails_to(&portal, "wei.chen@example.org").await.0, weis_mails);
}

#[tokio::test]
async fn refusals_about_another_adult_say_the_same_whatever_they_did() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let wei = family.ids()[1];
    let (token, username) = portal.spouse(&family).await;
    let asked = async || {
        let mut said = Vec::new();
        let leila = &family.token;
        let id = wei.to_string();
        said.push(portal.declare(leila, &[wei]).await);
        said.push(portal.declare(leila, &[family.ids()[0], wei]).await);
        said.push(portal.give_address(leila, &[wei]).await);
        let submission = json!({"upload": portal.key(), "sha256": "", "kind": "scan"});
        let photo = portal.post("/people/{person}/photos", &[&id]).bearer(leila).new_key();
        said.push(photo.json(&submission).send().await);
        said.push(portal.write(leila, wei, "Are you there?").await);
        said.push(portal.thread_reply(leila, wei).await);
        let ask = portal.call(Method::PUT, "/people/{person}/own-account", &[&id]).bearer(leila);
        said.push(ask.json(&json!({"email": "leila.haddad@example.org"})).send().await);
        said.into_iter().map(|reply| (reply.status, reply.text())).collect::<Vec<_>>()
    };
    let before = asked().await;
    assert!(before.iter().all(|(status, _)| *status == 404), "{before:?}");
    live(&portal, &token, &username, wei).await;
    assert_eq!(asked().await, before);
    // Nor does it say more about somebody who is on no application at all.
    let nobody = portal.thread_reply(&family.token, portal.key().parse().unwrap()).await;
    assert_eq!((nobody.status, nobody.text()), before[5]);
}

#[tokio::test]
async fn before_its_first_sign_in_a_coming_account_shows_as_a_state_and_nothing_else() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (people, wei) = (family.ids(), family.ids()[1]);
    let opened = officer::open_own(portal.office(), wei).await.unwrap();
    let temporary = portal.temporary_password_of(&opened.username).await;
    let before = everything_seen(&portal, &family.token, &people).await;
    assert!(!before.contains(&opened.username), "a username is its holder's alone");
    assert!(!before.contains("wei.chen@example.org"), "so is an address");
    let account = portal.get("/account", &[]).bearer(&family.token).send().await.value();
    let states = account["own_accounts"].as_array().unwrap().clone();
    assert!(states.iter().any(|state| state.to_string().contains("opened")), "{states:?}");

    // Wrong tries, a right one that goes no further, and a temporary password made anew.
    let mut wrong = family.first_sign_in_of(1, &opened.username, &temporary);
    wrong["uci"] = json!("1123-4681");
    let refused = portal.post("/first-sign-in", &[]).json(&wrong).send().await;
    assert_eq!(refused, (401, "first_sign_in_refused"));
    let right = family.first_sign_in_of(1, &opened.username, &temporary);
    portal.post("/first-sign-in", &[]).json(&right).send().await.token(200);
    portal.everything_mailed().await;
    assert_eq!(everything_seen(&portal, &family.token, &people).await, before);
}

/// How many mails went to an address, and that address.
async fn mails_to<'a>(portal: &TestPortal, address: &'a str) -> (usize, &'a str) {
    portal.everything_mailed().await;
    let mails = portal.mails_until_now();
    (mails.iter().filter(|mail| mail.to == address).count(), address)
}

impl TestPortal {
    /// Waits until nothing that is due waits to be mailed.
    async fn everything_mailed(&self) {
        for _ in 0..500 {
            let database =
                rusqlite::Connection::open(self.folder.path().join("data/portal.sqlite"));
            let waiting: u32 = database
                .unwrap()
                .query_row(
                    "SELECT COUNT(*) FROM mails WHERE delivered_at IS NULL AND due_at <= ?1",
                    [portal_now(self).as_millisecond()],
                    |row| row.get(0),
                )
                .unwrap();
            if waiting == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("mails wait that nobody hands on");
    }
}
