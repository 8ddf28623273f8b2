//! The frame around every page: header, notices, the page itself, footer; and what happens on its
//! own: following the browser's address, keeping typing when the window goes, refreshing the board.

use crate::app::{App, Phase};
use crate::browser::{self, Told};
use crate::pages;
use crate::parts::frame::{Footer, Header};
use crate::parts::notices::Notices;
use crate::parts::page::{Page, TryAgain};
use crate::parts::session_warning::SessionWarning;
use crate::parts::toast::Toasts;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::tr;
use contract::outbox::Act;
use contract::{Code, Problem};
use dioxus::prelude::*;
use futures_util::StreamExt;
use gloo_timers::future::TimeoutFuture;

/// The board is asked for again this often, in milliseconds, while it is looked at.
const REFRESH_MS: u32 = 30_000;

/// What waits to be sent is looked after this often, in milliseconds, while anything does.
const FOLLOW_MS: u32 = 1_000;

/// The whole interface.
#[component]
pub(crate) fn Root() -> Element {
    let app = use_context_provider(App::new);
    use_future(move || async move { app.begin().await });
    use_future(move || async move {
        let (told, mut heard) = futures_channel::mpsc::unbounded();
        browser::listen(&told);
        while let Some(event) = heard.next().await {
            match event {
                Told::Address(path) => app.follow_address(&path),
                Told::Hidden => app.flush(),
                Told::Width(wide) => app.show_width(wide),
                #[cfg(feature = "household")]
                Told::Shell(tells) => app.hear(tells),
                Told::Shown => {
                    app.act_on_outbox_soon(Act::Wake);
                    app.refresh_soon();
                    app.watch_session(false).await;
                }
            }
        }
    });
    use_future(move || async move {
        loop {
            TimeoutFuture::new(REFRESH_MS).await;
            let watched = app.route.peek().follows_the_household();
            if watched && browser::is_shown() {
                app.refresh_in_background().await;
            }
        }
    });
    use_future(move || async move {
        loop {
            TimeoutFuture::new(FOLLOW_MS).await;
            if app.follows_outbox() && browser::is_shown() {
                app.act_on_outbox(Act::Show).await;
            }
        }
    });
    use_future(move || async move {
        loop {
            let seconds = app.watch_session(browser::was_used()).await;
            TimeoutFuture::new(seconds * 1_000).await;
        }
    });

    let phase = app.phase.read().clone();
    match phase {
        Phase::Starting | Phase::Wordless => rsx! {},
        Phase::Failed(problem) => rsx! {
            Header {}
            main { id: "content", class: "page",
                TryAgain {
                    heading: tr("start-failed"),
                    problem,
                    again: move |()| { spawn(async move { app.begin().await }); },
                }
            }
        },
        Phase::Running => rsx! { Frame {} },
    }
}

/// Header, page and footer.
#[component]
pub(crate) fn Frame() -> Element {
    let app = App::here();
    let route = *app.route.read();
    let board = route == Route::Home && *app.signed_in.read();
    rsx! {
        a { class: "skip", href: "#content",
            onclick: move |event| {
                event.prevent_default();
                browser::focus("page-heading");
            },
            {tr("skip-to-content")}
        }
        Header {}
        Notices {}
        if *app.leaving.read() {
            main { id: "content", class: "page",
                h1 { id: "page-heading", tabindex: "-1", {tr("signing-out-heading")} }
                p { role: "status", {tr("signing-out-text")} }
            }
        } else {
        // One list entry per path: another person's page is another page, not a changed one.
        for path in [route.path()] {
            main { key: "{path}", id: "content", class: if board { "page broad" } else { "page" }, Shown { route } }
        }
        }
        Footer {}
        Toasts {}
        SessionWarning {}
        div { class: "unseen", role: "status", aria_live: "polite", {app.said.read().clone()} }
    }
}

#[component]
fn Shown(route: Route) -> Element {
    let app = App::here();
    #[cfg(feature = "household")]
    if let Some(locked) = app.asks_about_keeping(route) {
        return rsx! { pages::passphrase::PassphrasePage { locked } };
    }
    if cfg!(not(feature = "household")) && route.is_in_the_other_program() {
        return rsx! { OtherProgram { route } };
    }
    if route.needs_all_words() && !app.has_all_words() {
        return rsx! { OtherWords { route } };
    }
    match route {
        Route::Home if !*app.signed_in.read() => rsx! { pages::welcome::Welcome {} },
        Route::FirstSignIn => rsx! { pages::first_sign_in::FirstSignInPage {} },
        Route::OwnPassword => rsx! { pages::own_password::OwnPassword {} },
        Route::SignIn => rsx! { pages::sign_in::SignInPage {} },
        Route::Help => rsx! { pages::help::Help {} },
        Route::HelpOn(topic) => rsx! { pages::help::HelpOn { topic } },
        Route::Settings => rsx! { pages::settings::SettingsPage {} },
        Route::NotFound => rsx! { pages::not_found::NotFound {} },
        of_a_household => inside(of_a_household),
    }
}

