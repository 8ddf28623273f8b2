//! The same typed in two tabs, and an address given in one of them while another one was typed: how
//! somebody comes past both pages that show two versions side by side.

use crate::browser::Browser;
use crate::visitor::Visitor;
use std::time::Duration;

/// What is typed is on its way after 200 milliseconds.
const KEPT: Duration = Duration::from_millis(600);

/// Chooses one of both versions: `here` or `there`.
pub fn use_version(me: &Visitor<Browser>, side: &str) {
    let press = format!("document.getElementById('conflict-use-{side}').click()");
    let _ = me.window.script(&press, vec![]);
}

/// Both versions of a draft stand there, and one is to be chosen.
pub fn sees_both_drafts(me: &Visitor<Browser>) {
    for id in ["conflict-draft-heading", "conflict-here", "conflict-elsewhere"] {
        me.sees(id);
    }
}

/// Somebody who has not signed in yet, in two tabs. Looks at each page that shows two versions.
///
/// # Panics
/// When something is lost, or written over unasked.
pub fn past_both(me: &Visitor<Browser>, look: &mut dyn FnMut(&Visitor<Browser>, &str)) {
    me.signs_in();
    me.opens("/address");
    me.is_at("address-heading");
    me.types("address-unit", "1");
    std::thread::sleep(KEPT);
    let first = me.window.open_tab(&me.world.page("/address"));
    me.is_at("address-heading");
    me.types("address-unit", "2");
    std::thread::sleep(KEPT);
    let second = me.window.look_at(first);
    me.types("address-unit", "3");
    sees_both_drafts(me);
    look(me, "two drafts");
    use_version(me, "here");
    me.sees("conflict-not-chosen");
    look(me, "one of two drafts");
    me.fills_address();
    std::thread::sleep(KEPT);

    // Given in the other tab, from the same draft.
    let first = me.window.look_at(second);
    me.window.reload();
    me.is_at("address-heading");
    me.window.submit();
    me.is_at("address-check-heading");
    me.window.submit();
    me.is_at("address-done-heading");

    // And another one in this, which has not heard of it.
    let _ = me.window.look_at(first);
    me.types("address-unit", "9");
    std::thread::sleep(KEPT);
    me.window.submit();
    me.is_at("address-check-heading");
    for id in ["conflict-address-heading", "conflict-typed", "conflict-at-portal"] {
        me.sees(id);
    }
    me.window.shows("1204");
    look(me, "two addresses");
    use_version(me, "here");
    me.is_at("address-done-heading");
    me.opens("/address");
    me.is_at("address-heading");
    assert_eq!(me.finds("address-unit"), "9", "the one that was chosen");
}
