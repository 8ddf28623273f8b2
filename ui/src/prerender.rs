//! The first pages as they stand in the HTML before the program runs: drawn by the same components,
//! at build time, for readers who are not signed in. Never part of what a browser loads.

use crate::app::App;
use crate::host::{Around, Nobody};
use crate::root::Frame;
use crate::route::Route;
use contract::Language;
use contract::draft::{Draft, DraftKey, SignInDraft};
use dioxus::prelude::*;
use locale::Texts;
use serde_json::{Value, json};
use std::rc::Rc;

/// The first pages of every language, as JSON:
/// `{"en-CA": {"welcome": {"title": …, "html": …}, "sign-in": …, "noscript": …, …}}`.
#[must_use]
pub fn prerender() -> String {
    let mut all = serde_json::Map::new();
    for language in Language::ALL {
        let texts = Texts::new(language);
        let page = |route: Route, heading: &str| {
            let heading = texts.get(heading);
            json!({
                "title": texts.format("title", &[("heading", heading.into())]),
                "html": page(route, language),
            })
        };
        let pages: Value = json!({
            "welcome": page(Route::Home, "welcome-heading"),
            "sign-in": page(Route::SignIn, "sign-in-heading"),
            "title": texts.get("app-name"),
            "description": texts.get("page-description"),
            "noscript": texts.get("page-noscript"),
            "unreachable": texts.get("page-unreachable"),
        });
        all.insert(language.tag().to_owned(), pages);
    }
    Value::Object(all).to_string()
}

fn page(route: Route, language: Language) -> String {
    let mut dom = VirtualDom::new_with_props(First, FirstProps { route, language });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

#[component]
fn First(route: Route, language: Language) -> Element {
    use_context_provider(|| App::prerendered(Rc::new(Nobody), Texts::new(language), route));
    rsx! { Frame {} }
}

impl App {
    fn prerendered(host: Rc<Around>, texts: Texts, route: Route) -> Self {
        let mut app = Self::with(host);
        app.texts.set(texts);
        app.route.set(route);
        app.learn_draft(DraftKey::SignIn, Draft::SignIn(SignInDraft::default()));
        app
    }
}
