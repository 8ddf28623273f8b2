//! Which language to begin with. Never asks the system itself: the tags are given.

use contract::Language;

/// The first of the wanted tags (most wanted first, as the system or a browser lists them) that
/// Landed is written in; else what a reader of one of them can read with some effort; else English.
pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Language {
    let mut stand_in = None;
    for tag in wanted {
        if let Some(language) = Language::from_tag(tag) {
            return language;
        }
        stand_in = stand_in.or_else(|| Language::stand_in(tag));
    }
    stand_in.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_exists_wins() {
        assert_eq!(negotiate(["fr-FR", "en-GB"]), Language::French);
        assert_eq!(negotiate(["de-DE", "FR_ca.UTF-8"]), Language::French);
        assert_eq!(negotiate(["zh-Hans", "en"]), Language::SimplifiedChinese);
        assert_eq!(negotiate(["zh_CN.UTF-8"]), Language::SimplifiedChinese);
        assert_eq!(negotiate(["frr-DE"]), Language::English);
        assert_eq!(negotiate([]), Language::English);
    }

    #[test]
    fn simplified_characters_stand_in_for_traditional_ones_only_at_the_end() {
        assert_eq!(negotiate(["zh-TW", "fr"]), Language::French);
        assert_eq!(negotiate(["zh-HK", "zh", "en"]), Language::SimplifiedChinese);
        assert_eq!(negotiate(["ja", "zh-Hant-HK"]), Language::SimplifiedChinese);
    }
}
