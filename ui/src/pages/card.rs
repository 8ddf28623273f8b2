//! A person's card: where it stands, what runs out, where it goes, and what to do when it did not
//! arrive or must be applied for.

use crate::app::App;
use crate::pages::WithPerson;
use crate::pages::person::task;
use crate::pages::person_card::trouble_banner;
use crate::parts::contact::{contact, official_page};
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::label::mailing_label;
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, banner};
use crate::parts::tag::clock_chips;
use crate::parts::tasks::task_list;
use crate::route::Route;
use crate::view::card::{CardStage, card_stage};
use crate::view::household::is_stopped;
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{Board, CardState, Journey, Person};
use contract::host::BoardView;
use contract::id::PersonId;
use contract::policy::Policy;
use contract::steps::{Status, Step};
use dioxus::prelude::*;
use jiff::civil::Date;

#[component]
pub(crate) fn CardPage(person: PersonId) -> Element {
    rsx! {
        WithPerson { person,
            show: move |(view, person, journey): (BoardView, Person, Journey)| {
                let stopped = is_stopped(view.board.household.state);
                rsx! {
                    Page { heading: tr_name("card-of", &person.name), back: Route::Person(person.id),
                        p { class: "under", {person.name.full()} }
                        {trouble_banner(&view.board, &person)}
                        {stage(&view.board, &person, &journey)}
                        {clock_chips(&journey.clocks)}
                        {goes_to(&person, &journey, stopped)}
                        p { {go(Route::Timeline(person.id), "everything-that-happened")} }
                    }
                }
            }
        }
    }
}

/// Where it stands, and what to do.
fn stage(board: &Board, person: &Person, journey: &Journey) -> Element {
    let on = |id: &str, date: Date| tr_with(id, &[("day", day(date).into())]);
    match card_stage(journey, &Policy::PROGRAMME) {
        CardStage::Needs(missing) => needs(board, person, missing),
        CardStage::BeingMade(by) => {
            banner(Tone::Plain, on("card-being-made", by), Some(tr("card-being-made-text")))
        }
        CardStage::Made(date) => {
            banner(Tone::Done, on("card-made-on", date), Some(tr("card-made-text")))
        }
        CardStage::Mailed(date) => rsx! {
            {drawing(Drawing::Card, "small fresh")}
            {banner(Tone::Done, on("card-mailed-on", date), Some(tr("card-mailed-text")))}
        },
        CardStage::Undelivered(date) => rsx! {
            p { class: "lead", {on("card-came-back-on", date)} }
            section {
                h2 { {tr("what-to-do-heading")} }
                ol { class: "next-steps",
                    li { {tr("card-undelivered-check")} }
                    li { {tr("card-undelivered-write")} }
                    li { {tr("card-undelivered-again")} }
                }
                {contact()}
            }
        },
        CardStage::MustApply => rsx! {
            section {
                h2 { {tr("what-to-do-heading")} }
                p { {tr("card-must-apply-text")} }
                {official_page()}
                p { {tr("card-must-apply-status")} }
            }
        },
    }
}

/// What is missing before it can be made.
fn needs(board: &Board, person: &Person, missing: Vec<(Step, Status)>) -> Element {
    let known = App::here().known();
    let tasks = missing.into_iter().map(|(step, status)| task(board, &known, person, step, status));
    rsx! {
        p { class: "lead", {tr("card-needs")} }
        {task_list(tasks.collect())}
        p { class: "quiet", {tr_with("card-needs-then", &[("days", Policy::PROGRAMME.card_made_days.into())])} }
    }
}

/// The address that it goes to.
fn goes_to(person: &Person, journey: &Journey, stopped: bool) -> Element {
    let Some(given) = journey.address.as_ref().filter(|_| journey.card != CardState::MustApply)
    else {
        return rsx! {};
    };
    rsx! {
        section {
            h2 { {tr("card-goes-to")} }
            {mailing_label(&person.name.full(), &given.mailing)}
            if given.open && !stopped {
                p { {go(Route::Address, "card-change-address")} }
            } else if !given.open {
                p { class: "quiet", {tr("address-closed")} }
            }
        }
    }
}
