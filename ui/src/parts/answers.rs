//! Check your answers: what was answered, line by line, each with the link that leads back to it.

use crate::app::App;
use crate::route::Route;
use crate::words::tr;
use dioxus::prelude::*;

/// An answer to look at once more.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    /// What was asked.
    pub(crate) question: String,
    /// What was answered, in lines.
    pub(crate) lines: Vec<String>,
    /// Where it is changed: the page and its field. Nothing for what cannot be changed.
    pub(crate) change: Option<(Route, &'static str)>,
}

/// The answers of a page.
pub(crate) fn answers(given: Vec<Given>) -> Element {
    rsx! {
        dl { class: "answers",
            for (i , Given { question , lines , change }) in given.into_iter().enumerate() {
                div { key: "{i}",
                    dt { {question.clone()} }
                    dd {
                        for (i , line) in lines.into_iter().enumerate() {
                            span { key: "{i}", class: "line", {line} }
                        }
                    }
                    if let Some((page, field)) = change {
                        dd { class: "change", {change_link(page, field, &question)} }
                    }
                }
            }
        }
    }
}

fn change_link(page: Route, field: &'static str, question: &str) -> Element {
    let app = App::here();
    rsx! {
        a { href: page.path(),
            onclick: move |event| {
                event.prevent_default();
                app.go_to_field(page, field);
            },
            {tr("change")}
            span { class: "unseen", " " {question} }
        }
    }
}
