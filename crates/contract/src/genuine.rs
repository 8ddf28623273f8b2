//! Is this email really from the portal? What is asked of one (four criteria), how each is answered,
//! and with what evidence. Four times yes means that it is consistent with the portal's mail, never
//! that it is proven: senders can be forged. The words are the texts' (`checker-…`), the rules are
//! the `invitation` crate's.

use crate::problem::{Arg, Args};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod sign;

pub use sign::Sign;

/// What an email of the portal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Its sender's address is of the programme's domain.
    Sender,
    /// It says everything in English and in French.
    Languages,
    /// Its subject is the one subject, word for word.
    Subject,
    /// Its link goes to the official page, and nothing else is to be opened.
    Link,
}

impl Criterion {
    /// Every criterion, in the order in which they are looked for.
    pub const ALL: [Self; 4] = [Self::Sender, Self::Languages, Self::Subject, Self::Link];

    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Languages => "languages",
            Self::Subject => "subject",
            Self::Link => "link",
        }
    }
}

/// The answer to one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// It is there.
    Yes,
    /// It is not.
    No,
    /// It cannot be seen.
    CannotTell,
}

impl Seen {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::CannotTell];

    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::CannotTell => "cannot_tell",
        }
    }

    /// The worse of two answers about the same: no before cannot tell before yes.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::CannotTell, _) | (_, Self::CannotTell) => Self::CannotTell,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }
}

/// What the four answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Four times yes: consistent with the portal's mail. Never a proof.
    Consistent,
    /// At least one no: this is not how the portal writes.
    No,
    /// No criterion is missing, but not all can be seen.
    CannotTell,
}

impl Verdict {
    /// What the answers come to. One no decides, whatever the others are.
    #[must_use]
    pub fn of(answers: [Seen; Criterion::ALL.len()]) -> Self {
        match answers.into_iter().fold(Seen::Yes, Seen::and) {
            Seen::Yes => Self::Consistent,
            Seen::No => Self::No,
            Seen::CannotTell => Self::CannotTell,
        }
    }

    /// The name on the wire and in messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::No => "no",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookedAt {
    /// Text that was copied out of a mail program. It has no targets of links, and often no sender.
    Text,
    /// A message as it was sent: a saved file, or its source.
    Message,
    /// Nothing: somebody answered by hand.
    Answers,
}

/// Something that was seen, with what is needed to say it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// What was seen.
    pub sign: Sign,
    /// What the sentence is filled with, as it stood in the email, cut to
    /// [`Evidence::MOST_CHARS`] and without characters that are not seen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: Args,
}

impl Evidence {
    /// The most characters of an argument.
    pub const MOST_CHARS: usize = 160;

    /// A sign without arguments.
    #[must_use]
    pub fn new(sign: Sign) -> Self {
        Self { sign, args: Args::new() }
    }

    /// Adds a number.
    #[must_use]
    pub fn counting(mut self, name: &str, number: usize) -> Self {
        self.args.insert(name.to_owned(), Arg::from(number));
        self
    }

    /// Adds text of the email: whoever wrote it may have wanted to be read as something else, so only
    /// what is seen of it is kept, on one line.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        let seen = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let mut seen: String = seen.filter(|c| !is_unseen(*c)).take(Self::MOST_CHARS + 1).collect();
        if seen.chars().count() > Self::MOST_CHARS {
            seen.pop();
            seen.push('…');
        }
        self.args.insert(name.to_owned(), Arg::from(seen.trim()));
        self
    }
}

/// Whether a character takes no room, or turns the direction in which others are read.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// One criterion, answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Which.
    pub criterion: Criterion,
    /// Its answer.
    pub seen: Seen,
    /// Why, the most telling first. Empty where it was answered by hand.
    pub evidence: Vec<Evidence>,
}

