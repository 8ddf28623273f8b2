//! The first page for those who are not signed in: the two ways in, and what this portal is not.

use crate::app::App;
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::Go;
use crate::parts::page::Page;
use crate::route::Route;
use crate::words::tr;
use dioxus::prelude::*;

#[component]
pub(crate) fn Welcome() -> Element {
    rsx! {
        Page { heading: tr("welcome-heading"),
            p { class: "lead", {tr("welcome-lead")} }
            div { class: "ways",
                section { class: "way",
                    h2 { {tr("way-temporary")} }
                    p { {tr("way-temporary-text")} }
                    p { Go { to: Route::FirstSignIn, class: "button", {tr("way-temporary-go")} } }
                }
                section { class: "way",
                    h2 { {tr("way-own")} }
                    p { {tr("way-own-text")} }
                    p { Go { to: Route::SignIn, class: "button second", {tr("way-own-go")} } }
                }
            }
            RepresentativeWarning {}
            section {
                h2 { {tr("not-done-here")} }
                NotDoneHere {}
            }
            section {
                h2 { {tr("contact-heading")} }
                Contact {}
                p { Go { to: Route::Help, {tr("help-more")} } }
            }
        }
    }
}

/// Representatives never sign in for someone else.
#[component]
pub(crate) fn RepresentativeWarning() -> Element {
    rsx! {
        div { class: "panel attention",
            Icon { glyph: Glyph::Problem }
            div {
                p { strong { {tr("representative-title")} } }
                p { {tr("representative-text")} }
            }
        }
    }
}

/// What people look for here and do not find.
#[component]
pub(crate) fn NotDoneHere() -> Element {
    rsx! {
        ul {
            for id in ["not-done-sign-up", "not-done-renew", "not-done-other"] {
                li { key: "{id}", {tr(id)} }
            }
        }
    }
}

/// Where to write.
#[component]
pub(crate) fn Contact() -> Element {
    let app = App::here();
    let address = app.info.read().as_ref().map(|info| info.contact_address.clone());
    rsx! {
        if let Some(address) = address {
            p { {tr("contact-text")} }
            p { class: "code select", translate: "no", {address} }
        } else {
            p { {tr("contact-unknown")} }
        }
    }
}
