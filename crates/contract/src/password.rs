//! What an own password must be (NIST SP 800-63B-4, 3.1.1.2): long, not common, not made of this
//! service's or the person's own words. No rules of composition, no rotation.

use crate::identity::normalise_username;
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use serde::{Deserialize, Serialize};

/// Words of this service: a password may hold them, but what is left without them must be long.
pub const CONTEXT_WORDS: &[&str] = &[
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

/// The least [`Strength::score`] of an own password: over 10^8 guesses, beyond what anyone tries at a
/// portal that slows them down (zxcvbn: "safely unguessable").
pub const STRENGTH_NEEDED: u8 = 3;

/// The argument of `password_weak` that holds [`Strength::advice_names`].
pub const ADVICE: &str = "advice";

/// How hard a password is to guess, as far as that can be estimated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// From 0, guessed at once, to 4.
    pub score: u8,
    /// What makes it easy to guess, then what would help; empty where it is strong enough.
    pub advice: Vec<Advice>,
}

impl Strength {
    /// What is wrong with a password of this strength, if anything.
    #[must_use]
    pub fn problem(&self) -> Option<FieldProblem> {
        let weak = self.score < STRENGTH_NEEDED;
        weak.then(|| {
            let problem = FieldProblem::new("password", Code::PasswordWeak);
            match self.advice_names() {
                names if names.is_empty() => problem,
                names => problem.with(ADVICE, names.as_str()),
            }
        })
    }

    /// The score and the names of the advice, with spaces between them.
    #[must_use]
    pub fn in_short(&self) -> String {
        format!("{} {}", self.score, self.advice_names())
    }

    /// The names of the advice in its order, with spaces between them.
    #[must_use]
    pub fn advice_names(&self) -> String {
        self.advice.iter().map(|advice| advice.name()).collect::<Vec<_>>().join(" ")
    }
}

/// What makes a password easy to guess, or what would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// It is on the lists of leaked passwords.
    CommonPassword,
    /// It is like one that is on these lists.
    LikeCommonPassword,
    /// It holds one's own names, username or application number, or this service's words.
    OwnWords,
    /// It is a word by itself.
    SingleWord,
    /// It holds common names.
    Names,
    /// It holds a date.
    Dates,
    /// It holds a year of late.
    Years,
    /// It goes along a row of keys.
    KeyboardRow,
    /// It follows a short pattern of keys.
    KeyboardPattern,
    /// It repeats a character, like `aaa`.
    RepeatedCharacters,
    /// It repeats a part, like `abcabc`.
    RepeatedParts,
    /// It holds a sequence, like `abc` or `6543`.
    Sequences,
    /// Capitals hardly help.
    Capitals,
    /// Words written backwards hardly help.
    Reversed,
    /// Foreseeable replacements, like `@` for `a`, hardly help.
    Substitutions,
    /// A longer pattern of keys with more turns would help.
    LongerKeyboardPattern,
    /// A few words that nobody expects together would help.
    FewWords,
    /// Digits, symbols and capitals are not needed.
    NoSymbolsNeeded,
    /// Another word or two would help.
    MoreWords,
}

impl Advice {
    /// Every advice.
    pub const ALL: [Self; 19] = [
        Self::CommonPassword,
        Self::LikeCommonPassword,
        Self::OwnWords,
        Self::SingleWord,
        Self::Names,
        Self::Dates,
        Self::Years,
        Self::KeyboardRow,
        Self::KeyboardPattern,
        Self::RepeatedCharacters,
        Self::RepeatedParts,
        Self::Sequences,
        Self::Capitals,
        Self::Reversed,
        Self::Substitutions,
        Self::LongerKeyboardPattern,
        Self::FewWords,
        Self::NoSymbolsNeeded,
        Self::MoreWords,
    ];

    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CommonPassword => "common_password",
            Self::LikeCommonPassword => "like_common_password",
            Self::OwnWords => "own_words",
            Self::SingleWord => "single_word",
            Self::Names => "names",
            Self::Dates => "dates",
            Self::Years => "years",
            Self::KeyboardRow => "keyboard_row",
            Self::KeyboardPattern => "keyboard_pattern",
            Self::RepeatedCharacters => "repeated_characters",
            Self::RepeatedParts => "repeated_parts",
            Self::Sequences => "sequences",
            Self::Capitals => "capitals",
            Self::Reversed => "reversed",
            Self::Substitutions => "substitutions",
            Self::LongerKeyboardPattern => "longer_keyboard_pattern",
            Self::FewWords => "few_words",
            Self::NoSymbolsNeeded => "no_symbols_needed",
            Self::MoreWords => "more_words",
        }
    }
}

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

/// Checks a new passphrase of a device: nothing but its length. It never leaves the device, and
/// guessing it takes the device itself and an Argon2id for each guess.
#[must_use]
pub fn check_passphrase(passphrase: &str, policy: &Policy) -> Option<FieldProblem> {
    let problem = |code| FieldProblem::new("passphrase", code);
    let length = passphrase.chars().count();
    if length == 0 {
        return Some(problem(Code::Required));
    }
    let (least, most) = (policy.passphrase_min_chars, policy.password_max_chars);
    let code = match length {
        length if length < least => (Code::PassphraseTooShort, least),
        length if length > most => (Code::PasswordTooLong, most),
        _ => return None,
    };
    Some(problem(code.0).with("limit", code.1).with("length", length))
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
    fn a_password_is_strong_enough_from_three_on() {
        let of = |score| Strength { score, advice: Vec::new() }.problem().map(|fault| fault.code);
        assert_eq!((of(2), of(3), of(4)), (Some(Code::PasswordWeak), None, None));
    }

    #[test]
    fn advice_is_named_alike_on_every_way() {
        for advice in Advice::ALL {
            let name = serde_json::to_string(&advice).unwrap_or_default();
            assert_eq!(name, format!("\"{}\"", advice.name()));
        }
        let strength =
            Strength { score: 1, advice: vec![Advice::KeyboardRow, Advice::NoSymbolsNeeded] };
        assert_eq!(strength.in_short(), "1 keyboard_row no_symbols_needed");
        let problem = strength.problem().and_then(|problem| problem.args.get(ADVICE).cloned());
        assert_eq!(problem, Some("keyboard_row no_symbols_needed".into()));
    }

    #[test]
    fn common_and_own_words_are_refused() {
        assert_eq!(code("Password Password"), Some(Code::PasswordCommon));
        assert_eq!(code("aaaaaaaaaaaaaaaaaaaa"), Some(Code::PasswordCommon));
        assert_eq!(code("permanent resident portal"), Some(Code::PasswordCommon));
        assert_eq!(code("my name is k7mp2xqd ok"), Some(Code::PasswordOwnWords));
    }
}
