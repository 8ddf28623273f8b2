//! How the interface is shown: language, light or dark, size of letters, and what is told beside the
//! page.

use super::App;
use crate::{browser, texts};
use contract::Language;
use contract::host::Settings;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
#[cfg(not(feature = "household"))]
use std::collections::HashMap;

/// A toast is shown this long, in milliseconds; it only repeats what the page says as well.
const TOAST_MS: u32 = 6_000;

impl App {
    /// Changes how the interface is shown, and keeps the choice, page and content.
    pub(crate) fn choose(self, settings: Settings) {
        self.show_as(settings);
        spawn_forever(async move {
            if let Some(language) = settings.language {
                self.choose_words(language).await;
            }
            // The choice holds until the app closes even where it cannot be kept.
            let _ = self.host().keep_settings(settings).await;
        });
    }

    /// Changes the language and keeps page and content.
    pub(crate) fn choose_language(self, language: Language) {
        let settings = *self.settings.peek();
        self.choose(Settings { language: Some(language), ..settings });
    }

    async fn choose_words(self, language: Language) {
        if self.texts.peek().language() == language {
            return;
        }
        if self.use_language(language).await {
            self.show_words(language);
            self.say(crate::words::in_texts(&self.texts.peek(), "language-chosen"));
        } else {
            self.tell(crate::words::in_texts(&self.texts.peek(), "language-not-fetched"));
        }
    }

    /// Shows what fits a window of this width.
    pub(crate) fn show_width(mut self, wide: bool) {
        self.wide.set(wide);
    }

    pub(super) fn show_as(mut self, settings: Settings) {
        browser::show_as(&settings);
        self.settings.set(settings);
    }

    /// Fetches the words of a language unless they are here. False where they cannot be had.
    pub(super) async fn use_language(self, language: Language) -> bool {
        self.fetched.read().contains_key(&language) || self.fetch_texts(language).await
    }

    pub(super) async fn fetch_texts(mut self, language: Language) -> bool {
        let all = self.has_all_words();
        let mut found = texts::fetch(language, all).await;
        // The other words may have come meanwhile, in the language that was shown.
        if !all && self.has_all_words() {
            found = texts::fetch(language, true).await;
        }
        match found {
            Some(found) => {
                self.fetched.write().insert(language, found);
                true
            }
            None => false,
        }
    }

    /// Whether the words of every page are here.
    #[cfg(feature = "household")]
    pub(crate) fn has_all_words(self) -> bool {
        true
    }

    /// Whether the words of every page are here, and not only those of the first ones.
    #[cfg(not(feature = "household"))]
    pub(crate) fn has_all_words(self) -> bool {
        *self.all_words.read()
    }

    /// Fetches the rest of the words, unless they are here. False where they cannot be had.
    #[cfg(feature = "household")]
    #[expect(clippy::unused_async, reason = "the entrance waits here")]
    pub(crate) async fn fetch_other_words(self) -> bool {
        true
    }

    /// Fetches the rest of the words, unless they are here. False where they cannot be had.
    #[cfg(not(feature = "household"))]
    pub(crate) async fn fetch_other_words(mut self) -> bool {
        while !*self.all_words.peek() {
            let language = self.language();
            let Some(found) = texts::fetch(language, true).await else {
                return false;
            };
            // Another language may have been chosen meanwhile.
            if self.language() == language {
                self.fetched.set(HashMap::from([(language, found.clone())]));
                self.texts.set(found);
                self.all_words.set(true);
            }
        }
        true
    }

    /// Shows everything in a language whose words are here.
    pub(super) fn show_words(mut self, language: Language) {
        let found = self.fetched.read().get(&language).cloned();
        if let Some(found) = found {
            browser::set_language(language.tag());
            self.texts.set(found);
        }
    }

    /// Shows something for some seconds beside the page, and tells it to screen readers.
    pub(crate) fn tell(mut self, text: String) {
        self.toast.set(Some(text.clone()));
        spawn_forever(async move {
            TimeoutFuture::new(TOAST_MS).await;
            let same = self.toast.peek().as_ref() == Some(&text);
            if same {
                self.toast.set(None);
            }
        });
    }
}
