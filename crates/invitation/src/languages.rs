//! Whether text is in English and in French: by the small words that no text of either does without
//! and that the other does not have. Names, codes and numbers count for neither.

use crate::judge::Answer;
use crate::mail::Mail;
use contract::genuine::{Evidence, Seen, Sign};
use std::collections::BTreeSet;

/// Fewer words than these are no text that could be told. The portal's shortest mail has 150.
const FEWEST_WORDS: usize = 40;
/// A language is there with so many of its small words, of which so many are different ones.
const FEWEST_HITS: usize = 6;
const FEWEST_DIFFERENT: usize = 4;
/// One that has a tenth of the other's is a heading or a quotation; one that has a third is there.
const MISSING_TIMES: usize = 10;
const UNEVEN_TIMES: usize = 3;
/// No more words than these are counted.
const MOST_WORDS: usize = 50_000;

const ENGLISH: [&str; 38] = [
    "the", "and", "you", "your", "to", "of", "is", "this", "in", "for", "with", "that", "it",
    "are", "from", "be", "not", "have", "if", "we", "by", "will", "was", "can", "when", "which",
    "our", "at", "there", "what", "how", "an", "has", "do", "any", "must", "please", "were",
];

const FRENCH: [&str; 38] = [
    "le", "la", "les", "de", "des", "du", "et", "un", "une", "vous", "votre", "vos", "est", "pour",
    "dans", "que", "qui", "ce", "cette", "ne", "pas", "avec", "au", "aux", "ou", "nous", "se",
    "elle", "en", "être", "ces", "sont", "sous", "chez", "notre", "leur", "veuillez", "celui",
];

/// The answer: of several forms of the same text the worst, since nobody knows which one is read.
pub(crate) fn judge(mail: &Mail) -> Answer {
    let mut views = mail.views.iter().map(|view| told(&view.visible(), mail.damaged));
    let first = views.next().unwrap_or_else(|| told("", mail.damaged));
    let (seen, sign) =
        views.fold(first, |worst, next| if worst.0.and(next.0) == worst.0 { worst } else { next });
    (seen, vec![sign])
}

fn told(text: &str, damaged: bool) -> (Seen, Evidence) {
    let (mut words, mut english, mut french) = (0, Hits::default(), Hits::default());
    let apart = |c: char| !c.is_alphabetic();
    for word in text.split(apart).filter(|word| !word.is_empty()).take(MOST_WORDS) {
        words += 1;
        if word.len() > 12 {
            continue;
        }
        let word = word.to_lowercase();
        english.count(&ENGLISH, &word);
        french.count(&FRENCH, &word);
    }
    let sign = sign(words, &english, &french, damaged);
    let seen = match sign {
        Sign::LanguagesBoth => Seen::Yes,
        Sign::EnglishMissing | Sign::FrenchMissing | Sign::LanguagesNeither => Seen::No,
        _ => Seen::CannotTell,
    };
    let evidence = Evidence::new(sign);
    let evidence =
        if sign == Sign::TextShort { evidence.counting("count", words) } else { evidence };
    (seen, evidence)
}

fn sign(words: usize, english: &Hits, french: &Hits, damaged: bool) -> Sign {
    if english.is_there() && french.is_there() {
        let (less, more) = (english.all.min(french.all), english.all.max(french.all));
        if less * UNEVEN_TIMES >= more {
            return Sign::LanguagesBoth;
        }
        if less * MISSING_TIMES > more {
            return Sign::LanguagesUneven;
        }
    }
    if damaged {
        return Sign::TextUnreadable;
    }
    if words < FEWEST_WORDS {
        return Sign::TextShort;
    }
    let few = |hits: &Hits, other: &Hits| !hits.is_there() || hits.all * MISSING_TIMES <= other.all;
    match (few(english, french), few(french, english)) {
        (true, true) => Sign::LanguagesNeither,
        (true, false) => Sign::EnglishMissing,
        (false, true) => Sign::FrenchMissing,
        (false, false) => Sign::LanguagesUneven,
    }
}

/// How many small words of a language there are.
#[derive(Default)]
struct Hits {
    all: usize,
    different: BTreeSet<&'static str>,
}

impl Hits {
    fn count(&mut self, list: &'static [&'static str], word: &str) {
        if let Some(found) = list.iter().find(|small| **small == word) {
            self.all += 1;
            self.different.insert(found);
        }
    }

    fn is_there(&self) -> bool {
        self.all >= FEWEST_HITS && self.different.len() >= FEWEST_DIFFERENT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IN_ENGLISH: &str = "Hello, you can now confirm your permanent residence online. Open the \
        portal from the official page that is named below, and sign in there. We never send a \
        sign-in link. If you have not asked for this, do nothing. It is for you and not for anyone \
        else, and it will be gone when the month ends.";
    const IN_FRENCH: &str = "Bonjour, vous pouvez maintenant confirmer votre résidence permanente en \
        ligne. Ouvrez le portail à partir de la page officielle qui est nommée ci-dessous, et ouvrez \
        une session dans le portail. Nous n’envoyons pas de lien. Si vous n’avez rien demandé, ne \
        faites rien. Le code est pour vous et pour personne d’autre.";

    fn sign_of(text: &str) -> Sign {
        told(text, false).1.sign
    }

    #[test]
    fn both_languages_are_told_from_one() {
        assert_eq!(sign_of(&format!("{IN_ENGLISH}\n{IN_FRENCH}")), Sign::LanguagesBoth);
        assert_eq!(sign_of(IN_ENGLISH), Sign::FrenchMissing);
        assert_eq!(sign_of(IN_FRENCH), Sign::EnglishMissing);
        let spanish = "Hola, ya puede confirmar su residencia permanente por internet. Abra el \
            portal y entre con su contraseña. Nunca enviamos enlaces. Si no pidió esto, no haga \
            nada: su cuenta sigue segura y su contraseña no cambia hasta que usted decida hacerlo, \
            mañana o cualquier otro día del año próximo.";
        assert_eq!(sign_of(spanish), Sign::LanguagesNeither);
        assert_eq!(sign_of("Hello. Bonjour."), Sign::TextShort);
    }

    #[test]
    fn a_few_words_of_a_language_are_no_text_in_it() {
        let long = IN_ENGLISH.repeat(6);
        let heading = "Portail de la résidence permanente: ce lien est pour vous et votre famille, \
            que vous soyez dans le pays ou non";
        assert_eq!(sign_of(&format!("{long}\n{heading}")), Sign::FrenchMissing);
        assert_eq!(sign_of(&format!("{long}\n{IN_FRENCH}")), Sign::LanguagesUneven);
    }
}
