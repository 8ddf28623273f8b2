//! What a person does with an invitation, before there is an account.

use super::{Surface, Visitor};

impl<W: Surface> Visitor<W> {
    /// Types date of birth and UCI.
    pub fn says_who(&self, born: (&str, &str, &str), uci: &str) {
        self.types("date-day", born.0);
        self.types("date-month", born.1);
        self.types("date-year", born.2);
        self.types("uci", uci);
    }

    /// Says whether they are in Canada: the answer of this text.
    pub fn answers_where_they_are(&self, answer: &str) {
        self.window.choose_in(&self.text("answer-in-canada"), &self.text(answer));
    }

    /// Types an address for somebody of the household, named as shown.
    pub fn gives_email_of(&self, name: &str, email: &str) {
        self.window.fill_in(name, &self.text("answer-email"), email);
    }

    /// Types the code that was mailed to an address, or another one.
    pub fn types_code_of(&self, email: &str, code: &str) {
        let label = self.text_with("codes-code-of", &[("email", email.into())]);
        self.window.fill(&label, code);
    }
}
