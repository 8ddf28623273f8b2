//! First sign-in: username, temporary password, date of birth and UCI.

use crate::app::App;
use crate::browser;
use crate::form::{Typed, use_form, use_typed};
use crate::pages::welcome::RepresentativeWarning;
use crate::parts::fields::{DateField, TextField};
use crate::parts::link::Submit;
use crate::parts::page::{Page, Waiting};
use crate::parts::secret::SecretField;
use crate::route::Route;
use crate::view::answers;
use crate::words::{tr, tr_with};
use contract::Problem;
use contract::draft::{DraftKey, FirstSignInDraft};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn FirstSignInPage() -> Element {
    let typed = use_typed::<FirstSignInDraft>(DraftKey::FirstSignIn);
    if typed.is_loaded() {
        rsx! { FirstSignInForm { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn FirstSignInForm(typed: Typed<FirstSignInDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut password = use_signal(String::new);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        if !form.begin() {
            return;
        }
        let checked = answers::first_sign_in(
            &typed.now(),
            &password.peek(),
            browser::today(),
            &Policy::PROGRAMME,
        );
        match checked {
            Err(fields) => form.refuse(Problem::from(fields)),
            Ok(answers) => {
                spawn(async move {
                    app.settle().await;
                    match app.host().first_sign_in(&answers).await {
                        Ok(()) => app.go(Route::OwnPassword),
                        Err(problem) => form.refuse(problem),
                    }
                });
            }
        }
    };
    let draft = typed.get();
    let days = Policy::PROGRAMME.temporary_password_days;
    rsx! {
        Page { heading: tr("first-heading"), back: Route::Home, form,
            p { class: "lead", {tr_with("first-lead", &[("days", days.into())])} }
            form { novalidate: true, onsubmit: submit,
                TextField { form, field: "username", label: tr("username"), hint: tr("username-hint"),
                    required: true, value: draft.username, autocomplete: "username", width: "code",
                    change: move |text| typed.change(|draft| draft.username = text),
                }
                SecretField { form, field: "temporary_password", label: tr("temporary-password"),
                    hint: tr("temporary-password-hint"),
                    value: password.read().clone(), autocomplete: "one-time-code",
                    change: move |text| password.set(text),
                }
                DateField { form, field: "date_of_birth", label: tr("date-of-birth"), hint: tr("date-hint"),
                    value: draft.date_of_birth,
                    change: move |date| typed.change(|draft| draft.date_of_birth = date),
                }
                TextField { form, field: "uci", label: tr("uci"), hint: tr("uci-hint"),
                    required: true, value: draft.uci, autocomplete: "off", inputmode: "numeric", width: "code",
                    change: move |text| typed.change(|draft| draft.uci = text),
                }
                RepresentativeWarning {}
                Submit { form, label: tr("continue"), busy_label: tr("checking") }
            }
        }
    }
}
