//! What people with disabilities need, on every page and its error state of the browser edition in
//! Chromium: axe-core, the accessibility tree, the layout at 320 pixels and at 400 %, reduced motion,
//! forced colours, and the journey by keyboard alone.

#![expect(clippy::unwrap_used, reason = "what goes wrong here is the failure of the test")]

mod keyboard;

use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::versions;
use journeys::visitor::Visitor;
use journeys::walk;

const ENGLISH: &str = "en-CA";
const FRENCH: &str = "fr-CA,fr";
const CHINESE: &str = "zh-Hans,zh";

fn taste(languages: &'static str) -> Taste {
    // Motion is reduced: nothing waits for a picture to draw itself, and nothing may move at all.
    Taste { languages, still: true, ..Taste::default() }
}

/// Walks past every page, collects what is wrong with each, and wants nothing to be.
fn every_page(languages: &'static str, look: impl Fn(&Browser, &Taste) -> Vec<String>) {
    let taste = taste(languages);
    let me = Visitor::browses(Engine::Chromium, &taste, "accessible");
    let mut wrong = Vec::new();
    let mut pages = 0;
    walk::past_every_page(&me, &mut |me, name| {
        pages += 1;
        let found = look(&me.window, &taste);
        wrong.extend(found.into_iter().map(|complaint| format!("{name}, {complaint}")));
        me.window.becomes(&taste);
    });
    assert!(pages >= 105, "{pages} pages were looked at");
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
}

/// What axe-core finds with this taste.
fn axe(browser: &Browser, name: &str, taste: &Taste) -> Vec<String> {
    browser.becomes(taste);
    let found = browser.violations();
    found.iter().map(|violation| format!("{name}: {violation}")).collect()
}

/// The page as it is, and one thing changed at a time.
fn one_at_a_time(browser: &Browser, taste: &Taste) -> Vec<String> {
    let phone = Taste { size: Size::PHONE, ..taste.clone() };
    let dark = Taste { dark: true, ..taste.clone() };
    let forced = Taste { forced_colours: true, ..taste.clone() };
    [
        axe(browser, "as it is", taste),
        told(browser),
        axe(browser, "dark", &dark),
        axe(browser, "forced colours", &forced),
        axe(browser, "phone", &phone),
        browser.what_moves().iter().map(|what| format!("reduced motion: {what}")).collect(),
        browser.layout_at(Size::PHONE, "phone"),
        browser.layout_at(Size::NARROW, "320 px"),
        browser.layout_at(Size::ZOOMED, "400 %"),
    ]
    .concat()
}

fn told(browser: &Browser) -> Vec<String> {
    let wrong = browser.what_is_told_wrongly();
    wrong.iter().map(|complaint| format!("accessibility tree: {complaint}")).collect()
}

/// Another language: its letters, its words' length.
fn in_another_language(browser: &Browser, taste: &Taste) -> Vec<String> {
    let phone = Taste { size: Size::PHONE, ..taste.clone() };
    [
        axe(browser, "phone", &phone),
        told(browser),
        browser.layout_at(Size::NARROW, "320 px"),
        browser.layout_at(Size::ZOOMED, "400 %"),
    ]
    .concat()
}

#[test]
fn every_page_in_english() {
    every_page(ENGLISH, one_at_a_time);
}

#[test]
fn every_page_in_french() {
    every_page(FRENCH, in_another_language);
}

#[test]
fn every_page_in_chinese() {
    every_page(CHINESE, in_another_language);
}

