//! One person: the five steps as a task list, what was given, and the latest of what happened.

use crate::app::App;
use crate::pages::WithBoard;
use crate::pages::person_card::{trouble_banner, unread};
use crate::parts::arc::Arc;
use crate::parts::label::mailing_label;
use crate::parts::link::go;
use crate::parts::page::{Page, nothing_here};
use crate::parts::panel::{Tone, remark};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::tag::clock_chips;
use crate::parts::tasks::{Task, task_list};
use crate::parts::timeline::PersonTimeline;
use crate::route::Route;
use crate::view::account::may_ask_own_account;
use crate::view::household::{apart_words, is_stopped};
use crate::view::standing::{message_words, step_page, task_status, task_words};
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{Board, CardState, ClockKind, Journey, Person, PhotoState, ProofState};
use contract::draft::DraftKey;
use contract::draft::facts::Known;
use contract::host::BoardView;
use contract::id::PersonId;
use contract::steps::{Status, Step, steps};
use dioxus::prelude::*;

/// So many entries of the timeline stand here; all of them have a page of their own.
const LATEST: usize = 3;

#[component]
pub(crate) fn PersonPage(person: PersonId) -> Element {
    rsx! {
        WithBoard { heading: tr("person-heading-loading"),
            show: move |view: BoardView| match view.board.person(person) {
                Some(person) => shown(&view, person),
                None => nothing_here(),
            }
        }
    }
}

fn shown(view: &BoardView, person: &Person) -> Element {
    let id = person.id;
    let kin = tr(&format!("relationship-{}", person.relationship.as_str()));
    let Some(journey) = &person.journey else {
        return rsx! {
            Page { heading: person.name.full(), back: Route::Home,
                p { class: "under", {kin} }
                p { class: "lead", {tr_name(apart_words(&view.board), &person.name)} }
            }
        };
    };
    let state = view.board.household.state;
    let stopped = is_stopped(state);
    let known = App::here().known();
    let tasks =
        steps(journey).map(|(step, status)| task(&view.board, &known, person, step, status));
    let message = known.of_page(&view.board, DraftKey::Message { person: id }, &[id]).offer();
    rsx! {
        Page { heading: person.name.full(), back: Route::Home,
            p { class: "under", {kin} "\u{a0}· " {tr_with("age", &[("age", journey.age.into())])} }
            if stopped {
                {remark(Tone::Attention, tr(&format!("stopped-{}", state.as_str())))}
            }
            {trouble_banner(&view.board, person)}
            {unread(person, journey)}
            section {
                h2 { {tr("steps-heading")} }
                Arc { person: id, steps: steps(journey) }
                {task_list(tasks.to_vec())}
                {clock_chips(&journey.clocks)}
                p { {go(Route::Card(id), "about-the-card")} }
            }
            {given(person, journey)}
            section {
                h2 { {tr("timeline-heading")} }
                PersonTimeline { person: id, at: view.board.at, most: LATEST }
                p { {go(Route::Timeline(id), "everything-that-happened")} }
            }
            section {
                h2 { {tr("messages")} }
                p { {tr("messages-what-for")} }
                p { {go(Route::Messages(id), message_words(message).unwrap_or("messages-go"))} }
            }
            if may_ask_own_account(&view.board, id) {
                section {
                    h2 { {tr_name("own-account-may-heading", &person.name)} }
                    if waits_for_first_sign_in(journey) {
                        p { {tr_name("own-account-opened", &person.name)} }
                    } else {
                        p { {tr_name("own-account-may-text", &person.name)} }
                        p { {go(Route::OwnAccount(id), "own-account-go")} }
                    }
                }
            }
        }
    }
}

/// Whether an account of their own is open, with its temporary password on its way.
fn waits_for_first_sign_in(journey: &Journey) -> bool {
    journey.clocks.iter().any(|clock| clock.kind == ClockKind::TemporaryPassword)
}

/// A person's step in the list of their tasks.
pub(crate) fn task(
    board: &Board,
    known: &Known,
    person: &Person,
    step: Step,
    status: Status,
) -> Task {
    let offer = known.of_step(board, person.id, step).map(|standing| standing.offer());
    let stopped = is_stopped(board.household.state);
    Task {
        step,
        status: task_status(status, offer),
        tag: task_words(offer).filter(|_| !stopped),
        detail: person.journey.as_ref().and_then(|journey| detail(journey, step)),
        to: step_page(person.id, step, status, offer).filter(|_| !stopped || step == Step::Card),
    }
}

/// What a step says beside its status, if there is more to say.
fn detail(journey: &Journey, step: Step) -> Option<String> {
    let on = |id: &str, date| Some(tr_with(id, &[("day", day(date).into())]));
    match step {
        Step::Account => None,
        Step::Declaration => journey.declaration.as_ref().map(|declared| {
            tr_with(
                "declared-on",
                &[
                    ("day", day(declared.on).into()),
                    ("by", declared.by.full().into()),
                    ("reference", declared.reference.as_str().into()),
                ],
            )
        }),
        Step::Address => on("given-on", journey.address.as_ref()?.on),
        Step::Photo => match &journey.photo {
            PhotoState::None => None,
            PhotoState::Submitted { on: date, .. } => on("photo-sent-on", *date),
            PhotoState::Accepted { on: date, .. } => on("photo-accepted-on", *date),
            PhotoState::Returned { on: date, .. } => on("photo-returned-on", *date),
        },
        Step::Card => match &journey.card {
            CardState::None => None,
            CardState::Made { on: date } => on("card-made-on", *date),
            CardState::Mailed { on: date } => on("card-mailed-on", *date),
            CardState::Undelivered { on: date } => on("card-undelivered-on", *date),
            CardState::MustApply => Some(tr("card-must-apply")),
        },
    }
}

/// Proof, address and photo as they were given.
fn given(person: &Person, journey: &Journey) -> Element {
    let photo = match &journey.photo {
        PhotoState::None => None,
        PhotoState::Submitted { photo, .. }
        | PhotoState::Accepted { photo, .. }
        | PhotoState::Returned { photo, .. } => Some(*photo),
    };
    let proof = match journey.proof {
        ProofState::None => None,
        ProofState::Issued { became_resident_on, on } => Some((became_resident_on, on)),
    };
    rsx! {
        if let Some((since, on)) = proof {
            section {
                h2 { {tr("proof-heading")} }
                p { {tr_with("proof-issued", &[("since", day(since).into()), ("day", day(on).into())])} }
            }
        }
        if let Some(given) = &journey.address {
            section {
                h2 { {tr("mailing-heading")} }
                {mailing_label(&person.name.full(), &given.mailing)}
                if let Some(home) = &given.residential {
                    h3 { {tr("residential-heading")} }
                    {mailing_label(&person.name.full(), home)}
                }
                if !given.open {
                    p { class: "quiet", {tr("address-closed")} }
                }
            }
        }
        if let Some(photo) = photo {
            section {
                h2 { {tr("photo-heading")} }
                PersonPicture { person: person.id, which: Which::Sent(photo),
                    description: tr_name("photo-description", &person.name),
                }
                if matches!(journey.photo, PhotoState::Returned { .. }) {
                    p { {go(Route::Photo(person.id), "photo-see-why")} }
                }
            }
        }
    }
}
