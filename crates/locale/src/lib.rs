//! The words of Landed: Fluent messages of every language, and the forms that dates, numbers,
//! sizes and lists take in each.
//!
//! Everything that people read passes through [`Texts`]. This crate holds no sentence itself (they
//! are in `locales/<tag>/*.ftl`, built into the program), never reads a clock and never asks the
//! system for its language: the tags are given to [`negotiate`].

mod forms;
mod negotiate;
mod problem;
mod resources;
mod value;

pub use negotiate::negotiate;
pub use value::Value;

use contract::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;
use std::sync::Arc;

/// All texts in one language. Cheap to clone, and may be shared between threads.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Texts {
    /// The texts of a language, read once.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that keep right-to-left names apart are not printable in mail and on labels.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => forms::english_number,
            Language::French => forms::french_number,
        }));
        for source in resources::of(language) {
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
    /// case. A message that does not exist
    /// shows as its name, which a test keeps from happening.
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
