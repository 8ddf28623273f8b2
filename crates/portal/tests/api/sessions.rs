//! Signing in with an own password, the ends of sessions, and waits after failures.

use crate::support::{PASSWORD, Reply, TestPortal};
use contract::account::{SessionGranted, SessionView};
use contract::portal::PortalInfo;
use reqwest::Method;
use serde_json::json;

async fn sign_in(portal: &TestPortal, username: &str, password: &str) -> Reply {
    portal
        .post("/sessions", &[])
        .json(&json!({"username": username, "password": password}))
        .send()
        .await
}

#[tokio::test]
async fn anyone_may_know_the_public_configuration() {
    let portal = TestPortal::start().await;
    let info: PortalInfo = portal.get("/portal", &[]).send().await.granted(200);
    assert_eq!(info.statement_version, "2026-11");
    assert!(info.official_page_fr.contains("/fr/"));
    assert!(info.contact_address.contains('@'));
}

#[tokio::test]
async fn an_own_password_signs_in_and_signing_out_ends_it_at_the_portal() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let token = sign_in(&portal, &family.username, PASSWORD).await.token(201);
    assert_ne!(token, family.token, "each sign-in has its own session");
    let out = portal.call(Method::DELETE, "/sessions/current", &[]).bearer(&token).send().await;
    assert_eq!((out.status, out.body.len()), (204, 0));
    let gone = portal.get("/household", &[]).bearer(&token).send().await;
    assert_eq!(gone, (401, "sign_in_required"));
    portal.board(&family.token).await;
    // An own password is taken as it was typed.
    let spaced = format!("{PASSWORD} ");
    let refused = sign_in(&portal, &family.username, &spaced).await;
    assert_eq!(refused, (401, "sign_in_refused"));
    let reply = sign_in(&portal, "", "").await;
    assert_eq!(reply, (422, "malformed"));
    assert_eq!(reply.fields().len(), 2);
}

#[tokio::test]
async fn a_session_ends_when_nothing_is_asked_and_in_any_case() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let view = async || {
        let reply = portal.get("/sessions/current", &[]).bearer(&family.token).send().await;
        reply.granted::<SessionView>(200)
    };
    let first = view().await;
    // Used every 29 minutes it lives on, up to 12 hours.
    for _ in 0..24 {
        portal.clock.advance(29 * 60);
        portal.board(&family.token).await;
        let now = view().await;
        assert!(now.idle_ends_at > first.idle_ends_at);
        assert_eq!(now.ends_at, first.ends_at);
    }
    portal.clock.advance(24 * 60);
    let ended = portal.get("/household", &[]).bearer(&family.token).send().await;
    assert_eq!(ended, (401, "sign_in_required"));
    assert_eq!(ended.header("www-authenticate"), "Bearer");
    let token = sign_in(&portal, &family.username, PASSWORD).await.token(201);
    portal.clock.advance(30 * 60);
    let idle = portal.get("/household", &[]).bearer(&token).send().await;
    assert_eq!(idle, (401, "sign_in_required"));
}

#[tokio::test]
async fn failures_make_an_account_wait_also_one_that_nobody_has() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    for username in [family.username.as_str(), "ZZZZ-ZZZZ"] {
        for _ in 0..5 {
            let reply = sign_in(&portal, username, "not the password").await;
            assert_eq!(reply, (401, "sign_in_refused"));
        }
        // Also the right password must wait now.
        let reply = sign_in(&portal, username, PASSWORD).await;
        assert_eq!(reply, (429, "too_many_attempts"));
        assert_eq!(reply.value()["args"]["seconds"], 30.0);
        assert_eq!(reply.header("retry-after"), "30");
        // Failures count for half after a quarter of an hour, for a quarter after two, and so on.
        portal.clock.advance(60 * 60);
    }
    for _ in 0..5 {
        let again = sign_in(&portal, &family.username, "wrong again").await;
        assert_eq!(again, (401, "sign_in_refused"));
    }
    portal.clock.advance(30);
    let again = sign_in(&portal, &family.username, "wrong again").await;
    assert_eq!(again, (401, "sign_in_refused"));
    let reply = sign_in(&portal, &family.username, PASSWORD).await;
    assert_eq!(reply.value()["args"]["seconds"], 60.0, "the wait doubles");
    portal.clock.advance(60);
    sign_in(&portal, &family.username, PASSWORD).await.granted::<SessionGranted>(201);
    let reply = sign_in(&portal, &family.username, "one slip").await;
    assert_eq!(reply, (401, "sign_in_refused"));
    sign_in(&portal, &family.username, PASSWORD).await.granted::<SessionGranted>(201);
}

#[tokio::test]
async fn failures_over_many_accounts_make_their_peer_wait() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    for letter in ["A", "B", "C", "D", "E"] {
        let username = format!("{}-ZZZZ", letter.repeat(4));
        let reply = sign_in(&portal, &username, "a guess").await;
        assert_eq!(reply, (401, "sign_in_refused"));
    }
    let reply = sign_in(&portal, &family.username, PASSWORD).await;
    assert_eq!(reply, (429, "too_many_attempts"));
    portal.clock.advance(30);
    sign_in(&portal, &family.username, PASSWORD).await.granted::<SessionGranted>(201);
}

#[tokio::test]
async fn tries_side_by_side_are_counted_one_by_one() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let guess = || sign_in(&portal, &family.username, "a guess");
    let (a, b, c, d) = tokio::join!(guess(), guess(), guess(), guess());
    let (e, f, g, h) = tokio::join!(guess(), guess(), guess(), guess());
    let refused = [a, b, c, d, e, f, g, h];
    let statuses: Vec<u16> = refused.iter().map(|reply| reply.status).collect();
    let tried = statuses.iter().filter(|status| **status == 401).count();
    assert_eq!(tried, 5, "{statuses:?}");
}

#[tokio::test]
async fn a_flood_of_sign_ins_is_turned_away_and_stalls_nobody() {
    let portal = TestPortal::start_with(|options| {
        options.cost = portal::password::Cost::PRODUCTION;
        options.policy.hashing_queue = 8;
        options.policy.failures_before_wait = 1000;
        options.policy.account_failures_before_wait = 1000;
    })
    .await;
    let family = portal.signed_in().await;
    let flood = (0..300).map(|_| sign_in(&portal, &family.username, "not the password"));
    let flood = futures_util::future::join_all(flood);
    // While it lasts, whoever is signed in reads on.
    let reads = async {
        for _ in 0..10 {
            portal.board(&family.token).await;
        }
    };
    let (replies, ()) = tokio::join!(flood, reads);
    let turned_away: Vec<&Reply> = replies.iter().filter(|reply| reply.status == 503).collect();
    let hashed = replies.iter().filter(|reply| reply.status == 401).count();
    assert_eq!(turned_away.len() + hashed, 300, "each is answered");
    assert!(!turned_away.is_empty() && hashed >= 8, "{hashed} of 300 were hashed");
    for reply in turned_away {
        assert_eq!(*reply, (503, "unavailable"));
        assert_eq!(reply.header("retry-after"), "5");
    }
    // Who was turned away was not counted, and nothing is left behind.
    sign_in(&portal, &family.username, PASSWORD).await.granted::<SessionGranted>(201);
}
