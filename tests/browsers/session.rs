//! Sessions in browsers: two tabs, an end that is told ahead, and a portal that is away.

use super::somebody;
use journeys::browser::{Browser, Engine, Size, Taste};
use journeys::versions::{past_both, sees_both_drafts, use_version};
use journeys::visitor::{HOUSEHOLD, PASSWORD, Visitor, holds};
use journeys::wait::until_within;
use journeys::world::World;
use std::time::Duration;

/// Somebody whose session ends after so long without use.
fn with_short_sessions(idle: Duration, shots: &str) -> Visitor<Browser> {
    let world = World::with_short_sessions(idle);
    let browser = Browser::open(Engine::Chromium, &Taste::default(), &world.page("/"));
    Visitor::new(browser, world, contract::Language::English, shots)
}

/// Looks at another tab and back: a page that is looked at again asks how its session stands.
fn looks_away_and_back(me: &Visitor<Browser>) {
    let first = me.window.open_tab("about:blank");
    let _ = me.window.look_at(first);
}

#[test]
fn the_end_of_a_session_is_told_ahead_and_can_be_put_off() {
    // The page asks a minute after it was opened; by then the warning is due.
    let me = with_short_sessions(Duration::from_secs(150), "session");
    me.signs_in();
    me.opens("/declaration");
    me.is_at("declaration-heading");
    let told = until_within(Duration::from_secs(75), || {
        holds(&me.window.text(), &me.text("session-ends")).then_some(())
    });
    told.unwrap();
    let focused = "return Boolean(document.activeElement.closest('dialog[open]'))";
    assert_eq!(me.window.script(focused, vec![]), true, "the dialog has the focus");
    let modal = "return document.querySelector('dialog').matches(':modal')";
    assert_eq!(me.window.script(modal, vec![]), true, "nothing behind it can be used");
    assert_eq!(me.window.violations(), vec![], "axe-core on the dialog");
    me.keeps_a_picture("warning");
    me.presses("session-stay");
    me.window.wait_for("the dialog to close", || {
        (!me.window.text().contains(&me.text("session-ends"))).then_some(())
    });
    me.is_at("declaration-heading");
    assert!(!me.window.chosen(HOUSEHOLD[0]), "the page can be used again");
    me.window.choose(HOUSEHOLD[0]);
    assert!(me.window.chosen(HOUSEHOLD[0]));
}

#[test]
fn one_can_leave_from_the_warning() {
    let me = with_short_sessions(Duration::from_secs(100), "session-left");
    me.signs_in();
    looks_away_and_back(&me);
    me.sees("session-ends");
    let dialog = "return [...document.querySelectorAll('dialog button')].find(each => plain(each.textContent) === plain(name))";
    me.window.click("the dialog's sign-out", dialog, &[&me.text("sign-out")]);
    me.is_at("welcome-heading");
    assert!(me.window.kept().cookies.is_empty(), "the session is over");
}

#[test]
fn a_session_that_ended_asks_for_a_new_one_and_comes_back() {
    let me = somebody(Engine::Chromium, Size::PHONE, "session-ended");
    me.signs_in();
    me.opens("/address");
    me.is_at("address-heading");
    me.types("address-unit", "12");
    std::thread::sleep(Duration::from_millis(500));
    me.window.lose_cookies();
    // Typed after the session had ended, and not kept by anyone yet.
    me.types("address-street", "88 Rue");
    me.is_at("sign-in-heading");
    me.sees("error-sign-in-required");
    assert!(!me.window.text().contains(HOUSEHOLD[0]), "nothing of the household is left");
    me.types("username", &me.world.temporary_access().username);
    me.types("password", PASSWORD);
    me.window.submit();
    me.is_at("address-heading");
    assert_eq!(me.finds("address-unit"), "12", "what was typed is back");
    assert_eq!(me.finds("address-street"), "88 Rue", "also what was typed too late");
}

