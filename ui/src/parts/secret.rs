//! Passwords: shown or hidden as one likes, pasted freely, never kept as a draft.

use crate::form::Form;
use crate::parts::fields::field;
use crate::words::tr;
use dioxus::prelude::*;

/// A password. Its content lives in the page only and goes with it.
#[component]
pub(crate) fn SecretField(
    form: Form,
    name: String,
    label: String,
    #[props(default)] hint: Option<String>,
    value: String,
    autocomplete: String,
    change: EventHandler<String>,
    #[props(default)] children: Element,
) -> Element {
    let mut shown = use_signal(|| false);
    let is_shown = *shown.read();
    field(form, &name, label, hint, true, |id, wrong, described| {
        rsx! {
            div { class: "secret",
                input { id: "{id}", name: "{name}", r#type: if is_shown { "text" } else { "password" },
                    value, autocomplete, spellcheck: "false", autocapitalize: "off", autocorrect: "off",
                    required: true, aria_invalid: wrong, aria_describedby: described,
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
    })
}
