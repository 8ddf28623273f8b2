//! A walk past every page and its error state, in the order of the journey, with a look at each: for
//! pictures, and for checks that hold on every page alike.

mod account;
mod invited;

use crate::pictures;
use crate::visitor::{HOUSEHOLD, Surface, Visitor};
use crate::world::PRINCIPAL;
use contract::Language;
use fantoccini::key::Key;

/// The topics of help: the link's words, and the heading of its page.
const TOPICS: [(&str, &str); 7] = [
    ("door-no-email", "no-email-heading"),
    ("door-genuine-email", "genuine-heading"),
    ("door-invitation", "invitation-heading"),
    ("door-password", "password-help-heading"),
    ("door-photo", "guide-heading"),
    ("door-accessibility", "accessibility-heading"),
    ("door-not-here", "not-done-here"),
];

/// The questions about an email, and what all but one are answered with.
const MARKS: [&str; 4] = ["genuine-sender", "genuine-languages", "genuine-subject", "genuine-link"];

/// Somebody who walks, and what looks at each page.
struct Walk<'a, W> {
    me: &'a Visitor<W>,
    look: &'a mut dyn FnMut(&Visitor<W>, &str),
}

/// Walks from the first page to the mailed card, and to the way in again.
pub fn past_every_page<W: Surface>(me: &Visitor<W>, look: &mut dyn FnMut(&Visitor<W>, &str)) {
    let mut walk = Walk { me, look };
    walk.before_the_sign_in();
    walk.invitation();
    walk.first_sign_in();
    walk.account();
    walk.declaration();
    walk.address();
    walk.photo();
    walk.returned_photo();
    walk.card();
    walk.after_the_sign_out();
}

