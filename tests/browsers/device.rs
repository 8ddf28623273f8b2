//! What stays on a device that others use: nothing of the household, not even for the back button.

use super::somebody;
use journeys::browser::{Browser, Engine, Kept, Size};
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor};
use journeys::world::PRINCIPAL;
use serde_json::Value;

/// What may be found in a tab's own storage: how pages are shown.
const DISPLAY: [&str; 3] = ["language", "theme", "text"];

/// Nothing is kept but how pages are shown.
fn nothing_is_kept(kept: &Kept, when: &str) {
    assert!(kept.caches.is_empty(), "{when}: caches {:?}", kept.caches);
    assert!(kept.databases.is_empty(), "{when}: databases {:?}", kept.databases);
    assert_eq!(kept.local, serde_json::json!({}), "{when}: localStorage");
    assert_eq!(kept.workers, 0, "{when}: service workers");
    let Value::Object(session) = &kept.session else { panic!("sessionStorage is an object") };
    for (key, value) in session {
        let told = format!("{key}={value}").to_lowercase();
        let shown = DISPLAY.iter().any(|word| told.contains(word));
        assert!(shown, "{when}: sessionStorage holds {told}");
        for word in ["leila", "haddad", PRINCIPAL.uci, "k1a", "h2x"] {
            assert!(!told.contains(word), "{when}: sessionStorage holds {told}");
        }
    }
}

#[test]
fn nothing_stays_after_the_sign_out_in_chromium() {
    nothing_stays_after_the_sign_out(&somebody(Engine::Chromium, Size::DESKTOP, "device"));
}

#[test]
fn nothing_stays_after_the_sign_out_in_firefox() {
    nothing_stays_after_the_sign_out(&somebody(Engine::Firefox, Size::PHONE, "device-firefox"));
}

fn nothing_stays_after_the_sign_out(me: &Visitor<Browser>) {
    // A choice of how pages are shown, which may stay for the tab.
    me.opens("/settings");
    me.window.choose(&me.text("theme-dark"));
    me.presses("app-name");
    me.signs_in();
    me.opens("/address");
    me.fills_address();
    me.opens("/");
    me.is_at("household-heading");
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::fitting(&me.window.folder("pictures"), "me.png", 4));
    me.sees("photo-file-fits");
    let kept = me.window.kept();
    nothing_is_kept(&kept, "while signed in");
    assert_eq!(kept.cookies.len(), 2, "of session and device: {:?}", kept.cookies);
    let seen = me.window.script("return document.cookie", vec![]);
    assert_eq!(seen, "", "no script sees a cookie");

    me.presses("sign-out");
    me.is_at("welcome-heading");
    let kept = me.window.kept();
    nothing_is_kept(&kept, "signed out");
    assert_eq!(kept.cookies, Vec::<String>::new(), "no cookie is left");
    for _ in 0..4 {
        me.window.back();
        says_nothing_of_the_household(me);
    }
    for path in ["/address", "/declaration", "/"] {
        me.opens(path);
        says_nothing_of_the_household(me);
        me.window.reload();
        says_nothing_of_the_household(me);
    }
    // Who signs in again finds what was typed: the portal has kept it.
    me.opens("/address");
    me.is_at("sign-in-heading");
    assert_eq!(me.finds("username"), "", "no name is left");
    me.types("username", &me.world.temporary_access().username);
    me.types("password", PASSWORD);
    me.window.submit();
    me.is_at("address-heading");
    assert_eq!(me.finds("address-postal-code"), "h2x1z3", "as it was typed");
}

/// A page is there, and it says nothing of anyone.
fn says_nothing_of_the_household(me: &Visitor<Browser>) {
    me.window.wait_for("a page", || (!me.window.shown_heading().is_empty()).then_some(()));
    me.window.stands_still();
    let holds = "return document.documentElement.outerHTML
        + [...document.querySelectorAll('input')].map(each => each.value).join(' ')";
    let page = me.window.script(holds, vec![]).as_str().unwrap().to_lowercase();
    for word in ["leila", "haddad", "wei chen", "sainte-catherine", "e001234567"] {
        assert!(!page.contains(word), "“{word}” is on {}", me.window.path());
    }
}
