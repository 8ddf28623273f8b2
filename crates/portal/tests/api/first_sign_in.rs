//! The first sign-in: one answer for everything that does not fit, and a temporary password that
//! outlives every interruption.

use crate::support::{PASSWORD, TestPortal};
use contract::account::{FirstSignInTicket, SessionGranted};
use contract::board::ClockKind;
use portal::officer;
use serde_json::{Value, json};

#[tokio::test]
async fn whatever_does_not_fit_gets_the_same_answer() {
    let portal = TestPortal::start_with(|options| options.policy.failures_before_wait = 50).await;
    let family = portal.opened().await;
    let mut answers = Vec::new();
    for (field, wrong) in [
        ("username", "ZZZZ-ZZZZ"),
        ("temporary_password", "abcd-efgh-jkmn"),
        ("date_of_birth", "1988-04-13"),
        ("uci", "11-2345-6797"),
    ] {
        let mut body = family.first_sign_in();
        body[field] = json!(wrong);
        let reply = portal.post("/first-sign-in", &[]).json(&body).send().await;
        assert_eq!(reply, (401, "first_sign_in_refused"), "{field}");
        answers.push(reply.text());
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "the answers differ: {answers:?}");
    // The same answers as people write them are taken.
    let mut body = family.first_sign_in();
    body["username"] = json!(family.username.to_lowercase().replace('-', " "));
    body["temporary_password"] = json!(format!(" {} ", family.temporary));
    body["uci"] = json!("11 2345 6789");
    let reply = portal.post("/first-sign-in", &[]).json(&body).send().await;
    reply.granted::<FirstSignInTicket>(200);
}

#[tokio::test]
async fn answers_that_do_not_hold_are_named_by_field() {
    let portal = TestPortal::start().await;
    let body = json!({"username": "x", "temporary_password": "", "date_of_birth": "1850-01-01", "uci": "12"});
    let reply = portal.post("/first-sign-in", &[]).json(&body).send().await;
    assert_eq!(reply, (422, "malformed"));
    let expected = [
        ("username", "username_shape"),
        ("temporary_password", "required"),
        ("date_of_birth", "date_out_of_range"),
        ("uci", "uci_shape"),
    ];
    assert_eq!(reply.fields(), expected.map(|(f, c)| (f.to_owned(), c.to_owned())));
    let reply = portal.post("/first-sign-in", &[]).json(&json!({"username": "x"})).send().await;
    assert_eq!(reply, (400, "malformed"));
    let large = vec![b' '; 70 * 1024];
    let reply = portal.post("/first-sign-in", &[]).bytes(large).send().await;
    assert_eq!(reply, (413, "body_too_large"));
}

#[tokio::test]
async fn a_ticket_that_is_not_used_leaves_the_temporary_password_alone() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let answers = family.first_sign_in();
    let first = portal.post("/first-sign-in", &[]).json(&answers).send().await;
    let ticket = first.token(200);
    let store = async |ticket: &str| {
        portal
            .post("/first-sign-in/password", &[])
            .bearer(ticket)
            .json(&json!({"password": PASSWORD}))
            .send()
            .await
    };
    // Broken off for longer than the ticket lasts.
    portal.clock.advance(30 * 60);
    assert_eq!(store(&ticket).await, (401, "first_sign_in_timed_out"));
    let token = portal.sign_in_first(&answers).await;
    assert_eq!(portal.board(&token).await.me, family.people[0].person);
    // Now it is consumed.
    let again = portal.post("/first-sign-in", &[]).json(&answers).send().await;
    assert_eq!(again, (401, "first_sign_in_refused"));
}

#[tokio::test]
async fn of_two_tickets_one_stores_a_password() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let answers = family.first_sign_in();
    let ticket = async || {
        let reply = portal.post("/first-sign-in", &[]).json(&answers).send().await;
        reply.token(200)
    };
    let (one, other) = (ticket().await, ticket().await);
    let store = async |ticket: &str, password: &str| {
        portal
            .post("/first-sign-in/password", &[])
            .bearer(ticket)
            .json(&json!({"password": password}))
            .send()
            .await
    };
    let (a, b) =
        tokio::join!(store(&one, PASSWORD), store(&other, "another long password of mine"));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 401], "{a:?} {b:?}");
}

#[tokio::test]
async fn a_temporary_password_ends_with_its_last_day_and_can_be_made_anew() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let answers = family.first_sign_in();
    // Until 23:59:59 on 6 December in Toronto; it is 10:00 on 22 November there.
    portal.clock.advance(14 * 86_400 + 14 * 3600 - 1);
    let reply = portal.post("/first-sign-in", &[]).json(&answers).send().await;
    reply.granted::<FirstSignInTicket>(200);
    portal.clock.advance(1);
    let reply = portal.post("/first-sign-in", &[]).json(&answers).send().await;
    assert_eq!(reply, (403, "temporary_password_expired"));
    assert_eq!(reply.value()["args"]["on"], "2026-12-06");
    // That it has run out is told to its holder only.
    let mut wrong = answers.clone();
    wrong["uci"] = json!("11-2345-6797");
    let reply = portal.post("/first-sign-in", &[]).json(&wrong).send().await;
    assert_eq!(reply, (401, "first_sign_in_refused"));

    officer::reissue(portal.office(), &family.username).await.unwrap();
    portal.mails(2).await;
    let renewed = portal.temporary_password_of(&family.username).await;
    assert_ne!(renewed, family.temporary);
    let reply = portal.post("/first-sign-in", &[]).json(&answers).send().await;
    assert_eq!(reply, (401, "first_sign_in_refused"), "the old one is dead");
    let token = portal.sign_in_first(&family.first_sign_in_of(0, &family.username, &renewed)).await;
    let board = portal.board(&token).await;
    let clocks = &board.people[0].journey.as_ref().unwrap().clocks;
    assert!(clocks.iter().all(|clock| clock.kind != ClockKind::TemporaryPassword));
    let refused = officer::reissue(portal.office(), &family.username).await;
    let refused = refused.expect_err("an own password is stored");
    assert!(refused.to_string().starts_with("wrong_state: "), "{refused}");
}

#[tokio::test]
async fn a_ticket_is_good_for_nothing_else_and_passwords_are_checked() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let reply = portal.post("/first-sign-in", &[]).json(&family.first_sign_in()).send().await;
    let ticket = reply.token(200);
    let board = portal.get("/household", &[]).bearer(&ticket).send().await;
    assert_eq!(board, (401, "sign_in_required"));
    for (password, code) in [
        ("short", "password_too_short"),
        ("", "required"),
        ("passwordpassword", "password_common"),
        (&*format!("my name is {} ok", family.username), "password_own_words"),
        (&family.temporary, "password_too_short"),
    ] {
        let reply = portal
            .post("/first-sign-in/password", &[])
            .bearer(&ticket)
            .json(&json!({"password": password}))
            .send()
            .await;
        assert_eq!(reply, (422, "malformed"));
        assert_eq!(reply.fields(), [("password".to_owned(), code.to_owned())]);
    }
    let reply = portal
        .post("/first-sign-in/password", &[])
        .bearer(&ticket)
        .json(&json!({"password": PASSWORD}))
        .send()
        .await;
    let granted: SessionGranted = reply.granted(201);
    assert_eq!(granted.session.username, family.username);
    let session: Value =
        portal.get("/sessions/current", &[]).bearer(&reply.token(201)).send().await.granted(200);
    assert_eq!(session["person"], json!(family.people[0].person));
}
