//! What stands where something is on its way: nothing at first, then grey shapes of what will come
//! and a word for it. Never a thing that turns.

use crate::words::tr;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// What is not here after this many milliseconds is said to be on its way.
const PATIENCE_MS: u32 = 1_000;

/// The shape of what will come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A page of text.
    #[default]
    Text,
    /// Cards side by side.
    Cards,
    /// Entries one below the other.
    Lines,
}

/// Whether the patience is over.
fn use_long() -> bool {
    let mut long = use_signal(|| false);
    use_future(move || async move {
        TimeoutFuture::new(PATIENCE_MS).await;
        long.set(true);
    });
    *long.read()
}

/// Something that is on its way.
#[component]
pub(crate) fn Waiting(#[props(default)] shape: Shape) -> Element {
    if use_long() {
        skeleton(shape)
    } else {
        rsx! {
            div { class: "unseen", aria_busy: "true" }
        }
    }
}

/// The grey shapes.
pub(crate) fn skeleton(shape: Shape) -> Element {
    let (class, bones): (_, &[&str]) = match shape {
        Shape::Text => ("bones", &["bone wide", "bone", "bone tall"]),
        Shape::Cards => ("bones cards", &["bone tall", "bone tall", "bone tall", "bone tall"]),
        Shape::Lines => ("bones lines", &["bone wide", "bone", "bone wide", "bone"]),
    };
    rsx! {
        div { class: "skeleton", role: "status", aria_busy: "true",
            span { class: "unseen", {tr("loading")} }
            div { class,
                for (i , bone) in bones.iter().enumerate() {
                    div { key: "{i}", class: *bone }
                }
            }
        }
    }
}

/// Said under a button whose work takes longer.
#[component]
pub(crate) fn Patience() -> Element {
    let long = use_long();
    rsx! {
        div { role: "status",
            if long {
                p { class: "patience", {tr("still-at-work")} }
            }
        }
    }
}
