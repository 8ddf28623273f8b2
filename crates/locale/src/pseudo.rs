//! A language that nobody speaks, to see what was not made for translation: every letter accented,
//! every text about 40 % longer and between ⟦ ⟧. Words on a page without these marks are no
//! messages; a closing mark that is cut off shows a place too small for French. Never in a build
//! that ships.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

/// How much longer a text becomes, per letter.
const LONGER: f32 = 0.4;

/// The Fluent source of message files, each message's text made strange. What is filled in, and
/// what chooses between variants, stays as it is.
#[must_use]
pub fn pseudo(source: &str) -> String {
    let mut resource = match parser::parse(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => message.value.iter_mut().for_each(between_marks),
            Entry::Term(term) => estrange(&mut term.value),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

fn between_marks(pattern: &mut Pattern<String>) {
    estrange(pattern);
    pattern.elements.insert(0, PatternElement::TextElement { value: "⟦".to_owned() });
    pattern.elements.push(PatternElement::TextElement { value: "⟧".to_owned() });
}

fn estrange(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = strange(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| estrange(&mut variant.value));
            }
            PatternElement::Placeable { expression: Expression::Inline(_) } => {}
        }
    }
}

fn strange(text: &str) -> String {
    let mut longer = String::with_capacity(text.len() * 3);
    let mut owed = 0.0;
    for sign in text.chars() {
        let accented = accented(sign);
        longer.push(accented);
        owed += if sign.is_alphanumeric() { LONGER } else { 0.0 };
        if "aeiouyAEIOUY".contains(sign) {
            while owed >= 0.5 {
                longer.push(accented);
                owed -= 1.0;
            }
        }
    }
    longer
}

fn accented(sign: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀçðéƒĝĥíĵķļɱñöþɋŕšţüṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
    let at = PLAIN.chars().position(|plain| plain == sign);
    at.and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Texts;
    use contract::Language;

    fn texts(source: &str) -> Texts {
        Texts::from_source(Language::English, &pseudo(source))
    }

    #[test]
    fn letters_are_accented_and_texts_are_between_marks() {
        let shown = texts("back = Back to the list").get("back");
        assert!(shown.starts_with("⟦Ɓá") && shown.ends_with('⟧'), "{shown}");
        assert!(!shown.chars().any(|c| c.is_ascii_alphabetic()), "{shown}");
    }

    #[test]
    fn texts_become_about_two_fifths_longer() {
        let plain = "Sign in again to go on. Your session has ended. What you typed is still here.";
        let shown = texts(&format!("a = {plain}")).get("a");
        #[expect(clippy::cast_precision_loss, reason = "short texts")]
        let ratio = shown.chars().count() as f32 / plain.chars().count() as f32;
        assert!((1.3..1.5).contains(&ratio), "{ratio}: {shown}");
    }

    #[test]
    fn what_is_filled_in_and_what_chooses_stays() {
        let source = "\
photo = { $who ->
    [me] Your photo
   *[other] { $names }’s photo
}
size = { $amount }{ \"\\u00A0\" }MB
both = See { photo }
";
        let strange = texts(source);
        let args = |who: &str| [("who", who.into()), ("names", "Mei".into())];
        assert!(strange.format("photo", &args("me")).starts_with("⟦Ýö"));
        assert!(strange.format("photo", &args("them")).starts_with("⟦Mei’š"));
        assert_eq!(strange.format("size", &[("amount", 4.into())]), "⟦4\u{a0}ṀƁ⟧");
        assert!(strange.format("both", &args("me")).contains("⟦Ýö"));
    }

    #[cfg(feature = "built-in")]
    #[test]
    fn every_message_of_the_product_survives() {
        for source in crate::resources::of(Language::English) {
            let ids = |source: &str| -> Vec<String> {
                let resource = parser::parse(source.to_owned()).map_err(|(_, errors)| errors);
                let messages = resource.map(|resource| {
                    resource.body.into_iter().filter_map(|entry| match entry {
                        Entry::Message(message) => Some(message.id.name),
                        _ => None,
                    })
                });
                messages.map(Iterator::collect).unwrap_or_default()
            };
            assert!(!ids(source).is_empty());
            assert_eq!(ids(&pseudo(source)), ids(source));
        }
    }
}
