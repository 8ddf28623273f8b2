//! The signs, drawn in the stroke of the mark. Each stands beside a word and is hidden from screen
//! readers, so meaning never hangs on a sign or a colour alone.

use contract::steps::Status;
use dioxus::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    Done,
    ToDo,
    Waiting,
    NotYet,
    Problem,
    Info,
    Never,
    Clock,
    Offline,
    Back,
    Forward,
    Down,
    Print,
    Refresh,
    Picture,
    Globe,
    Tick,
    Close,
    Letter,
    Copy,
    Save,
}

impl Glyph {
    #[cfg(feature = "gallery")]
    pub(crate) const ALL: [Self; 21] = [
        Self::Done,
        Self::ToDo,
        Self::Waiting,
        Self::NotYet,
        Self::Problem,
        Self::Info,
        Self::Never,
        Self::Clock,
        Self::Offline,
        Self::Back,
        Self::Forward,
        Self::Down,
        Self::Print,
        Self::Refresh,
        Self::Picture,
        Self::Globe,
        Self::Tick,
        Self::Close,
        Self::Letter,
        Self::Copy,
        Self::Save,
    ];
}

impl From<Status> for Glyph {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::Done,
            Status::ToDo => Self::ToDo,
            Status::Waiting => Self::Waiting,
            Status::CannotStartYet => Self::NotYet,
            Status::Problem => Self::Problem,
        }
    }
}

impl Glyph {
    const fn strokes(self) -> &'static str {
        match self {
            Self::Done => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M7.5 12.5l3 3l6-6.5",
            Self::ToDo => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0",
            Self::Waiting => "M6 3h12M6 21h12M7 3c0 5 5 6 5 9s-5 4-5 9M17 3c0 5-5 6-5 9s5 4 5 9",
            Self::NotYet => "M6 12h12",
            Self::Problem => "M12 3l9.5 17h-19zM12 9.5v5M12 17.4v.2",
            Self::Info => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.5M12 7.4v.2",
            Self::Never => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.8 5.8l12.4 12.4",
            Self::Clock => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3.5 2.5",
            Self::Offline => {
                "M4 4l16 16M5 12.5a10 10 0 0 1 4-2.4M8.5 16a5 5 0 0 1 7 0M19 12.5a10 10 0 0 0-5.5-2.8M12 19.4v.2"
            }
            Self::Back => "M14.5 5l-7 7l7 7",
            Self::Forward => "M9.5 5l7 7l-7 7",
            Self::Down => "M5 9.5l7 7l7-7",
            Self::Print => "M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z",
            Self::Refresh => "M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5",
            Self::Picture => "M4 4h16v16H4zM9 9.5v.1M4 17l5-5l4 4l3-3l4 4",
            Self::Globe => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c3.5 3 3.5 15 0 18c-3.5-3-3.5-15 0-18"
            }
            Self::Tick => "M4.5 12.5l5 5l10-11",
            Self::Close => "M6 6l12 12M18 6l-12 12",
            Self::Letter => "M3 5.5h18v13H3zM3.5 6.5l8.5 7l8.5-7",
            Self::Copy => "M8 8h12v12H8zM16 8V4H4v12h4",
            Self::Save => "M12 4v11M7 10.5l5 5l5-5M4 20h16",
        }
    }
}

/// A sign beside its word.
pub(crate) fn icon(glyph: Glyph) -> Element {
    let chevron = matches!(glyph, Glyph::Down | Glyph::Forward);
    rsx! {
        svg { class: if chevron { "icon chevron" } else { "icon" },
            view_box: "0 0 24 24", width: "24", height: "24", fill: "none",
            stroke: "currentColor", stroke_width: "2", stroke_linecap: "round",
            stroke_linejoin: "round", "aria-hidden": "true", "focusable": "false",
            path { d: glyph.strokes() }
        }
    }
}

/// The mark: an arc that comes down onto a line and becomes a dot.
pub(crate) fn mark() -> Element {
    rsx! {
        svg { class: "mark", view_box: "64 104 396 352", width: "36", height: "32", fill: "none",
            "aria-hidden": "true", "focusable": "false",
            path { d: "M104 144C236 132 336 212 336 372M92 372H420", stroke: "currentColor", stroke_width: "40", stroke_linecap: "round" }
            circle { cx: "336", cy: "372", r: "62", fill: "currentColor" }
        }
    }
}
