//! Parts of the photo's pages: what is allowed, what an officer said, and what stands there once a
//! photo is on its way or cannot be chosen; and fetching what was picked.

use crate::app::{App, Loaded};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, panel};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::timeline::note;
use crate::route::Route;
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::{Journey, Person, PhotoState};
use contract::id::PersonId;
use contract::picked::PickedPhoto;
use contract::policy::Policy;
use dioxus::prelude::*;

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

/// What a photo must be, with a drawing of the frame.
pub(crate) fn allowed() -> Element {
    let limits = Policy::PROGRAMME.photo;
    let size = App::here().texts.read().bytes(limits.max_bytes);
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
        }
    }
}

/// Why a photo came back: each reason with what to do about it, the officer's note, the picture.
pub(crate) fn returned(person: &Person, state: &PhotoState) -> Element {
    let PhotoState::Returned { photo, on, reasons, note_en, note_fr } = state else {
        return rsx! {};
    };
    let noted = !(note_en.trim().is_empty() && note_fr.trim().is_empty());
    rsx! {
        section { class: "returned panel attention",
            div {
                h2 { {icon(Glyph::Problem)} {tr_with("returned-heading", &[("day", day(*on).into())])} }
                div { class: "beside",
                    PersonPicture { person: person.id, which: Which::Sent(*photo),
                        description: tr_name("returned-description", &person.name),
                    }
                    ul { class: "reasons",
                        for reason in reasons {
                            li { key: "{reason:?}",
                                strong { {tr(&format!("reason-{}", reason.as_str()))} }
                                p { {tr(&format!("reason-{}-fix", reason.as_str()))} }
                            }
                        }
                    }
                }
                if noted {
                    p { class: "note-title", {tr("returned-note")} }
                    {note(note_en, note_fr)}
                }
            }
        }
    }
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
        PhotoState::None | PhotoState::Returned { .. } => return rsx! {},
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
