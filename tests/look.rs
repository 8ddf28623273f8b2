//! A few pages as they have to look, in pictures that lie in `pictures/`. Where a page looks different
//! on purpose, `cargo xtask screenshots --renew` draws them anew, and the difference is reviewed as
//! any other.

#![expect(clippy::expect_used, reason = "what goes wrong here is the failure of the test")]

use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::desk::shots_folder;
use journeys::likeness::{ALIKE, Picture};
use journeys::visitor::Visitor;
use std::path::{Path, PathBuf};

/// The largest picture that is kept, in bytes.
const LARGEST: u64 = 60_000;

/// What differs from day to day.
const FLEETING: &str = "for (const each of document.querySelectorAll('.as-of, .latest, .version'))
    each.style.visibility = 'hidden'";

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures").join(format!("{name}.png"))
}

/// What stands in the window now, at half its size.
fn seen(browser: &Browser) -> Picture {
    browser.stands_still();
    let _ = browser.script(FLEETING, vec![]);
    Picture::decode(&browser.ask(browser.client().screenshot()).expect("a picture")).halved()
}

/// Compares the page with its picture, or draws that anew. Gives what is wrong.
fn compare(me: &Visitor<Browser>, name: &str) -> Option<String> {
    let now = seen(&me.window);
    let file = kept(name);
    if std::env::var_os("LANDED_RENEW").is_some() {
        now.save(&file);
    }
    let size = file.metadata().map_or(0, |file| file.len());
    if size > LARGEST {
        return Some(format!("{name}: its picture has {size} bytes"));
    }
    if size == 0 {
        return Some(format!("{name}: there is no picture of it"));
    }
    let wrong = match now.difference(&Picture::open(&file)) {
        Ok(found) if found.worst <= ALIKE => return None,
        Ok(found) => format!("{name}: {found:?}, {ALIKE} is alike"),
        Err(why) => format!("{name}: {why}"),
    };
    let picture = shots_folder().join("look").join(format!("{name}.png"));
    now.save(&picture);
    Some(format!("{wrong}; see {}", picture.display()))
}

fn somebody(size: Size, dark: bool, languages: &'static str) -> Visitor<Browser> {
    let taste = Taste { size, dark, languages, still: true, ..Taste::default() };
    let me = Visitor::browses(Engine::Chromium, &taste, "look");
    me.is_at("welcome-heading");
    me
}

fn nothing_is_wrong(found: impl IntoIterator<Item = Option<String>>) {
    let wrong: Vec<String> = found.into_iter().flatten().collect();
    assert!(
        wrong.is_empty(),
        "pages look different; `cargo xtask screenshots --renew` if that is right:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn on_a_desktop_in_english() {
    let me = somebody(Size::DESKTOP, false, "en-CA");
    let welcome = compare(&me, "welcome-desktop");
    me.goes_to_first_sign_in();
    me.window.submit();
    me.sees("error-required--uci");
    let errors = compare(&me, "first-sign-in-errors-desktop");
    me.fills_first_sign_in(&me.world.temporary_access());
    me.window.submit();
    me.stores_a_password();
    // It comes after the rest, and its column with it.
    me.sees("latest-heading");
    let home = compare(&me, "household-desktop");
    nothing_is_wrong([welcome, errors, home]);
}

#[test]
fn on_a_phone_in_french_and_dark() {
    let me = somebody(Size::PHONE, true, "fr-CA");
    let welcome = compare(&me, "welcome-phone-fr-dark");
    me.signs_in();
    let home = compare(&me, "household-phone-fr-dark");
    me.presses("go-declare");
    me.is_at("declaration-heading");
    let declaration = compare(&me, "declaration-phone-fr-dark");
    nothing_is_wrong([welcome, home, declaration]);
}

#[test]
fn on_a_phone_in_chinese() {
    let me = somebody(Size::PHONE, false, "zh-Hans");
    let welcome = compare(&me, "welcome-phone-zh");
    me.opens("/help/genuine-email");
    me.is_at("genuine-heading");
    let genuine = compare(&me, "genuine-phone-zh");
    nothing_is_wrong([welcome, genuine]);
}

#[test]
fn a_button_that_moved_is_noticed() {
    let me = somebody(Size::DESKTOP, false, "en-CA");
    let before = seen(&me.window);
    let again = seen(&me.window).difference(&before).expect("the same size");
    assert!(again.worst < 1.0, "the same page looks the same: {again:?}");
    for (change, what) in [
        ("button.style.translate = '10px 0'", "ten pixels to the right"),
        ("button.style.translate = '0 6px'", "six pixels down"),
        ("button.style.backgroundColor = '#3b6d8b'", "another colour"),
        ("button.textContent = 'Log on'", "other words"),
    ] {
        let script = format!(
            "const button = document.querySelector('main .button'), kept = button.cloneNode(true);
            {change};
            window.undo = () => button.replaceWith(kept);"
        );
        let _ = me.window.script(&script, vec![]);
        let found = seen(&me.window).difference(&before).expect("the same size");
        assert!(found.worst > ALIKE, "{what}: {found:?}");
        let _ = me.window.script("undo()", vec![]);
    }
}
