//! Sign-in with an own password.

use crate::app::App;
use crate::form::{Typed, use_form, use_typed};
use crate::pages::welcome::representative_warning;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::fields::username_field;
use crate::parts::link::go;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::{code_text, tr};
use contract::Code;
use contract::account::{SignIn, SignedIn};
use contract::draft::{DraftKey, SignInDraft};
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
    let send = move |_| {
        form.send(|| {
            let answers =
                SignIn { username: typed.now().username, password: password.peek().clone() };
            let answers = answers.check()?;
            Ok(Box::pin(async move {
                match app.host().sign_in(&answers).await? {
                    SignedIn::Done { account } => app.enter(account),
                    SignedIn::SecondFactor => app.go(Route::SecondFactor),
                }
                Ok(())
            }))
        });
    };
    let ended = app.session_ended.read().then(|| {
        rsx! {
            {drawing(Drawing::SessionEnded, "small")}
            {remark(Tone::Plain, code_text(Code::SignInRequired))}
        }
    });
    rsx! {
        Question { heading: tr("sign-in-heading"), back: Route::Home, form,
            label: tr("sign-in"), busy_label: tr("signing-in"), send, before: ended,
            after: rsx! {
                p { {tr("sign-in-first-time")} " " {go(Route::FirstSignIn, "sign-in-first-time-go")} }
                p { {go(Route::ForgottenPassword, "forgotten-password-go")} }
                p { {go(Route::ForgottenUsername, "forgotten-username-go")} }
                {representative_warning()}
            },
            {username_field(form, typed.get().username, move |text| typed.change(|draft| draft.username = text))}
            SecretField { form, name: "password", label: tr("password"),
                value: password.read().clone(), autocomplete: "current-password",
                change: move |text| password.set(text),
            }
        }
    }
}
