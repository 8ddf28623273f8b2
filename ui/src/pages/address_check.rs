//! Checking the address as it will be printed, and its confirmation.

use crate::app::{App, Confirmed};
use crate::form::{Typed, use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::address::{NotNow, not_now};
use crate::parts::label::MailingLabel;
use crate::parts::link::Submit;
use crate::parts::page::{Confirmation, Page, Waiting};
use crate::route::Route;
use crate::view::answers::{address_answers, give_address};
use crate::words::{tr, tr_with};
use contract::address::{Address, GiveAddress};
use contract::board::Board;
use contract::draft::{AddressDraft, DraftKey};
use contract::host::BoardView;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn AddressCheck() -> Element {
    let typed = use_typed::<AddressDraft>(DraftKey::Address);
    rsx! {
        WithBoard { heading: tr("address-check-heading"),
            show: move |view: BoardView| {
                if let Some(text) = not_now(&view.board) {
                    return rsx! { NotNow { text } };
                }
                if !typed.is_loaded() {
                    return rsx! { Waiting {} };
                }
                let answers = address_answers(typed.get(), &view.board);
                match give_address(&answers, &Policy::PROGRAMME) {
                    Ok(address) => rsx! { Check { board: view.board, typed, address } },
                    Err(_) => rsx! { Incomplete {} },
                }
            }
        }
    }
}

/// What was kept does not hold (any more): back to the boxes.
#[component]
fn Incomplete() -> Element {
    rsx! {
        Page { heading: tr("address-check-heading"), back: Route::Address,
            p { class: "lead", {tr("address-incomplete")} }
            crate::parts::link::GoButton { to: Route::Address, {tr("address-go-back")} }
        }
    }
}

#[component]
fn Check(board: Board, typed: Typed<AddressDraft>, address: GiveAddress) -> Element {
    let mut app = App::here();
    let form = use_form();
    let people: Vec<String> = address
        .people
        .iter()
        .filter_map(|person| board.person(*person))
        .map(|person| person.name.full())
        .collect();
    let submit = {
        let (address, people) = (address.clone(), people.clone());
        move |event: FormEvent| {
            event.prevent_default();
            if !form.begin() {
                return;
            }
            let (address, people) = (address.clone(), people.clone());
            spawn(async move {
                app.settle().await;
                match app.host().give_address(&address).await {
                    Ok(receipt) => {
                        app.confirmed.set(Some(Confirmed {
                            reference: receipt.reference,
                            at: receipt.at,
                            people,
                        }));
                        typed.discard();
                        app.refresh_soon();
                        app.go(Route::AddressDone);
                    }
                    Err(problem) => form.refuse(problem),
                }
            });
        }
    };
    rsx! {
        Page { heading: tr("address-check-heading"), back: Route::Address, form,
            p { class: "lead", {tr_with("address-check-lead", &[("count", people.len().into())])} }
            div { class: "labels",
                for name in people.clone() {
                    MailingLabel { key: "{name}", name, address: address.mailing.clone() }
                }
            }
            dl { class: "answers",
                Answer { field: "people", question: tr("address-who"), lines: people }
                Answer { field: "mailing-street", question: tr("mailing-heading"), lines: lines(&address.mailing) }
                Answer { field: "elsewhere", question: tr("residential-heading"),
                    lines: address.residential.as_ref().map_or_else(|| vec![tr("residential-same")], lines) }
            }
            form { novalidate: true, onsubmit: submit,
                p { class: "quiet", {tr("address-check-later")} }
                Submit { form, label: tr("address-use") }
            }
        }
    }
}

/// An address in lines, with its province in full.
fn lines(address: &Address) -> Vec<String> {
    let mut lines = address.label();
    lines.pop();
    let province = tr(&format!("province-{}", address.province));
    lines.push(format!("{}, {province}", address.municipality));
    lines.push(address.postal_code.clone());
    lines
}

#[component]
fn Answer(field: String, question: String, lines: Vec<String>) -> Element {
    let app = App::here();
    let goal = format!("field-{field}");
    rsx! {
        div {
            dt { {question.clone()} }
            dd {
                for (i , line) in lines.into_iter().enumerate() {
                    span { key: "{i}", class: "line", {line} }
                }
            }
            dd { class: "change",
                a { id: goal.clone(), href: Route::Address.path(),
                    onclick: move |event| {
                        event.prevent_default();
                        app.go_to_field(Route::Address, &goal);
                    },
                    {tr("change")}
                    span { class: "unseen", " " {question} }
                }
            }
        }
    }
}

/// The address was given.
#[component]
pub(crate) fn AddressDone() -> Element {
    rsx! {
        Confirmation { heading: tr("address-done-heading"),
            section {
                h2 { {tr("what-next-heading")} }
                ol {
                    li { {tr("address-done-card")} }
                    li { {tr("address-done-change")} }
                }
            }
        }
    }
}
