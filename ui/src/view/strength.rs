//! What is said of a new password while it is typed: how long it is, and how hard to guess it seems.
//! It advises only; what the portal takes is decided there.

use contract::password::{ADVICE, Advice, STRENGTH_NEEDED, check_password};
use contract::policy::Policy;
use contract::problem::Arg;
use contract::{Code, FieldProblem};

/// Lines of advice at a time: what makes it easy to guess, and what would help.
const LINES: usize = 2;

/// What is said of a password.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// Nothing: there is none.
    Silent,
    /// So many characters are missing.
    Missing(usize),
    /// It cannot be stored, for a reason that has nothing to do with guessing.
    Refused(FieldProblem),
    /// It has so many characters, which is enough; nothing more is known.
    LongEnough(usize),
    /// It is easy to guess, or nearly hard enough where the second says so; with names of advice.
    Weak(Vec<String>, bool),
    /// It is hard to guess.
    Hard,
}

impl Verdict {
    /// The messages that say how hard it is to guess and what would help, once it is judged. They are
    /// among the words that come later.
    pub(crate) fn messages(&self) -> Vec<String> {
        let advice = match self {
            Self::Weak(advice, _) => advice.as_slice(),
            _ => &[],
        };
        let verdict = match self {
            Self::Weak(_, false) => "easy",
            Self::Weak(_, true) => "nearly",
            Self::Hard => "hard",
            _ => return Vec::new(),
        };
        let names = std::iter::once(verdict).chain(advice.iter().map(String::as_str));
        names.map(|name| format!("strength-{name}")).collect()
    }

    /// How far it is from nothing to hard to guess: of thrice the least length, one third for the
    /// length itself.
    pub(crate) const fn steps(&self, least: usize) -> usize {
        match self {
            Self::Silent => 0,
            Self::Missing(missing) => least.saturating_sub(*missing),
            Self::Refused(_) | Self::LongEnough(_) | Self::Weak(_, false) => least,
            Self::Weak(_, true) => 2 * least,
            Self::Hard => 3 * least,
        }
    }
}

/// What is said of a password: its length first, then what the portal would refuse it for, then what
/// the host told (`Strength::in_short`), where it told anything. `username` may be empty.
pub(crate) fn verdict(password: &str, username: &str, told: &str, policy: &Policy) -> Verdict {
    let length = password.chars().count();
    let least = policy.password_min_chars;
    if length == 0 {
        return Verdict::Silent;
    }
    if length < least {
        return Verdict::Missing(least - length);
    }
    let (score, advice) = told.split_once(' ').unwrap_or((told, ""));
    let score: Option<u8> = score.parse().ok();
    let is_weak = score.is_some_and(|score| score < STRENGTH_NEEDED);
    let nearly = score.is_some_and(|score| score + 1 == STRENGTH_NEEDED);
    let username = (!username.is_empty()).then_some(username);
    match check_password(password, username, None, policy) {
        Some(problem) if problem.code == Code::PasswordTooLong => Verdict::Refused(problem),
        Some(problem) if problem.code == Code::PasswordOwnWords => {
            Verdict::Weak(shown(Advice::OwnWords.name()), false)
        }
        Some(_) if !is_weak => Verdict::Weak(shown(Advice::FewWords.name()), false),
        Some(_) => Verdict::Weak(shown(advice), false),
        None if is_weak => Verdict::Weak(shown(advice), nearly),
        None if score.is_none() => Verdict::LongEnough(length),
        None => Verdict::Hard,
    }
}

/// What is said of a password that the portal found weak; nothing where it refused it otherwise.
pub(crate) fn refused(problem: &FieldProblem) -> Option<Verdict> {
    let weak = problem.code == Code::PasswordWeak;
    weak.then(|| match problem.args.get(ADVICE) {
        Some(Arg::Text(names)) => Verdict::Weak(shown(names), false),
        _ => Verdict::Weak(Vec::new(), false),
    })
}

fn shown(names: &str) -> Vec<String> {
    names.split_whitespace().take(LINES).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::password::Strength;

    fn said(password: &str, score: Option<u8>) -> Verdict {
        let advice = vec![Advice::Sequences, Advice::FewWords, Advice::MoreWords];
        let told = score.map(|score| Strength { score, advice }.in_short());
        verdict(password, "K7MP-2XQD", &told.unwrap_or_default(), &Policy::PROGRAMME)
    }

    fn weak(advice: &[&str], nearly: bool) -> Verdict {
        Verdict::Weak(advice.iter().map(|name| (*name).to_owned()).collect(), nearly)
    }

    #[test]
    fn length_comes_first_whatever_is_estimated() {
        assert_eq!(said("", Some(0)), Verdict::Silent);
        assert_eq!(said("kayak", Some(4)), Verdict::Missing(10));
        assert_eq!(said("quinze lettres", None), Verdict::Missing(1));
        assert_eq!(said("quinze lettres!", None), Verdict::LongEnough(15));
        assert_eq!(said("山高月小水落石出曾日月之几何而", None), Verdict::LongEnough(15));
    }

    #[test]
    fn five_scores_are_three_verdicts_with_two_lines_of_advice() {
        let lines = ["sequences", "few_words"];
        let found = [0, 1, 2, 3, 4].map(|score| said("quinze lettres!", Some(score)));
        let easy = weak(&lines, false);
        assert_eq!(found, [easy.clone(), easy, weak(&lines, true), Verdict::Hard, Verdict::Hard]);
    }

    #[test]
    fn what_the_portal_would_refuse_is_never_called_hard_to_guess() {
        assert_eq!(said("my name is k7mp2xqd ok", Some(4)), weak(&["own_words"], false));
        assert_eq!(said("permanent resident portal", Some(4)), weak(&["few_words"], false));
        let long = "seven green kayaks at dawn ".repeat(50);
        assert!(matches!(said(&long, Some(4)), Verdict::Refused(_)));
    }

    #[test]
    fn only_what_is_judged_is_called_easy_or_hard() {
        let messages = |password, score| said(password, score).messages();
        assert_eq!(messages("kayak", Some(4)), [""; 0]);
        assert_eq!(messages("quinze lettres!", None), [""; 0]);
        let nearly = ["strength-nearly", "strength-sequences", "strength-few_words"];
        assert_eq!(messages("quinze lettres!", Some(2)), nearly);
        assert_eq!(messages("quinze lettres!", Some(3)), ["strength-hard"]);
    }

    #[test]
    fn the_bar_grows_with_every_step() {
        let steps = [
            ("", None),
            ("kayak", None),
            ("quinze lettres!", Some(1)),
            ("quinze lettres!", Some(2)),
            ("quinze lettres!", Some(3)),
        ];
        let steps = steps.map(|(password, score)| said(password, score).steps(15));
        assert_eq!(steps, [0, 5, 15, 30, 45]);
    }

    #[test]
    fn a_refusal_brings_its_advice() {
        let problem = Strength { score: 1, advice: vec![Advice::OwnWords] }.problem().unwrap();
        assert_eq!(refused(&problem), Some(weak(&["own_words"], false)));
        assert_eq!(refused(&FieldProblem::new("password", Code::PasswordCommon)), None);
    }
}
