//! The message files, built into the program: one per subject and language.

use contract::Language;

macro_rules! resources {
    ($($subject:literal),+ $(,)?) => {
        /// The message files of a language.
        pub(crate) const fn of(language: Language) -> &'static [&'static str] {
            match language {
                Language::English => &[$(include_str!(concat!(
                    "../../../locales/en-CA/", $subject, ".ftl"
                ))),+],
                Language::French => &[$(include_str!(concat!(
                    "../../../locales/fr-CA/", $subject, ".ftl"
                ))),+],
            }
        }
    };
}

resources![
    "common",
    "errors",
    "journey",
    "timeline",
    "reasons",
    "app",
    "help",
    "sign-in",
    "home",
    "declaration",
    "address",
    "photo",
    "mail",
];
