//! From the invitation to the account, and ways back in: every page before a sign-in.

use super::Walk;
use crate::neighbours::{self, AMARA, TUNDE};
use crate::visitor::{PASSWORD, Surface};

/// A code of the right shape that was mailed to nobody.
const NO_INVITATION: &str = "AAAA-BBBB-CCCC";
const NO_RESET: &str = "AAAA-BBBB";
/// A username of the right shape. What is shown is the same as for one that there is.
const SOMEBODY: &str = "K7MP-2XQD";

impl<W: Surface> Walk<'_, W> {
    pub(super) fn invitation(&mut self) {
        let me = self.me;
        neighbours::are_invited(&me.world);
        me.presses("way-invitation-go");
        me.is_at("open-heading");
        self.at("invitation");
        me.window.submit();
        me.sees("error-required--code");
        self.at("invitation-errors");
        self.opens_with(NO_INVITATION);
        me.sees("error-invitation-refused");
        self.at("invitation-refused");
        me.presses("way-out-invitation-again");
        me.is_at("again-heading");
        self.at("invitation-again");
        me.window.submit();
        me.is_at("again-sent-heading");
        self.at("invitation-again-sent");
        me.presses("way-out-invitation");
        me.is_at("open-heading");
        let code = me.world.mailed(AMARA.email, "Invitation code:", 1);
        self.opens_with(&code);
        self.waits_outside();
        self.answers();
        self.confirms();
        me.presses("app-name");
        me.presses("way-invitation-go");
        me.is_at("open-heading");
        self.opens_with(&code);
        me.sees("error-invitation-answered");
        self.at("invitation-answered");
        me.presses("app-name");
        me.is_at("welcome-heading");
    }

    fn opens_with(&self, code: &str) {
        let me = self.me;
        let (day, month, year) = AMARA.born;
        me.types("open-code", code);
        me.types("date-day", day);
        me.types("date-month", month);
        me.types("date-year", year);
        me.types("uci", AMARA.uci);
        me.window.submit();
    }

    fn waits_outside(&mut self) {
        let me = self.me;
        me.is_at("answer-heading");
        me.window.submit();
        me.sees("error-required--in-canada");
        self.at("invitation-answer-errors");
        me.window.choose_in(&me.text("answer-in-canada"), &me.text("answer-in-canada-no"));
        me.window.submit();
        me.is_at("check-heading");
        self.at("invitation-check-outside");
        me.window.submit();
        me.is_at("outside-heading");
        self.at("invitation-outside");
        me.presses("outside-here-now");
        me.is_at("answer-heading");
    }

    fn answers(&mut self) {
        let me = self.me;
        me.window.choose_in(&me.text("answer-in-canada"), &me.text("answer-in-canada-yes"));
        me.window.choose_in(TUNDE.name, &me.about(TUNDE.name, "answer-own"));
        self.at("invitation-answer");
        me.window.fill_in(TUNDE.name, &me.text("answer-email"), "tunde.okafor@");
        me.window.submit();
        me.window.shows(&me.about(TUNDE.name, "error-email-shape--email-of"));
        self.at("invitation-answer-address-errors");
        me.window.fill_in(TUNDE.name, &me.text("answer-email"), TUNDE.email);
        me.window.submit();
        me.is_at("check-heading");
        self.at("invitation-check");
        me.window.submit();
    }

    fn confirms(&mut self) {
        let me = self.me;
        me.is_at("codes-heading");
        self.at("invitation-codes");
        me.window.submit();
        me.sees("error-required--code");
        self.at("invitation-codes-errors");
        let right = me.world.mailed(AMARA.email, "Code:", 0);
        let wrong = if right == "123456" { "654321" } else { "123456" };
        self.types_the_code_of(AMARA.email, wrong);
        me.sees("error-confirmation-refused");
        self.at("invitation-codes-refused");
        self.types_the_code_of(AMARA.email, &right);
        me.sees("opened-title");
        self.at("invitation-codes-account-open");
        self.types_the_code_of(TUNDE.email, &me.world.mailed(TUNDE.email, "Code:", 0));
        me.is_at("opened-heading");
        self.at("invitation-account-open");
    }

    fn types_the_code_of(&self, email: &str, code: &str) {
        let me = self.me;
        me.window.fill(&me.text_with("codes-code-of", &[("email", email.into())]), code);
        me.window.submit();
    }

    /// From the sign-in: what can be done without the password, the username, the first sign-in.
    pub(super) fn ways_back(&mut self) {
        let me = self.me;
        me.presses("forgotten-password-go");
        me.is_at("forgotten-password-heading");
        self.at("forgotten-password");
        me.window.submit();
        me.sees("error-required--username");
        self.at("forgotten-password-errors");
        me.types("username", SOMEBODY);
        me.window.submit();
        me.is_at("reset-heading");
        self.at("forgotten-password-code");
        me.window.submit();
        me.sees("error-required--code");
        self.at("forgotten-password-code-errors");
        me.types("reset-code", NO_RESET);
        me.types("reset-password", PASSWORD);
        me.window.submit();
        me.sees("error-reset-code-refused");
        self.at("forgotten-password-code-refused");
        me.presses("app-name");
        me.presses("way-own-go");
        me.presses("forgotten-username-go");
        me.is_at("forgotten-username-heading");
        self.at("forgotten-username");
        me.window.submit();
        me.sees("error-required--email");
        self.at("forgotten-username-errors");
        me.types("email-address", TUNDE.email);
        me.window.submit();
        me.is_at("again-sent-heading");
        self.at("forgotten-username-sent");
        me.presses("app-name");
        me.presses("way-temporary-go");
        me.presses("way-out-first-again");
        me.is_at("temporary-again-heading");
        self.at("first-sign-in-again");
        me.window.submit();
        me.sees("error-required--username");
        self.at("first-sign-in-again-errors");
        me.types("username", SOMEBODY);
        me.window.submit();
        me.is_at("again-sent-heading");
        self.at("first-sign-in-again-sent");
        me.presses("app-name");
        me.is_at("welcome-heading");
    }
}
