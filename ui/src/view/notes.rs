//! What an officer wrote, which is in English and in French: the one that the reader gets.

use contract::Language;

/// The note in the reader's language, else in the other one, with its language; nothing where
/// nothing was written.
pub(crate) fn note_for<'a>(
    reader: Language,
    note_en: &'a str,
    note_fr: &'a str,
) -> Option<(&'a str, Language)> {
    let english = (note_en, Language::English);
    let french = (note_fr, Language::French);
    let in_order = match reader {
        Language::English | Language::SimplifiedChinese => [english, french],
        Language::French => [french, english],
    };
    in_order.into_iter().find(|(note, _)| !note.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_in_another_language_is_better_than_none() {
        assert_eq!(
            note_for(Language::French, "Blurred", "Floue"),
            Some(("Floue", Language::French))
        );
        assert_eq!(
            note_for(Language::French, "Blurred", " "),
            Some(("Blurred", Language::English)),
            "it is marked as English"
        );
        assert_eq!(
            note_for(Language::SimplifiedChinese, "Blurred", "Floue"),
            Some(("Blurred", Language::English))
        );
        assert_eq!(note_for(Language::English, "", ""), None);
    }
}
