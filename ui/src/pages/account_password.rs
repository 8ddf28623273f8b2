//! Changing the own password: the one until now, and the new one. Every other device is signed out
//! with it.

use crate::app::{App, Loaded};
use crate::form::use_form;
use crate::host::ask;
use crate::pages::account_parts::{WithAccount, put};
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::parts::strength::use_strength;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::FieldProblem;
use contract::devices::{AccountView, ChangePassword};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn AccountPasswordPage() -> Element {
    let done = use_signal(|| false);
    if *done.read() {
        return rsx! { Changed {} };
    }
    rsx! {
        WithAccount { heading: tr("password-change-heading"), back: Route::Account,
            show: move |account: AccountView| rsx! { NewPassword { username: account.username, done } }
        }
    }
}

#[component]
fn NewPassword(username: String, done: Signal<bool>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut current = use_signal(String::new);
    let mut password = use_signal(String::new);
    let own = username.clone();
    let send = move |_| {
        form.send(|| {
            let answers = ChangePassword {
                current: current.peek().clone(),
                password: password.peek().clone(),
            };
            let answers = answers.check(&own, &Policy::PROGRAMME).map_err(on_page)?;
            Ok(Box::pin(async move {
                ask(&app.host(), answers).await.map_err(|mut problem| {
                    problem.fields = on_page(problem.fields);
                    problem
                })?;
                put(done, true);
                Ok(())
            }))
        });
    };
    let strength = use_strength(form, "new_password", password, own_words(app, &username));
    let least = [("least", Policy::PROGRAMME.password_min_chars.into())];
    rsx! {
        Question { heading: tr("password-change-heading"), back: Route::Account, form,
            label: tr("password-change-act"), busy_label: tr("own-password-storing"), send,
            before: rsx! { p { class: "lead", {tr("password-change-lead")} } },
            // Password managers store the name beside the password.
            input { class: "unseen", r#type: "text", name: "username", autocomplete: "username",
                value: username, readonly: true, tabindex: "-1", aria_hidden: "true" }
            SecretField { form, name: "current", label: tr("password-current"),
                value: current.read().clone(), autocomplete: "current-password",
                change: move |text| current.set(text),
            }
            SecretField { form, name: "new_password", label: tr("password-new"),
                hint: tr_with("own-password-hint", &least),
                value: password.read().clone(), autocomplete: "new-password",
                change: move |text| password.set(text),
                {strength}
            }
            {remark(Tone::Plain, tr("own-password-advice-words"))}
        }
    }
}

/// What somebody who knows this person would try first, one a line.
fn own_words(app: App, username: &str) -> String {
    let mut words = vec![username.to_owned()];
    if let Loaded::Ready(view) = &*app.board.read() {
        let me = view.board.person(view.board.me);
        words.extend(me.map(|me| format!("{}\n{}", me.name.given, me.name.family)));
        words.push(view.board.household.application_number.clone());
    }
    words.join("\n")
}

/// The same problems by the fields of this page, where two passwords stand.
fn on_page(mut fields: Vec<FieldProblem>) -> Vec<FieldProblem> {
    for problem in &mut fields {
        if problem.field == "password" {
            problem.field = "new_password".to_owned();
        }
    }
    fields
}

/// It is stored.
#[component]
fn Changed() -> Element {
    rsx! {
        Page { heading: tr("password-changed-heading"), back: Route::Account,
            {remark(Tone::Done, tr("password-changed-text"))}
            p { {tr("password-changed-mail")} }
            {go_button(Route::Account, "go-to-account")}
        }
    }
}
