//! Is this email genuine? What four answers about it come to, what is left to be answered by hand, and
//! which message says what was seen. Four times yes means that it fits what the portal sends, never
//! that it is proven.

use contract::genuine::{Criterion, Evidence, Findings, Seen, Verdict};
use contract::problem::Arg;
use locale::Value;

/// Answers by hand, one for each criterion.
pub(crate) type Answers = [Option<Seen>; Criterion::ALL.len()];

/// What the answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// So many are still to be answered.
    Unfinished(usize),
    /// This.
    Told(Verdict),
}

/// What the answers come to. One no decides, whatever the others are.
pub(crate) fn outcome(answers: &Answers) -> Outcome {
    let open = answers.iter().filter(|answer| answer.is_none()).count();
    let verdict = Verdict::of(answers.map(|answer| answer.unwrap_or(Seen::Yes)));
    if open > 0 && verdict != Verdict::No {
        return Outcome::Unfinished(open);
    }
    Outcome::Told(verdict)
}

/// What was seen, as answers: what could not be told is left open.
pub(crate) fn left_open(findings: &Findings) -> Answers {
    Criterion::ALL.map(|criterion| {
        let seen = findings.seen(criterion);
        (seen != Seen::CannotTell).then_some(seen)
    })
}

/// The message that says what was seen, and what it is filled with.
pub(crate) fn said(evidence: &Evidence) -> (String, Vec<(&str, Value)>) {
    let id = format!("checker-{}", evidence.sign.as_str().replace('_', "-"));
    let filled = evidence.args.iter().map(|(name, value)| {
        let value = match value {
            Arg::Number(number) => Value::Number(*number),
            Arg::Text(text) => text.into(),
        };
        (name.as_str(), value)
    });
    (id, filled.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Seen::{CannotTell, No, Yes};
    use contract::genuine::{LookedAt, Sign};

    #[test]
    fn one_no_decides_and_only_four_times_yes_fits() {
        let yes = Some(Yes);
        assert_eq!(outcome(&[None; 4]), Outcome::Unfinished(4));
        assert_eq!(outcome(&[yes, yes, None, yes]), Outcome::Unfinished(1));
        assert_eq!(outcome(&[None, Some(No), None, None]), Outcome::Told(Verdict::No));
        assert_eq!(outcome(&[Some(CannotTell), yes, yes, Some(No)]), Outcome::Told(Verdict::No));
        assert_eq!(outcome(&[Some(CannotTell), yes, yes, yes]), Outcome::Told(Verdict::CannotTell));
        assert_eq!(outcome(&[yes; 4]), Outcome::Told(Verdict::Consistent));
    }

    #[test]
    fn what_could_not_be_told_is_asked_by_hand() {
        let answers = [CannotTell, Yes, No, CannotTell].map(|seen| (seen, Vec::new()));
        let findings = Findings::of(LookedAt::Text, answers, Vec::new());
        assert_eq!(left_open(&findings), [None, Some(Yes), Some(No), None]);
    }

    #[test]
    fn what_was_seen_is_said_with_what_it_was_seen_in() {
        let seen = Evidence::new(Sign::SeveralLinks).counting("count", 2);
        assert_eq!(said(&seen), ("checker-several-links".into(), vec![("count", 2_usize.into())]));
    }
}
