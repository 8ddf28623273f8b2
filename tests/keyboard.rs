//! The journey by keyboard alone, from the first page to the photo that is sent.

use super::{ENGLISH, taste};
use fantoccini::key::Key;
use journeys::browser::{Browser, Engine, Size};
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor};
use journeys::world::PRINCIPAL;

/// Goes with Tab to what bears this text, and presses it with this key.
fn presses(me: &Visitor<Browser>, id: &str, key: impl Into<char>) {
    me.window.tabs_to(&me.text(id));
    me.window.key(key);
}

/// Goes with Tab to the field of this name and types.
fn types(me: &Visitor<Browser>, id: &str, text: &str) {
    me.window.tabs_to(&me.text(id));
    me.window.types(text);
}

/// Ticks the boxes of everyone with Space.
fn ticks_everyone(me: &Visitor<Browser>) {
    for name in HOUSEHOLD {
        let stop = me.window.tabs_to(name);
        assert_eq!((stop.tag.as_str(), stop.kind.as_str()), ("input", "checkbox"));
        if !stop.checked {
            me.window.key(' ');
        }
        assert!(me.window.stop().unwrap().checked, "Space ticks {name}");
    }
}

#[test]
fn the_journey_by_keyboard_alone() {
    let me = Visitor::browses(Engine::Chromium, &taste(ENGLISH), "keyboard");
    me.is_at("welcome-heading");
    presses(&me, "way-temporary-go", Key::Enter);
    me.is_at("first-heading");
    let access = me.world.temporary_access();
    types(&me, "username", &access.username);
    types(&me, "temporary-password", &access.password);
    let (day, month, year) = PRINCIPAL.born;
    types(&me, "date-day", day);
    types(&me, "date-month", month);
    types(&me, "date-year", year);
    types(&me, "uci", "not a number");
    me.window.key(Key::Enter);
    me.sees("error-uci-shape");
    // The summary has the focus, and leads to the field.
    presses(&me, "error-uci-shape", Key::Enter);
    assert_eq!(me.finds("uci"), "not a number", "what was typed stays");
    let selects = "document.activeElement.select(); return document.activeElement.name";
    assert_eq!(me.window.script(selects, vec![]), "uci", "the summary leads to its field");
    me.window.types(PRINCIPAL.uci);
    presses(&me, "continue", Key::Enter);

    me.is_at("own-password-heading");
    types(&me, "own-password", PASSWORD);
    presses(&me, "own-password-store", ' ');
    me.is_at("household-heading");

    presses(&me, "go-declare", Key::Enter);
    me.is_at("declaration-heading");
    ticks_everyone(&me);
    let act = me.text_with(
        "declaration-act",
        &[("who", "us".into()), ("names", "".into()), ("count", 4_u32.into())],
    );
    me.window.tabs_to(&act);
    me.window.key(Key::Enter);
    me.is_at("declaration-done-heading");
    presses(&me, "go-to-household", Key::Enter);
    me.is_at("household-heading");

    presses(&me, "go-address", Key::Enter);
    me.is_at("address-heading");
    ticks_everyone(&me);
    types(&me, "address-street", "88 Rue Sainte-Catherine O");
    types(&me, "address-municipality", "Montréal");
    types(&me, "address-province", &me.text("province-qc"));
    types(&me, "address-postal-code", "h2x1z3");
    presses(&me, "continue", Key::Enter);
    me.is_at("address-check-heading");
    presses(&me, "address-use", Key::Enter);
    me.is_at("address-done-heading");
    presses(&me, "go-to-household", Key::Enter);
    me.is_at("household-heading");

    presses(&me, "go-add-photo", Key::Enter);
    me.window.heading(&me.about_me("photo-choose"));
    presses(&me, "photo-pick", Key::Enter);
    // The file dialog is the system's.
    let picture = pictures::of_a_phone(&me.window.folder("pictures"), "me.jpg");
    me.window.give_file("picked-file", &picture);
    me.sees("framing-needed");
    let first = me.window.tabs_to(&me.text("photo-kind-digital"));
    assert_eq!(first.kind, "radio");
    me.window.key(Key::Down);
    let second = me.window.stop().unwrap();
    assert!(second.checked && second.name.starts_with(&me.text("photo-kind-scan")), "{second:?}");
    presses(&me, "photo-to-frame", Key::Enter);
    me.is_at("photo-frame-heading");
    me.waits_for_the_head();
    let frame = || -> [i32; 3] {
        ["crop-left", "crop-top", "crop-height"].map(|number| me.finds(number).parse().unwrap())
    };
    let [left, top, height] = frame();
    assert!(height < 4032, "the frame lies around the head: {height}");
    me.window.tabs_to(&me.text("crop-frame"));
    me.window.keys(&['-', '-', char::from(Key::Right)]);
    me.window.shift_key(Key::Down);
    let [nearer, lower, smaller] = frame();
    assert!(
        (7..=9).contains(&(nearer - left)),
        "half of 14 narrower, and 1 right: {left} {nearer}"
    );
    assert_eq!((lower, smaller), (top + 20, height - 20), "half of 20 smaller, and 10 down");
    me.window.tabs_to(&me.text("crop-bottom-right"));
    me.window.key(Key::Up);
    assert_eq!(frame(), [nearer, lower, smaller - 1], "the upper left corner stays");
    presses(&me, "photo-frame-use", Key::Enter);
    me.window.heading(&me.about_me("photo-check-heading"));
    presses(&me, "photo-send", Key::Enter);
    me.is_at("photo-done-heading");
}

#[test]
fn the_focus_goes_past_everything_and_back() {
    let me = Visitor::browses(Engine::Chromium, &taste(ENGLISH), "keyboard");
    me.goes_to_first_sign_in();
    let there: Vec<String> = me.window.every_stop().into_iter().map(|stop| stop.name).collect();
    for id in ["skip-to-content", "back", "username", "date-year", "uci", "continue"] {
        let name = me.text(id);
        assert!(there.iter().any(|stop| stop.starts_with(&name)), "“{name}” is in {there:#?}");
    }
    let mut back = me.window.every_stop_backwards();
    back.reverse();
    assert_eq!(back, there, "back is the same way");

    // The first stop leads past the header.
    me.window.to_the_start();
    me.window.tabs_to(&me.text("skip-to-content"));
    me.window.key(Key::Enter);
    me.window.tabs_to(&me.text("back"));

    // The menu opens, closes with Escape, and gives the focus back.
    let label = me.text_with("language-label", &[("language", "English".into())]);
    me.window.to_the_start();
    me.window.tabs_to(&label);
    me.window.key(Key::Enter);
    me.window.tabs_to("Français");
    me.window.key(Key::Escape);
    assert_eq!(me.window.stop().unwrap().name, label);
}

/// What sticks to the window's edge may not hide what has the focus (WCAG 2.2, 2.4.11).
#[test]
fn the_focus_is_never_covered_on_a_phone_and_at_400_percent() {
    let me = Visitor::browses(Engine::Chromium, &taste(ENGLISH), "keyboard");
    me.signs_in();
    for path in ["/address", "/declaration", "/settings", "/help/genuine-email"] {
        me.opens(path);
        me.window.wait_for("a page", || (!me.window.shown_heading().is_empty()).then_some(()));
        for size in [Size::PHONE, Size::ZOOMED] {
            me.window.resize(size);
            let there = me.window.every_stop().len();
            let back = me.window.every_stop_backwards().len();
            assert!(there >= 8 && back == there, "{path}: {there} stops there, {back} back");
        }
        me.window.resize(Size::DESKTOP);
    }
}
