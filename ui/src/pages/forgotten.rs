//! A forgotten password and a forgotten username. Asking is answered alike, whether or not there is
//! such an account; everything goes to confirmed addresses only.

use crate::app::App;
use crate::form::{Typed, use_form, use_typed};
use crate::host;
use crate::pages::invitation::{code_field, ways_out};
use crate::parts::contact::contact;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::fields::{TextField, username_field};
use crate::parts::link::{go, go_button};
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::parts::strength::use_strength;
use crate::parts::waiting::Waiting;
use crate::route::{Route, Topic};
use crate::words::{tr, tr_with};
use contract::draft::{DraftKey, SignInDraft};
use contract::policy::Policy;
use contract::recovery::{RemindUsername, ResetPassword, SendResetCode};
use dioxus::prelude::*;

/// Something was mailed, if there is an account for it: where to look, and how it goes on.
#[component]
pub(crate) fn Sent(
    heading: String,
    back: Route,
    lead: String,
    /// What to do, in order.
    steps: Vec<String>,
    /// The page that it goes on with.
    next: (Route, &'static str),
    /// Asks once more.
    again: EventHandler<()>,
) -> Element {
    rsx! {
        Page { heading, back,
            {drawing(Drawing::Letter, "small")}
            p { class: "lead", {lead} }
            ol { class: "next-steps",
                for (i , text) in steps.into_iter().enumerate() {
                    li { key: "{i}", {text} }
                }
            }
            {go_button(next.0, next.1)}
            p {
                button { class: "plain", r#type: "button", onclick: move |_| again.call(()), {tr("sent-again")} }
            }
            section {
                h2 { {tr("contact-heading")} }
                {contact()}
                p { {tr("contact-include")} }
            }
        }
    }
}

#[component]
pub(crate) fn ForgottenPassword() -> Element {
    let typed = use_typed::<SignInDraft>(DraftKey::SignIn);
    if typed.is_loaded() {
        rsx! { AskForCode { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn AskForCode(typed: Typed<SignInDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let send = move |_| {
        form.send(|| {
            let answers = SendResetCode { username: typed.now().username }.check()?;
            Ok(Box::pin(async move {
                host::ask(&app.host(), answers).await?;
                app.go(Route::ForgottenPasswordCode);
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("forgotten-password-heading"), back: Route::SignIn, form,
            label: tr("forgotten-password-send"), send,
            before: rsx! { p { class: "lead", {tr("forgotten-password-lead")} } },
            after: rsx! {
                p { {go(Route::ForgottenPasswordCode, "forgotten-password-have")} }
                p { {go(Route::ForgottenUsername, "forgotten-username-go")} }
                p { {go(Route::FirstSignInAgain, "way-out-first-again")} }
            },
            {username_field(form, typed.get().username, move |text| typed.change(|draft| draft.username = text))}
        }
    }
}

#[component]
pub(crate) fn ForgottenPasswordCode() -> Element {
    let typed = use_typed::<SignInDraft>(DraftKey::SignIn);
    if typed.is_loaded() {
        rsx! { NewPassword { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn NewPassword(typed: Typed<SignInDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut code = use_signal(String::new);
    let mut password = use_signal(String::new);
    let policy = Policy::PROGRAMME;
    let send = move |_| {
        form.send(|| {
            let answers = ResetPassword {
                username: typed.now().username,
                code: code.peek().clone(),
                password: password.peek().clone(),
            };
            let answers = answers.check(&Policy::PROGRAMME)?;
            Ok(Box::pin(async move {
                host::ask(&app.host(), answers).await?;
                let said = crate::words::in_texts(&app.texts.peek(), "reset-done");
                app.go(Route::SignIn);
                app.tell(said);
                Ok(())
            }))
        });
    };
    let strength = use_strength(form, "password", password, typed.get().username);
    let minutes = policy.reset_code_seconds / 60;
    rsx! {
        Question { heading: tr("reset-heading"), back: Route::ForgottenPassword, form,
            label: tr("reset-store"), busy_label: tr("own-password-storing"), send,
            before: rsx! {
                {ways_out(form)}
                p { class: "lead", {tr_with("reset-lead", &[("minutes", minutes.into())])} }
            },
            after: rsx! {
                section {
                    h2 { {tr("reset-no-code")} }
                    ul {
                        li { {tr_with("reset-junk", &[("minutes", minutes.into())])} }
                        li { {go(Route::ForgottenPassword, "way-out-reset-code")} }
                        li { {tr("reset-lost-mailbox")} " " {go(Route::Help, "help-heading")} }
                    }
                }
            },
            {username_field(form, typed.get().username, move |text| typed.change(|draft| draft.username = text))}
            {code_field(form, "code", tr("reset-code"), tr("reset-code-hint"), code.read().clone(),
                move |text| code.set(text))}
            SecretField { form, name: "password", label: tr("reset-password"),
                hint: tr_with("own-password-hint", &[("least", policy.password_min_chars.into())]),
                value: password.read().clone(), autocomplete: "new-password",
                change: move |text| password.set(text),
                {strength}
            }
            {remark(Tone::Plain, tr("reset-ends-sessions"))}
        }
    }
}

#[component]
pub(crate) fn ForgottenUsername() -> Element {
    let app = App::here();
    let form = use_form();
    let mut email = use_signal(String::new);
    let mut sent = use_signal(|| false);
    let send = move |_| {
        form.send(|| {
            let answers = RemindUsername { email: email.peek().clone() }.check()?;
            Ok(Box::pin(async move {
                host::ask(&app.host(), answers).await?;
                form.end();
                // The page may have been left meanwhile.
                if sent.try_peek().is_ok() {
                    sent.set(true);
                }
                Ok(())
            }))
        });
    };
    if *sent.read() {
        return rsx! {
            Sent { heading: tr("again-sent-heading"), back: Route::SignIn,
                lead: tr_with("forgotten-username-sent", &[("email", email.read().trim().into())]),
                steps: vec![tr("no-email-junk"), tr("no-email-wait"), tr("forgotten-username-other")],
                next: (Route::SignIn, "way-own-go"),
                again: move |()| sent.set(false),
            }
        };
    }
    rsx! {
        Question { heading: tr("forgotten-username-heading"), back: Route::SignIn, form,
            label: tr("forgotten-username-send"), send,
            before: rsx! { p { class: "lead", {tr("forgotten-username-lead")} } },
            after: rsx! {
                p { {tr("forgotten-username-where")} " " {go(Route::HelpOn(Topic::NoEmail), "door-no-email")} }
            },
            TextField { form, name: "email", label: tr("email-address"), hint: tr("forgotten-username-hint"), required: true,
                value: email.read().clone(), autocomplete: "email", inputmode: "email",
                change: move |text| email.set(text),
            }
        }
    }
}
