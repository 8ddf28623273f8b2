//! How hard a password is to guess, by the estimate of zxcvbn (Wheeler, USENIX Security 2016), and
//! what would make it harder. The portal decides with it; app and browser show it while somebody
//! types. It says names of advice and never a sentence, and keeps and sends nothing.

use contract::password::{Advice, CONTEXT_WORDS, STRENGTH_NEEDED, Strength};
use zxcvbn::feedback::{Suggestion, Warning};

/// Letters of an own word from which on it counts as one inside another: names of two letters are
/// everywhere.
const OWN_CHARS: usize = 3;

/// Judges a password. `words` are the person's own and this service's: an attacker tries these first.
/// Only the first 100 characters count, so that the work has an end.
#[must_use]
pub fn judge(password: &str, words: &[&str]) -> Strength {
    // Whoever is called "Anne-Marie de la Tour" is tried as each of these.
    let words: Vec<&str> = words
        .iter()
        .flat_map(|words| {
            let parts = words.split(|letter: char| !letter.is_alphanumeric());
            std::iter::once(*words).chain(parts)
        })
        .filter(|word| word.chars().count() > 1)
        .collect();
    let as_typed = estimated(password, &words);
    // Spaces and marks between words count as chosen at random, which they are not: what they part
    // is judged without them, too, unless it is little beside them.
    let plain: String = password
        .chars()
        .filter(|letter| !letter.is_whitespace() && !letter.is_ascii_punctuation())
        .collect();
    if 2 * plain.chars().count() < password.chars().count() {
        return as_typed;
    }
    let weaker = weaker(estimated(&plain, &words), as_typed);
    // Several own words in a row count as unforeseeable, which they are not either.
    let plain = plain.to_lowercase();
    let own = words.iter().filter(|word| word.chars().count() >= OWN_CHARS);
    let rest = own.fold(plain.clone(), |rest, word| rest.replace(&word.to_lowercase(), ""));
    if rest == plain {
        return weaker;
    }
    let mut rest = estimated(&rest, &words);
    rest.advice.insert(0, Advice::OwnWords);
    if rest.score >= STRENGTH_NEEDED {
        return weaker;
    }
    self::weaker(Strength { advice: each_once(rest.advice), ..rest }, weaker)
}

/// Judges a password by the person's own words and this service's. What is nearest to the person is
/// tried first.
#[must_use]
pub fn judge_own(password: &str, own: &[&str]) -> Strength {
    let words: Vec<&str> = own.iter().chain(CONTEXT_WORDS).copied().collect();
    judge(password, &words)
}

/// The first, unless the second is weaker.
fn weaker(first: Strength, second: Strength) -> Strength {
    if second.score < first.score { second } else { first }
}

fn estimated(password: &str, words: &[&str]) -> Strength {
    let estimate = zxcvbn::zxcvbn(password, words);
    let mut advice = Vec::new();
    if let Some(feedback) = estimate.feedback() {
        advice.extend(feedback.warning().map(of_warning));
        let is_own = |token: &str| words.iter().any(|word| word.to_lowercase() == token);
        if estimate.sequence().iter().any(|part| is_own(&part.token.to_lowercase())) {
            advice.push(Advice::OwnWords);
        }
        advice.extend(feedback.suggestions().iter().copied().map(of_suggestion));
    }
    Strength { score: estimate.score().into(), advice: each_once(advice) }
}

