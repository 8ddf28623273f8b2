//! What surrounds every page: the header with help, settings and language, the footer with the same
//! and who is signed in. Both lead there from everywhere.

use crate::app::{App, Loaded};
use crate::parts::icon::mark;
use crate::parts::language_menu::LanguageMenu;
use crate::parts::link::{Go, go};
use crate::route::{Route, Topic};
use crate::words::{tr, tr_with};
use dioxus::prelude::*;

/// Name, help, settings and language.
#[component]
pub(crate) fn Header() -> Element {
    let app = App::here();
    let signed_in = *app.signed_in.read();
    rsx! {
        header { class: "top", role: "banner",
            div { class: "row",
                Go { to: Route::Home, class: "brand", {mark()} span { {tr("app-name")} } }
                nav { aria_label: tr("nav-label"),
                    Go { to: Route::Help, {tr("help")} }
                    Go { to: Route::Settings, class: "roomy", {tr("settings")} }
                    if signed_in {
                        Go { to: Route::Account, class: "roomy", {tr("account")} }
                        button { class: "plain roomy", r#type: "button", onclick: move |_| app.leave(), {tr("sign-out")} }
                    }
                }
                LanguageMenu {}
            }
        }
    }
}

/// Help and settings again, who is signed in, and the way out.
#[component]
pub(crate) fn Footer() -> Element {
    let app = App::here();
    let version = app.start.read().as_ref().map(|start| start.version.clone());
    let signed_in = *app.signed_in.read();
    let me = match &*app.board.read() {
        Loaded::Ready(view) => view.board.person(view.board.me).map(|me| me.name.full()),
        _ => None,
    };
    rsx! {
        footer { class: "bottom", role: "contentinfo",
            div { class: "row",
                nav { aria_label: tr("footer-label"),
                    ul {
                        li { {go(Route::Help, "help-heading")} }
                        li { {go(Route::HelpOn(Topic::GenuineEmail), "genuine-heading")} }
                        li { {go(Route::Settings, "settings")} }
                        if signed_in {
                            li { {go(Route::Account, "account")} }
                        }
                    }
                }
                if signed_in {
                    p {
                        if let Some(name) = me {
                            span { {tr_with("signed-in-as", &[("name", name.into())])} }
                        }
                        button { class: "plain", r#type: "button", onclick: move |_| app.leave(), {tr("sign-out")} }
                    }
                }
                if let Some(version) = version {
                    p { class: "version", {tr_with("version", &[("version", version.into())])} }
                }
            }
        }
    }
}
