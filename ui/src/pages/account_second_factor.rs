//! The second factor: why and how, the picture code and its secret, the first code that turns it on,
//! the recovery codes that are shown once; and, once it is on, new recovery codes or turning it off.

use crate::app::App;
use crate::form::{Form, use_form};
use crate::host::ask;
use crate::pages::account::codes_words;
use crate::pages::account_parts::{WithAccount, put};
use crate::pages::account_recovery_codes::ShownOnce;
use crate::pages::account_second_factor_secret::Secret;
use crate::parts::contact::contact;
use crate::parts::disclosure::disclosure;
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::route::Route;
use crate::words::{day, tr, tr_with};
use contract::devices::AccountView;
use contract::factor::{
    BeginSecondFactor, NewRecoveryCodes, RecoveryCodes, SecondFactorSecret, TurnOffSecondFactor,
};
use contract::policy::Policy;
use contract::{Code, FieldProblem};
use dioxus::prelude::*;
use jiff::civil::Date;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    /// As the account says: off with the first question, or on with what can be done.
    Opening,
    /// The secret, and the question for its first code.
    Secret(Box<SecondFactorSecret>),
    /// The recovery codes, once.
    Codes(RecoveryCodes),
    /// The password is asked for new recovery codes.
    Renew,
    /// The password is asked for turning it off.
    TurnOff,
    /// It is off.
    Off,
}

#[component]
pub(crate) fn AccountSecondFactorPage() -> Element {
    let stage = use_signal(|| Stage::Opening);
    rsx! {
        WithAccount { heading: tr("second-factor-heading"), back: Route::Account,
            show: move |account: AccountView| {
                let shown = stage.read().clone();
                match (shown, account.second_factor_since) {
                    (Stage::Opening, None) => rsx! { Begin { stage } },
                    (Stage::Opening, Some(since)) => rsx! { On { account, since, stage } },
                    (Stage::Secret(secret), _) => rsx! { Secret { secret: *secret, stage } },
                    (Stage::Codes(codes), _) => rsx! { ShownOnce { username: account.username, codes: codes.codes } },
                    (Stage::Renew, _) => rsx! { Renew { stage } },
                    (Stage::TurnOff, _) => rsx! { TurnOff { stage } },
                    (Stage::Off, _) => rsx! { Gone {} },
                }
            }
        }
    }
}

/// The password field that stands before every change of the second factor.
fn password_field(form: Form, mut password: Signal<String>) -> Element {
    rsx! {
        SecretField { form, name: "password", label: tr("password-yours"), hint: tr("password-why"),
            value: password.read().clone(), autocomplete: "current-password",
            change: move |text| password.set(text),
        }
    }
}

/// The password as it was typed.
fn typed(password: Signal<String>) -> Result<String, Vec<FieldProblem>> {
    let password = password.peek().clone();
    if password.is_empty() {
        return Err(vec![FieldProblem::new("password", Code::Required)]);
    }
    Ok(password)
}

/// It is off: why and how to turn it on.
#[component]
fn Begin(stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let password = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let password = typed(password)?;
            Ok(Box::pin(async move {
                let secret = ask(&app.host(), BeginSecondFactor { password }).await?;
                put(stage, Stage::Secret(Box::new(secret)));
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("second-factor-heading"), back: Route::Account, form,
            label: tr("second-factor-begin"), send,
            before: rsx! {
                p { class: "lead", {tr("second-factor-why")} }
                ol { class: "next-steps",
                    for id in ["second-factor-how-app", "second-factor-how-scan", "second-factor-how-codes"] {
                        li { key: "{id}", {tr(id)} }
                    }
                }
                {remark(Tone::Plain, tr("second-factor-which"))}
            },
            {password_field(form, password)}
        }
    }
}

/// It is on: since when, how many recovery codes are left, and what can be done.
#[component]
pub(crate) fn On(account: AccountView, since: Date, stage: Signal<Stage>) -> Element {
    rsx! {
        Page { heading: tr("second-factor-heading"), back: Route::Account,
            {remark(Tone::Done, tr_with("second-factor-on", &[("day", day(since).into())]))}
            p { {tr("second-factor-on-text")} }
            section {
                h2 { {tr("recovery-codes")} }
                p { {codes_words(&account)} }
                p { class: "act",
                    button { id: "renew-codes", class: "button second", r#type: "button",
                        onclick: move |_| put(stage, Stage::Renew),
                        {tr("recovery-codes-renew")}
                    }
                }
            }
            section {
                h2 { {tr("second-factor-change-heading")} }
                p { {tr("second-factor-change-text")} }
                p { class: "act",
                    button { id: "turn-off", class: "button second", r#type: "button",
                        onclick: move |_| put(stage, Stage::TurnOff),
                        {tr("second-factor-turn-off")}
                    }
                }
            }
            {disclosure(tr("second-factor-lost"), rsx! {
                p { {tr("second-factor-lost-text")} }
                {contact()}
            })}
        }
    }
}

#[component]
fn Renew(stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let password = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let password = typed(password)?;
            Ok(Box::pin(async move {
                let codes = ask(&app.host(), NewRecoveryCodes { password }).await?;
                put(stage, Stage::Codes(codes));
                Ok(())
            }))
        });
    };
    let made = [("count", Policy::PROGRAMME.recovery_codes.into())];
    rsx! {
        Question { heading: tr("recovery-codes-renew-heading"), back: Route::Account, form,
            label: tr("recovery-codes-renew"), send,
            before: rsx! { p { class: "lead", {tr_with("recovery-codes-renew-text", &made)} } },
            {password_field(form, password)}
        }
    }
}

#[component]
fn TurnOff(stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let password = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let password = typed(password)?;
            Ok(Box::pin(async move {
                ask(&app.host(), TurnOffSecondFactor { password }).await?;
                put(stage, Stage::Off);
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("second-factor-off-heading"), back: Route::Account, form,
            label: tr("second-factor-turn-off"), send,
            before: rsx! { p { class: "lead", {tr("second-factor-off-text")} } },
            {password_field(form, password)}
        }
    }
}

/// It is off.
#[component]
fn Gone() -> Element {
    rsx! {
        Page { heading: tr("second-factor-gone-heading"), back: Route::Account,
            {remark(Tone::Done, tr("second-factor-gone"))}
            {go_button(Route::Account, "go-to-account")}
        }
    }
}
