//! What was typed in browsers: kept by account and page, and never overwritten unseen.

use crate::support::{Browser, PASSWORD, Reply, TestPortal};
use contract::receipt::Receipt;
use portal::clock::{Clock as _, SetClock};
use portal::officer;
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

const PAGE: &str = "/drafts/{page}";
const PHOTO: &str = "/drafts/photo/{person}";
const MESSAGE: &str = "/drafts/message/{person}";

fn address(street: &str) -> Value {
    json!({"page": "address", "mailing": {"street": street}})
}

/// Keeps a draft after what the header says.
async fn keep(browser: &mut Browser<'_>, page: &str, draft: &Value, basis: (&str, &str)) -> Reply {
    let call = browser.portal.call(Method::PUT, PAGE, &[page]);
    browser.send(call.json(draft).header(basis.0, basis.1)).await
}

async fn kept(browser: &mut Browser<'_>, page: &str) -> Reply {
    let call = browser.portal.get(PAGE, &[page]);
    browser.send(call).await
}

fn street(reply: &Reply) -> String {
    reply.granted::<Value>(200)["mailing"]["street"].as_str().unwrap().to_owned()
}

const FIRST: (&str, &str) = ("If-None-Match", "*");

#[tokio::test]
async fn a_draft_is_kept_changed_and_discarded() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let none = kept(&mut browser, "address").await;
    assert_eq!((none.status, none.body.len(), none.header("etag")), (204, 0, ""));
    let first = keep(&mut browser, "address", &address("1200 rue"), FIRST).await;
    assert_eq!((first.status, first.body.len()), (204, 0));
    let tag = first.header("etag");
    assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 2, "a strong tag: {tag}");
    let reply = kept(&mut browser, "address").await;
    assert_eq!((street(&reply).as_str(), reply.header("etag")), ("1200 rue", tag));
    assert_eq!(reply.value()["page"], "address");
    assert_eq!(reply.header("last-modified"), "Sun, 22 Nov 2026 15:00:00 GMT");

    let changed = keep(&mut browser, "address", &address("1200 rue S"), ("If-Match", tag)).await;
    assert_eq!(changed.status, 204);
    assert_ne!(changed.header("etag"), tag);
    let reply = kept(&mut browser, "address").await;
    assert_eq!(reply.header("etag"), changed.header("etag"));
    assert_eq!(street(&reply), "1200 rue S");
    // The other pages have drafts of their own.
    assert_eq!(kept(&mut browser, "declaration").await.status, 204);

    for _ in 0..2 {
        let gone = browser.send(portal.call(Method::DELETE, PAGE, &["address"])).await;
        assert_eq!(gone.status, 204);
        assert_eq!(kept(&mut browser, "address").await.status, 204);
    }
}

#[tokio::test]
async fn two_windows_never_overwrite_each_other_unseen() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut one = Browser::signed_in(&portal, &family.username).await;
    let mut other = Browser::signed_in(&portal, &family.username).await;
    let first = keep(&mut one, "address", &address("first"), FIRST).await;
    let seen = kept(&mut other, "address").await;
    let (tag, seen) = (first.header("etag"), seen.header("etag"));
    assert_eq!(keep(&mut one, "address", &address("one"), ("If-Match", tag)).await.status, 204);
    for basis in [("If-Match", seen), FIRST, ("If-Match", "\"made up\"")] {
        let refused = keep(&mut other, "address", &address("other"), basis).await;
        assert_eq!(refused, (412, "draft_changed_elsewhere"), "{basis:?}");
    }
    let weak = format!("W/{tag}");
    let refused = keep(&mut one, "address", &address("weak"), ("If-Match", &weak)).await;
    assert_eq!(refused, (412, "draft_changed_elsewhere"));
    assert_eq!(street(&kept(&mut other, "address").await), "one");
    // Its reply was lost, so it is sent again: nothing is in the way.
    let again = keep(&mut one, "address", &address("one"), ("If-Match", tag)).await;
    assert_eq!(again.status, 204);
    // Sent from one window that has not seen what the other one typed.
    let call = portal.call(Method::DELETE, PAGE, &["address"]);
    let refused = other.send(call.header("If-Match", seen)).await;
    assert_eq!(refused, (412, "draft_changed_elsewhere"));
    assert_eq!(street(&kept(&mut other, "address").await), "one", "it stays");
    // Sent from one window while the other one still types.
    one.send(portal.call(Method::DELETE, PAGE, &["address"])).await;
    let current = again.header("etag");
    let refused = keep(&mut other, "address", &address("other"), ("If-Match", current)).await;
    assert_eq!(refused, (412, "draft_changed_elsewhere"));
    let (mine, theirs) = (address("one"), address("other"));
    let tries = tokio::join!(
        keep(&mut one, "address", &mine, FIRST),
        keep(&mut other, "address", &theirs, FIRST)
    );
    let mut statuses = [tries.0.status, tries.1.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 412], "of two side by side, one is kept");
}

