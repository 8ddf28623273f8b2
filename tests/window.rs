//! The whole journey in the real window, the system's file picker driven for real.

#[path = "window/invited.rs"]
mod invited;
#[path = "window/news.rs"]
mod news;
#[path = "window/offline.rs"]
mod offline;
#[path = "window/outbox.rs"]
mod outbox;
#[path = "window/passphrase.rs"]
mod passphrase;
#[path = "window/privacy.rs"]
mod privacy;

use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor};
use journeys::world::{PRINCIPAL, TEMPORARY_PASSWORD_IS_OVER};
use journeys::{journey, pictures};

#[test]
fn from_the_temporary_password_to_the_mailed_card() {
    journey::to_the_mailed_card(&Visitor::arrives("journey"));
}

/// The promise: older than this, nothing typed is lost.
fn let_the_promised_time_pass() {
    std::thread::sleep(std::time::Duration::from_millis(300));
}

#[test]
fn what_was_typed_survives_a_power_cut_on_every_page() {
    let me = Visitor::arrives("power-cut");
    let access = me.world.temporary_access();
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&access);
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("first-heading");
    assert_eq!(me.finds("username"), access.username);
    let date = ["date-day", "date-month", "date-year"].map(|part| me.finds(part));
    assert_eq!(date, [PRINCIPAL.born.0, PRINCIPAL.born.1, PRINCIPAL.born.2]);
    assert_eq!(me.finds("uci"), PRINCIPAL.uci);
    assert_eq!(me.finds("temporary-password"), "", "a password is never kept");

    // Interrupted before the own password: the temporary one still works.
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.is_at("own-password-heading");
    let me = me.after_a_power_cut();
    me.is_at("first-heading");
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.stores_a_password();

    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.window.choose(HOUSEHOLD[0]);
    me.window.choose(HOUSEHOLD[3]);
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("declaration-heading");
    let ticked = HOUSEHOLD.map(|name| me.window.chosen(name));
    assert_eq!(ticked, [true, false, false, true], "the ticks are back");
    me.ticks_everyone();
    me.window.submit();
    me.is_at("declaration-done-heading");
    me.goes_home();

    me.presses("go-address");
    me.fills_address();
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("address-heading");
    let typed = ["address-unit", "address-street", "address-municipality", "address-province"];
    let expected = ["1204", "88 Rue Sainte-Catherine O", "Montréal", "QC"];
    assert_eq!(typed.map(|field| me.finds(field)), expected);
    assert_eq!(me.finds("address-postal-code"), "h2x1z3", "as it was typed");
    me.window.submit();
    me.is_at("address-check-heading");
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("address-check-heading");
    me.window.submit();
    me.is_at("address-done-heading");
    me.goes_home();

    me.presses("go-add-photo");
    me.picks(&pictures::fitting(&me.window.desk().folder("pictures"), "me.png", 5));
    me.sees("photo-file-fits");
    me.window.choose(&me.text("photo-kind-selfie"));
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.window.heading(&me.about_me("photo-choose"));
    me.window.shows("me.png");
    assert!(me.window.chosen(&me.text("photo-kind-selfie")), "what the picture is, is back");

    // Another picture, and the part of it that was about to be taken.
    me.picks(&pictures::of_a_phone(&me.window.desk().folder("pictures"), "phone.jpg"));
    me.goes_to_framing();
    me.types("crop-height", "3080");
    me.types("crop-left", "420");
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("photo-frame-heading");
    let frame = ["crop-left", "crop-width", "crop-height"].map(|number| me.finds(number));
    assert_eq!(frame, ["420", "2200", "3080"], "the frame is where it was");
    me.frames_the_photo();
    me.sees_pixels(2000, 2800);
    let me = me.after_a_power_cut();
    me.window.heading(&me.about_me("photo-check-heading"));
    me.sees_pixels(2000, 2800);
    me.sends_what_is_shown();

    me.goes_home();
    me.presses("sign-out");
    me.is_at("welcome-heading");
    me.presses("way-own-go");
    me.is_at("sign-in-heading");
    me.types("username", &access.username);
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("sign-in-heading");
    assert_eq!(me.finds("username"), access.username);

    me.types("password", "seven green kayaks at dusk");
    me.window.submit();
    me.sees("error-sign-in-refused");
    me.keeps_a_picture("wrong-own-password");
    assert_eq!(me.finds("username"), access.username, "what was typed stays");
    me.types("password", PASSWORD);
    me.window.submit();
    me.is_at("household-heading");
    me.window.shows(HOUSEHOLD[0]);
}

