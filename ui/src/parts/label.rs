//! The mailing label as it will be printed.

use contract::address::Address;
use dioxus::prelude::*;

/// Name and address, line for line.
#[component]
pub(crate) fn MailingLabel(name: String, address: Address) -> Element {
    rsx! {
        address { class: "mailing-label", translate: "no",
            span { {name} }
            for (i , line) in address.label().into_iter().enumerate() {
                span { key: "{i}", {line} }
            }
        }
    }
}
