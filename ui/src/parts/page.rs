//! The form of every page: back link, error summary, the question as heading, and where the focus
//! goes. Also what stands in for a page that is not here yet or was refused.

use crate::app::App;
use crate::browser;
use crate::form::{Form, SUMMARY};
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::Go;
use crate::route::Route;
use crate::words::{problem_text, tr, tr_with};
use contract::Problem;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The id of the page's heading.
pub(crate) const HEADING: &str = "page-heading";
/// What is not here after this many milliseconds is said to be on its way.
const PATIENCE_MS: u32 = 1_000;

/// A page: its heading is its question or subject, and takes the focus when it opens.
#[component]
pub(crate) fn Page(
    heading: String,
    /// The page that the back link leads to.
    #[props(default)]
    back: Option<Route>,
    /// The form whose errors stand above everything.
    #[props(default)]
    form: Option<Form>,
    children: Element,
) -> Element {
    let app = App::here();
    let errors = form.is_some_and(Form::has_errors);
    let title = if errors {
        tr_with("title-error", &[("heading", heading.as_str().into())])
    } else {
        tr_with("title", &[("heading", heading.as_str().into())])
    };
    use_effect(use_reactive!(|(title,)| browser::set_title(&title)));
    rsx! {
        if let Some(to) = back {
            Back { to }
        }
        if let Some(form) = form {
            if errors {
                Summary { form }
            }
        }
        h1 { id: HEADING, tabindex: "-1",
            onmounted: move |_| app.focus_opened(HEADING),
            {heading}
        }
        {children}
    }
}

#[component]
fn Back(to: Route) -> Element {
    let app = App::here();
    let label = if to == Route::Home && *app.signed_in.read() {
        tr("back-to-household")
    } else {
        tr("back")
    };
    rsx! {
        p { class: "back",
            Go { to, Icon { glyph: Glyph::Back } {label} }
        }
    }
}

#[component]
fn Summary(form: Form) -> Element {
    rsx! {
        section { id: SUMMARY, class: "summary", tabindex: "-1", role: "alert", aria_labelledby: "error-summary-title",
            h2 { id: "error-summary-title", Icon { glyph: Glyph::Problem } {tr("error-summary-title")} }
            if let Some(refusal) = form.refused() {
                p { {refusal} }
            }
            ul {
                for (id , text) in form.errors() {
                    li { key: "{id}",
                        a { href: "#{id}",
                            onclick: move |event| {
                                event.prevent_default();
                                browser::focus(&id);
                            },
                            {text}
                        }
                    }
                }
            }
        }
    }
}

/// What could not be fetched, with the way to ask again.
#[component]
pub(crate) fn TryAgain(heading: String, problem: Problem, again: EventHandler<()>) -> Element {
    rsx! {
        Page { heading,
            p { class: "lead", {problem_text(&problem)} }
            p { class: "act",
                button { class: "button", r#type: "button", onclick: move |_| again.call(()),
                    {tr("try-again")}
                }
            }
        }
    }
}

/// Something that is on its way: nothing at first, then grey shapes and a word for it.
#[component]
pub(crate) fn Waiting() -> Element {
    let mut long = use_signal(|| false);
    use_future(move || async move {
        TimeoutFuture::new(PATIENCE_MS).await;
        long.set(true);
    });
    if !*long.read() {
        return rsx! {
            div { class: "unseen", aria_busy: "true" }
        };
    }
    rsx! {
        div { class: "skeleton", role: "status",
            span { class: "unseen", {tr("loading")} }
            div { class: "bone wide" }
            div { class: "bone" }
            div { class: "bone tall" }
        }
    }
}

/// A page of a person or thing that is not there for this account.
#[component]
pub(crate) fn NothingHere() -> Element {
    rsx! {
        Page { heading: tr("not-found-heading"), back: Route::Home,
            p { class: "lead", {tr("not-found-text")} }
        }
    }
}

/// What was done, with the reference to keep.
#[component]
pub(crate) fn Confirmation(heading: String, children: Element) -> Element {
    let app = App::here();
    let confirmed = app.confirmed.read().clone();
    rsx! {
        Page { heading,
            if let Some(confirmed) = confirmed {
                section { class: "receipt",
                    Icon { glyph: Glyph::Done }
                    dl { class: "facts",
                        div {
                            dt { {tr("reference")} }
                            dd { class: "code", {confirmed.reference} }
                        }
                        div {
                            dt { {tr("received")} }
                            dd { {crate::words::moment(confirmed.at)} }
                        }
                        if !confirmed.people.is_empty() {
                            div {
                                dt { {tr("receipt-for")} }
                                dd { {crate::words::names(&confirmed.people)} }
                            }
                        }
                    }
                }
            }
            {children}
            p { class: "quiet no-print",
                button { class: "plain", r#type: "button", onclick: |_| browser::print(),
                    Icon { glyph: Glyph::Print }
                    {tr("print-or-save")}
                }
            }
            crate::parts::link::GoButton { to: Route::Home, {tr("go-to-household")} }
        }
    }
}
