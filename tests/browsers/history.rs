//! Reload, back, forward and addresses: each leads where it says, and none loses an answer.

use super::somebody;
use journeys::browser::{Browser, Engine, Size};
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor};
use serde_json::json;

/// The address as it was typed, field by field.
const TYPED: [(&str, &str); 5] = [
    ("address-unit", "1204"),
    ("address-street", "88 Rue Sainte-Catherine O"),
    ("address-municipality", "Montréal"),
    ("address-province", "QC"),
    ("address-postal-code", "h2x1z3"),
];

fn ticked(me: &Visitor<Browser>) -> [bool; 4] {
    HOUSEHOLD.map(|name| me.window.chosen(name))
}

/// The address stands in its fields.
fn finds_the_address(me: &Visitor<Browser>) {
    me.is_at("address-heading");
    for (field, value) in TYPED {
        assert_eq!(me.finds(field), value, "{field} is still there");
    }
}

/// Waits until the portal has what was typed: the page says nothing while it does.
fn lets_it_be_kept() {
    // What is promised: older than 300 ms, nothing typed is lost.
    std::thread::sleep(std::time::Duration::from_millis(300));
}

#[test]
fn reload_keeps_session_and_answers_in_chromium() {
    reload_keeps_session_and_answers(&somebody(Engine::Chromium, Size::PHONE, "reload"));
}

#[test]
fn reload_keeps_session_and_answers_in_firefox() {
    reload_keeps_session_and_answers(&somebody(Engine::Firefox, Size::DESKTOP, "reload-firefox"));
}

fn reload_keeps_session_and_answers(me: &Visitor<Browser>) {
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&me.world.temporary_access());
    me.window.submit();
    me.is_at("own-password-heading");
    // The leave to store a password is the browser's, not the page's.
    me.window.reload();
    me.stores_a_password();
    me.window.reload();
    me.is_at("household-heading");
    me.window.shows(HOUSEHOLD[0]);

    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.window.choose(HOUSEHOLD[0]);
    me.window.choose(HOUSEHOLD[3]);
    lets_it_be_kept();
    me.window.reload();
    me.is_at("declaration-heading");
    assert_eq!(ticked(me), [true, false, false, true], "the ticks are back");
    me.ticks_everyone();
    me.window.submit();
    me.is_at("declaration-done-heading");
    // A confirmation is shown once; where the reference is, it says.
    me.window.reload();
    me.is_at("confirmation-gone-heading");
    me.goes_home();

    me.presses("go-address");
    me.fills_address();
    lets_it_be_kept();
    me.window.reload();
    finds_the_address(me);
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.reload();
    me.is_at("address-check-heading");
    me.window.shows("H2X 1Z3");
    me.window.submit();
    me.is_at("address-done-heading");
    me.goes_home();

    me.presses("go-add-photo");
    me.picks(&pictures::fitting(&me.window.folder("pictures"), "me.png", 4));
    me.sees("photo-while-open");
    me.window.choose(&me.text("photo-kind-scan"));
    lets_it_be_kept();
    me.window.reload();
    me.window.heading(&me.about_me("photo-choose"));
    // A picture stays in its page only, as the page said; what was said of it stays.
    assert!(!me.window.text().contains(&me.text("photo-file-fits")), "the picture is gone");
    me.picks(&pictures::fitting(&me.window.folder("pictures"), "me.png", 4));
    me.sees("photo-file-fits");
    assert!(me.window.chosen(&me.text("photo-kind-scan")), "what the picture is, is back");
}

#[test]
fn back_and_forward_lose_nothing_in_chromium() {
    back_and_forward_lose_nothing(&somebody(Engine::Chromium, Size::DESKTOP, "back"));
}

#[test]
fn back_and_forward_lose_nothing_in_firefox() {
    back_and_forward_lose_nothing(&somebody(Engine::Firefox, Size::PHONE, "back-firefox"));
}

