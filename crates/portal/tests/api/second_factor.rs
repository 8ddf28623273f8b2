//! The second factor: turning it on, giving it, recovery codes, and ways around it that are none.

use crate::support::{Browser, Family, PASSWORD, Reply, TestPortal};
use contract::account::{SessionGranted, SessionView};
use contract::devices::AccountView;
use contract::factor::{RecoveryCodes, SecondFactorAsked, SecondFactorSecret};
use portal::clock::Clock;
use portal::officer;
use reqwest::Method;
use serde_json::json;
use totp_rs::{Builder, Secret, Totp};

/// An authenticator app with the portal's time.
struct Authenticator(Totp);

impl Authenticator {
    fn of(shown: &SecondFactorSecret) -> Self {
        let typed: String = shown.secret.split(' ').collect();
        let secret = Secret::try_from_base32(typed).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    fn code(&self, portal: &TestPortal) -> String {
        let now = portal.clock.now().as_second();
        self.0.generate(u64::try_from(now).unwrap()).to_string()
    }
}

async fn account(portal: &TestPortal, token: &str) -> AccountView {
    portal.get("/account", &[]).bearer(token).send().await.granted(200)
}

async fn begin(portal: &TestPortal, token: &str, password: &str) -> Reply {
    let body = json!({"password": password});
    portal.post("/account/second-factor", &[]).bearer(token).json(&body).send().await
}

async fn turn_on(portal: &TestPortal, token: &str, code: &str) -> Reply {
    let call = portal.call(Method::PUT, "/account/second-factor", &[]);
    call.bearer(token).json(&json!({"code": code})).send().await
}

/// An account with a second factor since this moment.
async fn with_factor(portal: &TestPortal, family: &Family) -> (Authenticator, Vec<String>) {
    let shown: SecondFactorSecret = begin(portal, &family.token, PASSWORD).await.granted(200);
    let app = Authenticator::of(&shown);
    let reply = turn_on(portal, &family.token, &app.code(portal)).await;
    (app, reply.granted::<RecoveryCodes>(200).codes)
}

async fn sign_in(portal: &TestPortal, family: &Family) -> Reply {
    let answers = json!({"username": family.username, "password": PASSWORD});
    portal.post("/sessions", &[]).json(&answers).send().await
}

async fn give(portal: &TestPortal, ticket: &str, code: &str) -> Reply {
    let call = portal.post("/sessions/second-factor", &[]).bearer(ticket);
    call.json(&json!({"code": code})).send().await
}

#[tokio::test]
async fn it_is_turned_on_by_its_first_code_and_asked_for_from_then_on() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let wrong = begin(&portal, &family.token, "not the password").await;
    assert_eq!(wrong.fields(), [("password".to_owned(), "password_wrong".to_owned())]);
    let none = turn_on(&portal, &family.token, "123456").await;
    assert_eq!(none, (409, "wrong_state"));
    let shown: SecondFactorSecret = begin(&portal, &family.token, PASSWORD).await.granted(200);
    assert!(shown.uri.starts_with("otpauth://totp/Landed:"), "{}", shown.uri);
    assert!(shown.qr_svg.starts_with("<svg "));
    let app = Authenticator::of(&shown);
    for (code, problem) in
        [("", "required"), ("12345", "factor_code_shape"), ("ABCD-EFGH", "second_factor_refused")]
    {
        let reply = turn_on(&portal, &family.token, code).await;
        assert_eq!(reply.fields(), [("code".to_owned(), problem.to_owned())]);
    }
    // Until then a sign-in is as before.
    sign_in(&portal, &family).await.granted::<SessionGranted>(201);
    assert_eq!(account(&portal, &family.token).await.second_factor_since, None);
    let code = app.code(&portal);
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let codes: RecoveryCodes = turn_on(&portal, &family.token, &spaced).await.granted(200);
    assert_eq!(codes.codes.len(), 10);
    let view = account(&portal, &family.token).await;
    assert_eq!(view.second_factor_since, Some(jiff::civil::date(2026, 11, 22)));
    assert_eq!((view.recovery_codes_left, view.username), (10, family.username.clone()));

    let asked: SecondFactorAsked = sign_in(&portal, &family).await.granted(200);
    let ticket = asked.token.unwrap();
    let board = portal.get("/household", &[]).bearer(&ticket).send().await;
    assert_eq!(board, (401, "sign_in_required"), "the ticket opens nothing");
    let replayed = give(&portal, &ticket, &code).await;
    assert_eq!(replayed, (401, "second_factor_refused"), "a code holds once");
    portal.clock.advance(30);
    let granted: SessionGranted = give(&portal, &ticket, &app.code(&portal)).await.granted(201);
    portal.board(&granted.token.unwrap()).await;
    let again = give(&portal, &ticket, &app.code(&portal)).await;
    assert_eq!(again, (401, "second_factor_timed_out"), "a ticket lets in once");
    let mails = portal.mails(3).await;
    assert!(mails.iter().all(|mail| !mail.raw.contains(&code)), "no code in a mail");
}

