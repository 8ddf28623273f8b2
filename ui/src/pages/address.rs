//! The address: for whom, where the card is mailed, and where they live if that is elsewhere.

use crate::app::App;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::WithBoard;
#[cfg(feature = "household")]
use crate::pages::conflict::{BothAddresses, both, not_chosen};
use crate::pages::waits::{use_what_was_refused, waits_page};
use crate::parts::choices::{Answer, people_ticks, tick};
use crate::parts::fields::{SelectField, TextField};
use crate::parts::page;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::answers::{
    ADDRESS_FIELDS, address_answers, address_part, can_have_address, give_address, mark,
};
#[cfg(feature = "household")]
use crate::view::difference::{Meanwhile, given_meanwhile, seen_addresses};
use crate::view::standing::{Shown, shown};
use crate::words::{tr, tr_with};
#[cfg(feature = "household")]
use contract::address::SeenAddress;
use contract::address::{Address, Province};
use contract::board::Board;
use contract::draft::standing::Work;
use contract::draft::{AddressDraft, DraftKey};
use contract::host::BoardView;
#[cfg(feature = "household")]
use contract::id::PersonId;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn AddressPage() -> Element {
    let typed = use_typed::<AddressDraft>(DraftKey::Address);
    rsx! {
        WithBoard { heading: tr("address-heading"),
            show: move |view: BoardView| {
                if let Some(instead) = in_its_place(&view.board) {
                    instead
                } else if typed.is_loaded() {
                    #[cfg(feature = "household")]
                    if let Some(both) = both(tr("address-heading"), Route::Home, &view.board, typed) {
                        return both;
                    }
                    rsx! { AddressForm { board: view.board, typed } }
                } else {
                    rsx! { Waiting {} }
                }
            }
        }
    }
}

/// What stands in the place of the address's pages while no address can be given there.
pub(crate) fn in_its_place(board: &Board) -> Option<Element> {
    let app = App::here();
    let state = board.household.state;
    let standing = app.standing_of_all(board, DraftKey::Address);
    match shown(state, Work::Address, &standing) {
        Shown::Stopped => Some(not_now(tr(&format!("stopped-{}", state.as_str())))),
        Shown::Over => Some(not_now(tr("address-closed"))),
        Shown::Waits => app
            .waiting_of(DraftKey::Address)
            .map(|waiting| waits_page(tr("waits-address-heading"), Route::Home, waiting)),
        Shown::Form => None,
    }
}

fn not_now(text: String) -> Element {
    page::not_now(tr("address-heading"), text, Route::Home, "go-to-household")
}

#[component]
fn AddressForm(board: Board, typed: Typed<AddressDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    use_what_was_refused(form, DraftKey::Address);
    let answers = address_answers(typed.get(), &board);
    let possible = can_have_address(&board);
    #[cfg(feature = "household")]
    let meanwhile = given_meanwhile_too(form, typed, &answers, &board);
    #[cfg(not(feature = "household"))]
    let meanwhile = rsx! {};
    let board = use_latest(board);
    let send = move |_| {
        form.send(|| {
            let answers = address_answers(typed.now(), &board.read());
            give_address(&answers, &Policy::PROGRAMME)?;
            Ok(Box::pin(async move {
                // Kept even when nothing was changed, so that the next page finds it.
                typed.change(|draft| *draft = answers);
                app.go(Route::AddressCheck);
                Ok(())
            }))
        });
    };
    #[cfg(feature = "household")]
    let brought_back = not_chosen(typed);
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let elsewhere = answers.lives_elsewhere;
    let who = (possible.len() > 1).then(|| {
        let chosen = answers.people.clone().unwrap_or_default();
        people_ticks(
            form,
            &board.read(),
            (tr("address-who"), tr("address-who-hint")),
            &possible,
            &chosen,
            |_| None,
            move |person, on| {
                edit(typed, board, |draft| mark(draft.people.get_or_insert_default(), person, on));
            },
        )
    });
    let lives = Answer::new(tr("address-elsewhere"), elsewhere).with(tr("address-elsewhere-hint"));
    rsx! {
        Question { heading: tr("address-heading"), back: Route::Home, form, label: tr("continue"), send,
            before: rsx! {
                p { class: "lead", {tr("address-lead")} }
                {brought_back}
                {meanwhile}
            },
            {who}
            {fields(form, board, typed, false, answers.mailing)}
            {tick("field-elsewhere", None, lives,
                move |on| edit(typed, board, |draft| draft.lives_elsewhere = on))}
            if elsewhere {
                {fields(form, board, typed, true, answers.residential)}
            }
        }
    }
}