/// All that is told of an email.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// What was looked at.
    pub looked_at: LookedAt,
    /// What the answers come to.
    pub verdict: Verdict,
    /// Each criterion, in the order of [`Criterion::ALL`].
    pub criteria: Vec<Judged>,
    /// What else was seen. None of it decides anything.
    pub observations: Vec<Evidence>,
}

impl Findings {
    /// Findings with the verdict that follows from the answers, one for each of
    /// [`Criterion::ALL`].
    #[must_use]
    pub fn of(
        looked_at: LookedAt,
        answers: [(Seen, Vec<Evidence>); Criterion::ALL.len()],
        observations: Vec<Evidence>,
    ) -> Self {
        let verdict = Verdict::of(answers.each_ref().map(|(seen, _)| *seen));
        let criteria = Criterion::ALL.into_iter().zip(answers);
        let criteria = criteria
            .map(|(criterion, (seen, evidence))| Judged { criterion, seen, evidence })
            .collect();
        Self { looked_at, verdict, criteria, observations }
    }

    /// The answer to a criterion.
    #[must_use]
    pub fn seen(&self, criterion: Criterion) -> Seen {
        let judged = self.criteria.iter().find(|judged| judged.criterion == criterion);
        judged.map_or(Seen::CannotTell, |judged| judged.seen)
    }

    /// Everything that was seen, whatever it tells about.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.criteria.iter().flat_map(|judged| &judged.evidence).chain(&self.observations)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Seen::{CannotTell, No, Yes};

    #[test]
    fn one_no_decides_and_only_four_times_yes_is_consistent() {
        assert_eq!(Verdict::of([Yes; 4]), Verdict::Consistent);
        assert_eq!(Verdict::of([Yes, Yes, CannotTell, Yes]), Verdict::CannotTell);
        assert_eq!(Verdict::of([CannotTell, Yes, No, Yes]), Verdict::No);
        assert_eq!(Verdict::of([CannotTell; 4]), Verdict::CannotTell);
    }

    #[test]
    fn what_is_quoted_is_short_on_one_line_and_seen() {
        let quoted = |text: &str| {
            let evidence = Evidence::new(Sign::SubjectOther).with("subject", text);
            serde_json::to_value(evidence.args).expect("JSON")["subject"].clone()
        };
        assert_eq!(quoted(" Pay\r\n\tnow\u{202e}\u{200b} "), "Pay   now");
        assert_eq!(quoted(&"é".repeat(500)), format!("{}…", "é".repeat(160)));
    }

    #[test]
    fn the_form_on_the_wire_stays() {
        let findings = Findings::of(
            LookedAt::Message,
            [
                (No, vec![Evidence::new(Sign::SenderElsewhere).with("address", "a@b.example")]),
                (Yes, vec![Evidence::new(Sign::LanguagesBoth)]),
                (CannotTell, Vec::new()),
                (Yes, Vec::new()),
            ],
            vec![Evidence::new(Sign::SeveralLinks).counting("count", 2)],
        );
        let json = serde_json::to_string(&findings).expect("JSON");
        assert_eq!(
            json,
            concat!(
                r#"{"looked_at":"message","verdict":"no","criteria":["#,
                r#"{"criterion":"sender","seen":"no","evidence":[{"sign":"sender_elsewhere","args":{"address":"a@b.example"}}]},"#,
                r#"{"criterion":"languages","seen":"yes","evidence":[{"sign":"languages_both"}]},"#,
                r#"{"criterion":"subject","seen":"cannot_tell","evidence":[]},"#,
                r#"{"criterion":"link","seen":"yes","evidence":[]}],"#,
                r#""observations":[{"sign":"several_links","args":{"count":2.0}}]}"#,
            )
        );
        assert_eq!(serde_json::from_str::<Findings>(&json).expect("findings"), findings);
        let names: Vec<&str> = Sign::ALL.iter().map(|sign| sign.as_str()).collect();
        assert!(
            names.iter().all(|name| serde_json::from_str::<Sign>(&format!("{name:?}")).is_ok())
        );
    }
}
