//! Tags for where a step stands, and chips for what runs out.

use crate::parts::icon::{Glyph, icon};
use crate::words::{day, tr, tr_with};
use contract::board::Clock;
use contract::steps::{Status, Step};
use dioxus::prelude::*;

/// Days before its end from which a clock stands out.
const SOON: u16 = 8;

/// Where a step stands, in words on a tint.
pub(crate) fn status_tag(step: Step, status: Status) -> Element {
    // Waiting for the card is waiting for its making, not for an officer's look.
    let words = if step == Step::Card && status == Status::Waiting {
        tr("status-card-waiting")
    } else {
        tr(&format!("status-{}", status.name()))
    };
    rsx! {
        span { class: "tag {status.name()}", {words} }
    }
}

/// What runs out, with the day it ends.
pub(crate) fn clock_chips(clocks: &[Clock]) -> Element {
    if clocks.is_empty() {
        return rsx! {};
    }
    rsx! {
        ul { class: "chips",
            for clock in clocks {
                li { key: "{clock.kind:?}", class: if clock.days_left < SOON { "chip soon" } else { "chip" },
                    {icon(Glyph::Clock)}
                    span {
                        {tr_with(&format!("clock-{}", clock.kind.as_str()), &[("day", day(clock.ends_on).into())])}
                        span { class: "left",
                            {tr_with("days-left", &[("days", clock.days_left.into())])}
                        }
                    }
                }
            }
        }
    }
}