#[tokio::test]
async fn what_is_no_draft_of_that_page_is_refused() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let reply = keep(&mut browser, "declaration", &address("x"), FIRST).await;
    assert_eq!(reply, (422, "malformed"));
    assert_eq!(reply.fields(), [("page".to_owned(), "malformed".to_owned())]);
    let call = portal.call(Method::PUT, PAGE, &["address"]).json(&address("x"));
    let reply = browser.send(call).await;
    assert_eq!(reply, (400, "malformed"));
    assert_eq!(reply.fields(), [("if_match".to_owned(), "required".to_owned())]);
    let reply = keep(&mut browser, "address", &address("x"), ("If-None-Match", "\"a\"")).await;
    assert_eq!(reply.fields(), [("if_match".to_owned(), "malformed".to_owned())]);
    let reply = keep(&mut browser, "address", &json!({"page": "nothing"}), FIRST).await;
    assert_eq!(reply, (400, "malformed"));
    let reply = keep(&mut browser, "address", &address(&"x".repeat(16 * 1024)), FIRST).await;
    assert_eq!(reply, (413, "body_too_large"));
    assert_eq!(reply.value()["args"]["bytes"], 16384.0);
    let reply = keep(&mut browser, "address", &address(&"x".repeat(15 * 1024)), FIRST).await;
    assert_eq!(reply.status, 204);
    // What belongs to a device is not the account's, and a password is nobody's to keep.
    for page in ["first_sign_in", "sign_in", "place", "photo", "nothing", "Address"] {
        let draft = json!({"page": page, "username": "AAAA-AAAA"});
        assert_eq!(kept(&mut browser, page).await, (404, "not_found"), "{page}");
        let gone = browser.send(portal.call(Method::DELETE, PAGE, &[page])).await;
        assert_eq!(gone, (404, "not_found"), "{page}");
        assert!(keep(&mut browser, page, &draft, FIRST).await.status >= 400, "{page}");
    }
}

#[tokio::test]
async fn a_message_that_is_being_written_is_kept_with_everything_else_that_was_begun() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let child = family.people[2].person.to_string();
    let message = json!({"page": "message", "text": "Our flight lands on Friday"});
    let call = portal.call(Method::PUT, MESSAGE, &[&child]);
    let reply = browser.send(call.json(&message).header(FIRST.0, FIRST.1)).await;
    assert_eq!(reply.status, 204, "{reply:?}");
    let call = portal.call(Method::PUT, MESSAGE, &[&child]);
    let other = json!({"page": "photo", "kind": "scan"});
    let refused = browser.send(call.json(&other).header("If-Match", reply.header("etag"))).await;
    assert_eq!(refused.fields(), [("page".to_owned(), "malformed".to_owned())]);
    keep(&mut browser, "address", &address("1200 rue"), FIRST).await;

    // After a reload: this one, and all at once.
    let mut reloaded = Browser::signed_in(&portal, &family.username).await;
    let kept = reloaded.send(portal.get(MESSAGE, &[&child])).await;
    assert_eq!((kept.value(), kept.header("etag")), (message.clone(), reply.header("etag")));
    let all = reloaded.send(portal.get("/drafts", &[])).await.granted::<Value>(200);
    let drafts = all["drafts"].as_array().unwrap();
    let of = |page: &str| drafts.iter().find(|kept| kept["key"]["page"] == page).unwrap();
    assert_eq!(drafts.len(), 2);
    assert_eq!(of("message")["key"]["person"], child.as_str());
    assert_eq!(of("message")["draft"], message);
    assert_eq!(of("address")["draft"]["mailing"]["street"], "1200 rue");

    let gone = reloaded.send(portal.call(Method::DELETE, MESSAGE, &[&child])).await;
    assert_eq!(gone.status, 204);
    assert_eq!(reloaded.send(portal.get(MESSAGE, &[&child])).await.status, 204);
    let strangers = reloaded.send(portal.get(MESSAGE, &[&portal.key()])).await;
    assert_eq!(strangers, (404, "not_found"));
}

