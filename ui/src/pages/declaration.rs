//! Declaring presence in Canada: the text, one tick per person, one button that names the act. Only
//! with a connection; what was ticked is kept, nothing is queued.

use crate::app::{App, Confirmed};
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::WithBoard;
use crate::parts::fields::{FieldError, Tick};
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::{GoButton, Submit};
use crate::parts::page::{Confirmation, Page, Waiting};
use crate::route::Route;
use crate::view::answers::tick;
use crate::view::household::{called, is_stopped, undeclared, who};
use crate::words::{names, tr, tr_with};
use contract::Problem;
use contract::board::Board;
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::draft::{DeclarationDraft, DraftKey};
use contract::host::BoardView;
use contract::id::PersonId;
use dioxus::prelude::*;

#[component]
pub(crate) fn Declaration() -> Element {
    let typed = use_typed::<DeclarationDraft>(DraftKey::Declaration);
    rsx! {
        WithBoard { heading: tr("declaration-heading"),
            show: move |view: BoardView| {
                let state = view.board.household.state;
                if is_stopped(state) {
                    rsx! { NotNow { text: tr(&format!("stopped-{}", state.as_str())) } }
                } else if undeclared(&view.board).is_empty() {
                    rsx! { NotNow { text: tr("declaration-all-done") } }
                } else if typed.is_loaded() {
                    rsx! { DeclarationForm { view, typed } }
                } else {
                    rsx! { Waiting {} }
                }
            }
        }
    }
}

#[component]
fn NotNow(text: String) -> Element {
    rsx! {
        Page { heading: tr("declaration-heading"), back: Route::Home,
            p { class: "lead", {text} }
            GoButton { to: Route::Home, {tr("go-to-household")} }
        }
    }
}

/// Those who are ticked and can still be declared for.
fn ticked(board: &Board, draft: &DeclarationDraft) -> Vec<PersonId> {
    undeclared(board).into_iter().filter(|person| draft.people.contains(person)).collect()
}

/// The button names the act, and for whom.
fn act(board: &Board, people: &[PersonId]) -> String {
    let asked = undeclared(board);
    // With nobody ticked yet it speaks of those it could be for.
    let people = if people.is_empty() { &asked } else { people };
    tr_with(
        "declaration-act",
        &[
            ("who", who(board, people).into()),
            ("names", names(&called(board, people)).into()),
            ("count", people.len().into()),
        ],
    )
}

#[component]
fn DeclarationForm(view: BoardView, typed: Typed<DeclarationDraft>) -> Element {
    let mut app = App::here();
    let form = use_form();
    let board = view.board;
    let people = ticked(&board, &typed.get());
    let submit = {
        let board = board.clone();
        move |event: FormEvent| {
            event.prevent_default();
            if !form.begin() {
                return;
            }
            let people = ticked(&board, &typed.now());
            let declaration = DeclarePresence {
                people: people.clone(),
                statement_version: STATEMENT_VERSION.to_owned(),
                language: app.language(),
            };
            let declaration = match declaration.check() {
                Ok(declaration) => declaration,
                Err(fields) => return form.refuse(Problem::from(fields)),
            };
            let names: Vec<String> = people
                .iter()
                .filter_map(|person| board.person(*person))
                .map(|person| person.name.full())
                .collect();
            spawn(async move {
                app.settle().await;
                match app.host().declare(&declaration).await {
                    Ok(receipt) => {
                        app.confirmed.set(Some(Confirmed {
                            reference: receipt.reference,
                            at: receipt.at,
                            people: names,
                        }));
                        typed.discard();
                        app.refresh_soon();
                        app.go(Route::DeclarationDone);
                    }
                    Err(problem) => form.refuse(problem),
                }
            });
        }
    };
    rsx! {
        Page { heading: tr("declaration-heading"), back: Route::Home, form,
            p { class: "lead", {tr("declaration-lead")} }
            if view.stale.is_some() {
                div { class: "panel attention",
                    Icon { glyph: Glyph::Offline }
                    p { {tr("declaration-offline")} }
                }
            }
            // The button waits at the end: the text is read first.
            form { class: "read-first", novalidate: true, onsubmit: submit,
                section { class: "statement",
                    h2 { {tr("statement-heading")} }
                    ul {
                        li { {tr("statement-present")} }
                        li { {tr("statement-each")} }
                        li { {tr("statement-true")} }
                    }
                    p { class: "quiet", {tr_with("statement-version", &[("version", STATEMENT_VERSION.into())])} }
                }
                div { class: "panel attention",
                    Icon { glyph: Glyph::Problem }
                    div {
                        p { strong { {tr("declaration-stay-title")} } }
                        p { {tr("declaration-stay-text")} }
                    }
                }
                div { class: "panel",
                    Icon { glyph: Glyph::Info }
                    p { {tr("declaration-representative")} }
                }
                Who { form, board: board.clone(), typed }
                Submit { form, label: act(&board, &people), busy_label: tr("declaring") }
            }
        }
    }
}

#[component]
fn Who(form: Form, board: Board, typed: Typed<DeclarationDraft>) -> Element {
    let error = form.error("people");
    let draft = typed.get();
    let asked = undeclared(&board);
    rsx! {
        fieldset { class: if error.is_some() { "field wrong" } else { "field" },
            legend { class: "question",
                span { class: "label-text", {tr("declaration-who")} }
                strong { class: "required", {tr("required")} }
            }
            p { class: "hint", {tr("declaration-who-hint")} }
            FieldError { id: "field-people", text: error.clone() }
            for (i , id) in asked.into_iter().enumerate() {
                if let Some(person) = board.person(id) {
                    Tick { key: "{id}",
                        // The first one is where the error summary leads.
                        id: if i == 0 { "field-people".to_owned() } else { format!("field-people-{i}") },
                        checked: draft.people.contains(&id),
                        label: person.name.full(),
                        detail: if id == board.me { tr("declaration-i-am") } else { tr("declaration-they-are") },
                        change: move |ticked| typed.change(|draft| tick(&mut draft.people, id, ticked)),
                    }
                }
            }
        }
    }
}

/// Presence was declared.
#[component]
pub(crate) fn DeclarationDone() -> Element {
    rsx! {
        Confirmation { heading: tr("declaration-done-heading"),
            section {
                h2 { {tr("what-next-heading")} }
                ol {
                    li { {tr("declaration-done-proof")} }
                    li { {tr("declaration-done-mail")} }
                    li { {tr("declaration-done-meanwhile")} }
                }
            }
            div { class: "panel attention",
                Icon { glyph: Glyph::Problem }
                p { strong { {tr("declaration-stay-title")} } }
            }
        }
    }
}
