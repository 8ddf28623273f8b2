//! Links between pages, the one button of a page, and links as large as what they lead to.

use crate::app::App;
use crate::form::Form;
use crate::parts::icon::{Glyph, icon};
use crate::parts::waiting::Patience;
use crate::route::Route;
use crate::words::tr;
use dioxus::prelude::*;

/// A link to a page, which keeps what is typed on this one.
#[component]
pub(crate) fn Go(to: Route, #[props(default)] class: String, children: Element) -> Element {
    let app = App::here();
    rsx! {
        a { class, href: to.path(),
            onclick: move |event| {
                event.prevent_default();
                app.go(to);
            },
            {children}
        }
    }
}

/// A plain link with a message for its words.
pub(crate) fn go(to: Route, id: &str) -> Element {
    rsx! {
        Go { to, {tr(id)} }
    }
}

/// The one button of a page, where it leads to a page.
pub(crate) fn go_button(to: Route, id: &str) -> Element {
    rsx! {
        p { class: "act", Go { to, class: "button", {tr(id)} } }
    }
}

/// Links to pages with a sentence each: the messages `<id>` and `<id>-text`.
pub(crate) fn doors(doors: &[(Route, &str)]) -> Element {
    rsx! {
        ul { class: "doors",
            for (to , id) in doors.iter().copied() {
                li { key: "{id}",
                    Go { to, class: "door",
                        div {
                            span { class: "door-name", {tr(id)} }
                            span { class: "door-text", {tr(&format!("{id}-text"))} }
                        }
                        {icon(Glyph::Forward)}
                    }
                }
            }
        }
    }
}

/// The pages that lead out of what refused a form.
pub(crate) fn lead_out(ways: &[(Route, &str)]) -> Element {
    rsx! {
        ul { class: "ways-out",
            for (to , id) in ways.iter().copied() {
                li { key: "{id}", Go { to, {tr(id)} } }
            }
        }
    }
}

/// The one button of a form. While it is being sent it says so and takes no second press, but keeps
/// the focus.
#[component]
pub(crate) fn Submit(
    form: Form,
    label: String,
    /// What it says while sending.
    #[props(default)]
    busy_label: String,
    /// How far the work has come, where that can be told.
    #[props(default)]
    work: Option<Element>,
) -> Element {
    let busy = form.is_busy();
    let text = match (busy, busy_label.is_empty()) {
        (false, _) => label,
        (true, true) => tr("sending"),
        (true, false) => busy_label,
    };
    rsx! {
        div { class: "act last",
            button { class: "button", r#type: "submit", aria_disabled: busy, {text} }
            if busy {
                if let Some(work) = work {
                    {work}
                } else {
                    Patience {}
                }
            }
        }
    }
}