#[tokio::test]
async fn a_sign_in_waits_ten_minutes_for_it_and_wrong_codes_are_slowed() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (app, _) = with_factor(&portal, &family).await;
    portal.clock.advance(60);
    let ticket = sign_in(&portal, &family).await.token(200);
    portal.clock.advance(600);
    let late = give(&portal, &ticket, &app.code(&portal)).await;
    assert_eq!(late, (401, "second_factor_timed_out"));
    let ticket = sign_in(&portal, &family).await.token(200);
    let shape = give(&portal, &ticket, "12 34").await;
    assert_eq!(shape.fields(), [("code".to_owned(), "factor_code_shape".to_owned())]);
    for _ in 0..5 {
        let wrong = give(&portal, &ticket, "AAAA-AAAA").await;
        assert_eq!(wrong, (401, "second_factor_refused"));
    }
    // Whoever has the password gets no more guesses by signing in again.
    let other = sign_in(&portal, &family).await;
    assert_eq!(other, (429, "too_many_attempts"), "the address waits");
    let right = give(&portal, &ticket, &app.code(&portal)).await;
    assert_eq!(right, (429, "too_many_attempts"));
    assert_eq!(right.header("retry-after"), "30");
    portal.clock.advance(30);
    give(&portal, &ticket, &app.code(&portal)).await.granted::<SessionGranted>(201);
}

#[tokio::test]
async fn recovery_codes_stand_in_once_and_are_made_anew() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (_, codes) = with_factor(&portal, &family).await;
    assert!(codes.iter().all(|code| code.len() == 9 && &code[4..5] == "-"), "{codes:?}");
    let ticket = sign_in(&portal, &family).await.token(200);
    let typed = codes[0].to_lowercase().replace('-', " ");
    give(&portal, &ticket, &typed).await.granted::<SessionGranted>(201);
    assert_eq!(account(&portal, &family.token).await.recovery_codes_left, 9);
    let ticket = sign_in(&portal, &family).await.token(200);
    assert_eq!(give(&portal, &ticket, &codes[0]).await, (401, "second_factor_refused"));
    let anew = async |password: &str| {
        let call = portal.post("/account/recovery-codes", &[]).bearer(&family.token);
        call.json(&json!({"password": password})).send().await
    };
    let wrong = anew("").await;
    assert_eq!(wrong.fields(), [("password".to_owned(), "required".to_owned())]);
    let newer: RecoveryCodes = anew(PASSWORD).await.granted(200);
    assert_eq!(give(&portal, &ticket, &codes[1]).await, (401, "second_factor_refused"));
    give(&portal, &ticket, &newer.codes[1]).await.granted::<SessionGranted>(201);
    // Account, own password, second factor, a code used, new codes, a code used.
    portal.mails(6).await;
}

#[tokio::test]
async fn it_is_turned_off_with_the_password_or_by_two_officers() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let off = async |password: &str| {
        let call = portal.post("/account/second-factor/removal", &[]).bearer(&family.token);
        call.json(&json!({"password": password})).send().await
    };
    assert_eq!(off(PASSWORD).await, (409, "wrong_state"));
    with_factor(&portal, &family).await;
    let wrong = off("not the password").await;
    assert_eq!(wrong.fields(), [("password".to_owned(), "password_wrong".to_owned())]);
    assert_eq!(sign_in(&portal, &family).await.status, 200);
    assert_eq!(off(PASSWORD).await.status, 204);
    sign_in(&portal, &family).await.granted::<SessionGranted>(201);

    portal.clock.advance(60);
    with_factor(&portal, &family).await;
    let office = portal.office();
    let alone = officer::drop_second_factor(office, &family.username, "A. Roy", "a. roy ").await;
    let alone = alone.expect_err("it takes two").to_string();
    assert!(alone.starts_with("wrong_state: it takes two officers"), "{alone}");
    let nobody = officer::drop_second_factor(office, "ZZZZ-ZZZZ", "A. Roy", "B. Chan").await;
    assert!(nobody.expect_err("nobody").to_string().starts_with("not_found"), "no such account");
    let dropped = officer::drop_second_factor(office, &family.username, "A. Roy", "B. Chan").await;
    dropped.unwrap();
    sign_in(&portal, &family).await.granted::<SessionGranted>(201);
    // Account, own password, on, off, on, dropped.
    portal.mails(6).await;
}

#[tokio::test]
async fn a_browser_gives_it_with_cookies_that_no_script_reads() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (app, _) = with_factor(&portal, &family).await;
    portal.clock.advance(60);
    let mut browser = Browser::new(&portal);
    let answers = json!({"username": family.username, "password": PASSWORD});
    let reply = browser.send(portal.post("/sessions", &[]).json(&answers)).await;
    let asked: SecondFactorAsked = reply.granted(200);
    assert_eq!(asked.token, None);
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    let code = json!({"code": app.code(&portal)});
    let call = portal.post("/sessions/second-factor", &[]).json(&code);
    let reply = browser.send(call).await;
    let granted: SessionGranted = reply.granted(201);
    assert_eq!((granted.token, granted.device), (None, None));
    let view: SessionView = serde_json::from_value(browser.view().await).unwrap();
    assert_eq!(view.username, family.username);
}
