//! What an own password must be (NIST SP 800-63B-4, 3.1.1.2): long, not common, not made of this
//! service's or the person's own words. No rules of composition, no rotation.

use crate::identity::normalise_username;
use crate::policy::Policy;
use crate::{Code, FieldProblem};

/// Words of this service: a password may hold them, but what is left without them must be long.
const CONTEXT_WORDS: &[&str] = &[
    "landed",
    "permanent",
    "resident",
    "residence",
    "permanente",
    "canada",
    "immigration",
    "portal",
    "portail",
    "ircc",
    "password",
    "motdepasse",
];

/// Long passwords that head every list of leaked ones.
const COMMON: &[&str] = &[
    "123456789012345",
    "1234567890123456",
    "12345678901234567890",
    "qwertyuiopasdfg",
    "qwertyuiopasdfghjkl",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv",
    "1q2w3e4r5t6y7u8i",
    "passwordpassword",
    "password12345678",
    "iloveyouiloveyou",
    "abcdefghijklmnop",
    "abcdefghijklmnopqrstuvwxyz",
    "letmeinletmeinletmein",
    "thisismypassword",
    "correcthorsebatterystaple",
    "motdepassemotdepasse",
    "0123456789abcdef",
];

/// Different characters that a password needs, so that one key held down is not one.
const DIFFERENT_CHARS: usize = 6;

/// What is wrong with an own password, if anything. `username` and `temporary` are the person's,
/// where known.
#[must_use]
pub fn check_password(
    password: &str,
    username: Option<&str>,
    temporary: Option<&str>,
    policy: &Policy,
) -> Option<FieldProblem> {
    let problem = |code| FieldProblem::new("password", code);
    let length = password.chars().count();
    if length == 0 {
        return Some(problem(Code::Required));
    }
    if length < policy.password_min_chars {
        return Some(
            problem(Code::PasswordTooShort)
                .with("limit", policy.password_min_chars)
                .with("length", length),
        );
    }
    if length > policy.password_max_chars {
        return Some(
            problem(Code::PasswordTooLong)
                .with("limit", policy.password_max_chars)
                .with("length", length),
        );
    }
    let plain: String = password.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let holds_username = username.is_some_and(|username| {
        let username = normalise_username(username).replace('-', "").to_lowercase();
        !username.is_empty() && plain.replace('-', "").contains(&username)
    });
    if holds_username || temporary.is_some_and(|temporary| temporary.trim() == password.trim()) {
        return Some(problem(Code::PasswordOwnWords));
    }
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    let mut rest = plain.clone();
    for word in CONTEXT_WORDS {
        rest = rest.replace(word, "");
    }
    let common = COMMON.contains(&plain.as_str())
        || different.len() < DIFFERENT_CHARS
        || rest.chars().count() < policy.password_min_chars / 2;
    common.then(|| problem(Code::PasswordCommon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<Code> {
        check_password(password, Some("K7MP-2XQD"), Some("f7Hq-9Tzk-Rm4w"), &Policy::PROGRAMME)
            .map(|problem| problem.code)
    }

    #[test]
    fn length_counts_characters_and_any_character_counts() {
        assert_eq!(code("quatorze lettr"), Some(Code::PasswordTooShort));
        assert_eq!(code("quinze lettres!"), None);
        assert_eq!(code("山高月小水落石出曾日月之几何而"), None);
        assert_eq!(code(&"a1b2c3d4e5 ".repeat(30)), Some(Code::PasswordTooLong));
        assert_eq!(code("the ferry to Gabriola leaves at seven and returns at ten past ni"), None);
    }

    #[test]
    fn common_and_own_words_are_refused() {
        assert_eq!(code("Password Password"), Some(Code::PasswordCommon));
        assert_eq!(code("aaaaaaaaaaaaaaaaaaaa"), Some(Code::PasswordCommon));
        assert_eq!(code("permanent resident portal"), Some(Code::PasswordCommon));
        assert_eq!(code("my name is k7mp2xqd ok"), Some(Code::PasswordOwnWords));
    }
}
