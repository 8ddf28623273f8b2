//! Checking the address as it will be printed, and its confirmation.

use crate::app::{App, Confirmed};
use crate::form::{Typed, use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::address::in_its_place;
#[cfg(feature = "household")]
use crate::pages::address::{keep_theirs, not_concerned};
#[cfg(feature = "household")]
use crate::pages::conflict::{BothAddresses, both, not_chosen};
use crate::parts::answers::{Given, answers};
use crate::parts::confirmation::Confirmation;
use crate::parts::label::mailing_label;
use crate::parts::page;
#[cfg(feature = "household")]
use crate::parts::page::Page;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::answers::{address_answers, give_address};
#[cfg(feature = "household")]
use crate::view::difference::{given_meanwhile, seen_addresses};
use crate::words::{tr, tr_with};
use contract::address::{Address, GiveAddress, SeenAddress};
use contract::board::Board;
use contract::draft::{AddressDraft, DraftKey};
use contract::host::BoardView;
use contract::outbox::Handed;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn AddressCheck() -> Element {
    let typed = use_typed::<AddressDraft>(DraftKey::Address);
    rsx! {
        WithBoard { heading: tr("address-check-heading"),
            show: move |view: BoardView| {
                if let Some(instead) = in_its_place(&view.board) {
                    return instead;
                }
                if !typed.is_loaded() {
                    return rsx! { Waiting {} };
                }
                #[cfg(feature = "household")]
                {
                    let heading = tr("address-check-heading");
                    if let Some(both) = both(heading, Route::Address, &view.board, typed) {
                        return both;
                    }
                }
                let answers = address_answers(typed.get(), &view.board);
                match give_address(&answers, &Policy::PROGRAMME) {
                    Ok(address) => rsx! { Check { board: view.board, typed, address } },
                    // What was kept does not hold (any more): back to the boxes.
                    Err(_) => page::not_now(
                        tr("address-check-heading"),
                        tr("address-incomplete"),
                        Route::Address,
                        "address-go-back",
                    ),
                }
            }
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
    let send = {
        let (address, people) = (address.clone(), people.clone());
        move |instead_of: Option<Option<Vec<SeenAddress>>>| {
            let (mut address, people) = (address.clone(), people.clone());
            if let Some(seen) = instead_of {
                // Its reader has seen what takes no place any more.
                typed.change(|draft| draft.instead_of.clone_from(&seen));
                address.instead_of = seen;
            }
            form.send(|| {
                Ok(Box::pin(async move {
                    let receipt = match app.household().give_address(&address).await? {
                        Handed::Sent { receipt } => receipt,
                        Handed::Waits { waiting } => {
                            form.end();
                            app.waits(*waiting);
                            return Ok(());
                        }
                    };
                    app.note_got(DraftKey::Address, address.people, receipt.clone());
                    app.confirmed.set(Some(Confirmed {
                        reference: receipt.reference,
                        at: receipt.at,
                        people,
                    }));
                    typed.discard();
                    app.refresh_soon();
                    app.go(Route::AddressDone);
                    Ok(())
                }))
            });
        }
    };
    #[cfg(feature = "household")]
    {
        let answers = address_answers(typed.get(), &board);
        let found = given_meanwhile(&answers, &board);
        if !found.is_empty() {
            let seen = seen_addresses(&board);
            let (others, seen_too) = (not_concerned(&answers, &found), seen.clone());
            return rsx! {
                Page { heading: tr("address-check-heading"), back: Route::Address, form,
                    BothAddresses { board, typed: answers, found, busy: form.is_busy(),
                        mine: move |()| send(Some(seen.clone())),
                        theirs: move |()| keep_theirs(form, typed, others.clone(), seen_too.clone()),
                    }
                }
            };
        }
    }
    #[cfg(feature = "household")]
    let brought_back = not_chosen(typed);
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let given = |question, lines, field| Given {
        question: tr(question),
        lines,
        change: Some((Route::Address, field)),
    };
    let residential =
        address.residential.as_ref().map_or_else(|| vec![tr("residential-same")], lines);
    let mut all = vec![
        given("mailing-heading", lines(&address.mailing), "field-mailing-street"),
        given("residential-heading", residential, "field-elsewhere"),
    ];
    // With one person there is nothing to choose.
    if board.people.len() > 1 {
        all.insert(0, given("address-who", people.clone(), "field-people"));
    }
    rsx! {
        Question { heading: tr("address-check-heading"), back: Route::Address, form,
            label: tr("address-use"), send: move |_| send(None),
            before: rsx! {
                p { class: "lead", {tr_with("address-check-lead", &[("count", people.len().into())])} }
                {brought_back}
                div { class: "labels",
                    for name in &people {
                        {mailing_label(name, &address.mailing)}
                    }
                }
                {answers(all)}
            },
            p { class: "quiet", {tr("address-check-later")} }
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

/// The address was given.
#[component]
pub(crate) fn AddressDone() -> Element {
    rsx! {
        Confirmation { heading: tr("address-done-heading"),
            next: vec![tr("address-done-card"), tr("address-done-change")],
        }
    }
}
