//! A person on the board: the arc, what comes next for them, what runs out, and what is wrong.

use crate::app::App;
use crate::parts::arc::Arc;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::Go;
use crate::parts::panel::{Tone, banner};
use crate::parts::tag::clock_chips;
use crate::route::Route;
use crate::view::household::{is_stopped, others_have_to_act, trouble};
use crate::view::standing::{message_words, step_page, step_words, task_status};
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, CardState, Journey, Person};
use contract::draft::DraftKey;
use contract::draft::standing::Offer;
use contract::id::PersonId;
use contract::steps::{Status, next_step, steps};
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
                {next_for_person(board, person, journey)}
            }
            {clock_chips(&journey.clocks)}
            ul { class: "more",
                li { {more(Route::Timeline(id), "what-happened", person)} }
                li { {more(Route::Messages(id), messages(board, id), person)} }
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
    let photo = DraftKey::Photo { person: person.id };
    let offer = App::here().standing(board, photo, &[person.id]).offer();
    // Another one is on its way already.
    if id == "trouble-photo-returned" && matches!(offer, Offer::Wait | Offer::Nothing) {
        return rsx! {};
    }
    let alone = board.acted_for().count() < 2;
    let concerns = if others_have_to_act(board, person.id) {
        "concerns-only-others-go-on"
    } else {
        "concerns-only"
    };
    let text = (!alone).then(|| tr_name(concerns, &person.name));
    banner(Tone::Attention, tr_name(id, &person.name), text)
}

/// What its link says of the messages about somebody.
pub(crate) fn messages(board: &Board, person: PersonId) -> &'static str {
    let page = DraftKey::Message { person };
    let offer = App::here().standing(board, page, &[person]).offer();
    message_words(offer).unwrap_or("messages")
}

fn next_for_person(board: &Board, person: &Person, journey: &Journey) -> Element {
    let known = App::here().known();
    let Some((step, status, offer)) = next_step(board, person.id, journey, &known) else {
        if !matches!(journey.card, CardState::Mailed { .. }) {
            return rsx! {};
        }
        return rsx! {
            p { class: "step-line done",
                {icon(Glyph::Done)}
                span { {tr("person-finished")} }
            }
        };
    };
    let id = step_words(step, status, offer);
    let shown = task_status(status, offer);
    rsx! {
        p { class: "step-line {shown.name()}",
            {icon(Glyph::from(shown))}
            if let Some(to) = step_page(person.id, step, status, offer) {
                {more(to, &id, person)}
            } else {
                span { {tr(&id)} }
            }
        }
    }
}
