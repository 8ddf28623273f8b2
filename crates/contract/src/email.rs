//! Email addresses as people type them. Whether one exists only a code that was mailed to it tells.

use crate::{Code, FieldProblem};

/// Longest address that mail servers take, in characters (RFC 5321, 4.5.3.1.3).
const MOST_CHARS: usize = 254;

/// The address without spaces around it, its host in lower case. What stands before the `@` is left
/// as typed: only its own host may say that letters are alike.
#[must_use]
pub fn normalise_email(typed: &str) -> String {
    let typed = typed.trim();
    match typed.rsplit_once('@') {
        Some((name, host)) => format!("{name}@{}", host.to_lowercase()),
        None => typed.to_owned(),
    }
}

/// Whether two addresses are one: compared without case, as nearly every host does.
#[must_use]
pub fn same_email(one: &str, other: &str) -> bool {
    normalise_email(one).to_lowercase() == normalise_email(other).to_lowercase()
}

/// What is wrong with a typed address, if anything.
#[must_use]
pub fn check_email(field: &str, typed: &str) -> Option<FieldProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(FieldProblem::new(field, Code::Required));
    }
    if typed.chars().count() > MOST_CHARS {
        return Some(FieldProblem::new(field, Code::TooLong).with("limit", MOST_CHARS));
    }
    (!has_the_shape(typed)).then(|| FieldProblem::new(field, Code::EmailShape))
}

/// Something, one `@`, and a host of at least two parts. Mail goes to plain addresses only: no
/// quotes, no comments, no brackets.
fn has_the_shape(typed: &str) -> bool {
    let Some((name, host)) = typed.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"(),:;<>@[\\]".contains(c);
    let dotted = |text: &str| text.split('.').all(|part| !part.is_empty());
    let label = |part: &str| {
        part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    dotted(name)
        && name.chars().all(plain)
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty() && label(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for good in
            ["leila@example.org", " l.h+ca@mail.example.co.uk ", "李@例子.中国", "o'neil@x-y.ca"]
        {
            assert_eq!(check_email("email", good), None, "{good}");
        }
        for bad in [
            "leila",
            "leila@example",
            "@example.org",
            "a b@example.org",
            "a@b@c.org",
            "a..b@c.org",
            "a@-c.org",
            "Leila <l@example.org>",
        ] {
            let code = check_email("email", bad).map(|problem| problem.code);
            assert_eq!(code, Some(Code::EmailShape), "{bad}");
        }
        assert!(same_email("Leila@Example.org", "leila@example.ORG "));
        assert_eq!(normalise_email(" Leila@Example.ORG"), "Leila@example.org");
    }
}
