//! The arc: a person's five steps as the mark's own line, coming down onto the ground. Its words
//! stand beside it; it draws itself once when a step was done.

use crate::view::arc::{STOPS, path_to, stop};
use crate::words::tr_with;
use contract::steps::{Status, Step};
use dioxus::prelude::*;

/// The progress of one person.
#[component]
pub(crate) fn Arc(steps: [(Step, Status); 5]) -> Element {
    let done = steps
        .iter()
        .filter(|(_, status)| *status == Status::Done)
        .count();
    // Done steps need not be the first ones; the line is drawn as far as they go without a gap.
    let reached = steps
        .iter()
        .take_while(|(_, status)| *status == Status::Done)
        .count();
    let label = tr_with(
        "steps-done",
        &[("done", done.into()), ("all", STOPS.into())],
    );
    rsx! {
        svg { class: "arc", view_box: "0 0 320 76", role: "img", "aria-label": label, fill: "none",
            path { class: "ground", d: "M196 70H316" }
            path { class: "track", d: path_to(STOPS - 1) }
            if reached > 1 {
                path { key: "{reached}", class: "done", d: path_to(reached - 1), "pathLength": "1" }
            }
            for (i , (step , status)) in steps.into_iter().enumerate() {
                {
                    let (x, y) = stop(i);
                    rsx! {
                        g { key: "{step:?}", class: "stop {status.name()}", transform: "translate({x:.1} {y:.1})",
                            Stop { status }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Stop(status: Status) -> Element {
    match status {
        Status::Done => rsx! {
            circle { r: "10" }
            path { class: "sign", d: "M-4.5 .5l3 3l6-6.5" }
        },
        Status::ToDo => rsx! {
            circle { r: "9" }
        },
        Status::Waiting => rsx! {
            circle { r: "9" }
            path { class: "sign", d: "M0 -4.5V.5L3.5 2.5" }
        },
        Status::CannotStartYet => rsx! {
            circle { r: "6" }
        },
        Status::Problem => rsx! {
            path { class: "plate", d: "M0 -12L12 9H-12Z" }
            path { class: "sign", d: "M0 -4V2M0 5.4V5.6" }
        },
    }
}
