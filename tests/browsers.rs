//! The browser edition in Chromium and in Firefox, at the size of a phone and of a desktop: the whole
//! journey, and what browsers add to it. Reload, back and forward, addresses, tabs, sessions that end,
//! a portal that is away, and what stays on the device.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what goes wrong here is the failure of the test"
)]

#[path = "browsers/device.rs"]
mod device;
#[path = "browsers/framing.rs"]
mod framing;
#[path = "browsers/genuine.rs"]
mod genuine;
#[path = "browsers/history.rs"]
mod history;
#[path = "browsers/invited.rs"]
mod invited;
#[path = "browsers/judged.rs"]
mod judged;
#[path = "browsers/refused.rs"]
mod refused;
#[path = "browsers/session.rs"]
mod session;

use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::journey;
use journeys::visitor::Visitor;

/// Somebody at this browser of this size.
fn somebody(engine: Engine, size: Size, shots: &str) -> Visitor<Browser> {
    Visitor::browses(engine, &Taste { size, ..Taste::default() }, shots)
}

// The wait for an officer's decisions makes the whole journey long, so each browser makes it once;
// in its other size it goes as far as the photo, which is everything that a person does.

#[test]
fn the_whole_journey_on_a_phone_in_chromium() {
    journey::to_the_mailed_card(&somebody(Engine::Chromium, Size::PHONE, "journey-chromium"));
}

#[test]
fn the_whole_journey_on_a_desktop_in_firefox() {
    journey::to_the_mailed_card(&somebody(Engine::Firefox, Size::DESKTOP, "journey-firefox"));
}

#[test]
fn to_the_sent_photo_on_a_desktop_in_chromium() {
    journey::to_the_sent_photo(&somebody(Engine::Chromium, Size::DESKTOP, "photo-chromium"));
}

#[test]
fn to_the_sent_photo_on_a_phone_in_firefox() {
    journey::to_the_sent_photo(&somebody(Engine::Firefox, Size::PHONE, "photo-firefox"));
}
