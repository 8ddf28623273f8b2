//! The second factor, and by what a device is known again.

use crate::portal::{Portal, account, answers, granted};
use applicant::{Applicant, MemorySecrets, Secrets};
use contract::Code;
use contract::account::{SignInReply, SignedIn};
use contract::factor::{GiveSecondFactor, SecondFactorAsked};
use contract::portal::DEVICE_HEADER;
use std::sync::Arc;

fn code(typed: &str) -> GiveSecondFactor {
    GiveSecondFactor { code: typed.to_owned() }
}

async fn is_asked_for(portal: &Portal, app: &Applicant, ticket: &str) {
    let asked = SecondFactorAsked {
        token: Some(ticket.to_owned()),
        second_factor_ends_at: "2026-11-23T12:10:00Z".parse().expect("a time"),
    };
    portal.replies("200 OK", &SignInReply::SecondFactor(asked));
    assert_eq!(app.sign_in(answers()).await, Ok(SignedIn::SecondFactor));
    portal.calls();
}

#[tokio::test]
async fn the_second_factor_signs_in() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    is_asked_for(&portal, &app, "ticket-1").await;
    assert_eq!(app.start().await.expect("starts").signed_in, None);
    let missing = app.second_factor(code(" ")).await.expect_err("nothing typed");
    assert_eq!((missing.fields[0].code, portal.calls().len()), (Code::Required, 0));
    portal.refuses("403 No", Code::SecondFactorRefused);
    let wrong = app.second_factor(code("000000")).await.expect_err("wrong");
    assert_eq!(wrong.code, Code::SecondFactorRefused);
    portal.calls();
    portal.replies("201 Created", &granted("session-token", None));
    assert_eq!(app.second_factor(code("123 456")).await, Ok(account(1)));
    let call = portal.call();
    assert_eq!(call.line(), "POST /api/v1/sessions/second-factor");
    assert_eq!(call.header("authorization"), Some("Bearer ticket-1"));
    assert_eq!(call.body()["code"], "123456");
    assert_eq!(app.start().await.expect("starts").signed_in, Some(account(1)));
    let again = app.second_factor(code("123456")).await.expect_err("it was used");
    assert_eq!((again.code, portal.calls().len()), (Code::SecondFactorTimedOut, 0));
}

#[tokio::test]
async fn too_late_a_second_factor_leads_back_to_the_start() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    for refusal in [Code::SecondFactorTimedOut, Code::SignInRequired] {
        is_asked_for(&portal, &app, "ticket-1").await;
        portal.refuses("401 Ended", refusal);
        let late = app.second_factor(code("123456")).await.expect_err("too late");
        assert_eq!((late.code, portal.calls().len()), (Code::SecondFactorTimedOut, 1));
        let late = app.second_factor(code("123456")).await.expect_err("too late");
        assert_eq!((late.code, portal.calls().len()), (Code::SecondFactorTimedOut, 0));
    }
    // A sign-in that fails leaves no older ticket to be used.
    is_asked_for(&portal, &app, "ticket-2").await;
    portal.refuses("403 No", Code::SignInRefused);
    app.sign_in(answers()).await.expect_err("refused");
    let none = app.second_factor(code("123456")).await.expect_err("no ticket");
    assert_eq!(none.code, Code::SecondFactorTimedOut);
}

#[tokio::test]
async fn a_device_is_known_again_until_its_data_is_removed() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let secrets = Arc::new(MemorySecrets::default());
    let shown = || portal.calls()[0].header(DEVICE_HEADER).map(str::to_owned);
    let app = portal.applicant(folder.path(), &secrets);
    portal.lets_in(&app, "one", Some("device-1")).await;
    assert_eq!(shown(), None, "it is new");
    portal.has_nothing_to_say();
    app.sign_out().await.expect("signed out");
    assert_eq!(portal.call().line(), "DELETE /api/v1/sessions/current");
    drop(app);

    let app = portal.applicant(folder.path(), &secrets);
    portal.lets_in(&app, "two", None).await;
    assert_eq!(shown().as_deref(), Some("device-1"), "through sign-out and restart");
    is_asked_for(&portal, &app, "ticket").await;
    portal.replies("201 Created", &granted("three", Some("device-2")));
    app.second_factor(code("123456")).await.expect("signed in");
    assert_eq!(shown().as_deref(), Some("device-1"));
    portal.lets_in(&app, "four", None).await;
    assert_eq!(shown().as_deref(), Some("device-2"), "the newest counts");

    let mut other = answers();
    other.username = "9RTW-4F7H".to_owned();
    portal.refuses("403 No", Code::SignInRefused);
    app.sign_in(other).await.expect_err("refused");
    assert_eq!(shown(), None, "it is of another account");

    let elsewhere = tempfile::tempdir().expect("a folder");
    let stranger = Portal::new().await;
    let at_stranger = stranger.applicant(elsewhere.path(), &secrets);
    stranger.lets_in(&at_stranger, "five", None).await;
    let asked = stranger.calls();
    assert_eq!(asked[0].header(DEVICE_HEADER), None, "another portal is not shown it");
}

#[tokio::test]
async fn with_this_devices_data_goes_what_it_is_known_by() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let secrets = Arc::new(MemorySecrets::default());
    let app = portal.applicant(folder.path(), &secrets);
    portal.lets_in(&app, "one", Some("device-1")).await;
    let kept = secrets.get("device-secrets").expect("a store").expect("kept");
    assert!(String::from_utf8_lossy(&kept).contains("device-1"));
    portal.has_nothing_to_say();
    app.remove_device_data().await.expect("removed");
    assert_eq!(secrets.get("device-secrets").expect("a store"), None);
    portal.calls();
    portal.lets_in(&app, "two", None).await;
    assert_eq!(portal.call().header(DEVICE_HEADER), None);
}
