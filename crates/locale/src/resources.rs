//! The message files, built into the program: every file in a language's folder (`build.rs` lists
//! them).

use contract::Language;

/// The sources of each language, by its tag.
const FILES: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The message files of a language.
pub(crate) fn of(language: Language) -> &'static [&'static str] {
    FILES.iter().find(|(tag, _)| *tag == language.tag()).map_or(&[], |(_, files)| files)
}
