//! Drawn examples of photos, good and bad, and the two large drawings with numbers on them. They are
//! files beside the program (`assets/drawings/`), fetched when they come into view. A drawing shows
//! a photo, which is light whatever the scheme; whether it is a good one is said by a sign and a word.

use crate::browser;
use crate::parts::icon::{Glyph, icon};
use crate::words::tr;
use dioxus::prelude::*;

/// Units across and down of a drawn photo, in the shape of the frame.
const PHOTO: (u16, u16) = (200, 280);

/// An example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    /// The name of its drawing; `drawing-<name>` describes it.
    pub(crate) drawing: &'static str,
    /// The message that says what is right or wrong about it.
    pub(crate) says: &'static str,
    /// The message that says what to do, where something is wrong.
    pub(crate) fix: &'static str,
}

/// A photo that can be sent.
pub(crate) const fn good(drawing: &'static str, says: &'static str) -> Example {
    Example { drawing, says, fix: "" }
}

/// A photo with a fault.
pub(crate) const fn bad(drawing: &'static str, says: &'static str, fix: &'static str) -> Example {
    Example { drawing, says, fix }
}

/// Examples side by side.
pub(crate) fn examples(all: &[Example]) -> Element {
    rsx! {
        ul { class: "examples",
            for each in all.iter().copied() {
                li { key: "{each.drawing}", class: "example", {one(each)} }
            }
        }
    }
}

fn one(example: Example) -> Element {
    let Example { drawing, says, fix } = example;
    let good = fix.is_empty();
    let (class, glyph, verdict) = if good {
        ("verdict right", Glyph::Done, "example-right")
    } else {
        ("verdict wrong", Glyph::Never, "example-wrong")
    };
    rsx! {
        {drawn(drawing, PHOTO)}
        div {
            p { class, {icon(glyph)} {tr(verdict)} }
            p { class: "says", {tr(says)} }
            if !good {
                p { {tr(fix)} }
            }
        }
    }
}

/// A drawing, with what it shows in words.
pub(crate) fn drawn(name: &'static str, (width, height): (u16, u16)) -> Element {
    rsx! {
        img { class: "drawn", src: browser::file(&format!("drawings/{name}.svg")), alt: tr(&format!("drawing-{name}")),
            width: "{width}", height: "{height}", loading: "lazy", decoding: "async",
        }
    }
}
