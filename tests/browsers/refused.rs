//! What is refused before the sign-in, each in words that lead on: an invitation from outside Canada,
//! one that ran out, one that was answered; codes that are wrong, late, or typed too often.

use super::invited::{at, is_refused};
use journeys::browser::{Browser, Engine, Size};
use journeys::visitor::{PASSWORD, Visitor, holds};
use journeys::world::{PRINCIPAL, World};
use std::time::Duration;

const LEILA: &str = PRINCIPAL.email;
/// The second password, after the first was forgotten.
const NEW_PASSWORD: &str = "four slow barges near home";
/// A day later than an invitation can be answered (`contract::policy`).
const INVITATION_IS_OVER: Duration = Duration::from_hours(61 * 24);
/// Longer than the first waits after wrong codes.
const WAIT_IS_OVER: Duration = Duration::from_mins(10);
/// Later than a reset code works.
const RESET_CODE_IS_OVER: Duration = Duration::from_mins(31);

fn opens(me: &Visitor<Browser>, code: &str) {
    me.opens("/invitation");
    me.is_at("open-heading");
    me.types("open-code", code);
    me.says_who(PRINCIPAL.born, PRINCIPAL.uci);
    me.window.submit();
}

fn answers(me: &Visitor<Browser>, in_canada: &str) {
    me.is_at("answer-heading");
    me.answers_where_they_are(in_canada);
    me.window.submit();
    me.is_at("check-heading");
    me.window.submit();
}

#[test]
fn an_invitation_runs_out_comes_again_waits_abroad_and_is_answered_once() {
    let mut me = at(World::invited(), Engine::Chromium, Size::PHONE, "refused-invitation");
    let first = me.world.mailed(LEILA, "Invitation code:", 0);
    me.world.move_clock(INVITATION_IS_OVER);
    opens(&me, &first);
    let sentence = me.text_with("error-invitation-expired", &[("on", "|".into())]);
    me.window.shows(sentence.split('|').next().unwrap());
    me.keeps_a_picture("expired");
    me.presses("way-out-invitation-again");
    me.is_at("again-heading");
    assert_eq!(me.finds("uci"), PRINCIPAL.uci, "nothing is asked twice");
    me.window.submit();
    me.is_at("again-sent-heading");
    let second = me.world.mailed(LEILA, "Invitation code:", 1);
    assert_ne!(first, second);
    opens(&me, &first);
    is_refused(&me, "error-invitation-refused", "older-code");
    opens(&me, &second);
    answers(&me, "answer-in-canada-no");
    me.is_at("outside-heading");
    assert_eq!(me.window.violations(), vec![], "axe-core");
    me.keeps_a_picture("outside");
    assert_eq!(me.world.mails_to(LEILA), 2, "nothing is mailed until they are here");
    // However long it takes to come: the code goes on working.
    me.world.move_clock(3 * INVITATION_IS_OVER);
    opens(&me, &second);
    answers(&me, "answer-in-canada-yes");
    me.is_at("codes-heading");
    let code = me.world.mailed(LEILA, "Code:", 0);
    me.types_code_of(LEILA, &code);
    me.window.submit();
    me.sees("opened-title");
    opens(&me, &second);
    is_refused(&me, "error-invitation-answered", "answered");
    assert!(me.window.has_button(&me.text("way-out-sign-in")), "and where to go instead");
}

#[test]
fn wrong_codes_for_an_address_have_to_wait_and_a_newer_one_holds() {
    let mut me = at(World::invited(), Engine::Firefox, Size::PHONE, "refused-code");
    opens(&me, &me.world.mailed(LEILA, "Invitation code:", 0));
    answers(&me, "answer-in-canada-yes");
    me.is_at("codes-heading");
    let code = me.world.mailed(LEILA, "Code:", 0);
    let wrong = if code == "123456" { "654321" } else { "123456" };
    let sentence = me.text_with("error-too-many-attempts", &[("wait", "|".into())]);
    let then = sentence.split('|').next_back().unwrap().trim().to_owned();
    for _ in 0..12 {
        me.types_code_of(LEILA, wrong);
        me.window.submit();
        me.sees("error-summary-title");
        if holds(&me.window.text(), &then) {
            break;
        }
    }
    me.window.shows(&then);
    me.keeps_a_picture("slowed");
    me.world.move_clock(WAIT_IS_OVER);
    me.presses("codes-another");
    let newer = me.world.mailed(LEILA, "Code:", 1);
    me.types_code_of(LEILA, &newer);
    me.window.submit();
    me.sees("opened-title");
}

#[test]
fn a_forgotten_password_is_replaced_by_a_code_that_is_right_and_in_time() {
    let world = World::with_browser_edition();
    let mut me = at(world, Engine::Chromium, Size::DESKTOP, "refused-reset");
    me.signs_in();
    let username = me.world.temporary_access().username;
    me.presses("sign-out");
    me.is_at("welcome-heading");
    me.presses("way-own-go");
    me.presses("forgotten-password-go");
    me.is_at("forgotten-password-heading");
    me.types("username", &username);
    me.window.submit();
    me.is_at("reset-heading");
    me.types("reset-code", "AAAA-AAAA");
    me.types("reset-password", NEW_PASSWORD);
    me.window.submit();
    is_refused(&me, "error-reset-code-refused", "wrong");
    assert_eq!(me.finds("reset-password"), NEW_PASSWORD, "nothing is typed twice");
    let late = me.world.mailed(LEILA, "Reset code:", 0);
    me.world.move_clock(RESET_CODE_IS_OVER);
    me.types("reset-code", &late);
    me.window.submit();
    is_refused(&me, "error-reset-code-expired", "late");
    me.presses("way-out-reset-code");
    me.is_at("forgotten-password-heading");
    me.window.submit();
    me.is_at("reset-heading");
    me.types("reset-code", &me.world.mailed(LEILA, "Reset code:", 1));
    me.types("reset-password", "password password");
    me.window.submit();
    me.sees("error-summary-title");
    me.keeps_a_picture("weak");
    me.types("reset-password", NEW_PASSWORD);
    me.window.submit();
    me.is_at("sign-in-heading");
    me.sees("reset-done");
    me.types("password", PASSWORD);
    me.window.submit();
    is_refused(&me, "error-sign-in-refused", "the-old-one");
    me.types("password", NEW_PASSWORD);
    me.window.submit();
    me.is_at("household-heading");
}
