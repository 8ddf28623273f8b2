//! The error summary: above everything, takes the focus, repeats each field's message word for word
//! and leads to the field.

use crate::browser;
use crate::form::{Form, SUMMARY};
use crate::parts::icon::{Glyph, icon};
use crate::words::tr;
use dioxus::prelude::*;

/// What is wrong with a form.
pub(crate) fn summary(form: Form) -> Element {
    rsx! {
        section { id: SUMMARY, class: "summary", tabindex: "-1", role: "alert", aria_labelledby: "error-summary-title",
            h2 { id: "error-summary-title", {icon(Glyph::Problem)} {tr("error-summary-title")} }
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
