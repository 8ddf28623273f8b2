//! Pictures of every page: desktop and phone width, English and French, light and dark. Made by
//! `cargo xtask screenshots`; what they show is looked at by people.

use contract::Language;
use journeys::desk::{Desk, Screen};
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, Visitor};
use journeys::world::{PRINCIPAL, World};

const WIDTHS: [(&str, u32); 2] = [("desktop", 1440), ("phone", 390)];

/// High enough for every page as a whole.
const SCREEN: Screen = Screen(1600, 4200);

#[test]
fn light() {
    walk("light", false);
}

#[test]
fn dark() {
    walk("dark", true);
}

/// Pictures of this page in both languages and widths, each as high as the page.
fn every(me: &Visitor, name: &str) {
    for language in [Language::English, Language::French] {
        for (width_name, width) in WIDTHS {
            me.window.fit(width);
            let file = format!("{name}-{}-{width_name}", language.tag());
            me.keeps_a_picture(&file);
        }
        let other =
            if language == Language::English { Language::French } else { Language::English };
        me.window.press(other.own_name());
    }
}

fn walk(name: &str, dark: bool) {
    let (desk, world) = (Desk::with(SCREEN, dark), World::new());
    let portal = world.address().to_owned();
    let me = Visitor::arrives_at(desk, world, &portal, name);
    me.is_at("welcome-heading");
    me.window.shift(0, 0);
    every(&me, "welcome");
    me.presses("help-more");
    me.is_at("help-heading");
    every(&me, "help");
    me.presses("back");
    me.goes_to_first_sign_in();
    me.window.submit();
    me.sees("error-required--uci");
    every(&me, "first-sign-in-errors");
    me.fills_first_sign_in(&me.world.temporary_access());
    every(&me, "first-sign-in");
    me.window.submit();
    me.is_at("own-password-heading");
    every(&me, "own-password");
    me.stores_a_password();
    every(&me, "household-begins");

    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.ticks_everyone();
    every(&me, "declaration");
    me.window.submit();
    me.is_at("declaration-done-heading");
    every(&me, "declaration-done");
    me.goes_home();

    me.presses("go-address");
    me.is_at("address-heading");
    me.window.submit();
    me.sees("error-required--street");
    every(&me, "address-errors");
    me.fills_address();
    every(&me, "address");
    me.window.submit();
    me.is_at("address-check-heading");
    every(&me, "address-check");
    me.window.submit();
    me.is_at("address-done-heading");
    every(&me, "address-done");
    me.goes_home();

    photos(&me);

    me.world.officer(&["proof", PRINCIPAL.uci, "--became-resident-on", "2026-11-20"]);
    me.world.officer(&["card-made", PRINCIPAL.uci]);
    me.world.officer(&["card-mailed", PRINCIPAL.uci]);
    me.waits_until_it_shows(&me.text("person-finished"));
    every(&me, "household-card-mailed");
    me.window.press(HOUSEHOLD[0]);
    me.sees("event-card-mailed");
    every(&me, "person");
    me.presses("back-to-household");
    me.window.press(HOUSEHOLD[2]);
    me.window.heading(HOUSEHOLD[2]);
    every(&me, "person-long-name");

    me.presses("sign-out");
    me.presses("way-own-go");
    me.is_at("sign-in-heading");
    every(&me, "sign-in");
}

fn photos(me: &Visitor) {
    let folder = me.window.desk().folder("pictures");
    me.presses("go-add-photo");
    me.window.heading(&me.about_me("photo-choose"));
    every(me, "photo");
    me.picks(&pictures::of_a_phone(&folder, "phone.png"));
    me.sees("photo-refused");
    every(me, "photo-that-does-not-fit");
    me.picks(&pictures::text_named_as_picture(&folder, "text.jpg"));
    me.sees("error-summary-title");
    every(me, "photo-no-picture");
    me.picks(&pictures::fitting(&folder, "first.png", 1));
    me.sees("photo-file-fits");
    me.window.choose(&me.text("photo-kind-digital"));
    every(me, "photo-that-fits");
    me.window.submit();
    me.window.heading(&me.about_me("photo-check-heading"));
    every(me, "photo-check");
    me.window.submit();
    me.is_at("photo-done-heading");
    every(me, "photo-done");
    me.goes_home();

    let photo = me.world.waiting_photo();
    let note = ["--note-en", "Stand further from the wall.", "--note-fr", "Éloignez-vous du mur."];
    let reasons = ["--reason", "background_shadow", "--reason", "head_too_small"];
    me.world.officer(&[&["return", photo.as_str()], &reasons[..], &note[..]].concat());
    me.waits_until_it_shows(&me.text("go-replace-photo"));
    every(me, "household-photo-returned");
    me.presses("go-replace-photo");
    me.sees("reason-background-shadow");
    every(me, "photo-returned");
    me.picks(&pictures::fitting(&folder, "second.png", 2));
    me.sees("photo-file-fits");
    me.sends_the_photo();
    me.goes_home();
    me.world.officer(&["accept", &me.world.waiting_photo()]);
    me.waits_until_it_shows(&me.text("next-card-waiting"));
}
