//! Passwords: shown or hidden as one likes, pasted freely, never kept as a draft.

use crate::form::{Form, field_id};
use crate::parts::fields::{FieldError, LabelText, described_by};
use crate::words::tr;
use dioxus::prelude::*;

/// A password. Its content lives in the page only and goes with it.
#[component]
pub(crate) fn SecretField(
    form: Form,
    field: String,
    label: String,
    #[props(default)] hint: Option<String>,
    value: String,
    autocomplete: String,
    change: EventHandler<String>,
    #[props(default)] children: Element,
) -> Element {
    let mut shown = use_signal(|| false);
    let id = field_id(&field);
    let error = form.error(&field);
    let described = described_by(&id, hint.is_some(), error.is_some());
    let is_shown = *shown.read();
    rsx! {
        div { class: if error.is_some() { "field wrong" } else { "field" },
            label { r#for: "{id}", LabelText { label, required: true } }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            FieldError { id: "{id}", text: error.clone() }
            div { class: "secret",
                input { id: "{id}", name: "{field}", r#type: if is_shown { "text" } else { "password" },
                    value, autocomplete, spellcheck: "false", autocapitalize: "off", autocorrect: "off",
                    required: true, aria_invalid: error.is_some(), aria_describedby: described,
                    oninput: move |event| change.call(event.value()),
                }
                button { class: "reveal", r#type: "button", aria_controls: "{id}", aria_pressed: is_shown,
                    aria_label: if is_shown { tr("password-hide-label") } else { tr("password-show-label") },
                    onclick: move |_| shown.set(!is_shown),
                    if is_shown { {tr("password-hide")} } else { {tr("password-show")} }
                }
            }
            {children}
        }
    }
}
