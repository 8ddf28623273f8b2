//! Which language to begin with.

use contract::Language;

/// The first of the wanted tags (most wanted first, as the system or a browser lists them) that
/// Landed is written in, else English.
pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Language {
    wanted.into_iter().find_map(Language::from_tag).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_exists_wins() {
        assert_eq!(negotiate(["fr-FR", "en-GB"]), Language::French);
        assert_eq!(negotiate(["de-DE", "FR_ca.UTF-8"]), Language::French);
        assert_eq!(negotiate(["zh-Hans", "en"]), Language::English);
        assert_eq!(negotiate(["frr-DE"]), Language::English);
        assert_eq!(negotiate([]), Language::English);
    }
}
