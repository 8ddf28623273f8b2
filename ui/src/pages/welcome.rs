//! The first page for those who are not signed in: every way in, help for those who have none yet,
//! and what this portal is not.

use crate::parts::contact::contact;
use crate::parts::link::{Go, doors, go};
use crate::parts::page::Page;
use crate::parts::panel::{Tone, banner};
use crate::route::{Route, Topic};
use crate::words::tr;
use dioxus::prelude::*;

/// The ways that do not lead in yet.
const OTHER_WAYS: [(Route, &str); 4] = [
    (Route::ConfirmAddress, "door-confirm-address"),
    (Route::HelpOn(Topic::GenuineEmail), "door-genuine-email"),
    (Route::HelpOn(Topic::NoEmail), "door-no-email"),
    (Route::HelpOn(Topic::NotHere), "door-not-here"),
];

#[component]
pub(crate) fn Welcome() -> Element {
    rsx! {
        Page { heading: tr("welcome-heading"),
            opening: rsx! { p { class: "lead", {tr("welcome-lead")} } },
            div { class: "ways",
                section { class: "way",
                    h2 { {tr("way-own")} }
                    p { {tr("way-own-text")} }
                    p { Go { to: Route::SignIn, class: "button", {tr("way-own-go")} } }
                }
                section { class: "way",
                    h2 { {tr("way-temporary")} }
                    p { {tr("way-temporary-text")} }
                    p { Go { to: Route::FirstSignIn, class: "button second", {tr("way-temporary-go")} } }
                }
                section { class: "way",
                    h2 { {tr("way-invitation")} }
                    p { {tr("way-invitation-text")} }
                    p { Go { to: Route::Invitation, class: "button second", {tr("way-invitation-go")} } }
                }
            }
            section {
                h2 { {tr("other-ways")} }
                {doors(&OTHER_WAYS)}
            }
            {representative_warning()}
            section {
                h2 { {tr("contact-heading")} }
                p { {tr("contact-text")} }
                {contact()}
                p { {tr("contact-include")} }
                p { {go(Route::Help, "help-more")} }
            }
        }
    }
}

/// Representatives never sign in for someone else.
pub(crate) fn representative_warning() -> Element {
    banner(Tone::Attention, tr("representative-title"), Some(tr("representative-text")))
}