fn each_once(advice: Vec<Advice>) -> Vec<Advice> {
    let mut kept = Vec::new();
    for one in advice {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

fn of_warning(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess => Advice::KeyboardRow,
        Warning::ShortKeyboardPatternsAreEasyToGuess => Advice::KeyboardPattern,
        Warning::RepeatsLikeAaaAreEasyToGuess => Advice::RepeatedCharacters,
        Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => Advice::RepeatedParts,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword => Advice::CommonPassword,
        Warning::ThisIsSimilarToACommonlyUsedPassword => Advice::LikeCommonPassword,
        Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequences,
        Warning::RecentYearsAreEasyToGuess => Advice::Years,
        Warning::AWordByItselfIsEasyToGuess => Advice::SingleWord,
        Warning::DatesAreOftenEasyToGuess => Advice::Dates,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Advice::Names,
    }
}

fn of_suggestion(suggestion: Suggestion) -> Advice {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases => Advice::FewWords,
        Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => Advice::NoSymbolsNeeded,
        Suggestion::AddAnotherWordOrTwo => Advice::MoreWords,
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => Advice::Capitals,
        Suggestion::ReversedWordsArentMuchHarderToGuess => Advice::Reversed,
        Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Advice::Substitutions,
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => Advice::LongerKeyboardPattern,
        Suggestion::AvoidRepeatedWordsAndCharacters => Advice::RepeatedParts,
        Suggestion::AvoidSequences => Advice::Sequences,
        Suggestion::AvoidRecentYears | Suggestion::AvoidYearsThatAreAssociatedWithYou => {
            Advice::Years
        }
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Advice::Dates,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 4] = ["K7MP-2XQD", "Leila Anne-Marie", "Haddad", "E001234567"];

    #[test]
    fn long_is_not_yet_strong() {
        for (password, advice) in [
            ("password1234567", Advice::LikeCommonPassword),
            ("qwertyuiopasdfgh", Advice::LikeCommonPassword),
            ("abcabcabcabcabcabc", Advice::RepeatedParts),
            ("abcdefghijklmnop", Advice::Sequences),
            ("leila anne-marie", Advice::OwnWords),
            ("Haddad E001234567", Advice::OwnWords),
            ("Leila Haddad Leila Haddad!", Advice::OwnWords),
            ("Haddad Leila K7MP2XQD", Advice::OwnWords),
            ("Leila Haddad 1985 Canada", Advice::OwnWords),
            ("abc def ghi jkl mno", Advice::Sequences),
            ("Password2026!!!!", Advice::LikeCommonPassword),
        ] {
            let found = judge(password, &OWN);
            assert!(found.score < STRENGTH_NEEDED, "{password}: {found:?}");
            assert!(found.advice.contains(&advice), "{password}: {found:?}");
        }
    }

    #[test]
    fn words_that_nobody_expects_together_are_strong_in_any_script() {
        for password in [
            "the ferry to Gabriola leaves at seven",
            "seven green kayaks at dawn",
            "quinze lettres de mon jardin",
            "山高月小水落石出曾日月之几何而",
            "ночь улица фонарь аптека",
            "k2#vW9!qZx7@mPr",
            "another long password of mine",
            "nine slow herons over the marsh",
        ] {
            let found = judge(password, &OWN);
            assert_eq!((found.problem(), found.advice.len()), (None, 0), "{password}: {found:?}");
        }
    }

    #[test]
    fn own_words_take_strength_away() {
        let password = "oyelaran mbappe";
        let names = ["Oyelaran", "Mbappe"];
        let (others, own) = (judge(password, &[]), judge(password, &names));
        assert!(own.score < others.score, "{own:?} {others:?}");
    }

    #[test]
    fn this_service_s_words_are_tried_with_the_person_s_own() {
        for password in ["permanent resident portal", "immigration leila canada"] {
            let found = judge_own(password, &["K7MP-2XQD", "Leila"]);
            assert!(found.score < STRENGTH_NEEDED, "{password}: {found:?}");
            assert!(found.advice.contains(&Advice::OwnWords), "{password}: {found:?}");
        }
        assert_eq!(judge_own("seven green kayaks at dawn", &["K7MP-2XQD"]).problem(), None);
    }

    #[test]
    fn no_input_breaks_it() {
        for password in ["", " ", "\u{0}", &"é".repeat(5000), &"aA1!".repeat(64)] {
            assert!(judge(password, &["", " ", "-"]).score <= 4);
        }
    }
}
