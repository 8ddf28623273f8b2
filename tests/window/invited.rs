//! An invitation answered in the app, through power cuts, up to the account.

use super::let_the_promised_time_pass;
use journeys::visitor::{HOUSEHOLD, Visitor};
use journeys::world::PRINCIPAL;

#[test]
fn an_invitation_is_answered_through_power_cuts() {
    let me = Visitor::arrives_invited("invited");
    let code = me.world.mailed(PRINCIPAL.email, "Invitation code:", 0);
    me.is_at("welcome-heading");
    me.presses("way-invitation-go");
    me.is_at("open-heading");
    me.types("open-code", &code);
    me.says_who(PRINCIPAL.born, PRINCIPAL.uci);
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    me.is_at("open-heading");
    assert_eq!(me.finds("uci"), PRINCIPAL.uci);
    assert_eq!(me.finds("open-code"), "", "a code is never kept");
    me.types("open-code", &code);
    me.window.submit();
    me.is_at("answer-heading");
    me.answers_where_they_are("answer-in-canada-yes");
    me.gives_email_of(HOUSEHOLD[1], "wei@example.net");
    let_the_promised_time_pass();
    let me = me.after_a_power_cut();
    // What was opened is gone with the process; what was answered is not.
    me.is_at("open-heading");
    me.types("open-code", &code);
    me.window.submit();
    me.is_at("answer-heading");
    let yes = me.text("answer-in-canada-yes");
    assert!(me.window.chosen(&yes), "the answer is back");
    me.window.submit();
    me.is_at("check-heading");
    me.window.shows("wei@example.net");
    me.keeps_a_picture("check");
    me.window.submit();
    me.is_at("codes-heading");
    me.types_code_of(PRINCIPAL.email, &me.world.mailed(PRINCIPAL.email, "Code:", 0));
    me.window.submit();
    me.sees("opened-title");
    me.presses("way-temporary-go");
    me.is_at("first-heading");
    assert_eq!(me.finds("uci"), PRINCIPAL.uci, "nothing is asked twice");
    me.fills_first_sign_in(&me.world.temporary_access());
    me.window.submit();
    me.stores_a_password();
    me.keeps_a_picture("household");
}