/// Both addresses, where another one was given since this one was begun.
#[cfg(feature = "household")]
fn given_meanwhile_too(
    form: Form,
    typed: Typed<AddressDraft>,
    answers: &AddressDraft,
    board: &Board,
) -> Element {
    let found = given_meanwhile(answers, board);
    if found.is_empty() {
        return rsx! {};
    }
    let seen = seen_addresses(board);
    let (others, seen_too) = (not_concerned(answers, &found), seen.clone());
    rsx! {
        BothAddresses { board: board.clone(), typed: answers.clone(), found,
            mine: move |()| {
                form.clear();
                typed.change(|draft| draft.instead_of.clone_from(&seen));
            },
            theirs: move |()| keep_theirs(form, typed, others.clone(), seen_too.clone()),
        }
    }
}

/// Those who were ticked and for whom nothing was given meanwhile.
#[cfg(feature = "household")]
pub(crate) fn not_concerned(answers: &AddressDraft, found: &[Meanwhile]) -> Vec<PersonId> {
    let ticked = answers.people.iter().flatten().copied();
    ticked.filter(|person| !found.iter().any(|other| other.people.contains(person))).collect()
}

/// The address that the portal has stays: what was refused goes, and what was typed as well unless
/// it is also for others.
#[cfg(feature = "household")]
pub(crate) fn keep_theirs(
    form: Form,
    typed: Typed<AddressDraft>,
    others: Vec<PersonId>,
    seen: Option<Vec<SeenAddress>>,
) {
    let app = App::here();
    let stays = !others.is_empty();
    let told = if stays { "conflict-kept-theirs-for-some" } else { "conflict-kept-theirs" };
    let done = crate::words::in_texts(&app.texts.peek(), told);
    form.send(|| {
        Ok(Box::pin(async move {
            if let Some(stuck) = app.stuck_of(DraftKey::Address) {
                app.household().take_back(stuck.id).await?;
            }
            if stays {
                typed.change_afterwards(|draft| {
                    draft.people = Some(others);
                    draft.instead_of = seen;
                });
            } else {
                typed.discard();
            }
            app.act_on_outbox(contract::outbox::Act::Show).await;
            app.tell(done);
            if stays {
                form.end();
            } else {
                app.go(Route::Home);
            }
            Ok(())
        }))
    });
}

/// The board for every box to look at when something is typed into it.
type LatestBoard = CopyValue<Board>;

fn use_latest(board: Board) -> LatestBoard {
    let mut known = use_hook(|| CopyValue::new(board.clone()));
    known.set(board);
    known
}

/// Changes the answers as they are shown, which may be what was given before.
fn edit(typed: Typed<AddressDraft>, board: LatestBoard, change: impl FnOnce(&mut AddressDraft)) {
    let shown = address_answers(typed.now(), &board.read());
    typed.change(|draft| {
        *draft = shown;
        change(draft);
    });
}

/// What browsers know a part of an address by (HTML, autofill tokens).
fn autofill(residential: bool, field: &str) -> String {
    let section = if residential { "section-home" } else { "shipping" };
    let token = match field {
        // Somebody else's name, which no browser knows.
        "care_of" => return "off".to_owned(),
        "unit" => "address-line2",
        "street" => "address-line1",
        "more" => "address-line3",
        "municipality" => "address-level2",
        "province" => "address-level1",
        _ => "postal-code",
    };
    format!("{section} {token}")
}

fn provinces() -> Vec<(&'static str, String)> {
    let mut provinces: Vec<(&str, String)> = Province::ALL
        .into_iter()
        .map(|province| {
            let letters = province.abbreviation();
            (letters, tr(&format!("province-{letters}")))
        })
        .collect();
    // By name, as the reader looks for it; É beside E.
    provinces.sort_by_key(|(_, name)| name.replace('É', "E").replace('Î', "I"));
    provinces
}

/// The boxes of one address.
fn fields(
    form: Form,
    board: LatestBoard,
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
    let mut address = address;
    rsx! {
        fieldset { class: "group",
            legend { class: "question", {legend} }
            if let Some(hint) = hint {
                p { class: "hint", {hint} }
            }
            for field in ADDRESS_FIELDS {
                {
                    let path = format!("{parent}.{field}");
                    let value = std::mem::take(address_part(&mut address, field));
                    let change = move |text: String| edit(typed, board, |draft| {
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
                    let width = if matches!(field, "unit" | "postal_code") { "short" } else { "" };
                    let label = tr(&format!("address-{name}"));
                    let autocomplete = autofill(residential, field);
                    rsx! {
                        if field == "province" {
                            SelectField { key: "{path}", form, name: path, label, value, autocomplete, options: provinces(), change }
                        } else {
                            TextField { key: "{path}", form, name: path, label, hint, required, value, autocomplete, width, change }
                        }
                    }
                }
            }
        }
    }
}
