//! Choosing the part of a picture that becomes the photo. What is chosen is kept with every change;
//! the photo is made of it when the form is sent.

use crate::app::{App, Loaded};
use crate::form::{Typed, use_form, use_typed};
use crate::pages::WithBoard;
#[cfg(feature = "household")]
use crate::pages::conflict::{NotChosen, both};
#[cfg(feature = "household")]
use crate::pages::photo::in_conflict;
use crate::pages::photo::{PhotoOf, photo_of};
use crate::pages::photo_findings::{Asked, Judged, room_for_head, use_judged};
use crate::pages::photo_parts::use_picked;
use crate::parts::crop_editor::{CropEditor, HELP};
use crate::parts::crop_fields::{CropNumbers, CropSize, CropSteps, HeadInFrame, HeadSearch};
use crate::parts::link::Submit;
#[cfg(feature = "household")]
use crate::parts::page::nothing_here;
use crate::parts::page::{Page, not_now};
use crate::parts::progress::PhotoWork;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::findings::proposed;
use crate::view::framing::{begun, ground};
use crate::view::head::Head;
use crate::view::numbers::Numbers;
use crate::words::{tr, tr_name};
use contract::board::Person;
use contract::crop::Crop;
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::BoardView;
use contract::id::PersonId;
use contract::picked::PickedPhoto;
use dioxus::prelude::*;

#[component]
pub(crate) fn PhotoFrame(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let picked = use_picked(person);
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match (photo_of(&view.board, person), &*picked.read()) {
                (PhotoOf::Instead(page), _) => page,
                (PhotoOf::Open(..), Loaded::Loading) => rsx! { Waiting {} },
                (PhotoOf::Open(..), _) if !typed.is_loaded() => rsx! { Waiting {} },
                #[cfg(feature = "household")]
                (PhotoOf::Open(person, _), _) if in_conflict(person.id) => {
                    let heading = tr_name("photo-of", &person.name);
                    let back = Route::Photo(person.id);
                    both(heading, back, &view.board, typed).unwrap_or_else(nothing_here)
                }
                (PhotoOf::Open(person, _), Loaded::Ready(Some(photo)))
                    if begun(ground(photo.width, photo.height), None, None, None).is_some() =>
                {
                    rsx! { Framing { person: *person, photo: photo.clone(), typed } }
                }
                // Nothing is here that a part could be chosen of.
                (PhotoOf::Open(person, _) | PhotoOf::Stopped(person, _), _) => not_now(
                    tr_name("photo-of", &person.name),
                    tr("photo-nothing-to-frame"),
                    Route::Photo(person.id),
                    "photo-go-back",
                ),
            }
        }
    }
}

#[component]
fn Framing(person: Person, photo: PickedPhoto, typed: Typed<PhotoDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut numbers = use_signal(|| None::<Numbers>);
    let mut work = use_signal(|| None);
    let (id, width, height) = (person.id, photo.width, photo.height);
    let made = photo.prepared.as_ref().and_then(|made| made.crop);
    let judged = use_judged(id, Some(Asked::source(&photo, typed.get().kind)));
    let (head, fitting, search, room) = match &*judged.read() {
        Judged::Waiting => (None, None, HeadSearch::UnderWay, None),
        Judged::Overdue | Judged::Failed => (None, None, HeadSearch::InVain, None),
        Judged::Done(found) => {
            let head = Head::of(found);
            let search = head.map_or(HeadSearch::InVain, HeadSearch::Found);
            (head, proposed(found), search, room_for_head(found))
        }
    };
    let ground = ground(width, height);
    // What was chosen stays: the proposal only takes the place of the largest frame.
    let Some(crop) = begun(ground, typed.get().crop, made, fitting) else {
        return rsx! {};
    };
    let fitting = fitting.filter(|part| begun(ground, Some(*part), None, None) == Some(*part));
    let keep = move |next: Crop| typed.change(|draft| draft.crop = Some(next));
    // What is dragged takes the place of what was typed, and of what was wrong with that.
    let drag = move |next: Crop| {
        numbers.set(None);
        if form.has_errors() {
            form.clear();
        }
        keep(next);
    };
    // Without a word on what the picture is, that is asked first.
    let next = if typed.get().kind.is_some() { Route::PhotoCheck(id) } else { Route::Photo(id) };
    let make = move |part: Option<Crop>| {
        work.set(None);
        form.send(move || {
            let part = match (part, &*numbers.peek()) {
                (Some(_), Some(typed)) => Some(typed.check(ground)?),
                (part, _) => part,
            };
            Ok(Box::pin(async move {
                app.household().frame_photo(id, part).await?;
                app.go(next);
                Ok(())
            }))
        });
    };
    #[cfg(feature = "household")]
    let brought_back = rsx! {
        NotChosen { draft: typed.key(),
            back: move |other| {
                // Numbers that were typed would hide its part.
                numbers.set(None);
                form.clear();
                typed.take(other);
            },
        }
    };
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let mut make_of_part = make;
    let mut make_of_all = make;
    rsx! {
        Page { heading: tr("photo-frame-heading"), back: Route::Photo(id), form,
            p { class: "lead", {tr("photo-frame-lead")} }
            {brought_back}
            {room}
            form { class: "framing", novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    make_of_part(Some(crop));
                },
                div { class: "framing-parts",
                    div { class: "framing-picture",
                        CropEditor { person: id, width, height, crop, head,
                            description: tr_name("photo-description", &person.name), change: drag,
                        }
                        {legend()}
                        p { id: HELP, class: "quiet", {tr("crop-help")} }
                    }
                    div { class: "framing-hands",
                        HeadInFrame { search, crop }
                        CropSteps { width, height, crop, fitting, change: drag }
                        CropSize { width, height, crop }
                        CropNumbers { form, width, height, crop, numbers, change: keep }
                    }
                }
                if photo.obstacles.is_none() {
                    p {
                        button { id: "frame-whole", class: "plain", r#type: "button",
                            onclick: move |_| make_of_all(None),
                            {tr("photo-frame-whole")}
                        }
                    }
                }
                Submit { form, label: tr("photo-frame-use"), busy_label: tr("photo-one-moment"),
                    work: rsx! { PhotoWork { person: id, seen: work } },
                }
            }
        }
    }
}

/// What the marks in the frame mean.
fn legend() -> Element {
    rsx! {
        div { class: "marks-legend",
            svg { class: "marks-key", view_box: "0 0 40 56", "aria-hidden": "true",
                rect { class: "paper", x: "1", y: "1", width: "38", height: "54" }
                rect { class: "band", x: "1", y: "8", width: "38", height: "4" }
                rect { class: "band", x: "1", y: "35", width: "38", height: "4" }
                path { d: "M20 10C11 10 11 23 13 29C15 35 18 37 20 37C22 37 25 35 27 29C29 23 29 10 20 10Z" }
            }
            p { {tr("crop-legend")} }
        }
    }
}
