//! Fields: label above, hint between label and field, the message in words above the field it is
//! about. Nothing is judged while it is typed.

use crate::form::{Form, field_id};
use crate::parts::icon::{Glyph, icon};
use crate::words::tr;
use dioxus::prelude::*;

/// The message about an answer.
pub(crate) fn field_error(id: &str, text: Option<String>) -> Element {
    rsx! {
        if let Some(text) = text {
            p { id: "{id}-error", class: "field-error",
                {icon(Glyph::Problem)}
                span { {text} }
            }
        }
    }
}

/// The words that name a field.
pub(crate) fn label_text(label: String, required: bool) -> Element {
    rsx! {
        span { class: "label-text", {label} }
        if required {
            " "
            strong { class: "required", {tr("required")} }
        }
    }
}

/// The class of what holds a field.
pub(crate) const fn field_class(wrong: bool) -> &'static str {
    if wrong { "field wrong" } else { "field" }
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

/// What surrounds a control: its label, hint and message. Gives the ids that describe it to the one
/// that draws the control.
pub(crate) fn field(
    form: Form,
    field: &str,
    label: String,
    hint: Option<String>,
    required: bool,
    control: impl FnOnce(String, bool, Option<String>) -> Element,
) -> Element {
    let id = field_id(field);
    let error = form.error(field);
    let wrong = error.is_some();
    let described = described_by(&id, hint.is_some(), wrong);
    let control = control(id.clone(), wrong, described);
    rsx! {
        div { class: field_class(wrong),
            label { r#for: "{id}", {label_text(label, required)} }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            {field_error(&id, error)}
            {control}
        }
    }
}

/// One line of text.
#[component]
pub(crate) fn TextField(
    form: Form,
    /// Its dotted path in the request.
    name: String,
    label: String,
    #[props(default)] hint: Option<String>,
    #[props(default)] required: bool,
    value: String,
    #[props(default)] autocomplete: String,
    #[props(default)] inputmode: Option<String>,
    /// `short`, `code` or nothing for the whole width.
    #[props(default)]
    width: String,
    #[props(default)] disabled: bool,
    change: EventHandler<String>,
) -> Element {
    field(form, &name, label, hint, required, |id, wrong, described| {
        rsx! {
            input { id, name: "{name}", class: "{width}", r#type: "text", value,
                autocomplete, inputmode, spellcheck: "false", autocapitalize: "off", autocorrect: "off",
                required, disabled, aria_invalid: wrong, aria_describedby: described,
                oninput: move |event| change.call(event.value()),
            }
        }
    })
}

/// One of many, from a list. The first entry asks to choose.
#[component]
pub(crate) fn SelectField(
    form: Form,
    name: String,
    label: String,
    value: String,
    autocomplete: String,
    /// Each value with its words.
    options: Vec<(&'static str, String)>,
    change: EventHandler<String>,
) -> Element {
    field(form, &name, label, None, true, |id, wrong, described| {
        rsx! {
            select { id, name: "{name}", autocomplete, required: true,
                aria_invalid: wrong, aria_describedby: described,
                onchange: move |event| change.call(event.value()),
                option { value: "", selected: value.is_empty(), {tr("choose-one")} }
                for (key , words) in options {
                    option { key: "{key}", value: key, selected: value.eq_ignore_ascii_case(key), {words} }
                }
            }
        }
    })
}

/// The username that the portal made, which both ways in begin with.
pub(crate) fn username_field(
    form: Form,
    value: String,
    change: impl Fn(String) + 'static,
) -> Element {
    rsx! {
        TextField { form, name: "username", label: tr("username"), hint: tr("username-hint"),
            required: true, value, autocomplete: "username", width: "code",
            change,
        }
    }
}
