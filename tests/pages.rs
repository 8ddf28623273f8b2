//! Pictures of every page and its error state, at the width of a phone and of a desktop, light and
//! dark, in every language: of the browser edition in Chromium, and of the app's own window. Made by
//! `cargo xtask screenshots [--window]`; what they show is looked at by people.

use contract::Language;
use journeys::browser::{Engine, Size, Taste};
use journeys::desk::{Desk, Screen};
use journeys::visitor::Visitor;
use journeys::walk;
use journeys::world::World;

/// High enough for every page as a whole.
const SCREEN: Screen = Screen(1600, 4200);
const WIDTHS: [(&str, u32); 2] = [("desktop", 1280), ("phone", 390)];

fn scheme(dark: bool) -> &'static str {
    if dark { "dark" } else { "light" }
}

/// One browser walks once, and every page is seen in both sizes.
fn in_a_browser(languages: &'static str, dark: bool) {
    // Motion is reduced: no picture waits for a drawing to draw itself.
    let taste = Taste { languages, dark, still: true, ..Taste::default() };
    let folder = format!("browser/{}-{languages}", scheme(dark));
    let me = Visitor::browses(Engine::Chromium, &taste, &folder);
    walk::past_every_page(&me, &mut |me, name| {
        for (size, width) in [(Size::PHONE, "phone"), (Size::DESKTOP, "desktop")] {
            me.window.resize(size);
            me.keeps_a_picture(&format!("{name}-{width}"));
        }
    });
}

#[test]
fn browser_in_english_light() {
    in_a_browser("en-CA", false);
}

#[test]
fn browser_in_english_dark() {
    in_a_browser("en-CA", true);
}

#[test]
fn browser_in_french_light() {
    in_a_browser("fr-CA", false);
}

#[test]
fn browser_in_french_dark() {
    in_a_browser("fr-CA", true);
}

#[test]
fn browser_in_chinese_light() {
    in_a_browser("zh-Hans", false);
}

#[test]
fn browser_in_chinese_dark() {
    in_a_browser("zh-Hans", true);
}

fn in_the_window(language: Language, dark: bool) {
    let (desk, world) = (Desk::with(SCREEN, dark), World::new());
    let folder = format!("window/{}-{}", scheme(dark), language.tag());
    let me = Visitor::arrives_reading(language, desk, world, &folder);
    me.is_at("welcome-heading");
    me.window.shift(0, 0);
    walk::past_every_page(&me, &mut |me, name| {
        for (width_name, width) in WIDTHS {
            me.window.fit(width);
            me.keeps_a_picture(&format!("{name}-{width_name}"));
        }
    });
}

#[test]
fn window_in_english_light() {
    in_the_window(Language::English, false);
}

#[test]
fn window_in_english_dark() {
    in_the_window(Language::English, true);
}

#[test]
fn window_in_french_light() {
    in_the_window(Language::French, false);
}

#[test]
fn window_in_french_dark() {
    in_the_window(Language::French, true);
}
