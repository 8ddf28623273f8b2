//! Settings: language, light or dark, the size of letters, notifications, who is signed in, and what is kept where.
//! A choice holds as soon as it is made.

use crate::app::{App, Loaded};
use crate::parts::choices::{Answer, Group};
use crate::parts::confirm::Confirm;
use crate::parts::link::go;
use crate::parts::page::Page;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::Language;
use contract::host::{Keeping, Settings, TextSize, Theme};
use dioxus::prelude::*;

const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "theme-system"), (Theme::Light, "theme-light"), (Theme::Dark, "theme-dark")];
/// Each size with its name, which is also the class of its words.
const SIZES: [(TextSize, &str); 3] = [
    (TextSize::Standard, "text-size-standard"),
    (TextSize::Large, "text-size-large"),
    (TextSize::Largest, "text-size-largest"),
];

#[component]
pub(crate) fn SettingsPage() -> Element {
    let app = App::here();
    let settings = *app.settings.read();
    let language = app.language();
    let keeping = app.start.read().as_ref().map_or(Keeping::UntilClosed, |start| start.keeping);
    let holds = match keeping {
        Keeping::OnDevice | Keeping::WithPassphrase => "settings-hold",
        Keeping::WithPortal => "settings-hold-tab",
        Keeping::UntilClosed | Keeping::Undecided | Keeping::Locked => "settings-hold-until-closed",
    };
    let choose = move |settings: Settings| {
        app.choose(settings);
        app.say(tr("settings-chosen"));
    };
    rsx! {
        Page { heading: tr("settings"), back: Route::Home,
            p { class: "lead", {tr(holds)} }
            form { class: "read-first", onsubmit: move |event| event.prevent_default(),
                Group { name: "language", question: tr("settings-language"), one: true,
                    answers: Language::ALL.map(|each| Answer {
                        lang: Some(each.tag()),
                        ..Answer::new(each.own_name().to_owned(), each == language)
                    }).to_vec(),
                    change: move |(i, _): (usize, bool)| app.choose_language(Language::ALL[i]),
                }
                Group { name: "theme", question: tr("settings-theme"), one: true, abreast: true,
                    answers: THEMES.map(|(each, id)| Answer::new(tr(id), each == settings.theme)).to_vec(),
                    change: move |(i, _): (usize, bool)| choose(Settings { theme: THEMES[i].0, ..settings }),
                }
                Group { name: "text_size", question: tr("settings-text-size"), one: true,
                    hint: tr("settings-text-size-hint"),
                    answers: SIZES.map(|(each, id)| Answer {
                        class: id,
                        ..Answer::new(tr(id), each == settings.text_size)
                    }).to_vec(),
                    change: move |(i, _): (usize, bool)| choose(Settings { text_size: SIZES[i].0, ..settings }),
                }
                {notifications(settings, keeping, EventHandler::new(choose))}
            }
            section {
                h2 { {tr("settings-session")} }
                {session()}
            }
            section {
                h2 { {tr("data-heading")} }
                {data(keeping)}
                {passphrase(keeping)}
                if matches!(keeping, Keeping::OnDevice | Keeping::WithPassphrase) {
                    RemoveData {}
                }
            }
        }
    }
}

/// Who is signed in.
fn session() -> Element {
    let app = App::here();
    if !*app.signed_in.read() {
        return rsx! {
            p { {tr("nobody-signed-in")} }
            p { {go(Route::SignIn, "way-own-go")} }
        };
    }
    let me = match &*app.board.read() {
        Loaded::Ready(view) => view.board.person(view.board.me).map(|me| me.name.full()),
        _ => None,
    };
    rsx! {
        if let Some(name) = me {
            p { {tr_with("signed-in-as", &[("name", name.into())])} }
        }
        p { {go(Route::Account, "account-go")} }
        p { {tr("sign-out-text")} }
        p { class: "act",
            button { class: "button second", r#type: "button", onclick: move |_| app.leave(), {tr("sign-out")} }
        }
    }
}

/// What is kept where.
fn data(keeping: Keeping) -> Element {
    let (lead, kept): (_, &[&str]) = match keeping {
        Keeping::OnDevice => (
            "data-on-device",
            &["data-kept-session", "data-kept-typed", "data-kept-photos", "data-kept-seen"],
        ),
        Keeping::WithPortal => {
            ("data-with-portal", &["data-portal-typed", "data-portal-photos", "data-portal-shared"])
        }
        Keeping::WithPassphrase => {
            ("data-with-passphrase", &["data-kept-typed", "data-kept-photos", "data-kept-seen"])
        }
        Keeping::UntilClosed | Keeping::Undecided | Keeping::Locked => {
            ("data-until-closed", &["data-until-closed-typed"])
        }
    };
    rsx! {
        p { {tr(lead)} }
        ul {
            for id in kept {
                li { key: "{id}", {tr(id)} }
            }
        }
        p { {tr("data-sent")} }
        p { {go(Route::Help, "help-heading")} }
    }
}

/// Whether the system shows news: in the app only.
#[cfg(feature = "household")]
fn notifications(settings: Settings, keeping: Keeping, choose: EventHandler<Settings>) -> Element {
    rsx! { crate::pages::notifications::NotificationSettings { settings, keeping, choose } }
}

#[cfg(not(feature = "household"))]
fn notifications(_: Settings, _: Keeping, _: EventHandler<Settings>) -> Element {
    rsx! {}
}

/// What can be decided about a passphrase: in the app only.
#[cfg(feature = "household")]
fn passphrase(keeping: Keeping) -> Element {
    rsx! { crate::pages::passphrase::PassphraseSettings { keeping } }
}

#[cfg(not(feature = "household"))]
fn passphrase(_: Keeping) -> Element {
    rsx! {}
}

/// Removing everything that is kept here, once it was asked twice.
#[component]
fn RemoveData() -> Element {
    let app = App::here();
    let mut asking = use_signal(|| false);
    rsx! {
        p { class: "act",
            button { id: "remove-data-ask", class: "button second", r#type: "button",
                onclick: move |_| asking.set(true),
                {tr("data-remove")}
            }
        }
        Confirm { id: "remove-data", open: asking, title: tr("data-remove-title"), text: tr("data-remove-text"),
            act: tr("data-remove-act"),
            agreed: move |()| app.remove_device_data(),
        }
    }
}
