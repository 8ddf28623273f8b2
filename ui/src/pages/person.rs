//! One person: the five steps as a task list, what was given, what happened and what comes next.

use crate::app::App;
use crate::pages::WithBoard;
use crate::pages::person_card::{Clocks, TroubleBanner, status_words};
use crate::pages::timeline::PersonTimeline;
use crate::parts::arc::Arc;
use crate::parts::icon::{Glyph, Icon};
use crate::parts::label::MailingLabel;
use crate::parts::link::Go;
use crate::parts::page::{NothingHere, Page};
use crate::parts::picture::{PersonPicture, Which};
use crate::route::Route;
use crate::view::household::{is_stopped, step_page};
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{CardState, Journey, Person, PhotoState, ProofState};
use contract::host::BoardView;
use contract::id::PersonId;
use contract::steps::{Status, Step, steps};
use dioxus::prelude::*;

#[component]
pub(crate) fn PersonPage(person: PersonId) -> Element {
    rsx! {
        WithBoard { heading: tr("person-heading-loading"),
            show: move |view: BoardView| match view.board.person(person).cloned() {
                Some(person) => rsx! { Shown { view, person } },
                None => rsx! { NothingHere {} },
            }
        }
    }
}

#[component]
fn Shown(view: BoardView, person: Person) -> Element {
    let app = App::here();
    let kin = tr(&format!("relationship-{}", person.relationship.as_str()));
    let Some(journey) = person.journey.clone() else {
        return rsx! {
            Page { heading: person.name.full(), back: Route::Home,
                p { class: "under", {kin} }
                p { class: "lead", {tr_name("own-account", &person.name)} }
            }
        };
    };
    let state = view.board.household.state;
    let stopped = is_stopped(state);
    let open = *app.signed_in.read() && !stopped;
    rsx! {
        Page { heading: person.name.full(), back: Route::Home,
            p { class: "under", {kin} " · " {tr_with("age", &[("age", journey.age.into())])} }
            if stopped {
                div { class: "panel attention",
                    Icon { glyph: Glyph::Problem }
                    p { {tr(&format!("stopped-{}", state.as_str()))} }
                }
            }
            TroubleBanner { board: view.board.clone(), person: person.clone() }
            section {
                h2 { {tr("steps-heading")} }
                Arc { person: person.id, steps: steps(&journey) }
                ol { class: "tasks",
                    for (step , status) in steps(&journey) {
                        Task { key: "{step:?}", person: person.id, journey: journey.clone(), step, status, open }
                    }
                }
                Clocks { clocks: journey.clocks.clone() }
            }
            Given { person: person.clone(), journey }
            section {
                h2 { {tr("timeline-heading")} }
                PersonTimeline { person, at: view.board.at }
            }
        }
    }
}

/// What a step says beside its status, if there is more to say.
fn detail(journey: &Journey, step: Step) -> Option<String> {
    let on = |id: &str, date| tr_with(id, &[("day", day(date).into())]);
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
        Step::Address => journey.address.as_ref().map(|given| on("given-on", given.on)),
        Step::Photo => match &journey.photo {
            PhotoState::None => None,
            PhotoState::Submitted { on: date, .. } => Some(on("photo-sent-on", *date)),
            PhotoState::Accepted { on: date, .. } => Some(on("photo-accepted-on", *date)),
            PhotoState::Returned { on: date, .. } => Some(on("photo-returned-on", *date)),
        },
        Step::Card => match &journey.card {
            CardState::None => None,
            CardState::Made { on: date } => Some(on("card-made-on", *date)),
            CardState::Mailed { on: date } => Some(on("card-mailed-on", *date)),
            CardState::Undelivered { on: date } => Some(on("card-undelivered-on", *date)),
            CardState::MustApply => Some(tr("card-must-apply")),
        },
    }
}

#[component]
fn Task(person: PersonId, journey: Journey, step: Step, status: Status, open: bool) -> Element {
    let to = step_page(person, &journey, step, status).filter(|_| open);
    let name = tr(&format!("step-{}", step.name()));
    rsx! {
        li { class: "task {status.name()}",
            Icon { glyph: Glyph::from(status) }
            div {
                p { class: "task-name",
                    if let Some(to) = to {
                        Go { to, {name} }
                    } else {
                        {name}
                    }
                }
                if let Some(text) = detail(&journey, step) {
                    p { class: "quiet", {text} }
                }
            }
            p { class: "task-status", {status_words(step, status)} }
        }
    }
}

/// Proof, address and photo as they were given.
#[component]
fn Given(person: Person, journey: Journey) -> Element {
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
        if let Some(given) = journey.address {
            section {
                h2 { {tr("mailing-heading")} }
                MailingLabel { name: person.name.full(), address: given.mailing }
                if let Some(home) = given.residential {
                    h3 { {tr("residential-heading")} }
                    MailingLabel { name: person.name.full(), address: home }
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
            }
        }
    }
}
