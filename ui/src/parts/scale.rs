//! A value on a line with the band that is allowed. The words beside it say the same.

use crate::view::facts::Scale;
use dioxus::prelude::*;

/// The value on its scale, the allowed band marked. The words beside it say the same.
pub(crate) fn scale_bar(scale: Scale) -> Element {
    const LENGTH: f64 = 200.0;
    let from = scale.from * LENGTH;
    let width = (scale.to - scale.from) * LENGTH;
    let value = scale.value * LENGTH;
    rsx! {
        svg { class: "scale", view_box: "-6 0 212 14", "aria-hidden": "true",
            rect { class: "all", x: "0", y: "5", width: "{LENGTH}", height: "4", rx: "2" }
            rect { class: "band", x: "{from:.1}", y: "5", width: "{width:.1}", height: "4" }
            circle { class: "value", cx: "{value:.1}", cy: "7", r: "5" }
        }
    }
}
