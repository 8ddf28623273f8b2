//! The toast: something that is said in passing, for some seconds, and to screen readers. Never the
//! only place where it is said.

use crate::app::App;
use crate::parts::icon::{Glyph, icon};
use crate::words::tr;
use dioxus::prelude::*;

/// Where toasts appear.
#[component]
pub(crate) fn Toasts() -> Element {
    let mut app = App::here();
    let said = app.toast.read().clone();
    rsx! {
        div { class: "toasts", role: "status", aria_live: "polite",
            if let Some(text) = said {
                {toast(text, EventHandler::new(move |()| app.toast.set(None)))}
            }
        }
    }
}

/// One toast.
pub(crate) fn toast(text: String, dismiss: EventHandler<()>) -> Element {
    rsx! {
        div { class: "toast",
            p { {text} }
            button { class: "close", r#type: "button", aria_label: tr("dismiss"), onclick: move |_| dismiss.call(()),
                {icon(Glyph::Close)}
            }
        }
    }
}
