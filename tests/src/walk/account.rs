//! The account, what guards it, messages with officers, and an own account for the other adult.

use super::Walk;
use crate::authenticator;
use crate::visitor::{HOUSEHOLD, PASSWORD, Surface};

/// The password after it was changed.
pub(super) const CHANGED_PASSWORD: &str = "four amber lanterns upriver";
const NEW_ADDRESS: &str = "leila.new@example.org";
/// The other adult, as imported.
const OTHER: &str = HOUSEHOLD[1];
const OTHER_UCI: &str = "11-2345-6797";
const OTHER_ADDRESS: &str = "wei.chen@example.org";

impl<W: Surface> Walk<'_, W> {
    pub(super) fn account(&mut self) {
        let me = self.me;
        me.presses("account");
        me.is_at("account-heading");
        self.at("account");
        self.password();
        self.address_of_mail();
        me.presses("door-devices");
        me.is_at("devices-heading");
        self.at("account-devices");
        me.presses("back");
        me.is_at("account-heading");
        me.presses("door-summary");
        me.is_at("summary-heading");
        self.at("summary");
        me.presses("back");
        me.is_at("account-heading");
        self.second_factor();
        self.messages();
        self.own_account();
    }

    /// Presses “Change” in the account's line of this name.
    fn changes(&self, line: &str) {
        let me = self.me;
        me.window.press(&format!("{} {}", me.text("change"), me.text(line)));
    }

    fn password(&mut self) {
        let me = self.me;
        self.changes("password");
        me.is_at("password-change-heading");
        self.at("account-password");
        me.window.submit();
        me.sees("error-required--new-password");
        self.at("account-password-errors");
        me.types("password-current", PASSWORD);
        me.types("password-new", CHANGED_PASSWORD);
        me.window.submit();
        me.is_at("password-changed-heading");
        self.at("account-password-changed");
        me.presses("go-to-account");
        me.is_at("account-heading");
    }

    fn address_of_mail(&mut self) {
        let me = self.me;
        self.changes("account-email");
        me.is_at("email-heading");
        self.at("account-email");
        me.window.submit();
        me.sees("error-required--email");
        self.at("account-email-errors");
        me.types("email-new", NEW_ADDRESS);
        me.types("password-yours", CHANGED_PASSWORD);
        me.window.submit();
        me.is_at("email-code-heading");
        self.at("account-email-code");
        me.window.submit();
        me.sees("error-required--code");
        self.at("account-email-code-errors");
        me.types("email-code", &me.world.mailed(NEW_ADDRESS, "Code:", 0));
        me.window.submit();
        me.is_at("email-done-heading");
        self.at("account-email-changed");
        me.presses("go-to-account");
        me.is_at("account-heading");
    }

    fn second_factor(&mut self) {
        let me = self.me;
        self.changes("second-factor");
        me.is_at("second-factor-heading");
        self.at("second-factor");
        me.window.submit();
        me.sees("error-required--password");
        self.at("second-factor-errors");
        me.types("password-yours", CHANGED_PASSWORD);
        me.window.submit();
        me.is_at("second-factor-scan-heading");
        self.at("second-factor-secret");
        me.window.submit();
        me.sees("error-required--code");
        self.at("second-factor-secret-errors");
        let shown = me.window.script("return document.querySelector('p.code').textContent", vec![]);
        me.types("second-factor-code", &authenticator::code(shown.as_str().unwrap()));
        me.window.submit();
        me.is_at("recovery-codes-heading");
        self.at("recovery-codes");
        me.window.submit();
        me.sees("error-required--kept");
        self.at("recovery-codes-errors");
        me.window.choose(&me.text("recovery-codes-kept-yes"));
        me.window.submit();
        me.is_at("account-heading");
        self.changes("second-factor");
        me.sees("second-factor-on-text");
        self.at("second-factor-on");
        me.presses("recovery-codes-renew");
        me.is_at("recovery-codes-renew-heading");
        me.window.submit();
        me.sees("error-required--password");
        self.at("recovery-codes-renew-errors");
        me.presses("back");
        me.is_at("account-heading");
        self.changes("second-factor");
        me.presses("second-factor-turn-off");
        me.is_at("second-factor-off-heading");
        self.at("second-factor-turn-off");
        me.presses("back");
        me.is_at("account-heading");
        me.presses("app-name");
        me.is_at("household-heading");
    }

    fn messages(&mut self) {
        let me = self.me;
        let heading = me.about(OTHER, "messages-heading");
        self.opens_the_other();
        me.presses("messages-go");
        me.window.heading(&heading);
        self.at("messages-none");
        me.window.submit();
        me.sees("error-required--text");
        self.at("messages-errors");
        me.types(
            "message-label",
            "Is the summer house an address, too?\nNobody lives there in winter.",
        );
        me.window.submit();
        me.sees("message-sent");
        self.at("messages-sent");
        me.presses("app-name");
        me.is_at("household-heading");
        me.world.officer(&[
            "message",
            OTHER_UCI,
            "No. Give the address where the card can be mailed.",
        ]);
        let unread = me.text_with("messages-unread", &[("count", 1.into())]);
        me.waits_until_it_shows(&unread);
        self.at("household-unread");
        me.window.press(&unread);
        me.window.heading(&heading);
        me.sees("message-officer");
        self.at("messages");
        me.presses("app-name");
        me.is_at("household-heading");
    }

    fn own_account(&mut self) {
        let me = self.me;
        self.opens_the_other();
        self.at("person-without-own-account");
        me.presses("own-account-go");
        me.window.heading(&me.about(OTHER, "own-account-heading"));
        self.at("own-account");
        me.window.submit();
        me.sees("error-required--email");
        self.at("own-account-errors");
        me.window.fill(&me.about(OTHER, "own-account-email"), OTHER_ADDRESS);
        me.window.submit();
        me.window.heading(&me.about(OTHER, "own-account-mailed-heading"));
        self.at("own-account-mailed");
        me.presses("door-confirm-address");
        me.is_at("confirm-heading");
        self.at("confirm-address");
        me.window.submit();
        me.sees("error-required--code");
        self.at("confirm-address-errors");
        me.types("email-address", OTHER_ADDRESS);
        me.types("codes-code", &me.world.mailed(OTHER_ADDRESS, "Code:", 0));
        me.window.submit();
        me.is_at("confirm-done-heading");
        self.at("confirm-address-done");
        me.presses("go-to-household");
        me.is_at("household-heading");
        self.opens_the_other();
        me.window.shows(&me.about(OTHER, "own-account-opened"));
        self.at("person-own-account-open");
        me.presses("app-name");
        me.is_at("household-heading");
    }

    fn opens_the_other(&self) {
        self.me.window.press(OTHER);
        self.me.window.heading(OTHER);
    }

    /// The sign-in with its second step, as far as the question for the code.
    pub(super) fn second_step(&mut self) {
        let me = self.me;
        me.presses("way-own-go");
        me.is_at("sign-in-heading");
        me.types("username", &me.world.temporary_access().username);
        me.types("password", CHANGED_PASSWORD);
        me.window.submit();
        me.is_at("factor-heading");
        self.at("sign-in-second-step");
        me.window.submit();
        me.sees("error-required--code");
        self.at("sign-in-second-step-errors");
    }
}
