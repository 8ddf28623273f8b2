//! Help and contact, with or without a session: where to write and what, and a page per topic.

use crate::app::App;
#[cfg(feature = "household")]
use crate::pages::genuine::Genuine;
use crate::pages::photo_guide::PhotoGuide;
use crate::parts::contact::{contact, official_page};
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::{doors, go, go_button};
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::route::{Route, Topic};
use crate::words::{tr, tr_with};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn Help() -> Element {
    let topics = Topic::ALL.map(|topic| (topic, format!("door-{}", topic.name())));
    let topics: Vec<(Route, &str)> =
        topics.iter().map(|(topic, id)| (Route::HelpOn(*topic), id.as_str())).collect();
    rsx! {
        Page { heading: tr("help-heading"), back: Route::Home,
            {doors(&topics)}
            section {
                h2 { {tr("contact-heading")} }
                p { {tr("contact-text")} }
                {contact()}
                h3 { {tr("contact-write")} }
                {dos(&["contact-write-who", "contact-write-what", "contact-write-with"], Glyph::Tick, "")}
                h3 { {tr("contact-never")} }
                {dos(&["contact-never-password", "contact-never-documents"], Glyph::Never, "never")}
            }
            section {
                h2 { {tr("official-page-heading")} }
                p { {tr("official-page-text")} }
                {official_page()}
            }
        }
    }
}

/// What to do, or never to do, each with its sign.
fn dos(ids: &[&str], glyph: Glyph, class: &'static str) -> Element {
    rsx! {
        ul { class: "dos",
            for id in ids {
                li { key: "{id}", class, {icon(glyph)} span { {tr(id)} } }
            }
        }
    }
}

/// Whether an email is genuine.
#[cfg(feature = "household")]
fn genuine() -> Element {
    rsx! { Genuine {} }
}

/// The program of the household shows it (`Route::is_in_the_other_program`).
#[cfg(not(feature = "household"))]
fn genuine() -> Element {
    rsx! {}
}

/// Help on one topic.
#[component]
pub(crate) fn HelpOn(topic: Topic) -> Element {
    let signed_in = *App::here().signed_in.read();
    let (heading, about) = match topic {
        Topic::GenuineEmail => return genuine(),
        Topic::Photo => return rsx! { PhotoGuide {} },
        Topic::NoEmail => ("no-email-heading", no_email()),
        Topic::Invitation => ("invitation-heading", invitation(signed_in)),
        Topic::Password => ("password-help-heading", password(signed_in)),
        Topic::Accessibility => ("accessibility-heading", accessibility()),
        Topic::NotHere => ("not-done-here", not_here()),
    };
    rsx! {
        Page { heading: tr(heading), back: Route::Help,
            {about}
            section {
                h2 { {tr("contact-heading")} }
                {contact()}
                p { {tr("contact-include")} }
            }
        }
    }
}

/// Sentences in order.
fn in_order(ids: &[&str]) -> Element {
    rsx! {
        ol { class: "next-steps",
            for id in ids {
                li { key: "{id}", {tr(id)} }
            }
        }
    }
}

fn no_email() -> Element {
    rsx! {
        {drawing(Drawing::Letter, "small")}
        {in_order(&["no-email-junk", "no-email-wait", "no-email-ask"])}
        {remark(Tone::Plain, tr("no-email-why"))}
    }
}

fn invitation(signed_in: bool) -> Element {
    rsx! {
        p { class: "lead", {tr("invitation-lead")} }
        {in_order(&["invitation-answer", "invitation-officer", "invitation-account"])}
        {remark(Tone::Attention, tr("invitation-abroad"))}
        if !signed_in {
            {go_button(Route::Invitation, "way-invitation-go")}
            p { {go(Route::InvitationAgain, "open-no-code")} }
        }
        p { {go(Route::ConfirmAddress, "door-confirm-address")} }
        p { {go(Route::HelpOn(Topic::GenuineEmail), "door-genuine-email")} }
    }
}

fn password(signed_in: bool) -> Element {
    let days = Policy::PROGRAMME.temporary_password_days;
    let delay = Policy::PROGRAMME.email_change_delay_hours;
    rsx! {
        section {
            h2 { {tr("expired-heading")} }
            p { {tr_with("expired-text", &[("days", days.into())])} }
            if !signed_in {
                p { {go(Route::FirstSignInAgain, "way-out-first-again")} }
            }
        }
        section {
            h2 { {tr("forgotten-heading")} }
            p { {tr("forgotten-text")} }
            if !signed_in {
                p { {go(Route::ForgottenPassword, "forgotten-password-go")} }
                p { {go(Route::ForgottenUsername, "forgotten-username-go")} }
            }
        }
        section {
            h2 { {tr("lost-mailbox-heading")} }
            p { {tr_with("lost-mailbox-text", &[("hours", delay.into())])} }
        }
        section {
            h2 { {tr("factor-lost-heading")} }
            p { {tr("factor-lost-phone")} }
            p { {tr("factor-lost-both")} }
        }
    }
}

fn accessibility() -> Element {
    rsx! {
        p { class: "lead", {tr("accessibility-text")} }
        ul {
            for id in ["accessibility-keyboard", "accessibility-reader", "accessibility-zoom", "accessibility-time"] {
                li { key: "{id}", {tr(id)} }
            }
        }
        p { {go(Route::Settings, "accessibility-settings")} }
    }
}

fn not_here() -> Element {
    rsx! {
        ul {
            for id in ["not-done-sign-up", "not-done-renew", "not-done-other"] {
                li { key: "{id}", {tr(id)} }
            }
        }
        p { {tr("official-page-text")} }
        {official_page()}
    }
}
