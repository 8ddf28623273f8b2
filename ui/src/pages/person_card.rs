//! A person on the board: the arc, what comes next for them, what runs out, and what is wrong.

use crate::app::App;
use crate::parts::arc::Arc;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::Go;
use crate::parts::panel::{Tone, banner};
use crate::parts::tag::clock_chips;
use crate::route::Route;
use crate::view::household::{is_stopped, next_step, others_have_to_act, step_page, trouble};
use crate::view::outbox::waits;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person};
use contract::steps::{Status, steps};
use dioxus::prelude::*;

/// The card of somebody for whom this account acts; nothing for anybody else.
pub(crate) fn person_card(board: &Board, person: &Person) -> Element {
    let id = person.id;
    let kin = tr(&format!("relationship-{}", person.relationship.as_str()));
    let Some(journey) = &person.journey else { return rsx! {} };
    let stops = steps(journey);
    let done = stops.iter().filter(|(_, status)| *status == Status::Done).count();
    rsx! {
        li { key: "{id}", class: "card",
            h2 { class: "name", Go { to: Route::Person(id), {person.name.full()} } }
            p { class: "kin",
                {kin} "\u{a0}· " {tr_with("age", &[("age", journey.age.into())])}
                if id == board.me {
                    "\u{a0}· " {tr("this-is-you")}
                }
            }
            Arc { person: id, steps: stops }
            p { class: "count", {tr_with("steps-done", &[("done", done.into()), ("all", stops.len().into())])} }
            {trouble_banner(board, person)}
            {unread(person, journey)}
            if !is_stopped(board.household.state) {
                {next_for_person(person, journey)}
            }
            {clock_chips(&journey.clocks)}
            ul { class: "more",
                li { {more(Route::Timeline(id), "what-happened", person)} }
                li { {more(Route::Messages(id), "messages", person)} }
                li { {more(Route::Card(id), "about-the-card", person)} }
            }
        }
    }
}

/// A link whose words stand on several cards; the name tells them apart.
fn more(to: Route, id: &str, person: &Person) -> Element {
    rsx! {
        Go { to,
            span { {tr(id)} }
            span { class: "unseen", " " {tr_name("for-person", &person.name)} }
        }
    }
}

/// That officers wrote something that was not read yet, with the way to it.
pub(crate) fn unread(person: &Person, journey: &Journey) -> Element {
    if journey.unread_messages == 0 {
        return rsx! {};
    }
    let words = tr_with("messages-unread", &[("count", journey.unread_messages.into())]);
    rsx! {
        p { class: "step-line to-do",
            {icon(Glyph::Letter)}
            Go { to: Route::Messages(person.id),
                span { {words} }
                span { class: "unseen", " " {tr_name("for-person", &person.name)} }
            }
        }
    }
}

/// What is wrong, whom it concerns, and that nobody else is held up.
pub(crate) fn trouble_banner(board: &Board, person: &Person) -> Element {
    let Some(id) = person.journey.as_ref().and_then(trouble) else {
        return rsx! {};
    };
    let alone = board.acted_for().count() < 2;
    let concerns = if others_have_to_act(board, person.id) {
        "concerns-only-others-go-on"
    } else {
        "concerns-only"
    };
    let text = (!alone).then(|| tr_name(concerns, &person.name));
    banner(Tone::Attention, tr_name(id, &person.name), text)
}

fn next_for_person(person: &Person, journey: &Journey) -> Element {
    let Some((step, status)) = next_step(journey) else {
        return rsx! {
            p { class: "step-line done",
                {icon(Glyph::Done)}
                span { {tr("person-finished")} }
            }
        };
    };
    if waits(&App::here().outbox.read(), person.id, step) {
        return rsx! {
            p { class: "step-line waiting",
                {icon(Glyph::Waiting)}
                if let Some(to) = step_page(person.id, journey, step, status) {
                    {more(to, &format!("next-{}-waits", step.name()), person)}
                }
            }
        };
    }
    let id = format!("next-{}-{}", step.name(), status.name());
    rsx! {
        p { class: "step-line {status.name()}",
            {icon(Glyph::from(status))}
            if let Some(to) = step_page(person.id, journey, step, status) {
                {more(to, &id, person)}
            } else {
                span { {tr(&id)} }
            }
        }
    }
}
