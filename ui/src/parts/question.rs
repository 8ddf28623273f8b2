//! A page that asks: the question as heading, the form under it, one button at the end.

use crate::form::Form;
use crate::parts::link::Submit;
use crate::parts::page::Page;
use crate::route::Route;
use dioxus::prelude::*;

/// A page with one form.
#[component]
pub(crate) fn Question(
    heading: String,
    back: Route,
    form: Form,
    /// What the button says.
    label: String,
    /// What it says while sending.
    #[props(default)]
    busy_label: String,
    /// How far the sending has come, where that can be told.
    #[props(default)]
    work: Option<Element>,
    /// The button waits at the end of the text instead of staying within reach.
    #[props(default)]
    read_first: bool,
    send: EventHandler<FormEvent>,
    /// What stands above the form.
    #[props(default)]
    before: Option<Element>,
    /// What stands below the form.
    #[props(default)]
    after: Option<Element>,
    children: Element,
) -> Element {
    rsx! {
        Page { heading, back, form,
            {before}
            form { class: if read_first { "read-first" }, novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    send.call(event);
                },
                {children}
                Submit { form, label, busy_label, work }
            }
            {after}
        }
    }
}
