//! Something that is there for those who want it.

use crate::parts::icon::{Glyph, icon};
use dioxus::prelude::*;

/// A line that opens what is under it.
pub(crate) fn disclosure(title: String, children: Element) -> Element {
    rsx! {
        details {
            summary { {icon(Glyph::Forward)} span { {title} } }
            div { class: "disclosed", {children} }
        }
    }
}
