//! The network cable is out from the sign-in on: everything is prepared all the same, outlives the
//! app, and when the network is back only the declaration and the last send are left to do.

use super::let_the_promised_time_pass;
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, Visitor, holds};
use journeys::wait::until_within;
use std::time::Duration;

const WORDS: &str = "Nous arrivons vendredi. We land on Friday.";

#[test]
fn everything_but_the_declaration_and_the_last_send_is_prepared_without_a_network() {
    let mut me = Visitor::arrives("offline");
    me.signs_in();
    me.world.stop();

    // The declaration is ticked, and says why it cannot be made now.
    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.ticks_everyone();
    me.window.submit();
    me.sees("error-portal-unreachable");
    me.keeps_a_picture("declaration");
    me.presses("back-to-household");
    me.is_at("household-heading");

    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-address");
    me.fills_address();
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.submit();
    me.is_at("waits-address-heading");
    me.goes_home();

    // The photo is picked, judged, framed and looked at; only sending it waits for the declaration.
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::of_a_phone(&me.window.desk().folder("pictures"), "phone.jpg"));
    me.goes_to_framing();
    me.frames_the_photo();
    me.sees_pixels(2000, 2800);
    me.sees("declare-first-title");
    me.keeps_a_picture("photo");
    me.window.press(&me.text("back"));
    me.window.heading(&me.about_me("photo-choose"));
    me.presses("back-to-household");
    me.is_at("household-heading");

    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("messages-go");
    me.window.heading(&me.about(HOUSEHOLD[0], "messages-heading"));
    me.types("message-label", WORDS);
    me.window.submit();
    me.window.shows(&me.text("waits-heading"));
    let_the_promised_time_pass();

    let mut me = me.after_a_power_cut();
    me.window.heading(&me.about(HOUSEHOLD[0], "messages-heading"));
    me.window.shows(WORDS);
    me.window.press(&me.text("back"));
    me.window.heading(HOUSEHOLD[0]);
    me.window.press(&me.text("back-to-household"));
    me.is_at("household-heading");
    me.keeps_a_picture("board");

    me.world.resume();
    me.presses("next-declaration-ready");
    me.is_at("declaration-heading");
    let ticked = HOUSEHOLD.map(|name| me.window.chosen(name));
    assert_eq!(ticked, [true; 4], "the ticks are back");
    me.window.submit();
    me.is_at("declaration-done-heading");
    me.goes_home();
    // Address and message go by themselves.
    let sent = || {
        let waits = holds(&me.window.text(), &me.text("waits-heading"));
        (!waits).then_some(())
    };
    until_within(Duration::from_secs(60), sent)
        .unwrap_or_else(|why| panic!("it still waits: {why}\n{}", me.window.text()));
    me.sees("waits-sent-heading");
    // It is ready: nothing is asked again.
    me.presses("next-photo-ready");
    me.window.heading(&me.about_me("photo-check-heading"));
    me.sees_pixels(2000, 2800);
    me.sends_what_is_shown();
    assert_eq!(me.world.kept_pictures().len(), 1);
    me.keeps_a_picture("sent");
}