impl<W: Surface> Walk<'_, W> {
    fn at(&mut self, name: &str) {
        (self.look)(self.me, name);
    }

    fn before_the_sign_in(&mut self) {
        let me = self.me;
        me.is_at("welcome-heading");
        self.at("welcome");
        let own_name = me.language().own_name();
        me.window.press(&me.text_with("language-label", &[("language", own_name.into())]));
        me.window.wait_for("every language", || {
            let mut all = Language::ALL.iter();
            all.all(|each| me.window.has_button(each.own_name())).then_some(())
        });
        self.at("language-menu");
        me.window.key(Key::Escape);
        self.help();
        me.presses("settings");
        me.is_at("settings");
        self.at("settings");
        me.presses("app-name");
        me.is_at("welcome-heading");
        me.presses("way-own-go");
        me.is_at("sign-in-heading");
        self.at("sign-in");
        me.window.submit();
        me.sees("error-required--password");
        self.at("sign-in-errors");
        self.ways_back();
    }

    fn help(&mut self) {
        let me = self.me;
        me.presses("help");
        me.is_at("help-heading");
        self.at("help");
        for (door, heading) in TOPICS {
            me.presses(door);
            me.is_at(heading);
            self.at(&format!("help-{}", door.trim_start_matches("door-")));
            if door == "door-genuine-email" {
                self.genuine();
            }
            me.presses("back-to-help");
            me.is_at("help-heading");
        }
        me.presses("app-name");
        me.is_at("welcome-heading");
    }

    /// The outcome that asks for most care: one mark is not there.
    fn genuine(&mut self) {
        let me = self.me;
        me.window.choose_in(&me.text("genuine-way"), &me.text("genuine-hand"));
        for (i, mark) in MARKS.into_iter().enumerate() {
            let answer = if i == 0 { "answer-no" } else { "answer-yes" };
            me.window.choose_in(&me.text(mark), &me.text(answer));
        }
        me.sees("genuine-not-ours");
        self.at("help-genuine-email-not-ours");
    }

    fn first_sign_in(&mut self) {
        let me = self.me;
        me.goes_to_first_sign_in();
        self.at("first-sign-in");
        me.window.submit();
        me.sees("error-required--temporary-password");
        self.at("first-sign-in-errors");
        me.fills_first_sign_in(&me.world.temporary_access());
        me.window.submit();
        me.is_at("own-password-heading");
        self.at("own-password");
        me.types("own-password", "short");
        me.window.submit();
        me.sees("error-summary-title");
        self.at("own-password-errors");
        me.stores_a_password();
        self.at("household-begins");
        me.presses("settings");
        me.is_at("settings");
        me.sees("sign-out-text");
        self.at("settings-signed-in");
        me.presses("app-name");
        me.is_at("household-heading");
    }

    fn declaration(&mut self) {
        let me = self.me;
        me.presses("go-declare");
        me.is_at("declaration-heading");
        self.at("declaration");
        me.window.submit();
        me.sees("error-nobody-chosen");
        self.at("declaration-errors");
        me.ticks_everyone();
        me.window.submit();
        me.is_at("declaration-done-heading");
        self.at("declaration-done");
        me.goes_home();
    }

    fn address(&mut self) {
        let me = self.me;
        me.presses("go-address");
        me.is_at("address-heading");
        me.window.choose(&me.text("address-elsewhere"));
        me.sees("residential-heading");
        self.at("address");
        me.window.submit();
        me.sees("error-required--street");
        self.at("address-errors");
        me.window.choose(&me.text("address-elsewhere"));
        me.fills_address();
        me.window.submit();
        me.is_at("address-check-heading");
        self.at("address-check");
        me.window.submit();
        me.is_at("address-done-heading");
        self.at("address-done");
        me.goes_home();
    }

    fn photo(&mut self) {
        let me = self.me;
        let folder = me.window.folder("pictures");
        me.presses("go-add-photo");
        me.window.heading(&me.about_me("photo-choose"));
        self.at("photo");
        me.presses("guide-go");
        me.is_at("guide-heading");
        self.at("photo-guide");
        me.presses("guide-choose");
        me.window.heading(&me.about_me("photo-choose"));
        me.picks(&pictures::too_small(&folder, "small.png"));
        me.sees("photo-refused");
        self.at("photo-that-does-not-fit");
        me.picks(&pictures::text_named_as_picture(&folder, "text.jpg"));
        me.sees("error-summary-title");
        self.at("photo-no-picture");
        me.picks(&pictures::of_a_phone(&folder, "phone.jpg"));
        me.sees("framing-needed");
        self.at("photo-to-be-framed");
        me.window.submit();
        me.sees("error-required--kind");
        self.at("photo-errors");
        me.goes_to_framing();
        self.at("photo-framing");
        me.types("crop-left", "2400");
        me.window.submit();
        me.sees("error-summary-title");
        self.at("photo-framing-errors");
        me.presses("crop-centre");
        me.frames_the_photo();
        self.at("photo-check");
        me.sends_what_is_shown();
        self.at("photo-done");
        me.goes_home();
        self.at("household-photo-sent");
    }

    fn returned_photo(&mut self) {
        let me = self.me;
        let folder = me.window.folder("pictures");
        let photo = me.world.waiting_photo();
        let note =
            ["--note-en", "Stand further from the wall.", "--note-fr", "Éloignez-vous du mur."];
        let reasons = ["--reason", "background_shadow", "--reason", "head_too_small"];
        me.world.officer(&[&["return", photo.as_str()], &reasons[..], &note[..]].concat());
        me.waits_until_it_shows(&me.text("go-replace-photo"));
        self.at("household-photo-returned");
        me.presses("go-replace-photo");
        me.sees("reason-background-shadow");
        self.at("photo-returned");
        me.picks(&pictures::fitting(&folder, "second.png", 2));
        me.sees("photo-file-fits");
        self.at("photo-that-fits");
        me.sends_the_photo();
        me.goes_home();
        me.world.officer(&["accept", &me.world.waiting_photo()]);
        me.window.press(HOUSEHOLD[0]);
        me.window.heading(HOUSEHOLD[0]);
        me.presses("about-the-card");
        me.window.heading(&me.about(HOUSEHOLD[0], "card-of"));
        self.at("card-needs");
        me.presses("app-name");
        me.is_at("household-heading");
        me.waits_until_it_shows(&me.text("next-card-waiting"));
    }

    fn card(&mut self) {
        let me = self.me;
        me.world.officer(&["proof", PRINCIPAL.uci, "--became-resident-on", "2026-11-20"]);
        me.world.officer(&["card-made", PRINCIPAL.uci]);
        me.world.officer(&["card-mailed", PRINCIPAL.uci]);
        me.waits_until_it_shows(&me.text("person-finished"));
        self.at("household-card-mailed");
        me.window.press(HOUSEHOLD[0]);
        me.sees("event-card-mailed");
        self.at("person");
        me.presses("about-the-card");
        me.window.heading(&me.about(HOUSEHOLD[0], "card-of"));
        self.at("card-mailed");
        me.presses("everything-that-happened");
        me.window.heading(&me.about(HOUSEHOLD[0], "timeline-of"));
        me.sees("event-photo-returned");
        self.at("timeline");
        me.presses("app-name");
        me.is_at("household-heading");
        me.window.press(HOUSEHOLD[2]);
        me.window.heading(HOUSEHOLD[2]);
        self.at("person-long-name");
    }

    fn after_the_sign_out(&mut self) {
        let me = self.me;
        me.presses("sign-out");
        me.is_at("welcome-heading");
        self.second_step();
    }
}
