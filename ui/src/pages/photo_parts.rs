//! Parts of the photo's pages: what is allowed, the facts about a file, what an officer said, and
//! what stands there once a photo is on its way.

use crate::app::App;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, panel};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::timeline::note;
use crate::route::Route;
use crate::view::facts::{About, Fact, Scale, facts};
use crate::words::{day, problem_text, tr, tr_name, tr_with};
use contract::board::{Journey, Person, PhotoState};
use contract::host::PickedPhoto;
use contract::photo::PictureFormat;
use contract::policy::Policy;
use dioxus::prelude::*;

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

/// The facts about a file, and what stops it from being sent, most serious first.
pub(crate) fn facts_of(photo: &PickedPhoto) -> Element {
    let refused = !photo.refusals.is_empty();
    rsx! {
        div { class: "findings",
            if refused {
                {refusals(photo)}
            } else {
                p { class: "step-line done",
                    {icon(Glyph::Done)}
                    span { {tr("photo-file-fits")} }
                }
            }
            ul { class: "file-facts",
                for fact in facts(photo, &Policy::PROGRAMME.photo) {
                    {file_fact(fact, photo)}
                }
            }
            p { class: "quiet file-name", translate: "no", {photo.file_name.clone()} }
        }
    }
}

fn refusals(photo: &PickedPhoto) -> Element {
    panel(
        Tone::Wrong,
        rsx! {
            p { strong { {tr("photo-refused")} } }
            ul {
                for refusal in &photo.refusals {
                    li { key: "{refusal.code}", {problem_text(refusal)} }
                }
            }
        },
    )
}

fn file_fact(fact: Fact, photo: &PickedPhoto) -> Element {
    let limits = Policy::PROGRAMME.photo;
    let texts = App::here().texts.read().clone();
    let (name, value, limit) = match fact.about {
        About::Format => (
            "fact-format",
            match photo.format {
                PictureFormat::Jpeg => tr("format-jpeg"),
                PictureFormat::Png => tr("format-png"),
            },
            tr("fact-format-limit"),
        ),
        About::Pixels => (
            "fact-pixels",
            tr_with("pixels", &[("width", photo.width.into()), ("height", photo.height.into())]),
            tr_with(
                "fact-pixels-limit",
                &[
                    ("min_width", limits.min_width.into()),
                    ("min_height", limits.min_height.into()),
                    ("max_width", limits.max_width.into()),
                    ("max_height", limits.max_height.into()),
                ],
            ),
        ),
        About::Shape => {
            // Height for a width of five, as the limit is said.
            let seven = f64::from(photo.height) / f64::from(photo.width.max(1)) * 5.0;
            ("fact-shape", tr_with("shape", &[("height", seven.into())]), tr("fact-shape-limit"))
        }
        About::Weight => (
            "fact-weight",
            texts.bytes(photo.bytes),
            tr_with("fact-weight-limit", &[("size", texts.bytes(limits.max_bytes).into())]),
        ),
    };
    rsx! {
        li { key: "{fact.about:?}", class: if fact.holds { "holds" } else { "fails" },
            {icon(if fact.holds { Glyph::Done } else { Glyph::Problem })}
            div {
                p { {tr(name)} " " strong { {value} } }
                if let Some(scale) = fact.scale {
                    {scale_bar(scale)}
                }
                p { class: "quiet", {limit} }
            }
        }
    }
}

/// The value on its scale, the allowed band marked. The words beside it say the same.
fn scale_bar(scale: Scale) -> Element {
    const LENGTH: f64 = 200.0;
    let from = scale.from * LENGTH;
    let width = (scale.to - scale.from) * LENGTH;
    let value = scale.value * LENGTH;
    rsx! {
        svg { class: "scale", view_box: "-6 0 212 14", "aria-hidden": "true",
            rect { class: "all", x: "0", y: "5", width: "{LENGTH}", height: "4", rx: "2" }
            rect { class: "band", x: "{from:.1}", y: "5", width: "{width:.1}", height: "4" }
            circle { class: "value", cx: "{value:.1}", cy: "7", r: "5" }
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