/// The pages that show two versions beside each other, which no walk comes past by itself.
fn two_versions(languages: &'static str, look: impl Fn(&Browser, &Taste) -> Vec<String>) {
    let taste = taste(languages);
    let me = Visitor::browses(Engine::Chromium, &taste, "accessible");
    let mut wrong = Vec::new();
    versions::past_both(&me, &mut |me, name| {
        let found = look(&me.window, &taste);
        wrong.extend(found.into_iter().map(|complaint| format!("{name}, {complaint}")));
        me.window.becomes(&taste);
    });
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn two_versions_in_english() {
    two_versions(ENGLISH, one_at_a_time);
}

#[test]
fn two_versions_in_french() {
    two_versions(FRENCH, in_another_language);
}

#[test]
fn two_versions_in_chinese() {
    two_versions(CHINESE, in_another_language);
}

/// Every scheme in every width, with and without forced colours.
fn every_combination(browser: &Browser, taste: &Taste) -> Vec<String> {
    let mut wrong = told(browser);
    for size in [Size::PHONE, Size::DESKTOP, Size::NARROW, Size::ZOOMED] {
        for dark in [false, true] {
            for forced_colours in [false, true] {
                let taste = Taste { size, dark, forced_colours, ..taste.clone() };
                let name = format!("{} px, dark {dark}, forced {forced_colours}", size.width);
                wrong.extend(axe(browser, &name, &taste));
            }
        }
        wrong.extend(browser.layout_at(size, &format!("{} px", size.width)));
    }
    wrong
}

#[test]
#[ignore = "the whole matrix takes long; `cargo xtask verify accessibility` runs it"]
fn the_whole_matrix_in_english() {
    every_page(ENGLISH, every_combination);
}

#[test]
#[ignore = "the whole matrix takes long; `cargo xtask verify accessibility` runs it"]
fn the_whole_matrix_in_french() {
    every_page(FRENCH, every_combination);
}

#[test]
#[ignore = "the whole matrix takes long; `cargo xtask verify accessibility` runs it"]
fn the_whole_matrix_in_chinese() {
    every_page(CHINESE, every_combination);
}

#[test]
fn the_checks_find_what_is_wrong() {
    let me = Visitor::browses(Engine::Chromium, &taste(ENGLISH), "accessible");
    me.is_at("welcome-heading");
    // The page's policy lets no style stand in its HTML, so each is set from here.
    let breaks = "const add = (tag, text, style) => {
            const it = document.querySelector('main').appendChild(document.createElement(tag));
            it.textContent = text;
            it.style.cssText = style;
        };
        add('p', 'Hardly to be read', 'color: #aaa; background: #fff');
        add('button', '', 'width: 12px; height: 12px; padding: 0; min-height: 0; min-width: 0; border: 0');
        add('h1', 'Another one', '');
        add('p', 'Too wide', 'width: 700px; max-width: none');
        add('p', 'Cut off before its end', 'width: 60px; overflow: hidden; white-space: nowrap');
        add('p', 'In the way', 'position: fixed; bottom: 0; height: 200px; width: 100%');
        document.querySelector('h1').animate([{ opacity: 1 }, { opacity: 0.9 }], 90_000);";
    let _ = me.window.script(breaks, vec![]);
    assert_eq!(me.window.what_moves(), ["something runs"]);
    let _ = me.window.script("document.getAnimations().forEach(each => each.cancel())", vec![]);

    let rules: Vec<String> = me.window.violations().into_iter().map(|each| each.rule).collect();
    for rule in ["color-contrast", "button-name", "page-has-heading-one"] {
        // A second h1 is no violation to axe-core; the tree's own check finds it.
        let expected = rule != "page-has-heading-one";
        assert_eq!(rules.iter().any(|found| found == rule), expected, "{rule} in {rules:?}");
    }
    let told = me.window.what_is_told_wrongly();
    assert!(told.contains(&"a button has no name".to_owned()), "{told:?}");
    assert!(told.contains(&"2 headings have level 1".to_owned()), "{told:?}");
    let layout = me.window.layout_at(Size::ZOOMED, "").join("\n");
    for complaint in ["the page is", "cuts its content off", "is 12 × 12", "stay covered"] {
        assert!(layout.contains(complaint), "“{complaint}” is in\n{layout}");
    }

    me.window.resize(Size::DESKTOP);
    me.opens("/");
    me.is_at("welcome-heading");
    me.window.tabs_to(&me.text("way-own-go"));
    assert!(me.window.what_hides_the_focus().is_empty());
    let hides = "const it = document.activeElement, cover = document.querySelector('main p');
        it.style.outline = 'none';
        cover.style.cssText = 'position: fixed; inset: 0; z-index: 9'";
    let _ = me.window.script(hides, vec![]);
    let hidden = me.window.what_hides_the_focus();
    assert_eq!(hidden, ["has no ring around it", "is covered by something"]);
}
