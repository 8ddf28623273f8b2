//! Lines over a picture that show where something was found. They are light on dark, so that they
//! show on any skin and ground; a number ties each to its words, which stand beside the picture and
//! say all of it.

use crate::view::head::Head;
use crate::view::overlay::{Drawn, disc};
use contract::photo::Reason;
use dioxus::prelude::*;

/// The findings over a picture of this size in pixels. One that was chosen stands out.
pub(crate) fn overlay(
    drawn: &[Drawn],
    (width, height): (u32, u32),
    chosen: Option<Reason>,
) -> Element {
    let chosen = chosen.filter(|code| drawn.iter().any(|one| one.code == *code));
    let radius = disc(width, height);
    let class = |one: &Drawn| match chosen {
        Some(code) if code == one.code => "shown",
        Some(_) => "faint",
        None => "",
    };
    rsx! {
        svg { class: "overlay", view_box: "0 0 {width} {height}", "aria-hidden": "true", "focusable": "false",
            for one in drawn {
                g { key: "{one.number}", class: class(one),
                    path { class: "dark", d: one.path.clone() }
                    path { class: "light", d: one.path.clone() }
                }
            }
            // Numbers lie over every line.
            for one in drawn {
                g { key: "n{one.number}", class: class(one),
                    circle { cx: "{one.at.0:.1}", cy: "{one.at.1:.1}", r: "{radius:.1}" }
                    text { x: "{one.at.0:.1}", y: "{one.at.1:.1}", font_size: "{radius * 1.35:.1}", dy: "0.36em",
                        "{one.number}"
                    }
                }
            }
        }
    }
}

/// Crown, chin and the middle of the eyes of a head in a picture of this size in pixels.
pub(crate) fn head_lines(head: Head, (width, height): (u32, u32)) -> Element {
    let [crown, chin] = head.lines().map(|[x, y, u, v]| format!("M{x:.1} {y:.1}L{u:.1} {v:.1}"));
    let (x, y) = head.eyes;
    let arm = head.height * 0.05;
    let eyes =
        format!("M{:.1} {y:.1}h{:.1}M{x:.1} {:.1}v{:.1}", x - arm, 2.0 * arm, y - arm, 2.0 * arm);
    let path = format!("{crown}{chin}{eyes}");
    rsx! {
        svg { class: "overlay head", view_box: "0 0 {width} {height}", "aria-hidden": "true", "focusable": "false",
            path { class: "dark", d: path.clone() }
            path { class: "light", d: path }
        }
    }
}
