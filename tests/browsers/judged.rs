//! What is seen in a photo: told beside it with the number, sent all the same by whoever wants to, told
//! to the officer too, and shown again on the photo that comes back.

use super::somebody;
use journeys::browser::{Engine, Size};
use journeys::pictures;
use journeys::visitor::HOUSEHOLD;

#[test]
fn a_photo_with_a_warning_is_sent_anyway_and_comes_back_with_it() {
    let me = somebody(Engine::Chromium, Size::PHONE, "judged");
    me.signs_in();
    me.declares();
    me.goes_home();
    me.window.press(HOUSEHOLD[0]);
    me.window.heading(HOUSEHOLD[0]);
    me.presses("step-photo");
    me.window.heading(&me.about_me("photo-choose"));
    me.picks(&pictures::too_dark(&me.window.folder("pictures"), "dark.png", 5));
    me.sees("reason-too-dark");
    me.sees("reason-too-dark-fix");
    me.sees("found-errs");
    me.keeps_a_picture("judged");
    me.window.choose(&me.text("photo-kind-digital"));
    me.window.submit();
    me.window.heading(&me.about_me("photo-check-heading"));
    me.uses_it_anyway(&["too-dark"]);
    me.sends_what_is_shown();
    me.goes_home();

    let photo = me.world.waiting_photo();
    let told = me.world.officer(&["photo", &photo]);
    assert!(told.contains("too_dark: "), "{told}");
    me.world.officer(&["return", &photo, "--reason", "too_dark", "--reason", "off_centre"]);
    me.waits_until_it_shows(&me.text("go-replace-photo"));
    me.presses("go-replace-photo");
    me.sees("reason-too-dark");
    me.sees("reason-off-centre-fix");
    me.keeps_a_picture("judged-returned");

    // The very same pixels are refused before they are sent.
    me.picks(&pictures::too_dark(&me.window.folder("again"), "dark.png", 5));
    me.window.choose(&me.text("photo-kind-digital"));
    me.window.submit();
    me.window.heading(&me.about_me("photo-check-heading"));
    me.sees("error-photo-already-returned");
}
