//! The page after something was sent: that it arrived, the reference to keep, what happens next.

use crate::app::App;
use crate::browser;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go_button;
use crate::parts::page::{Page, not_now};
use crate::route::Route;
use crate::words::{moment, names, tr};
use dioxus::prelude::*;

/// What was done, with the reference to keep. A confirmation is shown once; who comes back to its
/// address is told where the reference is.
#[component]
pub(crate) fn Confirmation(
    heading: String,
    /// What happens next, in order.
    next: Vec<String>,
    children: Element,
) -> Element {
    let app = App::here();
    // What is sent later has a confirmation of its own.
    let confirmed = use_hook(|| app.confirmed.peek().clone());
    let Some(confirmed) = confirmed else {
        return not_now(
            tr("confirmation-gone-heading"),
            tr("confirmation-gone-text"),
            Route::Home,
            "go-to-household",
        );
    };
    rsx! {
        Page { heading,
            section { class: "receipt",
                dl { class: "facts",
                    div {
                        dt { {tr("reference")} }
                        dd { class: "code", {confirmed.reference} }
                    }
                    div {
                        dt { {tr("received")} }
                        dd { {moment(confirmed.at)} }
                    }
                    if !confirmed.people.is_empty() {
                        div {
                            dt { {tr("receipt-for")} }
                            dd { {names(&confirmed.people)} }
                        }
                    }
                }
                {drawing(Drawing::Received, "fresh")}
            }
            section {
                h2 { {tr("what-next-heading")} }
                ol { class: "next-steps",
                    for (i , text) in next.into_iter().enumerate() {
                        li { key: "{i}", {text} }
                    }
                }
            }
            {children}
            p { class: "no-print",
                button { class: "plain", r#type: "button", onclick: |_| browser::print(),
                    {icon(Glyph::Print)}
                    {tr("print-or-save")}
                }
            }
            {go_button(Route::Home, "go-to-household")}
        }
    }
}
