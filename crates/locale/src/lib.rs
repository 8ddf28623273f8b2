//! The words of Landed: Fluent messages of every language, and the forms that dates, numbers,
//! sizes and lists take in each.
//!
//! Everything that people read passes through [`Texts`]. This crate holds no sentence itself: they
//! are in `locales/<tag>/*.ftl`. With the feature `built-in` they are part of the program; without
//! it, whoever shows texts hands over their source, which a browser loads for the one language that
//! is read. Never reads a clock and never asks the system for its language: the tags are given to
//! [`negotiate`].

mod forms;
mod negotiate;
mod problem;
#[cfg(feature = "pseudo")]
mod pseudo;
#[cfg(feature = "built-in")]
mod resources;
mod value;

pub use negotiate::negotiate;
#[cfg(feature = "pseudo")]
pub use pseudo::pseudo;
pub use value::Value;

use contract::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;
use std::sync::Arc;

/// The subjects (message files, `locales/<tag>/<subject>.ftl`) that no page shows: the portal's
/// mail. Everything else is the interface's: joined, the rest of a language's folder is the source
/// for [`Texts::from_source`].
pub const NOT_ON_PAGES: [&str; 1] = ["mail"];

/// The subjects that the interface fetches first: the ways in, and what stands on every page. The
/// rest follows, for help, settings and the pages of a household.
pub const FIRST: [&str; 8] =
    ["app", "common", "errors", "help", "page", "parts", "sign-in", "welcome"];

/// All texts in one language. Cheap to clone, and may be shared between threads.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Texts {
    /// The texts of a language as they are built into this program.
    #[cfg(feature = "built-in")]
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::from_sources(language, resources::of(language))
    }

    /// The texts of a language from the Fluent source of its message files, joined. What is not
    /// Fluent is left out.
    #[must_use]
    pub fn from_source(language: Language, source: &str) -> Self {
        Self::from_sources(language, &[source])
    }

    fn from_sources(language: Language, sources: &[&str]) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that keep right-to-left names apart are not printable in mail and on labels.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English | Language::SimplifiedChinese => forms::number_with_commas,
            Language::French => forms::number_with_spaces,
        }));
        for source in sources {
            // What does not parse is left out; a test proves that everything does.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle: Arc::new(bundle) }
    }

    /// Whose language these texts are.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of that name.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(&normal(id))
    }

    /// The message `id`. Names on the wire (`photo_empty`, `QC`) are read with hyphens and in lower
    /// case. A message that does not exist shows as its name, which a test keeps from happening.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The message `id`, filled with `args`.
    #[must_use]
    pub fn format(&self, id: &str, args: &[(&str, Value)]) -> String {
        let id = normal(id);
        let Some(pattern) = self.bundle.get_message(&id).and_then(|found| found.value()) else {
            return id;
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            filled.set(*name, value.fluent());
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
    }
}

fn normal(id: &str) -> String {
    id.replace('_', "-").to_ascii_lowercase()
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.language).finish()
    }
}
