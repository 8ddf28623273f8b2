//! Declaring presence in Canada: the text, one tick per person, one button that names the act. Only
//! with a connection; what was ticked is kept, nothing is queued.

use crate::app::{App, Confirmed};
use crate::form::{Typed, use_form, use_typed};
use crate::pages::WithBoard;
#[cfg(feature = "household")]
use crate::pages::conflict::{both, not_chosen};
use crate::parts::choices::people_ticks;
use crate::parts::confirmation::Confirmation;
use crate::parts::page;
use crate::parts::panel::{Tone, banner, remark};
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::answers::mark;
use crate::view::household::{called, undeclared, who};
use crate::view::standing::{Shown, shown};
use crate::words::{names, tr, tr_with};
use contract::board::Board;
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::draft::standing::Work;
use contract::draft::{DeclarationDraft, DraftKey};
use contract::host::BoardView;
use contract::id::PersonId;
use dioxus::prelude::*;

#[component]
pub(crate) fn Declaration() -> Element {
    let typed = use_typed::<DeclarationDraft>(DraftKey::Declaration);
    let not_now =
        |text| page::not_now(tr("declaration-heading"), text, Route::Home, "go-to-household");
    rsx! {
        WithBoard { heading: tr("declaration-heading"),
            show: move |view: BoardView| {
                let state = view.board.household.state;
                let standing = App::here().standing_of_all(&view.board, DraftKey::Declaration);
                match shown(state, Work::Declaration, &standing) {
                    Shown::Stopped => not_now(tr(&format!("stopped-{}", state.as_str()))),
                    Shown::Over => not_now(tr("declaration-all-done")),
                    Shown::Form | Shown::Waits if typed.is_loaded() => {
                        #[cfg(feature = "household")]
                        {
                            let heading = tr("declaration-heading");
                            if let Some(both) = both(heading, Route::Home, &view.board, typed) {
                                return both;
                            }
                        }
                        rsx! { DeclarationForm { view, typed } }
                    }
                    Shown::Form | Shown::Waits => rsx! { Waiting {} },
                }
            }
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
    let send = {
        let board = board.clone();
        move |_| {
            form.send(|| {
                let people = ticked(&board, &typed.now());
                let declaration = DeclarePresence {
                    people: people.clone(),
                    statement_version: STATEMENT_VERSION.to_owned(),
                    language: app.language(),
                };
                let declaration = declaration.check()?;
                let names: Vec<String> = people
                    .iter()
                    .filter_map(|person| board.person(*person))
                    .map(|person| person.name.full())
                    .collect();
                Ok(Box::pin(async move {
                    let receipt = app.household().declare(&declaration).await?;
                    app.note_got(DraftKey::Declaration, people, receipt.clone());
                    app.confirmed.set(Some(Confirmed {
                        reference: receipt.reference,
                        at: receipt.at,
                        people: names,
                    }));
                    typed.discard();
                    app.refresh_soon();
                    app.go(Route::DeclarationDone);
                    Ok(())
                }))
            });
        }
    };
    #[cfg(feature = "household")]
    let brought_back = not_chosen(typed);
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let me = board.me;
    let who = people_ticks(
        form,
        &board,
        (tr("declaration-who"), tr("declaration-who-hint")),
        &undeclared(&board),
        &people,
        |id| Some(tr(if id == me { "declaration-i-am" } else { "declaration-they-are" })),
        move |person, on| typed.change(|draft| mark(&mut draft.people, person, on)),
    );
    rsx! {
        Question { heading: tr("declaration-heading"), back: Route::Home, form,
            // The button waits at the end: the text is read first.
            read_first: true,
            label: act(&board, &people), busy_label: tr("declaring"), send,
            before: rsx! {
                p { class: "lead", {tr("declaration-lead")} }
                {brought_back}
                if view.stale.is_some() {
                    {remark(Tone::Attention, tr("declaration-offline"))}
                }
            },
            section { class: "statement",
                h2 { {tr("statement-heading")} }
                ul {
                    for id in ["statement-present", "statement-each", "statement-true"] {
                        li { key: "{id}", {tr(id)} }
                    }
                }
                p { class: "quiet", {tr_with("statement-version", &[("version", STATEMENT_VERSION.into())])} }
            }
            {banner(Tone::Attention, tr("declaration-stay-title"), Some(tr("declaration-stay-text")))}
            {remark(Tone::Plain, tr("declaration-representative"))}
            {who}
        }
    }
}

/// Presence was declared.
#[component]
pub(crate) fn DeclarationDone() -> Element {
    rsx! {
        Confirmation { heading: tr("declaration-done-heading"),
            next: vec![
                tr("declaration-done-proof"),
                tr("declaration-done-mail"),
                tr("declaration-done-meanwhile"),
            ],
            {banner(Tone::Attention, tr("declaration-stay-title"), None)}
        }
    }
}
