//! The mailing label as it will be printed.

use contract::address::Address;
use dioxus::prelude::*;

/// Name and address, line for line.
pub(crate) fn mailing_label(name: &str, address: &Address) -> Element {
    rsx! {
        address { key: "{name}", class: "mailing-label", translate: "no",
            span { {name} }
            for (i , line) in address.label().into_iter().enumerate() {
                span { key: "{i}", {line} }
            }
        }
    }
}
