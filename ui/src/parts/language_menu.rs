//! The choice of language: a button that bears the page's language by its own name, and under it
//! every language by its own name, so that nobody has to read the page to find theirs.

use crate::app::App;
use crate::browser;
use crate::parts::icon::{Glyph, icon};
use crate::words::tr_with;
use contract::Language;
use dioxus::prelude::*;

const TOGGLE: &str = "language-toggle";
const LIST: &str = "language-list";

/// The button and its list.
#[component]
pub(crate) fn LanguageMenu() -> Element {
    let app = App::here();
    let mut open = use_signal(|| false);
    let current = app.language();
    let is_open = *open.read();
    rsx! {
        div { class: "menu",
            onkeydown: move |event| {
                if event.key() == Key::Escape && *open.peek() {
                    event.prevent_default();
                    open.set(false);
                    browser::focus(TOGGLE);
                }
            },
            if is_open {
                // A press anywhere else closes the list.
                div { class: "menu-away", aria_hidden: "true", onclick: move |_| open.set(false) }
            }
            button { id: TOGGLE, class: "menu-toggle", r#type: "button",
                aria_expanded: is_open, aria_controls: LIST,
                aria_label: tr_with("language-label", &[("language", current.own_name().into())]),
                onclick: move |_| open.set(!is_open),
                // Leaving backwards leaves the list as well.
                onkeydown: move |event| {
                    if event.key() == Key::Tab && event.modifiers().shift() {
                        open.set(false);
                    }
                },
                {icon(Glyph::Globe)}
                span { {current.own_name()} }
                {icon(Glyph::Down)}
            }
            if is_open {
                ul { id: LIST, class: "menu-list",
                    for (i , language) in Language::ALL.into_iter().enumerate() {
                        li { key: "{i}",
                            button { r#type: "button", lang: language.tag(), aria_current: language == current,
                                onclick: move |_| {
                                    open.set(false);
                                    browser::focus(TOGGLE);
                                    app.choose_language(language);
                                },
                                // Leaving the last entry leaves the list.
                                onkeydown: move |event| {
                                    let ahead = event.key() == Key::Tab && !event.modifiers().shift();
                                    if ahead && i + 1 == Language::ALL.len() {
                                        open.set(false);
                                    }
                                },
                                {icon(Glyph::Tick)}
                                span { {language.own_name()} }
                            }
                        }
                    }
                }
            }
        }
    }
}
