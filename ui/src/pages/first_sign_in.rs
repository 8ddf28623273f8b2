//! First sign-in: username, temporary password, date of birth and UCI.

use crate::app::App;
use crate::browser;
use crate::form::{Typed, use_form, use_typed};
use crate::pages::welcome::representative_warning;
use crate::parts::date::DateField;
use crate::parts::fields::{TextField, username_field};
use crate::parts::link::{go, lead_out};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::parts::waiting::Waiting;
use crate::route::{Route, Topic};
use crate::view::answers;
use crate::words::{tr, tr_with};
use contract::Code;
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
    let send = move |_| {
        form.send(|| {
            let (typed, policy) = (typed.now(), Policy::PROGRAMME);
            let answers =
                answers::first_sign_in(&typed, &password.peek(), browser::today(), &policy)?;
            Ok(Box::pin(async move {
                app.host().first_sign_in(&answers).await?;
                app.go(Route::OwnPassword);
                Ok(())
            }))
        });
    };
    let expired = form.refusal_code() == Some(Code::TemporaryPasswordExpired);
    let draft = typed.get();
    let days = Policy::PROGRAMME.temporary_password_days;
    rsx! {
        Question { heading: tr("first-heading"), back: Route::Home, form,
            label: tr("continue"), busy_label: tr("checking"), send,
            before: rsx! {
                if expired {
                    {lead_out(&[(Route::FirstSignInAgain, "way-out-first-again")])}
                }
                p { class: "lead", {tr_with("first-lead", &[("days", days.into())])} }
            },
            after: rsx! {
                if !expired {
                    p { {go(Route::FirstSignInAgain, "way-out-first-again")} }
                }
                p { {go(Route::HelpOn(Topic::Password), "door-password")} }
            },
            {username_field(form, draft.username, move |text| typed.change(|draft| draft.username = text))}
            SecretField { form, name: "temporary_password", label: tr("temporary-password"),
                hint: tr("temporary-password-hint"),
                value: password.read().clone(), autocomplete: "one-time-code",
                change: move |text| password.set(text),
            }
            DateField { form, name: "date_of_birth", label: tr("date-of-birth"), hint: tr("date-hint"),
                value: draft.date_of_birth,
                change: move |date| typed.change(|draft| draft.date_of_birth = date),
            }
            TextField { form, name: "uci", label: tr("uci"), hint: tr("uci-hint"),
                required: true, value: draft.uci, autocomplete: "off", inputmode: "numeric", width: "code",
                change: move |text| typed.change(|draft| draft.uci = text),
            }
            {representative_warning()}
        }
    }
}
