//! Help and contact, with or without a session.

use crate::app::App;
use crate::pages::welcome::{Contact, NotDoneHere};
use crate::parts::page::Page;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::Language;
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR, Policy};
use dioxus::prelude::*;

#[component]
pub(crate) fn Help() -> Element {
    let app = App::here();
    let official = app.info.read().as_ref().map_or_else(
        || (OFFICIAL_PAGE_EN.to_owned(), OFFICIAL_PAGE_FR.to_owned()),
        |info| (info.official_page_en.clone(), info.official_page_fr.clone()),
    );
    let official = match app.language() {
        Language::English => official.0,
        Language::French => official.1,
    };
    let days = Policy::PROGRAMME.temporary_password_days;
    rsx! {
        Page { heading: tr("help-heading"), back: Route::Home,
            section {
                h2 { {tr("contact-heading")} }
                Contact {}
                p { {tr("contact-include")} }
            }
            section {
                h2 { {tr("no-email-heading")} }
                ol {
                    li { {tr("no-email-junk")} }
                    li { {tr("no-email-wait")} }
                    li { {tr("no-email-ask")} }
                }
            }
            section {
                h2 { {tr("expired-heading")} }
                p { {tr_with("expired-text", &[("days", days.into())])} }
            }
            section {
                h2 { {tr("genuine-heading")} }
                p { {tr("genuine-intro")} }
                ul {
                    li { {tr("genuine-sender")} }
                    li { {tr("genuine-languages")} }
                    li {
                        {tr("genuine-subject")}
                        p { class: "code select", translate: "no", {MAIL_SUBJECT} }
                    }
                    li {
                        {tr("genuine-link")}
                        p { class: "code select", translate: "no", {official} }
                    }
                }
                p { {tr("genuine-codes")} }
                p { strong { {tr("genuine-no")} } }
            }
            section {
                h2 { {tr("not-done-here")} }
                NotDoneHere {}
            }
            section {
                h2 { {tr("accessibility-heading")} }
                p { {tr("accessibility-text")} }
            }
        }
    }
}
