//! Everything that happened to one person, and what comes next.

use crate::pages::WithPerson;
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::parts::tag::clock_chips;
use crate::parts::timeline::PersonTimeline;
use crate::route::Route;
use crate::words::{tr, tr_name};
use contract::board::{Journey, Person};
use contract::host::BoardView;
use contract::id::PersonId;
use dioxus::prelude::*;

#[component]
pub(crate) fn TimelinePage(person: PersonId) -> Element {
    rsx! {
        WithPerson { person,
            show: move |(view, person, journey): (BoardView, Person, Journey)| rsx! {
                Page { heading: tr_name("timeline-of", &person.name), back: Route::Person(person.id),
                    p { class: "under", {person.name.full()} }
                    {clock_chips(&journey.clocks)}
                    section {
                        PersonTimeline { person: person.id, at: view.board.at }
                    }
                    p { class: "quiet", {tr("timeline-mail")} }
                    p { {go(Route::Card(person.id), "about-the-card")} }
                }
            }
        }
    }
}
