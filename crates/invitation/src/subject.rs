//! The subject: the portal has one, word for word, after which something may follow.

use crate::hosts;
use crate::judge::Answer;
use crate::mail::Mail;
use contract::genuine::{Evidence, LookedAt, Seen, Sign};
use contract::policy::MAIL_SUBJECT;

/// What mail programs set before a subject when somebody answers or passes an email on.
const PREFIXES: [&str; 17] = [
    "re", "fw", "fwd", "tr", "ré", "rép", "réf", "aw", "wg", "rv", "enc", "i", "sv", "vs", "转发",
    "回复", "答复",
];
/// Those of passing on.
const PASSED_ON: [&str; 9] = ["fw", "fwd", "tr", "wg", "rv", "enc", "i", "vs", "转发"];

/// The answer.
pub(crate) fn judge(mail: &Mail) -> Answer {
    match mail.subjects.as_slice() {
        [] if mail.looked_at == LookedAt::Message => {
            // Every mail of the portal has one.
            (Seen::No, vec![Evidence::new(Sign::SubjectOther).with("subject", "")])
        }
        [] => (Seen::CannotTell, vec![Evidence::new(Sign::SubjectNotSeen)]),
        [subject] => told(subject),
        [first, ..] => {
            let several = mail.subjects.len();
            let count = Evidence::new(Sign::SubjectsSeveral).counting("count", several);
            (Seen::No, [vec![count], told(first).1].concat())
        }
    }
}

/// Whether a subject says that somebody passed an email on.
pub(crate) fn is_passed_on(subject: &str) -> bool {
    let mut rest = one_space(subject);
    while let Some((prefix, after)) = prefix_of(&rest) {
        if PASSED_ON.contains(&prefix.as_str()) {
            return true;
        }
        rest = after;
    }
    false
}

fn told(subject: &str) -> Answer {
    let subject = one_space(subject);
    if let Some(rest) = subject.strip_prefix(MAIL_SUBJECT) {
        if rest.is_empty() {
            return (Seen::Yes, vec![Evidence::new(Sign::SubjectFits)]);
        }
        // What goes on within a word is another subject.
        if !rest.starts_with(char::is_alphanumeric) {
            let evidence = Evidence::new(Sign::SubjectSuffix).with("suffix", rest);
            return (Seen::Yes, vec![evidence]);
        }
    }
    let bare = without_prefixes(&subject);
    if bare != subject && bare.starts_with(MAIL_SUBJECT) {
        let prefix = subject.strip_suffix(&bare).unwrap_or_default();
        // A mail program put it there, or somebody who wants that to be believed: what the portal
        // wrote can no longer be seen.
        return (
            Seen::CannotTell,
            vec![Evidence::new(Sign::SubjectPrefixed).with("prefix", prefix)],
        );
    }
    let like = hosts::skeleton(MAIL_SUBJECT);
    let sign = if hosts::skeleton(&bare).starts_with(&like) {
        Sign::SubjectClose
    } else {
        Sign::SubjectOther
    };
    (Seen::No, vec![Evidence::new(sign).with("subject", &subject)])
}

fn without_prefixes(subject: &str) -> String {
    let mut rest = subject.to_owned();
    while let Some((_, after)) = prefix_of(&rest) {
        rest = after;
    }
    rest
}

/// The first prefix in lower case, and what follows it: `Re:`, `FW :`, `RE[2]:`, or what a gateway
/// sets in square brackets.
fn prefix_of(subject: &str) -> Option<(String, String)> {
    if let Some(after) = subject.strip_prefix('[') {
        let (inside, after) = after.split_once(']')?;
        let short = inside.chars().count() <= 20;
        return short.then(|| (inside.to_lowercase(), after.trim_start().to_owned()));
    }
    let (before, after) = subject.split_once([':', '：'])?;
    let word =
        before.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || "[]()".contains(c));
    let word = word.trim_end().to_lowercase();
    PREFIXES.contains(&word.as_str()).then(|| (word, after.trim_start().to_owned()))
}

/// On one line, with one space between words: long subjects are folded on their way.
pub(crate) fn one_space(text: &str) -> String {
    text.split(|c: char| c.is_ascii_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(subject: &str) -> (Seen, Sign) {
        let (seen, evidence) = told(subject);
        (seen, evidence[0].sign)
    }

    #[test]
    fn what_follows_is_allowed_and_what_stands_before_is_not() {
        let s = MAIL_SUBJECT;
        for (subject, seen, sign) in [
            (s.to_owned(), Seen::Yes, Sign::SubjectFits),
            (s.replace(" / ", "\r\n / "), Seen::Yes, Sign::SubjectFits),
            (format!("{s} - E001234567"), Seen::Yes, Sign::SubjectSuffix),
            (format!("{s}s"), Seen::No, Sign::SubjectClose),
            (format!("RE: {s}"), Seen::CannotTell, Sign::SubjectPrefixed),
            (format!("Fwd: TR : {s}"), Seen::CannotTell, Sign::SubjectPrefixed),
            (format!("[EXTERNAL] {s}"), Seen::CannotTell, Sign::SubjectPrefixed),
            (format!("转发：{s}"), Seen::CannotTell, Sign::SubjectPrefixed),
            (format!("URGENT: {s}"), Seen::No, Sign::SubjectOther),
            (s.replace('é', "e"), Seen::No, Sign::SubjectClose),
            (s.replace(" - ", " – "), Seen::No, Sign::SubjectClose),
            (s.replace('C', "\u{421}"), Seen::No, Sign::SubjectClose),
            (s.to_uppercase(), Seen::No, Sign::SubjectClose),
            (s.split(" / ").next().unwrap_or_default().to_owned(), Seen::No, Sign::SubjectOther),
            ("Your PR card".to_owned(), Seen::No, Sign::SubjectOther),
        ] {
            assert_eq!(of(&subject), (seen, sign), "{subject}");
        }
        assert!(is_passed_on(&format!("RE: Fw: {s}")) && !is_passed_on(&format!("RE: {s}")));
    }
}
