//! How long a session lasts: what counts as use, and how often it can be extended.

use crate::support::{Browser, TestPortal};
use contract::account::SessionView;
use contract::host::SessionTime;
use serde_json::json;

const IDLE: i64 = 30 * 60;

async fn view(browser: &mut Browser<'_>) -> SessionView {
    serde_json::from_value(browser.view().await).unwrap()
}

fn seconds_left(view: &SessionView) -> u32 {
    SessionTime::of(view).seconds_left
}

#[tokio::test]
async fn looking_and_what_nobody_asked_for_are_no_use() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let whole = u32::try_from(IDLE).unwrap();
    assert_eq!(seconds_left(&view(&mut browser).await), whole);
    portal.clock.advance(600);
    assert_eq!(seconds_left(&view(&mut browser).await), whole - 600);
    portal.clock.advance(600);
    let in_background = portal.get("/household", &[]).header("landed-background", "1");
    assert_eq!(browser.send(in_background).await.status, 200, "it is answered all the same");
    assert_eq!(seconds_left(&view(&mut browser).await), whole - 1200);
    assert_eq!(browser.get("/household").await.status, 200);
    assert_eq!(seconds_left(&view(&mut browser).await), whole);
    // Looking and refreshing go on to the end, and do not put it off.
    for _ in 0..2 {
        portal.clock.advance(IDLE / 2);
        let in_background = portal.get("/household", &[]).header("landed-background", "");
        browser.send(in_background).await;
    }
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
}

#[tokio::test]
async fn a_session_is_extended_ten_times_until_it_is_used_again() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    assert_eq!(view(&mut browser).await.extensions_left, 10);
    let extend = async |browser: &mut Browser<'_>| {
        browser.send(portal.post("/sessions/current/extension", &[])).await
    };
    for left in (0..10).rev() {
        portal.clock.advance(60);
        let extended: SessionView = extend(&mut browser).await.granted(200);
        assert_eq!(extended.extensions_left, left);
        assert_eq!(i64::from(seconds_left(&extended)), IDLE, "as if it were used");
        assert_eq!(extended, view(&mut browser).await);
        let in_background = portal.get("/household", &[]).header("landed-background", "1");
        browser.send(in_background).await;
    }
    portal.clock.advance(60);
    assert!(!SessionTime::of(&view(&mut browser).await).can_be_extended);
    assert_eq!(extend(&mut browser).await, (409, "session_cannot_be_extended"));
    assert_eq!(i64::from(seconds_left(&view(&mut browser).await)), IDLE - 60, "nor is it used");
    // A use a moment after an extension gives all of them back, too.
    browser.get("/household").await;
    extend(&mut browser).await.granted::<SessionView>(200);
    browser.get("/household").await;
    assert_eq!(view(&mut browser).await.extensions_left, 10);
}

#[tokio::test]
async fn a_session_is_not_extended_beyond_its_end() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    // Used every 29 minutes, up to 11 hours and 36 minutes of its 12 hours.
    for _ in 0..24 {
        portal.clock.advance(29 * 60);
        browser.get("/household").await;
    }
    let now = view(&mut browser).await;
    assert!(now.idle_ends_at > now.ends_at);
    let time = SessionTime::of(&now);
    assert_eq!((time.seconds_left, time.can_be_extended), (24 * 60, false));
    let refused = browser.send(portal.post("/sessions/current/extension", &[])).await;
    assert_eq!(refused, (409, "session_cannot_be_extended"));
    portal.clock.advance(24 * 60);
    let ended = browser.send(portal.post("/sessions/current/extension", &[])).await;
    assert_eq!(ended, (401, "sign_in_required"));
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    assert_eq!(browser.token, None);
}

#[tokio::test]
async fn apps_extend_theirs_the_same_way() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let call = portal.post("/sessions/current/extension", &[]).bearer(&family.token);
    let extended: SessionView = call.send().await.granted(200);
    assert_eq!((extended.extensions_left, extended.username), (9, family.username));
    let reply = portal.post("/sessions/current/extension", &[]).json(&json!({})).send().await;
    assert_eq!(reply, (401, "sign_in_required"));
}

#[tokio::test]
async fn short_limits_are_kept_to_the_second() {
    let portal = TestPortal::start_with(|options| options.policy.session_idle_seconds = 60).await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    for _ in 0..20 {
        portal.clock.advance(10);
        browser.get("/household").await;
        assert_eq!(seconds_left(&view(&mut browser).await), 60);
    }
    portal.clock.advance(59);
    assert_eq!(seconds_left(&view(&mut browser).await), 1);
    portal.clock.advance(1);
    assert_eq!(browser.get("/household").await, (401, "sign_in_required"));
}
