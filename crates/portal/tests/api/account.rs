//! The account's own page: own password and address, each asking for the password until now.

use crate::support::{Browser, PASSWORD, Reply, TestPortal};
use contract::account::SessionGranted;
use contract::devices::AccountView;
use reqwest::Method;
use serde_json::json;

const NEW: &str = "nine slow herons over the marsh";

async fn change(portal: &TestPortal, token: &str, current: &str, password: &str) -> Reply {
    let call = portal.call(Method::PUT, "/account/password", &[]).bearer(token);
    call.json(&json!({"current": current, "password": password})).send().await
}

#[tokio::test]
async fn an_own_password_is_changed_by_who_knows_it_and_ends_other_sessions() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let wrong = change(&portal, &family.token, "not the password", NEW).await;
    assert_eq!(wrong, (422, "malformed"));
    assert_eq!(wrong.fields(), [("current".to_owned(), "password_wrong".to_owned())]);
    let both = change(&portal, &family.token, "", "short").await;
    let fields = both.fields();
    assert_eq!(fields[0], ("current".to_owned(), "required".to_owned()));
    assert_eq!(fields[1], ("password".to_owned(), "password_too_short".to_owned()));
    assert_eq!(change(&portal, &family.token, PASSWORD, NEW).await.status, 204);
    portal.board(&family.token).await;
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    let sign_in = async |password: &str| {
        let answers = json!({"username": family.username, "password": password});
        portal.post("/sessions", &[]).json(&answers).send().await
    };
    assert_eq!(sign_in(PASSWORD).await, (401, "sign_in_refused"));
    sign_in(NEW).await.granted::<SessionGranted>(201);
    // Account, own password, a browser where an app had been, changed password.
    portal.mails(4).await;
}

#[tokio::test]
async fn a_password_that_is_easy_to_guess_is_refused_wherever_one_is_stored() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let answers = family.first_sign_in();
    let ticket = portal.post("/first-sign-in", &[]).json(&answers).send().await.token(200);
    let names = format!("{} {}!", family.people[0].name, family.people[0].name);
    for weak in
        ["qwertyuiopasdfgh", "January1January1January", names.as_str(), "abc def ghi jkl mno"]
    {
        let call = portal.post("/first-sign-in/password", &[]).bearer(&ticket);
        let reply = call.json(&json!({"password": weak})).send().await;
        assert_eq!(reply, (422, "malformed"), "{weak}");
        assert_eq!(reply.fields(), [("password".to_owned(), "password_weak".to_owned())], "{weak}");
    }
    let token = portal.sign_in_first(&answers).await;
    let reply = change(&portal, &token, PASSWORD, "qwertyuiopasdfgh").await;
    assert_eq!(reply.fields(), [("password".to_owned(), "password_weak".to_owned())]);
}

#[tokio::test]
async fn guessing_the_password_with_a_session_is_slowed_and_only_there() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let answers = json!({"username": family.username, "password": PASSWORD});
    let other = portal.post("/sessions", &[]).json(&answers).send().await.token(201);
    for _ in 0..5 {
        let wrong = change(&portal, &other, "a guess at it", NEW).await;
        assert_eq!(wrong.status, 422);
    }
    let wait = change(&portal, &other, PASSWORD, NEW).await;
    assert_eq!(wait, (429, "too_many_attempts"));
    portal.post("/sessions", &[]).json(&answers).send().await.granted::<SessionGranted>(201);
    assert_eq!(change(&portal, &family.token, PASSWORD, NEW).await.status, 204);
}

#[tokio::test]
async fn a_new_address_waits_for_its_code() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let email = async |email: &str, password: &str| {
        let call = portal.post("/account/email", &[]).bearer(&family.token);
        call.json(&json!({"email": email, "password": password})).send().await
    };
    let wrong = email("leila.new@example.org", "not the password").await;
    assert_eq!(wrong.fields(), [("password".to_owned(), "password_wrong".to_owned())]);
    assert_eq!(email("nowhere", PASSWORD).await.fields()[0].0, "email");
    let before: AccountView =
        portal.get("/account", &[]).bearer(&family.token).send().await.granted(200);
    assert!(before.email.is_some() && before.new_email.is_none());
    let view: AccountView = email("leila.new@example.org", PASSWORD).await.granted(200);
    assert_eq!(view.email, before.email, "not before its code was typed");
    assert_eq!(view.new_email.unwrap().email, "leila.new@example.org");
}
