//! Asks once more before something that cannot be taken back. Escape and the first button leave
//! everything as it is.

use crate::parts::modal::Modal;
use crate::words::tr;
use dioxus::prelude::*;

/// The question, while it is open.
#[component]
pub(crate) fn Confirm(
    id: String,
    open: Signal<bool>,
    title: String,
    text: String,
    /// What the button names.
    act: String,
    agreed: EventHandler<()>,
) -> Element {
    rsx! {
        Modal { id: "{id}", open: *open.read(), escape: move |()| open.set(false),
            {question(&id, title, text, act, EventHandler::new(move |yes| {
                open.set(false);
                if yes {
                    agreed.call(());
                }
            }))}
        }
    }
}

/// What the dialog says and offers.
pub(crate) fn question(
    id: &str,
    title: String,
    text: String,
    act: String,
    answer: EventHandler<bool>,
) -> Element {
    rsx! {
        h2 { id: "{id}-title", {title} }
        p { id: "{id}-text", {text} }
        p { class: "act pair",
            button { class: "button second", r#type: "button", autofocus: true,
                onclick: move |_| answer.call(false),
                {tr("leave-as-it-is")}
            }
            button { class: "button grave", r#type: "button", onclick: move |_| answer.call(true), {act} }
        }
    }
}
