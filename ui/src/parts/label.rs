//! The mailing label as it will be printed.

use contract::address::Address;
use dioxus::prelude::*;

/// Name and address, line for line.
pub(crate) fn mailing_label(name: String, address: &Address) -> Element {
    rsx! {
        address { key: "{name}", class: "mailing-label", translate: "no",
            span { {name.clone()} }
            for (i , line) in address.label().into_iter().enumerate() {
                span { key: "{i}", {line} }
            }
        }
    }
}
