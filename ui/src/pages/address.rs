//! The address: for whom, where the card is mailed, and where they live if that is elsewhere.

use crate::app::App;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::WithBoard;
use crate::parts::fields::{FieldError, ProvinceField, TextField, Tick};
use crate::parts::link::{GoButton, Submit};
use crate::parts::page::{Page, Waiting};
use crate::route::Route;
use crate::view::answers::{
    ADDRESS_FIELDS, address_answers, address_part, can_have_address, give_address, tick,
};
use crate::view::household::is_stopped;
use crate::words::{tr, tr_with};
use contract::Problem;
use contract::address::Address;
use contract::board::Board;
use contract::draft::{AddressDraft, DraftKey};
use contract::host::BoardView;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn AddressPage() -> Element {
    let typed = use_typed::<AddressDraft>(DraftKey::Address);
    rsx! {
        WithBoard { heading: tr("address-heading"),
            show: move |view: BoardView| {
                if let Some(text) = not_now(&view.board) {
                    rsx! { NotNow { text } }
                } else if typed.is_loaded() {
                    rsx! { AddressForm { board: view.board, typed } }
                } else {
                    rsx! { Waiting {} }
                }
            }
        }
    }
}

/// Why no address can be given, if so.
pub(crate) fn not_now(board: &Board) -> Option<String> {
    let state = board.household.state;
    if is_stopped(state) {
        return Some(tr(&format!("stopped-{}", state.as_str())));
    }
    can_have_address(board).is_empty().then(|| tr("address-closed"))
}

#[component]
pub(crate) fn NotNow(text: String) -> Element {
    rsx! {
        Page { heading: tr("address-heading"), back: Route::Home,
            p { class: "lead", {text} }
            GoButton { to: Route::Home, {tr("go-to-household")} }
        }
    }
}

#[component]
fn AddressForm(board: Board, typed: Typed<AddressDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let answers = address_answers(typed.get(), &board);
    let several = can_have_address(&board).len() > 1;
    let submit = {
        let board = board.clone();
        move |event: FormEvent| {
            event.prevent_default();
            if !form.begin() {
                return;
            }
            let answers = address_answers(typed.now(), &board);
            match give_address(&answers, &Policy::PROGRAMME) {
                Err(fields) => form.refuse(Problem::from(fields)),
                Ok(_) => {
                    form.end();
                    // Kept even when nothing was changed, so that the next page finds it.
                    typed.change(|draft| *draft = answers);
                    app.go(Route::AddressCheck);
                }
            }
        }
    };
    let elsewhere = answers.lives_elsewhere;
    rsx! {
        Page { heading: tr("address-heading"), back: Route::Home, form,
            p { class: "lead", {tr("address-lead")} }
            form { novalidate: true, onsubmit: submit,
                if several {
                    Who { form, board: board.clone(), typed }
                }
                AddressFields { form, board: board.clone(), typed, residential: false, address: answers.mailing.clone() }
                Tick { id: "field-elsewhere", checked: elsewhere, label: tr("address-elsewhere"),
                    detail: tr("address-elsewhere-hint"),
                    change: {
                        let board = board.clone();
                        move |ticked| edit(typed, &board, |draft| draft.lives_elsewhere = ticked)
                    },
                }
                if elsewhere {
                    AddressFields { form, board, typed, residential: true, address: answers.residential }
                }
                Submit { form, label: tr("continue") }
            }
        }
    }
}

/// Changes the answers as they are shown, which may be what was given before.
fn edit(typed: Typed<AddressDraft>, board: &Board, change: impl FnOnce(&mut AddressDraft)) {
    let shown = address_answers(typed.now(), board);
    typed.change(|draft| {
        *draft = shown;
        change(draft);
    });
}

#[component]
fn Who(form: Form, board: Board, typed: Typed<AddressDraft>) -> Element {
    let error = form.error("people");
    let chosen = address_answers(typed.get(), &board).people.unwrap_or_default();
    rsx! {
        fieldset { class: if error.is_some() { "field wrong" } else { "field" },
            legend { class: "question",
                span { class: "label-text", {tr("address-who")} }
                strong { class: "required", {tr("required")} }
            }
            p { class: "hint", {tr("address-who-hint")} }
            FieldError { id: "field-people", text: error.clone() }
            for (i , id) in can_have_address(&board).into_iter().enumerate() {
                if let Some(person) = board.person(id) {
                    Tick { key: "{id}",
                        id: if i == 0 { "field-people".to_owned() } else { format!("field-people-{i}") },
                        checked: chosen.contains(&id),
                        label: person.name.full(),
                        change: {
                            let board = board.clone();
                            move |ticked| edit(typed, &board, |draft| {
                                tick(draft.people.get_or_insert_default(), id, ticked);
                            })
                        },
                    }
                }
            }
        }
    }
}

/// What browsers know a part of an address by (HTML, autofill tokens).
fn autofill(residential: bool, field: &str) -> String {
    let section = if residential { "section-home" } else { "shipping" };
    let token = match field {
        "care_of" => "off",
        "unit" => "address-line2",
        "street" => "address-line1",
        "more" => "address-line3",
        "municipality" => "address-level2",
        "province" => "address-level1",
        _ => "postal-code",
    };
    if token == "off" { token.to_owned() } else { format!("{section} {token}") }
}

#[component]
fn AddressFields(
    form: Form,
    board: Board,
    typed: Typed<AddressDraft>,
    residential: bool,
    address: Address,
) -> Element {
    let (parent, legend, hint) = if residential {
        ("residential", tr("residential-heading"), None)
    } else {
        ("mailing", tr("mailing-heading"), Some(tr("mailing-hint")))
    };
    let limit = Policy::PROGRAMME.label_line_chars;
    rsx! {
        fieldset { class: "group",
            legend { class: "question", {legend} }
            if let Some(hint) = hint {
                p { class: "hint", {hint} }
            }
            for field in ADDRESS_FIELDS {
                {
                    let path = format!("{parent}.{field}");
                    let value = address_part(&mut address.clone(), field).clone();
                    let board = board.clone();
                    let change = move |text: String| edit(typed, &board, |draft| {
                        let address = if residential { &mut draft.residential } else { &mut draft.mailing };
                        *address_part(address, field) = text;
                    });
                    let required = matches!(field, "street" | "municipality" | "postal_code");
                    let name = field.replace('_', "-");
                    let hint = match field {
                        "street" | "unit" | "care_of" => Some(tr(&format!("address-{name}-hint"))),
                        "more" => Some(tr_with("address-more-hint", &[("limit", limit.into())])),
                        _ => None,
                    };
                    let width = match field {
                        "unit" | "postal_code" => "short",
                        _ => "",
                    };
                    rsx! {
                        if field == "province" {
                            ProvinceField { key: "{path}", form, field: path, value, change }
                        } else {
                            TextField { key: "{path}", form, field: path, label: tr(&format!("address-{name}")),
                                hint, required, value, autocomplete: autofill(residential, field), width, change,
                            }
                        }
                    }
                }
            }
        }
    }
}
