//! The languages of the interface, of mail and of what is declared. Knows tags and names, never a
//! text; which of a reader's languages to begin with is `locale::negotiate`'s to say.

use serde::{Deserialize, Serialize};

/// A language of Landed. English and French are equal; all are complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Language {
    /// English as written in Canada.
    #[default]
    #[serde(rename = "en-CA")]
    English,
    /// French as written in Canada.
    #[serde(rename = "fr-CA")]
    French,
    /// Chinese in simplified characters.
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::SimplifiedChinese];

    /// The official languages, in which the portal writes its mail and officers write notes.
    pub const OFFICIAL: [Self; 2] = [Self::English, Self::French];

    /// The BCP 47 tag, as used by `lang` attributes and the folders under `locales/`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-CA",
            Self::French => "fr-CA",
            Self::SimplifiedChinese => "zh-Hans",
        }
    }

    /// What its readers call it. The same in every language, so it is no message: who does not
    /// read the page that is open finds their own language by this name.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::SimplifiedChinese => "简体中文",
        }
    }

    /// The language for a tag of the system, in the form of BCP 47 (`fr-CA`) or of POSIX
    /// (`fr_CA.UTF-8`): exact, else by its first part. Chinese in traditional characters is
    /// nothing here; see [`Language::stand_in`].
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match primary(tag).as_str() {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            "zh" if !in_traditional_characters(tag) => Some(Self::SimplifiedChinese),
            _ => None,
        }
    }

    /// The language that readers of that tag can read with some effort, for when nothing else that
    /// they want is there: simplified characters for those used to traditional ones.
    #[must_use]
    pub fn stand_in(tag: &str) -> Option<Self> {
        (primary(tag) == "zh").then_some(Self::SimplifiedChinese)
    }
}

/// The parts of a tag in lower case, without what POSIX appends (`.UTF-8`, `@euro`).
fn parts(tag: &str) -> impl Iterator<Item = String> {
    let end = tag.find(['.', '@']).unwrap_or(tag.len());
    tag[..end].split(['-', '_']).map(str::to_ascii_lowercase)
}

fn primary(tag: &str) -> String {
    parts(tag).next().unwrap_or_default()
}

/// Whether a tag of Chinese says traditional characters: by its script, else by its region.
fn in_traditional_characters(tag: &str) -> bool {
    let parts: Vec<String> = parts(tag).collect();
    let says = |part: &str| parts.iter().any(|p| p == part);
    says("hant") || !says("hans") && ["tw", "hk", "mo"].into_iter().any(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_browsers_and_of_systems_are_both_understood() {
        for tag in ["fr", "fr-CA", "FR-ca", "fr_CA", "fr_CA.UTF-8", "fr_BE@euro"] {
            assert_eq!(Language::from_tag(tag), Some(Language::French), "{tag}");
        }
        for tag in ["", "C", "C.UTF-8", "POSIX", "frr-DE", "de", "zhx"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
            assert_eq!(Language::stand_in(tag), None, "{tag}");
        }
    }

    #[test]
    fn chinese_is_known_by_script_then_by_region() {
        for tag in
            ["zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK", "zh_CN.UTF-8", "ZH-hans-cn", "zh-MY"]
        {
            assert_eq!(Language::from_tag(tag), Some(Language::SimplifiedChinese), "{tag}");
        }
        for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-CN", "zh_TW.UTF-8"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
            assert_eq!(Language::stand_in(tag), Some(Language::SimplifiedChinese), "{tag}");
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_tag_and_sent_as_it() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            let sent = serde_json::to_string(&language).expect("a text");
            assert_eq!(sent, format!("\"{}\"", language.tag()));
        }
    }
}
