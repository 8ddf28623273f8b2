//! Checking whose picture it is before it is sent, and its confirmation.

use crate::app::{App, Confirmed, Loaded};
use crate::form::{use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::photo::{Standing, heading, standing};
use crate::pages::photo_parts::{DeclareFirst, Facts, OnItsWay};
use crate::parts::link::{Go, GoButton, Submit};
use crate::parts::page::{Confirmation, NothingHere, Page, Waiting};
use crate::parts::picture::{PersonPicture, Which};
use crate::route::Route;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person};
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::{BoardView, PickedPhoto};
use contract::id::PersonId;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn PhotoCheck(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let app = App::here();
    let mut picked = use_signal(|| Loaded::<Option<PickedPhoto>>::Loading);
    use_future(move || async move {
        let answer = app.host().picked_photo(person).await;
        picked.set(Loaded::Ready(answer.ok().flatten()));
    });
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match (standing(&view.board, person), &*picked.read()) {
                (Standing::Nobody, _) => rsx! { NothingHere {} },
                (Standing::Sent(person, journey), _) => rsx! { OnItsWay { person, journey } },
                (Standing::Open(person, journey), Loaded::Ready(Some(photo)))
                    if photo.refusals.is_empty() && typed.get().kind.is_some() =>
                {
                    rsx! { Check { board: view.board, person, journey, photo: photo.clone() } }
                }
                (Standing::Open(..), Loaded::Loading) => rsx! { Waiting {} },
                (Standing::Open(person, _) | Standing::Stopped(person, _), _) => {
                    rsx! { Incomplete { person } }
                }
            }
        }
    }
}

/// What was kept cannot be sent (any more): back to choosing.
#[component]
fn Incomplete(person: Person) -> Element {
    rsx! {
        Page { heading: tr_name("photo-of", &person.name), back: Route::Home,
            p { class: "lead", {tr("photo-incomplete")} }
            GoButton { to: Route::Photo(person.id), {tr("photo-go-back")} }
        }
    }
}

#[component]
fn Check(board: Board, person: Person, journey: Journey, photo: PickedPhoto) -> Element {
    let mut app = App::here();
    let form = use_form();
    let id = person.id;
    let name = person.name.full();
    let submit = {
        let name = name.clone();
        move |event: FormEvent| {
            event.prevent_default();
            if !form.begin() {
                return;
            }
            let name = name.clone();
            spawn(async move {
                app.settle().await;
                match app.host().submit_photo(id).await {
                    Ok(receipt) => {
                        app.confirmed.set(Some(Confirmed {
                            reference: receipt.reference,
                            at: receipt.at,
                            people: vec![name],
                        }));
                        app.discard(DraftKey::Photo { person: id });
                        app.refresh_soon();
                        app.go(Route::PhotoDone(id));
                    }
                    Err(problem) => form.refuse(problem),
                }
            });
        }
    };
    rsx! {
        Page { heading: heading("photo-check-heading", &board, &person), back: Route::Photo(id), form,
            div { class: "beside",
                PersonPicture { person: id, which: Which::Picked(0),
                    description: tr_name("photo-description", &person.name),
                }
                div {
                    dl { class: "facts",
                        div { dt { {tr("photo-check-name")} } dd { {name} } }
                        div { dt { {tr("photo-check-age")} } dd { {tr_with("age", &[("age", journey.age.into())])} } }
                    }
                    Facts { photo }
                    p { Go { to: Route::Photo(id), {tr("photo-choose-other")} } }
                }
            }
            if journey.declaration.is_none() {
                DeclareFirst {}
            } else {
                form { novalidate: true, onsubmit: submit,
                    p { {tr("photo-final")} }
                    Submit { form, label: tr("photo-send") }
                }
            }
        }
    }
}

/// The photo was sent.
#[component]
pub(crate) fn PhotoDone(person: PersonId) -> Element {
    let days = Policy::PROGRAMME.review_days;
    rsx! {
        Confirmation { heading: tr("photo-done-heading"),
            section {
                h2 { {tr("what-next-heading")} }
                ol {
                    li { {tr_with("photo-done-review", &[("days", days.into())])} }
                    li { {tr("photo-done-mail")} }
                    li { {tr("photo-done-returned")} }
                }
                p { class: "no-print", Go { to: Route::Person(person), {tr("photo-done-follow")} } }
            }
        }
    }
}
