//! A date in three boxes, since every box reads the same in every language.

use crate::form::{Form, field_id};
use crate::parts::fields::{described_by, field_class, field_error, label_text};
use crate::words::tr;
use contract::draft::TypedDate;
use dioxus::prelude::*;

/// A date of birth.
#[component]
pub(crate) fn DateField(
    form: Form,
    name: String,
    label: String,
    hint: String,
    value: TypedDate,
    change: EventHandler<TypedDate>,
) -> Element {
    let id = field_id(&name);
    let error = form.error(&name);
    let wrong = error.is_some();
    let described = described_by(&id, true, wrong);
    let boxes = [
        (tr("date-day"), "bday-day", "2", value.day.clone()),
        (tr("date-month"), "bday-month", "2", value.month.clone()),
        (tr("date-year"), "bday-year", "4", value.year.clone()),
    ];
    rsx! {
        fieldset { class: field_class(wrong), aria_describedby: described,
            legend { {label_text(label, true)} }
            p { id: "{id}-hint", class: "hint", {hint} }
            {field_error(&id, error)}
            div { class: "date",
                for (i , (label , autocomplete , length , text)) in boxes.into_iter().enumerate() {
                    {
                        // The first box carries the field's own id, for the error summary.
                        let box_id = if i == 0 { id.clone() } else { format!("{id}-{i}") };
                        let value = value.clone();
                        rsx! {
                            div { key: "{i}",
                                label { r#for: "{box_id}", {label} }
                                input { id: "{box_id}", class: "digits-{length}", r#type: "text", inputmode: "numeric",
                                    autocomplete, maxlength: length, value: text, aria_invalid: wrong,
                                    required: true,
                                    oninput: move |event| {
                                        let mut date = value.clone();
                                        match i {
                                            0 => date.day = event.value(),
                                            1 => date.month = event.value(),
                                            _ => date.year = event.value(),
                                        }
                                        change.call(date);
                                    },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
