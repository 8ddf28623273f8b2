//! Choosing the part of a picture with a mouse, with fingers, with numbers: the frame goes where the
//! hand goes, and stays in the picture.

use super::somebody;
use journeys::browser::{Browser, Engine, Size};
use journeys::page::{Hand, Place};
use journeys::pictures;
use journeys::visitor::{HOUSEHOLD, Visitor};

/// Goes to the frame over a picture of 3024 by 4032 pixels, and makes it smaller.
fn at_the_frame(engine: Engine, size: Size, shots: &str) -> Visitor<Browser> {
    let me = somebody(engine, size, shots);
    me.signs_in();
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::of_a_phone(&me.window.folder("pictures"), "phone.jpg"));
    me.goes_to_framing();
    me.types("crop-height", "2100");
    me.types("crop-left", "800");
    me.types("crop-top", "900");
    assert_eq!(frame(&me), [800, 900, 1500, 2100]);
    me
}

/// Left, top, width and height as the fields say.
fn frame(me: &Visitor<Browser>) -> [i32; 4] {
    ["crop-left", "crop-top", "crop-width", "crop-height"]
        .map(|number| me.finds(number).parse().unwrap())
}

/// How many pixels of the picture one of the page's is.
fn scale(me: &Visitor<Browser>) -> f64 {
    let look = "return document.querySelector('#crop-stage').getBoundingClientRect().width";
    3024.0 / me.window.script(look, vec![]).as_f64().unwrap()
}

/// Drags what a selector finds by so many of the page's pixels.
fn drag(me: &Visitor<Browser>, hand: Hand, what: &str, (right, down): Place) {
    let from = me.window.middle_of(what);
    me.window.drag(hand, from, (from.0 + right, from.1 + down));
}

/// Two lengths that are the same but for the page's rounding.
fn near(found: i32, wanted: f64, scale: f64) -> bool {
    (f64::from(found) - wanted).abs() <= scale + 1.0
}

/// Everything that a hand does, one after another.
fn follows(me: &Visitor<Browser>, hand: Hand) {
    let scale = scale(me);
    drag(me, hand, "#crop-frame", (30.0, -40.0));
    let [left, top, width, height] = frame(me);
    assert!(near(left, 800.0 + 30.0 * scale, scale), "{left} after 30 pixels of {scale}");
    assert!(near(top, 900.0 - 40.0 * scale, scale), "{top} after -40 pixels of {scale}");
    assert_eq!((width, height), (1500, 2100), "only moved");

    // Further than the picture goes.
    drag(me, hand, "#crop-frame", (-150.0, -120.0));
    let [left, ..] = frame(me);
    assert_eq!(left, 0, "the frame stays in the picture");

    let before = frame(me);
    drag(me, hand, "#crop-bottom-right", (40.0, 56.0));
    let after = frame(me);
    assert_eq!(after[..2], before[..2], "the opposite corner stays");
    assert!(near(after[3] - before[3], 56.0 * scale, 2.0 * scale), "{before:?} to {after:?}");
    assert!((f64::from(after[2]) / f64::from(after[3]) - 5.0 / 7.0).abs() < 0.001, "5 to 7");

    me.presses("crop-largest");
    assert_eq!(frame(me), [72, 0, 2880, 4032]);
}

#[test]
fn the_frame_follows_a_mouse_in_firefox() {
    let me = at_the_frame(Engine::Firefox, Size::DESKTOP, "framing-firefox");
    follows(&me, Hand::Mouse);
    me.frames_the_photo();
    me.sees_pixels(2000, 2800);
}

#[test]
fn the_frame_follows_fingers_in_chromium_and_is_asked_for_again_after_a_reload() {
    let me = at_the_frame(Engine::Chromium, Size::PHONE, "framing-chromium");
    let scrolled = |me: &Visitor<Browser>| me.window.script("return scrollY", vec![]);
    let _ = me.window.middle_of("#crop-frame");
    let before = scrolled(&me);
    drag(&me, Hand::Finger, "#crop-frame", (0.0, 30.0));
    assert_eq!(scrolled(&me), before, "the page does not scroll with the finger");
    me.types("crop-left", "800");
    me.types("crop-top", "900");
    follows(&me, Hand::Finger);

    // Two fingers that come together make it smaller, about the middle.
    let (x, y) = me.window.middle_of("#crop-frame");
    me.window.pinch(((x, y - 80.0), (x, y - 40.0)), ((x, y + 80.0), (x, y + 40.0)));
    let [left, top, _, height] = frame(&me);
    assert!((1900..=2150).contains(&height), "half as large: {height}");
    assert!(left > 72 && top > 0, "{left}, {top}: about the middle");

    // What is no frame is told, and nothing that was typed is lost.
    me.types("crop-left", "2999");
    me.window.submit();
    me.sees("error-summary-title");
    assert_eq!(me.finds("crop-left"), "2999", "what was typed stays");
    me.types("crop-height", "1400");
    me.types("crop-left", "512");
    me.types("crop-top", "300");
    std::thread::sleep(std::time::Duration::from_millis(600));

    // The picture is in the page only; the frame is the portal's to keep.
    me.window.reload();
    me.sees("photo-nothing-to-frame");
    me.opens("/");
    me.is_at("household-heading");
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::of_a_phone(&me.window.folder("again"), "phone.jpg"));
    me.sees("framing-needed");
    me.window.submit();
    me.is_at("photo-frame-heading");
    assert_eq!(frame(&me), [512, 300, 1000, 1400], "the frame is where it was");
    me.frames_the_photo();
    me.sees_pixels(1000, 1400);
}
