//! The gallery: every part in every state and every page with sample people, for whoever draws or
//! looks at them. It speaks to no portal and is never shipped.
//!
//! An entry is addressed by the query of the page: `?entry=welcome&lang=fr-CA&theme=dark&size=largest`;
//! `bare` leaves out the bar above it, `press` presses the form's button once, `press=ID` what has
//! that id. Without an entry it lists all of them.

mod conflicts;
mod emails;
mod entries;
mod host;
mod invited;
mod people;
mod photos;
mod seen;
mod sheets;
mod sheets_of_accounts;
mod sheets_of_forms;

use crate::app::{App, Phase};
use crate::root::Frame;
use contract::Language;
use contract::host::{Settings, TextSize, Theme};
use dioxus::prelude::*;
use entries::{ENTRIES, Entry, Shown};
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Shows the gallery in the page's `#main`.
pub fn launch_gallery() {
    dioxus::launch(Gallery);
}

/// What can be pressed by its id.
const PRESSABLE: [&str; 4] =
    ["#language-toggle", "#remove-data-ask", "#field-sender-1", "#photo-pick"];

/// What the query asks for.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    entry: Option<&'static Entry>,
    settings: Settings,
    bare: bool,
    press: Option<&'static str>,
}

fn asked() -> Asked {
    let query = web_sys::window().and_then(|window| window.location().search().ok());
    let query = query.unwrap_or_default();
    let part = |name: &str| {
        let parts = query.trim_start_matches('?').split('&');
        parts.filter_map(|part| part.split_once('=')).find(|(key, _)| *key == name).map(|(_, v)| v)
    };
    let has = |name: &str| query.trim_start_matches('?').split('&').any(|part| part == name);
    let theme = match part("theme") {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    };
    let text_size = match part("size") {
        Some("large") => TextSize::Large,
        Some("largest") => TextSize::Largest,
        _ => TextSize::Standard,
    };
    Asked {
        entry: part("entry").and_then(|name| ENTRIES.iter().find(|entry| entry.name == name)),
        settings: Settings {
            language: part("lang").and_then(Language::from_tag),
            theme,
            text_size,
            ..Settings::default()
        },
        bare: has("bare"),
        press: if has("press") {
            Some("main form button[type=submit]")
        } else {
            part("press").and_then(|id| PRESSABLE.into_iter().find(|each| each[1..] == *id))
        },
    }
}

/// The query of an entry.
fn query(entry: Option<&Entry>, settings: Settings) -> String {
    let theme = match settings.theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let size = match settings.text_size {
        TextSize::Standard => "standard",
        TextSize::Large => "large",
        TextSize::Largest => "largest",
    };
    let language = settings.language.unwrap_or_default().tag();
    let entry = entry.map(|entry| format!("entry={}&", entry.name)).unwrap_or_default();
    format!("/?{entry}lang={language}&theme={theme}&size={size}")
}

#[component]
fn Gallery() -> Element {
    let asked = use_hook(asked);
    let app = use_context_provider(|| {
        App::with(Rc::new(host::Sample { settings: asked.settings, entry: asked.entry }))
    });
    use_future(move || async move {
        app.begin().await;
        if let Some(Entry { shown: Shown::Page(_, with), .. }) = asked.entry {
            with(app);
        }
        if let Some(selector) = asked.press {
            // After the page has been drawn.
            TimeoutFuture::new(300).await;
            press(selector);
        }
    });
    if *app.phase.read() != Phase::Running {
        return rsx! {};
    }
    rsx! {
        if !asked.bare {
            {bar(asked)}
        }
        match asked.entry {
            None => rsx! { {index(asked.settings)} },
            Some(Entry { shown: Shown::Page(..), .. }) => rsx! { Frame {} },
            Some(Entry { shown: Shown::Sheet(sheet), .. }) => rsx! {
                main { class: "page broad", h1 { id: "page-heading", {asked.entry.map(|entry| entry.name)} } {sheet()} }
            },
        }
    }
}

/// Presses what a selector finds.
fn press(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let button = document
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        button.click();
    }
}

/// The switches above an entry.
fn bar(asked: Asked) -> Element {
    let (entry, now) = (asked.entry, asked.settings);
    let mut switches = Vec::new();
    for language in Language::ALL {
        let settings = Settings { language: Some(language), ..now };
        switches.push((language.tag(), query(entry, settings)));
    }
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        switches.push((name, query(entry, Settings { theme, ..now })));
    }
    let sizes = [
        ("standard", TextSize::Standard),
        ("large", TextSize::Large),
        ("largest", TextSize::Largest),
    ];
    for (name, text_size) in sizes {
        switches.push((name, query(entry, Settings { text_size, ..now })));
    }
    rsx! {
        nav { class: "notice plainly", aria_label: "gallery",
            div { class: "row", style: "flex-wrap: wrap",
                a { href: query(None, now), "gallery" }
                for (name , to) in switches {
                    a { key: "{name}", href: to, {name} }
                }
            }
        }
    }
}

fn index(settings: Settings) -> Element {
    rsx! {
        main { class: "page", h1 { id: "page-heading", "gallery" }
            ul {
                for entry in ENTRIES {
                    li { key: "{entry.name}", a { href: query(Some(entry), settings), {entry.name} } }
                }
            }
        }
    }
}