/// Has the portal send the program that shows a page.
#[component]
fn OtherProgram(route: Route) -> Element {
    use_hook(move || browser::load_anew(&route.path()));
    rsx! { Waiting {} }
}

/// Stands there while the words of a page are on their way.
#[component]
fn OtherWords(route: Route) -> Element {
    let app = App::here();
    let mut failed = use_signal(|| false);
    let fetch = move || async move {
        failed.set(false);
        let here = app.fetch_other_words().await;
        if !here {
            failed.set(true);
        }
    };
    use_future(fetch);
    let heading = tr(if route == Route::Settings { "settings" } else { "help-heading" });
    if *failed.read() {
        let problem = Problem::new(Code::PortalUnreachable);
        return rsx! {
            TryAgain { heading, problem, again: move |()| { spawn(fetch()); } }
        };
    }
    rsx! {
        Page { heading, back: Route::Home, Waiting {} }
    }
}

/// The pages of a household.
#[cfg(feature = "household")]
fn inside(route: Route) -> Element {
    match route {
        Route::Person(person) => rsx! { pages::person::PersonPage { person } },
        Route::Timeline(person) => rsx! { pages::person_timeline::TimelinePage { person } },
        Route::Card(person) => rsx! { pages::card::CardPage { person } },
        Route::Declaration => rsx! { pages::declaration::Declaration {} },
        Route::DeclarationDone => rsx! { pages::declaration::DeclarationDone {} },
        Route::Address => rsx! { pages::address::AddressPage {} },
        Route::AddressCheck => rsx! { pages::address_check::AddressCheck {} },
        Route::AddressDone => rsx! { pages::address_check::AddressDone {} },
        Route::Photo(person) => rsx! { pages::photo::PhotoPage { person } },
        Route::PhotoGuide(person) => rsx! { pages::photo_guide::PhotoGuide { person } },
        Route::PhotoFrame(person) => rsx! { pages::photo_frame::PhotoFrame { person } },
        Route::PhotoCheck(person) => rsx! { pages::photo_check::PhotoCheck { person } },
        Route::PhotoDone(person) => rsx! { pages::photo_check::PhotoDone { person } },
        Route::Invitation => rsx! { pages::invitation::OpenInvitationPage {} },
        Route::InvitationAgain => rsx! { pages::invitation_again::InvitationAgain {} },
        Route::InvitationAnswer => rsx! { pages::invitation_answer::InvitationAnswer {} },
        Route::InvitationCheck => rsx! { pages::invitation_check::InvitationCheck {} },
        Route::InvitationConfirm => rsx! { pages::invitation_confirm::InvitationConfirm {} },
        Route::InvitationOutside => rsx! { pages::invitation::InvitationOutside {} },
        Route::ConfirmAddress => rsx! { pages::confirm_address::ConfirmAddressPage {} },
        Route::ForgottenPassword => rsx! { pages::forgotten::ForgottenPassword {} },
        Route::ForgottenPasswordCode => rsx! { pages::forgotten::ForgottenPasswordCode {} },
        Route::ForgottenUsername => rsx! { pages::forgotten::ForgottenUsername {} },
        Route::FirstSignInAgain => rsx! { pages::first_sign_in_again::FirstSignInAgain {} },
        Route::SecondFactor => rsx! { pages::second_factor::SecondFactorPage {} },
        Route::Account => rsx! { pages::account::AccountPage {} },
        Route::AccountPassword => rsx! { pages::account_password::AccountPasswordPage {} },
        Route::AccountEmail => rsx! { pages::account_email::AccountEmailPage {} },
        Route::AccountSecondFactor => {
            rsx! { pages::account_second_factor::AccountSecondFactorPage {} }
        }
        Route::AccountDevices => rsx! { pages::account_devices::AccountDevicesPage {} },
        Route::Summary => rsx! { pages::summary::SummaryPage {} },
        Route::Messages(person) => rsx! { pages::messages::MessagesPage { person } },
        Route::OwnAccount(person) => rsx! { pages::own_account::OwnAccountPage { person } },
        _ => rsx! { pages::home::Home {} },
    }
}

/// The entrance leads nowhere by itself: after the sign-in the portal sends the other program.
#[cfg(not(feature = "household"))]
fn inside(_: Route) -> Element {
    rsx! {}
}
