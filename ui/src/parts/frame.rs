//! What surrounds every page: header with language switch, notices about this device and the
//! network, footer with sign-out.

use crate::app::{App, Loaded};
use crate::parts::icon::{Glyph, Icon, Mark};
use crate::parts::link::Go;
use crate::route::Route;
use crate::words::{code_text, moment, problem_text, tr, tr_with};
use contract::host::StaleReason;
use contract::{Code, Language};
use dioxus::prelude::*;
use locale::Texts;

/// Name, help and language.
#[component]
pub(crate) fn Header() -> Element {
    let app = App::here();
    let current = app.language();
    rsx! {
        header { class: "top", role: "banner",
            div { class: "row",
                Go { to: Route::Home, class: "brand", Mark {} span { {tr("app-name")} } }
                nav { aria_label: tr("nav-label"),
                    Go { to: Route::Help, {tr("help")} }
                    // By place and not by language, so that the button keeps the focus.
                    for (i , language) in Language::ALL.into_iter().filter(|other| *other != current).enumerate() {
                            button { key: "{i}", class: "plain", r#type: "button", lang: language.tag(),
                                onclick: move |_| {
                                    app.choose_language(language);
                                    app.say(tr("language-chosen"));
                                },
                                {Texts::new(language).get("language-name")}
                            }
                    }
                }
            }
        }
    }
}

/// What the reader should know about this device and the network.
#[component]
pub(crate) fn Notices() -> Element {
    let app = App::here();
    let signed_in = *app.signed_in.read();
    let (demonstration, kept) = app.start.read().as_ref().map_or((false, None), |start| {
        // What was set aside asks for a new sign-in, and is over with it.
        let over = start.notice == Some(Code::DeviceKeyWrong) && signed_in;
        (start.demonstration, start.notice.filter(|_| !over))
    });
    let stale = match &*app.board.read() {
        Loaded::Ready(view) if signed_in => view.stale.map(|why| (why, view.as_of)),
        _ => None,
    };
    let not_kept = app.not_kept.read().as_ref().map(problem_text);
    if !demonstration && stale.is_none() && not_kept.is_none() && kept.is_none() {
        return rsx! {};
    }
    let stale = stale.map(|(why, as_of)| {
        let id = match why {
            StaleReason::Offline => "stale-offline",
            StaleReason::PortalUnreachable => "stale-unreachable",
        };
        tr_with(id, &[("when", moment(as_of).into())])
    });
    rsx! {
        aside { class: "notices", aria_label: tr("notices-label"),
            if demonstration {
                Notice { class: "notice demo", glyph: Glyph::Info, text: tr("demonstration") }
            }
            if let Some(text) = stale {
                Notice { class: "notice", glyph: Glyph::Offline, text }
            }
            if let Some(text) = not_kept {
                Notice { class: "notice", glyph: Glyph::Problem, text }
            } else if let Some(code) = kept {
                Notice { class: "notice", glyph: Glyph::Info, text: code_text(code) }
            }
        }
    }
}

#[component]
fn Notice(class: String, glyph: Glyph, text: String) -> Element {
    rsx! {
        div { class, role: "status",
            div { class: "row", Icon { glyph } span { {text} } }
        }
    }
}

/// Who is signed in, and the way out.
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