#[test]
fn two_tabs_are_one_session_and_never_overwrite_each_other() {
    let me = somebody(Engine::Chromium, Size::DESKTOP, "tabs");
    me.signs_in();
    me.opens("/address");
    me.is_at("address-heading");
    me.types("address-unit", "1");
    std::thread::sleep(Duration::from_millis(500));
    let first = me.window.open_tab(&me.world.page("/address"));
    me.is_at("address-heading");
    assert_eq!(me.finds("address-unit"), "1", "the other tab has what was typed");
    me.types("address-unit", "2");
    std::thread::sleep(Duration::from_millis(500));
    let second = me.window.look_at(first);
    me.types("address-unit", "3");
    // Both are shown, and neither is lost.
    sees_both_drafts(&me);
    me.keeps_a_picture("both");
    assert_eq!(me.window.violations(), vec![], "axe-core on both");
    use_version(&me, "here");
    me.sees("conflict-not-chosen");
    assert_eq!(me.finds("address-unit"), "3", "the chosen one, to be typed on");
    me.presses("conflict-bring-back");
    assert_eq!(me.finds("address-unit"), "2", "the other one is back");
    me.presses("conflict-bring-back");
    assert_eq!(me.finds("address-unit"), "3");
    std::thread::sleep(Duration::from_millis(500));
    // The other tab is asked in its turn, and takes what it is shown.
    let first = me.window.look_at(second);
    me.types("address-unit", "4");
    sees_both_drafts(&me);
    use_version(&me, "there");
    me.sees("conflict-not-chosen");
    assert_eq!(me.finds("address-unit"), "3");
    // Going on in the first one is no conflict: nothing was written over there.
    let second = me.window.look_at(first);
    me.types("address-unit", "5");
    std::thread::sleep(Duration::from_millis(500));
    assert!(!holds(&me.window.text(), &me.text("conflict-draft-heading")), "nothing to choose");
    me.window.reload();
    me.is_at("address-heading");
    assert_eq!(me.finds("address-unit"), "5", "what was kept last");
    let first = me.window.look_at(second);
    me.presses("sign-out");
    me.is_at("welcome-heading");
    let _ = me.window.look_at(first);
    // Looked at again, it asks whether there is still a session.
    me.is_at("sign-in-heading");
    assert!(!me.window.text().contains(HOUSEHOLD[0]), "nothing of the household is left");
}

#[test]
fn an_address_that_was_given_in_another_tab_is_not_written_over() {
    past_both(&somebody(Engine::Firefox, Size::PHONE, "versions"), &mut |me, name| {
        me.keeps_a_picture(&name.replace(' ', "-"));
    });
}

#[test]
fn a_portal_that_is_away_is_told_and_nothing_is_lost() {
    let mut me = somebody(Engine::Chromium, Size::PHONE, "away");
    me.signs_in();
    me.presses("go-declare");
    me.is_at("declaration-heading");
    me.ticks_everyone();
    std::thread::sleep(Duration::from_millis(500));
    me.world.stop();
    me.window.submit();
    me.sees("error-portal-unreachable");
    assert_eq!(HOUSEHOLD.map(|name| me.window.chosen(name)), [true; 4], "the ticks stay");
    me.presses("back-to-household");
    me.is_at("household-heading");
    // The board is shown as it was, and says so.
    let sentence = me.text_with("stale-unreachable", &[("when", "|".into())]);
    me.window.shows(sentence.split('|').next().unwrap());
    me.window.shows(HOUSEHOLD[0]);
    assert_eq!(me.window.violations(), vec![], "axe-core on the bar");
    me.keeps_a_picture("away");
    me.world.resume();
    me.presses("refresh");
    me.window.wait_for("the bar to go", || {
        (!me.window.text().contains(sentence.split('|').next().unwrap())).then_some(())
    });
    me.presses("next-declaration-ready");
    assert_eq!(HOUSEHOLD.map(|name| me.window.chosen(name)), [true; 4], "the ticks are back");
    me.window.submit();
    me.is_at("declaration-done-heading");
}
