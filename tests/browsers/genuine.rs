//! Is this email genuine, before any sign-in: a false one that is pasted, one of the portal's own that
//! is opened from its file, and what is left to be answered by hand.

use super::invited::at;
use journeys::browser::{Engine, Size};
use journeys::visitor::Surface as _;
use journeys::world::World;

const FALSE_ONE: &str = "From: IRCC <no-reply@cic.gc.ca.pr-confirm.example>\n\
    Subject: Your permanent residence is at risk\n\n\
    You must confirm your permanent residence today, or it is lost. Go to the page that is named here \
    and type your password and your UCI, so that the officer can close your file. This is the last \
    email that you get from us about it.\n\n\
    https://www.canada.ca.pr-confirm.example/login\n";

#[test]
fn a_false_email_is_told_from_one_of_ours_without_a_sign_in() {
    let me = at(World::invited(), Engine::Chromium, Size::PHONE, "genuine");
    me.opens("/help");
    me.presses("door-genuine-email");
    me.is_at("genuine-heading");
    me.window.submit();
    me.sees("error-required--email-text");
    me.types("genuine-text", FALSE_ONE);
    me.window.submit();
    me.sees("genuine-not-ours");
    for evidence in ["no-reply@cic.gc.ca.pr-confirm.example", "www.canada.ca.pr-confirm.example"] {
        me.window.shows(evidence);
    }
    me.sees("checker-french-missing");
    assert_eq!(me.window.violations(), vec![], "axe-core");
    me.keeps_a_picture("false");

    me.window.choose_in(&me.text("genuine-way"), &me.text("genuine-file"));
    let ours = me.world.mailbox().files().into_iter().next().unwrap();
    me.presses("genuine-choose");
    me.window.pick(&ours);
    me.sees("genuine-fits");
    me.sees("checker-subject-fits");
    assert_eq!(me.window.violations(), vec![], "axe-core");
    me.keeps_a_picture("ours");

    // Copied, the same email shows neither who sent it nor where its link leads.
    me.window.choose_in(&me.text("genuine-way"), &me.text("genuine-paste"));
    let copied = me.world.mailbox().all().into_iter().next().unwrap().body;
    me.types("genuine-text", &copied.replace("\r\n", "\n"));
    me.window.submit();
    me.sees("genuine-unsure");
    me.presses("genuine-finish-by-hand");
    me.sees("genuine-four");
    for mark in ["genuine-sender", "genuine-subject", "genuine-link"] {
        me.window.choose_in(&me.text(mark), &me.text("answer-yes"));
    }
    me.sees("genuine-fits");
    me.keeps_a_picture("by-hand");
}
