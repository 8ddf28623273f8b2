//! A person on the board: the arc, what comes next for them, what runs out, and what is wrong.

use crate::parts::arc::Arc;
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::Go;
use crate::route::Route;
use crate::view::household::{is_stopped, next_step, others_have_to_act, step_page, trouble};
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{Board, Clock, Journey, Person};
use contract::steps::{Status, Step, steps};
use dioxus::prelude::*;

#[component]
pub(crate) fn PersonCard(board: Board, person: Person) -> Element {
    let id = person.id;
    let kin = tr(&format!("relationship-{}", person.relationship.as_str()));
    let Some(journey) = person.journey.clone() else {
        return rsx! {
            li { class: "card",
                h2 { class: "name", {person.name.full()} }
                p { class: "kin", {kin} }
                p { class: "quiet", {tr_name("own-account", &person.name)} }
            }
        };
    };
    let stops = steps(&journey);
    let done = stops.iter().filter(|(_, status)| *status == Status::Done).count();
    let stopped = is_stopped(board.household.state);
    let clocks = journey.clocks.clone();
    rsx! {
        li { class: "card",
            h2 { class: "name", Go { to: Route::Person(id), {person.name.full()} } }
            p { class: "kin",
                {kin} " · " {tr_with("age", &[("age", journey.age.into())])}
                if id == board.me {
                    " · " {tr("this-is-you")}
                }
            }
            Arc { person: id, steps: stops }
            p { class: "count", {tr_with("steps-done", &[("done", done.into()), ("all", stops.len().into())])} }
            TroubleBanner { board, person: person.clone() }
            if !stopped {
                NextForPerson { person, journey }
            }
            Clocks { clocks }
        }
    }
}

/// What is wrong, whom it concerns, and that nobody else is held up.
#[component]
pub(crate) fn TroubleBanner(board: Board, person: Person) -> Element {
    let found = person.journey.as_ref().and_then(trouble);
    let Some(id) = found else {
        return rsx! {};
    };
    let alone = board.acted_for().count() < 2;
    let concerns = if others_have_to_act(&board, person.id) {
        "concerns-only-others-go-on"
    } else {
        "concerns-only"
    };
    rsx! {
        div { class: "panel attention",
            Icon { glyph: Glyph::Problem }
            div {
                p { strong { {tr_name(id, &person.name)} } }
                if !alone {
                    p { {tr_name(concerns, &person.name)} }
                }
            }
        }
    }
}

#[component]
fn NextForPerson(person: Person, journey: Journey) -> Element {
    let Some((step, status)) = next_step(&journey) else {
        return rsx! {
            p { class: "step-line done",
                Icon { glyph: Glyph::Done }
                span { {tr("person-finished")} }
            }
        };
    };
    let words = tr(&format!("next-{}-{}", step.name(), status.name()));
    rsx! {
        p { class: "step-line {status.name()}",
            Icon { glyph: Glyph::from(status) }
            if let Some(to) = step_page(person.id, &journey, step, status) {
                Go { to,
                    span { {words} }
                    // The same words stand on several cards; the name tells them apart.
                    span { class: "unseen", " " {tr_name("for-person", &person.name)} }
                }
            } else {
                span { {words} }
            }
        }
    }
}

/// What runs out, with the day it ends.
#[component]
pub(crate) fn Clocks(clocks: Vec<Clock>) -> Element {
    if clocks.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "chips",
            for clock in clocks {
                li { key: "{clock.kind:?}", class: if clock.days_left < 8 { "chip soon" } else { "chip" },
                    Icon { glyph: Glyph::Clock }
                    span {
                        {tr_with(&format!("clock-{}", clock.kind.as_str()), &[("day", day(clock.ends_on).into())])}
                        span { class: "left",
                            {tr_with("days-left", &[("days", clock.days_left.into())])}
                        }
                    }
                }
            }
        }
    }
}

/// The words for a step's status on a person's page.
pub(crate) fn status_words(step: Step, status: Status) -> String {
    // Waiting for the card is waiting for its making, not for an officer's look.
    if step == Step::Card && status == Status::Waiting {
        tr("status-card-waiting")
    } else {
        tr(&format!("status-{}", status.name()))
    }
}
