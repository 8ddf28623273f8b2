//! Home: the household board. One sentence says what to do next; a card per person says where each
//! one stands.

use crate::app::{App, Loaded};
use crate::pages::WithBoard;
use crate::pages::person_card::person_card;
use crate::pages::waits::OutboxOnBoard;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::timeline::row;
use crate::parts::waiting::Shape;
use crate::view::household::{apart_words, called, who};
use crate::view::standing::{next_offer, next_step_of, step_page, step_words};
use crate::view::timeline::latest;
use crate::words::{moment, names, tr, tr_name, tr_with};
use contract::board::{Board, Name};
use contract::draft::standing::Offer;
use contract::host::BoardView;
use contract::id::PersonId;
use contract::steps::{Next, Status, next_with};
use contract::timeline::TimelineEntry;
use dioxus::prelude::*;

/// So many entries stand beside the board on wide windows.
const LATEST: usize = 7;

#[component]
pub(crate) fn Home() -> Element {
    rsx! {
        WithBoard { heading: tr("household-heading"), shape: Shape::Cards,
            show: move |view: BoardView| rsx! { Household { view } }
        }
    }
}

#[component]
fn Household(view: BoardView) -> Element {
    let app = App::here();
    let board = view.board;
    let number = board.household.application_number.clone();
    let alone = board.people.len() == 1;
    let refreshing = *app.refreshing.read();
    rsx! {
        Page { heading: if alone { tr("household-heading-alone") } else { tr("household-heading") },
            p { class: "under", {tr_with("application", &[("number", number.into())])} }
            {what_next(&board)}
            OutboxOnBoard { board: board.clone() }
            div { class: "board",
                div { class: "everyone",
                    ul { class: "people",
                        for person in &board.people {
                            {person_card(&board, person)}
                        }
                    }
                    {apart(&board)}
                }
                if *app.wide.read() {
                    LatestEntries { board }
                }
            }
            p { class: "as-of",
                {tr_with("as-of", &[("when", moment(view.as_of).into())])}
                button { class: "plain", r#type: "button", aria_disabled: refreshing,
                    onclick: move |_| {
                        spawn(async move {
                            app.refresh().await;
                            app.say(tr("refreshed"));
                        });
                    },
                    {icon(Glyph::Refresh)}
                    if refreshing { {tr("refreshing")} } else { {tr("refresh")} }
                }
            }
        }
    }
}

/// Those of whom this account sees nothing but who they are.
fn apart(board: &Board) -> Element {
    let people: Vec<_> =
        board.people.iter().filter(|person| person.journey.is_none()).cloned().collect();
    if people.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "apart",
            h2 { {tr("others-heading")} }
            ul { class: "rows",
                for person in people {
                    li { key: "{person.id}",
                        p { class: "row-head",
                            strong { {person.name.full()} }
                            span { class: "quiet",
                                {tr(&format!("relationship-{}", person.relationship.as_str()))}
                            }
                        }
                        p { class: "quiet", {tr_name(apart_words(board), &person.name)} }
                    }
                }
            }
        }
    }
}

/// What to do next, as a sentence, and why.
fn sentence(board: &Board, next: &Next, offer: Option<Offer>) -> (String, String) {
    let about = |id: &str, people: &[PersonId]| {
        let mut others = called(board, people);
        if who(board, people) == "us" {
            others.insert(0, tr("you-in-list"));
        }
        tr_with(
            id,
            &[
                ("who", who(board, people).into()),
                ("names", names(&others).into()),
                ("count", people.len().into()),
            ],
        )
    };
    match next {
        Next::Stopped(state) => {
            let name = state.as_str();
            (tr(&format!("household-{name}")), tr(&format!("stopped-{name}")))
        }
        Next::Declare(people) => (about("next-declare", people), tr("next-declare-why")),
        Next::GiveAddress(people) => (about("next-address", people), tr("next-address-why")),
        Next::ReplacePhoto(person) => {
            (about("next-replace-photo", &[*person]), tr("next-replace-photo-why"))
        }
        Next::AddPhoto(person) => (about("next-add-photo", &[*person]), tr("next-add-photo-why")),
        Next::Mend(person, _) => {
            let name = board.person(*person).map(|person| person.name.clone()).unwrap_or_default();
            if offer == Some(Offer::Choose) {
                (tr_name("next-choose", &name), tr("next-choose-why"))
            } else {
                (tr_name("next-mend", &name), tr("next-mend-why"))
            }
        }
        Next::Send => (tr("next-waits"), tr("next-waits-why")),
        Next::Wait => (tr("next-wait"), tr("next-wait-why")),
        Next::Finished => (tr("next-finished"), tr("next-finished-why")),
    }
}

fn what_next(board: &Board) -> Element {
    let known = App::here().known();
    let next = next_with(board, &known);
    let offer = next_offer(board, &next, &known);
    let (text, why) = sentence(board, &next, offer);
    let class = match next {
        Next::Stopped(_) | Next::ReplacePhoto(_) | Next::Mend(..) => "next attention",
        Next::Finished => "next done",
        _ => "next",
    };
    let to = next_step_of(&next).and_then(|(person, step)| {
        let button = match (&next, offer) {
            (_, Some(Offer::Continue | Offer::Check | Offer::Mend | Offer::Choose)) => {
                step_words(step, Status::ToDo, offer)
            }
            (Next::Declare(_), _) => "go-declare".to_owned(),
            (Next::GiveAddress(_), _) => "go-address".to_owned(),
            (Next::ReplacePhoto(_), _) => "go-replace-photo".to_owned(),
            _ => "go-add-photo".to_owned(),
        };
        Some((step_page(person, step, Status::ToDo, offer)?, button))
    });
    rsx! {
        section { class, aria_labelledby: "next-title",
            h2 { id: "next-title", {text} }
            p { {why} }
            if let Some((to, button)) = to {
                {go_button(to, &button)}
            }
        }
    }
}

/// The latest of everyone's timeline, for windows that have room beside the board.
#[component]
fn LatestEntries(board: Board) -> Element {
    let app = App::here();
    let mut found = use_signal(|| Loaded::<Vec<(Name, TimelineEntry)>>::Loading);
    // Asked for again when something about someone has changed, and after a failure.
    let again = matches!(&*found.read(), Loaded::Failed(_)).then_some(board.at);
    let people = board.people;
    use_effect(use_reactive!(|(people, again)| {
        let _ = again;
        let people: Vec<(PersonId, Name)> = people
            .into_iter()
            .filter(|person| person.journey.is_some())
            .map(|person| (person.id, person.name))
            .collect();
        spawn(async move {
            let mut all = Vec::new();
            for (person, name) in people {
                match app.household().timeline(person).await {
                    Ok(timeline) => all.push((name, timeline.entries)),
                    Err(problem) => {
                        found.set(Loaded::Failed(problem));
                        return;
                    }
                }
            }
            found.set(Loaded::Ready(latest(all, LATEST)));
        });
    }));
    let Loaded::Ready(entries) = found.read().clone() else {
        return rsx! {};
    };
    rsx! {
        aside { class: "latest", aria_labelledby: "latest-title",
            h2 { id: "latest-title", {tr("latest-heading")} }
            ol { class: "timeline",
                for (i , (name , entry)) in entries.iter().enumerate() {
                    {row(i, Some(name), entry, false)}
                }
            }
        }
    }
}
