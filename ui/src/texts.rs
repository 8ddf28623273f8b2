//! The words of a language, fetched when they are needed: one file per language, beside the program.

use crate::fetch;
use contract::Language;
use locale::Texts;

/// The words of a language; nothing where they cannot be fetched.
pub(crate) async fn fetch(language: Language) -> Option<Texts> {
    let path = crate::browser::file(&format!("texts/{}.ftl", language.tag()));
    let source = fetch::text(&path).await?;
    Some(Texts::from_source(language, &source))
}
