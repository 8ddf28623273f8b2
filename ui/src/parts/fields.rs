//! Fields: label above, hint between label and field, the message in words above the field it is
//! about. Nothing is judged while it is typed.

use crate::form::{Form, field_id};
use crate::parts::icon::{Glyph, Icon};
use crate::words::tr;
use contract::address::Province;
use contract::draft::TypedDate;
use dioxus::prelude::*;

/// The message about an answer.
#[component]
pub(crate) fn FieldError(id: String, text: Option<String>) -> Element {
    rsx! {
        if let Some(text) = text {
            p { id: "{id}-error", class: "field-error",
                Icon { glyph: Glyph::Problem }
                span { {text} }
            }
        }
    }
}

/// The words that name a field.
#[component]
pub(crate) fn LabelText(label: String, required: bool) -> Element {
    rsx! {
        span { class: "label-text", {label} }
        if required {
            strong { class: "required", {tr("required")} }
        }
    }
}

/// The ids that describe a control, hint before message.
pub(crate) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// One line of text.
#[component]
pub(crate) fn TextField(
    form: Form,
    /// Its dotted path in the request.
    field: String,
    label: String,
    #[props(default)] hint: Option<String>,
    #[props(default)] required: bool,
    value: String,
    #[props(default)] autocomplete: String,
    #[props(default)] inputmode: Option<String>,
    /// `short`, `code` or nothing for the whole width.
    #[props(default)]
    width: String,
    change: EventHandler<String>,
) -> Element {
    let id = field_id(&field);
    let error = form.error(&field);
    let described = described_by(&id, hint.is_some(), error.is_some());
    rsx! {
        div { class: if error.is_some() { "field wrong" } else { "field" },
            label { r#for: "{id}", LabelText { label, required } }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            FieldError { id: "{id}", text: error.clone() }
            input { id: "{id}", name: "{field}", class: "{width}", r#type: "text", value,
                autocomplete, inputmode, spellcheck: "false", autocapitalize: "off", autocorrect: "off",
                required, aria_invalid: error.is_some(), aria_describedby: described,
                oninput: move |event| change.call(event.value()),
            }
        }
    }
}

/// A date in three boxes.
#[component]
pub(crate) fn DateField(
    form: Form,
    field: String,
    label: String,
    hint: String,
    value: TypedDate,
    change: EventHandler<TypedDate>,
) -> Element {
    let id = field_id(&field);
    let error = form.error(&field);
    let described = described_by(&id, true, error.is_some());
    let boxes = [
        (tr("date-day"), "bday-day", "2", value.day.clone()),
        (tr("date-month"), "bday-month", "2", value.month.clone()),
        (tr("date-year"), "bday-year", "4", value.year.clone()),
    ];
    let wrong = error.is_some();
    rsx! {
        fieldset { class: if wrong { "field wrong" } else { "field" }, aria_describedby: described,
            legend { LabelText { label, required: true } }
            p { id: "{id}-hint", class: "hint", {hint} }
            FieldError { id: "{id}", text: error }
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

/// A province or territory.
#[component]
pub(crate) fn ProvinceField(
    form: Form,
    field: String,
    value: String,
    change: EventHandler<String>,
) -> Element {
    let id = field_id(&field);
    let error = form.error(&field);
    let described = described_by(&id, false, error.is_some());
    let mut provinces: Vec<(&str, String)> = Province::ALL
        .into_iter()
        .map(|province| {
            let letters = province.abbreviation();
            (letters, tr(&format!("province-{letters}")))
        })
        .collect();
    // By name, as the reader looks for it; É beside E.
    provinces.sort_by_key(|(_, name)| name.replace('É', "E").replace('Î', "I"));
    rsx! {
        div { class: if error.is_some() { "field wrong" } else { "field" },
            label { r#for: "{id}", LabelText { label: tr("address-province"), required: true } }
            FieldError { id: "{id}", text: error.clone() }
            select { id: "{id}", name: "{field}", autocomplete: "address-level1", required: true,
                aria_invalid: error.is_some(), aria_describedby: described,
                onchange: move |event| change.call(event.value()),
                option { value: "", selected: value.is_empty(), {tr("choose-one")} }
                for (letters , name) in provinces {
                    option { key: "{letters}", value: letters, selected: value.eq_ignore_ascii_case(letters), {name} }
                }
            }
        }
    }
}

/// One tick.
#[component]
pub(crate) fn Tick(
    id: String,
    checked: bool,
    label: String,
    #[props(default)] detail: Option<String>,
    #[props(default)] described_by: Option<String>,
    change: EventHandler<bool>,
) -> Element {
    rsx! {
        div { class: "tick",
            input { id: "{id}", r#type: "checkbox", checked, aria_describedby: described_by,
                onchange: move |event| change.call(event.checked()),
            }
            label { r#for: "{id}",
                span { {label} }
                if let Some(detail) = detail {
                    span { class: "detail", {detail} }
                }
            }
        }
    }
}

/// One of several.
#[component]
pub(crate) fn Choice(
    id: String,
    name: String,
    checked: bool,
    label: String,
    #[props(default)] detail: Option<String>,
    choose: EventHandler<()>,
) -> Element {
    rsx! {
        div { class: "tick",
            input { id: "{id}", r#type: "radio", name, checked, onchange: move |_| choose.call(()) }
            label { r#for: "{id}",
                span { {label} }
                if let Some(detail) = detail {
                    span { class: "detail", {detail} }
                }
            }
        }
    }
}
