//! The languages of the interface, of mail and of what is declared.

use serde::{Deserialize, Serialize};

/// A language of Landed. English and French are equal and complete.
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
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// The BCP 47 tag, as used by `lang` attributes and the folders under `locales/`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-CA",
            Self::French => "fr-CA",
        }
    }

    /// The language for a BCP 47 tag of the system: exact, else by its first part.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().split('-').next() == Some(&primary.to_lowercase()))
    }
}