#[test]
fn what_goes_wrong_at_the_door_says_so_and_keeps_what_was_typed() {
    let mut me = Visitor::arrives("at-the-door");
    let access = me.world.temporary_access();
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&access);
    me.types("temporary-password", "f7Hq-9Tzk-Rm4w");
    me.window.submit();
    me.sees("error-first-sign-in-refused");
    me.keeps_a_picture("wrong-password");
    assert_eq!(me.finds("username"), access.username, "what was typed stays");

    me.world.stop();
    me.types("temporary-password", &access.password);
    me.window.submit();
    me.sees("error-portal-unreachable");
    me.keeps_a_picture("portal-down");
    assert_eq!(me.finds("uci"), PRINCIPAL.uci, "what was typed stays");

    me.world.move_clock(TEMPORARY_PASSWORD_IS_OVER);
    me.window.submit();
    // The day is part of the sentence; what comes before it is the same on every day.
    let sentence = me.text_with("error-temporary-password-expired", &[("on", "|".into())]);
    me.window.shows(sentence.split('|').next().unwrap());
    me.keeps_a_picture("temporary-password-expired");
    assert_eq!(me.finds("temporary-password"), access.password, "what was typed stays");
}

#[test]
fn without_a_network_it_says_so() {
    let me = Visitor::arrives_without_a_network("no-network");
    me.goes_to_first_sign_in();
    me.fills_first_sign_in(&me.world.temporary_access());
    me.window.submit();
    me.sees("error-offline");
    me.keeps_a_picture("no-network");
    assert_eq!(me.finds("uci"), PRINCIPAL.uci, "what was typed stays");
}

#[test]
fn files_that_cannot_be_sent_say_why_and_nothing_is_lost() {
    let me = Visitor::arrives("files");
    me.signs_in();
    me.declares();
    me.goes_home();
    me.gives_an_address();
    me.goes_home();
    me.presses("go-add-photo");
    let folder = me.window.desk().folder("pictures");
    me.picks(&pictures::fitting(&folder, "good.png", 1));
    me.sees("photo-file-fits");
    me.window.choose(&me.text("photo-kind-scan"));

    let text = pictures::text_named_as_picture(&folder, "text.jpg");
    let huge = pictures::hundred_megapixels(&folder, "huge.png");
    let empty = pictures::empty(&folder, "empty.jpg");
    let wrong = [
        (&text, me.text_with("error-photo-wrong-format", &[("found", "text".into())])),
        (
            &huge,
            me.text_with(
                "error-photo-too-many-pixels",
                &[("limit", 60_u32.into()), ("megapixels", 100_u32.into())],
            ),
        ),
        (&empty, me.text("error-photo-empty")),
    ];
    for (file, sentence) in wrong {
        me.picks(file);
        me.window.shows(&sentence);
        me.keeps_a_picture(&format!("refused-{}", file.file_stem().unwrap().display()));
        me.window.shows("good.png");
        assert!(me.window.chosen(&me.text("photo-kind-scan")), "what was said stays");
    }

    me.presses("photo-pick-another");
    me.window.desk().cancel_picking();
    me.window.shows("good.png");
    me.sends_the_photo();
}

#[test]
fn the_window_comes_back_where_it_was() {
    let me = Visitor::arrives("window");
    me.is_at("welcome-heading");
    me.window.resize(900, 700);
    me.window.shift(150, 120);
    let before = me.window.geometry();
    let me = me.after_closing();
    me.is_at("welcome-heading");
    assert_eq!(me.window.geometry(), before, "x, y, width, height");
}
