//! What is said about a picked picture: whether it can be sent as it is, what stops it and what
//! mends that, its facts beside their limits, what is removed, and who else has the same one.

use crate::app::App;
use crate::parts::disclosure::disclosure;
use crate::parts::icon::{Glyph, icon};
use crate::parts::panel::{Tone, banner, panel};
use crate::parts::scale::scale_bar;
use crate::view::facts::{About, Fact, Stands, facts, weight, why_framing};
use crate::words::{names, problem_text, tr, tr_with};
use contract::board::{Board, Person};
use contract::photo::PictureFormat;
use contract::picked::{PickedPhoto, PreparedPhoto, Removable};
use contract::policy::Policy;
use dioxus::prelude::*;

/// The facts about a file and its name.
pub(crate) fn facts_of(photo: &PickedPhoto) -> Element {
    rsx! {
        div { class: "findings",
            if let Some(part) = photo.prepared.as_ref().filter(|made| made.crop.is_some()) {
                p { {tr("photo-cropped")} }
                p { {made_of(part)} }
            } else if photo.obstacles.fixables.is_empty() {
                {all_facts(photo)}
            } else {
                // Nothing is wrong with it that framing does not mend.
                {disclosure(tr("file-facts"), all_facts(photo))}
            }
            p { class: "quiet file-name", translate: "no", {photo.file_name.clone()} }
        }
    }
}

fn all_facts(photo: &PickedPhoto) -> Element {
    rsx! {
        ul { class: "file-facts",
            for fact in facts(photo, &Policy::PROGRAMME.photo) {
                {file_fact(fact, photo)}
            }
        }
    }
}

/// What comes next with this file, or what stops it.
pub(crate) fn verdict(photo: &PickedPhoto) -> Element {
    let obstacles = &photo.obstacles;
    if !obstacles.refusals.is_empty() {
        return panel(
            Tone::Wrong,
            rsx! {
                p { strong { {tr("photo-refused")} } }
                ul {
                    for refusal in &obstacles.refusals {
                        li { key: "{refusal.code}", {problem_text(refusal)} }
                    }
                }
            },
        );
    }
    if let Some(made) = &photo.prepared {
        let id = if made.crop.is_some() { "photo-ready" } else { "photo-file-fits" };
        return rsx! {
            p { class: "step-line done",
                {icon(Glyph::Done)}
                span { {tr(id)} }
            }
        };
    }
    let size = App::here().texts.read().bytes(Policy::PROGRAMME.photo.max_bytes);
    let why = why_framing(&obstacles.fixables);
    banner(
        Tone::Plain,
        tr("framing-needed"),
        Some(tr_with("framing-why", &[("why", why.into()), ("size", size.into())])),
    )
}

/// What is removed from the file before it is sent.
pub(crate) fn removed(photo: &PickedPhoto) -> Element {
    let untouched = photo.prepared.as_ref().is_some_and(|made| made.crop.is_none());
    rsx! {
        section { id: "photo-removed", class: "removed",
            h3 { {tr("removed-heading")} }
            if photo.removes.is_empty() {
                p { {tr("removed-nothing")} }
            } else {
                ul {
                    for kind in photo.removes.iter().copied() {
                        li { key: "{kind.as_str()}", {removable(kind)} }
                    }
                }
            }
            if untouched {
                p { class: "quiet",
                    {tr(if photo.removes.is_empty() { "photo-untouched-wholly" } else { "photo-untouched" })}
                }
            }
        }
    }
}

/// One kind of what is removed, in words.
pub(crate) fn removable(kind: Removable) -> String {
    tr(&format!("removes-{}", kind.as_str()))
}

/// What is sent, in one line.
pub(crate) fn made_of(made: &PreparedPhoto) -> String {
    let size = App::here().texts.read().bytes(made.bytes);
    let pixels = tr_with("pixels", &[("width", made.width.into()), ("height", made.height.into())]);
    let format = format_name(made.format);
    tr_with(
        "made-of",
        &[("format", format.into()), ("pixels", pixels.into()), ("size", size.into())],
    )
}

/// That the same picture was chosen for somebody else. It never stops anything.
pub(crate) fn same_as(photo: &PickedPhoto, board: &Board, person: &Person) -> Element {
    let others: Vec<String> = photo
        .same_as
        .iter()
        .filter_map(|id| board.person(*id))
        .map(|other| other.name.short().to_owned())
        .collect();
    if others.is_empty() {
        return rsx! {};
    }
    let name = person.name.short();
    rsx! {
        div { id: "same-picture", class: "same-picture",
            {banner(
                Tone::Attention,
                tr_with("same-as-title", &[("name", name.into())]),
                Some(tr_with("same-as-text", &[("names", names(&others).into())])),
            )}
        }
    }
}

fn format_name(format: PictureFormat) -> String {
    match format {
        PictureFormat::Jpeg => tr("format-jpeg"),
        PictureFormat::Png => tr("format-png"),
    }
}

fn file_fact(fact: Fact, photo: &PickedPhoto) -> Element {
    let limits = Policy::PROGRAMME.photo;
    let texts = App::here().texts.read().clone();
    let (name, value, limit) = match fact.about {
        About::Format => ("fact-format", format_name(photo.format), tr("fact-format-limit")),
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
            texts.bytes(weight(photo)),
            tr_with("fact-weight-limit", &[("size", texts.bytes(limits.max_bytes).into())]),
        ),
    };
    let (class, glyph) = match fact.stands {
        Stands::Holds => ("holds", Glyph::Done),
        Stands::Mends => ("mends", Glyph::Info),
        Stands::Fails => ("fails", Glyph::Problem),
    };
    rsx! {
        li { key: "{fact.about:?}", class,
            {icon(glyph)}
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
