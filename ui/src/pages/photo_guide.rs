//! How to take the photo: what a good one is, how to take it at home, and the faults for which
//! photos come back, each drawn, with what to do. Asks nothing and keeps nothing; what it says of a
//! fault are the words that an officer's return and the examination use.

use crate::parts::example::{Example, bad, drawn, examples, good};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, banner};
use crate::route::Route;
use crate::words::tr;
use contract::id::PersonId;
use dioxus::prelude::*;

const LIGHT: [Example; 4] = [
    bad("too-dark", "reason-too-dark", "reason-too-dark-fix"),
    bad("uneven-light", "reason-uneven-light", "reason-uneven-light-fix"),
    bad("glare-skin", "reason-glare-skin", "reason-glare-skin-fix"),
    bad("glare-glasses", "reason-glare-glasses", "reason-glare-glasses-fix"),
];

const BACKGROUND: [Example; 3] = [
    bad("background-not-white", "reason-background-not-white", "reason-background-not-white-fix"),
    bad("background-not-plain", "reason-background-not-plain", "reason-background-not-plain-fix"),
    bad("background-shadow", "reason-background-shadow", "reason-background-shadow-fix"),
];

const PLACE: [Example; 6] = [
    bad("head-too-small", "reason-head-too-small", "reason-head-too-small-fix"),
    bad("head-too-large", "reason-head-too-large", "reason-head-too-large-fix"),
    bad("off-centre", "reason-off-centre", "reason-off-centre-fix"),
    bad("tilted", "reason-tilted", "reason-tilted-fix"),
    bad("turned", "reason-turned", "reason-turned-fix"),
    bad("blurred", "reason-blurred", "reason-blurred-fix"),
];

const FACE: [Example; 8] = [
    bad("eyes-closed", "reason-eyes-closed", "reason-eyes-closed-fix"),
    bad("eyes-covered", "reason-eyes-covered", "reason-eyes-covered-fix"),
    bad("dark-glasses", "guide-dark-glasses", "guide-dark-glasses-fix"),
    good("right-glasses", "guide-glasses"),
    bad("mouth-open", "guide-smile", "guide-smile-fix"),
    bad("face-covered", "reason-face-covered", "reason-face-covered-fix"),
    good("right-scarf", "guide-head-scarf"),
    good("right-turban", "guide-turban"),
];

const FILE: [Example; 1] =
    [bad("picture-of-print", "reason-picture-of-print", "reason-picture-of-print-fix")];

const CHILDREN: [Example; 3] = [
    good("right-baby", "guide-baby"),
    bad("baby-held", "guide-baby-held", "guide-baby-held-fix"),
    good("right-child", "guide-child"),
];

/// The numbers on the drawing of a good photo, and on the one of the room.
const MEASURES: [&str; 4] = ["measure-head", "measure-crown", "measure-middle", "measure-frame"];
const ROOM: [&str; 4] = ["room-light", "room-distance", "room-height", "room-wall"];

/// What else helps.
const ADVICE: [&str; 5] =
    ["advice-someone", "advice-camera", "advice-zoom", "advice-filters", "advice-several"];

/// The guide, for a person whose photo is to be chosen or for anyone.
#[component]
pub(crate) fn PhotoGuide(#[props(default)] person: Option<PersonId>) -> Element {
    let back = person.map_or(Route::Help, Route::Photo);
    rsx! {
        Page { heading: tr("guide-heading"), back,
            p { class: "lead", {tr("guide-lead")} }
            section {
                h2 { {tr("guide-good")} }
                {numbered("measures", (290, 332), &MEASURES)}
                ul { class: "dos",
                    for id in ["allowed-face", "allowed-ground", "allowed-recent"] {
                        li { key: "{id}", {icon(Glyph::Tick)} span { {tr(id)} } }
                    }
                }
            }
            section {
                h2 { {tr("guide-home")} }
                {numbered("set-up", (440, 224), &ROOM)}
                ul { class: "dos",
                    for id in ADVICE {
                        li { key: "{id}", {icon(Glyph::Tick)} span { {tr(id)} } }
                    }
                }
            }
            {faults("guide-light", &LIGHT)}
            {faults("guide-background", &BACKGROUND)}
            {faults("guide-place", &PLACE)}
            {faults("guide-face", &FACE)}
            {faults("guide-file", &FILE)}
            {faults("guide-children", &CHILDREN)}
            section {
                h2 { {tr("guide-cannot")} }
                p { {tr("guide-cannot-text")} }
                {banner(Tone::Plain, tr("guide-anyway"), Some(tr("guide-anyway-text")))}
            }
            if let Some(person) = person {
                {go_button(Route::Photo(person), "guide-choose")}
            }
        }
    }
}

fn faults(heading: &'static str, all: &[Example]) -> Element {
    rsx! {
        section {
            h2 { {tr(heading)} }
            {examples(all)}
        }
    }
}

/// A drawing with numbers on it, and what each number says.
fn numbered(name: &'static str, size: (u16, u16), ids: &[&str]) -> Element {
    rsx! {
        div { class: "numbered {name}",
            {drawn(name, size)}
            ol {
                for id in ids {
                    li { key: "{id}", {tr(id)} }
                }
            }
        }
    }
}
