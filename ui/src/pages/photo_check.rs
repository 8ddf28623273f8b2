//! Checking whose picture it is before it is sent, and its confirmation.

use crate::app::{App, Confirmed, Loaded};
use crate::form::{use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::photo::{Standing, heading, kind_name, standing};
use crate::pages::photo_facts::{made_of, removable, same_as};
use crate::pages::photo_parts::{declare_first, on_its_way, use_picked};
use crate::parts::answers::{Given, answers};
use crate::parts::confirmation::Confirmation;
use crate::parts::crop_editor::FRAME;
use crate::parts::link::go;
use crate::parts::page::{Page, not_now, nothing_here};
use crate::parts::panel::{Tone, remark};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::progress::PhotoWork;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person};
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::BoardView;
use contract::id::PersonId;
use contract::photo::SourceKind;
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn PhotoCheck(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let picked = use_picked(person);
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match (standing(&view.board, person), &*picked.read()) {
                (Standing::Nobody, _) => nothing_here(),
                (Standing::Sent(person, journey), _) => on_its_way(&person, &journey),
                (Standing::Open(..), Loaded::Loading) => rsx! { Waiting {} },
                (Standing::Open(..), _) if !typed.is_loaded() => rsx! { Waiting {} },
                (Standing::Open(person, journey), Loaded::Ready(Some(photo)))
                    if photo.prepared.is_some() && typed.get().kind.is_some() =>
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
    let mut work = use_signal(|| None::<PhotoProgress>);
    let id = person.id;
    let name = person.name.full();
    let send = {
        move |_| {
            let name = name.clone();
            if !form.is_busy() {
                work.set(None);
            }
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
    let stopped = !form.is_busy() && form.has_errors() && stopped_halfway(*work.read());
    let looked_at = rsx! {
        if stopped {
            {remark(Tone::Plain, tr("photo-go-on"))}
        }
        {looked_at(&board, &person, &journey, &photo, kind)}
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
            work: rsx! { PhotoWork { person: id, seen: work } },
            p { {tr("photo-final")} }
        }
    }
}

/// Whether something of the file has arrived and something has not.
fn stopped_halfway(work: Option<PhotoProgress>) -> bool {
    work.is_some_and(|seen| seen.stage == PhotoStage::Sending && seen.done > 0)
}

/// Picture and person side by side, and what the file is that goes out.
fn looked_at(
    board: &Board,
    person: &Person,
    journey: &Journey,
    photo: &PickedPhoto,
    kind: Option<SourceKind>,
) -> Element {
    let id = person.id;
    let given =
        |question, line, change| Given { question: tr(question), lines: vec![line], change };
    let kind = kind.map(|kind| tr(&format!("photo-kind-{}", kind_name(kind)))).unwrap_or_default();
    let removes: Vec<String> = if photo.removes.is_empty() {
        vec![tr("removed-nothing")]
    } else {
        photo.removes.iter().copied().map(removable).collect()
    };
    let mut lines = vec![
        given("photo-check-name", person.name.full(), None),
        given("photo-check-age", tr_with("age", &[("age", journey.age.into())]), None),
        given("photo-kind", kind, Some((Route::Photo(id), "field-kind"))),
    ];
    if let Some(made) = &photo.prepared {
        lines.push(given("photo-check-part", part(made), Some((Route::PhotoFrame(id), FRAME))));
        lines.push(given("photo-check-file", made_of(made), None));
    }
    lines.push(Given { question: tr("removed-heading"), lines: removes, change: None });
    rsx! {
        {same_as(photo, board, person)}
        div { class: "beside",
            PersonPicture { person: id, which: Which::Prepared(0),
                description: tr_name("photo-description", &person.name),
            }
            div {
                {answers(lines)}
                p { {go(Route::Photo(id), "photo-choose-other")} }
            }
        }
    }
}

/// Which part of the picture goes out.
fn part(made: &PreparedPhoto) -> String {
    match made.crop {
        None => tr("photo-part-whole"),
        Some(crop) => tr_with(
            "photo-part-of",
            &[("width", crop.width.into()), ("height", crop.height.into())],
        ),
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
