//! The network cable is out: an address, a photo and a message are given all the same, wait where
//! their sender sees them, and arrive once when the portal answers again.

use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, Visitor, holds};
use journeys::wait::until_within;
use std::time::Duration;

const WORDS: &str = "We land on Friday at noon.";

#[test]
fn what_is_given_without_a_network_waits_and_arrives_once() {
    let mut me = Visitor::arrives("outbox");
    me.signs_in();
    me.declares();
    me.goes_home();
    let picture = pictures::fitting(&me.window.desk().folder("pictures"), "me.png", 3);

    me.world.stop();
    me.presses("go-address");
    me.fills_address();
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.submit();
    me.is_at("waits-address-heading");
    me.sees("waits-lead");
    me.keeps_a_picture("address-waits");
    // Taken back, it is as it was; and it is given again.
    me.presses("waits-take-back");
    me.is_at("address-check-heading");
    me.window.shows("H2X 1Z3");
    me.window.submit();
    me.is_at("waits-address-heading");
    me.goes_home();
    // What waits holds nobody up: the next thing is offered meanwhile.
    me.sees("go-add-photo");
    me.window.shows(&me.text("waits-take-back"));

    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.sees("step-waits");
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&picture);
    me.sees("photo-file-fits");
    me.window.choose(&me.text("photo-kind-digital"));
    me.window.submit();
    me.window.heading(&me.about_me("photo-check-heading"));
    me.window.submit();
    me.window.heading(&me.about(HOUSEHOLD[0], "waits-photo-heading"));
    me.sees("waits-behind");
    me.keeps_a_picture("photo-waits");
    me.goes_home();

    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("messages-go");
    me.window.heading(&me.about(HOUSEHOLD[0], "messages-heading"));
    me.types("message-label", WORDS);
    me.window.submit();
    me.window.shows(&me.text("waits-heading"));
    assert_eq!(me.finds("message-label"), "", "the next one can be written");
    me.window.shows(WORDS);
    me.keeps_a_picture("message-waits");

    // All of it outlives the app.
    let mut me = me.after_a_power_cut();
    me.window.heading(&me.about(HOUSEHOLD[0], "messages-heading"));
    me.window.shows(WORDS);
    me.window.press(&me.text("back"));
    me.window.heading(HOUSEHOLD[0]);
    me.window.press(&me.text("back-to-household"));
    me.is_at("household-heading");
    for what in ["waits-address", "waits-photo", "waits-message"] {
        let text = me.text_with(what, &[("names", "|".into())]);
        me.window.shows(text.split('|').next().unwrap().trim());
    }
    me.keeps_a_picture("board-waits");

    me.world.resume();
    let all_sent = || {
        let text = me.window.text();
        if holds(&text, &me.text("waits-heading")) {
            // It may go by itself before it is pressed.
            let press = "const [name] = arguments;
                [...document.querySelectorAll('button')]
                    .find(each => each.textContent.trim() === name)?.click();
                return true";
            let _ = me.window.script(press, vec![me.text("waits-send-now").into()]);
            std::thread::sleep(Duration::from_millis(500));
            return None;
        }
        Some(())
    };
    until_within(Duration::from_secs(60), all_sent)
        .unwrap_or_else(|why| panic!("it still waits: {why}\n{}", me.window.text()));
    me.sees("waits-sent-heading");
    me.keeps_a_picture("board-sent");

    // Each arrived once.
    let _ = me.world.waiting_photo();
    assert_eq!(me.world.kept_pictures().len(), 1);
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("everything-that-happened");
    me.sees("event-photo-submitted");
    let happened = me.window.text();
    for event in ["event-address-given", "event-photo-submitted"] {
        assert_eq!(happened.matches(&me.text(event)).count(), 1, "{event}: {happened}");
    }
    assert!(!holds(&happened, &me.text("event-address-changed")), "{happened}");
    me.window.press(&me.text("back"));
    me.window.heading(HOUSEHOLD[0]);
    me.presses("messages-go");
    me.sees("message-not-read");
    assert_eq!(me.window.text().matches(WORDS).count(), 1);
    assert!(!holds(&me.window.text(), &me.text("waits-heading")));
}