#[tokio::test]
async fn drafts_of_two_accounts_stay_apart_and_outlive_the_session() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let spouse = officer::open_own(portal.office(), family.people[1].person).await.unwrap();
    let (mine, theirs, child) =
        (family.people[0].person, family.people[1].person, family.people[2].person);
    let mut principal = Browser::signed_in(&portal, &family.username).await;
    keep(&mut principal, "address", &address("the principal's"), FIRST).await;
    for person in [mine, theirs, child] {
        let call = portal.call(Method::PUT, PHOTO, &[&person.to_string()]);
        let draft = json!({"page": "photo", "kind": "scan"});
        let reply = principal.send(call.json(&draft).header(FIRST.0, FIRST.1)).await;
        assert_eq!(reply.status, 204, "{reply:?}");
    }

    // The spouse signs in alone from now on.
    let temporary = portal.temporary_password_of(&spouse.username).await;
    let answers = family.first_sign_in_of(1, &spouse.username, &temporary);
    let mut other = Browser::new(&portal);
    other.send(portal.post("/first-sign-in", &[]).json(&answers)).await;
    let password = json!({"password": PASSWORD});
    other.send(portal.post("/first-sign-in/password", &[]).json(&password)).await;
    assert_eq!(kept(&mut other, "address").await.status, 204, "nothing of the principal's");
    assert_eq!(keep(&mut other, "address", &address("the spouse's"), FIRST).await.status, 204);
    let photo = async |browser: &mut Browser<'_>, person: &str| {
        browser.send(portal.get(PHOTO, &[person])).await
    };
    assert_eq!(photo(&mut other, &theirs.to_string()).await.status, 204, "nor about themselves");
    assert_eq!(photo(&mut other, &child.to_string()).await, (404, "not_found"));
    assert_eq!(photo(&mut principal, &theirs.to_string()).await, (404, "not_found"));
    assert_eq!(photo(&mut principal, &child.to_string()).await.status, 200);

    principal.send(portal.call(Method::DELETE, "/sessions/current", &[])).await;
    let mut principal = Browser::signed_in(&portal, &family.username).await;
    assert_eq!(street(&kept(&mut principal, "address").await), "the principal's");
    let reply = photo(&mut principal, &mine.to_string()).await;
    assert_eq!(
        reply.value(),
        json!({"page": "photo", "kind": "scan", "crop": null, "accepted": null})
    );
    // Another session of the account sees it as well, an app's too.
    let call = portal.get(PAGE, &["address"]).bearer(&family.token);
    assert_eq!(street(&call.send().await), "the principal's");
    assert_eq!(street(&kept(&mut other, "address").await), "the spouse's");
}

#[tokio::test]
async fn drafts_go_when_nobody_goes_on_with_them_and_when_the_household_closes() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    keep(&mut browser, "address", &address("old"), FIRST).await;
    let now = portal.clock.now();
    let folder = portal.stop().await;
    let later = now.checked_add(jiff::SignedDuration::from_hours(24 * 60)).unwrap();
    let clock = Arc::new(SetClock::at(later));
    let portal = TestPortal::start_in(folder, |options| options.clock = clock.clone()).await;
    // The start tidies up beside the first requests, so this is waited for.
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let mut left = kept(&mut browser, "address").await.status;
    for _ in 0..500 {
        if left == 204 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        left = kept(&mut browser, "address").await.status;
    }
    assert_eq!(left, 204);

    let ids = family.ids();
    let token = browser.token.clone().unwrap();
    keep(&mut browser, "address", &address("new"), FIRST).await;
    portal.declare(&token, &ids).await.granted::<Receipt>(201);
    portal.give_address(&token, &ids).await.granted::<Receipt>(201);
    assert_eq!(kept(&mut browser, "address").await.status, 200);
    for (shade, person) in (1..).zip(&ids) {
        let photo = portal.submitted(&token, *person, shade).await;
        officer::accept(portal.office(), photo).await.unwrap();
    }
    // So that the decisions can no longer be undone.
    clock.advance(10);
    for person in &ids {
        assert_eq!(kept(&mut browser, "address").await.status, 200);
        officer::card_made(portal.office(), *person).await.unwrap();
        officer::card_mailed(portal.office(), *person).await.unwrap();
    }
    assert_eq!(kept(&mut browser, "address").await.status, 204, "closed");
}
