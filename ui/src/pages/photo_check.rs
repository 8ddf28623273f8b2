//! Checking whose picture it is before it is sent, and its confirmation.

use crate::app::{App, Confirmed, Loaded};
use crate::form::{use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::photo::{Standing, heading, kind_name, standing};
use crate::pages::photo_parts::{declare_first, facts_of, on_its_way};
use crate::parts::answers::{Given, answers};
use crate::parts::confirmation::Confirmation;
use crate::parts::link::go;
use crate::parts::page::{Page, not_now, nothing_here};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person};
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::{BoardView, PickedPhoto};
use contract::id::PersonId;
use contract::photo::SourceKind;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn PhotoCheck(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let app = App::here();
    let mut picked = use_signal(|| Loaded::<Option<PickedPhoto>>::Loading);
    use_future(move || async move {
        let answer = app.household().picked_photo(person).await;
        picked.set(Loaded::Ready(answer.ok().flatten()));
    });
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match (standing(&view.board, person), &*picked.read()) {
                (Standing::Nobody, _) => nothing_here(),
                (Standing::Sent(person, journey), _) => on_its_way(&person, &journey),
                (Standing::Open(..), Loaded::Loading) => rsx! { Waiting {} },
                (Standing::Open(person, journey), Loaded::Ready(Some(photo)))
                    if photo.refusals.is_empty() && typed.get().kind.is_some() =>
                {
                    let (photo, kind) = (photo.clone(), typed.get().kind);
                    rsx! { Check { board: view.board, person, journey, photo, kind } }
                }
                // What was kept cannot be sent (any more): back to choosing.
                (Standing::Open(person, _) | Standing::Stopped(person, _), _) => not_now(
                    tr_name("photo-of", &person.name),
                    tr("photo-incomplete"),
                    Route::Photo(person.id),
                    "photo-go-back",
                ),
            }
        }
    }
}

#[component]
fn Check(
    board: Board,
    person: Person,
    journey: Journey,
    photo: PickedPhoto,
    kind: Option<SourceKind>,
) -> Element {
    let mut app = App::here();
    let form = use_form();
    let id = person.id;
    let name = person.name.full();
    let send = {
        let name = name.clone();
        move |_| {
            let name = name.clone();
            form.send(|| {
                Ok(Box::pin(async move {
                    let receipt = app.household().submit_photo(id).await?;
                    app.confirmed.set(Some(Confirmed {
                        reference: receipt.reference,
                        at: receipt.at,
                        people: vec![name],
                    }));
                    app.discard(DraftKey::Photo { person: id });
                    app.refresh_soon();
                    app.go(Route::PhotoDone(id));
                    Ok(())
                }))
            });
        }
    };
    let given =
        |question, line, change| Given { question: tr(question), lines: vec![line], change };
    let kind = kind.map(|kind| tr(&format!("photo-kind-{}", kind_name(kind)))).unwrap_or_default();
    let looked_at = rsx! {
        div { class: "beside",
            PersonPicture { person: id, which: Which::Picked(0),
                description: tr_name("photo-description", &person.name),
            }
            div {
                {answers(vec![
                    given("photo-check-name", name, None),
                    given("photo-check-age", tr_with("age", &[("age", journey.age.into())]), None),
                    given("photo-kind", kind, Some((Route::Photo(id), "field-kind"))),
                ])}
                {facts_of(&photo)}
                p { {go(Route::Photo(id), "photo-choose-other")} }
            }
        }
    };
    let heading = heading("photo-check-heading", &board, &person);
    if journey.declaration.is_none() {
        return rsx! {
            Page { heading, back: Route::Photo(id), {looked_at} {declare_first()} }
        };
    }
    rsx! {
        Question { heading, back: Route::Photo(id), form, label: tr("photo-send"), send,
            before: looked_at,
            p { {tr("photo-final")} }
        }
    }
}

/// The photo was sent.
#[component]
pub(crate) fn PhotoDone(person: PersonId) -> Element {
    let days = Policy::PROGRAMME.review_days;
    rsx! {
        Confirmation { heading: tr("photo-done-heading"),
            next: vec![
                tr_with("photo-done-review", &[("days", days.into())]),
                tr("photo-done-mail"),
                tr("photo-done-returned"),
            ],
            p { class: "no-print", {go(Route::Person(person), "photo-done-follow")} }
        }
    }
}
