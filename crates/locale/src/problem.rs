//! Refusals in words: the message `error-<code>`, filled with the refusal's arguments in the forms
//! of the language. Never shows a code's arguments raw.

use crate::{Texts, Value};
use contract::problem::{Arg, Args};
use contract::{Code, FieldProblem, Problem};
use jiff::civil::Date;

impl Texts {
    /// What a refusal says to people.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let id = format!("error-{}", problem.code);
        self.format(&id, &self.arguments(problem.code, &problem.args))
    }

    /// What is wrong with one answer. A message of the field's own (`error-<code>--<field>`, by the
    /// last part of its path) goes before the code's general one.
    #[must_use]
    pub fn field_problem(&self, problem: &FieldProblem) -> String {
        let field = problem.field.rsplit('.').next().unwrap_or_default();
        let own = format!("error-{}--{field}", problem.code);
        let id = if self.has(&own) { own } else { format!("error-{}", problem.code) };
        self.format(&id, &self.arguments(problem.code, &problem.args))
    }

    fn arguments<'a>(&self, code: Code, args: &'a Args) -> Vec<(&'a str, Value)> {
        let mut filled: Vec<(&str, Value)> = args
            .iter()
            .map(|(name, value)| (name.as_str(), self.argument(code, name, value)))
            .collect();
        let seconds = args.get("seconds").and_then(|arg| match arg {
            Arg::Number(number) => Some(whole(*number)),
            Arg::Text(_) => None,
        });
        let wait = match seconds {
            Some(seconds) => self.wait(seconds),
            None => self.get("wait-unknown"),
        };
        filled.push(("wait", wait.into()));
        filled
    }

    fn argument(&self, code: Code, name: &str, value: &Arg) -> Value {
        let size = name == "bytes" || (name == "limit" && code == Code::PhotoTooHeavy);
        match value {
            Arg::Number(number) if size => self.bytes(whole(*number)).into(),
            Arg::Number(number) => Value::Number(*number),
            Arg::Text(text) => match (name, text.parse::<Date>()) {
                ("on", Ok(date)) => self.date(date).into(),
                ("province", _) => self.get(&format!("province-{}", text)).into(),
                // Chooses a sentence, whatever case the sender writes it in.
                ("found", _) => text.to_ascii_lowercase().into(),
                _ => text.as_str().into(),
            },
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "amounts are whole and not negative; others show as 0"
)]
fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(all(test, feature = "built-in"))]
mod tests {
    use super::*;
    use contract::Language;

    #[test]
    fn arguments_take_the_forms_of_the_language() {
        let en = Texts::new(Language::English);
        let fr = Texts::new(Language::French);
        let expired = Problem::new(Code::TemporaryPasswordExpired).with("on", "2026-12-01");
        assert!(en.problem(&expired).contains("1\u{a0}December\u{a0}2026"));
        assert!(fr.problem(&expired).contains("1er\u{a0}décembre\u{a0}2026"));
        let slow = Problem::new(Code::TooManyAttempts).with("seconds", 90);
        assert!(en.problem(&slow).contains("2\u{a0}minutes"));
        let heavy = Problem::new(Code::PhotoTooHeavy)
            .with("bytes", 6 * 1024 * 1024)
            .with("limit", 4 * 1024 * 1024);
        let text = fr.problem(&heavy);
        assert!(text.contains("6\u{a0}Mo") && text.contains("4\u{a0}Mo"), "{text}");
    }

    #[test]
    fn a_file_of_another_kind_is_called_by_its_name() {
        let en = Texts::new(Language::English);
        let of =
            |found: &str| en.problem(&Problem::new(Code::PhotoWrongFormat).with("found", found));
        assert!(of("HEIC").contains("HEIC"));
        assert!(of("text").contains("is text"));
        assert!(of("other").contains("something else"));
    }

    #[test]
    fn an_answer_that_is_missing_is_asked_for_by_its_name() {
        let en = Texts::new(Language::English);
        let missing = FieldProblem::new("mailing.postal_code", Code::Required);
        assert_eq!(en.field_problem(&missing), "Enter the postal code");
        let elsewhere = FieldProblem::new("postal_code", Code::PostalCodeProvince)
            .with("letter", "V")
            .with("province", "ON");
        let text = en.field_problem(&elsewhere);
        assert!(text.contains("Ontario") && text.contains('V'), "{text}");
    }

    #[test]
    fn a_wait_without_its_length_still_reads_as_a_sentence() {
        let en = Texts::new(Language::English);
        let text = en.problem(&Problem::new(Code::Unavailable));
        assert!(!text.contains('{'), "{text}");
    }
}
