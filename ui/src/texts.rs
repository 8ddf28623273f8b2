//! The words of a language, fetched when they are needed, in two files beside the program: what is
//! shown first, and the rest. The program of a household fetches both at its start; the entrance
//! fetches the rest once its first page stands there, or with the first page that needs it.

use crate::fetch;
use contract::Language;
use futures_util::future::join;
use locale::Texts;

/// The words of a language, all of them or those that are shown first; nothing where they cannot be
/// fetched.
pub(crate) async fn fetch(language: Language, all: bool) -> Option<Texts> {
    let file = |end: &str| {
        let path = crate::browser::file(&format!("texts/{}{end}.ftl", language.tag()));
        async move { fetch::text(&path).await }
    };
    let source = if all {
        let (first, rest) = join(file(""), file("-more")).await;
        first? + &rest?
    } else {
        file("").await?
    };
    Some(Texts::from_source(language, &source))
}
