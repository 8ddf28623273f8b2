//! Check your answers: what was answered, line by line, each with the link that leads back to it.

use crate::app::App;
use crate::route::Route;
use crate::words::tr;
use dioxus::prelude::*;

/// An answer to look at once more. The id of its field is `F`: a name, or a text where it is made of
/// a person's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given<F = &'static str> {
    /// What was asked.
    pub(crate) question: String,
    /// What was answered, in lines.
    pub(crate) lines: Vec<String>,
    /// Where it is changed: the page and its field. Nothing for what cannot be changed.
    pub(crate) change: Option<(Route, F)>,
}

/// The answers of a page.
pub(crate) fn answers<F: Into<String>>(given: Vec<Given<F>>) -> Element {
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
                        dd { class: "change", {change_link(page, field.into(), &question)} }
                    }
                }
            }
        }
    }
}

fn change_link(page: Route, field: String, question: &str) -> Element {
    let app = App::here();
    rsx! {
        a { href: page.path(),
            onclick: move |event| {
                event.prevent_default();
                app.go_to_field(page, &field);
            },
            {tr("change")}
            span { class: "unseen", " " {question} }
        }
    }
}
