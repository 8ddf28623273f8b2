//! Links between pages, and the one button of a page.

use crate::app::App;
use crate::form::Form;
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

/// The one button of a page, where it leads to a page.
#[component]
pub(crate) fn GoButton(to: Route, children: Element) -> Element {
    rsx! {
        p { class: "act", Go { to, class: "button", {children} } }
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
) -> Element {
    let busy = form.is_busy();
    let text = match (busy, busy_label.is_empty()) {
        (false, _) => label,
        (true, true) => tr("sending"),
        (true, false) => busy_label,
    };
    rsx! {
        p { class: "act",
            button { class: "button", r#type: "submit", aria_disabled: busy, {text} }
        }
    }
}
