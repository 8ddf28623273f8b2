//! Changing the address that mail goes to: the new one with the password, the code that was mailed
//! there, and what becomes of the old one. The change holds only once the code was typed.

use crate::app::App;
use crate::form::use_form;
use crate::host::ask;
use crate::pages::account::new_email;
use crate::pages::account_parts::{WithAccount, put};
use crate::parts::contact::contact;
use crate::parts::disclosure::disclosure;
use crate::parts::fields::TextField;
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::route::Route;
use crate::view::account::{EmailStage, email_stage};
use crate::words::{tr, tr_with};
use contract::devices::{AccountView, ChangeEmail};
use contract::invitation::ConfirmAddress;
use contract::policy::Policy;
use dioxus::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// As the account says.
    Opening,
    /// A new address is asked for.
    Ask,
    /// The code that was mailed to this address is asked for.
    Code(String),
    /// Mail goes to this address now.
    Done(String),
}

#[component]
pub(crate) fn AccountEmailPage() -> Element {
    let stage = use_signal(|| Stage::Opening);
    // Outlives the stages: who goes back finds the address that was typed.
    let typed = use_signal(String::new);
    rsx! {
        WithAccount { heading: tr("email-heading"), back: Route::Account,
            show: move |account: AccountView| {
                let shown = match (&*stage.read(), email_stage(&account)) {
                    (Stage::Opening, EmailStage::Ask) => Stage::Ask,
                    (Stage::Opening, EmailStage::Code(email)) => Stage::Code(email),
                    (shown, _) => shown.clone(),
                };
                match shown {
                    Stage::Opening | Stage::Ask => rsx! { NewAddress { account, email: typed, stage } },
                    Stage::Code(email) => rsx! { Code { email, typed, stage } },
                    Stage::Done(email) => rsx! { Changed { email, old: account.email } },
                }
            }
        }
    }
}

#[component]
fn NewAddress(account: AccountView, mut email: Signal<String>, stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut password = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let answers =
                ChangeEmail { email: email.peek().clone(), password: password.peek().clone() };
            let answers = answers.check()?;
            Ok(Box::pin(async move {
                let email = answers.email.clone();
                ask(&app.host(), answers).await?;
                put(stage, Stage::Code(email));
                Ok(())
            }))
        });
    };
    let now = account.email.unwrap_or_else(|| tr("account-email-none"));
    rsx! {
        Question { heading: tr("email-heading"), back: Route::Account, form,
            label: tr("email-act"), send,
            before: rsx! {
                p { class: "lead", {tr_with("email-now", &[("email", now.into())])} }
                p { {tr("email-lead")} }
                if let Some(new) = account.new_email.filter(|new| new.holds_from.is_some()) {
                    {new_email(&new)}
                }
            },
            after: rsx! {
                {disclosure(tr("email-lost"), rsx! {
                    p {
                        {tr_with("email-lost-text",
                            &[("hours", Policy::PROGRAMME.email_change_delay_hours.into())])}
                    }
                    {contact()}
                })}
            },
            TextField { form, name: "email", label: tr("email-new"), hint: tr("email-new-hint"),
                required: true, value: email.read().clone(), autocomplete: "email",
                inputmode: "email",
                change: move |text| email.set(text),
            }
            SecretField { form, name: "password", label: tr("password-yours"),
                hint: tr("password-why"),
                value: password.read().clone(), autocomplete: "current-password",
                change: move |text| password.set(text),
            }
        }
    }
}

#[component]
fn Code(email: String, typed: Signal<String>, stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut code = use_signal(String::new);
    let (address, mistyped) = (email.clone(), email.clone());
    let send = move |_| {
        form.send(|| {
            let answers = ConfirmAddress { email: address.clone(), code: code.peek().clone() };
            let answers = answers.check()?;
            Ok(Box::pin(async move {
                let email = answers.email.clone();
                ask(&app.host(), answers).await?;
                put(stage, Stage::Done(email));
                Ok(())
            }))
        });
    };
    let mailed = [
        ("email", email.into()),
        ("hours", Policy::PROGRAMME.confirmation_hours.into()),
        ("tries", Policy::PROGRAMME.confirmation_tries.into()),
    ];
    rsx! {
        Question { heading: tr("email-code-heading"), back: Route::Account, form,
            label: tr("email-code-act"), busy_label: tr("checking"), send,
            before: rsx! {
                p { class: "lead", {tr_with("email-code-lead", &mailed)} }
                p { {tr("email-code-until")} }
            },
            after: rsx! {
                p { {tr("email-code-none")} }
                p {
                    button { class: "plain", r#type: "button",
                        onclick: move |_| {
                            put(typed, mistyped.clone());
                            put(stage, Stage::Ask);
                        },
                        {tr("email-code-again")}
                    }
                }
            },
            TextField { form, name: "code", label: tr("email-code"), hint: tr("email-code-hint"),
                required: true, value: code.read().clone(), autocomplete: "one-time-code",
                inputmode: "numeric", width: "code",
                change: move |text| code.set(text),
            }
        }
    }
}

/// Mail goes to the new address.
#[component]
fn Changed(email: String, old: Option<String>) -> Element {
    rsx! {
        Page { heading: tr("email-done-heading"), back: Route::Account,
            {remark(Tone::Done, tr_with("email-done", &[("email", email.into())]))}
            if let Some(old) = old {
                p { {tr_with("email-done-old", &[("email", old.into())])} }
            }
            p { {tr("email-done-username")} }
            {go_button(Route::Account, "go-to-account")}
        }
    }
}
