//! Panels and banners: what must be noticed beside a page's course. The tone is said by a sign as
//! well as by a colour.

use crate::parts::icon::{Glyph, icon};
use dioxus::prelude::*;

/// How serious something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Plain,
    /// Needs attention.
    Attention,
    /// Wrong.
    Wrong,
    /// Done.
    Done,
}

impl Tone {
    #[cfg(feature = "gallery")]
    pub(crate) const ALL: [Self; 4] = [Self::Plain, Self::Attention, Self::Wrong, Self::Done];

    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "panel",
            Self::Attention => "panel attention",
            Self::Wrong => "panel wrong",
            Self::Done => "panel done",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Plain => Glyph::Info,
            Self::Attention | Self::Wrong => Glyph::Problem,
            Self::Done => Glyph::Done,
        }
    }
}

/// A panel with anything in it.
pub(crate) fn panel(tone: Tone, children: Element) -> Element {
    rsx! {
        div { class: tone.class(),
            {icon(tone.glyph())}
            div { {children} }
        }
    }
}

/// A panel with a sentence that stands out and, where there is more to say, a second one.
pub(crate) fn banner(tone: Tone, title: String, text: Option<String>) -> Element {
    panel(
        tone,
        rsx! {
            p { strong { {title} } }
            if let Some(text) = text {
                p { {text} }
            }
        },
    )
}

/// A panel with one plain sentence.
pub(crate) fn remark(tone: Tone, text: String) -> Element {
    panel(tone, rsx! { p { {text} } })
}
