//! Parts of the photo's pages: what is allowed, what an officer said, and what stands there once a
//! photo is on its way or cannot be chosen; and fetching what was picked.

use crate::app::{App, Loaded};
use crate::pages::waits::waits_page;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, panel};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::pointed::{Pointed, Said};
use crate::parts::timeline::note;
use crate::route::{Route, Topic};
use crate::view::findings::measured;
use crate::view::overlay::{found, place_of};
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{Journey, Person, PhotoState};
use contract::draft::DraftKey;
use contract::examination::Examination;
use contract::id::{PersonId, PhotoId};
use contract::picked::PickedPhoto;
use contract::policy::Policy;
use dioxus::prelude::*;
use std::rc::Rc;

/// What was picked for a person and is kept.
pub(crate) fn use_picked(person: PersonId) -> Signal<Loaded<Option<PickedPhoto>>> {
    let app = App::here();
    let mut picked = use_signal(|| Loaded::Loading);
    use_future(move || async move {
        picked.set(match app.household().picked_photo(person).await {
            Ok(found) => Loaded::Ready(found),
            // Nothing can be shown of it, so another one is chosen.
            Err(_) => Loaded::Ready(None),
        });
    });
    picked
}

/// In place of the pages of a photo that waits to be sent.
pub(crate) fn photo_waits(person: &Person) -> Element {
    let waiting = App::here().waiting_of(DraftKey::Photo { person: person.id });
    match waiting {
        Some(waiting) => waits_page(
            tr_name("waits-photo-heading", &person.name),
            Route::Person(person.id),
            waiting,
        ),
        None => rsx! {},
    }
}

/// What a photo must be, with a drawing of the frame.
pub(crate) fn allowed() -> Element {
    let limits = Policy::PROGRAMME.photo;
    let app = App::here();
    let size = app.texts.read().bytes(limits.max_bytes);
    // Whoever comes from a person's page goes back to it.
    let guide = match *app.route.read() {
        Route::Photo(person) => Route::PhotoGuide(person),
        _ => Route::HelpOn(Topic::Photo),
    };
    rsx! {
        section { class: "allowed",
            h2 { {tr("allowed-heading")} }
            div { class: "beside",
                svg { class: "guide", view_box: "0 0 150 210", role: "img", "aria-label": tr("allowed-drawing"), fill: "none",
                    rect { class: "paper", x: "1", y: "1", width: "148", height: "208", rx: "6" }
                    path { class: "band", d: "M1 36H149M1 136H149" }
                    path { class: "line", d: "M75 38C50 38 41 58 43 84C45 112 58 135 75 135C92 135 105 112 107 84C109 58 100 38 75 38Z" }
                    path { class: "line", d: "M59 128C57 148 26 150 14 178C12 186 11 198 11 208M91 128C93 148 124 150 136 178C138 186 139 198 139 208" }
                    path { class: "line", d: "M60 84h5M85 84h5M67 113h16" }
                }
                ul {
                    li { {tr("allowed-face")} }
                    li { {tr("allowed-ground")} }
                    li { {tr("allowed-head")} }
                    li { {tr("allowed-glasses")} }
                    li { {tr("allowed-recent")} }
                    li {
                        {tr_with("allowed-file", &[
                            ("size", size.into()),
                            ("min_width", limits.min_width.into()), ("min_height", limits.min_height.into()),
                            ("max_width", limits.max_width.into()), ("max_height", limits.max_height.into()),
                        ])}
                    }
                }
            }
            p { class: "quiet", {tr("allowed-not-print")} }
            p { {go(guide, "guide-go")} }
        }
    }
}

/// Why a photo came back: the officer's reasons on the picture and beside it, each with what to do
/// and what was measured, and the officer's note.
#[component]
pub(crate) fn Returned(person: Person, state: PhotoState) -> Element {
    let PhotoState::Returned { photo, on, reasons, note_en, note_fr, .. } = state else {
        return rsx! {};
    };
    let seen = use_sent_examination(person.id, photo);
    let seen = seen.read();
    let seen = seen.as_deref();
    let said: Vec<Said> = reasons
        .iter()
        .map(|reason| Said {
            code: *reason,
            severity: None,
            measured: found(seen, *reason).and_then(measured),
            marks: seen.map(|seen| place_of(seen, *reason)).unwrap_or_default(),
        })
        .collect();
    let size = seen.map(|seen| (seen.width, seen.height)).unwrap_or_default();
    let noted = !(note_en.trim().is_empty() && note_fr.trim().is_empty());
    rsx! {
        section { class: "returned panel attention",
            div {
                h2 { {icon(Glyph::Problem)} {tr_with("returned-heading", &[("day", day(on).into())])} }
                Pointed { prefix: "returned", person: person.id, which: Which::Sent(photo), said, size,
                    description: tr_name("returned-description", &person.name),
                    if noted {
                        p { class: "note-title", {tr("returned-note")} }
                        {note(&note_en, &note_fr)}
                    }
                }
                p { strong { {tr("returned-next")} } }
                p { {go(Route::PhotoGuide(person.id), "guide-go")} }
            }
        }
    }
}

/// What the portal saw in a photo that was sent. Without it an officer's reasons are told all the
/// same, only not drawn.
fn use_sent_examination(person: PersonId, photo: PhotoId) -> Signal<Option<Rc<Examination>>> {
    let app = App::here();
    let mut seen = use_signal(|| None);
    use_effect(use_reactive!(|(person, photo)| {
        spawn(async move {
            let answer = app.household().photo_examination(person, photo).await;
            seen.set(answer.ok().flatten().map(Rc::new));
        });
    }));
    seen
}

/// Sending waits for the declaration; preparing does not.
pub(crate) fn declare_first() -> Element {
    panel(
        Tone::Attention,
        rsx! {
            p { strong { {tr("declare-first-title")} } }
            p { {tr("declare-first-text")} }
            p { {go(Route::Declaration, "declare-first-go")} }
        },
    )
}

/// A photo that is with an officer or accepted.
pub(crate) fn on_its_way(person: &Person, journey: &Journey) -> Element {
    let (photo, on, text) = match journey.photo {
        PhotoState::Accepted { photo, on } => (photo, on, "photo-accepted-text"),
        PhotoState::Submitted { photo, on, .. } => (photo, on, "photo-submitted-text"),
        // The portal confirmed it, and could not be asked since.
        PhotoState::None | PhotoState::Returned { .. } => {
            return rsx! {
                Page { heading: tr_name("photo-of", &person.name), back: Route::Home,
                    p { class: "lead", {tr("photo-just-sent")} }
                    p { {go(Route::Person(person.id), "photo-done-follow")} }
                }
            };
        }
    };
    let days = Policy::PROGRAMME.review_days;
    rsx! {
        Page { heading: tr_name("photo-of", &person.name), back: Route::Home,
            p { class: "lead",
                {tr_with(text, &[("day", day(on).into()), ("days", days.into())])}
            }
            PersonPicture { person: person.id, which: Which::Sent(photo),
                description: tr_name("photo-description", &person.name),
            }
            p { {go(Route::Person(person.id), "photo-done-follow")} }
        }
    }
}
