//! The whole journey of one person, from the temporary password in the mail to the mailed card, with
//! an officer's commands where an officer acts. The same in the app's window and in browsers.

use crate::pictures;
use crate::visitor::{HOUSEHOLD, Surface, Visitor};
use crate::world::PRINCIPAL;

const NOTE_EN: &str = "There is a shadow behind your head. Stand further from the wall.";
const NOTE_FR: &str = "Il y a une ombre derrière votre tête. Éloignez-vous du mur.";

/// All of it.
pub fn to_the_mailed_card<W: Surface>(me: &Visitor<W>) {
    to_the_sent_photo(me);
    me.keeps_a_picture("photo-done");
    me.goes_home();
    the_photo_comes_back(me);
    the_card_is_mailed(me);
}

/// Signs in for the first time, declares, gives the address and sends a photo.
pub fn to_the_sent_photo<W: Surface>(me: &Visitor<W>) {
    me.is_at("welcome-heading");
    me.keeps_a_picture("welcome");
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&me.world.temporary_access());
    me.keeps_a_picture("first-sign-in");
    me.window.submit();
    me.is_at("own-password-heading");
    me.keeps_a_picture("own-password");
    me.stores_a_password();
    me.keeps_a_picture("household");

    me.declares();
    me.keeps_a_picture("declaration-done");
    me.goes_home();
    me.gives_an_address();
    me.keeps_a_picture("address-done");
    me.goes_home();

    me.presses("go-add-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::of_a_phone(&me.window.folder("pictures"), "phone.jpg"));
    me.goes_to_framing();
    me.keeps_a_picture("photo-framing");
    me.frames_the_photo();
    for removed in ["removes-location", "removes-device", "removes-serial-number"] {
        me.sees(removed);
    }
    me.keeps_a_picture("photo-check");
    me.sends_what_is_shown();
    the_portal_has_the_part_and_nothing_else(me);
}

/// What the portal keeps is the framed picture, and nowhere in it stands what the phone had written.
fn the_portal_has_the_part_and_nothing_else<W: Surface>(me: &Visitor<W>) {
    let kept = me.world.kept_pictures();
    let [photo] = &kept[..] else { panic!("{} pictures are kept", kept.len()) };
    assert_eq!(pictures::size_of_jpeg(photo), Some((2000, 2800)));
    for mark in pictures::PHONE_MARKS {
        let there = photo.windows(mark.len()).any(|bytes| bytes == mark.as_bytes());
        assert!(!there, "“{mark}” was sent");
    }
}

/// An officer returns the photo with a reason and a note; another one is sent and accepted.
fn the_photo_comes_back<W: Surface>(me: &Visitor<W>) {
    let photo = me.world.waiting_photo();
    let reason = ["--reason", "background_shadow"];
    let note = ["--note-en", NOTE_EN, "--note-fr", NOTE_FR];
    me.world.officer(&[&["return", photo.as_str()], &reason[..], &note[..]].concat());
    me.waits_until_it_shows(&me.text("go-replace-photo"));
    me.keeps_a_picture("household-photo-returned");
    me.presses("go-replace-photo");
    me.window.heading(&me.about_me("photo-choose-again"));
    me.sees("reason-background-shadow");
    me.window.shows(NOTE_EN);
    me.keeps_a_picture("photo-returned");
    me.picks(&pictures::fitting(&me.window.folder("pictures"), "second.png", 2));
    me.sees("photo-file-fits");
    me.sends_the_photo();
    me.goes_home();
    me.world.officer(&["accept", &me.world.waiting_photo()]);
}

/// The proof is issued, the card is made and mailed, and the timeline tells all of it.
fn the_card_is_mailed<W: Surface>(me: &Visitor<W>) {
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("back-to-household");
    me.waits_until_it_shows(&me.text("next-card-waiting"));
    me.world.officer(&["proof", PRINCIPAL.uci, "--became-resident-on", "2026-11-20"]);
    me.world.officer(&["card-made", PRINCIPAL.uci]);
    me.world.officer(&["card-mailed", PRINCIPAL.uci]);
    me.waits_until_it_shows(&me.text("person-finished"));
    me.window.press(HOUSEHOLD[0]);
    me.sees("event-card-mailed");
    me.sees("proof-heading");
    me.keeps_a_picture("person");
    me.presses("everything-that-happened");
    me.window.heading(&me.about(HOUSEHOLD[0], "timeline-of"));
    me.sees("event-photo-returned");
    me.sees("event-first-signed-in");
    me.keeps_a_picture("timeline");
}
