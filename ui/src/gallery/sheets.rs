//! Sheets of parts that only show something.

use super::people::{Scene, board, mailing, now, person_id, timeline};
use crate::parts::answers::{Given, answers};
use crate::parts::arc::Arc;
use crate::parts::confirm::question;
use crate::parts::disclosure::disclosure;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon, mark};
use crate::parts::label::mailing_label;
use crate::parts::link::doors;
use crate::parts::notices::{notice, stale_text};
use crate::parts::panel::{Tone, banner};
use crate::parts::progress::work;
use crate::parts::session_warning::words;
use crate::parts::tag::{clock_chips, status_tag};
use crate::parts::tasks::{Task, task_list};
use crate::parts::timeline::entries;
use crate::parts::toast::toast;
use crate::parts::waiting::{Shape, skeleton};
use crate::route::{Route, Topic};
use crate::words::tr;
use contract::host::{SessionTime, StaleReason};
use contract::picked::{PhotoProgress, PhotoStage};
use contract::steps::{Status, Step, steps};
use dioxus::prelude::*;

/// The tokens that are colours of a ground.
const GROUNDS: [&str; 7] =
    ["paper", "sheet", "sky", "evergreen-tint", "amber-tint", "brick-tint", "moss-tint"];
const INKS: [&str; 6] = ["ink", "quiet", "evergreen", "amber", "brick", "moss"];
const SIZES: [&str; 5] = ["36", "28", "22", "18", "16"];

pub(super) fn colours() -> Element {
    rsx! {
        for ground in GROUNDS {
            div { key: "{ground}", class: "panel", style: "background: var(--{ground})",
                div {
                    for ink in INKS {
                        span { key: "{ink}", style: "color: var(--{ink}); margin-inline-end: 1rem", "{ink} / {ground}" }
                    }
                }
            }
        }
        for size in SIZES {
            p { key: "{size}", style: "font-size: var(--text-{size})", {tr("welcome-heading")} }
        }
        p { class: "code select", "K7MP-2XQD  DP-7K2M-9QXT" }
    }
}

pub(super) fn icons() -> Element {
    rsx! {
        p { {mark()} }
        for glyph in Glyph::ALL {
            p { key: "{glyph:?}", {icon(glyph)} " {glyph:?}" }
        }
    }
}

pub(super) fn drawings() -> Element {
    rsx! {
        div { style: "display: flex; flex-wrap: wrap; gap: 2rem",
            for what in Drawing::ALL {
                figure { key: "{what:?}", style: "width: 20rem", {drawing(what, "")} figcaption { "{what:?}" } }
            }
        }
    }
}

pub(super) fn buttons() -> Element {
    let states = ["", "hovered", "focused", "pressed"];
    rsx! {
        for kind in ["button", "button second", "button grave", "plain", "reveal"] {
            p { key: "{kind}", style: "display: flex; flex-wrap: wrap; gap: 1rem",
                for state in states {
                    button { key: "{state}", class: "{kind} {state}", r#type: "button", {tr("declare-first-go")} }
                }
            }
        }
        p { button { class: "button", aria_disabled: true, r#type: "button", {tr("sending")} } }
        {doors(&[(Route::Help, "door-help"), (Route::HelpOn(Topic::NoEmail), "door-no-email")])}
    }
}

pub(super) fn panels() -> Element {
    rsx! {
        for tone in Tone::ALL {
            {banner(tone, tr("declaration-stay-title"), Some(tr("declaration-stay-text")))}
        }
        {notice("notice", Glyph::Offline, stale_text(StaleReason::Offline, now()))}
        {notice("notice wrong", Glyph::Problem, tr("error-disk-full"))}
        {notice("notice plainly", Glyph::Info, tr("demonstration"))}
        {disclosure(tr("genuine-how"), rsx! { p { {tr("genuine-sender-how")} } })}
    }
}

/// A step in every state.
const STATES: [(Step, Status); 6] = [
    (Step::Account, Status::Done),
    (Step::Declaration, Status::ToDo),
    (Step::Address, Status::Waiting),
    (Step::Photo, Status::Problem),
    (Step::Card, Status::CannotStartYet),
    (Step::Card, Status::Waiting),
];

pub(super) fn tasks() -> Element {
    let list = STATES.map(|(step, status)| Task {
        step,
        status,
        tag: None,
        detail: (status == Status::Problem).then(|| tr("declaration-stay-text")),
        to: (status != Status::CannotStartYet).then_some(Route::Home),
    });
    let people = board(Scene::Returned).people;
    let journeys = people.iter().filter_map(|person| Some((person.id, person.journey.clone()?)));
    rsx! {
        p {
            for (step , status) in STATES {
                {status_tag(step, status)}
                " "
            }
        }
        // Another number than above: a list has each step once.
        {task_list(list[..5].to_vec())}
        for (id , journey) in journeys {
            div { key: "{id}",
                Arc { person: id, steps: steps(&journey) }
                {clock_chips(&journey.clocks)}
            }
        }
        Arc { person: person_id(9), steps: [STATES[0], STATES[1], STATES[2], STATES[3], STATES[4]] }
    }
}

pub(super) fn given() -> Element {
    let given = |question, lines, change| Given { question: tr(question), lines, change };
    rsx! {
        {answers(vec![
            given("address-who", vec!["Leila Haddad".into(), "Wei Chen".into()], Some((Route::Address, "field-people"))),
            given("mailing-heading", mailing().label(), Some((Route::Address, "field-mailing-street"))),
            given("photo-check-name", vec!["Mei".into()], None),
        ])}
        {mailing_label("Leila Haddad", &mailing())}
    }
}

pub(super) fn happened() -> Element {
    rsx! {
        {entries(&timeline(Scene::Cards), usize::MAX)}
        {entries(&[], usize::MAX)}
    }
}

pub(super) fn waiting() -> Element {
    rsx! {
        for shape in [Shape::Text, Shape::Cards, Shape::Lines] {
            {skeleton(shape)}
        }
        p { class: "patience", {tr("still-at-work")} }
    }
}

pub(super) fn dialogs() -> Element {
    let nothing = EventHandler::new(|()| {});
    let long = SessionTime { seconds_left: 120, can_be_extended: true };
    let last = SessionTime { seconds_left: 40, can_be_extended: false };
    rsx! {
        dialog { open: true, style: "position: static; margin: 0", {words(long, 120, nothing)} }
        dialog { open: true, style: "position: static; margin: 0", {words(last, 40, nothing)} }
        dialog { open: true, style: "position: static; margin: 0",
            {question("sample", tr("data-remove-title"), tr("data-remove-text"), tr("data-remove-act"), EventHandler::new(|_| {}))}
        }
        {toast(tr("device-data-removed"), nothing)}
    }
}

pub(super) fn photo_work() -> Element {
    let of = |stage, done, total| PhotoProgress { stage, done, total };
    let all = [
        of(PhotoStage::Reading, 14_200_000, 40_000_000),
        of(PhotoStage::Examining, 0, 0),
        of(PhotoStage::Framing, 0, 0),
        of(PhotoStage::Sending, 1_310_720, 3_500_000),
    ];
    rsx! {
        for (i , progress) in all.into_iter().enumerate() {
            div { key: "{i}", {work(Some(progress))} }
        }
    }
}
