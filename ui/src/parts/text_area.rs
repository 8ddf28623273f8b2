//! A field of several lines.

use crate::form::Form;
use crate::parts::fields::field;
use dioxus::prelude::*;

/// Several lines of text.
#[component]
pub(crate) fn TextArea(
    form: Form,
    /// Its dotted path in the request.
    name: String,
    label: String,
    #[props(default)] hint: Option<String>,
    value: String,
    rows: u8,
    change: EventHandler<String>,
    /// What stands below it.
    #[props(default)]
    children: Element,
) -> Element {
    field(form, &name, label, hint, true, |id, wrong, described| {
        rsx! {
            textarea { id, name: "{name}", value, rows: "{rows}", autocomplete: "off",
                required: true, aria_invalid: wrong, aria_describedby: described,
                oninput: move |event| change.call(event.value()),
            }
            {children}
        }
    })
}