fn back_and_forward_lose_nothing(me: &Visitor<Browser>) {
    // Before the sign-in, in the page's memory.
    me.goes_to_first_sign_in();
    let access = me.world.temporary_access();
    me.fills_first_sign_in(&access);
    me.window.back();
    me.is_at("welcome-heading");
    me.window.forward();
    me.is_at("first-heading");
    assert_eq!(me.finds("username"), access.username);
    assert_eq!(me.finds("temporary-password"), "", "a password is never kept");
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.stores_a_password();

    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.window.choose(HOUSEHOLD[1]);
    me.window.back();
    me.is_at("household-heading");
    me.window.forward();
    me.is_at("declaration-heading");
    assert_eq!(ticked(me), [false, true, false, false], "the tick is back");
    me.window.back();
    me.is_at("household-heading");

    me.opens("/address");
    me.fills_address();
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.back();
    finds_the_address(me);
    me.types("address-unit", "7");
    me.window.forward();
    me.is_at("address-check-heading");
    me.window.shows("7-88 Rue Sainte-Catherine O");
    me.window.back();
    assert_eq!(me.finds("address-unit"), "7");
    me.types("address-unit", "1204");
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.submit();
    me.is_at("address-done-heading");
    // Back after something was sent sends nothing again and says what stands.
    me.window.back();
    me.window.back();
    finds_given_address(me);
    me.window.forward();
    me.window.forward();
    me.goes_home();
    me.presses("what-happened");
    me.sees("event-address-given");
    let changed = me.text("event-address-changed");
    assert!(!me.window.text().contains(&changed), "it was sent once");
}

/// The address that was given can be changed, and is shown as it was printed.
fn finds_given_address(me: &Visitor<Browser>) {
    me.is_at("address-heading");
    assert_eq!(me.finds("address-postal-code"), "H2X 1Z3", "as it was given");
}

#[test]
fn every_address_leads_to_its_page_also_before_the_sign_in() {
    let me = somebody(Engine::Chromium, Size::DESKTOP, "addresses");
    for (path, heading) in [
        ("/help", "help-heading"),
        ("/help/no-email", "no-email-heading"),
        ("/help/genuine-email", "genuine-heading"),
        ("/help/invitation", "invitation-heading"),
        ("/help/password", "password-help-heading"),
        ("/help/accessibility", "accessibility-heading"),
        ("/help/not-here", "not-done-here"),
        ("/settings", "settings"),
        ("/sign-in", "sign-in-heading"),
        ("/first-sign-in", "first-heading"),
        ("/nowhere/at/all", "no-page-heading"),
        ("/", "welcome-heading"),
    ] {
        me.opens(path);
        me.is_at(heading);
    }
    me.signs_in();
    let look = "return [...document.querySelectorAll('a')].map(each => each.pathname)
        .find(path => /^\\/people\\/[^/]+$/.test(path))";
    let person = me.window.script(look, vec![]).as_str().unwrap().to_owned();
    let named = |id: &str| me.about(HOUSEHOLD[0], id);
    let pages = [
        ("/declaration".to_owned(), me.text("declaration-heading")),
        ("/address".to_owned(), me.text("address-heading")),
        ("/address/check".to_owned(), me.text("address-check-heading")),
        ("/declaration/done".to_owned(), me.text("confirmation-gone-heading")),
        (person.clone(), HOUSEHOLD[0].to_owned()),
        (format!("{person}/timeline"), named("timeline-of")),
        (format!("{person}/card"), named("card-of")),
        (format!("{person}/photo"), me.about_me("photo-choose")),
        (format!("{person}/photo/check"), named("photo-of")),
    ];
    for (path, heading) in &pages {
        me.opens(path);
        me.window.heading(heading);
    }
    // Somebody else's, or nobody's.
    me.opens("/people/00000000-0000-7000-8000-000000000000");
    me.is_at("not-found-heading");
    me.opens("/");
    me.is_at("household-heading");
    let username = me.world.temporary_access().username;
    for (path, heading) in &pages {
        me.presses("sign-out");
        me.is_at("welcome-heading");
        me.opens(path);
        me.is_at("sign-in-heading");
        me.types("username", &username);
        me.types("password", PASSWORD);
        me.window.submit();
        // One confirmation is shown once, so its address leads home.
        if path.ends_with("/done") {
            me.window.wait_for("a page", || (me.window.path() != "/sign-in").then_some(()));
        } else {
            me.window.heading(heading);
            assert_eq!(&me.window.path(), path);
        }
    }
    // The address alone says nothing about anyone.
    assert_eq!(me.window.script("return location.search + location.hash", vec![]), json!(""));
}
