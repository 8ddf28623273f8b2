//! The drawings: the mark's arc in a few situations, in one weight of stroke and two tints. They
//! stand beside words that say the same, so screen readers pass over them.

use dioxus::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawing {
    /// Coming down in front of a house whose door is open.
    Arrival,
    /// A sheet that was received.
    Received,
    /// A way with nothing on it yet.
    NothingYet,
    /// A broken arc.
    Offline,
    /// A closed door with a lamp.
    SessionEnded,
    /// A signpost without words.
    NotFound,
    /// A letter whose flap is the arc.
    Letter,
    /// A card on its way into a mailbox.
    Card,
}

impl Drawing {
    #[cfg(feature = "gallery")]
    pub(crate) const ALL: [Self; 8] = [
        Self::Arrival,
        Self::Received,
        Self::NothingYet,
        Self::Offline,
        Self::SessionEnded,
        Self::NotFound,
        Self::Letter,
        Self::Card,
    ];
}

/// What a drawing is made of, back to front; each part is one path or empty.
struct Strokes {
    /// The tint that lies far away.
    far: &'static str,
    /// The tint that lies near.
    near: &'static str,
    /// Grey lines.
    soft: &'static str,
    /// Dark lines.
    pen: &'static str,
    /// The arc.
    arc: &'static str,
    /// Where the arc ends.
    dot: Option<(u16, u16, u16)>,
    /// What is drawn in the dot.
    sign: &'static str,
}

impl Drawing {
    const fn strokes(self) -> Strokes {
        match self {
            Self::Arrival => Strokes {
                far: "M152 150A60 60 0 0 1 272 150Z",
                near: "M0 150C22 126 56 118 88 128C112 108 150 112 168 150Z",
                soft: "M16 150H304",
                pen: "M186 150V100L228 68L270 100V150M212 150V112H236V150M254 84V72",
                arc: "M22 26C104 18 166 62 166 148",
                dot: Some((166, 150, 11)),
                sign: "",
            },
            Self::Received => Strokes {
                far: "M70 60H166V150H70Z",
                near: "M192 150A44 44 0 0 1 280 150Z",
                soft: "M16 150H304M92 112H144M92 130H124",
                pen: "M70 150V60H166V150M92 84H144",
                arc: "M18 40C92 4 214 12 236 104",
                dot: Some((236, 126, 22)),
                sign: "M227 126l6.5 7l12-14",
            },
            Self::NothingYet => Strokes {
                far: "M60 150A100 100 0 0 1 260 150Z",
                near: "M0 150C30 128 74 126 104 150Z",
                soft: "M16 150H304M104 44m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M172 62m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M218 100m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0",
                pen: "",
                arc: "M36 34C58 33 78 35 97 40",
                dot: Some((36, 34, 9)),
                sign: "",
            },
            Self::Offline => Strokes {
                far: "M178 150A56 56 0 0 1 290 150Z",
                near: "M0 150C22 126 60 120 96 150Z",
                soft: "M16 150H304M138 44L146 32M156 66L172 60M128 68L122 80",
                pen: "",
                arc: "M30 30C66 26 96 32 122 48M166 78C202 98 224 124 228 148",
                dot: Some((228, 150, 11)),
                sign: "",
            },
            Self::SessionEnded => Strokes {
                far: "M176 150A74 74 0 0 1 300 110V150Z",
                near: "M194 40H262V150H194Z",
                soft: "M16 150H304M180 58V48",
                pen: "M194 150V40H262V150M206 96V100M180 58C172 58 170 66 170 74H190C190 66 188 58 180 58Z",
                arc: "M22 34C84 28 130 66 132 148",
                dot: Some((132, 150, 11)),
                sign: "",
            },
            Self::NotFound => Strokes {
                far: "M30 150A84 84 0 0 1 198 150Z",
                near: "M196 150C220 124 264 124 304 150Z",
                soft: "M16 150H304M128 120C112 128 102 138 98 150",
                pen: "M190 150V26M190 40H248L262 54L248 68H190M190 82H138L124 96L138 110H190",
                arc: "M18 36C66 28 106 42 132 76",
                dot: None,
                sign: "",
            },
            Self::Letter => Strokes {
                far: "M76 40H250V142H76Z",
                near: "M76 142L138 94H188L250 142Z",
                soft: "M16 150H60M266 150H304",
                pen: "M76 40H250V142H76Z",
                arc: "M76 42C130 44 163 62 163 88",
                dot: Some((163, 96, 12)),
                sign: "",
            },
            Self::Card => Strokes {
                far: "M196 150V90A26 26 0 0 1 248 90V150Z",
                near: "M60 58H160V122H60Z",
                soft: "M16 150H304M114 80H142M114 96H134",
                pen: "M60 58H160V122H60ZM74 106C74 94 100 94 100 106M87 84m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M222 150V116M196 116V90A26 26 0 0 1 248 90V116ZM222 64H278A24 24 0 0 1 292 88V116H248",
                arc: "M20 28C96 16 172 30 206 88",
                dot: Some((212, 96, 9)),
                sign: "",
            },
        }
    }
}

/// A drawing; `class` is `small`, `fresh` (it draws itself) or nothing.
pub(crate) fn drawing(what: Drawing, class: &str) -> Element {
    let Strokes { far, near, soft, pen, arc, dot, sign } = what.strokes();
    rsx! {
        svg { class: "drawing {class}", view_box: "0 0 320 172", fill: "none", "aria-hidden": "true", "focusable": "false",
            path { class: "far", d: far }
            path { class: "near", d: near }
            path { class: "soft", d: soft }
            path { class: "pen", d: pen }
            path { class: "arc-line", d: arc, "pathLength": "1" }
            if let Some((x, y, r)) = dot {
                circle { class: "dot", cx: "{x}", cy: "{y}", r: "{r}" }
            }
            path { class: "sign", d: sign }
        }
    }
}
