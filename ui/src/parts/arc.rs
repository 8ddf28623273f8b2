//! The arc: a person's five steps as the mark's own line, coming down onto the ground. Its words
//! stand beside it; it draws itself once when a step was done.

use crate::app::App;
use crate::view::arc::{STOPS, path_to, stop};
use crate::words::tr_with;
use contract::id::PersonId;
use contract::steps::{Status, Step};
use dioxus::prelude::*;

/// The progress of one person.
#[component]
pub(crate) fn Arc(person: PersonId, steps: [(Step, Status); 5]) -> Element {
    let app = App::here();
    let seen = use_hook(|| app.drawn_to(person));
    let done = steps.iter().filter(|(_, status)| *status == Status::Done).count();
    // Done steps need not be the first ones; the line is drawn as far as they go without a gap.
    let reached = steps.iter().take_while(|(_, status)| *status == Status::Done).count();
    let label = tr_with("steps-done", &[("done", done.into()), ("all", STOPS.into())]);
    use_effect(use_reactive!(|(person, reached)| app.note_drawn(person, reached)));
    let line = if seen.is_some_and(|seen| seen < reached) { "done fresh" } else { "done" };
    rsx! {
        svg { class: "arc", view_box: "0 0 320 76", role: "img", "aria-label": label, fill: "none",
            path { class: "ground", d: "M226 62H318" }
            path { class: "track", d: path_to(STOPS - 1) }
            // A longer line is another line, so that it draws itself again.
            for stops in [reached] {
                if stops > 1 {
                    path { key: "{stops}", class: line, d: path_to(stops - 1), "pathLength": "1" }
                }
            }
            for (i , (step , status)) in steps.into_iter().enumerate() {
                {
                    let (x, y) = stop(i);
                    rsx! {
                        g { key: "{step:?}", class: "stop {status.name()}", transform: "translate({x:.1} {y:.1})",
                            {sign(status)}
                        }
                    }
                }
            }
        }
    }
}

fn sign(status: Status) -> Element {
    match status {
        Status::Done => rsx! {
            circle { r: "10" }
            path { class: "sign", d: "M-4.5 .5l3 3l6-6.5" }
        },
        Status::ToDo => rsx! {
            circle { r: "9" }
        },
        Status::Waiting => rsx! {
            circle { r: "10" }
            path { class: "sign thin", d: "M-3.5-5H3.5M-3.5 5H3.5M-2.6-5C-2.6-1 2.6 1 2.6 5M2.6-5C2.6-1-2.6 1-2.6 5" }
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
