//! Sign-in with an own password.

use crate::app::App;
use crate::form::{Typed, use_form, use_typed};
use crate::pages::welcome::RepresentativeWarning;
use crate::parts::fields::TextField;
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::{Go, Submit};
use crate::parts::page::{Page, Waiting};
use crate::parts::secret::SecretField;
use crate::route::Route;
use crate::words::{code_text, tr};
use contract::account::SignIn;
use contract::draft::{DraftKey, SignInDraft};
use contract::{Code, Problem};
use dioxus::prelude::*;

#[component]
pub(crate) fn SignInPage() -> Element {
    let typed = use_typed::<SignInDraft>(DraftKey::SignIn);
    if typed.is_loaded() {
        rsx! { SignInForm { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn SignInForm(typed: Typed<SignInDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut password = use_signal(String::new);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        if !form.begin() {
            return;
        }
        let answers = SignIn { username: typed.now().username, password: password.peek().clone() };
        match answers.check() {
            Err(fields) => form.refuse(Problem::from(fields)),
            Ok(answers) => {
                spawn(async move {
                    app.settle().await;
                    match app.host().sign_in(&answers).await {
                        Ok(()) => app.enter(),
                        Err(problem) => form.refuse(problem),
                    }
                });
            }
        }
    };
    rsx! {
        Page { heading: tr("sign-in-heading"), back: Route::Home, form,
            if *app.session_ended.read() {
                div { class: "panel", role: "status",
                    Icon { glyph: Glyph::Info }
                    p { {code_text(Code::SignInRequired)} }
                }
            }
            form { novalidate: true, onsubmit: submit,
                TextField { form, field: "username", label: tr("username"), hint: tr("username-hint"),
                    required: true, value: typed.get().username, autocomplete: "username", width: "code",
                    change: move |text| typed.change(|draft| draft.username = text),
                }
                SecretField { form, field: "password", label: tr("password"),
                    value: password.read().clone(), autocomplete: "current-password",
                    change: move |text| password.set(text),
                }
                Submit { form, label: tr("sign-in"), busy_label: tr("signing-in") }
            }
            p { {tr("sign-in-first-time")} " " Go { to: Route::FirstSignIn, {tr("sign-in-first-time-go")} } }
            p { {tr("sign-in-forgotten")} " " Go { to: Route::Help, {tr("sign-in-forgotten-go")} } }
            RepresentativeWarning {}
        }
    }
}
