//! What people type to say who they are: usernames, UCIs, application numbers, dates of birth.
//! Accepts what people write, keeps one normal form.

use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::civil::Date;

/// Letters and digits of usernames and references: no `0 O 1 I L U`, which are misread.
pub const READABLE_ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A username has this many characters, written in groups of four: `K7MP-2XQD`.
pub const USERNAME_CHARS: usize = 8;

/// The username in its normal form: capitals, one hyphen in the middle, nothing else.
#[must_use]
pub fn normalise_username(typed: &str) -> String {
    let kept: String = typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if kept.len() == USERNAME_CHARS {
        format!("{}-{}", &kept[..USERNAME_CHARS / 2], &kept[USERNAME_CHARS / 2..])
    } else {
        kept
    }
}

/// What is wrong with a typed username, if anything.
#[must_use]
pub fn check_username(typed: &str) -> Option<FieldProblem> {
    if typed.trim().is_empty() {
        return Some(FieldProblem::new("username", Code::Required));
    }
    let normal = normalise_username(typed);
    let letters = normal.bytes().filter(|b| *b != b'-');
    let fits = normal.len() == USERNAME_CHARS + 1
        && letters.clone().all(|b| READABLE_ALPHABET.contains(&b));
    (!fits).then(|| FieldProblem::new("username", Code::UsernameShape))
}

/// The UCI as `NNNN-NNNN` or `NN-NNNN-NNNN`, from whatever spacing was typed.
#[must_use]
pub fn normalise_uci(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            // Full-width digits come from Chinese and Japanese input methods.
            '０'..='９' => digits.push(char::from(b'0' + (c as u32 - '０' as u32) as u8)),
            '-' | '‐' | '‑' | '–' | '—' | ' ' | '\u{a0}' | '.' => {}
            _ => return None,
        }
    }
    match digits.len() {
        8 => Some(format!("{}-{}", &digits[..4], &digits[4..])),
        10 => Some(format!("{}-{}-{}", &digits[..2], &digits[2..6], &digits[6..])),
        _ => None,
    }
}

/// What is wrong with a typed UCI, if anything.
#[must_use]
pub fn check_uci(typed: &str) -> Option<FieldProblem> {
    if typed.trim().is_empty() {
        return Some(FieldProblem::new("uci", Code::Required));
    }
    normalise_uci(typed).is_none().then(|| FieldProblem::new("uci", Code::UciShape))
}

/// Whether this is an application number: a letter and nine digits, e.g. `E001234567`.
#[must_use]
pub fn is_application_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit)
}

/// What is wrong with a date of birth, if anything.
#[must_use]
pub fn check_date_of_birth(date: Date, today: Date, policy: &Policy) -> Option<FieldProblem> {
    let in_range = date <= today && date.year() >= today.year() - policy.age_max_years;
    (!in_range).then(|| FieldProblem::new("date_of_birth", Code::DateOutOfRange))
}

/// A day from what was typed into three boxes.
///
/// # Errors
/// `required` where all are empty, `date_not_real` where they give no day of the calendar.
pub fn date_from_parts(year: &str, month: &str, day: &str) -> Result<Date, Code> {
    let parts = [year.trim(), month.trim(), day.trim()];
    if parts.iter().all(|part| part.is_empty()) {
        return Err(Code::Required);
    }
    if parts[0].len() != 4 {
        return Err(Code::DateNotReal);
    }
    let number = |part: &str| part.parse::<i16>().map_err(|_| Code::DateNotReal);
    let small = |part: &str| part.parse::<i8>().map_err(|_| Code::DateNotReal);
    Date::new(number(parts[0])?, small(parts[1])?, small(parts[2])?).map_err(|_| Code::DateNotReal)
}

/// Full years between a birth and a day; 0 for the unborn.
#[must_use]
pub fn age_on(date_of_birth: Date, day: Date) -> u8 {
    let had_birthday = (day.month(), day.day()) >= (date_of_birth.month(), date_of_birth.day());
    let years = day.year() - date_of_birth.year() - i16::from(!had_birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}

/// Whether someone was under 18 on the day the application was made, and so counts as a minor for
/// the whole journey.
#[must_use]
pub fn is_minor(date_of_birth: Date, applied_on: Date) -> bool {
    age_on(date_of_birth, applied_on) < 18
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn usernames_are_read_in_any_spelling() {
        for typed in ["K7MP-2XQD", "k7mp2xqd", " k7mp 2xqd ", "K7MP–2XQD"] {
            assert_eq!(normalise_username(typed), "K7MP-2XQD");
            assert_eq!(check_username(typed), None);
        }
        for typed in ["K7MP-2XQ", "K7MP-2XQO", "someone@example.org"] {
            assert_eq!(check_username(typed).map(|p| p.code), Some(Code::UsernameShape));
        }
    }

    #[test]
    fn ucis_keep_their_two_forms() {
        assert_eq!(normalise_uci("1234 5678").as_deref(), Some("1234-5678"));
        assert_eq!(normalise_uci("11–2345–6789").as_deref(), Some("11-2345-6789"));
        assert_eq!(normalise_uci("１１２３４５６７８９").as_deref(), Some("11-2345-6789"));
        assert_eq!(normalise_uci("12345"), None);
        assert_eq!(normalise_uci("E001234567"), None);
    }

    #[test]
    fn a_leap_day_child_comes_of_age_in_march() {
        let born = date(2008, 2, 29);
        assert_eq!(age_on(born, date(2026, 2, 28)), 17);
        assert_eq!(age_on(born, date(2026, 3, 1)), 18);
        assert!(is_minor(born, date(2026, 2, 28)));
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        assert_eq!(date_from_parts("", " ", ""), Err(Code::Required));
        assert_eq!(date_from_parts("1988", "2", "30"), Err(Code::DateNotReal));
        assert_eq!(date_from_parts("88", "2", "3"), Err(Code::DateNotReal));
        assert_eq!(date_from_parts("1988", "02", "03"), Ok(date(1988, 2, 3)));
    }
}
