//! The form of every page: back link, error summary, the question as heading, and where the focus
//! goes. Also what stands in for a page that is not here or was refused.

use crate::app::App;
use crate::browser;
use crate::form::Form;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::{Go, go_button};
use crate::parts::summary::summary;
use crate::route::Route;
use crate::words::{problem_text, tr, tr_with};
use contract::{Code, Problem};
use dioxus::prelude::*;

/// The id of the page's heading.
pub(crate) const HEADING: &str = "page-heading";

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
    /// What stands beside the heading, with the first words.
    #[props(default)]
    opening: Option<Element>,
    children: Element,
) -> Element {
    let app = App::here();
    let errors = form.filter(|form| form.has_errors());
    let id = if errors.is_some() { "title-error" } else { "title" };
    let title = tr_with(id, &[("heading", heading.as_str().into())]);
    use_effect(use_reactive!(|(title,)| browser::set_title(&title)));
    let question = rsx! {
        h1 { id: HEADING, tabindex: "-1",
            onmounted: move |_| app.focus_opened(HEADING),
            {heading}
        }
    };
    rsx! {
        if let Some(to) = back {
            {back_link(to)}
        }
        if let Some(form) = errors {
            {summary(form)}
        }
        if let Some(opening) = opening {
            div { class: "arrival",
                div { {question} {opening} }
                {drawing(Drawing::Arrival, "")}
            }
        } else {
            {question}
        }
        {children}
    }
}

fn back_link(to: Route) -> Element {
    let label = match to {
        Route::Home if *App::here().signed_in.read() => tr("back-to-household"),
        Route::Help => tr("back-to-help"),
        _ => tr("back"),
    };
    rsx! {
        p { class: "back",
            Go { to, {icon(Glyph::Back)} {label} }
        }
    }
}

/// What could not be fetched, with the way to ask again.
#[component]
pub(crate) fn TryAgain(heading: String, problem: Problem, again: EventHandler<()>) -> Element {
    let cut_off = matches!(problem.code, Code::Offline | Code::PortalUnreachable);
    rsx! {
        Page { heading,
            if cut_off {
                {drawing(Drawing::Offline, "small")}
            }
            p { class: "lead", {problem_text(&problem)} }
            p { class: "act",
                button { class: "button", r#type: "button", onclick: move |_| again.call(()),
                    {tr("try-again")}
                }
            }
        }
    }
}

/// A page of a person or thing that is not there for this account.
pub(crate) fn nothing_here() -> Element {
    rsx! {
        Page { heading: tr("not-found-heading"), back: Route::Home,
            {drawing(Drawing::NotFound, "small")}
            p { class: "lead", {tr("not-found-text")} }
        }
    }
}

/// A page that says why its question cannot be asked (any more), and where to go instead.
pub(crate) fn not_now(heading: String, text: String, to: Route, id: &str) -> Element {
    rsx! {
        Page { heading, back: Route::Home,
            p { class: "lead", {text} }
            {go_button(to, id)}
        }
    }
}
